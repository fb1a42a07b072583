"""Cues between commas and semicolons, stand-ins, hearsay, and outlets that no catalogue knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.domain.mention import Referent, Referents, VoiceKind
from dragoman.statements.attributions import chain, find_attributions
from dragoman.statements.context import Context

Contexts = Callable[[str], Context]


def voices(context: Context, word: str) -> list[tuple[str, str]]:
    """(name, kind) of the voices over the first token `word`, outermost first."""
    index = next(t.index for t in context.parse.tokens if t.text == word)
    return [(v.name, v.kind.value) for v in chain(find_attributions(context), index, context)[1]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Ruritania has suspended the fish union with Graustark, its prime minister, Ann Example, declared on Monday.",
            "suspended",
            [("Ann Example", "person")],
        ),
        (
            "The draft gives Ruritania a veto over the tolls, a diplomat who has read it told the Mock Courier.",
            "gives",
            [("Mock Courier", "outlet"), ("a diplomat who has read it", "unnamed")],
        ),
        (
            "Ruritania began, says the mayor of the port; Graustark began, says the ministry in the capital.",
            "Ruritania",
            [("the mayor of the port", "person")],
        ),
        (
            "The port has reopened, says the mayor in the Mock Courier; the weather stays bad.",
            "reopened",
            [("Mock Courier", "outlet"), ("the mayor", "person")],
        ),
        (
            "The Mock Courier reports that Ruritania has shut the port, citing the harbour office.",
            "shut",
            [("Mock Courier", "outlet"), ("the harbour office", "institution")],
        ),
        (
            "The Harbour Ministry of Ruritania has closed the port to trawlers, it said in a statement.",
            "closed",
            [("Harbour Ministry of Ruritania", "institution")],
        ),
        (
            "The fee is to go in May, according to what the mayor announced at the fair.",
            "fee",
            [("the mayor", "person")],
        ),
        (
            "The harbour ministry is aware of reports that the fleet left the port.",
            "left",
            [("reports", "unnamed")],
        ),
        ("The fee is to go in May. Ann Example said so on Monday.", "fee", [("Ann Example", "person")]),
    ],
)
def test_the_chain_over_a_clause(context: Contexts, text: str, word: str, expected: list[tuple[str, str]]) -> None:
    assert voices(context(text), word) == expected


def test_two_that_speak_in_one_sentence_have_each_their_own_half(context: Contexts) -> None:
    text = (
        "The strike is over, the secretary of the union declared on Monday, and the shifts are full, the company said."
    )
    assert voices(context(text), "over") == [("the secretary of the union", "person")]
    assert voices(context(text), "full") == [("the company", "institution")]


def test_he_is_the_person_who_spoke_last(context: Contexts) -> None:
    text = (
        "The minister of trade, Ann Example, told the council that the port was shut. She said that the fleet had left."
    )
    assert voices(context(text), "left") == [("Ann Example", "person")]


@pytest.mark.parametrize("kind", [VoiceKind.PERSON, VoiceKind.INSTITUTION])
def test_a_masthead_that_no_catalogue_knows_is_an_outlet(context: Contexts, kind: VoiceKind) -> None:
    found = context("The Mock Courier said that the fleet left the port.")
    taken = replace(found, referents=Referents({2: Referent("mock-courier", "Mock Courier", kind=kind)}))
    assert voices(taken, "left") == [("Mock Courier", "outlet")]


def test_a_body_of_a_state_is_no_outlet_whatever_it_is_called(context: Contexts) -> None:
    found = context("The Mock Courier said that the fleet left the port.")
    body = Referent("rur-courier", "Mock Courier", "RUR", "RURGOV", VoiceKind.INSTITUTION)
    assert voices(replace(found, referents=Referents({2: body})), "left") == [("Mock Courier", "institution")]


def test_the_own_outlet_by_its_last_word_is_no_voice(context: Contexts) -> None:
    found = context("The admiral told the Courier that the fleet left the port.")
    own = replace(found, report=replace(found.report, outlet="The Mock Courier"))
    assert voices(found, "left") == [("Courier", "outlet"), ("The admiral", "person")]
    assert voices(own, "left") == [("The admiral", "person")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port is shut, according to a statement seen by the Mock Courier.",
            [("Mock Courier", "outlet"), ("a statement", "document")],
        ),
        (
            "The port is shut, the mayor said in remarks published by the Mock Courier.",
            [("Mock Courier", "outlet"), ("the mayor", "person")],
        ),
        (
            "The Mock Courier has learned from two officials that the port is shut.",
            [("Mock Courier", "outlet"), ("two officials", "unnamed")],
        ),
        ("As first reported by the Mock Courier, the port is shut.", [("Mock Courier", "outlet")]),
        (
            "The Mock Courier, citing the mayor, says that the port is shut.",
            [("Mock Courier", "outlet"), ("the mayor", "person")],
        ),
        (
            "Both the Draft Gazette and the Mock Monitor report that the port is shut.",
            [("Both the Draft Gazette and the Mock Monitor", "outlet")],
        ),
    ],
)
def test_who_carried_the_words_stands_outside_who_spoke(
    context: Contexts, text: str, expected: list[tuple[str, str]]
) -> None:
    assert voices(context(text), "shut") == expected


def test_an_outlet_of_the_catalogue_has_the_catalogue_s_name(context: Contexts) -> None:
    found = context("The Mock Courier said that the fleet left the port.")
    known = Referent("mock-courier", "The Mock Courier of Ruritania", kind=VoiceKind.OUTLET)
    resolved = replace(found, referents=Referents({2: known}))
    assert voices(resolved, "left") == [("The Mock Courier of Ruritania", "outlet")]


def test_an_opinion_is_known_because_its_holder_gave_it(context: Contexts) -> None:
    assert voices(context("In the opinion of the mayor, the port is shut for good."), "shut") == [
        ("the mayor", "person")
    ]
