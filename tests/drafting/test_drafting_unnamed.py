"""Deeds that no table names, parties that no catalogue holds, and bargaining that lies long back. Expected values by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.domain.statement import Kind, Realis, Role, Strength
from dragoman.negotiation.drafting import draft
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.plain_deeds import allowed, general_deed, given, passive
from tests.drafting.building import DAY, LUTHA, MadeUp, Page, bases, situation_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "let boats from Graustark fish its half of the lake, as before",
            "let boats from Graustark fish its half of the lake",
        ),
        ("handing over its shares in the port", "hand over its shares in the port"),
        ("driving out a neighbour", "drive out a neighbour"),
        ("guarantee nothing in writing", "guarantee anything in writing"),
        ("put the captain on trial if the appeal fails", "put the captain on trial"),
    ],
)
def test_a_deed_is_told_in_its_own_words(text: str, said: str) -> None:
    found = general_deed(text, clause=True)
    assert found is not None and found.said == said and not found.known


@pytest.mark.parametrize("text", ["be the poorer for it", "need more time", "give"])
def test_what_names_nothing_to_do_is_no_deed(text: str) -> None:
    assert general_deed(text, clause=True) is None


def test_a_thing_asked_for_is_given_held_or_done() -> None:
    told = [given(t, "give") for t in ("A seat on the board", "a meeting of the council", "the return of forty men")]
    assert [d.said if d else "" for d in told] == [
        "give a seat on the board", "hold a meeting of the council", "return forty men",
    ]  # fmt: skip
    assert given("something better", "give") is None or "something" not in str(given("it", "give"))
    assert given("it", "give") is None


def test_a_passive_names_what_it_is_done_to() -> None:
    found = passive("that the line be opened by March")
    assert found is not None and (found.said, found.done) == ("open the line", True)
    found = passive("the treaty was not signed")
    assert found is not None and not found.done


def test_what_may_stay_is_let_stay() -> None:
    text = "A radar and two hundred men could stay"
    found = allowed(text, text.index("could"), text.index("could") + 5)
    assert found is not None and found.said == "let a radar and two hundred men stay"


def union(page: Page) -> Page:
    """The port authority, which nothing lists, offers; the union refuses."""
    page.says(
        Kind.STANCE, "offer", "The port authority offered the union a rise", trigger="offered", object_="a rise",
        realis=Realis.OFFERED, strength=Strength.WANT,
    )  # fmt: skip
    page.says(
        Kind.STANCE, "refuse", "The dockers' union refuses to load the ships", trigger="refuses", object_="load the ships",
        strength=Strength.DEMAND,
    )  # fmt: skip
    authority = Role("port-authority", None, None, "The port authority", page.span("The port authority"))
    dockers = Role("dockers-union", None, None, "The dockers' union", page.span("The dockers' union"))
    short = Role("union", None, None, "the union", page.span("the union"))
    page.statements[0] = replace(page.statements[0], actor=authority, recipient=short)
    page.statements[1] = replace(page.statements[1], actor=dockers)
    return page


def test_bodies_that_no_catalogue_holds_are_decision_makers_and_a_short_name_is_the_long_one() -> None:
    page = union(Page("The port authority offered the union a rise. The dockers' union refuses to load the ships."))
    situation = situation_of(page)
    assert Parties(situation, MadeUp(), DAY).of("union") == "dockers-union"
    model = draft(situation, MadeUp()).model
    assert model is not None
    assert {(o.owner, o.text) for o in model.options} == {
        ("port-authority", "give a rise"),
        ("dockers-union", "load the ships"),
    }


def test_a_treasury_is_that_of_whom_the_sentence_before_names() -> None:
    page = Page("Lutha is owed nine million. Its treasury said that it would write off nothing.")
    role = Role("treasury", None, None, "Its treasury", page.span("Its treasury"))
    page.says(Kind.STANCE, "refuse", "write off nothing", trigger="would", object_="write off nothing")
    page.statements[0] = replace(page.statements[0], actor=role)
    assert Parties(situation_of(page), MadeUp(), DAY).role(role, "r1") == LUTHA


def test_where_nobody_has_bargained_for_long_the_draft_stands_on_the_last_days_and_says_so() -> None:
    late = Page("The weather in Lutha was mild.", name="r2", day=date(2029, 1, 1))
    found = draft(situation_of(bases(), late), MadeUp())
    assert found.model is not None
    assert found.model.extra["bargaining_until"] == DAY.isoformat()
    assert any(DAY.isoformat() in gap for gap in found.gaps)
