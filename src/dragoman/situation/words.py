"""The words that say what a statement is about: stems without small words, synonyms made one."""

from __future__ import annotations

import re
import tomllib
from calendar import day_name, month_name
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data"

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_TOLD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[’'][^\W\d_]+)?")
_LONGEST = 24
_LEAST_NUMBER = 3
"""One and two are in so many clauses that they tell nothing."""
_TEN, _TENS, _HUNDRED = 10, 20, 100
_DOUBLED = "bdgmnprt"


@cache
def _table() -> tuple[frozenset[str], Mapping[str, str]]:
    table = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    groups = tomllib.loads((DATA / "thesaurus.toml").read_text(encoding="utf-8"))["same"]
    same = {stem(word): concept for concept, words in groups.items() for word in words}
    return frozenset(table["stop"].split()), MappingProxyType(same)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its case, possessive, and the commonest endings of nouns and verbs."""
    found = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if found.endswith(ending) and len(found) - len(ending) + len(put) >= 3 and not found.endswith(("ss", "us")):
            found = found[: len(found) - len(ending)] + put
            doubled = ending in ("ing", "ed") and len(found) >= 5 and found[-1] == found[-2] and found[-1] in _DOUBLED
            found = found[:-1] if doubled else found
            break
    return found.removesuffix("e") if len(found) > 4 else found


@lru_cache(maxsize=100_000)
def concept(word: str) -> str | None:
    """What a word is about; None for small words and single letters."""
    stop, same = _table()
    plain = word.casefold()
    root = stem(word)
    if plain in stop or root in stop or len(root) < 2:
        return None
    return same.get(root, root[:_LONGEST])


_ENDINGS = ("ians", "eans", "ian", "ean", "ans", "ese", "os", "ish", "ia", "ea", "ey", "an", "a", "o", "y", "i", "e")
_LEAST = 3
CALENDAR = frozenset(name.casefold() for name in (*day_name, *month_name) if name)
_MONTHS = frozenset(name.casefold() for name in month_name if name)


@lru_cache(maxsize=20_000)
def root_of_name(name: str) -> str:
    """What the names of a country and of its people begin with: "bordur" of "Borduria", "Bordurian" and "Bordurians"."""
    plain = name.casefold().removesuffix("'s").removesuffix("’s")
    while True:
        ending = next((e for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= _LEAST), "")
        if not ending:
            return plain
        plain = plain[: -len(ending)]


_NOUNS = (
    ("ension", "end"),
    ("ision", "id"),
    ("usion", "ud"),
    ("endent", "end"),
    ("endence", "end"),
    ("ment", ""),
    ("ation", "at"),
    ("ition", "it"),
    ("ction", "ct"),
)
_FAMILY = 6


@lru_cache(maxsize=50_000)
def family(concept: str) -> str:
    """A word cut to what its verb and noun have in common ("deploy" of "deployment"); short ones as they are."""
    for ending, put in _NOUNS:
        if concept.endswith(ending) and len(concept) >= _FAMILY + 1:
            return concept[: -len(ending)] + put
    return concept.removesuffix("al") if len(concept) > _FAMILY + 1 else concept


@cache
def _numbers() -> Mapping[str, float]:
    table = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return MappingProxyType({word: float(value) for word, value in table["number"].items()})


@cache
def back_references() -> frozenset[str]:
    """Concepts of nouns that stand for something named before: "the country"."""
    table = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return frozenset(c for w in table["back"]["words"] if (c := concept(w)) is not None)


@cache
def persons() -> frozenset[str]:
    """Concepts of what is counted in persons."""
    table = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return frozenset(concept(w) or w for w in table["persons"]["words"])


@lru_cache(maxsize=50_000)
def told(text: str, first_is_name: bool) -> tuple[frozenset[str], frozenset[str]]:
    """All that `text` tells of, and the names and numbers among it; a name is cut to its root, a number in digits.

    A capital at the beginning makes a name only where it is said to (`first_is_name`). Days and months are left out.
    """
    words: set[str] = set()
    marked: set[str] = set()
    running: float | None = None
    every = [w.removesuffix("'s").removesuffix("’s") for w in _TOLD.findall(text)]
    dated = any(w[0].isupper() and w.casefold() in _MONTHS for w in every if w)
    for place, word in enumerate([*every, ""]):
        number = None if dated and _of_date(every, place) else _number(word)
        if running is not None and (number is None or word[0].isdigit() or not _goes_on(running, number)):
            marked |= {f"{running:.12g}"} if running >= _LEAST_NUMBER else frozenset()
            running = None
        if number is not None:
            running = number if running is None else running * number if number >= _HUNDRED else running + number
            continue
        found = concept(word) if word else None
        if found is None or (word[0].isupper() and word.casefold() in CALENDAR) or word[0].isdigit():
            continue
        if word[0].isupper() and (place or first_is_name):
            found = root_of_name(word)
            marked.add(found)
        words.add(family(found))
    return frozenset(words | marked), frozenset(marked)


def _of_date(words: Sequence[str], place: int) -> bool:
    """True of the number of a day, which stands beside its month."""
    beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
    return any(w[:1].isupper() and w.casefold() in _MONTHS for w in beside)


def _number(word: str) -> float | None:
    if word[:1].isdigit():
        plain = word.replace(",", "")
        return float(plain) if plain.replace(".", "", 1).isdigit() else None
    return _numbers().get(word.casefold())


def _goes_on(running: float, number: float) -> bool:
    """True where a number word belongs to the number before it: "two hundred", "sixty-four", "1.2 billion"."""
    return number >= _HUNDRED or (number < _TEN and running % _HUNDRED >= _TENS)


def tokens(text: str) -> list[str]:
    """The words and numbers of `text`, as they stand."""
    return _WORD.findall(text)


@lru_cache(maxsize=50_000)
def concepts(text: str) -> frozenset[str]:
    """What the words of `text` are about."""
    return frozenset(c for w in tokens(text) if (c := concept(w)) is not None)
