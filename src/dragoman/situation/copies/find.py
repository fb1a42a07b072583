"""Which reports, and which paragraphs, copy an earlier one: exact containment of five-word runs, over an index.

A report is a copy where a tenth of the shorter of the two stands in both; a paragraph where half of it and eight of its
runs stand in an earlier report. Jaccard's measure is not used: it falls to nothing where one text is an excerpt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from dragoman.domain.report import Report
from dragoman.situation.copies.credits import credited, same_outlet
from dragoman.situation.copies.grams import paragraphs

OF_SHORTER = 0.10
OF_PARAGRAPH = 0.50
LEAST_RUNS = 8


@dataclass(frozen=True)
class Copies:
    """`reports` maps a copy's id to its original's; `paragraphs` a report's id and block to the report it stems from.

    `credits` maps a report's id to the outlet that it names as its text's origin.
    """

    reports: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    paragraphs: Mapping[tuple[str, int], str] = field(default_factory=lambda: MappingProxyType({}))
    credits: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def find_copies(reports: Sequence[Report]) -> Copies:
    """The copies among `reports`, whatever their order. Linear in words: each run remembers the first that had it.

    In a report that is a copy a paragraph too short for the measure is one too, where all its runs stand in the original.
    The original is the one of the earlier day; of two of one day the one that credits no other, then the smaller id.
    """
    credits = {r.id: name for r in reports if (name := credited(r)) is not None}
    owner: dict[int, str] = {}
    sizes: dict[str, int] = {}
    whole: dict[str, str] = {}
    parts: dict[tuple[str, int], str] = {}
    for report in in_order(reports, credits):
        shared: Counter[str] = Counter()
        own: set[int] = set()
        short: list[tuple[int, str]] = []
        for paragraph in paragraphs(report):
            fresh = paragraph.runs - own
            own |= paragraph.runs
            here = Counter(owner[run] for run in paragraph.runs if run in owner)
            shared.update(owner[run] for run in fresh if run in owner)
            if here:
                source, count = max(here.items(), key=lambda item: (item[1], item[0]))
                if count >= LEAST_RUNS and count >= OF_PARAGRAPH * len(paragraph.runs):
                    parts[report.id, paragraph.block] = source
                elif count == len(paragraph.runs):
                    short.append((paragraph.block, source))
        sizes[report.id] = len(own)
        for run in own:
            owner.setdefault(run, report.id)
        best = [(n, s) for s, n in shared.items() if n >= LEAST_RUNS and n >= OF_SHORTER * min(len(own), sizes[s])]
        if best:
            whole[report.id] = max(best)[1]
            parts.update({(report.id, block): source for block, source in short if source == whole[report.id]})
    return Copies(MappingProxyType(whole), MappingProxyType(parts), MappingProxyType(credits))


def in_order(reports: Sequence[Report], credits: Mapping[str, str] | None = None) -> list[Report]:
    """Originals before copies: by day (undated last), reports that credit another after others, wires first, then id."""
    named = {same_outlet(name) for name in (credits or {}).values()}

    def rank(report: Report) -> tuple[date, bool, bool, str]:
        wire = report.outlet is not None and same_outlet(report.outlet) in named
        return report.published or date.max, report.id in (credits or {}), not wire, report.id

    return sorted(reports, key=rank)
