"""Where sentences begin and end, from stops and blocks alone."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from dragoman.domain.report import Report
from dragoman.domain.text import Span, trim

_END = re.compile(r"[.!?\u2026\u061f\u3002]+[\"'\u201d\u2019)\]\u00bb]*(?=\s)")


@cache
def _abbreviations() -> frozenset[str]:
    data = (files("dragoman.brief") / "data" / "abbreviations.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(data)["words"])


def sentences(report: Report) -> tuple[Span, ...]:
    """The sentences of the report's body in text order; a block ends one. Without blocks, those of the whole text."""
    blocks = [b.span for b in report.blocks if b.kind.body] if report.blocks else [Span(0, len(report.text))]
    return tuple(found for block in blocks for found in _split(report.text, block))


def _split(text: str, block: Span) -> list[Span]:
    found, start = [], block.start
    for match in _END.finditer(text, block.start, block.end):
        if _ends(text, match, block.end):
            found.append(trim(Span(start, match.end()), text))
            start = match.end()
    found.append(trim(Span(start, block.end), text))
    return [s for s in found if len(s)]


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : end].lstrip()[:1]
    if following.islower():
        return False
    if match.group()[0] != ".":
        return True
    word = re.search(r"[\w.]*$", text[max(0, match.start() - 20) : match.start()])
    last = word.group() if word else ""
    initials = re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", last) is not None and last[-1:].isupper()
    return not (initials or last.lower() in _abbreviations())
