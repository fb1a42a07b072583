"""Words of estimative probability and the bands that they stand for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from dragoman.domain.statement import Forecast


class Band(NamedTuple):
    """Probabilities from `low` to `high`; `vague` where the word is no term of ICD 203."""

    low: float
    high: float
    vague: bool


@cache
def table() -> dict[str, Any]:
    """`data/words.toml`."""
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


@cache
def bands() -> dict[str, Band]:
    """Phrase, lower case, to its band."""
    rows = table()
    found = {w: Band(v[0], v[1], vague=False) for w, v in rows["icd"].items()}
    for row in rows["survey"].values():
        low, high = row["quartiles"]
        found |= {w: Band(low, high, vague=True) for w in row["words"]}
    return found | {w: Band(v[0], v[1], vague=True) for w, v in rows["convention"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(bands(), key=len, reverse=True)
    return re.compile(r"(?<![\w'])(" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


_WEAK = frozenset({"will", "wo", "won't", "'ll", "may", "might", "could"})


def probability(words: str) -> Forecast | None:
    """The band of the word of probability in `words`; None where there is none, or only a direction or a bound.

    An adverb tells more than the modal beside it: "will probably" and "would likely" are as their adverb. "Will not" and
    "not likely" get the complement of their band; "may not" keeps that of "may", which says as little of either.
    """
    low = " ".join(words.lower().replace("\u2019", "'").replace("n't", " n't").split())
    if re.search(r"\b(?:" + "|".join(table()["bounds"]["words"]) + r")\b", low):
        return None
    found = [m for m in _pattern().finditer(low) if not _is_direction(low, m)]
    if not found:
        return None
    negation = next((m for m in found if m.group() == "by no means"), None)
    best = negation or next((m for m in found if m.group() not in _WEAK), found[0])
    word, band = best.group(), bands()[best.group()]
    if _is_negated(low, best) and word not in ("may", "might", "could"):
        return Forecast(f"{_shown(word)} not", round(1 - band.high, 4), round(1 - band.low, 4), None, band.vague)
    return Forecast(_shown(word), band.low, band.high, None, band.vague)


def _shown(word: str) -> str:
    return "will" if word in ("wo", "won't", "'ll") else word


def _is_direction(low: str, found: re.Match[str]) -> bool:
    before = low[: found.start()].split()
    return bool(before) and before[-1] in table()["directions"]["words"]


def _is_negated(low: str, found: re.Match[str]) -> bool:
    after, before = low[found.end() :].split(), low[: found.start()].split()
    nots = ("not", "n't", "never")
    return bool(after and after[0] in nots) or bool(before and before[-1] in nots)
