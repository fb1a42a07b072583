"""Names that no catalogue holds: what they stand for, by the rest of their report."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.report import Report
from dragoman.entities import identify
from dragoman.reports import chunks
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

pytestmark = pytest.mark.model


def last(settings: Settings, text: str, word: str) -> Referent | None:
    """Whom the last token `word` stands for."""
    report = Report("x", "x", text, find_blocks(text), published=date(2025, 3, 5))
    parse = settings.parser.parse(chunks(report))
    _, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
    return referents.at([t for t in parse.tokens if t.text == word][-1].index)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ruritania's prime minister, Rosa Venn, spoke on Monday. Venn added nothing.", "Venn", "Rosa Venn"),
        ("Ruritania's prime minister, Rosa Venn, left. The prime minister said no more.", "minister", "Rosa Venn"),
        ("The union's secretary, Klara Mund, warned of a strike. Mund said it would last.", "Mund", "Klara Mund"),
    ],
)
def test_a_person_named_in_full_once_is_meant_by_surname_and_by_office(
    settings: Settings, text: str, word: str, name: str
) -> None:
    found = last(settings, text, word)
    assert found is not None
    assert (found.name, found.kind) == (name, VoiceKind.PERSON)


def test_a_surname_that_two_share_stands_for_neither(settings: Settings) -> None:
    text = "Rosa Venn met Otto Venn in the capital on Monday. Later Venn spoke to reporters."
    found = last(settings, text, "Venn")
    assert found is None or found.name == "Venn"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Graustark's parliament met on Monday. Graustark rejected the treaty.", "Graustark"),
        ("A Sylvanian envoy came. Sylvania refused to leave the valley.", "Sylvania"),
    ],
)
def test_a_name_that_owns_what_a_state_has_acts_as_one(settings: Settings, text: str, word: str) -> None:
    found = last(settings, text, word)
    assert found is not None
    assert (found.kind, found.side) == (VoiceKind.INSTITUTION, word.lower())
