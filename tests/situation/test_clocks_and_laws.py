"""Two clocks, and laws that hold for any set of reports."""

from __future__ import annotations

import gc
import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.domain.claim import SideOf
from dragoman.domain.reading import Reading
from dragoman.domain.situation import Judgements, Situation
from dragoman.domain.statement import Kind, Statement
from dragoman.situation import assemble
from tests.situation.making import Countries, money, on, report, says, voice

NAMES = ("Port Office", "the union", "a diplomat", "Example Courier", "Mock Monitor")
KINDS = {"Port Office": "institution", "the union": "institution", "a diplomat": "unnamed"}


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    kind = draw(st.sampled_from([Kind.EVENT, Kind.STANCE, Kind.JUDGEMENT, Kind.TIE, Kind.AGREEMENT]))
    type_ = {
        Kind.EVENT: ["AID", "CONSULT", "RETREAT"],
        Kind.STANCE: ["want", "refuse", "offer"],
        Kind.JUDGEMENT: ["positive", "negative", "asserted"],
        Kind.TIE: ["owes", "allied"],
        Kind.AGREEMENT: ["signed", "ended"],
    }[kind]
    name = draw(st.sampled_from([None, *NAMES]))
    day = draw(st.sampled_from([None, "2025-01-01", "2025-01-15", "2025-02-01"]))
    return says(
        draw(
            st.sampled_from(["a loan for the port", "the port", "to keep its bases", "to give up its bases", "grain"])
        ),
        kind=kind,
        type=draw(st.sampled_from(type_)),
        actor=draw(st.sampled_from(["RUR", "GRA", None])),
        other=draw(st.sampled_from(["SYL", "GRA", None])),
        voices=(voice(name, KINDS.get(name, "outlet")),) if name else (),
        time=on(day) if day else None,
        amounts=draw(st.sampled_from([(), (money(5e6),), (money(9e6),)])),
        negative=draw(st.booleans()),
    )


@st.composite
def cases(draw: st.DrawFn) -> list[Reading]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        rows = draw(st.lists(statements(), min_size=1, max_size=3))
        day = draw(st.sampled_from([None, "2025-01-02", "2025-01-16", "2025-02-02"]))
        outlet = draw(st.sampled_from(["Example Courier", "Mock Monitor", "Template Times"]))
        found.append(report(f"r{number}", day, *rows, outlet=outlet))
    return found


def seen(found: Situation) -> object:
    """All of a situation but the texts that it was made from."""
    return (
        found.claims, found.positions, found.ties, found.agreements, found.timeline, found.outlooks, found.actors,
        dict(found.copies), found.undated, found.notes, dict(found.names),
    )  # fmt: skip


@given(cases(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_claims_depend_neither_on_the_order_nor_on_the_repetition_of_reports(
    readings: list[Reading], chance: random.Random
) -> None:
    again = [*readings, *chance.sample(readings, chance.randint(0, len(readings)))]
    chance.shuffle(again)
    assert seen(assemble(again, Countries())) == seen(assemble(readings, Countries()))


@given(cases(), cases(), st.sampled_from([date(2025, 1, 2), date(2025, 1, 20)]))
@settings(max_examples=40, deadline=None)
def test_what_was_known_by_a_day_does_not_change_with_reports_of_later_days(
    readings: list[Reading], later: list[Reading], day: date
) -> None:
    after = [
        replace(r, report=replace(r.report, id=f"later-{r.report.id}", published=day + timedelta(days=1 + i)))
        for i, r in enumerate(later)
    ]
    before = assemble(readings, Countries(), known_by=day)
    assert seen(assemble([*after, *readings], Countries(), known_by=day)) == seen(before)


@given(cases())
@settings(max_examples=40, deadline=None)
def test_a_copy_raises_no_count_of_roots(readings: list[Reading]) -> None:
    text = " ".join(f"word{n}" for n in range(60))
    dated = [r for r in readings if r.report.published is not None]
    if not dated:
        return
    first = dated[0]
    whole = report(first.report.id, str(first.report.published), *first.statements,
                   outlet=first.report.outlet, text=text)  # fmt: skip
    others = [r for r in readings if r is not first]
    copy = replace(
        whole, report=replace(whole.report, id="zcopy", outlet="Copying Courier", published=date(2025, 2, 3))
    )
    alone = assemble([*others, whole], Countries())
    both = assemble([*others, whole, copy], Countries())
    assert both.copies["zcopy"] == first.report.id
    assert {r.name for c in both.claims for r in c.roots} <= {r.name for c in alone.claims for r in c.roots}
    most = {s.statement: len(c.roots) for c in both.claims for s in c.statements if s.side is SideOf.FOR}
    for claim in alone.claims:
        for support in claim.statements:
            if support.side is SideOf.FOR and support.statement.startswith(first.report.id + "#"):
                assert most[support.statement] <= len(claim.roots)


@given(cases())
@settings(max_examples=40, deadline=None)
def test_every_interval_holds_and_every_claim_shows_its_statements(readings: list[Reading]) -> None:
    found = assemble(readings, Countries())
    ids = {c.id for c in found.claims}
    assert len(ids) == len(found.claims)
    told = [s.statement for c in found.claims for s in c.statements if s.side is SideOf.FOR]
    assert sorted(told) == sorted(found.statements)
    for claim in found.claims:
        assert claim.earliest is None or claim.latest is None or claim.earliest <= claim.latest
        assert {*claim.superseded_by, *claim.rivals, *claim.linked} <= ids - {claim.id}
        assert {s.root.name for s in claim.statements if s.side is SideOf.FOR} == {r.name for r in claim.roots}
    for event in found.timeline:
        assert event.earliest is None or event.latest is None or event.earliest <= event.latest
        assert not event.exact or event.earliest == event.latest is not None


def test_an_undated_report_is_out_of_known_by_views_which_say_so() -> None:
    readings = [report("a", None, says("grain")), report("b", "2025-01-02", says("grain"))]
    found = assemble(readings, Countries(), known_by=date(2025, 1, 2))
    assert found.undated == ("a",)
    assert set(found.reports) == {"b"}
    assert "undated" in found.notes[0]
    assert not assemble(readings, Countries()).undated


def test_as_of_a_day_what_was_overtaken_later_still_holds() -> None:
    readings = [
        report("a", "2024-12-09", says("to give up its bases", kind=Kind.STANCE, type="plan", other=None)),
        report("b", "2025-02-25", says("to keep its bases", kind=Kind.STANCE, type="want", other=None)),
    ]
    then = assemble(readings, Countries(), as_of=date(2024, 12, 31))
    assert [p.held for p in then.positions] == ["current"]
    assert [p.held for p in assemble(readings, Countries()).positions] == ["current", "earlier"]


def test_a_later_report_tells_of_an_earlier_day() -> None:
    readings = [report("a", "2025-02-25", says("grain", time=on("2025-01-05")))]
    assert len(assemble(readings, Countries(), as_of=date(2025, 1, 31)).claims) == 1
    assert not assemble(readings, Countries(), as_of=date(2025, 1, 4)).claims
    assert not assemble(readings, Countries(), as_of=date(2025, 1, 31), known_by=date(2025, 1, 31)).claims


def test_clocks_the_wrong_way_round_are_noted() -> None:
    found = assemble(
        [report("a", "2025-01-02", says("grain"))], Countries(), as_of=date(2025, 3, 1), known_by=date(2025, 2, 1)
    )
    assert "lies after" in found.notes[0]


def test_a_fallen_governments_debts_pass_on_and_its_positions_end() -> None:
    readings = [
        report(
            "a",
            "2024-05-01",
            says("the loans", kind=Kind.TIE, type="owes", actor="GRA", other="RUR"),
            says("the canal treaty", kind=Kind.AGREEMENT, type="signed", actor="GRA", other="RUR", matter="canal"),
            says("to keep its bases", kind=Kind.STANCE, type="want", actor="GRA", other=None),
            says("arms", kind=Kind.TIE, type="allied", actor="GRA", other="RUR"),
        )
    ]
    found = assemble(readings, Countries(), as_of=date(2025, 1, 1))
    assert found.positions[0].held == "earlier"
    assert found.agreements[0].heirs == ("graustark-new",)
    assert [s.status for s in found.agreements[0].steps] == ["signed", "inherited"]
    assert {t.kind: t.until for t in found.ties} == {"owes": None, "allied": date(2024, 6, 30)}


def test_judgements_reject_correct_and_merge() -> None:
    readings = [report("a", "2025-01-02", says("grain"), says("a loan"))]
    put_right = Judgements(rejected=frozenset({"a#s1"}), same={"RUR": "SYL"})
    found = assemble(readings, Countries(), judgements=put_right)
    assert set(found.statements) == {"a#s2"}
    assert found.claims[0].actor == "SYL"
    assert set(assemble(readings, Countries()).statements) == {"a#s1", "a#s2"}


def test_the_garbage_collector_is_as_it_was_after_assembling() -> None:
    for was_on in (False, True):
        (gc.enable if was_on else gc.disable)()
        try:
            assemble([], Countries())
            assert gc.isenabled() is was_on
        finally:
            gc.enable()
