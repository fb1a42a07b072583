"""The reviewed words that attribute, from `data/verbs.toml` and `data/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Token
from dragoman.statements.attributions.inflection import forms


class Sources(StrEnum):
    """What sort of source a group of verbs asks for."""

    ANY = "any"
    PEOPLE = "people"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's frames, each with its act for people and for documents (None where it has no such frame)."""

    lemma: str
    people: Mapping[str, Act]
    documents: Mapping[str, Act]

    def act(self, frame: str, *, document: bool) -> Act | None:
        """The act of this verb in `frame`; None where it does not attribute so."""
        return (self.documents if document else self.people).get(frame)

    @property
    def speaks(self) -> bool:
        """True where words in quotation marks can be its content."""
        return "quote" in self.people


@dataclass(frozen=True)
class Lexicon:
    """All cue words by lemma, and the heads of sources."""

    verbs: Mapping[str, Verb]
    lemmas: Mapping[str, str]
    controls: frozenset[str]
    raising: frozenset[str]
    evidence: frozenset[str]
    telling: frozenset[str]
    refusals: frozenset[str]
    thought: frozenset[str]
    published: frozenset[str]
    nouns: Mapping[str, Act]
    light: frozenset[str]
    idioms: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, Act]
    passives: Mapping[str, Act]
    prepositions: Mapping[str, frozenset[str]]
    adverbs: Mapping[str, Act]
    genres: frozenset[str]
    documents: frozenset[str]
    issued: frozenset[str]
    outlets: frozenset[str]
    institutions: frozenset[str]
    papers: frozenset[str]
    mastheads: frozenset[str]
    official: frozenset[str]
    roles: frozenset[str]
    unnamed: frozenset[str]
    silent: frozenset[str]

    def lemma(self, token: Token) -> str:
        """The lemma of a word, by its form where that is a form of a verb of this lexicon, else as the parse has it."""
        return self.lemmas.get(token.lower) or token.lemma.lower()

    def verb(self, token: Token) -> Verb | None:
        """The verb of this lexicon that `token` is a form of; None where it is none."""
        return self.verbs.get(self.lemma(token))


@cache
def load_lexicon() -> Lexicon:
    """The lexicon, read once."""
    words = _read("words.toml")
    table = _read("verbs.toml")
    verbs = _verbs(table["group"])
    sources = {name: frozenset(str(text).split()) for name, text in words["sources"].items()}
    return Lexicon(
        verbs=verbs,
        lemmas=_lemmas(verbs, table["irregular"]),
        controls=frozenset(v for v, verb in verbs.items() if "person" in verb.people) | _set(words, "controls"),
        raising=_set(words, "raising"),
        evidence=_set(words, "evidence"),
        telling=_set(words, "telling"),
        refusals=_set(words, "refusals"),
        thought=frozenset(words["thought"]["verbs"].split()),
        published=frozenset(words["thought"]["published"].split()),
        nouns=_acts(words["nouns"]),
        light=frozenset(words["nouns"]["light"].split()),
        idioms={verb: frozenset(text.split()) for verb, text in words["idioms"].items()},
        adjectives=_all_or_speech(words["adjectives"]),
        passives=_acts(words["passives"]),
        prepositions={name: frozenset(text.split()) for name, text in words["prepositions"].items()},
        adverbs=_all_or_speech(words["adverbs"]),
        genres=frozenset(words["headlines"]["genres"].split()),
        **sources,
    )


def _lemmas(verbs: Mapping[str, Verb], irregular: Mapping[str, str]) -> dict[str, str]:
    """The lemma of every form; of two verbs that share a form, the one whose own lemma it is, else the longer."""
    past = {lemma: tuple(words.split()) for lemma, words in irregular.items()}
    found: dict[str, str] = {}
    for lemma in sorted(verbs, key=len):
        found.update(dict.fromkeys(forms(lemma, past), lemma))
    return found | {lemma: lemma for lemma in verbs}


def _set(words: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(words["structure"][name].split())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__package__) / "data" / name).read_text(encoding="utf-8"))


def _acts(table: Mapping[str, str]) -> dict[str, Act]:
    """Words under `attitude` and `speech`; a word under both is speech."""
    return {word: act for act in (Act.ATTITUDE, Act.SPEECH) for word in table[act].split()}


def _all_or_speech(table: Mapping[str, str]) -> dict[str, Act]:
    """Words under `words`, attitudes but for those that stand under `speech` too."""
    return dict.fromkeys(table["words"].split(), Act.ATTITUDE) | dict.fromkeys(table["speech"].split(), Act.SPEECH)


def _verbs(groups: list[dict[str, Any]]) -> dict[str, Verb]:
    """Verbs by lemma; where two groups name the same frame the first one gives the act."""
    people: dict[str, dict[str, Act]] = {}
    documents: dict[str, dict[str, Act]] = {}
    for group in groups:
        only = Sources(group.get("only", "any"))
        tables = {Sources.ANY: (people, documents), Sources.PEOPLE: (people,), Sources.DOCUMENTS: (documents,)}[only]
        for lemma in group["words"].split():
            for table in tables:
                for frame in group["frames"]:
                    table.setdefault(lemma, {}).setdefault(frame, Act(group["act"]))
    return {lemma: Verb(lemma, people.get(lemma, {}), documents.get(lemma, {})) for lemma in people | documents}
