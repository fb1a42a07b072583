"""Cuts a paragraph into lexemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from dragoman.domain.parse import Parse, Token
from dragoman.statements.times.lexeme import Lexeme, Line, lexicon, magnitudes
from dragoman.statements.times.settling import settled

_PIECE = re.compile(
    r"(?P<clock>\d{1,2}(?::\d\d){1,2}(?!\d)|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)|(?<!\d)[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC)\b)|\d{1,2}(?=\s?[ap]\.?m\b))"
    r"|(?P<meridian>[ap]\.m\.?|[AaPp][Mm]\b)"
    r"|(?P<date>\d{4}-\d\d?-\d\d?(?!\d)|\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?!\d|[.,]\d))"
    r"|(?P<decade>(?:1[5-9]|20)\d0['\u2019]?s\b|['\u2018\u2019]?[2-9]0['\u2019]?s\b)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<opaque>[^\W\d_]+(?:[-\u2010\u2011]?\d[\w-]*)+|\d+[^\W\d_][\w-]*)"
    r"|(?P<short>['\u2019]\d\d\b(?![\w%]))"
    r"|(?P<mixed>\d+[ -]\d/\d(?![\d/]))"
    r"|(?P<figure>\d+(?:[.,]\d+)*)"
    r"|(?P<possessive>['\u2019]s\b|(?<=s)['\u2019](?=\s))"
    r"|(?P<word>[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s])"
)
_SPLIT = re.compile(r"(mid|pre|post|early|late|since)[-\u2010\u2011](\d{4}s?|\d0s|\d{1,2}(?:st|nd|rd|th))", re.I)
_GLUED = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]+)((?:-[^\W\d_]+)*)")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"
_ROMAN_CALENDAR = range(1500, 2200)


def paragraphs(parse: Parse) -> Iterator[Line]:
    """The lexemes of each paragraph, in text order."""
    for _, group in groupby(parse.sentences, key=lambda s: s.block):
        sentences = list(group)
        yield line(parse.tokens[sentences[0].first : sentences[-1].last])


def line(tokens: Sequence[Token]) -> Line:
    """The lexemes of some tokens."""
    found = list(settled(list(_pieces(tokens)), tokens))
    return Line(tuple(found), "".join(x.kind for x in found))


def _pieces(tokens: Sequence[Token]) -> Iterator[Lexeme]:
    """Lexemes before numbers in words and multi-word names are put together."""
    texts: list[str] = []
    starts: list[int] = []
    length, end = 0, -1
    for token in tokens:
        if end >= 0 and token.start != end:
            texts.append(" ")
            length += 1
        starts.append(length)
        texts.append(token.text)
        length += len(token.text)
        end = token.end
    text = "".join(texts)
    at = 0
    for found in _PIECE.finditer(text):
        first = found.start()
        while at + 1 < len(starts) and starts[at + 1] <= first:
            at += 1
        for kind, start, stop, value in _classes(found, text):
            begin = at
            while begin + 1 < len(starts) and starts[begin + 1] <= start:
                begin += 1
            yield Lexeme(
                kind,
                text[start:stop].lower().replace("\u2019", "'"),
                _canonical(tokens[begin], start - starts[begin]),
                _end(tokens, starts, begin, stop),
                value,
                tokens[begin].index,
                start > 0 and text[start - 1] == " ",
                text[start].isupper(),
            )


def _canonical(token: Token, inside: int) -> int:
    return min(token.start + inside, token.end)


def _end(tokens: Sequence[Token], starts: list[int], begin: int, stop: int) -> int:
    while begin + 1 < len(starts) and starts[begin + 1] < stop:
        begin += 1
    token = tokens[begin]
    return token.end if stop - starts[begin] >= len(token.text) else token.start + stop - starts[begin]


def _classes(found: re.Match[str], text: str) -> Iterator[tuple[str, int, int, Any]]:
    """Class letter, first and last character, value: usually one, more for "mid-1990s" or "40-minute"."""
    group, (first, last) = found.lastgroup, found.span()
    word = found.group()
    low = word.lower()
    match group:
        case "clock":
            yield "C", first, last, f"{word[:2]}:{word[2:]}" if re.fullmatch(r"\d{4}", word) else word.replace(".", ":")
        case "meridian":
            yield "K", first, last, low[0]
        case "date":
            yield "I", first, last, word
        case "decade":
            digits = re.sub(r"\D", "", word)
            kind = "k" if len(digits) == 4 or _is_decade(word, text[max(first - 12, 0) : first]) else "."
            yield kind, first, last, int(digits)
        case "ordinal":
            yield "O", first, last, int(re.sub(r"\D", "", word))
        case "short":
            yield "Y", first, last, -int(word[1:])
        case "opaque":
            yield from _opaque(word, first, last)
        case "mixed":
            yield "N", first, last, word
        case "figure":
            yield _figure(word, text, first, last), first, last, word
        case "possessive":
            yield "'", first, last, None
        case "mark":
            yield _mark(word), first, last, None
        case _:
            kind, value = lexicon().get(low, (".", None))
            if kind == "k" and not _is_decade("1", text[max(first - 12, 0) : first]):
                kind = "."
            yield kind, first, last, value


def _is_decade(word: str, before: str) -> bool:
    """True for "the 90s" and "'90s", not for "in his 30s"."""
    return not word[0].isdigit() or re.search(r"\bthe (?:early |mid-?|late |late-)?$", before) is not None


def _mark(mark: str) -> str:
    if mark in _DASHES:
        return "-"
    if mark in "$\u20ac\u00a3\u00a5\u20bd\u20b9\u20ba\u20a9\u20aa\u20b4":
        return "$"
    return mark if mark in ",%" else ";" if mark in ".;:!?" else "."


def _figure(word: str, text: str, first: int, last: int) -> str:
    plain = word.isdigit() and len(word) == 4 and int(word) in _ROMAN_CALENDAR
    return "Y" if plain and not text[max(first - 2, 0) : first].strip(" ").endswith(("$", "\u20ac", "\u00a3")) else "N"


def _opaque(word: str, first: int, last: int) -> Iterator[tuple[str, int, int, Any]]:
    """ "mid-1990s" and "40-minute" come apart, "3bn" too; "MiG-31E" and "G7" stay whole."""
    split = _SPLIT.fullmatch(word)
    if split:
        cut = first + len(split[1])
        yield lexicon().get(split[1].lower(), (".", None))[0], first, cut, None
        yield "-", cut, cut + 1, None
        rest = split[2]
        if rest[-1] in "tdh":
            yield "O", cut + 1, last, int(re.sub(r"\D", "", rest))
            return
        kind = "k" if rest.endswith("s") else "Y"
        yield kind, cut + 1, last, int(rest[:-1]) if kind == "k" else rest
        return
    glued = _GLUED.fullmatch(word)
    if glued:
        cut = first + len(glued[1])
        tail = glued[2].lower()
        if not glued[3] and (tail in magnitudes() or tail in _glued_units()):
            yield "N", first, cut, glued[1]
            yield ("B" if tail in magnitudes() else "."), cut, last, magnitudes().get(tail)
            return
    yield ".", first, last, None


@cache
def _glued_units() -> frozenset[str]:
    return frozenset({"km", "kg", "mm", "cm", "mw", "gw", "kwh", "kt", "mt", "bcm", "mph", "pc", "bpd", "ha"})
