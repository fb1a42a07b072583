"""What a source is called, and whether two callings may be of one source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.domain.mention import VoiceKind
from dragoman.situation.words import DATA, root_of_name, stem, tokens

PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "this", "that", "these", "those"}) | {
    "him", "her", "them", "his", "its", "their",
}  # fmt: skip
_ANY = frozenset({"they", "them", "these", "those", "who", "which"})
_CLAUSE = re.compile(
    r"\s(?:that|who|which|whom|whose)\s|,\s+(?:as\s+)?(?:quoted|cited|citing|according|speaking|reached|reported)\b"
)
_SEAT = re.compile(r"\bin\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*(?:\s+(?:capital|city)\b)?")
_PRESS_OFFICE = re.compile(r"(?:['’]s?)?\s+(?:own\s+)?press\s+(?:office|service|department)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"^(?:(?:the|a|an|one|some|several|other)\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:news\s?papers?|papers?|press|media|(?:news\s?paper|press|media|news)\s+reports?|reports?"
    r"|governments|sides|parties|delegations|capitals)$"
    r"|^the\s+(?:agency|daily|weekly|wire|broadcaster|outlet|other)$"
    r"|^(?:his|her|their)\s+(?:own\s+)?(?:government|ministry|country|side|capital|office)$",
    re.IGNORECASE,
)
_REPORTERS = re.compile(r"\b(?:reporters?|correspondents?)\b", re.IGNORECASE)
_HEAD_OF_GOVERNMENT = re.compile(
    r"\b(?:head|chief)(?= of\b.*\bgovernment\b)|\bgovernment(?= (?:head|chief)\b)", re.IGNORECASE
)
_SOURCES_OF = re.compile(r"\b(?:sources?|informants?|people|contacts)\s+of\s+(?P<outlet>[^,]+)$")
_OWN_SOURCES = re.compile(
    r"^(?:(?:one|some|two|both) of )?(?P<outlet>[^,]+?)['’]s?\s+(?:own\s+)?(?:sources?|informants?|contacts)$"
)
_OFFICE_OF = re.compile(r"\b(?:minist(?:er|ry)|department|secretary|committee)\s+(?:of|for)\s+[\w-]+$", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:by\s+|from\s+|of\s+)?")


@dataclass(frozen=True, slots=True)
class _Table:
    empty: frozenset[str]
    people: frozenset[str]
    indefinite: frozenset[str]
    offices: frozenset[str]
    documents: frozenset[str]
    same: Mapping[str, str]


@cache
def _table() -> _Table:
    row = tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))
    same = {word: concept for concept, words in row["same"].items() for word in words}
    return _Table(
        empty=frozenset(row["empty"].split()),
        people=frozenset(row["people"].split()),
        indefinite=frozenset(row["indefinite"]),
        offices=frozenset(row["offices"].split()),
        documents=frozenset(row["documents"]),
        same=same,
    )


@dataclass(frozen=True, slots=True)
class Called:
    """The words of a source's name: `person` are the names of a human being, `roles` the rest, small words left out.

    `hints` are words that may belong to it too: they can join two names, and never part them.
    """

    person: frozenset[str]
    roles: frozenset[str]
    hints: frozenset[str] = frozenset()

    def __or__(self, other: Called) -> Called:
        person = self.person | other.person
        return Called(person, (self.roles | other.roles) - person, self.hints | other.hints)

    def joined(self, other: Called) -> Called:
        """The same after taking in one that it fits: what the two share no word of is a hint."""
        if (self.roles & other.roles) or (self.person & other.person):
            return self | other
        return Called(self.person | other.person, self.roles - other.person, self.hints | other.hints | other.roles)

    def likeness(self, other: Called) -> int:
        """0 where they are not one source, else how many words say so.

        Two persons must share a name; otherwise all that one is called must be in what the other is called.
        """
        if self.person and other.person:
            return 10 * len(self.person & other.person)
        mine, theirs = self.roles | self.hints, other.roles | other.hints
        shared = (self.roles & theirs) | (other.roles & mine)
        one = bool(self.roles) and self.roles <= theirs
        two = bool(other.roles) and other.roles <= mine
        return len(shared) if shared and (one or two) else 0


NOBODY = Called(frozenset(), frozenset())


@lru_cache(maxsize=50_000)
def called(name: str, kind: VoiceKind) -> Called:
    """How `name` calls its source. "prime minister" counts as one office, a seat ("in Ruritania City") as nothing."""
    name = _HEAD_OF_GOVERNMENT.sub("premier", _PRESS_OFFICE.sub("", _CLAUSE.split(name, maxsplit=1)[0]))
    words = tokens(_SEAT.sub("", name)) or tokens(name)
    table = _table()
    plain = [w.casefold().removesuffix("'s").removesuffix("’s") for w in words]
    found: list[tuple[str, bool]] = []
    for i, word in enumerate(plain):
        if word == "minister" and i and plain[i - 1] == "prime":
            continue
        if word not in table.empty and len(word) > 1 and not word.isdigit():
            office = word in table.same or word in table.offices
            found.append((table.same.get(word, stem(word)), words[i][:1].isupper() and not office))
    roles = frozenset(w for w, _ in found)
    names = _last_run(name, {w for w, capital in found if capital}) if kind is VoiceKind.PERSON else frozenset()
    return Called(names, frozenset(map(root_of_name, roles - names)))


def _last_run(name: str, capitals: set[str]) -> frozenset[str]:
    """The person's name: after the last comma or office, else the whole run of capitals."""
    table = _table()
    run: list[str] = []
    for word in reversed(tokens(name.rsplit(",", 1)[-1])):
        plain = word.casefold()
        if plain in ("of", "for", "at", "in", "the"):
            return frozenset()
        if plain.endswith(("'s", "’s")) or plain in table.offices or plain in table.same or stem(word) not in capitals:
            break
        run.append(stem(word))
    return frozenset(run[:2])


@lru_cache(maxsize=50_000)
def parts(name: str) -> tuple[str, ...]:
    """The names that "and" joins; the whole name alone where it joins none ("the minister of food and fisheries")."""
    found = [p.strip() for p in _AND.split(name.removeprefix("both ").removeprefix("Both ")) if p.strip()]
    if _OFFICE_OF.search(found[0] if found else "") and _table().offices.isdisjoint(
        map(str.casefold, tokens(found[-1]))
    ):
        return (name,)
    return tuple(found) if len(found) > 1 else (name,)


@lru_cache(maxsize=50_000)
def whose(name: str) -> str:
    """Whose sources unnamed people are said to be ("the sources of the Courier", "the Courier's informants"); "" for none."""
    found = _SOURCES_OF.search(name) or _OWN_SOURCES.search(name)
    return found["outlet"] if found is not None else ""


@lru_cache(maxsize=50_000)
def vague(name: str) -> bool:
    """True of some paper or sides that are not named ("a newspaper report", "both governments", "they"): they may be any."""
    return bool(_VAGUE.match(name.strip())) or name.strip().casefold() in _ANY


@lru_cache(maxsize=50_000)
def reporters(name: str) -> bool:
    """True of people who write for an outlet ("its correspondent"): they are its authors."""
    return bool(_REPORTERS.search(_CLAUSE.split(name, maxsplit=1)[0]))


def seat(name: str) -> frozenset[str]:
    """The roots of the names of the city in which a body is said to sit ("the ministry in Klow")."""
    return frozenset(root_of_name(w) for found in _SEAT.findall(name) for w in tokens(found) if w[:1].isupper())


@lru_cache(maxsize=50_000)
def singled_out(name: str) -> bool:
    """True where a common noun names one office or body ("the governor of the central bank"), not some people."""
    words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in tokens(_CLAUSE.split(name, maxsplit=1)[0])]
    table = _table()
    if not words or words[0] in table.indefinite or any(w in table.people for w in words):
        return False
    return any(w in table.offices for w in words)


def is_document(name: str) -> bool:
    """True where the head of a name is a thing written or issued."""
    words = [w.casefold() for w in tokens(name)]
    return any(w in _table().documents for w in words[:4])
