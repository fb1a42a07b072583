"""The words of the text that name each attribution's source; of a pronoun, those of the name it may stand for."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from functools import cache

from dragoman.domain.attribution import Attribution
from dragoman.domain.mention import Mention, MentionType, VoiceKind
from dragoman.domain.reading import Reading
from dragoman.situation.words import DATA, tokens

_PERSONS = frozenset({"he", "she", "who", "him", "her"})
_NAMES = 2
_SPEAKS_FOR = re.compile(r"\bspokes(?:man|woman|person|people|men)\b", re.IGNORECASE)
_BODIES = frozenset({"it", "which"})


def sources_of(reading: Reading) -> dict[str, tuple[str, str]]:
    """By attribution: the words as they stand ("its governor, Ann Example"), and the body that "its" may stand for.

    For "he" and "it" the voice that the reading gives them, else the last person or body named before. A spokeswoman of
    whom no body is told speaks for the last one named before.
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
        office = _office(text, attribution)
        if not body and _SPEAKS_FOR.search(f"{words} {office}") and not names_an_office(f"{words} {office}"):
            body = _before(bodies, attribution.source.start)
        found[attribution.id] = words, f"{body} {office}".strip()
    return found


def _office(text: str, attribution: Attribution) -> str:
    """The office that the report gives the person who speaks, before or behind the name; "" where it gives none."""
    voice = attribution.voice
    if voice is None or voice.kind is not VoiceKind.PERSON or len(voice.name.split()) < _NAMES:
        return ""
    name = re.escape(voice.name)
    before = re.search(rf"((?:[\w’'-]+\s){{1,5}}){name}\b", text)
    behind = re.search(rf"\b{name},\s+([^,.;\n]{{4,70}})", text)
    return " ".join(
        found[1]
        for found in (before, behind)
        if found is not None and (names_an_office(found[1]) or _SPEAKS_FOR.search(found[1]))
    )


def _other_voice(attribution: Attribution, words: str) -> bool:
    """True where the reading knows better than the words who speaks: behind a pronoun, or behind the outlet that cites."""
    if attribution.voice is None:
        return False
    if words in _PERSONS | _BODIES:
        return attribution.voice.name.casefold() not in _PERSONS | _BODIES
    return attribution.through is not None and attribution.voice.name.casefold() not in words


def names_an_office(text: str) -> bool:
    """True where one of the words is an office that one holds at a time."""
    return not _offices().isdisjoint(w.casefold() for w in tokens(text))


@cache
def _offices() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))["offices"].split())


def _before(mentions: list[Mention], offset: int) -> str:
    """The last of `mentions` that ends before `offset`; "" where none does."""
    place = bisect_left([m.span.start for m in mentions], offset)
    return mentions[place - 1].text if place else ""
