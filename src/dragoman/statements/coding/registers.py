"""Blocks that are no report of what parties did: sport, games, fiction, exercises, contracts, recipes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.domain.parse import Parse
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import DATA

SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Register:
    """Words of which one (`strong`) or so many as `ENOUGH` says (`weak`) show the register."""

    strong: frozenset[str]
    weak: frozenset[str]


@cache
def registers() -> Mapping[str, Register]:
    """The registers of `data/registers.toml` by name."""
    table = tomllib.loads((DATA / "registers.toml").read_text(encoding="utf-8"))
    return MappingProxyType({k: Register(frozenset(v["strong"]), frozenset(v["weak"])) for k, v in table.items()})


def register_of_blocks(parse: Parse, text: str) -> Mapping[int, str]:
    """Block number -> the register that its words show; blocks of reporting are left out."""
    words: dict[int, set[str]] = {}
    for sentence in parse.sentences:
        found = words.setdefault(sentence.block, set())
        for token in parse.tokens[sentence.first : sentence.last]:
            if token.pos != "PROPN" or token.lower == "homer":
                found.update((token.lower, lemma_of(token)))
            if token.index + 1 < sentence.last:
                found.add(f"{token.lower} {parse.tokens[token.index + 1].lower}")
            if SCORE.fullmatch(
                parse.span(token.index, min(token.index + 3, sentence.last)).of(text)
            ) or SCORE.fullmatch(token.text):
                found.add("score")
    return MappingProxyType({b: name for b, found in words.items() if (name := _shown(found)) is not None})


def _shown(words: set[str]) -> str | None:
    for name, register in registers().items():
        if words & register.strong or len(words & register.weak) >= ENOUGH[name]:
            return name
    return None


ENOUGH = MappingProxyType(
    {
        "sport": 3,
        "game": 3,
        "fiction": 3,
        "exercise": 3,
        "legal": 4,
        "table": 3,
        "garden": 4,
        "music": 2,
        "advertisement": 3,
        "mockery": 2,
    }
)
