"""Words and figures of a paragraph, each with a class letter, so that rules are patterns over letters: the nouns of it.

M month, D weekday, S season, U unit, P part of the day, T today and the like, Y year, N number, O ordinal, k decade
("1990s"), I numeric date, C clock time, X "twice", H "ahead", E holiday, Z reference ("now"), A adverb of a set ("daily"), B magnitude,
"$" currency sign, "%" per cent, "," comma, "-" hyphen or dash, "'" possessive, small letters as in `data/words.toml`,
L a length ("weeklong"), F "future", V "fiscal", W "moment", J "other", Q "all", "." all else.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

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


@cache
def words() -> dict[str, dict[str, Any]]:
    """The tables of `data/words.toml`."""
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


@cache
def lexicon() -> dict[str, tuple[str, Any]]:
    """Class letter and value of each word."""
    table = words()
    entries: dict[str, tuple[str, Any]] = {w: (k, None) for w, k in table["kinds"].items()}
    for letter, name in zip(
        "MDSUPTZA", ["months", "weekdays", "seasons", "units", "parts", "days", "references", "sets"], strict=True
    ):
        entries |= {w: (letter, v) for w, v in table[name].items()}
    entries |= {f"{w}s": ("D", v) for w, v in table["weekdays"].items() if w.endswith("day")}
    entries |= {w: ("L", v) for w, v in table["lengths"].items()}
    entries |= {w: ("k", v) for w, v in table["decades"].items()}
    entries |= {w: ("O", v) for w, v in numerals.words()["ordinals"].items()}
    return entries


@cache
def magnitudes() -> dict[str, float]:
    """The magnitudes that may stand right behind a figure: "bn", "m"."""
    return numerals.words()["magnitudes"] | numerals.words()["short_magnitudes"]
