"""Outlets by their full and their short names: "the Courier" for the Example Courier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.situation.copies import same_outlet

_LEAST_WORDS = 3
_KINDS = frozenset({"newspaper", "newspapers", "paper", "daily", "weekly", "magazine", "website", "broadcaster"})


class Outlets:
    """The outlets of a case, by whatever part of their name is told apart from the others'."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {key: name for name in sorted(names) if (key := same_outlet(name))}
        self._long = _initials(self._known)
        self._by_word: dict[str, list[str]] = {}
        for key in self._known:
            for word in set(key.split()):
                self._by_word.setdefault(word, []).append(key)

    def key(self, name: str) -> str | None:
        """The key of the one outlet that `name` calls, None where it calls none, or more than one."""
        wanted = same_outlet(name.removeprefix("both ").removeprefix("Both "))
        if wanted in self._long:
            return self._long[wanted]
        if wanted in self._known:
            return wanted
        words = set(wanted.split()) - _KINDS
        if not words:
            return None
        near = [k for k in self._by_word.get(next(iter(sorted(words))), ()) if words <= set(k.split())]
        return near[0] if len(near) == 1 else None

    def name(self, key: str) -> str:
        """The full name of a key; the key where it is of no known outlet."""
        return self._known.get(key, key)


def _initials(known: Mapping[str, str]) -> Mapping[str, str]:
    """By the initials of a name of three words or more its key, where no other name has them ("spa")."""
    found: dict[str, list[str]] = {}
    for key in known:
        words = key.split()
        if len(words) >= _LEAST_WORDS:
            found.setdefault("".join(w[0] for w in words), []).append(key)
    return {short: keys[0] for short, keys in found.items() if len(keys) == 1}
