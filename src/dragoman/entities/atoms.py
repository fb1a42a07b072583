"""Names cut into atoms, so that spelling, accents and hyphens do not hide them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ATOM = re.compile(r"\w+|[^\w\s]")
_SAME = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u02bb": "'",
        "`": "'",
        "\u2013": "-",
        "ı": "i",
        "İ": "I",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "s",
    }
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`word` without case and accents."""
    word = word.translate(_SAME)
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def atoms(text: str) -> tuple[tuple[str, int, int], ...]:
    """(folded atom, start, end) for each run of letters and each other mark of `text`."""
    return tuple((fold(m.group()), m.start(), m.end()) for m in _ATOM.finditer(text))


def key(name: str) -> tuple[str, ...]:
    """The atoms of a name; points, apostrophes and hyphens left out."""
    return tuple(a for a, _, _ in atoms(name) if a not in ".'-")
