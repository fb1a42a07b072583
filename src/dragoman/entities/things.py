"""Weapons, platforms and documents: things told by their common nouns and their designations."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from dragoman.domain.mention import Mention, MentionType
from dragoman.domain.parse import Parse, Sentence


@cache
def _words() -> dict[str, MentionType]:
    file = resources.files("dragoman.entities") / "data" / "things.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    return {word: MentionType(kind) for kind, words in rows["words"].items() for word in words}


def find_things(parse: Parse, sentence: Sentence, text: str) -> Iterator[Mention]:
    """A mention for each noun of the list, with the compound words before it ("barrel bombs", "Su-24 jet")."""
    words = _words()
    for token in parse.tokens[sentence.first : sentence.last]:
        kind = words.get(token.lemma.lower()) if token.pos in ("NOUN", "PROPN") else None
        if kind is None or (token.dep == "compound" and words.get(parse.head(token.index).lemma.lower())):
            continue
        first = token.index
        while first > sentence.first and parse.tokens[first - 1].dep in ("compound", "amod", "punct"):
            before = parse.tokens[first - 1]
            if before.head != token.index or (before.dep == "punct" and before.text != "-"):
                break
            first -= 1
        span = parse.span(first, token.index + 1)
        yield Mention(span, span.of(text), kind, head=token.index)
