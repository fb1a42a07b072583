"""For whom the parties of an event acted on the day of the event, where that is known and is not the report's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.domain.parse import Parse, Token
from dragoman.domain.statement import Kind, Plover, Realis, Role, Statement
from dragoman.ports import Directory
from dragoman.statements.context import Context

LONG_AGO = re.compile(
    r"\b(?:during|in|throughout) (?:the|its|their) (?:[\w-]+ ){0,2}(?:war|uprising|revolution|dictatorship)\b"
    r"|\bat (?:the|that) time\b|\bin those (?:days|years)\b|\b(?:formerly|in the past|used to)\b",
    re.IGNORECASE,
)
OPPONENTS = re.compile(r"\b(?:opposition|rebels?|insurgents?|dissidents?|separatists?)(?: groups?)?$", re.IGNORECASE)
MARKS = frozenset({"when", "while", "as", "after", "before", "once"})
_DEEP = 6


def on_their_days(statements: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements with the sides of their roles as they were when it happened; `context` has a directory.

    A past event without a day of its own takes the day of the clause that it hangs on; where its paragraph tells of a day
    of another government, or its words of another time, the side of a state is left open (None).
    """
    directory, published = context.directory, context.report.published
    if directory is None:
        return tuple(statements)
    found = []
    for statement in statements:
        placed = on_their_day(statement, published, directory)
        if placed is statement and published is not None and _undated_past(statement, context.parse):
            placed = _of_its_time(statement, statements, context, directory)
        placed = _open(placed) if placed.past and placed.time is None else placed
        found.append(_not_itself(placed, directory))
    return tuple(found)


def on_their_day(statement: Statement, published: date | None, directory: Directory) -> Statement:
    """`statement` with the sides of its roles as they were on the last day that its event may have happened.

    A government that the text names stays what it names; what is planned, wanted or predicted stays with today's.
    """
    time = statement.time
    if time is None or time.latest is None or statement.realis is not Realis.ACTUAL:
        return statement
    if published is not None and time.latest >= published:
        return statement
    return _as_of(statement, time.latest, directory)


def _as_of(statement: Statement, day: date, directory: Directory) -> Statement:
    return replace(
        statement,
        actor=_then(statement.actor, day, directory),
        recipient=_then(statement.recipient, day, directory),
    )


def _then(role: Role | None, day: date, directory: Directory) -> Role | None:
    if role is None or role.entity is None or role.side in (None, role.entity):
        return role
    if role.country and role.entity != role.country and directory.side(role.entity, day) is None:
        return replace(role, side=directory.government(role.country, day))
    return replace(role, side=directory.side(role.entity, day) or role.side)


def _undated_past(statement: Statement, parse: Parse) -> bool:
    """Is it told in the past tense, with no day?"""
    if statement.time is not None or statement.trigger_index is None or statement.kind is Kind.TIE:
        return False
    if statement.kind is Kind.EVENT and statement.realis is not Realis.ACTUAL:
        return False
    verb = _verb(parse, statement.trigger_index)
    helpers = parse.children(verb.index, "aux", "auxpass")
    now = any(t.tag in ("VBZ", "VBP", "MD") for t in helpers) or verb.tag in ("VBZ", "VBP")
    return not now and (verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers))


def _verb(parse: Parse, index: int) -> Token:
    """The verb of the clause that a word stands in."""
    token = parse.tokens[index]
    for _ in range(_DEEP):
        if token.pos in ("VERB", "AUX") or token.head == token.index:
            break
        token = parse.head(token.index)
    return token


def _of_its_time(
    statement: Statement, others: Sequence[Statement], context: Context, directory: Directory
) -> Statement:
    above = _day_above(statement, others, context)
    if above is not None:
        return _as_of(statement, above, directory)
    told = _told_before(statement, others, context)
    then = _as_of(statement, told, directory) if told is not None else statement
    verb = _verb(context.parse, statement.trigger_index or 0)
    when = any(t.lower in ("when", "while") for t in context.parse.children(verb.index, "advmod", "mark"))
    if when or LONG_AGO.search(statement.quote):
        return _open(statement)
    return _differing(statement, then)


def _day_above(statement: Statement, others: Sequence[Statement], context: Context) -> date | None:
    """The past day told of the clause in whose sentence a `when` clause stands; None where there is none."""
    parse, published = context.parse, context.report.published
    verb = _verb(parse, statement.trigger_index or 0)
    marks = {t.lower for t in parse.children(verb.index, "mark", "advmod")}
    if verb.dep not in ("advcl", "relcl", "ccomp") or not marks & MARKS or published is None:
        return None
    over = {t.index for t in parse.ancestors(verb.index)}
    for other in others:
        time = other.time
        if other.trigger_index in over and time is not None and time.latest is not None and time.latest < published:
            return time.latest
    return None


def _told_before(statement: Statement, others: Sequence[Statement], context: Context) -> date | None:
    """The past day told last before it in its paragraph; None where there is none."""
    parse, published = context.parse, context.report.published
    block = parse.sentence(statement.trigger_index or 0).block
    found = None
    for other in others:
        if other is statement:
            break
        time, place = other.time, other.trigger_index
        if place is None or time is None or time.latest is None or parse.sentence(place).block != block:
            continue
        found = time.latest if published is not None and time.latest < published else None
    return found


def _differing(statement: Statement, then: Statement) -> Statement:
    """The statement with those sides left open that were another's at the time last told."""
    return replace(
        statement, actor=_opened(statement.actor, then.actor), recipient=_opened(statement.recipient, then.recipient)
    )


def _opened(now: Role | None, then: Role | None) -> Role | None:
    return replace(now, side=None) if now is not None and then is not None and now.side != then.side else now


def _open(statement: Statement) -> Statement:
    """The statement with the sides of states that governments followed one another in left open."""
    return replace(statement, actor=_stateless(statement.actor), recipient=_stateless(statement.recipient))


def _stateless(role: Role | None) -> Role | None:
    state = role is not None and role.country is not None and role.side not in (None, role.entity, role.country)
    if role is None or not state or role.entity not in (role.country, None):
        return role
    return replace(role, side=None)


def _not_itself(statement: Statement, directory: Directory) -> Statement:
    """Who attacks the state of its own country attacks those who held it before; its opponents act for no government."""
    actor, other = _for_nobody(statement.actor), _for_nobody(statement.recipient)
    if (actor, other) != (statement.actor, statement.recipient):
        statement = replace(statement, actor=actor, recipient=other)
    if statement.type != Plover.ASSAULT or actor is None or other is None or other.side in (None, other.entity):
        return statement
    own = other.country is not None and other.country in (actor.country, (actor.code or "")[:3])
    if not own or other.country is None or actor.entity == other.entity:
        return statement
    day = statement.time.earliest if statement.time is not None else None
    before = directory.government(other.country, day - timedelta(days=1)) if day is not None else None
    if before is not None and before not in (actor.side, other.country):
        return replace(statement, recipient=replace(other, side=before))
    return replace(statement, recipient=replace(other, side=None)) if actor.side == other.side else statement


def _for_nobody(role: Role | None) -> Role | None:
    """The role without a side where its words call it an opponent of the government that it is put to."""
    if role is None or role.side is None or role.country is None or role.side == role.entity:
        return role
    return replace(role, side=None) if OPPONENTS.search(role.text) else role
