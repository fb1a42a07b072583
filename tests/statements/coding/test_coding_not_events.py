"""A hundred texts in which nobody does anything to anybody, or hardly: see `tests/texts/not_events.jsonl`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model

TEXTS = Path(__file__).resolve().parents[2] / "texts" / "not_events.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines() if line]

# Namesakes of countries in sentences that are formed as reports are: grammar cannot tell them.
NOT_TOLD = frozenset({"ne-080", "ne-082"})


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["id"])
def test_nothing_is_invented(row: dict[str, Any], coded: Coded) -> None:
    said = coded(row["text"])
    if row["id"] in NOT_TOLD:
        pytest.xfail(row["why"])
    if not row["may_be_said"]:
        assert [(s.kind, s.type, s.quote) for s in said] == []


def test_most_are_told_and_the_rest_are_named() -> None:
    assert len(ROWS) == 100
    assert {r["id"] for r in ROWS} >= NOT_TOLD and len(NOT_TOLD) <= 20
