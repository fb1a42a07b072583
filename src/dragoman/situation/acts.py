"""What kind of act a statement tells, of what form, and whether it is for or against what it names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import Kind, Stance, Statement
from dragoman.situation.words import DATA, concepts, stem, tokens

ASSERTED = "asserted"
"""The type of a judgement that is none: a state of affairs told, which has no other code."""


@dataclass(frozen=True, slots=True)
class Acts:
    """The table of acts; `forms` maps a word to its form, `turns` a stem or two words to 1 or -1, `kin` are stances of which one may be told as another, `ends`
    stems of verbs by which what they are told of is over."""

    symmetric: frozenset[str]
    forms: Mapping[str, str]
    groups: Mapping[str, str]
    bearings: Mapping[str, int]
    turns: Mapping[str, int]
    topics: Mapping[str, str]
    spoken: frozenset[str]
    done: frozenset[str]
    tried: frozenset[str]
    kin: tuple[frozenset[str], ...]
    ends: frozenset[str]


@cache
def acts() -> Acts:
    table = tomllib.loads((DATA / "acts.toml").read_text(encoding="utf-8"))
    turns = {_turning(w): 1 for w in table["turn"]["toward"]}
    turns |= {_turning(w): -1 for w in table["turn"]["away"]}
    return Acts(
        frozenset(table["symmetric"]),
        {stem(w): form for form, words in table["form"].items() for w in words},
        {word: group for group, words in table["aim"].items() for word in words},
        dict(table["bearing"]),
        turns,
        {word: topic for topic, words in table["topic"].items() for word in words},
        frozenset(table["spoken"]["stances"]),
        frozenset(table["done"]["stances"]),
        frozenset(table["tried"]["words"]),
        tuple(frozenset(stances) for stances in table["kin"].values()),
        frozenset(map(stem, table["ends"]["words"])),
    )


def _turning(words: str) -> str:
    """The stem of a word, or of the first of two."""
    first, _, second = words.partition(" ")
    return f"{stem(first)} {second}" if second else stem(first)


def act_of(statement: Statement) -> str:
    """The group of acts that the statement's type belongs to: wants and plans are one, refusing and opposing another.

    A demand that is made of nobody in particular tells a want.
    """
    if statement.kind is Kind.EVENT:
        return str(statement.type)
    if statement.kind is Kind.STANCE:
        wants = statement.type == Stance.DEMAND and statement.recipient is None
        return acts().groups.get(Stance.WANT if wants else statement.type, statement.type)
    if statement.kind is Kind.TIE or statement.type == ASSERTED:
        return str(statement.type)
    return statement.kind.value


def form_of(statement: Statement, act: str) -> str:
    """Call, talks, visit or meeting, for acts of one pair that those tell apart; "" for others."""
    if act != "CONSULT" or statement.trigger is None:
        return ""
    if "phone" in statement.quote.casefold():
        return "call"
    return next((acts().forms[stem(w)] for w in tokens(statement.trigger.text) if stem(w) in acts().forms), "")


def tried(statement: Statement) -> bool:
    """True where the words before the trigger call it an attempt: "efforts to negotiate", "tried to land"."""
    if statement.trigger is None:
        return False
    before = statement.quote[: max(0, statement.trigger.span.start - statement.span.start)]
    return any(w.casefold() in acts().tried for w in tokens(before)[-3:])


def turn_of(text: str) -> int:
    """-1 where the first turning word of `text` gives something up, 1 where it keeps it or none turns.

    Two nested turns count both: "help in withdrawing" is against staying, "avoid a withdrawal" for it.
    """
    return _turns(text)[0]


def turned(text: str) -> bool:
    """True where some word of `text` keeps or gives up."""
    return _turns(text)[1] > 0


@lru_cache(maxsize=20_000)
def _turns(text: str) -> tuple[int, int]:
    sign, found = 1, 0
    words = [w.casefold() for w in tokens(text)]
    skip = False
    for i, word in enumerate(words):
        if skip:
            skip = False
            continue
        pair = f"{stem(word)} {words[i + 1]}" if i + 1 < len(words) else ""
        turn = acts().turns.get(pair)
        skip = turn is not None
        turn = turn if turn is not None else acts().turns.get(stem(word))
        if turn is not None and (turn < 0 or not found):
            sign *= turn
            found += 1
        if found == 2:
            break
    return sign, found


def bearing_of(statement: Statement) -> int:
    """1 or -1: whether a stance is for or against what its object names; 0 for other kinds.

    A judgement's is that of its way: 1 positive, -1 negative; on the loss of a thing it turns round. So do denied ones.
    """
    turned = -1 if statement.polarity is Polarity.NEGATIVE else 1
    if statement.kind is Kind.JUDGEMENT:
        return turned * {"positive": 1, "negative": -1}.get(statement.type, 0) * turn_of(_judged(statement))
    if statement.kind is not Kind.STANCE:
        return 0
    return turned * acts().bearings.get(statement.type, 0) * turn_of(statement.object.text if statement.object else "")


def _judged(statement: Statement) -> str:
    """What a judgement is passed on: the words of its clause before its trigger ("losing them" would be a setback)."""
    if statement.trigger is None:
        return ""
    before = statement.quote[: max(0, statement.trigger.span.start - statement.span.start)]
    return " ".join(re.split(r"[,;:—–]", before)[-1].split()[:3])


def topic_of(statement: Statement) -> str | None:
    """What a stance turns on: a topic wider than a matter where its words name one, else its matter."""
    if statement.kind is Kind.STANCE and statement.object is not None:
        for word in sorted(concepts(statement.object.text)):
            if word in acts().topics:
                return acts().topics[word]
    if statement.matter in ("military-presence", "troops") and statement.kind in (Kind.STANCE, Kind.JUDGEMENT):
        return "presence"
    return statement.matter
