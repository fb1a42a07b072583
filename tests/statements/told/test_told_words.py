"""The word classes are lists of lower-case lemmas, none twice in one class."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from dragoman.statements.told.lexicon import DATA, words

TABLE = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TABLE)
def test_a_class_is_plain_words(name: str) -> None:
    rows = TABLE[name]
    assert isinstance(rows, list) and all(isinstance(row, str) for row in rows)
    found = " ".join(rows).split()
    assert found == [w.lower() for w in found]
    assert [w for w, n in Counter(found).items() if n > 1] == []


def test_every_class_is_used_and_none_is_empty() -> None:
    folder = files("dragoman.statements.told")
    sources = (p for p in folder.iterdir() if p.name.endswith(".py"))
    code = "".join(s.read_text(encoding="utf-8") for s in sources)
    assert all(words().values())
    assert [name for name in words() if f'"{name}"' not in code] == []
