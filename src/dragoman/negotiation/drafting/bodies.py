"""Bodies that no catalogue holds and that act in the reports: a company, a union, a fund, a country of one report."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.domain.mention import MentionType
from dragoman.domain.situation import Situation
from dragoman.domain.statement import ASSERTED, Kind, Stance
from dragoman.negotiation.drafting.principals import is_office
from dragoman.ports import Directory

_NO_FIRST_NAME = frozenset(
    [*month_name, *day_name, "North", "South", "East", "West", "New", "Old", "Upper", "Lower", "Great", "River", "Lake"]
)
_TITLED = re.compile(r"(?:[Tt]he )?[A-Z][\w'’]+(?: (?:of |the )?[A-Z][\w'’]+)+")


@dataclass(frozen=True)
class Bodies:
    """`called` maps what a body is called, in small letters without apostrophes, to its id; `pattern` finds "the union"."""

    ids: frozenset[str]
    called: Mapping[str, str]
    pattern: re.Pattern[str] | None


def find_bodies(situation: Situation, directory: Directory, types: Mapping[str, MentionType]) -> Bodies:
    """Those who hold stances, or are asked or offered something, or act under a name of several words; no office holders."""
    told = [s for s in situation.statements.values() if s.type != ASSERTED]
    stances = [s for s in told if s.kind is Kind.STANCE]
    held = [r for s in stances for r in (s.actor, s.recipient) if r is not None and r.entity is not None]
    acting = {s.actor.entity for s in stances if s.actor is not None}
    acting |= {s.recipient.entity for s in stances if s.recipient is not None and s.type != Stance.THREATEN}
    found = {r.entity for r in held if r.entity in acting and r.side is None and not is_office(_words(r.entity))}
    found |= {
        r.entity
        for s in told
        for r in (s.actor, s.recipient)
        if r and r.side is None and _TITLED.fullmatch(r.text) and not is_office(r.text)
    }
    doing = {s.actor.entity for s in stances if s.actor is not None}
    found -= {
        r.entity for r in held if r.entity not in doing and r.text[:4].casefold() == "the " and r.text[4:5].islower()
    }
    found -= {b for b in found if b is not None and "-" not in b and _surname(b, situation)}
    found -= {r.entity for r in held if is_office(r.text)} | ({r.entity for r in held} - acting)
    ids = frozenset(
        b
        for b in found
        if b is not None
        and not ("-" in b and types.get(b) is MentionType.PERSON)
        and (b in acting or types.get(b) is not MentionType.PLACE)
    )
    called = dict(_names(b for b in ids if directory.entity(b) is None))
    names = sorted(called, key=len, reverse=True)
    either = "|".join(r"(?:s?['’]s?)? ".join(re.escape(part) for part in name.split()) for name in names)
    return Bodies(ids, called, re.compile(rf"\b[Tt]he ({either})\b") if names else None)


def _surname(name: str, situation: Situation) -> bool:
    """Whether a first name stands before it in a report: it is then a person's."""
    seen = re.compile(rf"(?<=[a-z,] )([A-Z][a-zà-ÿ]+) {re.escape(name.title())}\b")
    return any(m.group(1) not in _NO_FIRST_NAME for r in situation.reports.values() for m in seen.finditer(r.text))


def _words(entity: str | None) -> str:
    return (entity or "").replace("-", " ")


def _names(bodies: Iterator[str]) -> Iterator[tuple[str, str]]:
    """The whole name, and its last word where one body alone has it."""
    whole = {_words(b): b for b in bodies}
    yield from whole.items()
    last = Counter(name.split()[-1] for name in whole if " " in name)
    yield from ((name.split()[-1], b) for name, b in whole.items() if " " in name and last[name.split()[-1]] == 1)
