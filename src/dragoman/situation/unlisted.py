"""States that the catalogue does not hold: whom their ministries, soldiers and people act for, by one report's words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.domain.mention import MentionType
from dragoman.domain.reading import Reading
from dragoman.situation.words import DATA, root_of_name, tokens

_NAME = r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)?"
_WHO = re.compile(rf"^,?\s+(?P<who>{_NAME})\b")
_BEFORE = re.compile(rf"\b(?P<who>{_NAME}),\s+(?:the\s+|its\s+)?$")
_PEOPLES = re.compile(r"^[Tt]he\s+(?P<people>[A-Z][\w-]+s)$")
_ADJECTIVE = re.compile(r"(?:[ie]?ans?|ese|ish)$")
_PERSON_NAMES = 2
_MOST_NAMES = 4


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads((DATA / "organs.toml").read_text(encoding="utf-8"))
    offices = frozenset(table["offices"].split())
    return offices | frozenset(table["heads"].split()), offices, frozenset(table["creeds"].split())


@cache
def _portfolios() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "organs.toml").read_text(encoding="utf-8"))["portfolios"].split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`owned` and `of` give a state with its organ, `people` an adjective with it."""

    owned: re.Pattern[str]
    of: re.Pattern[str]
    people: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    organ = rf"(?P<organ>(?:[\w-]+\s+){{0,3}}?(?P<head>(?i:{'|'.join(sorted(_words()[0]))})))\b"
    return _Patterns(
        re.compile(rf"\b(?P<state>{_NAME})['’]s?\s+{organ}"),
        re.compile(rf"\b{organ}\s+of\s+(?:the\s+)?(?P<state>{_NAME})\b(?!\s+(?:of\s|[A-Z]))"),
        re.compile(rf"\b(?P<before>(?:[A-Z][\w-]+\s)?)(?P<people>[A-Z][\w-]*(?:ans?|ese|ish|i))\s+{organ}"),
    )


@dataclass(frozen=True, slots=True)
class _Organ:
    """An organ named with its state: the words of its name, the state's slug, where it stands."""

    words: frozenset[str]
    state: str
    start: int


class Unlisted:
    """What one report says of organs and people of states that are not in the catalogue.

    A state is a capitalised name that the report gives an organ or a people; persons' family names are none. Of an adjective
    the state is the report's own name with the same beginning, else, for "-ian", the name in "-ia".
    """

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        open_ones = [m for m in reading.mentions if m.entity is None and m.country is None]
        self._listed = frozenset(m.text for m in reading.mentions if m.entity is not None or m.country is not None)
        persons = [tokens(m.text) for m in open_ones if m.type is MentionType.PERSON]
        self._families = frozenset(p[-1] for p in persons if len(p) >= _PERSON_NAMES)
        names = [t for m in open_ones if len(t := tokens(m.text)) == 1]
        self._by_root = {root_of_name(n[0]): n[0] for n in names if not _ADJECTIVE.search(n[0]) and n[0][:1].isupper()}
        doubles = [
            t for m in open_ones if len(t := tokens(m.text)) == _PERSON_NAMES and m.type is not MentionType.NATIONALITY
        ]
        self._longer = {(a, root_of_name(b)): f"{a}-{b}".casefold() for a, b in doubles if not _ADJECTIVE.search(b)}
        longest: dict[str, set[str]] = {}
        for m in open_ones:
            words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in tokens(m.text)]
            if _PERSON_NAMES <= len(words) <= _MOST_NAMES:
                longest.setdefault(words[-1], set()).add("-".join(words))
        self._longest = {short: next(iter(names)) for short, names in longest.items() if len(names) == 1}
        self._peoples = frozenset(m.text for m in open_ones if m.type is MentionType.NATIONALITY)
        self._organs: list[_Organ] | None = None
        self._people_of: dict[str, str] = {}

    def side(self, text: str, start: int) -> str | None:
        """The state that `text` at `start` acts for: its organ, office, soldiers or people; None where it is none.

        An organ without its state ("the ministry") is that of the one state whose organ of the kind was named before.
        """
        organ = not _words()[0].isdisjoint(text.casefold().split())
        if text.islower():
            return self._bare(text, start) if organ else None
        people = _PEOPLES.match(text)
        if people is not None:
            return self._of_people(people["people"])
        if organ:
            for named, _ in self._named(text):
                return named.state
        return (self._bare(text, start) if organ else None) or self._person(text)

    def full_name(self, entity: str) -> str | None:
        """The id of the one longer name in the report that ends in a name of one word ("the Fund", "Theodoros")."""
        return self._longest.get(entity)

    def related(self, text: str) -> str | None:
        """The state whose goods, people or land `text` begins with ("Ruritanian cheese", "Ruritania's waters")."""
        owned = re.match(rf"^(?:[Tt]he\s+)?(?P<state>{_NAME})['’]s?\s", text)
        if owned is not None:
            return self._state(owned["state"])
        first = re.match(r"^(?:[Tt]he\s+)?(?P<people>[A-Z][\w-]+)\s+[a-z]", text)
        return self._of_people(first["people"]) if first is not None else None

    def _named(self, text: str) -> Iterator[tuple[_Organ, re.Match[str]]]:
        """The organs named with their state in `text`."""
        for pattern in (_patterns().owned, _patterns().of):
            for found in pattern.finditer(text):
                state = self._state(found["state"])
                if state is not None:
                    yield _Organ(_alike(found["organ"].split()), state, found.start()), found
        for found in _patterns().people.finditer(text):
            state = self._of_people(found["people"], found["before"].strip(), with_organ=True)
            if state is not None:
                yield _Organ(_alike(found["organ"].split()), state, found.start()), found

    def _state(self, name: str) -> str | None:
        if (
            name.split()[0].casefold() in _portfolios()
            or name in self._families
            or name in self._listed
            or name.split()[-1] in self._families
        ):
            return None
        return "-".join(w.casefold() for w in tokens(name))

    def _of_people(self, word: str, before: str = "", *, with_organ: bool = False) -> str | None:
        """The state of "Bordurian" or "Bordurians"; a name that the report lacks must be a people's, or have an organ."""
        if not _ADJECTIVE.search(word) or word in self._listed or word in self._families:
            return None
        longer = self._longer.get((before, root_of_name(word)))
        if longer is not None:
            return longer
        known = self._by_root.get(root_of_name(word))
        if known is not None:
            return known.casefold()
        plain = word.casefold().removesuffix("s")
        if (word not in self._peoples and not with_organ) or not plain.endswith("ian") or plain in _words()[2]:
            return None
        return plain.removesuffix("n")

    def _all(self) -> list[_Organ]:
        """Every organ that the report names with its state; who holds an office is kept with it."""
        if self._organs is None:
            self._organs = []
            for organ, found in self._named(self._text):
                self._organs.append(organ)
                if found["head"].casefold() in _words()[1]:
                    after = _WHO.match(self._text[found.end() : found.end() + 60])
                    who = after or _BEFORE.search(self._text[max(0, found.start() - 60) : found.start()])
                    if who is not None:
                        self._people_of.setdefault(tokens(who["who"])[-1], organ.state)
        return self._organs

    def _bare(self, text: str, start: int) -> str | None:
        words = [w.casefold() for w in tokens(text)]
        if words[:1] in (["the"], ["its"]):
            words = words[1:]
        if not words or words[-1] not in _words()[0] or len(words) > _PERSON_NAMES + 1:
            return None
        wanted = _alike(words)
        states = {o.state for o in self._all() if o.start < start and (wanted <= o.words or o.words <= wanted)}
        return states.pop() if len(states) == 1 else None

    def _person(self, text: str) -> str | None:
        names = [w for w in tokens(text) if w[:1].isupper()]
        self._all()
        return self._people_of.get(names[-1]) if names else None


def _alike(words: Sequence[str]) -> frozenset[str]:
    """The words of an organ's name, a minister being the ministry."""
    same = {
        "minister": "ministry",
        "ministers": "ministry",
        "ministries": "ministry",
        "soldiers": "army",
        "troops": "army",
    }
    return frozenset(same.get(w, w) for w in map(str.casefold, words) if w not in ("the", "its", "a", "an"))
