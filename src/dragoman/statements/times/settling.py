"""Puts numbers in words and names of holidays together, and settles words and figures of two meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.domain.parse import Token
from dragoman.statements.times import numerals
from dragoman.statements.times.lexeme import Lexeme, words


def settled(pieces: list[Lexeme], tokens: Sequence[Token]) -> Iterator[Lexeme]:
    """Puts numbers in words together, gives figures their value, and settles words of two meanings."""
    cardinals, magnitudes = numerals.words()["cardinals"], numerals.words()["magnitudes"]
    offset = tokens[0].index if tokens else 0
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if piece.kind == "." and piece.low in cardinals:
            window = pieces[i : i + 9]
            parts = ["-" if p.kind == "-" and not p.spaced else p.low for p in window]
            value, used = numerals.spelt(parts)
            year, wide = numerals.spelt_year(parts)
            if year:
                yield piece._replace(kind="Y", end=pieces[i + wide - 1].end, value=year)
                i += wide
                continue
            last = pieces[i + used - 1]
            low = " ".join(p.low for p in pieces[i : i + used])
            yield piece._replace(kind="N", low=low, end=last.end, value=float(value))
            i += used
            continue
        if piece.kind == "." and piece.low in magnitudes:
            follower = pieces[i + 1].kind if i + 1 < len(pieces) else ""
            years = i > 0 and pieces[i - 1].kind == "a" and follower == "U"
            piece = piece._replace(kind="N" if years else "B", value=magnitudes[piece.low])
        elif piece.low == "dozen" and [p.kind for p in pieces[i - 1 : i + 2 : 2]] == ["a", "U"]:
            piece = piece._replace(kind="N", value=12.0)
        elif piece.kind == "N" and isinstance(piece.value, str):
            piece = piece._replace(value=numerals.figure(piece.value)[0])
        elif piece.capital and (width := _holiday(pieces, i)):
            last = pieces[i + width - 1]
            low = _joined(pieces[i : i + width])
            yield piece._replace(kind="E", low=low, end=last.end)
            i += width
            continue
        elif piece.kind == "Y":
            piece = _settle_year(piece, pieces[i - 1] if i else None, tokens, piece.token - offset)
        elif piece.kind in _AMBIGUOUS:
            before = pieces[i - 1] if i else None
            if piece.kind == "S" and _declines(pieces, i):
                piece = piece._replace(kind=".")
            else:
                piece = _settle(piece, before, pieces[i + 1 : i + 3], tokens[piece.token - offset])
        yield piece
        i += 1


@cache
def _holidays() -> dict[str, int]:
    """Name to its number of lexemes."""
    return {name: len(re.findall(r"'s|[a-z]+", name)) for name in words()["holidays"]}


@cache
def _holiday_words() -> frozenset[str]:
    return frozenset(re.split(r"[ ']", name)[0] for name in words()["holidays"])


def _joined(pieces: Sequence[Lexeme]) -> str:
    return "".join(f" {p.low}" if p.spaced else p.low for p in pieces).strip()


def _holiday(pieces: Sequence[Lexeme], at: int) -> int:
    """How many lexemes from `at` on make up the longest name of a holiday; 0 for none."""
    if pieces[at].low not in _holiday_words():
        return 0
    for width in (4, 3, 2, 1):
        if _joined(pieces[at : at + width]) in _holidays() and len(pieces) >= at + width:
            return width
    return 0


def _settle_year(piece: Lexeme, before: Lexeme | None, tokens: Sequence[Token], at: int) -> Lexeme:
    """A number where the figure counts ("2024 soldiers") or labels ("flight 2012"), else a year."""
    value = int(piece.value)
    token = tokens[at]
    number = piece._replace(kind="N", value=float(abs(value)))
    if before is not None and (before.low in words()["labels"]["words"] or before.low == "no" or before.kind == "$"):
        return number
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    head = token.head - tokens[0].index
    noun = tokens[head] if token.dep == "nummod" and at < head <= at + 3 else follower
    if noun is not None and noun.pos == "NOUN" and noun.lemma.lower() in words()["counted"]["words"]:
        return number
    if follower is not None and follower.lower in ("percent", "%", "per", "million", "billion", "feet", "hours"):
        return number
    return piece._replace(value=value)


_AMBIGUOUS = frozenset("MDSOU")
_VERBS = frozenset({"VERB", "AUX"})


def _settle(piece: Lexeme, before: Lexeme | None, follows: Sequence[Lexeme], token: Token) -> Lexeme:
    """ "May" the verb, "march", "sun", "Sat", "Jan" the name, "fall" of a regime, "second" of two."""
    other = piece._replace(kind=".")
    after = follows[0] if follows else None
    if piece.kind in "MD" and not piece.capital:
        return other
    if piece.low in ("may", "march"):
        verbal = token.pos in _VERBS or token.tag == "MD" or (after is not None and after.kind == "o")
        return other if verbal else piece
    if piece.low in ("jan", "mar", "sun", "sat", "wed", "dec") and not (
        (after is not None and after.kind in "NYO;," and (after.kind != "," or piece.kind == "D"))
        or (before is not None and before.kind in "NO")
    ):
        return other
    if piece.kind == "S" and not _is_season(piece, before, follows, token):
        return other
    if piece.low == "second" and (before is None or before.kind not in "Na-"):
        return piece._replace(kind="O", value=2)
    return piece


def _declines(pieces: Sequence[Lexeme], at: int) -> bool:
    """True for "the fall in prices", which no preposition of time governs."""
    if pieces[at].low != "fall" or at + 1 >= len(pieces) or pieces[at + 1].kind != "i" or not at:
        return False
    governor = pieces[at - 2].low if at > 1 else ""
    return pieces[at - 1].kind == "h" and governor not in ("in", "during", "since", "by", "until")


def _is_season(piece: Lexeme, before: Lexeme | None, follows: Sequence[Lexeme], token: Token) -> bool:
    """Not the fall of a regime, the spring of a watch or the Arab Spring."""
    if piece.low not in ("fall", "spring"):
        return True
    kinds = "".join(x.kind for x in follows)
    if kinds[:1] == "Y" or kinds in ("oY", "on", "ol"):
        return True
    if token.pos in _VERBS or before is None or kinds[:1] == "o":
        return False
    return before.kind in "itlnmycp-" or (before.kind == "h" and not piece.capital)
