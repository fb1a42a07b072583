"""PLOVER sectors of common nouns, from `data/sectors.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.statements.coding.word_classes import DATA

UNKNOWN_COUNTRY = "---"


@cache
def sectors() -> Mapping[str, str]:
    """Lemma -> sector code of three letters."""
    table = tomllib.loads((DATA / "sectors.toml").read_text(encoding="utf-8"))
    return MappingProxyType({word: code for code, words in table.items() for word in words})


def domestic_code(lemma: str) -> str | None:
    """`---COP` for police of a country that is not said; None where the noun has no sector."""
    sector = sectors().get(lemma)
    return None if sector is None else UNKNOWN_COUNTRY + sector
