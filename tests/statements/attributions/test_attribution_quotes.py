"""Quotation marks and layout: direct, mixed, split, running on, signed, transcripts, headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.domain.attribution import Manner
from dragoman.statements.attributions import find_attributions
from dragoman.statements.context import Context

Record = tuple[str | None, str | None, tuple[str, ...], str]
Read = Callable[[str], list[Record]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('"We will not leave the port," the admiral said.', '"We will not leave the port,"'),
        ("“We will not leave the port,” the admiral said.", "“We will not leave the port,”"),
        ("''We will not leave the port,'' the admiral said.", "''We will not leave the port,''"),
        ('The admiral said: "We will not leave the port."', '"We will not leave the port."'),
        (
            "“We signed. We paid. We will not leave the port,” the admiral said.",
            "“We signed. We paid. We will not leave the port,”",
        ),
    ],
)
def test_a_quote_is_taken_whole_whatever_its_marks(read: Read, text: str, content: str) -> None:
    assert next((s, c, t) for s, c, t, _ in read(text)) == (_admiral(text), "said", (content,))


def _admiral(text: str) -> str:
    return "The admiral" if "The admiral" in text else "the admiral"


def test_a_split_quote_is_one_attribution_with_two_contents(read: Read) -> None:
    text = "“We will stay,” the admiral said. “The lease runs for thirty more years.”"
    assert read(text)[0] == (
        "the admiral",
        "said",
        ("“We will stay,”", "“The lease runs for thirty more years.”"),
        "speech",
    )


def test_a_quote_before_the_next_cue_belongs_to_that_cue(read: Read) -> None:
    text = "“We will stay,” the admiral said. “The lease has ended,” the mayor said."
    assert [(s, t) for s, _, t, _ in read(text)] == [
        ("the admiral", ("“We will stay,”",)),
        ("the mayor", ("“The lease has ended,”",)),
    ]


def test_a_quote_that_never_closes_goes_on_in_the_paragraph_that_opens_with_a_mark(read: Read) -> None:
    text = (
        "The admiral said: “We will stay in this port for as long as we want.\n\n"
        "“The lease runs for thirty more years.”\n\nThe market fell."
    )
    assert read(text)[0][2] == (
        "“We will stay in this port for as long as we want.",
        "“The lease runs for thirty more years.”",
    )


def test_a_quote_is_not_given_to_a_verb_of_the_next_paragraph(read: Read) -> None:
    text = "“The lease runs for thirty more years.”\n\nThe talks began in January, the ministry said."
    assert [(s, t) for s, _, t, _ in read(text)] == [("the ministry", ("The talks began in January",))]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“We will stay in the port,” the admiral said.", Manner.DIRECT),
        ("The admiral said the port was “a second home” to the fleet.", Manner.MIXED),
        ("The admiral said the fleet would stay in the port.", Manner.INDIRECT),
    ],
)
def test_the_manner_tells_how_much_is_quoted(context: Callable[[str], Context], text: str, manner: Manner) -> None:
    assert [a.manner for a in find_attributions(context(text))] == [manner]


def test_an_attribution_in_a_quote_lies_within_it(context: Callable[[str], Context]) -> None:
    text = "“The president told me that the fleet would stay in the port,” the admiral said."
    told, said = find_attributions(context(text))
    assert (told.within, said.within) == (said.id, None)


def test_a_signed_quote_has_its_signature_as_source(read: Read) -> None:
    text = "“The lease runs for thirty more years.” — Mock Monitor analysis"
    assert read(text) == [("Mock Monitor analysis", "—", ("“The lease runs for thirty more years.”",), "speech")]


def test_each_turn_of_a_transcript_belongs_to_its_speaker(read: Read) -> None:
    text = "ANCHOR: Will the fleet stay in the port?\n\nADMIRAL: The lease runs for thirty years.\n\nANCHOR: And then the fleet leaves?"
    assert [(s, c, t) for s, c, t, _ in read(text)] == [
        ("ANCHOR", ":", ("Will the fleet stay in the port?",)),
        ("ADMIRAL", ":", ("The lease runs for thirty years.",)),
        ("ANCHOR", ":", ("And then the fleet leaves?",)),
    ]


def test_question_and_answer_are_two_voices(read: Read) -> None:
    text = "Q: Will the fleet stay?\n\nA: The lease runs for thirty years.\n\nQ: And after that time?\n\nA: The fleet leaves the port."
    assert [s for s, c, _, _ in read(text) if c == ":"] == ["Q", "A", "Q", "A"]


def test_a_headline_may_open_with_its_source(read: Read) -> None:
    text = "Ministry: Fleet Will Leave Port By May\n\nThe weather was calm."
    assert read(text)[:1] == [("Ministry", ":", ("Fleet Will Leave Port By May",), "speech")]


def test_a_headline_that_opens_with_its_topic_has_no_source(read: Read) -> None:
    assert [r for r in read("After the war: the fleet will leave the port by May.") if r[1] == ":"] == []


@pytest.mark.parametrize("text", ["ANALYSIS: What the fleet can still sell", "OPINION: The port was never the point"])
def test_a_headline_that_opens_with_its_genre_has_no_source(read: Read, text: str) -> None:
    assert [r for r in read(text) if r[1] == ":"] == []
