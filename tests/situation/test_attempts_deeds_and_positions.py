"""Attempts, bodies of a state, plans carried out, what was said at a call, positions and names: worked by hand."""

from __future__ import annotations

from dataclasses import replace

from dragoman.domain.claim import Claim, SideOf, Status
from dragoman.domain.reading import Reading
from dragoman.domain.situation import Position, Situation
from dragoman.domain.statement import Kind, Plover, Realis, Stance, Words
from dragoman.domain.text import Span
from dragoman.situation import assemble
from tests.situation.making import Countries, on, report, says, voice

UNION = voice("the dockers' union")


def situation(*readings: Reading) -> Situation:
    return assemble(readings, Countries())


def claim_with(found: Situation, statement: str) -> Claim:
    return next(c for c in found.claims if any(s.statement == statement and s.side is SideOf.FOR for s in c.statements))


def position(found: Situation, stance: str) -> Position:
    return next(p for p in found.positions if p.stance == stance)


def test_talks_tried_and_talks_held_are_linked_and_not_one() -> None:
    tried = says("attempts to negotiate with Sylvania", type=Plover.CONSULT, trigger="negotiate", time=on("2025-01-05"))
    held = says("the negotiations with Sylvania", type=Plover.CONSULT, trigger="negotiations", time=on("2025-01-05"))
    tried_report, held_report = report("a", "2025-01-06", tried), report("b", "2025-01-07", held)
    [statement] = tried_report.statements
    text = statement.quote
    place = statement.span.start + text.index("negotiate")
    found = situation(_with_trigger(tried_report, place), held_report)
    one, two = claim_with(found, "a#s1"), claim_with(found, "b#s1")
    assert one.id != two.id
    assert two.id in one.linked


def _with_trigger(reading: Reading, place: int) -> Reading:
    [statement] = reading.statements
    return replace(
        reading, statements=(replace(statement, trigger=Words(Span(place, place + 9), "negotiate"), object=None),)
    )


def test_a_plan_is_overtaken_by_the_deed_of_the_same_actor() -> None:
    plan = says("ship grain to the islands", kind=Kind.STANCE, type=Stance.PLAN, other=None, realis=Realis.PLANNED)
    deed = says("grain for the islands", trigger="shipped", other=None)
    found = situation(report("a", "2025-01-02", plan), report("b", "2025-02-02", deed))
    claim = claim_with(found, "a#s1")
    assert claim.status is Status.SUPERSEDED
    assert claim.superseded_by == (claim_with(found, "b#s1").id,)
    assert claim_with(found, "b#s1").status is Status.SINGLE_ROOT
    assert position(found, "plan").held == "earlier"


def test_the_deed_of_another_overtakes_no_plan() -> None:
    plan = says("ship grain to the islands", kind=Kind.STANCE, type=Stance.PLAN, other=None, realis=Realis.PLANNED)
    deed = says("grain for the islands", trigger="shipped", other=None, actor="SYL")
    found = situation(report("a", "2025-01-02", plan), report("b", "2025-02-02", deed))
    assert position(found, "plan").held == "current"


def test_no_plan_to_leave_and_a_hope_to_stay_are_one_claim() -> None:
    stays = says("keep the naval base", kind=Kind.STANCE, type=Stance.WANT, other=None, matter="military-presence")
    leaves_not = says(
        "give up the naval base",
        kind=Kind.STANCE,
        type=Stance.PLAN,
        other=None,
        matter="military-presence",
        negative=True,
        voices=(UNION,),
    )
    found = situation(report("a", "2025-01-02", stays), report("b", "2025-01-20", leaves_not))
    [claim] = found.claims
    assert claim.status is Status.CORROBORATED


def test_age_alone_makes_no_position_earlier() -> None:
    old = says("a treaty on the river", kind=Kind.STANCE, type=Stance.DEMAND, other=None)
    new = says("a loan for the harbour", actor="SYL", other=None)
    found = situation(report("a", "2015-01-02", old), report("b", "2025-01-02", new))
    assert position(found, "demand").held == "current"


def test_a_position_reversed_years_later_is_earlier() -> None:
    keeps = says("keep the naval base", kind=Kind.STANCE, type=Stance.WANT, other=None, matter="military-presence")
    leaves = says("leave the naval base", kind=Kind.STANCE, type=Stance.PLAN, other=None, matter="military-presence")
    found = situation(report("a", "2015-01-02", keeps), report("b", "2025-01-02", leaves))
    assert position(found, "want").held == "earlier"
    assert position(found, "plan").held == "current"
    assert {c.status for c in found.claims} == {Status.SINGLE_ROOT}


def test_the_only_government_of_a_country_has_the_country_s_name() -> None:
    now = says("a loan for the harbour", other="GRA")
    found = situation(report("a", "2025-01-02", now))
    assert found.names["graustark-new"] == "Graustark"
    before = says("the old ferry", other="GRA", time=on("2024-01-02"))
    both = situation(report("a", "2025-01-02", now, before))
    assert (both.names["graustark-new"], both.names["graustark-old"]) == ("new one", "old government")
