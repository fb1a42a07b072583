"""The page "What Dragoman codes": every type is on it, and every example and counter-example holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.domain.statement import AgreementStatus, Plover, Stance, Tie
from tests.statements.coding.conftest import Coded

PAGE = Path(__file__).resolve().parents[3] / "docs" / "what-dragoman-codes.md"
KINDS = {"Events": "event", "Stances": "stance", "Ties": "tie", "Agreements": "agreement", "Judgements": "judgement"}


def rows() -> list[tuple[str, str, str, str]]:
    """Kind, type, example, counter-example."""
    found = []
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        kind = KINDS.get(section.splitlines()[0])
        for cells in re.findall(r"^\| ([^|\n]+) \| ([^|\n]+) \| ([^|\n]+) \| ([^|\n]+) \|$", section, re.MULTILINE):
            if kind and cells[0] != "type":
                found.append((kind, cells[0], cells[2], cells[3]))
    return found


def test_every_type_is_on_the_page() -> None:
    types = {t for _, t, _, _ in rows()}
    named = {*Plover, *Stance, *Tie, *AgreementStatus} - {Plover.REQUEST, Plover.REJECT, Plover.THREATEN}
    assert {t.value for t in named} <= types


@pytest.mark.model
@pytest.mark.parametrize("kind, type_, example, counter", rows(), ids=lambda v: v.replace(" ", "-")[:30])
def test_example_and_counter_example(kind: str, type_: str, example: str, counter: str, coded: Coded) -> None:
    assert (kind, type_) in {(s.kind.value, s.type) for s in coded(example)}
    assert (kind, type_) not in {(s.kind.value, s.type) for s in coded(counter)}
