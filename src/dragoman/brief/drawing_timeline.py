"""Where the bars of a timeline go, in SVG user units; years are as wide as what happened in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.brief.clauses import clip
from dragoman.brief.content import Bar, Timeline

LETTER = 6.6
LEAST = 7.0
"""A bar is drawn at least as wide as this."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive days drawn at one scale; `label` is its year or years, and `quiet` that nothing begins or ends there."""

    first: date
    last: date
    x: float
    width: float
    label: str
    quiet: bool


@dataclass(frozen=True, slots=True)
class DrawnBar:
    y: float
    x: float
    width: float
    exact: bool
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class DrawnTimeline:
    width: int
    height: int
    words: float
    bars: tuple[DrawnBar, ...]
    stretches: tuple[Stretch, ...]
    stacked: bool


@dataclass(frozen=True, slots=True)
class Canvas:
    """`left` units are kept for day and words, the words from `words`; none where they stand above their bar.

    `letters` is how many letters there is room for.
    """

    width: int
    left: int
    words: int
    row: int
    letters: int


WIDE = Canvas(860, 510, 162, 26, 54)
NARROW = Canvas(360, 0, 0, 46, 52)


def draw(timeline: Timeline, canvas: Canvas) -> DrawnTimeline:
    """Bars in their order from the top, dots for days."""
    stacked, top = canvas.left == 0, 30
    stretches = _stretches(timeline.bars, canvas.left + 8, canvas.width - canvas.left - 16)
    bars = []
    for number, bar in enumerate(timeline.bars):
        start, end = _at(bar.earliest, stretches, 0), _at(bar.latest, stretches, 1)
        width = max(end - start, LEAST)
        start = min(start, canvas.width - 8 - width)
        bars.append(
            DrawnBar(
                y=top + number * canvas.row + (canvas.row - 10 if stacked else canvas.row / 2),
                x=round((start + end) / 2 if bar.exact else start, 1),
                width=round(width, 1),
                exact=bar.exact,
                text=clip(bar.text, canvas.letters - (len(bar.when) + 1 if stacked else 0)),
                when=bar.when,
            )
        )
    height = top + len(bars) * canvas.row + 14
    return DrawnTimeline(canvas.width, height, canvas.words, tuple(bars), tuple(stretches), stacked)


def _stretches(bars: tuple[Bar, ...], left: float, width: float) -> list[Stretch]:
    """A stretch a year in which something begins or ends, one for each run of years in which nothing does."""
    marks = {d.year: 0 for b in bars for d in (b.earliest, b.latest)}
    for bar in bars:
        for day in {bar.earliest.year, bar.latest.year}:
            marks[day] += 1
    parts: list[tuple[int, int, float]] = []
    for year in range(min(marks), max(marks) + 1):
        if year in marks:
            parts.append((year, year, float(marks[year])))
        elif parts and parts[-1][0] not in marks:
            parts[-1] = (parts[-1][0], year, parts[-1][2])
        else:
            parts.append((year, year, 0.0))
    whole = sum(p[2] for p in parts)
    least = min(44.0, width / len(parts))
    spare = width - least * len(parts)
    found, x = [], left
    for first, last, weight in parts:
        wide = least + spare * weight / whole
        label = f"{first}" if first == last else f"{first}\u2013{last % 100:02d}"
        if len(label) * LETTER > wide:
            label = "\u2026"
        quiet = first not in marks
        found.append(Stretch(date(first, 1, 1), date(last, 12, 31), round(x, 1), round(wide, 1), label, quiet))
        x += wide
    return found


def _at(day: date, stretches: list[Stretch], after: int) -> float:
    """Where a day begins (`after` 0) or ends (1)."""
    for part in stretches:
        if part.first <= day <= part.last:
            share = ((day - part.first).days + after) / ((part.last - part.first).days + 1)
            return part.x + share * part.width
    raise ValueError(f"{day} lies on no stretch")
