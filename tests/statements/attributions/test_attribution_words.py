"""The lexicon files: their shape, and forms of words."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from dragoman.domain.attribution import Act
from dragoman.statements.attributions.inflection import forms, third_person
from dragoman.statements.attributions.lexicon import Sources, load_lexicon

FRAMES = {"clause", "quote", "infinitive", "gerund", "object", "person", "addressee"} | {
    "predicate", "as", "accusation", "comparison",
}  # fmt: skip
PREPOSITIONS = {"for", "on", "about", "of", "with", "to", "against", "after", "in", "over"}


def _read(name: str) -> dict[str, Any]:
    folder = resources.files("dragoman.statements.attributions") / "data"
    return tomllib.loads((folder / name).read_text(encoding="utf-8"))


def test_every_group_of_verbs_has_a_known_act_known_frames_and_lower_case_words() -> None:
    for group in _read("verbs.toml")["group"]:
        assert set(group) <= {"act", "frames", "words", "only"}
        assert group["act"] in [a.value for a in Act]
        assert set(group["frames"]) <= FRAMES | PREPOSITIONS
        assert group.get("only", "any") in [s.value for s in Sources]
        words = group["words"].split()
        assert words
        assert all(w == w.lower() and w.isalpha() for w in words)


def test_every_other_list_is_words_separated_by_white_space() -> None:
    tables = _read("words.toml")
    assert set(tables) == {
        "nouns", "thought", "adjectives", "structure", "passives", "prepositions", "headlines", "idioms", "adverbs", "sources",
    }  # fmt: skip
    for table in tables.values():
        assert all(isinstance(text, str) and text.split() for text in table.values())


def test_the_lexicon_holds_several_hundred_verbs_each_with_a_frame() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.verbs) > 300
    assert all(verb.people or verb.documents for verb in lexicon.verbs.values())


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("hope", {"hope", "hopes", "hoped", "hoping"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("admit", {"admit", "admits", "admited", "admitted", "admiting", "admitting"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ],
)
def test_forms_are_the_inflected_words(lemma: str, expected: set[str]) -> None:
    assert forms(lemma, {}) == expected


def test_irregular_forms_take_the_place_of_ed() -> None:
    assert "said" in forms("say", {"say": ("said",)})
    assert "sayed" not in forms("say", {"say": ("said",)})


def test_third_person_keeps_y_after_a_vowel() -> None:
    assert [third_person(w) for w in ("say", "deny", "teach")] == ["says", "denies", "teaches"]
