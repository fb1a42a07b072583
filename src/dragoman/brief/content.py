"""What a brief says, as data: sections of blocks of lines, each line with the quotes that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from dragoman.domain.problem import Problem

Ids: TypeAlias = tuple[str, ...]
Record: TypeAlias = Mapping[str, object]
_NOTHING: Record = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a report; white space is squeezed.

    `quoted` lies in the statement's own clause; `hedge` weakens or negates it; `condition` says on what it hangs.
    """

    text: str
    quoted: bool = False
    hedge: bool = False
    condition: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement's words with a sentence on either side, and on whose word they stand.

    `id` is the statement's global id. `start` and `end` are code points of the canonical text, half-open; `exact` equals
    the text there, `prefix` and `suffix` are the up to 32 code points around it (W3C Web Annotation selectors).
    `chain` names the outlet and then each voice. `copy_of` is the report that this one repeats, None where it does not.
    """

    id: str
    report: str
    title: str
    outlet: str
    day: date | None
    chain: str
    pieces: tuple[Piece, ...]
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    hedges: Ids = ()
    evidential: str | None = None
    condition: str | None = None
    grade: str = "certain"
    author_grade: str = "certain"
    copy_of: str | None = None


class Tone:
    """How a tag is drawn."""

    PLAIN = "plain"
    DOUBT = "doubt"
    FIRM = "firm"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Tag:
    """A word or two beside a line, such as "possible" or "two roots"."""

    text: str
    tone: str = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief. `quotes` are quote ids, best first; `source` says on whose word and when.

    `when` is the day or interval that the line is about, "" where none. `why` are sentences on how well it stands.
    `record` is what lies behind the line.
    """

    text: str
    quotes: Ids
    source: str = ""
    when: str = ""
    tags: tuple[Tag, ...] = ()
    why: Ids = ()
    record: Record = field(default_factory=lambda: _NOTHING, compare=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a small heading ("" for none).

    `left_out` counts those that there was no room for; `folded`: closed at first.
    """

    title: str
    lines: tuple[Line, ...]
    left_out: int = 0
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Groups of lines; `empty` is said where there are none."""

    title: str
    groups: tuple[Group, ...]
    empty: str = "Nothing was found."
    note: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)


Cell: TypeAlias = str | Line


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, as many as there are `columns`; the first cell names the row. `folded`: closed at first."""

    title: str
    columns: Ids
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "Nothing was found."
    note: str = ""
    folded: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.title!r}: {len(row)} cells for {len(self.columns)} columns")


def filled(columns: Ids, rows: list[tuple[Cell, ...]]) -> tuple[Ids, tuple[tuple[Cell, ...], ...]]:
    """Columns and rows without the columns that are "" in every row."""
    kept = [i for i in range(len(columns)) if not rows or any(row[i] != "" for row in rows)]
    return tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the picture; `weight` counts its statements."""

    id: str
    name: str
    weight: int


class Dealing:
    """The classes of what one actor does or is to another."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class Edge:
    """From one node to another: its class (`Dealing`), a short label, and how many statements stand behind it.

    `both`: the second does so to the first too.
    """

    first: str
    second: str
    dealing: str
    label: str
    count: int
    both: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """A who-to-whom picture: the best-connected actors alone; the table beside it has all.

    `keys` say what an edge of each class (cooperation, conflict, tie; "" for none) means, `thicker` what a thicker one does.
    """

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    keys: tuple[str, str, str] = ("works with, backs, gives", "asks, accuses, threatens, fights", "lasting tie")
    thicker: str = "more statements"


@dataclass(frozen=True, slots=True)
class Bar:
    """A happening on the timeline: the days between which it lies, both included, and how the text says it."""

    text: str
    when: str
    earliest: date
    latest: date
    exact: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A picture of happenings in the order of their days."""

    title: str
    description: str
    bars: tuple[Bar, ...]


Block: TypeAlias = Lines | Table | Network | Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief; `id` is its anchor (letters, digits, hyphens), `lead` a sentence or two on how to read it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    lead: str = ""

    def lines(self) -> tuple[Line, ...]:
        """Every line of every block, tables included, in reading order."""
        found: list[Line] = []
        for block in self.blocks:
            if isinstance(block, Lines):
                found += block.lines
            elif isinstance(block, Table):
                found += [cell for row in block.rows for cell in row if isinstance(cell, Line)]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class WholeText:
    """A report's canonical text, for briefs that stay in the house."""

    report: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief. `summary` is the half page on top; `quotes` holds the quotes that its lines open, by id."""

    title: str
    subtitle: str
    summary: Section
    sections: tuple[Section, ...]
    quotes: Mapping[str, Quote]
    as_of: date | None = None
    known_by: date | None = None
    texts: tuple[WholeText, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        missing = [q for line in self.lines() for q in line.quotes if q not in self.quotes]
        if missing:
            raise ValueError(f"lines without their quotes: {missing[:3]}")

    def lines(self) -> tuple[Line, ...]:
        """Every line of every section, in reading order."""
        return tuple(line for section in (self.summary, *self.sections) for line in section.lines())
