"""The records that `dragoman read --json` prints keep the names, types and closed sets that others read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dragoman import api
from dragoman.domain.reading import Reading
from dragoman.records import reading_record
from dragoman.settings import Settings

pytestmark = pytest.mark.model

TEXT, NUMBER, LIST, OBJECT = str, (int, float), list, dict
MAYBE_TEXT, MAYBE_NUMBER, MAYBE_OBJECT = (str, type(None)), (int, float, type(None)), (dict, type(None))
SPAN = {"start": int, "end": int, "text": TEXT}
ROLE = {"entity": MAYBE_TEXT, "country": MAYBE_TEXT, "code": MAYBE_TEXT, **SPAN}
TIME = {**SPAN, "value": TEXT, "earliest": MAYBE_TEXT, "latest": MAYBE_TEXT, "grain": TEXT, "anchor": TEXT}
AMOUNT = {
    **SPAN,
    "value": MAYBE_NUMBER,
    "low": MAYBE_NUMBER,
    "high": MAYBE_NUMBER,
    "unit": TEXT,
    "qualifier": TEXT,
    "of": MAYBE_TEXT,
}
REPORT = {
    "id": TEXT,
    "path": TEXT,
    "title": MAYBE_TEXT,
    "outlet": MAYBE_TEXT,
    "authors": LIST,
    "published": MAYBE_TEXT,
    "published_from": TEXT,
    "url": MAYBE_TEXT,
    "language": TEXT,
    "words": int,
    "sha256": TEXT,
}
MENTION = {**SPAN, "type": TEXT, "entity": MAYBE_TEXT, "country": MAYBE_TEXT, "code": MAYBE_TEXT}
PREDICATE = {**SPAN, "factuality": TEXT, "polarity": TEXT, "author_factuality": TEXT}
ATTRIBUTION = {
    "id": TEXT,
    "source": MAYBE_OBJECT,
    "cue": MAYBE_OBJECT,
    "content": LIST,
    "act": TEXT,
    "manner": TEXT,
    "within": MAYBE_TEXT,
}
STATEMENT = {
    "id": TEXT,
    "start": int,
    "end": int,
    "quote": TEXT,
    "attribution": MAYBE_TEXT,
    "voices": LIST,
    "kind": TEXT,
    "type": TEXT,
    "trigger": MAYBE_OBJECT,
    "actor": MAYBE_OBJECT,
    "recipient": MAYBE_OBJECT,
    "object": MAYBE_OBJECT,
    "matter": MAYBE_TEXT,
    "condition": MAYBE_OBJECT,
    "realis": TEXT,
    "polarity": TEXT,
    "factuality": TEXT,
    "author_factuality": TEXT,
    "evidential": MAYBE_TEXT,
    "time": MAYBE_OBJECT,
    "amounts": LIST,
    "plover": MAYBE_TEXT,
}
CLOSED = {
    "mentions.type": "Person Organisation Place Nationality Weapon MilitaryPlatform Document Money Quantity Temporal",
    "times.grain": "day week month quarter season year decade vague duration set",
    "times.anchor": "absolute published sentence event quoted",
    "amounts.qualifier": "exact about over under at_least at_most equivalent vague",
    "predicates.factuality": "certain probable possible uncommitted",
    "predicates.polarity": "positive negative",
    "attributions.act": "speech attitude",
    "attributions.manner": "direct indirect mixed",
    "statements.kind": "event stance tie judgement agreement",
    "statements.realis": "actual planned offered desired conditional predicted",
    "statements.polarity": "positive negative",
    "statements.factuality": "certain probable possible uncommitted",
}
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
)
TYPES = {
    "event": PLOVER,
    "stance": "want oppose offer demand refuse threaten accept plan fear",
    "tie": "controls needs owes supplies hosts allied rival member leads",
    "agreement": "proposed drafted signed in-force tested frozen ended inherited",
}


@pytest.fixture(scope="module")
def records(settings: Settings, examples: Path) -> list[dict[str, Any]]:
    readings = [
        r
        for n in ("bases", "dam")
        for r in api.read_paths([str(examples / n)], settings=settings)
        if isinstance(r, Reading)
    ]
    return [reading_record(r) for r in readings]


def holds(record: dict[str, Any], shape: dict[str, Any]) -> None:
    for key, kind in shape.items():
        assert key in record
        assert isinstance(record[key], kind), f"{key}: {record[key]!r}"
        assert not (kind is int and isinstance(record[key], bool))


def test_every_list_is_there_and_is_a_list(records: list[dict[str, Any]]) -> None:
    for record in records:
        holds(record["report"], REPORT)
        for name in ("mentions", "times", "amounts", "predicates", "attributions", "statements", "problems"):
            assert isinstance(record[name], list)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("mentions", MENTION),
        ("times", TIME),
        ("amounts", AMOUNT),
        ("predicates", PREDICATE),
        ("attributions", ATTRIBUTION),
        ("statements", STATEMENT),
    ],
)
def test_every_item_has_its_fields(records: list[dict[str, Any]], name: str, shape: dict[str, Any]) -> None:
    items = [item for record in records for item in record[name]]
    assert items
    for item in items:
        holds(item, shape)


def test_closed_sets_are_kept(records: list[dict[str, Any]]) -> None:
    for place, words in CLOSED.items():
        name, key = place.split(".")
        assert {item[key] for r in records for item in r[name]} <= set(words.split())


def test_a_type_belongs_to_its_kind_and_plover_to_what_it_types(records: list[dict[str, Any]]) -> None:
    for statement in (s for r in records for s in r["statements"]):
        if statement["kind"] in TYPES:
            assert statement["type"] in TYPES[statement["kind"]].split()
        if statement["plover"] is not None:
            assert statement["plover"] in PLOVER.split()
        if statement["type"] in ("want", "oppose", "plan", "fear"):
            assert statement["plover"] is None
        if statement["kind"] == "event":
            assert statement["plover"] in (None, statement["type"])
        if statement["kind"] == "stance":
            assert statement["strength"] in ("red-line", "demand", "want", "hope")
            assert "whose" in statement
        if statement["forecast"]:
            holds(
                statement["forecast"],
                {"word": TEXT, "low": MAYBE_NUMBER, "high": MAYBE_NUMBER, "by": MAYBE_TEXT, "vague": bool},
            )


def test_inner_objects_have_their_fields(records: list[dict[str, Any]]) -> None:
    for statement in (s for r in records for s in r["statements"]):
        for name in ("actor", "recipient"):
            if statement[name]:
                holds(statement[name], ROLE)
        for name in ("trigger", "object", "condition"):
            if statement[name]:
                holds(statement[name], SPAN)
        if statement["time"]:
            holds(statement["time"], TIME)
        for voice in statement["voices"]:
            holds(voice, {"name": TEXT, "entity": MAYBE_TEXT, "kind": TEXT})
            assert voice["kind"] in ("person", "institution", "outlet", "document", "unnamed")
    for attribution in (a for r in records for a in r["attributions"]):
        if attribution["source"]:
            holds(attribution["source"], {**SPAN, "entity": MAYBE_TEXT})
        for content in attribution["content"]:
            holds(content, {"start": int, "end": int})


def test_days_and_codes_are_spelt_as_agreed(records: list[dict[str, Any]]) -> None:
    day = re.compile(r"\d{4}-\d\d-\d\d")
    for record in records:
        assert record["report"]["published"] is None or day.fullmatch(record["report"]["published"])
        for time in record["times"]:
            assert all(time[k] is None or day.fullmatch(time[k]) for k in ("earliest", "latest"))
        for mention in record["mentions"]:
            assert mention["country"] is None or re.fullmatch(r"[A-Z]{3}", mention["country"])
