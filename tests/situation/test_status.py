"""Corroborated, disputed, superseded: each case from the issue's own definitions, worked by hand."""

from __future__ import annotations

from dragoman.domain.claim import Claim, SideOf, Status
from dragoman.domain.reading import Reading
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Realis
from dragoman.situation import assemble
from tests.situation.making import Countries, money, on, report, says, voice

MINISTRY, UNION = voice("Transport Ministry of Ruritania"), voice("the dockers' union")


def situation(*readings: Reading) -> Situation:
    return assemble(readings, Countries())


def one(found: Situation) -> Claim:
    assert len(found.claims) == 1, [c.reason for c in found.claims]
    return found.claims[0]


def claim_with(found: Situation, statement: str) -> Claim:
    return next(c for c in found.claims if any(s.statement == statement and s.side is SideOf.FOR for s in c.statements))


def test_two_named_roots_corroborate() -> None:
    claim = one(
        situation(
            report("a", "2025-01-02", says("a loan for the harbour", voices=(MINISTRY,))),
            report("b", "2025-01-03", says("the harbour loan", voices=(UNION,))),
        )
    )
    assert claim.status is Status.CORROBORATED
    assert {r.name for r in claim.roots} == {MINISTRY.name, UNION.name}
    assert claim.digit == 1


def test_three_outlets_of_one_ministry_are_one_root() -> None:
    claim = one(
        situation(
            *(report(n, "2025-01-02", says("a loan for the harbour", voices=(MINISTRY,))) for n in ("a", "b", "c"))
        )
    )
    assert (claim.status, len(claim.roots)) == (Status.SINGLE_ROOT, 1)


def test_two_unnamed_roots_may_be_the_same_person() -> None:
    official = voice("an official", "unnamed")
    claim = one(
        situation(*(report(n, "2025-01-02", says("a loan for the harbour", voices=(official,))) for n in ("a", "b")))
    )
    assert (claim.status, len(claim.roots)) == (Status.INDEPENDENCE_UNKNOWN, 2)
    assert not any(r.named for r in claim.roots)


def test_a_named_and_an_unnamed_root_may_be_the_same() -> None:
    official = voice("an official", "unnamed")
    claim = one(
        situation(
            report("a", "2025-01-02", says("a loan for the harbour", voices=(official,))),
            report("b", "2025-01-02", says("a loan for the harbour", voices=(UNION,))),
        )
    )
    assert claim.status is Status.INDEPENDENCE_UNKNOWN


def test_a_denial_of_the_same_day_from_another_root_is_a_dispute() -> None:
    found = situation(
        report("a", "2025-01-02", says("a loan for the harbour", voices=(MINISTRY,), time=on("2025-01-01"))),
        report(
            "b", "2025-01-03", says("a loan for the harbour", voices=(UNION,), time=on("2025-01-01"), negative=True)
        ),
    )
    claim = claim_with(found, "a#s1")
    assert claim.status is Status.DISPUTED
    assert [s.statement for s in claim.statements if s.side is SideOf.AGAINST] == ["b#s1"]
    assert claim.rivals == (claim_with(found, "b#s1").id,)


def test_figures_that_cannot_both_be_right_are_a_dispute() -> None:
    found = situation(
        report("a", "2025-01-02", says("a loan", voices=(MINISTRY,), time=on("2025-01-01"), amounts=(money(9e6),))),
        report("b", "2025-01-03", says("a loan", voices=(UNION,), time=on("2025-01-01"), amounts=(money(4e6),))),
    )
    assert [c.status for c in found.claims] == [Status.DISPUTED] * 2


def test_a_denial_of_no_told_day_is_only_a_possible_conflict() -> None:
    found = situation(
        report("a", "2025-01-02", says("a loan for the harbour", voices=(MINISTRY,))),
        report("b", "2025-01-20", says("a loan for the harbour", voices=(UNION,), negative=True)),
    )
    assert [c.status for c in found.claims] == [Status.POSSIBLE_CONFLICT] * 2


def test_the_same_voice_replacing_itself_supersedes_and_is_no_dispute() -> None:
    figures = [
        report("a", "2025-01-02", says("a loan", voices=(MINISTRY,), time=on("2025-01-01"), amounts=(money(9e6),))),
        report("b", "2025-01-05", says("a loan", voices=(MINISTRY,), time=on("2025-01-01"), amounts=(money(4e6),))),
    ]
    found = situation(*figures)
    earlier, later = claim_with(found, "a#s1"), claim_with(found, "b#s1")
    assert (earlier.status, later.status) == (Status.SUPERSEDED, Status.SINGLE_ROOT)
    assert earlier.superseded_by == (later.id,)


def test_a_later_want_overtakes_the_earlier_one_of_the_same_actor() -> None:
    found = situation(
        report(
            "a", "2024-12-09", says("to give up its bases", kind=Kind.STANCE, type="plan", other=None, voices=(UNION,))
        ),
        report(
            "b", "2025-02-25", says("to keep its bases", kind=Kind.STANCE, type="want", other=None, voices=(MINISTRY,))
        ),
    )
    earlier, later = claim_with(found, "a#s1"), claim_with(found, "b#s1")
    assert earlier.status is Status.SUPERSEDED
    assert later.status is Status.SINGLE_ROOT
    assert {p.held for p in found.positions if p.bearing < 0} == {"earlier"}


def test_opposite_wants_told_on_one_day_are_a_dispute() -> None:
    found = situation(
        report(
            "a", "2025-02-25", says("to give up its bases", kind=Kind.STANCE, type="plan", other=None, voices=(UNION,))
        ),
        report(
            "b", "2025-02-25", says("to keep its bases", kind=Kind.STANCE, type="want", other=None, voices=(MINISTRY,))
        ),
    )
    assert [c.status for c in found.claims] == [Status.DISPUTED] * 2


def test_what_one_side_wants_of_another_thing_overtakes_nothing() -> None:
    found = situation(
        report("a", "2025-01-09", says("to counter the rebels' influence", kind=Kind.STANCE, type="want", other=None)),
        report("b", "2025-02-25", says("to keep its influence abroad", kind=Kind.STANCE, type="want", other=None)),
    )
    assert [c.status for c in found.claims] == [Status.SINGLE_ROOT] * 2


def test_rival_judgements_years_apart_are_disputed_whatever_the_day() -> None:
    found = situation(
        report("a", "2015-02-25", says("port value", kind=Kind.JUDGEMENT, type="negative", other=None, matter="port")),
        report("b", "2025-02-25", says("port value", kind=Kind.JUDGEMENT, type="positive", other=None, matter="port")),
    )
    assert [c.status for c in found.claims] == [Status.DISPUTED] * 2
    assert found.claims[0].rivals == (found.claims[1].id,)
    assert "rival judgement" in found.claims[0].reason


def test_a_plan_that_is_told_as_done_is_overtaken_by_the_deed() -> None:
    found = situation(
        report("a", "2025-01-02", says("a loan for the harbour", realis=Realis.PLANNED)),
        report("b", "2025-01-20", says("a loan for the harbour", voices=(UNION,))),
    )
    assert claim_with(found, "a#s1").status is Status.SUPERSEDED
    assert claim_with(found, "b#s1").status is Status.SINGLE_ROOT


def test_a_call_and_what_was_offered_in_it_are_linked_and_not_one() -> None:
    call = says("talks about grain", type="CONSULT", trigger="call")
    offer = says("cheaper grain", kind=Kind.STANCE, type="offer")
    text = "Ruritania called Sylvania and offered cheaper grain."
    found = situation(report("a", "2025-01-02", call, offer, text=text))
    assert len(found.claims) == 2
    assert found.claims[0].linked == (found.claims[1].id,)


def test_every_reason_is_one_sentence() -> None:
    found = situation(
        report("a", "2025-01-02", says("a loan for the harbour", voices=(MINISTRY,))),
        report("b", "2025-01-20", says("a loan for the harbour", voices=(UNION,), negative=True)),
        report("c", "2025-01-20", says("grain", voices=(UNION,))),
    )
    for claim in found.claims:
        assert claim.reason.endswith(".") and "\n" not in claim.reason
