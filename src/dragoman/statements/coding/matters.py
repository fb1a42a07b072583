"""The thing wanted, offered or withheld, as a slug that paraphrases share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.statements.coding.parties import slug
from dragoman.statements.coding.word_classes import DATA


@cache
def matter_words() -> Mapping[str, tuple[str, int]]:
    """Lemma or two lemmas -> (matter, rank); lower ranks win where a phrase names several."""
    table = tomllib.loads((DATA / "matters.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, int]] = {}
    for rank, row in enumerate(table["matter"]):
        for word in row["words"]:
            found.setdefault(word, (row["name"], rank))
    return MappingProxyType(found)


def matter_of(parse: Parse, *spans: Span | None) -> str | None:
    """The matter that the words of the first telling span name.

    A word pair counts before a word, and an earlier matter of the table before a later one.
    """
    for span in spans:
        if span is not None:
            found = _named(parse, span)
            if found is not None:
                return found
    return None


def _named(parse: Parse, span: Span) -> str | None:
    tokens = parse.tokens_in(span)
    lemmas = [slug(t.lemma.lower()) for t in tokens]
    words = [w for w in lemmas if w]
    pairs = [" ".join(p) for p in pairwise(words)]
    for names in (pairs, words):
        found = [matter_words()[n] for n in names if n in matter_words()]
        if found:
            return min(found, key=lambda f: f[1])[0]
    return None
