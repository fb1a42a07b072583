"""Where a source has its words from, and what of a content is the author's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.statements.attributions import chain, find_attributions
from dragoman.statements.context import Context

Contexts = Callable[[str], Context]


def voices(context: Context, word: str) -> list[str]:
    """The names of the voices over the last token `word`, outermost first."""
    index = [t.index for t in context.parse.tokens if t.text == word][-1]
    return [v.name for v in chain(find_attributions(context), index, context)[1]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "The fleet left the port, the Example Courier wrote, relaying a Bloomberg story that rests on two bankers.",
            "left",
            ["Example Courier", "Bloomberg", "two bankers"],
        ),
        (
            "The fleet left the port, the Example Courier wrote, repeating a Bloomberg report.",
            "left",
            ["Example Courier", "Bloomberg"],
        ),
        (
            "According to Bloomberg, which spoke to three pilots, the fleet left the port.",
            "left",
            ["Bloomberg", "three pilots"],
        ),
        (
            "Days before the storm Bloomberg had written, citing people in Zenda and Klow, that the fleet left the port.",
            "left",
            ["Bloomberg", "people in Zenda and Klow"],
        ),
        (
            "Some of the captains were angry, the ministry said, and replied that the fleet left the port.",
            "left",
            ["the ministry", "Some of the captains"],
        ),
        ("The pilots were quoted as saying that the fleet left the port.", "left", ["The pilots"]),
        (
            "The pilots say the fleet left the port: according to a note by the ministry, it sank.",
            "left",
            ["The pilots"],
        ),
        ("The pilot, reached by radio, said the fleet left the port.", "left", ["The pilot"]),
        ("Zenda will pay ten marks a ton, the ministry said; the fleet left the port.", "pay", ["the ministry"]),
    ],
)
def test_voices_of_what_is_passed_on(context: Contexts, text: str, word: str, expected: list[str]) -> None:
    assert voices(context(text), word) == expected


@pytest.mark.parametrize(
    ("text", "presupposed", "said"),
    [
        ("The pilots framed their talks with Zenda as a favour.", "talks", "favour"),
        ("The ministry rejected the treaty that the pilots signed.", "signed", "treaty"),
    ],
)
def test_what_a_judgement_presupposes_is_the_authors(context: Contexts, text: str, presupposed: str, said: str) -> None:
    read = context(text)
    assert voices(read, presupposed) == []
    assert voices(read, said) != []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The governor gives the number of arrests as seven.", "the number of arrests as seven"),
        ("The study credits the engine with a range of nine miles.", "the engine with a range of nine miles"),
    ],
)
def test_figures_are_laid_to_who_gives_them(context: Contexts, text: str, content: str) -> None:
    read = context(text)
    assert [s.of(text) for a in find_attributions(read) for s in a.content] == [content]


def test_a_site_in_apposition_is_an_outlet(context: Contexts) -> None:
    text = "The Insider, a weekly from Zenda, had reported that the fleet left the port."
    (found,) = find_attributions(context(text))
    assert found.voice is not None
    assert (found.voice.name, found.voice.kind.value) == ("Insider", "outlet")
