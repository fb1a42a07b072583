"""Who else an option belongs to: deeds that take two, a lease that its holder gives, people who speak for a state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import Kind, Realis, Role, Strength
from dragoman.negotiation.drafting.findings import findings
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.plain_deeds import general_deed
from tests.drafting.building import DAY, GRAUSTARK, LUTHA, RURITANIA, MadeUp, Page, situation_of


def told(page: Page) -> list[tuple[str, str, str, str | None, bool]]:
    """Owner, act, what is said, by whom, and the side meant."""
    situation = situation_of(page)
    found = findings(situation, Parties(situation, MadeUp(), DAY))
    return [(f.key.owner, f.key.act, f.says.value, f.by, f.done) for f in found]


def test_an_offer_to_exchange_asks_the_same_of_the_other_side() -> None:
    page = Page("Ruritania proposed to exchange all prisoners for all. Lutha has not rejected it.")
    page.says(
        Kind.STANCE, "offer", "Ruritania proposed to exchange all prisoners for all", actor="Ruritania",
        trigger="proposed", object_="exchange all prisoners for all", whose="Ruritania", realis=Realis.OFFERED,
    )  # fmt: skip
    page.says(Kind.STANCE, "refuse", "Lutha has not rejected it", actor="Lutha", trigger="rejected", object_="it")
    page.statements[-1] = replace(page.statements[-1], polarity=Polarity.NEGATIVE)
    offered = [row for row in told(page) if row[2] in ("offers", "wants")]
    assert {row[0] for row in offered if row[3] == RURITANIA} == {RURITANIA, LUTHA}
    # Not to have rejected something is neither a refusal nor a wish.
    assert [row for row in told(page) if row[3] == LUTHA] == []


def test_who_wants_to_lease_asks_the_holder_and_not_a_rival_who_wants_the_same() -> None:
    page = Page("Both Ruritania and Graustark want to lease the naval base, and Lutha can let it only once.")
    for actor in ("Ruritania", "Graustark"):
        page.says(
            Kind.STANCE, "want", "Both Ruritania and Graustark want to lease the naval base", actor=actor,
            trigger="want", object_="lease the naval base", whose=actor, strength=Strength.WANT,
        )  # fmt: skip
    assert {(row[0], row[3]) for row in told(page)} == {(LUTHA, RURITANIA), (LUTHA, GRAUSTARK)}


@pytest.mark.parametrize(
    "text",
    [
        "Sylvania refuses to pay. Sylvania's chancellor, Leo Brandt, spoke on Friday.",
        "Sylvania refuses to pay, its chancellor, Leo Brandt, said.",
    ],
)
def test_the_holder_of_an_office_speaks_for_its_country_though_no_catalogue_has_it(text: str) -> None:
    page = Page(text)
    page.says(Kind.STANCE, "refuse", "Sylvania refuses to pay", trigger="refuses", object_="pay")
    side = Role("sylvania", None, None, "Sylvania", page.span("Sylvania"), "sylvania")
    page.statements[0] = replace(page.statements[0], actor=side)
    situation = situation_of(page)
    assert Parties(situation, MadeUp(), DAY).of("leo-brandt") == "sylvania"
    assert Parties(situation, MadeUp(), DAY).of("ada-quill") is None


@pytest.mark.parametrize(
    ("phrase", "act"),
    [("better its offer", "better"), ("better terms from the other side", None), ("the blocked account", None)],
)
def test_an_adjective_or_participle_is_no_deed(phrase: str, act: str | None) -> None:
    found = general_deed(phrase)
    assert (found.act if found else None) == act
