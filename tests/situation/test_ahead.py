"""What lay ahead: told as done, given up, or still to come."""

from __future__ import annotations

from dragoman.domain.claim import Claim, Status
from dragoman.domain.statement import Kind, Plover, Realis, Stance, Statement
from dragoman.situation import assemble
from tests.situation.making import Countries, money, on, report, says


def claims(one: Statement, two: Statement, days: tuple[str, str] = ("2025-01-02", "2025-02-02")) -> list[Claim]:
    return list(assemble([report("a", days[0], one), report("b", days[1], two)], Countries()).claims)


def will_sign() -> Statement:
    what = "sign a customs treaty with Sylvania"
    return says(what, type=Plover.SUPPORT, trigger="sign", realis=Realis.PREDICTED, time=on("2025-03-01"))


def test_what_was_to_be_signed_is_overtaken_by_breaking_off_the_talks_on_it() -> None:
    broken = says("broken off the talks on the customs treaty", type=Plover.SANCTION, trigger="broken", other=None)
    plan, end = claims(will_sign(), broken)
    assert plan.status is Status.SUPERSEDED and plan.superseded_by == (end.id,)
    assert "given up" in plan.reason
    assert end.status is Status.SINGLE_ROOT


def test_breaking_off_something_else_or_before_overtakes_nothing() -> None:
    other = says("broken off the exercises with the fleet", type=Plover.SANCTION, trigger="broken", other=None)
    assert [c.status for c in claims(will_sign(), other)] == [Status.SINGLE_ROOT] * 2
    same = says("broken off the talks on the customs treaty", type=Plover.SANCTION, trigger="broken", other=None)
    assert {c.status for c in claims(same, will_sign())} == {Status.SINGLE_ROOT}


def test_a_plan_told_as_done_without_a_code_is_overtaken() -> None:
    plan = says("store water for the first filling", kind=Kind.STANCE, type=Stance.PLAN, other=None, trigger="store")
    done = says("has its first filling of water", kind=Kind.JUDGEMENT, type="asserted", other=None, trigger="has")
    before, after = claims(plan, done)
    assert before.status is Status.SUPERSEDED and before.superseded_by == (after.id,)


def test_what_lies_ahead_told_twice_weeks_before_is_one_claim_whether_its_day_is_told_or_not() -> None:
    undated = says("sign a customs treaty with Sylvania", type=Plover.SUPPORT, trigger="sign", realis=Realis.PLANNED)
    assert len(claims(will_sign(), undated, ("2025-01-02", "2025-01-10"))) == 1


def test_a_correction_by_the_same_voice_replaces_its_figure() -> None:
    first = says("the crossing cost 30 USD", kind=Kind.JUDGEMENT, type="asserted", other=None, amounts=(money(30),))
    second = says("the crossing cost 50 USD", kind=Kind.JUDGEMENT, type="asserted", other=None, amounts=(money(50),))
    readings = [
        report(n, d, s, outlet="Mock Monitor") for n, d, s in (("a", "2025-01-02", first), ("b", "2025-01-05", second))
    ]
    before, after = assemble(readings, Countries()).claims
    assert before.status is Status.SUPERSEDED and before.superseded_by == (after.id,)
