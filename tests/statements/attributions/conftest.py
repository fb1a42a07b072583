"""Sentences with their parses as recorded in `parses.json` (by `record.py`), so that the rules run without the model."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dragoman.domain.parse import Name, Parse, Sentence, Token
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.text import Span
from dragoman.statements.attributions import find_attributions
from dragoman.statements.context import Context

PARSES = Path(__file__).with_name("parses.json")


@cache
def _parses() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads(PARSES.read_text(encoding="utf-8"))
    return loaded


def lines(text: str) -> tuple[Block, ...]:
    """Each line that is not empty, as a paragraph."""
    return tuple(Block(Span(*m.span()), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))


def recorded(text: str) -> Context:
    """The context of `text` with its recorded parse."""
    if text not in _parses():
        raise KeyError(f"no parse recorded; run record.py after adding: {text!r}")
    row = _parses()[text]
    tokens = tuple(Token(n, *word) for n, word in enumerate(row["tokens"]))
    sentences = tuple(
        Sentence(n, first, last, block, BlockKind.PARAGRAPH) for n, (first, last, block) in enumerate(row["sentences"])
    )
    names = tuple(Name(*name) for name in row["names"])
    return Context(Report("r", "r.txt", text, lines(text)), Parse(tokens, sentences, names))


@pytest.fixture
def context() -> Callable[[str], Context]:
    """The context of a text whose parse is recorded."""
    return recorded


@pytest.fixture
def read() -> Callable[[str], list[tuple[str | None, str | None, tuple[str, ...], str]]]:
    """The attributions of a text as (source, cue, contents, act), in text order."""

    def words(text: str) -> list[tuple[str | None, str | None, tuple[str, ...], str]]:
        return [
            (
                a.source.of(text) if a.source else None,
                a.cue.of(text) if a.cue else None,
                tuple(s.of(text) for s in a.content),
                a.act.value,
            )
            for a in find_attributions(recorded(text))
        ]

    return words
