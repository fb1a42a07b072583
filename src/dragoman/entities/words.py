"""The list of common nouns that refer to people, bodies and states."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    file = resources.files("dragoman.entities") / "data" / "nouns.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def nouns(table: str, row: str = "") -> dict[str, Any]:
    """A table of `nouns.toml`; with `row`, the words of that list as keys."""
    found = _tables()[table]
    return dict.fromkeys(found[row]) if row else found
