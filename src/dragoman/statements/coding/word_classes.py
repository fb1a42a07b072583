"""Classes of words that frames and roles ask for, from `data/classes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

DATA = resources.files("dragoman.statements.coding") / "data"


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Class name -> lemmas, lower case."""
    table = tomllib.loads((DATA / "classes.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: frozenset(" ".join(rows).split()) for name, rows in table.items()})


def belongs(lemma: str, name: str) -> bool:
    """Is `lemma` in the class `name`? KeyError where there is no such class."""
    return lemma in word_classes()[name]
