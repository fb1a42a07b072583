"""Which reports, and which paragraphs, copy an earlier one: exact containment of five-word runs, over an index.

A report is a copy where a tenth of the shorter of the two stands in both; a paragraph where half of it and eight of its
runs stand in an earlier report. Jaccard's measure is not used: it falls to nothing where one text is an excerpt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from dragoman.domain.report import Report
from dragoman.situation.copies.credits import credited, same_outlet
from dragoman.situation.copies.grams import Page, page_of

OF_SHORTER = 0.10
OF_PARAGRAPH = 0.50
LEAST_RUNS = 8


@dataclass(frozen=True)
class Copies:
    """`reports` maps a copy's id to its original's; `paragraphs` a report's id and block to the report it stems from.

    `credits` maps a report's id to the outlet that it names as its text's origin; `order` are the ids of all reports,
    originals first.
    """

    reports: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    paragraphs: Mapping[tuple[str, int], str] = field(default_factory=lambda: MappingProxyType({}))
    credits: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: tuple[str, ...] = ()


NO_COPIES = Copies()


def find_copies(reports: Sequence[Report]) -> Copies:
    """The copies among `reports`, whatever their order."""
    return copies_among(reports, {r.id: page_of(r) for r in reports}, credits_of(reports))


def credits_of(reports: Iterable[Report]) -> dict[str, str]:
    """By the id of each report that names the outlet its text comes from, that outlet."""
    return {r.id: name for r in reports if (name := credited(r)) is not None}


def copies_among(
    reports: Sequence[Report], pages: Mapping[str, Page], credits: Mapping[str, str], before: Copies = NO_COPIES
) -> Copies:
    """The copies among reports, of which only id, day and outlet are looked at. Linear in words: each run that more than
    one paragraph has remembers the first report that had it.

    In a report that is a copy a paragraph too short for the measure is one too, where all its runs stand in the original.
    The original is the one of the earlier day; of two of one day the one that credits no other, then the smaller id.
    `before` are the copies found earlier among reports of these ids and pages, with more or fewer others: what was found
    then of the reports that still come first is not looked for again.
    """
    ordered = in_order(reports, credits)
    known = _as_before(ordered, before)
    owner: dict[int, str] = {}
    first = {r.id for r in ordered[:known]}
    whole = {name: source for name, source in before.reports.items() if name in first}
    parts = {place: source for place, source in before.paragraphs.items() if place[0] in first}
    for place, (report, paragraphs) in enumerate(
        zip(ordered, _shared([pages[r.id] for r in ordered], known), strict=True)
    ):
        if place < known:
            owner.update({run: report.id for _, _, runs in paragraphs for run in runs if run not in owner})
            continue
        size = pages[report.id].size
        shared: Counter[str] = Counter()
        own: set[int] = set()
        short: list[tuple[int, str]] = []
        for block, count, runs in paragraphs:
            here = Counter(owner[run] for run in runs if run in owner)
            shared.update(owner[run] for run in runs if run in owner and run not in own)
            own.update(runs)
            if here:
                source, most = max(here.items(), key=lambda item: (item[1], item[0]))
                if most >= LEAST_RUNS and most >= OF_PARAGRAPH * count:
                    parts[report.id, block] = source
                elif most == count:
                    short.append((block, source))
        for run in own:
            owner.setdefault(run, report.id)
        best = [(n, s) for s, n in shared.items() if n >= LEAST_RUNS and n >= OF_SHORTER * min(size, pages[s].size)]
        if best:
            whole[report.id] = max(best)[1]
            parts.update({(report.id, block): source for block, source in short if source == whole[report.id]})
    return Copies(
        MappingProxyType(whole), MappingProxyType(parts), MappingProxyType(dict(credits)), tuple(r.id for r in ordered)
    )


def _as_before(ordered: Sequence[Report], before: Copies) -> int:
    """How many of the reports, from the first on, are those of `before`: what comes later does not bear on them."""
    pairs = zip(ordered, before.order, strict=False)
    return next((n for n, (r, name) in enumerate(pairs) if r.id != name), min(len(ordered), len(before.order)))


def _shared(pages: Sequence[Page], known: int) -> Iterator[list[tuple[int, int, list[int]]]]:
    """For each page its paragraphs: block, number of runs, and those of the runs that stand in another paragraph too.

    Of the first `known` pages only the runs that stand in later ones.
    """
    if known == len(pages):
        yield from ([] for _ in pages)
        return
    nothing = np.zeros(0, np.uint64)
    every = np.concatenate([nothing, *(np.frombuffer(p.runs, dtype=np.uint64) for p in pages if p.runs)])
    late = every[sum(len(p.runs) for p in pages[:known]) :] if known else every
    if known:
        wanted = np.unique(late)
    else:
        ordered = np.sort(every)
        wanted = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        del ordered
    found = np.flatnonzero(_among(every, wanted))
    places, runs = found.tolist(), every[found].tolist()
    end = first = 0
    for page in pages:
        row = []
        for block, count in page.paragraphs:
            end += count
            last = bisect_left(places, end, first)
            row.append((block, count, runs[first:last]))
            first = last
        yield row


def _among(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """True where a value is in `known`, which is in order."""
    if not known.size:
        return np.zeros(values.size, np.bool_)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, values), known.size - 1)] == values
    return found


def in_order(reports: Sequence[Report], credits: Mapping[str, str] | None = None) -> list[Report]:
    """Originals before copies: by day (undated last), reports that credit another after others, wires first, then id."""
    named = {same_outlet(name) for name in (credits or {}).values()}

    def rank(report: Report) -> tuple[date, bool, bool, str]:
        wire = report.outlet is not None and same_outlet(report.outlet) in named
        return report.published or date.max, report.id in (credits or {}), not wire, report.id

    return sorted(reports, key=rank)
