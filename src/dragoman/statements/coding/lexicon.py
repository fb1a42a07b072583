"""The trigger lexicon: `data/events.csv`, `stances.csv`, `ties.csv`, `agreements.csv`, `judgements.csv`.

Columns: words (lemmas joined by |), pos (v n a), type, mode, frame, actor, recipient, object, example.
A frame is a list of conditions `slot=value|value`, all of which must hold. Slots: subj, obj, prt (particle), comp
(clausal complement: to, that, ing), det, mod (a modifier), light (the verb that carries a noun), self (the word's own
form), or a preposition. Values: + (there is one), - (there is none), #class, a lemma, or either with ! before it (not that). Roles are lists of slots
joined by >, the first that is filled wins; `each` is the other conjoined actors; a slot is filled by a party, with !
else by any noun phrase, with * by the noun phrase as it stands.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO
from types import MappingProxyType

from dragoman.domain.statement import Kind
from dragoman.statements.coding.word_classes import DATA

FILES = {
    Kind.EVENT: "events.csv",
    Kind.STANCE: "stances.csv",
    Kind.TIE: "ties.csv",
    Kind.AGREEMENT: "agreements.csv",
    Kind.JUDGEMENT: "judgements.csv",
}
COLUMNS = ("words", "pos", "type", "mode", "frame", "actor", "recipient", "object", "example")


@dataclass(frozen=True, slots=True)
class Condition:
    """A slot and the values of which one must stand there."""

    slot: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sense of a trigger word; `line` is its place in its file, 2 for the first row."""

    kind: Kind
    words: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    frame: tuple[Condition, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    object: tuple[str, ...]
    example: str
    line: int

    @property
    def weight(self) -> int:
        """How narrow the frame is: 2 for each condition that names words or a class, 1 for each other."""
        return sum(1 if c.values[0][0] in "+-!" else 2 for c in self.frame)

    @property
    def name(self) -> str:
        return f"{FILES[self.kind]}:{self.line} {self.words[0]}"


@cache
def lexicon() -> tuple[Entry, ...]:
    """All entries, files in the order of `FILES`, rows as they stand."""
    return tuple(entry for kind, file in FILES.items() for entry in _rows(kind, file))


@cache
def senses() -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    """(lemma, pos) -> its senses; within a kind those with more conditions come first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in lexicon():
        for word in entry.words:
            found.setdefault((word, entry.pos), []).append(entry)
    order = list(FILES)
    return MappingProxyType(
        {k: tuple(sorted(v, key=lambda e: (order.index(e.kind), -e.weight))) for k, v in found.items()}
    )


def _rows(kind: Kind, file: str) -> list[Entry]:
    rows = csv.DictReader(StringIO((DATA / file).read_text(encoding="utf-8")))
    return [_entry(kind, row, line) for line, row in enumerate(rows, 2)]


def _entry(kind: Kind, row: Mapping[str, str], line: int) -> Entry:
    default = "subj" if row["pos"] != "n" else "poss>by>adj>light"
    return Entry(
        kind,
        tuple(row["words"].split("|")),
        row["pos"],
        row["type"],
        row["mode"] or None,
        tuple(_condition(c) for c in row["frame"].split()),
        tuple((row["actor"] or default).split(">")),
        tuple(filter(None, row["recipient"].split(">"))),
        tuple(filter(None, row["object"].split(">"))),
        row["example"],
        line,
    )


def _condition(text: str) -> Condition:
    slot, _, values = text.partition("=")
    return Condition(slot, tuple(values.split("|")))
