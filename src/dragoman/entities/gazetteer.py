"""Finds the catalogue's names in a parse: the longest one at each place, over word boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.domain.entity import EntityKind
from dragoman.domain.parse import Parse, Sentence
from dragoman.entities.atoms import atoms, key
from dragoman.entities.catalogue import Catalogue

_SKIP = frozenset(".'-")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at tokens `first` to `last` (half-open), code points `start` to `end`, and the ids that it may mean.

    `via`: "name", "adjective" (a demonym too) or "metonym"; a metonym's first id is the state, others are the place.
    """

    first: int
    last: int
    start: int
    end: int
    ids: tuple[str, ...]
    via: str


class Gazetteer:
    """An index over a catalogue's names; made once, used for any number of reports."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rows: dict[str, dict[tuple[str, ...], tuple[tuple[str, ...], str]]] = {}
        metonyms = catalogue.metonyms
        for name, ids in catalogue.names.items():
            if name in metonyms and all(catalogue.entities[i].kind is EntityKind.PLACE for i in ids):
                self._add(name, (metonyms[name], *ids), "metonym")
            else:
                self._add(name, ids, "name")
        for name, state in catalogue.adjectives.items():
            self._add(name, (state,), "adjective")
        for name, state in metonyms.items():
            self._add(name, (state,), "metonym")
        spelt = [n for e in catalogue.entities.values() for n in (e.name, *e.names) if " " not in n and len(n) > 1]
        capitals = {key(n)[0] for n in spelt if n.isupper() and len(key(n)) == 1}
        self._acronyms = capitals - {key(n)[0] for n in spelt if not n.isupper() and len(key(n)) == 1}
        self._longest = {first: max(map(len, rows)) for first, rows in self._rows.items()}

    def _add(self, name: tuple[str, ...], ids: tuple[str, ...], via: str) -> None:
        if name:
            self._rows.setdefault(name[0], {}).setdefault(name, (ids, via))

    def find(self, parse: Parse, sentence: Sentence) -> Iterator[Hit]:
        """Hits of one sentence in text order, none overlapping; the first word of each is not in small letters."""
        line = [
            (atom, token.index, token.start + a, token.start + b)
            for token in parse.tokens[sentence.first : sentence.last]
            for atom, a, b in atoms(token.text)
            if atom not in _SKIP
        ]
        at = 0
        while at < len(line):
            hit = self._at(parse, line, at)
            if hit is None:
                at += 1
            else:
                yield hit[0]
                at += hit[1]

    def _at(self, parse: Parse, line: list[tuple[str, int, int, int]], at: int) -> tuple[Hit, int] | None:
        rows = self._rows.get(line[at][0])
        if rows is None:
            return None
        token = parse.tokens[line[at][1]]
        if token.text.islower() or (line[at][2] != token.start and token.text[line[at][2] - token.start].islower()):
            return None
        for size in range(min(self._longest[line[at][0]], len(line) - at), 0, -1):
            found = rows.get(tuple(piece[0] for piece in line[at : at + size]))
            if found:
                last = parse.tokens[line[at + size - 1][1]]
                if token.lower == "the" and all(
                    t.text.islower() for t in parse.tokens[token.index + 1 : last.index + 1]
                ):
                    continue
                name = tuple(piece[0] for piece in line[at : at + size])
                if size == 1 and _spelt_otherwise(token.text, found, name[0] in self._acronyms):
                    continue
                end = min(line[at + size - 1][3], last.end)
                whole = _with_point(last.text, last.start, last.end, end)
                return Hit(token.index, last.index + 1, line[at][2], whole, *found), size
        return None


def _spelt_otherwise(word: str, found: tuple[tuple[str, ...], str], acronym: bool) -> bool:
    """True where a word cannot be the name that it looks like: "Ira" is not IRA, "us" not US, "is" not IS."""
    if acronym:
        return not word.replace(".", "").rstrip("s").isupper()
    return len(word) <= 3 and not word.replace(".", "").isupper() and found[1] == "name" and word.lower() in _SMALL


_SMALL = frozenset({"us", "is", "it", "who", "au", "eu", "un", "no", "pa", "ba", "ap", "gun", "me", "so", "in", "am"})


def _with_point(text: str, start: int, stop: int, end: int) -> int:
    """`end`, moved over the last point of an abbreviation ("U.S.")."""
    inside = end - start
    if 0 <= inside < len(text) and text[inside] == "." and "." in text[:inside]:
        return min(end + 1, stop)
    return end
