"""Verbs: who says, asks, promises, rejects, hopes what. Contents and sources by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Record = tuple[str | None, str | None, tuple[str, ...], str]
Read = Callable[[str], list[Record]]

SPEECH: list[tuple[str, Record]] = [
    (
        "The ministry said that the talks had failed.",
        ("The ministry", "said", ("that the talks had failed",), "speech"),
    ),
    (
        "The envoy asked whether the port would reopen.",
        ("The envoy", "asked", ("whether the port would reopen",), "speech"),
    ),
    (
        "The talks had failed, the ministry said.",
        ("the ministry", "said", ("The talks had failed",), "speech"),
    ),
    (
        "The talks, the ministry said on Monday, had failed.",
        ("the ministry", "said", ("The talks", "had failed"), "speech"),
    ),
    (
        "As the ministry announced, the talks will resume in May.",
        ("the ministry", "announced", ("the talks will resume in May",), "speech"),
    ),
    (
        "Ruritania promised to withdraw its ships.",
        ("Ruritania", "promised", ("to withdraw its ships",), "speech"),
    ),
    (
        "The general denied moving the missiles.",
        ("The general", "denied", ("moving the missiles",), "speech"),
    ),
    (
        "The council rejected the draft agreement.",
        ("The council", "rejected", ("the draft agreement",), "speech"),
    ),
    (
        "The envoy urged both sides to return to the table.",
        ("The envoy", "urged", ("both sides to return to the table",), "speech"),
    ),
    (
        "The mediators called on the rebels to lay down their arms.",
        ("The mediators", "called", ("the rebels to lay down their arms",), "speech"),
    ),
    (
        "The governor told the council that the base would close.",
        ("The governor", "told", ("that the base would close",), "speech"),
    ),
    (
        "The opposition called the treaty a surrender.",
        ("The opposition", "called", ("the treaty a surrender",), "speech"),
    ),
    (
        "The minister described the blockade as an act of war.",
        ("The minister", "described", ("the blockade as an act of war",), "speech"),
    ),
    (
        "Ruritania accused its neighbour of arming the militia.",
        ("Ruritania", "accused", ("its neighbour of arming the militia",), "speech"),
    ),
    (
        "The ambassador compared the deal to a lease.",
        ("The ambassador", "compared", ("the deal to a lease",), "speech"),
    ),
    (
        "The president called for a full withdrawal.",
        ("The president", "called for", ("a full withdrawal",), "speech"),
    ),
    (
        "The governor has called for all sanctions to be lifted.",
        ("The governor", "has called for", ("all sanctions to be lifted",), "speech"),
    ),
    (
        "Officials put the debt at two billion dollars.",
        ("Officials", "put", ("the debt at two billion dollars",), "speech"),
    ),
    (
        "Ruritania demands that its neighbour destroy the missiles, open the port and name a mediator.",
        (
            "Ruritania",
            "demands",
            ("that its neighbour destroy the missiles, open the port and name a mediator",),
            "speech",
        ),
    ),
    (
        "It is unclear, the agency added, whether the port will reopen.",
        ("the agency", "added", ("It is unclear", "whether the port will reopen"), "speech"),
    ),
    (
        "The general warned of a long war.",
        ("The general", "warned of", ("a long war",), "speech"),
    ),
]

ATTITUDES: list[tuple[str, Record]] = [
    (
        "Ruritania hopes to keep its naval base.",
        ("Ruritania", "hopes", ("to keep its naval base",), "attitude"),
    ),
    (
        "Damascus fears that the militia will return.",
        ("Damascus", "fears", ("that the militia will return",), "attitude"),
    ),
    (
        "The officers believe the treaty is dead.",
        ("The officers", "believe", ("the treaty is dead",), "attitude"),
    ),
    (
        "Moscow sees the port as a foothold.",
        ("Moscow", "sees", ("the port as a foothold",), "attitude"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEECH + ATTITUDES)
def test_a_verb_in_each_of_its_frames_gives_source_cue_content_and_act(read: Read, text: str, expected: Record) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The law says that ships must register.",
        "The fall of the currency suggests that reserves are low.",
        "The navy attacked the harbour at dawn.",
        "The storm and the war claimed many lives.",
        "The police questioned the suspects until dawn.",
        "The two sides plan to announce a truce, or so it seems to everyone.",
    ],
)
def test_a_law_a_turn_of_events_and_a_deed_say_nothing(read: Read, text: str) -> None:
    assert all(
        cue not in ("says", "suggests", "attacked", "announce", "claimed", "questioned") for _, cue, _, _ in read(text)
    )


def test_i_and_you_of_the_author_are_no_sources(read: Read) -> None:
    assert read("I think that the deal will hold.") == []
    assert read("You know that the deal will hold.") == []


def test_documents_and_data_speak(read: Read) -> None:
    assert read("The report shows that the fleet has shrunk.") == [
        ("The report", "shows", ("that the fleet has shrunk",), "speech")
    ]
    assert read("Customs records indicate that the grain was sold twice.") == [
        ("Customs records", "indicate", ("that the grain was sold twice",), "speech")
    ]


def test_what_an_institute_thinks_is_known_because_it_said_so(read: Read) -> None:
    [(source, _, _, act)] = read("The institute believes that the garrison will shrink.")
    assert (source, act) == ("The institute", "speech")
    [(source, _, _, act)] = read("The rebels believe that the garrison will shrink.")
    assert (source, act) == ("The rebels", "attitude")


def test_a_second_verb_takes_the_source_of_the_first_and_its_own_content(read: Read) -> None:
    assert read("The envoy said it opposed the draft and warned that the truce could end.")[:1] == [
        ("The envoy", "said", ("it opposed the draft",), "speech")
    ]
    assert ("The envoy", "warned", ("that the truce could end",), "speech") in read(
        "The envoy said it opposed the draft and warned that the truce could end."
    )


def test_a_participle_after_the_content_takes_the_source_of_the_verb(read: Read) -> None:
    records = read("The ministry said the talks had failed, adding that the port would stay shut.")
    assert [(source, cue) for source, cue, _, _ in records] == [("The ministry", "said"), ("The ministry", "adding")]
    assert records[0][2] == ("the talks had failed",)


def test_a_relative_pronoun_is_the_source_of_its_clause(read: Read) -> None:
    assert ("who", "rejected", ("the plan",), "speech") in read("The mayor, who rejected the plan, left early.")


def test_the_author_s_aside_after_a_content_is_left_out_of_it(read: Read) -> None:
    [(_, _, content, _)] = read("The envoy said the fleet would leave the port, which lies near the border.")
    assert content == ("the fleet would leave the port",)


def test_a_wrong_lemma_does_not_hide_a_cue(read: Read) -> None:
    """The small model gives "hop" as the lemma of "hopes"."""
    assert ("Ruritania", "hopes", ("to maintain its bases",), "attitude") in read(
        "One of them stated that Ruritania hopes to maintain its bases."
    )


def test_an_outlet_spoken_of_as_it_is_a_source(read: Read) -> None:
    assert [(s, c) for s, c, _, _ in read("It added that the port was closed.")] == [("It", "added")]


def test_it_that_stands_for_nothing_is_no_source(read: Read) -> None:
    assert all(source is None for source, _, _, _ in read("It is said that the port was closed."))


def test_a_question_word_opens_a_content(read: Read) -> None:
    assert read("Officials have not said when they would reopen the port.") == [
        ("Officials", "have not said", ("when they would reopen the port",), "speech")
    ]


def test_an_infinitive_says_nothing_unless_it_is_known_to_have_happened(read: Read) -> None:
    assert read("The mayor came to a meeting to announce the closure of the port.") == []
    assert read("The mayor began to criticise the treaty.") == [
        ("The mayor", "to criticise", ("the treaty",), "speech")
    ]


def test_a_that_clause_after_an_adverbial_is_the_content(read: Read) -> None:
    text = "The deputy wrote on the day before the capital fell that the debt stood at two billion dollars."
    assert read(text) == [("The deputy", "wrote", ("that the debt stood at two billion dollars",), "speech")]
