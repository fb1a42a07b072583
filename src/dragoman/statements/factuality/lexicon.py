"""What predicates and small words say of an event: the tables of `data/`, as look-ups."""

from __future__ import annotations

import tomllib
from enum import Enum, auto
from functools import cache
from importlib.resources import files
from typing import Any


class Sense(Enum):
    """What a predicate says of the event that completes it."""

    IMPLIES = auto()
    DENIES = auto()
    PRESUMES = auto()
    REPORTS = auto()
    HOLDS = auto()
    APPEARS = auto()
    ALLOWS = auto()
    DOUBTS = auto()
    OPENS = auto()


_TABLES = {
    "VERB": {
        "presumes": Sense.PRESUMES,
        "implies": Sense.IMPLIES,
        "denies": Sense.DENIES,
        "allows": Sense.ALLOWS,
        "doubts": Sense.DOUBTS,
        "opens": Sense.OPENS,
        "holds": Sense.HOLDS,
        "reports": Sense.REPORTS,
        "appears": Sense.APPEARS,
    },
    "ADJ": {
        "presuming_adjectives": Sense.PRESUMES,
        "denying_adjectives": Sense.DENIES,
        "doubting_adjectives": Sense.DOUBTS,
        "opening_adjectives": Sense.OPENS,
        "allowing_adjectives": Sense.ALLOWS,
        "holding_adjectives": Sense.HOLDS,
    },
    "NOUN": {
        "reporting_nouns": Sense.REPORTS,
        "opening_nouns": Sense.OPENS,
        "allowing_nouns": Sense.ALLOWS,
        "holding_nouns": Sense.HOLDS,
        "presuming_nouns": Sense.PRESUMES,
        "denying_nouns": Sense.DENIES,
    },
}


@cache
def table(name: str) -> dict[str, Any]:
    """`data/NAME.toml`."""
    return tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text("utf-8"))


@cache
def senses() -> dict[tuple[str, str], Sense]:
    """By part of speech (VERB, NOUN, ADJ) and lemma; a later table of the same part of speech wins."""
    rows = table("predicates")
    return {
        (pos, lemma): sense for pos, tables in _TABLES.items() for name, sense in tables.items() for lemma in rows[name]
    }


@cache
def keeps() -> frozenset[str]:
    """Lemmas of verbs whose objects may be there already."""
    return frozenset(table("predicates")["keeps"])


@cache
def does() -> frozenset[str]:
    """Lemmas of verbs whose object happens, though what they are followed by as an infinitive need not."""
    return frozenset(table("predicates")["does"])


@cache
def grants() -> frozenset[str]:
    """Lemmas of nouns that leave an infinitive open and take a noun after "of" or "for" for granted."""
    return frozenset(table("predicates")["grants"])


@cache
def governed(preposition: str) -> frozenset[str] | None:
    """Lemmas of verbs that govern the noun after `preposition`; None where any verb may."""
    found = table("predicates")["governed"].get(preposition)
    return None if found is None else frozenset(found)


@cache
def performed() -> frozenset[str]:
    """Lemmas of what is done by saying that one would like to do it."""
    return frozenset(table("predicates")["performed"])


@cache
def objecting() -> frozenset[str]:
    """Lemmas of verbs that take a noun for granted and only say a clause ("protested that it was broken")."""
    return frozenset(table("predicates")["objecting"])


@cache
def beliefs() -> frozenset[str]:
    """Lemmas of nouns of thinking whose clause somebody else than the author holds."""
    return frozenset(table("predicates")["beliefs"])


@cache
def modals() -> dict[str, int]:
    return dict(table("hedges")["modals"])


@cache
def adverbs() -> dict[str, int]:
    """Adverb to level; below 0 for those that negate."""
    return dict(table("hedges")["adverbs"])


@cache
def adjectives() -> dict[str, int]:
    return dict(table("hedges")["adjectives"])


@cache
def negations() -> frozenset[str]:
    return frozenset(table("hedges")["negations"]["words"])


@cache
def evidentials() -> frozenset[str]:
    return frozenset(table("hedges")["evidentials"]["words"])


@cache
def conditions() -> frozenset[str]:
    return frozenset(table("hedges")["conditions"]["marks"])


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    rows = table("nouns")
    return frozenset(rows["events"]), frozenset(rows["not_events"]), tuple(rows["suffixes"])


@cache
def is_event_noun(lemma: str) -> bool:
    """True for nouns that denote events, by list or by ending."""
    listed, excluded, suffixes = _nouns()
    if lemma in listed:
        return True
    return len(lemma) > 5 and lemma.endswith(suffixes) and lemma not in excluded
