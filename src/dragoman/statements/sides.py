"""For whom the parties of an event acted on the day of the event, where that is known and is not the report's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.domain.statement import Realis, Role, Statement
from dragoman.ports import Directory


def on_their_day(statement: Statement, published: date | None, directory: Directory) -> Statement:
    """`statement` with the sides of its roles as they were on the last day that its event may have happened.

    A government that the text names stays what it names; what is planned, wanted or predicted stays with today's.
    """
    time = statement.time
    if time is None or time.latest is None or statement.realis is not Realis.ACTUAL:
        return statement
    if published is not None and time.latest >= published:
        return statement
    return replace(
        statement,
        actor=_then(statement.actor, time.latest, directory),
        recipient=_then(statement.recipient, time.latest, directory),
    )


def _then(role: Role | None, day: date, directory: Directory) -> Role | None:
    if role is None or role.entity is None or role.side in (None, role.entity):
        return role
    if role.country and role.entity != role.country and directory.side(role.entity, day) is None:
        return replace(role, side=directory.government(role.country, day))
    return replace(role, side=directory.side(role.entity, day) or role.side)
