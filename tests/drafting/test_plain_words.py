"""Answers in sentences: who does what in an outcome, by the options' own texts, and no id of an option anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.brief.negotiation import what_would_hold
from dragoman.domain.answers import Said
from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import GraphModel
from dragoman.negotiation import parse_model, read_model
from dragoman.negotiation.drafting import answers, gaps_of
from dragoman.negotiation.drafting.plain import Plain, listed, third_person

ROOT = Path(__file__).parents[2]
MODEL = """
status_quo = "YYN"
options = [
    { id = "r.keep", owner = "r", text = "keep the harbour" },
    { id = "r.pay", owner = "r", text = "carry the costs" },
    { id = "s.lease", owner = "s", text = "the lease of last year" },
]
decision_makers = [
    { id = "r", name = "Ruritania", preferences = { prioritised = ["r.keep"] } },
    { id = "s", name = "United Isles", preferences = { prioritised = ["r.pay"] } },
]
"""


@pytest.fixture
def plain() -> Plain:
    return Plain(parse_model(MODEL, toml=True))


def test_an_outcome_says_who_does_what_and_what_is_no_longer_done(plain: Plain) -> None:
    assert (
        plain.outcome("YYN") == "as things stand: Ruritania keeps the harbour and carries the costs; nobody else moves"
    )
    assert plain.outcome("YNN") == "Ruritania keeps the harbour and no longer carries the costs; nobody else moves"


def test_a_text_that_is_no_deed_is_quoted(plain: Plain) -> None:
    assert plain.taken(["s.lease"]) == "the United Isles takes “the lease of last year”"
    assert plain.changes("YYN", "YNY") == (
        "Ruritania would no longer carry the costs; the United Isles would take “the lease of last year”"
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("not r.pay", "Ruritania does not carry the costs"),
        ("r.keep if r.pay", "Ruritania keeps the harbour, if Ruritania carries the costs"),
        ("not (r.keep or r.pay)", "neither Ruritania keeps the harbour nor Ruritania carries the costs"),
        ("r.keep iff not r.pay", "Ruritania keeps the harbour, exactly if Ruritania does not carry the costs"),
    ],
)
def test_a_wish_in_words(plain: Plain, when: str, words: str) -> None:
    assert plain.wish(when) == words


@pytest.mark.parametrize(
    ("verb", "after_she"),
    [("keep", "keeps"), ("carry", "carries"), ("pay", "pays"), ("pass", "passes"), ("go", "goes"), ("have", "has")],
)
def test_verbs_after_she(verb: str, after_she: str) -> None:
    assert third_person(verb) == after_she


def test_lists_whose_parts_have_commas_are_kept_apart() -> None:
    assert listed(["keeps it", "pays"]) == "keeps it and pays"
    assert listed(["brings cash, wheat and help", "pays"]) == "brings cash, wheat and help, and pays"


@pytest.mark.parametrize("name", ["bases-2025-03", "bases-2025-03-drafted", "dam-2021-04-drafted"])
def test_no_answer_shows_an_id_or_a_pattern(name: str) -> None:
    model = read_model(ROOT / "examples" / "worked" / f"{name}.toml")
    for text in texts(model):
        assert not [o.id for o in model.options if o.id in text], text
        assert (model.status_quo or "YN") not in text


@pytest.mark.parametrize("name", ["bases-2025-03", "bases-2025-03-drafted", "dam-2021-04-drafted"])
def test_no_line_of_a_brief_s_section_shows_an_id(name: str) -> None:
    model = read_model(ROOT / "examples" / "worked" / f"{name}.toml")
    section = what_would_hold(Draft(model, gaps=gaps_of(model)), answers(model), ())
    assert len(section.lines()) > 10
    for line in section.lines():
        assert not [o.id for o in model.options if o.id in line.text], line.text


def texts(model: GraphModel) -> Iterator[str]:
    def under(said: Said) -> Iterator[str]:
        yield said.text
        for one in said.under:
            yield from under(one)

    for part in answers(model).parts:
        yield part.note
        for said in part.lines:
            yield from under(said)
