"""Where the clause says that it happens: hand-made sentences, each with the place that a reader would mark."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from dragoman.api import read_report
from dragoman.domain.report import Report
from dragoman.domain.statement import Kind, Role, Statement
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings
from dragoman.statements.places import DATA

Read = Callable[[str], tuple[Statement, ...]]

SAID = {
    "Russian and Syrian officials held talks in Doha on Monday.": ("Doha", "doha"),
    "Troops clashed near Idlib on Sunday.": ("Idlib", "idlib"),
    "In Doha, Egypt and Sudan signed an agreement on gas.": ("Doha", "doha"),
    "Egypt and Ethiopia signed the treaty at the Geneva talks.": ("Geneva", "geneva"),
    "Putin met Erdogan on the sidelines of a summit in Kazan.": ("Kazan", "kazan"),
    "The Syria talks between Russia and Turkey were held in Astana.": ("Astana", "astana"),
    "The foreign ministers of Egypt and Ethiopia met on the bridge at Strelsau.": ("the bridge at Strelsau", None),
    "The two presidents met at a hotel in Strelsau.": ("a hotel in Strelsau", None),
    "Ruritania signed a treaty with Syldavia in Zenda on Friday.": ("Zenda", None),
    "Protesters marched in the Syrian capital on Friday.": ("the Syrian capital", None),
    "The agreement between Egypt and Sudan was signed at the royal palace in Riyadh.": (
        "the royal palace in Riyadh",
        "riyadh",
    ),
    "The Russian airbase in Khmeimim was attacked by drones.": ("The Russian airbase in Khmeimim", "hmeimim"),
    "Turkish troops killed three fighters in northern Syria.": ("northern Syria", "SYR"),
    "Two people were killed in an explosion at the port of Tartus.": ("the port of Tartus", "tartus"),
    "Rebels shot down a helicopter over Homs.": ("Homs", "homs"),
    "The strike at the Dreva pit has ended.": ("the Dreva pit", None),
    "The silo at Port Maren burned down in the night.": ("The silo at Port Maren", None),
}

NOT_SAID = {
    "the target of an attack": "Israel attacked Damascus on Monday.",
    "the target behind on": "Israel carried out an attack on Damascus.",
    "a statement": "The ministry said in a statement that Egypt had signed a treaty with Sudan.",
    "where something else is": "Russia supplied arms to the bases in Syria.",
    "a dateline": "DOHA, March 7 (Sample Wire) - Egypt and Sudan signed a treaty on Monday.",
    "a manner and a month": "Syria and Turkey met in secret in March.",
    "what talks are about": "Russia and Turkey held the Syria talks on Monday.",
    "what money is put into": "Egypt has invested in Sudan.",
    "where it was told": "He told reporters in Cairo that Egypt had attacked Libya.",
    "a body": "Officials from Egypt met Sudanese officials in parliament.",
    "a principle": "Egypt and Sudan agreed in principle.",
}


@pytest.fixture(scope="module")
def read(settings: Settings) -> Read:
    @cache
    def made(text: str) -> tuple[Statement, ...]:
        report = Report("x", "x", text, find_blocks(text), outlet="Sample Wire", published=date(2024, 1, 15))
        return read_report(report, settings).statements

    return made


def _places(statements: tuple[Statement, ...]) -> set[tuple[str, str | None] | None]:
    return {None if s.place is None else (s.place.text, s.place.entity) for s in statements}


@pytest.mark.model
@pytest.mark.parametrize("text", SAID)
def test_the_place_is_that_of_the_event(text: str, read: Read) -> None:
    assert _places(read(text)) == {SAID[text]}


@pytest.mark.model
@pytest.mark.parametrize("what", NOT_SAID)
def test_no_place_of_the_event_is(what: str, read: Read) -> None:
    found = read(NOT_SAID[what])
    assert found and _places(found) == {None}


@pytest.mark.model
def test_a_place_is_words_of_the_text(read: Read) -> None:
    text = "The foreign ministers of Egypt and Ethiopia met on the bridge at Strelsau."
    for s in read(text):
        assert isinstance(s.place, Role) and s.place.span.of(text) == s.place.text


@pytest.mark.model
def test_a_stance_has_no_place(read: Read) -> None:
    found = read("In Doha, Egypt demanded that Ethiopia withdraw its troops.")
    assert {(s.kind, s.place) for s in found} == {(Kind.STANCE, None)}


def test_the_words_of_places_are_plain() -> None:
    table = tomllib.loads((DATA / "places.toml").read_text(encoding="utf-8"))
    for name, rows in table.items():
        found = " ".join(rows).split()
        assert found and found == [w.lower() for w in found]
        assert [w for w, n in Counter(found).items() if n > 1] == [], name
