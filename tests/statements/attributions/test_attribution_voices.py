"""Whose word a clause rests on: sources passed on, short names, statements of a body, and cues that say nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.statements.attributions import chain, find_attributions
from dragoman.statements.context import Context

Contexts = Callable[[str], Context]
Links = list[tuple[str, str]]


def voices(context: Context, word: str) -> Links:
    """(name, kind) of the voices over the last token `word`, outermost first."""
    index = [t.index for t in context.parse.tokens if t.text == word][-1]
    return [(v.name, v.kind.value) for v in chain(find_attributions(context), index, context)[1]]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "State television said rebels had fled, quoting an army officer as saying that nine soldiers were dead.",
            "dead",
            [("State television", "outlet"), ("an army officer", "unnamed")],
        ),
        (
            "The Mock Courier reported that the Example Wire had quoted an official as saying that the debt would go.",
            "debt",
            [("Mock Courier", "outlet"), ("Example Wire", "outlet"), ("an official", "unnamed")],
        ),
        (
            "The Example Daily wrote, on the authority of two bankers, that the port would be sold.",
            "sold",
            [("Example Daily", "outlet"), ("two bankers", "unnamed")],
        ),
        (
            "The Mock Courier reported that Ruritania had offered a loan. The newspaper cited two officials.",
            "had",
            [("Mock Courier", "outlet"), ("two officials", "unnamed")],
        ),
        (
            "The port is to be sold, according to a report in the Mock Courier.",
            "sold",
            [("Mock Courier", "outlet")],
        ),
        ("The Mock Courier has learnt that the port will be sold.", "sold", [("Mock Courier", "outlet")]),
        ("The mayor will resign on Monday, the Mock Courier has been told.", "resign", [("Mock Courier", "outlet")]),
        (
            "The Mock Courier has learned from two diplomats that the port will be sold.",
            "sold",
            [("Mock Courier", "outlet"), ("two diplomats", "unnamed")],
        ),
        (
            '"The drills will continue," the agency quoted the minister as saying.',
            "continue",
            [("the agency", "outlet"), ("the minister", "person")],
        ),
        (
            "The Mock Courier's correspondent in Klow reports that the shops are closed.",
            "closed",
            [("Mock Courier", "outlet")],
        ),
    ],
)
def test_words_passed_on_keep_every_link(context: Contexts, text: str, word: str, expected: Links) -> None:
    assert voices(context(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "The Harbour Ministry of Ruritania has closed the port. The closure would last a week, the ministry said.",
            "week",
            [("Harbour Ministry of Ruritania", "institution")],
        ),
        (
            "Port fee to rise, minister says\nThe port fee will rise in May, Harbour Minister Ann Example said on Monday.",
            "rise",
            [("Ann Example", "person")],
        ),
        (
            "The Harbour Ministry of Ruritania closed the port. The fee will rise, a spokesman said.",
            "fee",
            [("spokesman for Harbour Ministry of Ruritania", "institution")],
        ),
        (
            "The fee will rise, a spokesman for the foreign ministry said.",
            "fee",
            [("spokesman for the foreign ministry", "institution")],
        ),
        (
            "The port is closed, an analyst at the Harbour Institute in Strelsau, Ann Example, said.",
            "port",
            [("Ann Example", "person")],
        ),
        (
            "Mock Weekly holds the fee too high. The same weekly maintains that the port is full.",
            "full",
            [("Mock Weekly", "outlet")],
        ),
    ],
)
def test_a_short_name_means_the_fuller_one(context: Contexts, text: str, word: str, expected: Links) -> None:
    assert voices(context(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Two guards fell in the clash, the ministry's communique says.",
            "clash",
            [("the ministry", "institution")],
        ),
        (
            "The port will be closed, the Marshal of the Court announced. A fee is due, the announcement says.",
            "fee",
            [("Marshal of the Court", "person")],
        ),
        (
            "The port will be closed, the Harbour Office said. The fee will rise, according to the same source.",
            "fee",
            [("Harbour Office", "institution")],
        ),
    ],
)
def test_a_statement_is_its_issuers_word(context: Contexts, text: str, word: str, expected: Links) -> None:
    assert voices(context(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Ruritania will free forty prisoners. This was announced by the Foreign Ministry on Monday.",
            "prisoners",
            [("Foreign Ministry", "institution")],
        ),
        (
            "Ruritania will free forty prisoners. That is what the foreign minister told parliament on Monday.",
            "prisoners",
            [("the foreign minister", "person")],
        ),
        (
            "The bid stands at nine crowns, if a report in the Mock Courier is to be believed.",
            "bid",
            [("Mock Courier", "outlet")],
        ),
        (
            "The talks are over, if one believes the ministry in the capital.",
            "talks",
            [("the ministry in the capital", "institution")],
        ),
        (
            "The fee will rise, if the mayor of the port is right.",
            "rise",
            [("the mayor of the port", "person")],
        ),
        ("Example Wire reporters saw tanks cross the river.", "tanks", [("Example Wire", "outlet")]),
        (
            "The silo is gone, as both the Post and the Courier saw for themselves.",
            "silo",
            [("both the Post and the Courier", "outlet")],
        ),
    ],
)
def test_what_was_said_before_or_on_condition_has_its_source(
    context: Contexts, text: str, word: str, expected: Links
) -> None:
    assert voices(context(text), word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would neither confirm nor deny that the guns had moved.",
        "The ministry declined to comment on the claim that the guns had moved.",
        "The ministry did not say whether the guns had moved.",
        "Neither side has said whether the guns had moved.",
        "Ruritania could offer to say that the guns had moved.",
    ],
)
def test_who_says_nothing_is_no_voice(context: Contexts, text: str) -> None:
    assert not any(kind == "institution" for _, kind in voices(context(text), "moved"))


def test_a_denial_is_a_word_of_the_denier(context: Contexts) -> None:
    text = "The ministry denied that the guns had moved."
    assert voices(context(text), "moved") == [("The ministry", "institution")]


@pytest.mark.parametrize(
    "text",
    [
        "The fee will rise, an official told this newspaper.",
        "The fee is too high, in our assessment.",
        "The fee will rise, an official told the Mock Courier.",
    ],
)
def test_the_reports_own_outlet_is_no_voice(context: Contexts, text: str) -> None:
    own = context(text)
    own = replace(own, report=replace(own.report, outlet="Strelsau Mock Courier"))
    assert all(kind == "unnamed" for _, kind in voices(own, "fee"))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "STRELSAU, March 4 (Example Wire) - The port is shut, the ministry said.",
            "The port is shut",
        ),
        (
            "Two people said the port would open on Friday, speaking on condition of anonymity.",
            "the port would open on Friday",
        ),
        (
            "The agency said the port was shut, without giving a source.",
            "the port was shut",
        ),
        (
            "The ministry called upon both sides to return to the truce and offered a town for talks.",
            "both sides to return to the truce",
        ),
        (
            'Asked whether the base would close, the minister said: "Not this year."',
            '"Not this year."',
        ),
        (
            "The talks, said the ministry, will resume on Monday.",
            "will resume on Monday",
        ),
        (
            "Ten killed in valley clash, army says",
            "Ten killed in valley clash",
        ),
        (
            "The mayor will resign on Monday, three officials told the Courier, one of whom had seen the letter.",
            "The mayor will resign on Monday",
        ),
        (
            "The bank had said that the loan was safe; it has since withdrawn the statement.",
            "that the loan was safe",
        ),
        (
            "The sea could turn into “a Ruritanian lake” — a phrase the president himself used last year.",
            "“a Ruritanian lake”",
        ),
        (
            "The president made clear that he would not attend.",
            "that he would not attend",
        ),
        (
            "The spokeswoman told a briefing that the envoy had been summoned, but gave no details.",
            "that the envoy had been summoned",
        ),
        (
            "The minister says the fee will be four crowns, while the chairwoman of the company speaks of three.",
            "the fee will be four crowns",
        ),
        (
            "The president declined to threaten Graustark or even directly declare it responsible.",
            "to threaten Graustark or even directly declare it responsible",
        ),
        (
            "The middle fifth paid nine crowns, the agency said, and those at the bottom paid one.",
            "and those at the bottom paid one",
        ),
        (
            "The draft provides that Ruritania withdraw its troops within ninety days.",
            "that Ruritania withdraw its troops within ninety days",
        ),
        (
            "Port to be shut for a week - harbour ministry\nThe port will be shut for a week from Monday.",
            "Port to be shut for a week",
        ),
    ],
)
def test_the_content_holds_what_was_said_and_no_more(context: Contexts, text: str, content: str) -> None:
    assert content in [s.of(text) for a in find_attributions(context(text)) for s in a.content]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('The minister said the talks had failed. "We shall not sign this paper."', "paper"),
        ('"We want peace and quiet," the minister said after the talks. He gave no date. "It will take time."', "time"),
        ('"The fee, that was outrageous," the minister said in the capital on Monday.', "outrageous"),
        ('"We shall all go home," the minister told the guests, after he said the talks had failed.', "home"),
    ],
)
def test_a_quote_belongs_to_the_speaker_beside_it(context: Contexts, text: str, word: str) -> None:
    assert voices(context(text), word)[:1] == [("The minister" if text.startswith("The") else "the minister", "person")]
