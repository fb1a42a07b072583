"""Words of probability: the bands of ICD 203 where they are its terms, else vague."""

from __future__ import annotations

import pytest

from dragoman.statements.forecasts import probability
from dragoman.statements.forecasts.words import bands, table

ICD_203 = [
    ("almost no chance", 0.01, 0.05),
    ("remote", 0.01, 0.05),
    ("very unlikely", 0.05, 0.20),
    ("highly improbable", 0.05, 0.20),
    ("unlikely", 0.20, 0.45),
    ("improbable", 0.20, 0.45),
    ("roughly even chance", 0.45, 0.55),
    ("roughly even odds", 0.45, 0.55),
    ("likely", 0.55, 0.80),
    ("probable", 0.55, 0.80),
    ("very likely", 0.80, 0.95),
    ("highly probable", 0.80, 0.95),
    ("almost certain", 0.95, 0.99),
    ("nearly certain", 0.95, 0.99),
]


@pytest.mark.parametrize(("word", "low", "high"), ICD_203)
def test_a_term_of_icd_203_has_its_band(word: str, low: float, high: float) -> None:
    """The table of Intelligence Community Directive 203 (2015)."""
    found = probability(f"it is {word} that they will leave")
    assert found is not None
    assert (found.word, found.low, found.high, found.vague) == (word, low, high, False)


@pytest.mark.parametrize(
    ("words", "word", "low", "high"),
    [
        ("might leave", "might", 0.20, 0.50),
        ("possibly leaves", "possibly", 0.25, 0.50),
        ("may well leave", "may well", 0.40, 0.70),
        ("will leave", "will", 0.90, 0.99),
        ("will not leave", "will not", 0.01, 0.10),
        ("won't leave", "will not", 0.01, 0.10),
        ("may not leave", "may", 0.20, 0.50),
    ],
)
def test_another_word_is_vague(words: str, word: str, low: float, high: float) -> None:
    found = probability(words)
    assert found is not None
    assert (found.word, found.low, found.high, found.vague) == (word, low, high, True)


def test_an_adverb_tells_more_than_the_modal_beside_it() -> None:
    found = probability("would very likely leave")
    assert found is not None
    assert (found.word, found.vague) == ("very likely", False)


@pytest.mark.parametrize(
    "words",
    ["an increasing likelihood", "increasingly likely", "more likely", "no guarantees that they will", "remains uncertain",
     "it is unclear whether they will", "plans to leave", "", "unlikelyhood"],
)  # fmt: skip
def test_a_direction_a_bound_and_an_intention_have_no_band(words: str) -> None:
    assert probability(words) is None


def test_every_band_lies_between_nought_and_one_and_only_terms_of_icd_203_are_not_vague() -> None:
    for word, band in bands().items():
        assert 0 <= band.low < band.high <= 1
        assert band.vague == (word not in table()["icd"])
    for row in table()["survey"].values():
        assert row["quartiles"][0] <= row["median"] <= row["quartiles"][1]
