"""Words and figures of a paragraph, each with a class letter, so that rules are patterns over letters.

M month, D weekday, S season, U unit, P part of the day, T today and the like, Y year, N number, O ordinal, k decade
("1990s"), I numeric date, C clock time, E holiday, Z reference ("now"), A adverb of a set ("daily"), B magnitude,
"$" currency sign, "%" per cent, "," comma, "-" hyphen or dash, "'" possessive, small letters as in `data/words.toml`,
L a length ("weeklong"), F "future", "." all else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, NamedTuple

from dragoman.domain.parse import Parse, Token
from dragoman.statements.times import numerals


class Lexeme(NamedTuple):
    """`kind` is a class letter; `start` and `end` are canonical code points; `token` is the token that holds it.

    `value` is a number (N, Y, O, M, D, T) or a code (U, S, P, Z, A); `spaced` is True after white space.
    `capital` is True where the first letter is a capital.
    """

    kind: str
    low: str
    start: int
    end: int
    value: Any
    token: int
    spaced: bool
    capital: bool


class Line(NamedTuple):
    """The lexemes of one paragraph and the string of their letters."""

    lexemes: tuple[Lexeme, ...]
    kinds: str


_PIECE = re.compile(
    r"(?P<clock>\d{1,2}(?::\d\d){1,2}(?!\d)|\d{1,2}(?=\s?[ap]\.?m\b))"
    r"|(?P<meridian>[ap]\.m\.?|[AaPp][Mm]\b)"
    r"|(?P<date>\d{4}-\d\d?-\d\d?(?!\d)|\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?!\d|[.,]\d))"
    r"|(?P<decade>(?:1[5-9]|20)\d0['\u2019]?s\b|['\u2018\u2019]?[2-9]0['\u2019]?s\b)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<opaque>[^\W\d_]+(?:[-\u2010\u2011]?\d[\w-]*)+|\d+[^\W\d_][\w-]*)"
    r"|(?P<short>['\u2019]\d\d\b(?![\w%]))"
    r"|(?P<figure>\d+(?:[.,]\d+)*)"
    r"|(?P<possessive>['\u2019]s\b|(?<=s)['\u2019](?=\s))"
    r"|(?P<word>[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s])"
)
_SPLIT = re.compile(r"(mid|pre|post|early|late|since)[-\u2010\u2011](\d{4}s?|\d0s)", re.I)
_GLUED = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]+)((?:-[^\W\d_]+)*)")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015"
_ROMAN_CALENDAR = range(1500, 2200)


@cache
def words() -> dict[str, dict[str, Any]]:
    """The tables of `data/words.toml`."""
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


@cache
def _lexicon() -> dict[str, tuple[str, Any]]:
    table = words()
    entries: dict[str, tuple[str, Any]] = {w: (k, None) for w, k in table["kinds"].items()}
    for letter, name in zip(
        "MDSUPTZA", ["months", "weekdays", "seasons", "units", "parts", "days", "references", "sets"], strict=True
    ):
        entries |= {w: (letter, v) for w, v in table[name].items()}
    entries |= {w: ("L", v) for w, v in table["lengths"].items()}
    entries |= {w: ("k", v) for w, v in table["decades"].items()}
    entries |= {w: ("O", v) for w, v in numerals.words()["ordinals"].items()}
    return entries


@cache
def _magnitudes() -> dict[str, float]:
    return numerals.words()["magnitudes"] | numerals.words()["short_magnitudes"]


def paragraphs(parse: Parse) -> Iterator[Line]:
    """The lexemes of each paragraph, in text order."""
    for _, group in groupby(parse.sentences, key=lambda s: s.block):
        sentences = list(group)
        yield line(parse.tokens[sentences[0].first : sentences[-1].last])


def line(tokens: Sequence[Token]) -> Line:
    """The lexemes of some tokens."""
    found = list(_merged(list(_pieces(tokens)), tokens))
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
            yield "C", first, last, word
        case "meridian":
            yield "K", first, last, low[0]
        case "date":
            yield "I", first, last, word
        case "decade":
            digits = re.sub(r"\D", "", word)
            kind = "k" if len(digits) == 4 or _is_decade(word, text[:first]) else "."
            yield kind, first, last, int(digits)
        case "ordinal":
            yield "O", first, last, int(re.sub(r"\D", "", word))
        case "short":
            yield "Y", first, last, -int(word[1:])
        case "opaque":
            yield from _opaque(word, first, last)
        case "figure":
            yield _figure(word, text, first, last), first, last, word
        case "possessive":
            yield "'", first, last, None
        case "mark":
            yield _mark(word), first, last, None
        case _:
            kind, value = _lexicon().get(low, (".", None))
            if kind == "k" and not _is_decade("1", text[:first]):
                kind = "."
            yield kind, first, last, value


def _is_decade(word: str, before: str) -> bool:
    """True for "the 90s" and "'90s", not for "in his 30s"."""
    return not word[0].isdigit() or re.search(r"\bthe (?:early |mid-?|late |late-)?$", before[-12:]) is not None


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
        yield _lexicon().get(split[1].lower(), (".", None))[0], first, cut, None
        yield "-", cut, cut + 1, None
        rest = split[2]
        kind = "k" if rest.endswith("s") else "Y"
        yield kind, cut + 1, last, int(rest[:-1]) if kind == "k" else rest
        return
    glued = _GLUED.fullmatch(word)
    if glued:
        cut = first + len(glued[1])
        tail = glued[2].lower()
        if not glued[3] and (tail in _magnitudes() or tail in _glued_units()):
            yield "N", first, cut, glued[1]
            yield ("B" if tail in _magnitudes() else "."), cut, last, _magnitudes().get(tail)
            return
    yield ".", first, last, None


@cache
def _glued_units() -> frozenset[str]:
    return frozenset({"km", "kg", "mm", "cm", "mw", "gw", "kwh", "kt", "mt", "bcm", "mph", "pc", "bpd", "ha"})


def _merged(pieces: list[Lexeme], tokens: Sequence[Token]) -> Iterator[Lexeme]:
    """Puts numbers in words together, gives figures their value, and settles words of two meanings."""
    cardinals, magnitudes = numerals.words()["cardinals"], numerals.words()["magnitudes"]
    offset = tokens[0].index if tokens else 0
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if piece.kind == "." and piece.low in cardinals:
            window = pieces[i : i + 9]
            value, used = numerals.spelt(["-" if p.kind == "-" and not p.spaced else p.low for p in window])
            last = pieces[i + used - 1]
            low = " ".join(p.low for p in pieces[i : i + used])
            yield piece._replace(kind="N", low=low, end=last.end, value=float(value))
            i += used
            continue
        if piece.kind == "." and piece.low in magnitudes:
            piece = piece._replace(kind="B", value=magnitudes[piece.low])
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


def _is_season(piece: Lexeme, before: Lexeme | None, follows: Sequence[Lexeme], token: Token) -> bool:
    """Not the fall of a regime, the spring of a watch or the Arab Spring."""
    if piece.low not in ("fall", "spring"):
        return True
    kinds = "".join(x.kind for x in follows)
    if kinds[:1] == "Y" or kinds == "oY":
        return True
    if token.pos in _VERBS or before is None or kinds[:1] == "o":
        return False
    return before.kind in "itlnmycp-" or (before.kind == "h" and not piece.capital)
