"""Who reports, whom they cite, and what is a copy of what."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from dragoman.brief.clauses import clip
from dragoman.brief.content import Cell, Section, Table, filled
from dragoman.brief.days import day
from dragoman.brief.material import Material
from dragoman.brief.quoting import outlet

_FROM = {"manifest": "manifest", "metadata": "the file's metadata", "text": "the text", "none": "not known"}


def sources(material: Material) -> Section:
    """A table of reports and one of voices."""
    return Section("sources", "Sources", (_reports(material), _voices(material)))


def _reports(material: Material) -> Table:
    situation = material.situation
    counts: dict[str, int] = defaultdict(int)
    for name in material.standing:
        counts[situation.report_of[name]] += 1
    ordered = sorted(situation.reports.values(), key=lambda r: (r.published or date.max, r.id))
    rows: list[tuple[Cell, ...]] = []
    for report in ordered:
        original = situation.copies.get(report.id)
        copied = situation.reports.get(original) if original else None
        copy = f"{outlet(copied)}, {copied.title or copied.id}" if copied else (original or "")
        rows.append(
            (
                clip(report.title or report.id, 110),
                outlet(report),
                f"{day(report.published)} ({_FROM[str(report.published_from)]})" if report.published else "not known",
                f"{report.words:,}",
                str(counts[report.id]),
                clip(copy, 80),
            )
        )
    columns, cells = filled(
        ("Report", "Outlet", "Day, and where it comes from", "Words", "Statements", "Copy of"), rows
    )
    return Table("Reports read", columns, cells, "No report was read.")


def _voices(material: Material) -> Table:
    situation = material.situation
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in material.standing:
        for voice in situation.statements[name].voices:
            said[" ".join(voice.name.split()), str(voice.kind)].append(name)
    rows: list[tuple[Cell, ...]] = []
    for (cited, kind), names in sorted(said.items(), key=lambda item: (-len(item[1]), item[0])):
        reports = {situation.report_of[n] for n in names}
        via = sorted({outlet(situation.reports[r]) for r in reports})
        line = material.line(material.latest_first(names), when="")
        rows.append((clip(cited, 80), kind, str(len(names)), ", ".join(via), line))
    columns = ("Voice", "Kind", "Statements", "Heard through", "Latest, with all its quotes")
    return Table("Voices cited", columns, tuple(rows), "Nobody is cited.", folded=True)
