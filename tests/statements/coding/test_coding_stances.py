"""How wire prose says what each side wants, offers, refuses and threatens, and what each has of the other: a sentence a row.

The rows are `tests/texts/stances.csv`: type, words of the actor, the object and the condition as they stand.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.statements.coding.conditions import condition_at
from dragoman.statements.context import Context
from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model
ROWS = list(csv.DictReader((Path(__file__).parents[2] / "texts" / "stances.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["sentence"])
def test_a_sentence_says_its_stance_or_tie(row: dict[str, str], coded: Coded) -> None:
    said = [s for s in coded(row["sentence"]) if s.type == row["type"]]
    assert said, row["sentence"]
    first = said[0]
    named = f"{first.actor.text} {first.actor.entity}".casefold() if first.actor else ""
    assert row["actor"].casefold() in named.replace("-", " ")
    assert (first.object.text if first.object else "") == row["object"]
    assert (first.condition.text if first.condition else "") == row["condition"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The two ministries concerned met on Friday.",
        "It would take two weeks to convene the council, he said.",
        "Her client would not receive a fair trial in Zenda, the lawyer said.",
        "The guild has called a meeting for Wednesday.",
        "Ruritania would be the poorer for it, the minister said.",
        "The museum is open to the public.",
        "The bridge offers a view of the lake.",
        "Ruritania has no commercial interest in Zenda.",
        "Prices would rise if the pass were closed.",
    ],
)
def test_what_nobody_wants_or_offers_is_no_stance(sentence: str, coded: Coded) -> None:
    assert [
        (s.type, s.quote) for s in coded(sentence) if s.kind.value == "stance" and s.polarity.value == "positive"
    ] == []


def test_anonymity_is_no_condition(coded: Coded) -> None:
    said = coded("Ruritania had asked for 20 million crowns a year, an envoy said on condition that he was not named.")
    assert [s.condition for s in said if s.type == "demand"] == [None]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ruritania will sign if the crew is freed.", "if"),
        ("Ruritania will sign unless the crew is held.", "unless"),
        ("Ruritania will leave if the crew is not freed.", "if-not"),
        ("Ruritania will sign as long as the pass is open.", "if"),
        ("Ruritania would sign in return for a loan.", "price"),
        ("Ruritania would sign only after the troops had left.", "if"),
        ("Ruritania will sign on condition that the crew is freed.", "if"),
        ("Ruritania would sign, its envoy said, if the crew was freed.", "if"),
    ],
)
def test_a_condition_has_its_kind(sentence: str, kind: str, context_of: Callable[[str], Context]) -> None:
    parse = context_of(sentence).parse
    index = next(t.index for t in parse.tokens if t.lower in ("sign", "leave"))
    found = condition_at(parse, index, index)
    assert found is not None and found.kind == kind
