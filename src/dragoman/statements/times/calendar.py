"""Dated events of the world since 1945, which texts reckon from: the shipped calendar, and events named in a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.domain.parse import Parse, Token
from dragoman.domain.time import CalendarEvent

_SAME = {
    "{fall}": ("fall", "ouster", "ousting", "overthrow", "collapse", "downfall", "toppling", "removal", "demise"),
    "{coup}": ("coup", "putsch", "takeover"),
}
_SMALL = frozenset(
    {"of", "the", "in", "on", "by", "a", "an", "s", "and", "from", "to", "with", "between", "for", "against", "into"}
)
_WORD = re.compile(r"[^\W_]+")
_MODIFIERS = ("compound", "poss", "amod", "nmod", "nummod", "appos")


class Named(NamedTuple):
    """An event named in a text: tokens `first` to `last` (half-open)."""

    first: int
    last: int
    event: CalendarEvent


@cache
def load_calendar() -> tuple[CalendarEvent, ...]:
    """The events of `data/calendar.csv`, oldest first."""
    text = (files(__package__) / "data" / "calendar.csv").read_text("utf-8")
    return tuple(
        CalendarEvent(
            row["id"],
            tuple(spelt for name in row["names"].split("|") for spelt in _spelt(name)),
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def _spelt(name: str) -> Iterator[str]:
    group = next((g for g in _SAME if g in name), None)
    if group is None:
        yield name
    else:
        yield from (name.replace(group, word) for word in _SAME[group])


Index = dict[str, tuple[tuple[frozenset[str], CalendarEvent], ...]]


@lru_cache(maxsize=8)
def _index(own: tuple[CalendarEvent, ...]) -> Index:
    """By head noun: the other content words of each name, and its event; an own event replaces a shipped one of its id."""
    events = {e.id: e for e in (*load_calendar(), *own)}
    by_head: dict[str, list[tuple[frozenset[str], CalendarEvent]]] = {}
    for event in events.values():
        for name in event.names:
            head, rest = _parts(name)
            if head:
                by_head.setdefault(head, []).append((rest, event))
    return {head: tuple(found) for head, found in by_head.items()}


def _parts(name: str) -> tuple[str, frozenset[str]]:
    """The head noun of a name and its other content words: the head stands before the first preposition."""
    phrase = re.split(r"\s(?:of|in|on|by|from|to|with|between|for|against|into)\s", f"{name.lower()} ", maxsplit=1)[0]
    words = [w for w in _WORD.findall(phrase) if w not in _SMALL]
    if not words:
        return "", frozenset()
    return words[-1], frozenset(w for w in _WORD.findall(name.lower()) if w not in _SMALL and w != words[-1])


def named_events(parse: Parse, published: date | None, own: tuple[CalendarEvent, ...]) -> dict[int, Named]:
    """The events that the text names, by their first token: the longest name, then the latest that had come by then."""
    index = _index(own)
    found: dict[int, Named] = {}
    for token in parse.tokens:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        rows = index.get(token.lower)
        if rows is None:
            continue
        members = _members(parse, token)
        said = {w for t in members for w in _WORD.findall(t.lower)}
        fits = [
            (len(rest), e.first, e) for rest, e in rows if rest <= said and (published is None or e.first <= published)
        ]
        if fits:
            _, _, event = max(fits, key=lambda f: f[:2])
            first, last = min(t.index for t in members), max(t.index for t in members) + 1
            found[first] = Named(first, last, event)
    return found


def _members(parse: Parse, noun: Token) -> list[Token]:
    """The noun with its modifiers, and those of what its prepositions govern."""
    found = [noun]
    for child in parse.children(noun.index):
        if child.dep in (*_MODIFIERS, "det"):
            found.extend(parse.governed(child.index) if child.dep != "det" else (child,))
        elif child.dep in ("prep", "agent"):
            for thing in parse.children(child.index, "pobj"):
                found.extend((child, thing))
                for part in parse.children(thing.index):
                    if part.dep in (*_MODIFIERS, "det", "conj", "case"):
                        found.extend(parse.governed(part.index))
    return found
