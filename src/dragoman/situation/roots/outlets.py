"""Outlets by their full and their short names: "the Courier" for the Example Courier."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.situation.copies import same_outlet


class Outlets:
    """The outlets of a case, by whatever part of their name is told apart from the others'."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {key: name for name in sorted(names) if (key := same_outlet(name))}
        self._by_word: dict[str, list[str]] = {}
        for key in self._known:
            for word in set(key.split()):
                self._by_word.setdefault(word, []).append(key)

    def key(self, name: str) -> str | None:
        """The key of the one outlet that `name` calls, None where it calls none, or more than one."""
        wanted = same_outlet(name.removeprefix("both ").removeprefix("Both "))
        if wanted in self._known:
            return wanted
        words = set(wanted.split())
        if not words:
            return None
        near = [k for k in self._by_word.get(next(iter(sorted(words))), ()) if words <= set(k.split())]
        return near[0] if len(near) == 1 else None

    def name(self, key: str) -> str:
        """The full name of a key; the key where it is of no known outlet."""
        return self._known.get(key, key)
