"""Numbers in figures and in words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LARGEST = 1e18
"""Beyond this a figure is taken for a slip or a joke: it gets no value, and a flag."""

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MIXED = re.compile(r"(\d{1,9})[ -]([1-9])/([2-9])")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")


@cache
def words() -> dict[str, dict[str, Any]]:
    """The tables of `data/numbers.toml`."""
    return tomllib.loads((files(__package__) / "data" / "numbers.toml").read_text("utf-8"))


def figure(text: str) -> tuple[float | None, str]:
    """The value of a figure, and a flag ("" for none).

    "1,200" is 1200, "2 1/2" is 2.5; "1.234.567,89" is read the continental way and flagged "separators"; "1,23" and other mixtures get
    no value and the flag "separators"; what is beyond `LARGEST` gets no value and the flag "too large".
    """
    flag = ""
    if found := _MIXED.fullmatch(text):
        whole, above, below = (int(x) for x in found.groups())
        return whole + above / below, ""
    if _ENGLISH.fullmatch(text):
        plain = text.replace(",", "")
    elif _CONTINENTAL.fullmatch(text):
        plain, flag = text.replace(".", "").replace(",", "."), "separators"
    elif _INDIAN.fullmatch(text):
        plain, flag = text.replace(",", ""), "separators"
    else:
        return None, "separators"
    if len(plain.partition(".")[0]) > 19:
        return None, "too large"
    value = float(plain)
    return (None, "too large") if value > LARGEST else (value, flag)


def spelt(parts: list[str]) -> tuple[int, int]:
    """The value of the longest number in words that `parts` (lower case, "-" kept) begins with, and its length.

    (0, 0) where there is none. Magnitudes of a thousand and more are left to the caller, save between cardinals
    ("two thousand twelve"); "one hundred and five" is 105.
    """
    table = words()["cardinals"]
    total, used, after_hundred = 0, 0, False
    i = 0
    while i < len(parts):
        word = parts[i]
        if word in table and (used == 0 or _fits(total, table[word], after_hundred, parts[i - 1])):
            total += table[word]
            used = i = i + 1
        elif word == "hundred" and 0 < total < 100 and used == i:
            total, after_hundred = total * 100, True
            used = i = i + 1
        elif (
            used == i and used and word == "-" and i + 1 < len(parts) and total % 100 >= 20 and parts[i + 1] in table
        ) or (used == i and after_hundred and word == "and"):
            i += 1
        else:
            break
    return total, used


def spelt_year(parts: list[str]) -> tuple[int, int]:
    """The year that `parts` begins with ("nineteen ninety-seven", 1700 to 2099) and its length; (0, 0) where none."""
    century = words()["cardinals"].get(parts[0], 0)
    if not 17 <= century <= 20 or len(parts) < 2 or parts[1] == "-":
        return 0, 0
    rest, used = spelt(parts[1:4])
    return (100 * century + rest, used + 1) if 10 <= rest <= 99 else (0, 0)


def _fits(total: int, value: int, after_hundred: bool, before: str) -> bool:
    if after_hundred and total % 100 == 0 and value:
        return True
    return total % 10 == 0 and total % 100 >= 20 and 0 < value < 10 and before != "and"
