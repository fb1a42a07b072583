"""The wire or paper that a report names as the origin of its text: dateline, credit, republication note."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache

from dragoman.domain.report import Report
from dragoman.situation.words import DATA

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_MARKUP = re.compile(r"[*_\[\]]|\(#[^)]*\)|\((?:https?|www)[^)]*\)")
_FIRST, _LAST = 300, 500


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads((DATA / "credits.toml").read_text(encoding="utf-8"))
    return tuple((row["where"], re.compile(row["pattern"])) for row in table["credit"])


@lru_cache(maxsize=50_000)
def same_outlet(name: str) -> str:
    """An outlet's name for comparison: case, article and punctuation ignored."""
    return " ".join(re.findall(r"[^\W_]+", _ARTICLE.sub("", name).casefold()))


def credited(report: Report) -> str | None:
    """The outlet that the report says its text comes from, None where it says none or names itself."""
    for where, pattern in _patterns():
        piece = report.text[:_FIRST] if where == "start" else report.text[-_LAST:]
        for match in pattern.finditer(_MARKUP.sub("", piece)):
            name = " ".join(match["outlet"].split()).strip(" .,;:")
            if report.outlet is None or same_outlet(name) != same_outlet(report.outlet):
                return name
    return None
