"""Claims about one event that are not one claim: a meeting and what was said at it, two sides of one clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dragoman.domain.statement import Kind
from dragoman.situation.claims.group import Group, order
from dragoman.situation.claims.same import EVENT_SLACK, near, parties
from dragoman.situation.days import Days
from dragoman.situation.facts import Fact

AROUND = 500
"""How many code points from the words of a meeting what was said at it may stand."""
CIRCLE = 12
"""Most claims that are linked with one another because of one meeting."""
_TALKING = frozenset({"CONSULT", "AGREE", "COOPERATE", "agreement"})
_DAYS = 31
_FORTNIGHT = 14
"""How many days the call that somebody names may lie from the day he puts it on ("last week")."""


def links(groups: Sequence[Group]) -> dict[int, set[int]]:
    """For each group's number those of the groups that it is linked with."""
    home = {f.id: g.number for g in groups for f in g.facts}
    found: dict[int, set[int]] = defaultdict(set)
    by_report: dict[str, list[Fact]] = defaultdict(list)
    for one in groups:
        for fact in one.facts:
            by_report[fact.report.id].append(fact)
    circles: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for facts in by_report.values():
        _within(sorted(facts, key=order), home, found, circles)
    _told_of(groups, circles)
    for meeting, members in circles.items():
        row = sorted(members)[:CIRCLE]
        for number, _ in row:
            _join(found, meeting, number)
        for i, (one_number, actor) in enumerate(row):
            for two_number, other_actor in row[i + 1 :]:
                if actor == other_actor:
                    _join(found, one_number, two_number)
    _one_time(groups, found)
    return found


def _join(found: dict[int, set[int]], one: int, two: int) -> None:
    if one != two:
        found[one].add(two)
        found[two].add(one)


def _within(
    facts: Sequence[Fact],
    home: Mapping[str, int],
    found: dict[int, set[int]],
    circles: dict[int, set[tuple[int, str]]],
) -> None:
    for i, one in enumerate(facts):
        for two in facts[i + 1 : i + 12]:
            if two.statement.span.start >= one.statement.span.end + AROUND:
                break
            if one.statement.span.meets(two.statement.span) and _one_event(one, two):
                _join(found, home[one.id], home[two.id])
            for meeting, speech in ((one, two), (two, one)):
                if one.block == two.block and _said_at(meeting, speech):
                    circles[home[meeting.id]].add((home[speech.id], speech.actor or ""))


def _one_event(one: Fact, two: Fact) -> bool:
    """True where one trigger stands behind both, or both clauses share an actor and act."""
    a, b = one.statement, two.statement
    same_trigger = a.trigger_index is not None and a.trigger_index == b.trigger_index
    return same_trigger or (one.act in _TALKING and two.act in _TALKING and parties(one) == parties(two))


def _said_at(meeting: Fact, speech: Fact) -> bool:
    if meeting.act != "CONSULT" or len(parties(meeting)) != 2 or speech.actor not in parties(meeting):
        return False
    if speech.kind is not Kind.STANCE and speech.act not in ("AGREE", "REQUEST", "agreement"):
        return False
    return speech.other is None or speech.other in parties(meeting)


def _told_of(groups: Sequence[Group], circles: dict[int, set[tuple[int, str]]]) -> None:
    """What is told to have been said "during their call" joins the circle of the pair's nearest call."""
    meetings: dict[tuple[frozenset[str], str], list[Group]] = defaultdict(list)
    for one in groups:
        if one.head.act == "CONSULT" and one.head.form and one.head.mood == "actual" and len(parties(one.head)) == 2:
            meetings[parties(one.head), one.head.form].append(one)
            for side in parties(one.head):
                meetings[frozenset({side}), one.head.form].append(one)
    for one in groups:
        for fact in one.facts:
            if fact.kind is not Kind.STANCE or not parties(fact):
                continue
            row = meetings.get((parties(fact), fact.meeting), [])
            if row:
                nearest = min(row, key=lambda g: (_apart(g.days, fact.days), g.number))
                if near(nearest.days, fact.days, EVENT_SLACK) or _apart(nearest.days, fact.days) <= _FORTNIGHT:
                    circles[nearest.number].add((one.number, fact.actor or ""))


def _apart(one: Days, two: Days) -> int:
    return abs((one.mark - two.mark).days) if one.mark is not None and two.mark is not None else 0


def _one_time(groups: Sequence[Group], found: dict[int, set[int]]) -> None:
    """Dealings of one pair that are told of the same days, no longer than a month."""
    index: dict[tuple[frozenset[str], int], list[Group]] = defaultdict(list)
    for one in groups:
        days = one.days
        fits = one.head.act in _TALKING or one.head.kind is Kind.STANCE
        if fits and days.told and len(parties(one.head)) == 2 and days.earliest and days.latest:
            for month in {_month(days.earliest), _month(days.latest)}:
                if (days.latest - days.earliest).days <= _DAYS:
                    index[parties(one.head), month].append(one)
    for row in index.values():
        for i, one in enumerate(row):
            for two in row[i + 1 : i + 7]:
                if one.days.meets(two.days):
                    _join(found, one.number, two.number)
    _one_form(groups, found)


def _one_form(groups: Sequence[Group], found: dict[int, set[int]]) -> None:
    """Talks of one pair that may be of the same weeks: those held and those only tried."""
    index: dict[tuple[frozenset[str], str], list[Group]] = defaultdict(list)
    for one in groups:
        if one.head.form and len(parties(one.head)) == 2:
            index[parties(one.head), one.head.form].append(one)
    for row in index.values():
        row.sort(key=lambda g: (g.days.mark or date.max, g.number))
        for i, one in enumerate(row):
            for two in row[i + 1 : i + 4]:
                if one.head.mood != two.head.mood and near(one.days, two.days, EVENT_SLACK):
                    _join(found, one.number, two.number)


def _month(day: date) -> int:
    return day.year * 12 + day.month
