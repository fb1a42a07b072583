"""The word classes of this subpackage, from `data/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from dragoman.domain.parse import Token
from dragoman.statements.coding.lemmas import lemma_of

DATA = resources.files("dragoman.statements.told") / "data"


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Class name -> lemmas, lower case."""
    table = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: frozenset(" ".join(rows).split()) for name, rows in table.items()})


def is_a(token: Token, name: str) -> bool:
    """Is the word, or its lemma, in the class `name`?"""
    return lemma_of(token) in words()[name] or token.lower in words()[name]
