"""From statements to options, owners and preferences. Expected values by hand, from the rules of the docs page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import DecisionMaker, GraphModel, Moves, Option, Ties
from dragoman.domain.statement import Kind, Realis, Strength
from dragoman.negotiation import solve
from dragoman.negotiation.drafting import draft
from tests.drafting.building import DAY, GRAUSTARK, LUTHA, RURITANIA, MadeUp, Page, bases, situation_of


def drafted(*pages: Page, as_of: date | None = None) -> Draft:
    return draft(situation_of(*pages, as_of=as_of), MadeUp())


def model_of(*pages: Page) -> GraphModel:
    found = drafted(*pages)
    assert found.model is not None, found.reasons
    return found.model


def option(model: GraphModel, ident: str) -> Option:
    return next(o for o in model.options if o.id == ident)


def maker(model: GraphModel, ident: str) -> DecisionMaker:
    return next(m for m in model.decision_makers if m.id == ident)


def wishes(model: GraphModel, ident: str) -> list[str]:
    return [s.when for s in maker(model, ident).preferences.statements]


def test_an_option_belongs_to_whoever_can_carry_it_out() -> None:
    assert {o.id: o.owner for o in model_of(bases()).options} == {
        "rra.keep_presence": RURITANIA,
        "rra.provide_aid": RURITANIA,
        "rra.compensate_compensation": RURITANIA,
        "lut.allow_presence": LUTHA,
        "lut.admit_entry": LUTHA,
        "lut.pay_debt": LUTHA,
        "gst.provide_energy": GRAUSTARK,
    }


def test_a_demand_is_a_wish_of_its_speaker_about_another_s_option() -> None:
    assert wishes(model_of(bases()), LUTHA)[0] in ("rra.compensate_compensation", "not lut.pay_debt")
    assert "rra.compensate_compensation" in wishes(model_of(bases()), LUTHA)


def test_a_refusal_is_the_option_at_n() -> None:
    assert "not lut.pay_debt" in wishes(model_of(bases()), LUTHA)


def test_an_offer_gives_its_price_then_only_with_it_then_its_word_and_its_cost() -> None:
    found = wishes(model_of(bases()), RURITANIA)
    price, only, word, cost = (
        found.index(w)
        for w in (
            "lut.admit_entry",
            "(lut.admit_entry) if rra.provide_aid",
            "rra.provide_aid if (lut.admit_entry)",
            "not rra.provide_aid",
        )
    )
    assert price < only < word < cost


def test_honouring_an_offer_is_an_assumption_with_a_reason() -> None:
    statements = maker(model_of(bases()), RURITANIA).preferences.statements
    word = next(s for s in statements if s.when == "rra.provide_aid if (lut.admit_entry)")
    assert word.extra["assumption"] == {"by": "drafting rule", "reason": "that it would honour this"}


def test_a_threat_has_a_reading_that_means_it_and_one_that_bluffs() -> None:
    threatening = maker(model_of(bases()), GRAUSTARK)
    assert wishes(model_of(bases()), GRAUSTARK)[0] == "lut.pay_debt"
    # The threat is to stop: the option of going on with deliveries is then at N.
    assert any("iff" in s.when for s in threatening.preferences.statements)
    (bluff,) = threatening.variants
    assert not any("iff" in s.when for s in bluff.preferences.statements)
    assert bluff.extra["note"] == "the threat is a bluff"


def test_a_stay_brings_the_host_s_leave_and_staying_against_it_is_feasible() -> None:
    model = model_of(bases())
    assert option(model, "lut.allow_presence").text == "let Ruritania keep bases and troops in Lutha"
    assert "lut.allow_presence if rra.keep_presence" in wishes(model, RURITANIA)
    assert not model.infeasible


def test_who_means_to_keep_something_has_it_and_what_nobody_tells_is_not_done() -> None:
    model = model_of(bases())
    letters = dict(zip((o.id for o in model.options), model.status_quo or "", strict=True))
    assert letters["rra.keep_presence"] == "Y"
    assert letters["rra.compensate_compensation"] == "N"


def test_a_withdrawal_and_a_payment_are_one_way() -> None:
    model = model_of(bases())
    assert option(model, "rra.keep_presence").moves is Moves.BACKWARD
    assert option(model, "rra.compensate_compensation").moves is Moves.FORWARD


def test_silence_is_unknown_and_listed() -> None:
    found = drafted(bases())
    assert found.model is not None
    assert all(m.ties is Ties.UNKNOWN for m in found.model.decision_makers)
    assert any(gap.startswith("Graustark says nothing on") for gap in found.gaps)


def test_every_quote_stands_at_its_place() -> None:
    page = bases()
    model = model_of(page)
    evidence = [e for o in model.options for e in o.evidence]
    evidence += [e for m in model.decision_makers for s in m.preferences.statements for e in s.evidence]
    assert evidence
    for record in evidence:
        assert isinstance(record, dict)
        assert page.report.text[record["start"] : record["end"]] == record["quote"]
        assert record["statement"].startswith("r1#s")


def test_the_model_is_one_that_can_be_solved() -> None:
    assert solve(model_of(bases()), states=False).feasible == 2**7


def test_a_level_is_an_option_of_its_own_that_excludes_the_whole() -> None:
    page = bases()
    page.report = replace(page.report, text=page.report.text + " Ruritania plans to keep a limited presence in Lutha.")
    page.says(
        Kind.STANCE, "plan", "Ruritania plans to keep a limited presence in Lutha", actor="Ruritania", trigger="plans",
        object_="keep a limited presence in Lutha", whose="Ruritania", strength=Strength.WANT, realis=Realis.PLANNED,
    )  # fmt: skip
    page.report = replace(page.report, blocks=(replace(page.report.blocks[0], span=page.span(page.report.text)),))
    model = model_of(page)
    assert [set(s.when.split(" and ")) for s in model.infeasible] == [
        {"rra.keep_presence", "rra.keep_presence_limited"}
    ]
    assert "rra.keep_presence_limited or rra.keep_presence" in wishes(model, RURITANIA)


def test_what_an_observer_says_is_possible_gives_no_preference() -> None:
    text = "Lutha demands compensation from Ruritania. Ruritania could lend Lutha money."
    page = Page(text)
    page.says(
        Kind.STANCE, "demand", "Lutha demands compensation from Ruritania", actor="Lutha", trigger="demands",
        object_="compensation", recipient="Ruritania", whose="Ruritania", strength=Strength.DEMAND,
    )  # fmt: skip
    page.says(
        Kind.STANCE, "refuse", "Lutha demands compensation", actor="Lutha", trigger="demands", object_="compensation",
        recipient="Ruritania", whose="Lutha",
    )  # fmt: skip
    page.statements.pop()
    page.says(
        Kind.EVENT, "AID", "Ruritania could lend Lutha money", actor="Ruritania", trigger="lend", object_="money",
        recipient="Lutha", realis=Realis.CONDITIONAL, possible=True,
    )  # fmt: skip
    found = drafted(page)
    assert found.model is None
    assert found.reasons[0].startswith("only one party")


def test_a_later_stance_replaces_an_earlier_one_and_one_of_the_same_days_is_a_variant() -> None:
    def stance(quote: str, object_: str, day: date, name: str) -> Page:
        page = Page(f"{quote}. Lutha demands compensation from Ruritania.", name=name, day=day)
        page.says(
            Kind.STANCE, "plan", quote, actor="Ruritania", trigger="plans", object_=object_, whose="Ruritania",
            strength=Strength.WANT, realis=Realis.PLANNED,
        )  # fmt: skip
        return page.says(
            Kind.STANCE, "demand", "Lutha demands compensation from Ruritania", actor="Lutha", trigger="demands",
            object_="compensation", recipient="Ruritania", whose="Ruritania", strength=Strength.DEMAND,
        )  # fmt: skip

    stay = ("Ruritania plans to keep its base in Lutha", "keep its base in Lutha")
    leave = ("Ruritania plans to leave its base in Lutha", "leave its base in Lutha")
    host = Page("Lutha met Ruritania.", name="h", day=DAY)
    host.says(
        Kind.EVENT, "CONSULT", "Lutha met Ruritania", actor="Lutha", trigger="met", recipient="Ruritania",
        realis=Realis.ACTUAL,
    )  # fmt: skip
    later = model_of(stance(*leave, date(2024, 1, 5), "a"), stance(*stay, DAY, "b"), host)
    assert "rra.keep_presence" in wishes(later, RURITANIA)
    assert not maker(later, RURITANIA).variants
    both = model_of(stance(*leave, DAY, "a"), stance(*stay, DAY, "b"), host)
    assert [v.extra["note"] for v in maker(both, RURITANIA).variants] == ["the reports of the same days say both"]


def test_reports_without_deeds_say_why_there_is_no_model() -> None:
    page = Page("Ruritania met Lutha.")
    page.says(
        Kind.EVENT, "CONSULT", "Ruritania met Lutha", actor="Ruritania", trigger="met", recipient="Lutha",
        realis=Realis.ACTUAL,
    )  # fmt: skip
    found = drafted(page)
    assert found.model is None
    assert found.reasons[0] == "no statement names something that a party could do or leave undone"


def test_an_empty_situation_and_a_matter_that_nobody_speaks_on_give_no_model() -> None:
    assert draft(situation_of(), MadeUp()).model is None
    found = draft(situation_of(bases()), MadeUp(), matters=["nuclear-programme"])
    assert found.model is None
    assert found.reasons[0].startswith("no statement on nuclear-programme")


def test_never_more_options_than_asked_for() -> None:
    found = draft(situation_of(bases()), MadeUp(), options=4)
    assert found.model is not None
    assert len(found.model.options) <= 4


def test_the_draft_does_not_depend_on_the_order_of_reports() -> None:
    first, second = bases(), Page("Lutha met Ruritania.", name="r2")
    assert drafted(first, second).model == drafted(second, first).model
