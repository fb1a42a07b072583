"""The words of a statement that name the deed: where they stand, and the deed of a stance that no table names."""

from __future__ import annotations

import re

from dragoman.domain.statement import Kind, Stance, Statement
from dragoman.negotiation.drafting.lexicon import Thing, lexicon, root, starts, words
from dragoman.negotiation.drafting.owners import clausal
from dragoman.negotiation.drafting.phrases import Deed
from dragoman.negotiation.drafting.plain_deeds import allowed, general_deed, given, passive

_TO_BE = re.compile(r"\bto be \w+")
_CLAUSE = re.compile(r"\bthat\b")
_GIVEN = {
    Stance.OFFER: "give",
    Stance.DEMAND: "give",
    Stance.WANT: "give",
    Stance.REFUSE: "accept",
    Stance.ACCEPT: "accept",
}


def of_no_kind(statement: Statement, text: str) -> Deed | None:
    """The deed of a stance that the tables do not name: the clause that is its object, or the thing offered or asked."""
    obj, trigger = statement.object, statement.trigger
    if trigger is None or (obj is None and not acted(statement)):
        return None
    if obj is None:
        return general_deed(phrase_of(statement, text)[0], clause=True)
    if acted(statement):
        return (
            general_deed(text[trigger.span.start : obj.span.end], clause=True)
            if trigger.span.end < obj.span.end
            else None
        )
    if obj.span.holds(trigger.span):
        return allowed(obj.text, trigger.span.start - obj.span.start, trigger.span.end - obj.span.start)
    if clausal(statement, text):
        return general_deed(obj.text, clause=True)
    if _CLAUSE.search(text[trigger.span.end : obj.span.start]) or (
        trigger.span.start > obj.span.start and statement.type != Stance.DEMAND
    ):
        return None
    if words(obj.text)[:2] and [w.text for w in words(obj.text)[:2]] == ["not", "to"]:
        return general_deed(obj.text, clause=True)
    if words(obj.text)[:1] and (words(obj.text)[0].text == "that" or _TO_BE.search(obj.text)):
        return passive(obj.text)
    answer = statement.type in (Stance.REFUSE, Stance.ACCEPT)
    if answer and {w.text for w in words(obj.text)[-1:]} & lexicon().proposal:
        return None
    act = "" if trigger.text.casefold() in ("rule", "ruled", "rules", "ruling") else _GIVEN.get(Stance(statement.type))
    found = given(obj.text, act) if act is not None else None
    supplied = next((t.id for t in lexicon().things.values() if found and _supplied(t, found.thing)), None)
    if found is not None and supplied is not None and act == "give":
        return Deed("provide", supplied, True, "", found.start, found.end, found.at)
    if found is not None and any(found.thing == run[-1] for run in lexicon().things["accord"].words):
        return Deed("sign", "accord", True, "", found.start, found.end, found.at)
    return found


def to_another(said: str) -> bool:
    """Whether a plan is to give something, so that it is an offer where another party is named in it."""
    found = words(said)[:3]
    return bool(starts(found, 0, lexicon().acts["provide"].yes)) and not starts(found, 0, lexicon().acts["keep"].no)


def should_not(statement: Statement, text: str) -> bool:
    """Whether what is demanded is that something not be done, the denial behind the thing ("the filling should not begin")."""
    trigger = statement.trigger
    if statement.type != Stance.DEMAND or trigger is None or trigger.text.casefold() not in ("should", "must"):
        return False
    return text[trigger.span.end :].lstrip().casefold().startswith(("not ", "never "))


def _supplied(thing: Thing, head: str) -> bool:
    """Whether the thing is one that is provided, and this its word."""
    return any(a.id == "provide" for a in lexicon().by_thing[thing.id]) and any(
        root(r[-1]) == head for r in thing.words
    )


def takes_two(phrase: str, deed: Deed) -> bool:
    """Whether the deed's own words say an exchange or a share; "in exchange for" does not."""
    found = words(phrase)
    return any(
        word.root in lexicon().mutual and deed.start <= word.start < deed.end and not (k and found[k - 1].text == "in")
        for k, word in enumerate(found)
    )


def acted(statement: Statement) -> bool:
    """Whether the trigger is the verb of the deed itself ("will free the sailors"), not one of wanting or offering."""
    return statement.why.startswith("events")


_RELATIVE = re.compile(r"(?<=\w)\s(?:that|which|who)\s(?:would|could|can|may|might)\b")
"""Where a relative clause begins: what it tells is not what is wanted done."""


def phrase_of(statement: Statement, text: str) -> tuple[str, int]:
    """The words that name the deed, and where they begin: the object, with the trigger where that names the act."""
    phrase, start = _whole_phrase(statement, text)
    relative = _RELATIVE.search(phrase) if statement.kind is Kind.STANCE else None
    return (phrase[: relative.start()], start) if relative is not None else (phrase, start)


def _whole_phrase(statement: Statement, text: str) -> tuple[str, int]:
    obj, trigger = statement.object, statement.trigger
    if obj is None and trigger is None:
        return statement.quote, statement.span.start
    if obj is None or not obj.text.strip():
        assert trigger is not None
        if statement.kind is Kind.STANCE and statement.type != Stance.REFUSE and not acted(statement):
            start = trigger.span.end
        else:
            start = trigger.span.start
        end = max(statement.span.end, start)
        if statement.condition is not None and start < statement.condition.span.start < end:
            end = statement.condition.span.start
        return text[start:end], start
    start, end = obj.span.start, obj.span.end
    joined = statement.kind is not Kind.STANCE or statement.type in (Stance.REFUSE, Stance.OFFER) or acted(statement)
    if statement.kind is Kind.STANCE and statement.span.end > end and len(words(obj.text)) < 5:
        stop = re.search(r"[,;]", text[end : statement.span.end])
        end = statement.span.end if stop is None else end + stop.start()
    if statement.condition is not None and start < statement.condition.span.start < end:
        end = statement.condition.span.start
    if joined and trigger is not None:
        if trigger.span.start < start:
            start = trigger.span.start
        elif trigger.span.end > end:
            end = trigger.span.end
    return text[start:end], start
