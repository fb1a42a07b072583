"""Whom ministries, soldiers and people of countries outside the catalogue act for. Made-up countries."""

from __future__ import annotations

import pytest

from dragoman.domain.mention import Mention, MentionType
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.text import Span
from dragoman.situation.unlisted import Unlisted

TEXT = (
    "Evallonia's Finance Ministry said no. Ada Quill, prime minister of Lutha, was in Evallonia. "
    "The minister then left. Bordurian troops moved, and the Luthans slept. Marta Dovrin's office is shut."
)


def _unlisted() -> Unlisted:
    def mention(text: str, type_: MentionType) -> Mention:
        at = TEXT.index(text)
        return Mention(Span(at, at + len(text)), text, type_)

    mentions = (
        mention("Evallonia", MentionType.PLACE),
        mention("Lutha", MentionType.PERSON),
        mention("Ada Quill", MentionType.PERSON),
        mention("Bordurian", MentionType.NATIONALITY),
        mention("Luthans", MentionType.NATIONALITY),
        mention("Marta Dovrin", MentionType.PERSON),
    )
    block = Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH)
    return Unlisted(Reading(Report("r", "r", TEXT, (block,)), mentions=mentions))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Evallonia's Finance Ministry", "evallonia"),
        ("the Finance Ministry of Evallonia", "evallonia"),
        ("prime minister of Lutha", "lutha"),
        ("The minister", None),  # of two states, either may be meant
        ("the finance minister", "evallonia"),
        ("Ada Quill", "lutha"),
        ("Bordurian troops", "borduria"),
        ("The Luthans", "lutha"),
        ("Evallonia's plum growers", None),
        ("Marta Dovrin's government", None),  # a person's name is no state's
        ("the farmers", None),
        ("the president of the Evallonia Chamber of Commerce", None),
    ],
)
def test_organs_soldiers_and_people_act_for_their_state(text: str, side: str | None) -> None:
    assert _unlisted().side(text, TEXT.index("The minister")) == side


def test_a_name_of_one_word_is_the_longer_one_that_ends_in_it() -> None:
    assert _unlisted().full_name("quill") == "ada-quill"
    assert _unlisted().full_name("evallonia") is None


def test_goods_of_a_country_are_related_to_it_and_do_not_act_for_it() -> None:
    assert _unlisted().related("Luthan cheese") == "lutha"
    assert _unlisted().side("Luthan cheese", 0) is None
