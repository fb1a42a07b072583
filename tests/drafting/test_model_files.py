"""A drafted model as TOML, drafted again over an edited file, changed and compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.domain.graph_model import (
    DecisionMaker,
    Form,
    GraphModel,
    Moves,
    Option,
    Preferences,
    Statement,
    Ties,
    Variant,
)
from dragoman.errors import ModelError
from dragoman.negotiation import Concept, parse_model, read_model
from dragoman.negotiation.drafting import answers, changed, marked, redraft, toml_of, what_if
from dragoman.negotiation.drafting.changing import corroborated_only, without_outlet, without_statements
from dragoman.negotiation.drafting.outcomes import outcomes
from tests.drafting.building import MadeUp, bases, situation_of

PUBLISHED = sorted((Path(__file__).parents[2] / "examples" / "published").glob("*.toml"))
TEXTS = st.text(min_size=0, max_size=40)


def record(name: str, outlet: str = "Sample Wire", status: str = "single-root") -> dict[str, object]:
    return {
        "statement": name, "report": name.split("#")[0], "start": 0, "end": 4, "quote": "Word", "day": "2024-05-02",
        "voices": [], "hedges": [], "outlet": outlet, "status": status,
    }  # fmt: skip


def small(*extra: Statement) -> GraphModel:
    """A guest who keeps a base and may pay, a host who may allow it; each wish has its own statement."""
    return GraphModel(
        "bases",
        (
            Option("g.keep", "g", "keep the base", Moves.BACKWARD, (record("a#1"),)),
            Option("g.pay", "g", "pay compensation", Moves.BOTH, (record("b#1", "Example Courier", "corroborated"),)),
            Option("h.allow", "h", "allow the base", Moves.BOTH, (record("c#1"), record("b#1", "Example Courier"))),
        ),
        (
            DecisionMaker(
                "g",
                "Guest",
                Preferences(
                    Form.PRIORITISED,
                    (
                        Statement("g.keep", evidence=(record("a#1"),), note="want", extra={"strength": "want"}),
                        Statement("not g.pay", evidence=(record("d#1"),)),
                    ),
                ),
                Ties.UNKNOWN,
                (Variant(0.5, Preferences(Form.PRIORITISED, (Statement("not g.keep"),)), extra={"note": "a bluff"}),),
            ),
            DecisionMaker(
                "h",
                "Host",
                Preferences(
                    Form.PRIORITISED,
                    (Statement("g.pay", evidence=(record("b#1", "Example Courier", "corroborated"),)), *extra),
                ),
                Ties.UNKNOWN,
            ),
        ),
        (),
        "YNN",
        {"as_of": "2024-05-02", "gaps": ["Nobody knows."]},
    )


def drafted() -> GraphModel:
    from dragoman.negotiation.drafting import draft

    model = draft(situation_of(bases()), MadeUp()).model
    assert model is not None
    return model


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda p: p.stem)
def test_writing_a_published_model_as_toml_and_reading_it_gives_the_same(path: Path) -> None:
    model = read_model(path)
    assert parse_model(toml_of(model), toml=True) == model


def test_a_drafted_model_survives_its_file() -> None:
    model = marked(drafted())
    assert parse_model(toml_of(model, heading=("Ä line\nof two",)), toml=True) == model


@given(TEXTS, TEXTS, st.dictionaries(st.text(min_size=1, max_size=8), TEXTS, max_size=3))
def test_any_words_survive_the_file(text: str, quote: str, extra: dict[str, str]) -> None:
    model = small(Statement("h.allow", evidence=({**record("e#1"), "quote": quote, **extra},), note=text))
    model = replace(model, options=(replace(model.options[0], text=text), *model.options[1:]))
    assert parse_model(toml_of(model), toml=True) == model


def test_the_file_says_in_comments_what_each_line_rests_on() -> None:
    text = toml_of(small())
    assert "# g: keep the base. Now taken: as the model says." in text
    assert "# “Word” (2024-05-02, a)" in text


def test_drafting_again_without_news_changes_nothing() -> None:
    model = marked(drafted())
    told = redraft(model, drafted())
    assert told.changes == ()
    assert told.kept == model


def test_an_edit_stays_and_what_is_new_comes_in() -> None:
    old = marked(small())
    first, *rest = old.options
    mine = Statement("g.pay if h.allow", note="mine", extra={"assumption": {"by": "an analyst", "reason": "a guess"}})
    host = replace(
        old.decision_makers[1],
        preferences=replace(old.decision_makers[1].preferences, statements=(*old.decision_makers[1].preferences.statements, mine)),
    )  # fmt: skip
    edited = replace(
        old,
        options=(replace(first, text="keep the base and the port"), *rest),
        decision_makers=(old.decision_makers[0], host),
        status_quo="YNY",
    )
    new = small(Statement("h.allow", evidence=(record("n#1"),)))
    told = redraft(edited, new)
    assert [(c.part, c.kind) for c in told.changes] == [("wish h: h.allow", "new")]
    assert told.kept.options[0].text == "keep the base and the port"
    assert [s.when for s in told.kept.decision_makers[1].preferences.statements] == [
        "g.pay",
        "h.allow",
        "g.pay if h.allow",
    ]
    assert told.kept.status_quo == "YNY"


def test_what_an_analyst_took_out_stays_out_and_is_told() -> None:
    old = marked(small())
    guest = replace(
        old.decision_makers[0],
        preferences=Preferences(Form.PRIORITISED, old.decision_makers[0].preferences.statements[:1]),
    )
    told = redraft(replace(old, decision_makers=(guest, old.decision_makers[1])), small())
    assert [(c.part, c.kind, c.asks) for c in told.changes] == [("wish g: not g.pay", "removed", True)]
    assert [s.when for s in told.kept.decision_makers[0].preferences.statements] == ["g.keep"]


def test_what_the_reports_no_longer_say_goes_unless_it_was_edited() -> None:
    old = marked(small(Statement("h.allow", evidence=(record("n#1"),))))
    told = redraft(old, small())
    assert [(c.part, c.kind) for c in told.changes] == [("wish h: h.allow", "gone")]


def test_an_edit_that_new_reports_contradict_stays_and_is_told() -> None:
    old = marked(small())
    edited = replace(old, options=(replace(old.options[0], text="mine"), *old.options[1:]))
    new = small()
    new = replace(new, options=(replace(new.options[0], text="theirs"), *new.options[1:]))
    told = redraft(edited, new)
    assert [(c.part, c.kind) for c in told.changes] == [("option g.keep", "clash")]
    assert told.kept.options[0].text == "mine"


def test_without_a_statement_its_wish_goes_and_what_has_other_evidence_stays() -> None:
    left = without_statements(small(), ["b#1"])
    assert [o.id for o in left.options] == ["g.keep", "h.allow"]
    assert left.status_quo == "YN"
    # With the option g.pay the wishes that name it go too, whatever they rest on.
    assert [[s.when for s in m.preferences.statements] for m in left.decision_makers] == [["g.keep"], []]


def test_without_an_outlet_and_with_corroborated_claims_only() -> None:
    assert [o.id for o in without_outlet(small(), "example courier").options] == ["g.keep", "h.allow"]
    assert [o.id for o in corroborated_only(small()).options] == ["g.pay"]


def test_the_outcomes_are_those_of_the_definition() -> None:
    # By hand: the guest would rather keep and not pay; the host cares only for being paid. Nobody can better YNN or YNY,
    # nor NNN or NNY, as a base once left cannot be kept again; of these no paying move leads anywhere but YNN itself.
    found = outcomes(small())
    assert set(found.holding[Concept.NASH]) == {"YNN", "YNY", "NNN", "NNY"}
    assert found.chosen == ("YNN",)
    assert found.settled == {"g.keep": "always", "g.pay": "never", "h.allow": "never"}


def test_what_if_shows_before_and_after() -> None:
    before = small()
    part = what_if(before, changed(before, settings={"g.pay": True}))
    assert [line.text for line in part.lines] == [
        "Before: 1 of 8 outcomes hold (NASH); taken in all: g.keep; in none: g.pay, h.allow",
        "After: 1 of 4 outcomes hold (NASH); taken in all: g.keep, g.pay; in none: h.allow",
        "g.pay (pay compensation): before taken in none, after taken in all that hold",
    ]


def test_an_option_that_is_not_there_cannot_be_set() -> None:
    with pytest.raises(ModelError, match=r"no option has the id 'g.sell'"):
        changed(small(), settings={"g.sell": True})


def test_answers_name_what_holds_with_its_quotes_and_what_it_hangs_on() -> None:
    told = answers(small())
    assert [p.id for p in told.parts] == [
        "outcomes", "questions", "paths", "deals", "change", "leverage", "flips", "sources",
    ]  # fmt: skip
    lines = told.part("outcomes").lines
    assert [line.text for line in lines[1:3]] == [
        "As things stand: Guest keeps the base; nobody else moves. It holds by all five concepts.",
        "In every one: Guest keeps the base (want).",
    ]
    assert [e["statement"] for e in lines[2].evidence] == ["a#1"]
    assert told.part("flips").lines[0].evidence[0]["statement"] in ("a#1", "b#1", "d#1")
    assert [(h.holder, h.target, h.options) for h in told.leverage] == [("g", "h", ("g.pay",))]


def test_a_model_without_a_status_quo_is_answered_all_the_same() -> None:
    told = answers(replace(small(), status_quo=None))
    assert told.part("deals").note == "The model does not say where things stand."
