"""The words of the text that name each attribution's source; of a pronoun, those of the name it may stand for."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.domain.attribution import Attribution
from dragoman.domain.mention import Mention, MentionType
from dragoman.domain.reading import Reading

_PERSONS = frozenset({"he", "she", "who", "him", "her"})
_BODIES = frozenset({"it", "which"})


def sources_of(reading: Reading) -> dict[str, tuple[str, str]]:
    """By attribution: the words as they stand ("its governor, Ann Example"), and the body that "its" may stand for.

    For "he" and "it" the voice that the reading gives them, else the last person or body named before.
    """
    text = reading.report.text
    persons = [m for m in reading.mentions if m.type is MentionType.PERSON]
    bodies = [m for m in reading.mentions if m.type is MentionType.ORGANISATION]
    found = {}
    for attribution in reading.attributions:
        if attribution.source is None:
            continue
        words, body = attribution.source.of(text), ""
        plain = words.casefold()
        if _other_voice(attribution, plain) and attribution.voice is not None:
            words = attribution.voice.name
        elif plain in _PERSONS:
            words = _before(persons, attribution.source.start)
        elif plain in _BODIES:
            words = _before(bodies, attribution.source.start)
        elif plain.startswith("its "):
            body = _before(bodies, attribution.source.start)
        found[attribution.id] = words, body
    return found


def _other_voice(attribution: Attribution, words: str) -> bool:
    """True where the reading knows better than the words who speaks: behind a pronoun, or behind the outlet that cites."""
    if attribution.voice is None:
        return False
    if words in _PERSONS | _BODIES:
        return attribution.voice.name.casefold() not in _PERSONS | _BODIES
    return attribution.through is not None and attribution.voice.name.casefold() not in words


def _before(mentions: list[Mention], offset: int) -> str:
    """The last of `mentions` that ends before `offset`; "" where none does."""
    place = bisect_left([m.span.start for m in mentions], offset)
    return mentions[place - 1].text if place else ""
