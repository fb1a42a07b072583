"""What deed a phrase names: an act done to a thing, or left undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.negotiation.drafting.lexicon import Act, Word, lexicon, named, opens, root, starts, words

_REACH = 7
_BACK = 8


@dataclass(frozen=True, slots=True)
class Deed:
    """An act on a thing, `done` or left; `level` is "" for the whole.

    `start` and `end` bound the words of act and thing in the phrase; `at` is where the thing begins. `known` is False
    for a deed that the tables do not name: `act` and `thing` are then the verb and head noun, `said` the words.
    """

    act: str
    thing: str
    done: bool
    level: str
    start: int
    end: int
    at: int
    known: bool = True
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    things: tuple[str, ...]
    first: int
    last: int


def deeds(text: str, *, matter: str | None = None, cut: bool = True, bare: bool = True) -> tuple[Deed, ...]:
    """The deeds that a phrase names, in order; `matter` stands for a thing that no word names.

    With `bare` a thing asks for its own act where no word names one ("a demand for aid").
    With `cut` the phrase ends before the first word that begins another clause.
    """
    found = words(text)
    found = found[: first_clause(found)] if cut else found
    hits = _things(found)
    told: list[Deed] = []
    low = 0
    for k, hit in enumerate(hits):
        high = hits[k + 1].first if k + 1 < len(hits) else len(found)
        deed = _deed(found, hit, low, high, bare)
        low = low if deed is None else hit.last + 1
        if deed is not None and not any((d.act, d.thing) == (deed.act, deed.thing) for d in told):
            told.append(deed)
    if not told:
        plain = _plain(found)
        told = [plain] if plain is not None else []
    if not told and matter is not None and matter in lexicon().matters:
        thing = lexicon().matters[matter]
        deed = _deed(found, _Hit((thing,), len(found), len(found)), 0, len(found), bare)
        told = [deed] if deed is not None else []
    return tuple(told)


def first_clause(found: tuple[Word, ...]) -> int:
    """How many words there are before one that begins another clause."""
    return next((k for k in range(2, len(found)) if opens(found, k, lexicon().cut)), len(found))


def _things(found: tuple[Word, ...]) -> list[_Hit]:
    """Where things stand; a word that names several is a hit of each, in the order of the tables."""
    hits: list[_Hit] = []
    k = 0
    while k < len(found):
        sizes = {t.id: named(found, k, t.words) for t in lexicon().things.values()}
        length = max(sizes.values(), default=0)
        if length:
            hits.append(_Hit(tuple(t for t, size in sizes.items() if size == length), k, k + length - 1))
        k += length or 1
    return [h for before, h, after in _around(hits) if not _modifier(found, h, after) and not _beside(found, before, h)]


def _around(hits: list[_Hit]) -> Iterator[tuple[_Hit | None, _Hit, _Hit | None]]:
    padded = [None, *hits, None]
    for k, hit in enumerate(hits):
        yield padded[k], hit, padded[k + 2]


def _modifier(found: tuple[Word, ...], hit: _Hit, after: _Hit | None) -> bool:
    """A thing that only qualifies the next one ("gas exports", "help in withdrawing troops")."""
    if after is None:
        return False
    between = [w.text for w in found[hit.last + 1 : after.first]]
    return not between or ("aid" in hit.things and between[0] in ("in", "with") and len(between) < 4)


def _beside(found: tuple[Word, ...], before: _Hit | None, hit: _Hit) -> bool:
    """What one gets access to, or talks about, is no thing of its own."""
    if before is None:
        return False
    between = [w.text for w in found[before.last + 1 : hit.first]]
    if not between or len(between) > 5:
        return False
    if "entry" in before.things:
        return between[0] == "to"
    return bool({"talks", "accord"} & set(before.things)) and between[0] in ("on", "over", "about")


def _deed(found: tuple[Word, ...], hit: _Hit, low: int, high: int, plain: bool) -> Deed | None:
    """The act that stands nearest to a thing, before it rather than behind, and a longer run of words before a shorter."""
    best: tuple[int, int, int, Act, str, bool] | None = None
    for thing in hit.things:
        for act in lexicon().by_thing[thing]:
            for done, runs in ((True, act.yes), (False, act.no)):
                for k in range(max(low, hit.first - _REACH), min(high, hit.last + 1 + _BACK, len(found))):
                    size = starts(found, k, runs)
                    if not size or hit.first <= k <= hit.last or _modifies(found, k, hit):
                        continue
                    near = hit.first - (k + size - 1) if k < hit.first else 3 + k - hit.last
                    if best is None or (near - 2 * size, near, k) < best[:3]:
                        best = (near - 2 * size, near, k, act, thing, done)
    if best is None:
        bare = next((t for t in hit.things if plain and _bare(found, hit, t)), None)
        if bare is None or hit.first >= len(found):
            return None
        act, thing, done, k = lexicon().acts[lexicon().things[bare].act], bare, True, hit.first
    else:
        _, _, k, act, thing, done = best
    if _turned(found, k):
        done = not done
    level = _level(found, max(0, hit.first - 3), min(len(found), hit.last + 1))
    ends = [found[i] for i in (k, min(hit.first, len(found) - 1), min(hit.last, len(found) - 1))] if found else []
    start, end = (min(w.start for w in ends), max(w.end for w in ends)) if ends else (0, 0)
    return Deed(act.id, thing, done, level, start, end, found[hit.first].start if hit.first < len(found) else end)


def _bare(found: tuple[Word, ...], hit: _Hit, thing: str) -> bool:
    row = lexicon().things[thing]
    return bool(row.act) and (not row.bare or (hit.last < len(found) and found[hit.last].text in row.bare))


def _modifies(found: tuple[Word, ...], k: int, hit: _Hit) -> bool:
    """A participle that only says which thing is meant: "their promised aid"."""
    before = found[k - 1].text if k else ""
    return k < hit.first and found[k].text.endswith("ed") and (before in OWNED or before.endswith(("'s", "’s")))


OWNED = frozenset(["a", "an", "the", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those"])


def _turned(found: tuple[Word, ...], at: int) -> bool:
    """Whether an odd number of turning words stands within three words before `at`."""
    return sum(bool(starts(found, k, lexicon().turn)) for k in range(max(0, at - 3), at)) % 2 == 1


def _level(found: tuple[Word, ...], first: int, last: int) -> str:
    for name, runs in lexicon().levels.items():
        if any(starts(found, k, runs) for k in range(first, last)):
            return name
    return ""


def _plain(found: tuple[Word, ...]) -> Deed | None:
    """An act that needs no thing said: "refuses to pay"."""
    for k in range(len(found)):
        for act in lexicon().acts.values():
            size = starts(found, k, act.plain)
            if size and (k == 0 or found[k - 1].text not in ("the", "a")):
                end = found[k + size - 1].end
                return Deed(act.id, act.things[0], not _turned(found, k), "", found[k].start, end, end)
    return None


def names_nothing(text: str) -> bool:
    """True where what is wanted or refused is no deed of anybody ("comment", "a figure")."""
    return any(w.root in lexicon().empty for w in words(text)[:4])


__all__ = ["Deed", "deeds", "first_clause", "names_nothing", "root"]
