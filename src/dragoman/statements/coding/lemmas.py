"""The dictionary form of a word, with the parser's slips on regular verbs put right (`hopes` is no form of `hop`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from io import StringIO

from dragoman.domain.parse import Token
from dragoman.statements.coding.word_classes import DATA, word_classes

IRREGULAR = {
    "forgave": "forgive",
    "overran": "overrun",
    "unfroze": "unfreeze",
    "unfrozen": "unfreeze",
    "overflew": "overfly",
    "retook": "retake",
    "retaken": "retake",
    "forsook": "forsake",
    "sank": "sink",
    "sunk": "sink",
    "overthrew": "overthrow",
    "slew": "slay",
    "strove": "strive",
}


@cache
def vocabulary() -> frozenset[str]:
    """Every word of the lexicon and of the word classes."""
    words = set().union(*word_classes().values())
    for file in ("events.csv", "stances.csv", "ties.csv", "agreements.csv", "judgements.csv"):
        for row in csv.DictReader(StringIO((DATA / file).read_text(encoding="utf-8"))):
            words.update(row["words"].split("|"))
    return frozenset(words)


def lemma_of(token: Token) -> str:
    """Lower case; the parser's lemma unless only another regular stem of the word is in the vocabulary."""
    return _lemma(token.lemma.lower(), token.lower, token.pos in ("VERB", "AUX", "NOUN", "ADJ"))


@cache
def _lemma(lemma: str, lower: str, regular: bool) -> str:
    if not regular or lemma in vocabulary():
        return lemma
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    return next((stem for stem in _stems(lower) if stem in vocabulary()), lemma)


def _stems(word: str) -> Iterator[str]:
    for ending in ("ing", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            yield stem + "e"
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield stem[:-1] + "y"
