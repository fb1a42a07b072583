"""All that a statement's clause tells of: what two reports that code one thing differently still have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.domain.statement import AgreementStatus, Kind, Statement
from dragoman.situation.acts import ASSERTED, acts
from dragoman.situation.words import stem, told

_DATELINE = re.compile(r"^[^()\n]{0,60}\([^()\n]{2,50}\)\s*[-–—]\s*")
_IS_OVER = re.compile(
    r"^(?:is|are|was|were|be|been|being)\s+(?:now\s+|all\s+|finally\s+)?over\b|^over\b\W*$", re.IGNORECASE
)
_INTRANSITIVE = re.compile(
    r"^\s*(?:[,;.]|(?:on|in|at|after|with|without|when|last|this|early|late|as|by|during|before)\b)"
)
_OVER = frozenset({AgreementStatus.ENDED, AgreementStatus.FROZEN})
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """`words` of the clause, `marked` the names and numbers among them, `subject` what stands before the predicate (of a
    state of affairs told alone), `actor` the words of who acts. All are concepts; names are cut to their roots. `over` is
    True where a state of affairs or an agreement is told to have come to its end."""

    words: frozenset[str] = NOTHING
    marked: frozenset[str] = NOTHING
    subject: frozenset[str] = NOTHING
    actor: frozenset[str] = NOTHING
    over: bool = False


NO_TELLING = Telling()


def telling_of(statement: Statement) -> Telling:
    """What a statement tells. A dateline is left out; so are a stance's trigger, and who acts where that is no name."""
    first = _named_first(statement)
    words, marked = told(_without_dateline(statement.quote), first)
    actor, names = told(statement.actor.text, True) if statement.actor is not None else (NOTHING, NOTHING)
    if statement.type == ASSERTED:
        return Telling(words, marked, _subject(statement, first=first), actor, _over(statement))
    if not names:
        words -= actor
    if statement.kind is Kind.STANCE and statement.trigger is not None:
        words -= told(statement.trigger.text, False)[0]
    over = statement.kind is Kind.AGREEMENT and statement.type in _OVER
    return Telling(words, marked & words, NOTHING, actor, over)


def _named_first(statement: Statement) -> bool:
    """True where the clause begins with an actor or recipient that has a name of its own."""
    return any(
        r is not None
        and (r.entity is not None or r.country is not None)
        and r.span.start <= statement.span.start < r.span.end
        for r in (statement.actor, statement.recipient)
    )


def _subject(statement: Statement, *, first: bool) -> frozenset[str]:
    if statement.trigger is None:
        return NOTHING
    before = statement.quote[: max(0, statement.trigger.span.start - statement.span.start)]
    return told(_without_dateline(before), first)[0]


def _without_dateline(quote: str) -> str:
    return _DATELINE.sub("", quote) if "(" in quote else quote


def _over(statement: Statement) -> bool:
    """True of "the truce is over", "the talks collapsed"; not of who ends or abolishes something."""
    trigger = statement.trigger
    if trigger is None:
        return False
    after = statement.quote[trigger.span.end - statement.span.start :]
    ends = stem(trigger.text) in acts().ends and (not after.strip() or bool(_INTRANSITIVE.match(after)))
    return ends or bool(_IS_OVER.search(trigger.text + after))
