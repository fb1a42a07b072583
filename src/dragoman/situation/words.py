"""The words that say what a statement is about: stems without small words, synonyms made one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data"

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_LONGEST = 24
_DOUBLED = "bdgmnprt"


@cache
def _table() -> tuple[frozenset[str], Mapping[str, str]]:
    table = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    same = {stem(word): concept for concept, words in table["same"].items() for word in words}
    return frozenset(table["stop"].split()), MappingProxyType(same)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its case, possessive, and the commonest endings of nouns and verbs."""
    found = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if found.endswith(ending) and len(found) - len(ending) + len(put) >= 3 and not found.endswith(("ss", "us")):
            found = found[: len(found) - len(ending)] + put
            doubled = ending in ("ing", "ed") and len(found) >= 5 and found[-1] == found[-2] and found[-1] in _DOUBLED
            found = found[:-1] if doubled else found
            break
    return found.removesuffix("e") if len(found) > 4 else found


@lru_cache(maxsize=100_000)
def concept(word: str) -> str | None:
    """What a word is about; None for small words and single letters."""
    stop, same = _table()
    plain = word.casefold()
    root = stem(word)
    if plain in stop or root in stop or len(root) < 2:
        return None
    return same.get(root, root[:_LONGEST])


def tokens(text: str) -> list[str]:
    """The words and numbers of `text`, as they stand."""
    return _WORD.findall(text)


@lru_cache(maxsize=50_000)
def concepts(text: str) -> frozenset[str]:
    """What the words of `text` are about."""
    return frozenset(c for w in tokens(text) if (c := concept(w)) is not None)
