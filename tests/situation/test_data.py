"""The tables of the room have the shape that the rules read, and no word stands on two sides."""

from __future__ import annotations

import re
import tomllib

from dragoman.domain.statement import Plover, Stance, Tie
from dragoman.situation.words import DATA, concept, stem


def table(name: str) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    return found


def test_acts_name_stances_ties_and_event_types_that_exist() -> None:
    acts = table("acts.toml")
    known = {*map(str, Plover), *map(str, Tie), "agreement"}
    assert set(acts["symmetric"]) <= known
    assert set(acts["bearing"]) <= set(map(str, Stance)) and set(acts["bearing"].values()) <= {1, -1}
    assert set(acts["spoken"]["stances"]) <= set(map(str, Stance))


def test_no_word_both_keeps_and_gives_up() -> None:
    turn = table("acts.toml")["turn"]
    assert not {stem(w) for w in turn["toward"]} & {stem(w) for w in turn["away"]}


def test_no_word_belongs_to_two_concepts() -> None:
    groups = table("thesaurus.toml")["same"]
    stems = [stem(w) for row in groups.values() for w in row]
    assert len(stems) == len(set(stems))
    assert all(stem(key) in set(map(stem, row)) for key, row in groups.items())
    assert concept("negotiations") == concept("talks") == "talks"
    assert concept("the") is None


def test_no_word_of_the_thesaurus_is_a_small_word_a_number_or_more_than_one_word() -> None:
    words = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    small = {*words["stop"].split(), *words["number"]}
    for row in table("thesaurus.toml")["same"].values():
        for word in row:
            assert word.isalpha() and len(stem(word)) > 1
            assert not {word, stem(word)} & small


def test_credits_compile_and_name_the_outlet() -> None:
    rows = tomllib.loads((DATA / "credits.toml").read_text(encoding="utf-8"))["credit"]
    for row in rows:
        assert row["where"] in ("start", "end")
        assert "outlet" in re.compile(row["pattern"]).groupindex


def test_no_office_is_a_word_for_unnamed_people() -> None:
    row = tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8"))
    assert not set(row["offices"].split()) & set(row["people"].split())
