"""Signs, names and codes of money, and the other words that stand around an amount."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

UNSAID = "XXX"
"""ISO 4217's code for no currency, here for money whose currency is not said."""


@cache
def currencies() -> dict[str, Any]:
    """The tables of `data/currencies.toml`."""
    return tomllib.loads((files(__package__) / "data" / "currencies.toml").read_text("utf-8"))


@cache
def words() -> dict[str, Any]:
    """The tables of `data/words.toml`."""
    return tomllib.loads((files(__package__) / "data" / "words.toml").read_text("utf-8"))


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of `data/words.toml`."""
    return frozenset(words()[name])


def signed(sign: str, prefix: str) -> tuple[str, tuple[str, ...]]:
    """ISO code of a currency sign with the letters right before it ("US$"), and flags."""
    table = currencies()
    if sign == "$" and prefix in table["dollar_prefixes"]:
        return table["dollar_prefixes"][prefix], ()
    return table["signs"][sign], ("shared sign",) if sign in table["shared_signs"] else ()


def named(adjective: str, noun: str) -> tuple[str, tuple[str, ...]] | None:
    """ISO code of "Syrian pounds", "USD", "euros", and flags; None where `noun` is no money.

    A name that many countries share gets `UNSAID` and the flag "currency not said", or its first meaning flagged.
    """
    table = currencies()
    if noun in table["codes"]:
        return table["codes"][noun], ()
    if noun == "cents":
        return None
    single = singular(noun)
    if single not in table["names"]:
        return None
    of_country = table["of_country"].get(f"{adjective} {single.replace('roubl', 'rubl')}")
    if of_country:
        return of_country, ()
    code = table["names"][single]
    if not code:
        return UNSAID, ("currency not said",)
    return code, ("shared sign",) if single in table["shared_names"] else ()


def singular(noun: str) -> str:
    """The singular of a regular English noun, for units only."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun
