"""From raw texts to reports: canonical text, metadata in the order of trust, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dragoman.domain.problem import Problem
from dragoman.domain.report import Block, BlockKind, PublishedFrom, Report
from dragoman.reports.blocks import find_blocks
from dragoman.reports.days import day_of_dateline, day_of_line, find_day
from dragoman.reports.files import read_paths
from dragoman.reports.language import find_language
from dragoman.reports.manifest import Manifest, read_manifest
from dragoman.reports.metadata import (
    EARLIEST,
    Metadata,
    day_of_publication,
    from_keys,
    front_matter,
    parse_front_matter,
)
from dragoman.reports.page import extract
from dragoman.reports.raw import LONGEST, Raw, too_long

_BY = re.compile(r"^\W*(?:by|written by|from)\s+(.{3,80})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of all reports at once; the manifest's path, where one is named."""

    published: date | None = None
    outlet: str | None = None
    manifest: Path | None = None


def load_reports(
    paths: Iterable[str], *, today: date, given: Given | None = None, stdin: BinaryIO | None = None
) -> Iterator[tuple[Report, tuple[Problem, ...]] | Problem]:
    """Each report under `paths` with its problems, or the problem that kept it from being one.

    A `published` given by the caller is taken like a manifest's; a day after `today` is a problem and is not taken.
    Faults of a manifest, and of what the caller gives, are problems of the first report that they concern.
    """
    given = given or Given()
    published, fault = day_of_publication(given.published, "--published", today)
    late = [fault] if fault else []
    given = Given(published, given.outlet, given.manifest)
    manifests = _Manifests(given.manifest)
    for raw in read_paths(paths, stdin=stdin):
        if isinstance(raw, Problem):
            yield raw
            continue
        manifest, faults = manifests.beside(raw)
        late.extend(faults)
        found = _report(raw, manifest, given, today)
        if isinstance(found, Problem):
            yield found
        else:
            yield found[0], (*late, *found[1])
            late.clear()
    yield from late


class _Manifests:
    """The manifest named by the caller, or the `reports.csv` beside each file; each read once."""

    def __init__(self, named: Path | None) -> None:
        self._named = named
        self._read: dict[Path, Manifest] = {}

    def beside(self, raw: Raw) -> tuple[Manifest, list[Problem]]:
        path = self._named or (Path(raw.path).parent / "reports.csv" if raw.file and raw.file != "-" else None)
        if path is None or (self._named is None and not path.is_file()):
            return Manifest({}), []
        if path in self._read:
            return self._read[path], []
        self._read[path], faults = read_manifest(path)
        return self._read[path], faults


def _report(raw: Raw, manifest: Manifest, given: Given, today: date) -> tuple[Report, tuple[Problem, ...]] | Problem:
    problems = list(raw.problems)
    text, known = raw.text, Metadata()
    if raw.form == "html":
        page = extract(raw.text, today=today)
        if not page.text:
            return Problem(
                raw.path, "no article found in this page", "save the page with its text, or copy the text to .txt"
            )
        text, known = page.text, page.metadata
    elif raw.form == "md":
        front, start, form = front_matter(text)
        keys, faults = parse_front_matter(front, form, raw.path) if front else ({}, [])
        text = text[start:]
        known, more = from_keys(keys, raw.path, today=today, whence=PublishedFrom.METADATA)
        problems += [*faults, *more]
        if not text.strip():
            return Problem(raw.path, "nothing after its front matter", "take it away or fill it")
    elif raw.form == "jsonl":
        known, more = from_keys(raw.given, raw.path, today=today, whence=PublishedFrom.METADATA)
        problems += more
    if len(text) > LONGEST:
        return too_long(raw.path, text)
    listed = manifest.row(raw.file, raw.id)
    row, more = from_keys(listed.cells, listed.where, today=today, whence=PublishedFrom.MANIFEST)
    problems += more
    said = Metadata(
        outlet=given.outlet,
        published=given.published,
        published_from=PublishedFrom.MANIFEST if given.published else PublishedFrom.NONE,
    )
    known = said.over(row).over(known)
    blocks = find_blocks(text, title=known.title)
    known = known.over(_printed(text, blocks, today))
    language = find_language(text)
    report = Report(
        raw.id,
        raw.path,
        text,
        blocks,
        known.title,
        known.outlet,
        known.authors,
        known.published,
        known.published_from,
        known.url,
        language,
    )
    problems += _doubts(report)
    return report, tuple(problems)


def _printed(text: str, blocks: tuple[Block, ...], today: date) -> Metadata:
    """What the text itself prints: its headline, "By ..." and the day of a byline or dateline near its top or end."""
    titles = [b.span.of(text) for b in blocks if b.kind is BlockKind.TITLE]
    title = " ".join(titles[0].strip("# *").split()) if titles else None
    authors: tuple[str, ...] = ()
    day = None
    edge = [*blocks[:6], *blocks[-3:]] if len(blocks) > 9 else blocks
    for block in edge:
        line = re.sub(r"!?\[([^\[\]]*)\]\([^)\s]{0,2000}\)", r"\1", block.span.of(text)).strip(" *_\t")
        if block.kind is BlockKind.BYLINE:
            match = _BY.match(line)
            if match and not authors and find_day(line) is None:
                authors = tuple(a.strip() for a in re.split(r",|\band\b|&", match.group(1)) if a.strip())
            day = day or day_of_line(line) or find_day(line)
        elif block.kind is BlockKind.PARAGRAPH:
            day = day or day_of_dateline(line)
    if day and not EARLIEST <= day <= today:
        day = None
    return Metadata(
        title=title, authors=authors, published=day, published_from=PublishedFrom.TEXT if day else PublishedFrom.NONE
    )


def _doubts(report: Report) -> Iterator[Problem]:
    if report.language not in ("en", "und"):
        yield Problem(
            report.path, f"in {report.language}, not in English", "only names were looked for; translate it first"
        )
    if not any(b.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) for b in report.blocks):
        yield Problem(report.path, "no running text (menus, links and headings only)", "give the article itself")
