"""Words of estimative probability and the bands that they stand for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.domain.statement import Forecast


@cache
def table() -> dict[str, Any]:
    """`data/words.toml`."""
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


@cache
def _bands() -> dict[str, tuple[float, float, bool]]:
    """Phrase to low, high, vague."""
    rows = table()
    return {w: (v[0], v[1], False) for w, v in rows["icd"].items()} | {
        w: (v[1], v[2], True) for w, v in rows["survey"].items()
    }


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_bands(), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, phrases)) + r")\b")


def probability(words: str) -> Forecast | None:
    """The band of the first word of probability in `words`; None where there is none or only a direction.

    "will not", "unlikely" and the like speak of the event itself: "will not" gets the complement of "will".
    """
    low = " ".join(words.lower().replace("\u2019", "'").split())
    found = _pattern().search(low)
    if found is None:
        return None
    before = low[: found.start()].split()
    if before and before[-1] in table()["directions"]["words"]:
        return None
    least, most, vague = _bands()[found.group()]
    after = low[found.end() :].split()
    negated = bool(after and after[0] in ("not", "never")) or bool(before and before[-1] in ("not", "n't"))
    if low.startswith("won't"):
        negated = True
    if negated:
        least, most = round(1 - most, 4), round(1 - least, 4)
        return Forecast(f"{found.group()} not", least, most, None, vague)
    return Forecast(found.group(), least, most, None, vague)
