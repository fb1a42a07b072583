"""The words of the text that name each attribution's source; of a pronoun, those of the name it may stand for."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.domain.mention import Mention, MentionType
from dragoman.domain.reading import Reading

_PERSONS = frozenset({"he", "she", "who", "him", "her"})
_BODIES = frozenset({"it", "which"})


def sources_of(reading: Reading) -> dict[str, str]:
    """By attribution: "Ruritania's premier, Ann Example" as it stands; the last person named before a "he"."""
    text = reading.report.text
    persons = [m for m in reading.mentions if m.type is MentionType.PERSON]
    bodies = [m for m in reading.mentions if m.type is MentionType.ORGANISATION]
    found = {}
    for attribution in reading.attributions:
        if attribution.source is None:
            continue
        words = attribution.source.of(text)
        plain = words.casefold()
        if plain in _PERSONS:
            words = _before(persons, attribution.source.start)
        elif plain in _BODIES:
            words = _before(bodies, attribution.source.start)
        elif plain.startswith("its "):
            words = f"{_before(bodies, attribution.source.start)}'s {words}"
        found[attribution.id] = words
    return found


def _before(mentions: list[Mention], offset: int) -> str:
    """The last of `mentions` that ends before `offset`; "" where none does."""
    place = bisect_left([m.span.start for m in mentions], offset)
    return mentions[place - 1].text if place else ""
