"""Inflected forms of English verbs, so that a cue is known where the lemma that came with the parse is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The finite and participle forms of `lemma`; the past forms of `irregular` (by lemma) instead of "-ed"."""
    past = irregular.get(lemma) or tuple(_past(lemma))
    return frozenset({lemma, third_person(lemma), *_gerund(lemma), *past})


def third_person(lemma: str) -> str:
    """The form with "-s": says, accuses, denies, teaches."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith((*_SIBILANTS, "o")) else "s")


def _past(lemma: str) -> Iterator[str]:
    if lemma.endswith("e"):
        yield lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ied"
    else:
        yield lemma + "ed"
        if _doubles(lemma):
            yield lemma + lemma[-1] + "ed"


def _gerund(lemma: str) -> Iterator[str]:
    if lemma.endswith("ie"):
        yield lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith("ee"):
        yield lemma[:-1] + "ing"
    else:
        yield lemma + "ing"
        if _doubles(lemma):
            yield lemma + lemma[-1] + "ing"


def _doubles(lemma: str) -> bool:
    """True where the last consonant may double: planned, admitted, travelled."""
    return len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
