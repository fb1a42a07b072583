"""Prepositions, nouns, adjectives, passives, adverbs. Contents and sources by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Record = tuple[str | None, str | None, tuple[str, ...], str]
Read = Callable[[str], list[Record]]

CASES = [
    (
        "According to the ministry, the convoy turned back.",
        ("the ministry", "According to", ("the convoy turned back",), "speech"),
    ),
    (
        "The convoy turned back, according to two diplomats.",
        ("two diplomats", "according to", ("The convoy turned back",), "speech"),
    ),
    (
        "The funds, according to customs records, went to a state bank.",
        ("customs records", "according to", ("The funds", "went to a state bank"), "speech"),
    ),
    (
        "In the envoy's view, the treaty is dead.",
        ("the envoy's", "In the envoy's view", ("the treaty is dead",), "speech"),
    ),
    (
        "By its own account, the army lost three tanks.",
        ("its", "By its own account", ("the army lost three tanks",), "speech"),
    ),
    (
        "For the ministry, the lease is a burden.",
        ("the ministry", "For", ("the lease is a burden",), "attitude"),
    ),
    (
        "By all accounts, the harbour was empty.",
        (None, "By all accounts", ("the harbour was empty",), "speech"),
    ),
    (
        "The harbour was empty, per the report.",
        ("the report", "per", ("The harbour was empty",), "speech"),
    ),
    (
        "Nobody believed the minister's claim that the base is empty.",
        ("the minister's", "claim", ("that the base is empty",), "speech"),
    ),
    (
        "Its readiness to help was noted.",
        ("Its", "readiness", ("to help",), "attitude"),
    ),
    (
        "The mediators issued a call for an immediate truce.",
        ("The mediators", "issued a call", ("an immediate truce",), "speech"),
    ),
    (
        "The council voiced concern that the truce would not hold.",
        ("The council", "voiced concern", ("that the truce would not hold",), "attitude"),
    ),
    (
        "Turkey is keen to keep the crossing open.",
        ("Turkey", "is keen", ("to keep the crossing open",), "attitude"),
    ),
    (
        "The generals are wary of a new front.",
        ("The generals", "are wary of", ("a new front",), "attitude"),
    ),
    (
        "Many officials were keen for the troops to leave.",
        ("Many officials", "were keen for", ("the troops to leave",), "attitude"),
    ),
    (
        "The general is believed to have fled.",
        (None, "is believed", ("The general", "to have fled"), "attitude"),
    ),
    (
        "The envoy was quoted as saying that the port had closed.",
        ("The envoy", "was quoted as saying", ("that the port had closed",), "speech"),
    ),
    (
        "It was reported that the port had closed.",
        (None, "was reported", ("that the port had closed",), "speech"),
    ),
    (
        "The draft was rejected by the council.",
        ("the council", "was rejected", ("The draft",), "speech"),
    ),
    (
        "Moscow reportedly abandoned its ally.",
        (None, "reportedly", ("Moscow", "abandoned its ally"), "speech"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_sort_of_cue_gives_source_cue_content_and_act(read: Read, text: str, expected: Record) -> None:
    assert read(text) == [expected]


def test_for_a_purpose_or_a_time_is_no_attribution(read: Read) -> None:
    assert read("For years, the harbour was empty.") == []
    assert read("For that reason, the harbour was empty.") == []


def test_a_treaty_and_a_law_are_no_sources_of_according_to(read: Read) -> None:
    assert read("According to international law, the harbour is closed.") == []


def test_a_quote_that_a_noun_and_a_colon_bring_in(read: Read) -> None:
    text = "On Monday, the mayor made the following statement:\n\n“The harbour is closed until the fleet has left.”"
    assert [(s, t) for s, _, t, _ in read(text)] == [
        ("the mayor", ("“The harbour is closed until the fleet has left.”",))
    ]


def test_announcing_an_intention_is_speech_and_expressing_one_is_attitude(read: Read) -> None:
    assert [act for _, _, _, act in read("The mayor expressed readiness to close the harbour.")] == ["attitude"]
    assert [act for _, _, _, act in read("The mayor announced his intention to close the harbour.")] == [
        "speech",
        "attitude",
    ]


def test_what_the_subject_denies_is_not_the_subject_s_claim(read: Read) -> None:
    assert all(cue != "rejected the claim" for _, cue, _, _ in read("The mayor rejected the claim that he fled."))


def test_a_source_named_a_sentence_later_is_the_source_of_reportedly(read: Read) -> None:
    text = "Ruritania has reportedly shut the strait. Yet the report by Mock Monitor has been denied."
    assert ("Mock Monitor", "reportedly") in [(source, cue) for source, cue, _, _ in read(text)]


def test_a_verb_taken_for_a_noun_after_a_quote_is_a_cue(read: Read) -> None:
    text = '"The base is a foothold, and losing it would be a setback for the whole fleet," Mock Monitor states.'
    assert [(source, cue) for source, cue, _, _ in read(text)] == [("Mock Monitor", "states")]
