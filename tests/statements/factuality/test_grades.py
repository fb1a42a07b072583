"""Grades of event words by hand: certain, probable, possible, uncommitted, and polarity."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from dragoman.domain.attribution import Act, Attribution, Manner
from dragoman.domain.predicate import Factuality, Polarity, Predicate
from dragoman.domain.report import Report
from dragoman.domain.text import Span
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.context import Context
from dragoman.statements.factuality import grade

if TYPE_CHECKING:
    from dragoman.settings import Settings

pytestmark = pytest.mark.model
Grade = Callable[..., dict[str, Predicate]]
CERTAIN, PROBABLE, POSSIBLE, OPEN = (
    Factuality.CERTAIN,
    Factuality.PROBABLE,
    Factuality.POSSIBLE,
    Factuality.UNCOMMITTED,
)


@pytest.fixture(scope="module")
def graded(settings: Settings) -> Grade:
    """Text and attributions to the graded event words, by word."""

    def found(text: str, *attributions: Attribution) -> dict[str, Predicate]:
        report = Report("made", "made", text, find_blocks(text))
        return {p.text: p for p in grade(Context(report, settings.parser.parse(chunks(report))), attributions)}

    return found


@pytest.mark.parametrize(
    ("text", "word", "level", "sign"),
    [
        ("Ruritania attacked the town.", "attacked", CERTAIN, "+"),
        ("Ruritania did not attack the town.", "attack", CERTAIN, "-"),
        ("Ruritania may withdraw its troops.", "withdraw", POSSIBLE, "+"),
        ("Ruritania may not withdraw its troops.", "withdraw", POSSIBLE, "-"),
        ("Ruritania will probably withdraw.", "withdraw", PROBABLE, "+"),
        ("Ruritania reportedly abandoned its ally.", "abandoned", PROBABLE, "+"),
        ("The government failed to sign the deal.", "sign", CERTAIN, "-"),
        ("The ministers held an impromptu meeting hosted by the envoy.", "meeting", CERTAIN, "+"),
        ("The ministers will hold four technical meetings.", "meetings", PROBABLE, "+"),
        ("Talks will be held in April.", "Talks", PROBABLE, "+"),
        ("No talks were held.", "talks", CERTAIN, "-"),
        ("Ruritania committed war crimes.", "crimes", CERTAIN, "+"),
        ("They do not agree on what happened.", "happened", CERTAIN, "+"),
        ("Neither Ruritania nor Graustark gave a reason.", "gave", CERTAIN, "-"),
        ("The bombers could be seen crossing the border.", "crossing", CERTAIN, "+"),
        ("Ruritania agreed to withdraw its troops and signed the treaty.", "signed", CERTAIN, "+"),
        ("Ruritania was able to sign the deal.", "sign", CERTAIN, "+"),
        ("Ruritania was not able to sign the deal.", "sign", CERTAIN, "-"),
        ("Ruritania has yet to sign the deal.", "sign", CERTAIN, "-"),
        ("Had Ruritania bombed the port, it would have lost.", "bombed", OPEN, "+"),
        ("Ruritania is to resume the talks on Tuesday.", "resume", PROBABLE, "+"),
        ("Ruritania would like to thank its allies.", "thank", CERTAIN, "+"),
        ("Ruritania made no concessions.", "made", CERTAIN, "-"),
        ("Ruritania sees no end to the war.", "sees", CERTAIN, "+"),
        ("It has not signed, nor has it paid.", "paid", CERTAIN, "-"),
        ("He was the right man to lead the talks.", "lead", OPEN, "+"),
        ("Ruritania was the first state to recognise the coalition.", "recognise", CERTAIN, "+"),
        ("There is no reason for my departure.", "departure", CERTAIN, "+"),
        ("Ruritania is conducting further tests.", "tests", CERTAIN, "+"),
        ("Ruritania wants to stop the war.", "war", CERTAIN, "+"),
        ("Ruritania stopped the shipment.", "shipment", CERTAIN, "-"),
        ("They felt vulnerable.", "vulnerable", CERTAIN, "+"),
        ("Under agreements concluded in 2017 the navy may use the port.", "concluded", CERTAIN, "+"),
        ("The government did not fail to sign the deal.", "sign", CERTAIN, "+"),
        ("The government managed to sign the deal.", "sign", CERTAIN, "+"),
        ("The government did not manage to sign the deal.", "sign", CERTAIN, "-"),
        ("Ruritania forced its neighbour to leave.", "leave", CERTAIN, "+"),
        ("The army refused to help.", "help", CERTAIN, "-"),
        ("Ruritania regrets that it signed.", "signed", CERTAIN, "+"),
        ("Ruritania does not regret that it signed.", "signed", CERTAIN, "+"),
        ("Ruritania plans to keep its bases.", "keep", OPEN, "+"),
        ("Ruritania wants to leave.", "leave", OPEN, "+"),
        ("Officials believe that the army left.", "left", PROBABLE, "+"),
        ("The army seems to have left.", "left", PROBABLE, "+"),
        ("The ally is likely to lose.", "lose", PROBABLE, "+"),
        ("The ally is unlikely to win.", "win", PROBABLE, "-"),
        ("It is unlikely that the ally won.", "won", PROBABLE, "-"),
        ("Ruritania is close to reaching a settlement.", "reaching", PROBABLE, "+"),
        ("The trial is set to begin.", "begin", PROBABLE, "+"),
        ("There are no guarantees that the talks will succeed.", "succeed", OPEN, "+"),
        ("If the army leaves, the town will fall.", "leaves", OPEN, "+"),
        ("Did the army leave?", "leave", OPEN, "+"),
        ("Leave the country!", "Leave", OPEN, "+"),
        ("It is unclear whether the army will stay.", "stay", OPEN, "+"),
        ("They left without signing.", "signing", CERTAIN, "-"),
        ("Instead of leaving, it stayed.", "leaving", CERTAIN, "-"),
        ("The army neither attacked nor retreated.", "retreated", CERTAIN, "-"),
        ("Nobody came.", "came", CERTAIN, "-"),
        ("He denied that he ordered the strike.", "ordered", CERTAIN, "-"),
        ("The army invaded to protect the minority.", "protect", OPEN, "+"),
        ("A possible withdrawal was discussed.", "withdrawal", OPEN, "+"),
        ("The two sides demanded a withdrawal.", "withdrawal", OPEN, "+"),
        ("The withdrawal took a week.", "withdrawal", CERTAIN, "+"),
    ],
)
def test_a_word_is_graded_by_its_governor_and_its_own_hedges(
    graded: Grade, text: str, word: str, level: Factuality, sign: str
) -> None:
    found = graded(text)[word]
    assert (found.factuality, found.polarity) == (level, Polarity.NEGATIVE if sign == "-" else Polarity.POSITIVE)


@pytest.mark.parametrize(
    ("text", "word", "voice", "author"),
    [
        ("The ministry said that rebels seized the town.", "seized", CERTAIN, OPEN),
        ("The ministry said that rebels may seize the town.", "seize", POSSIBLE, OPEN),
        ("The ministry acknowledged that rebels seized the town.", "seized", CERTAIN, CERTAIN),
        ("The ministry did not say that rebels seized the town.", "seized", OPEN, OPEN),
        ("The minister warned that rebels could attack.", "attack", POSSIBLE, OPEN),
        ("Rebels seized the town.", "seized", CERTAIN, CERTAIN),
    ],
)
def test_the_voice_and_the_author_are_graded_apart(
    graded: Grade, text: str, word: str, voice: Factuality, author: Factuality
) -> None:
    found = graded(text)[word]
    assert (found.factuality, found.author_factuality) == (voice, author)


def test_inside_an_attribution_the_author_is_uncommitted(graded: Grade) -> None:
    text = "The army left, according to the ministry."
    said = Attribution("a1", None, None, (Span(0, 13),), Act.SPEECH, Manner.INDIRECT)
    found = graded(text, said)["left"]
    assert (found.factuality, found.author_factuality) == (CERTAIN, OPEN)


def test_an_evidential_and_the_hedges_are_kept(graded: Grade) -> None:
    text = "Ruritania has reportedly not left."
    found = graded(text)["left"]
    assert found.evidential == "reportedly"
    assert [span.of(text) for span in found.hedges] == ["reportedly", "not"]


def test_not_only_denies_nothing(graded: Grade) -> None:
    assert graded("The army not only attacked, it won.")["attacked"].polarity is Polarity.POSITIVE


def test_every_word_stands_at_its_place_and_in_order(graded: Grade) -> None:
    text = "The army said it may attack. Rebels fled. The talks failed to stop the war."
    found = list(graded(text).values())
    assert all(p.span.of(text) == p.text for p in found)
    assert [p.index for p in found] == sorted(p.index for p in found)


def test_helping_verbs_and_things_are_no_events(graded: Grade) -> None:
    assert list(graded("The government has been told of the building.")) == ["told"]
