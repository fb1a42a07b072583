"""Chains of voices, kinds of voice, and who passed words on."""

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
        ("The fleet left the port.", "left", []),
        (
            "According to officials cited by Mock Monitor, the fleet left the port.",
            "left",
            [("Mock Monitor", "outlet"), ("officials", "unnamed")],
        ),
        (
            "Sources from Bloomberg suggest that the fleet left the port.",
            "left",
            [("Bloomberg", "outlet"), ("Sources", "unnamed")],
        ),
        (
            "The admiral told the Example Courier that the fleet left the port.",
            "left",
            [("Example Courier", "outlet"), ("The admiral", "person")],
        ),
        ("According to customs records, the grain left the port.", "left", [("customs records", "document")]),
        (
            "Bloomberg reported that the ministry said that the fleet left the port.",
            "left",
            [("Bloomberg", "outlet"), ("the ministry", "institution")],
        ),
        (
            "People familiar with the talks said that the fleet left the port.",
            "left",
            [("People familiar with the talks", "unnamed")],
        ),
        ("An admiral said that the fleet left the port.", "left", [("An admiral", "unnamed")]),
        (
            "The fleet left the port, Reuters reported on Tuesday, citing two people familiar with the matter.",
            "left",
            [("Reuters", "outlet"), ("two people familiar with the matter", "unnamed")],
        ),
        (
            "The envoy told the newspaper Al-Watan that the fleet left the port.",
            "left",
            [("Al-Watan", "outlet"), ("The envoy", "person")],
        ),
        ("Two senior officials said that the fleet left the port.", "left", [("Two senior officials", "unnamed")]),
    ],
)
def test_the_chain_runs_from_the_outermost_voice_in(
    context: Contexts, text: str, word: str, expected: list[tuple[str, str]]
) -> None:
    assert voices(context(text), word) == expected


def test_one_of_the_sources_speaks_through_the_outlet_that_cited_them(context: Contexts) -> None:
    text = (
        "According to sources cited by Bloomberg, a deal is close. "
        "One of the sources stated that Ruritania hopes to maintain its bases."
    )
    assert voices(context(text), "maintain") == [("Bloomberg", "outlet"), ("One of the sources", "unnamed")]


def test_the_report_is_that_of_the_outlet_just_named(context: Contexts) -> None:
    text = "Bloomberg noted that the fleet stayed. The report recalled that the talks stalled in January."
    assert voices(context(text), "stalled") == [("Bloomberg", "outlet")]


def test_the_institute_is_the_one_named_in_full_before(context: Contexts) -> None:
    text = "The Institute of Fisheries noted that the fleet stayed. The Institute says that the talks stalled."
    assert voices(context(text), "stalled") == [("Institute of Fisheries", "institution")]


def test_a_report_of_its_own_stays_a_document(context: Contexts) -> None:
    assert voices(context("A report by the council says that the fleet left the port."), "left") == [
        ("A report by the council", "document")
    ]


def test_analysts_of_a_named_body_speak_for_it_and_other_analysts_for_nobody(context: Contexts) -> None:
    assert voices(context("Analysts at the Harbour Institute say that the fleet left the port."), "left") == [
        ("Analysts at the Harbour Institute", "institution")
    ]
    assert voices(context("Analysts say that the fleet left the port."), "left") == [("Analysts", "unnamed")]


def test_an_interview_goes_through_its_outlet(context: Contexts) -> None:
    text = "The admiral said in an interview with the Example Courier that the fleet left the port."
    assert voices(context(text), "left") == [("Example Courier", "outlet"), ("The admiral", "person")]


def test_an_attitude_adds_no_voice(context: Contexts) -> None:
    found = context("Ruritania hopes to maintain its bases in the north.")
    index = next(t.index for t in found.parse.tokens if t.text == "maintain")
    inner, over = chain(find_attributions(found), index, found)
    assert inner == "a1"
    assert over == ()


def test_an_unmarked_sentence_after_a_chain_is_the_author_s(context: Contexts) -> None:
    assert voices(context("Bloomberg reported that the fleet left. The market fell sharply."), "fell") == []


def test_a_pronoun_takes_the_name_of_whom_it_stands_for(context: Contexts) -> None:
    found = context("She said that the fleet left the port.")
    envoy = Referent("ruritania-envoy", "the envoy of Ruritania", kind=VoiceKind.PERSON)
    resolved = replace(found, referents=Referents({0: envoy}))
    assert voices(resolved, "left") == [("the envoy of Ruritania", "person")]
    assert find_attributions(resolved)[0].referent == envoy


def test_the_report_s_own_outlet_is_no_voice(context: Contexts) -> None:
    found = context("The Example Courier reported that the fleet left the port.")
    own = replace(found, report=replace(found.report, outlet="Example Courier"))
    assert voices(found, "left") == [("Example Courier", "outlet")]
    assert voices(own, "left") == []


def test_conjoined_sources_are_one_source(context: Contexts) -> None:
    text = "According to the ministry and two diplomats, the plan is uncertain."
    [attribution] = find_attributions(context(text))
    assert attribution.source is not None
    assert attribution.source.of(text) == "the ministry and two diplomats"
