"""Names of sources, told apart or not."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.situation.copies import same_outlet
from dragoman.situation.words import stem, tokens

_EMPTY = frozenset(
    ["the", "a", "an", "of", "for", "at", "in", "on", "by", "and", "to", "its", "his", "her", "their", "our", "who", "which", "that", "said", "says", "told", "statement", "spokesman", "spokeswoman", "spokesperson", "mr", "mrs", "ms", "dr", "sir"]
)


def words_of(name: str) -> frozenset[str]:
    """What a source is called, titles of address and spokespersons left out: a spokesperson is whom they speak for."""
    return frozenset(stem(w) for w in tokens(name) if w.casefold() not in _EMPTY and len(w) > 1)


def letter_of(letters: Mapping[str, str], name: str, entity: str | None) -> str:
    """The Admiralty letter that the user gave to a source by its id or name; "F" where none."""
    if entity is not None and entity in letters:
        return letters[entity]
    wanted = same_outlet(name)
    return next((letter for given, letter in letters.items() if same_outlet(given) == wanted), "F") if letters else "F"
