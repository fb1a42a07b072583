"""Every data file of the catalogue: columns, ids, dates, references, sources, and how much there is."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "src" / "dragoman" / "entities" / "data"
COLUMNS = {
    "states": "id name names demonyms adjectives capital metonyms from to source",
    "governments": "id country name names from to follows heads source",
    "groups": "id name names kind base code from to leaders source",
    "bodies": "id name names kind code members leaders source",
    "outlets": "id name names country kind source",
    "places": "id name names kind country source",
    "people": "id name names sex source",
    "offices": "person country office title from to source",
}
AT_LEAST = {
    "states": 197,
    "governments": 60,
    "groups": 130,
    "bodies": 110,
    "outlets": 160,
    "places": 700,
    "people": 300,
    "offices": 300,
}
KINDS = {
    "groups": {"armed-group", "party", "movement"},
    "bodies": {"igo", "court", "bank", "alliance", "ngo", "company", "think-tank", "organ"},
    "outlets": {"agency", "newspaper", "broadcaster", "magazine", "site"},
    "places": {
        "city",
        "region",
        "sea",
        "river",
        "strait",
        "base",
        "port",
        "mountain",
        "continent",
        "island",
        "site",
        "desert",
    },
}
OFFICES = {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "envoy", "other"}
# Primary codes of the PLOVER manual's table of sectors.
SECTORS = {
    "GOV",
    "JUD",
    "LEG",
    "MIL",
    "COP",
    "OPP",
    "PTY",
    "REB",
    "PRM",
    "SPY",
    "UAF",
    "CVL",
    "ELI",
    "BUS",
    "EDU",
    "MED",
    "LAB",
    "AGR",
    "JRN",
    "REF",
    "REL",
    "SOC",
    "CRM",
}
NO_STATE = {"IGO", "NGO", "ISM", "IMG", "MNC"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# Ordinary words, which no entry may claim in any spelling but capitals.
_PLAIN_WORDS = """
    a an and are as at be but by can do for from had has he her his i if in is it its may me my no nor not of off on
    one or our out over she so than that the them then they this to up us was we were what when who why will with you
    amnesty army change contact free good hill home hope independent journal league mail man move nation nature news
    observer opposition people post quartet rand reporter right solidarity split standard star sun swift tank time
    times today total trust truth unity van wire world people's diplomat conservative labour labor liberal republic
    national central bank court congress senate parliament government ministry police treasury assembly council
"""
PLAIN = set(_PLAIN_WORDS.split())


@cache
def rows(what: str) -> tuple[dict[str, str], ...]:
    """The rows of one kind of file, all parts together, each with the file's name under `file`."""
    found = []
    for path in sorted(DATA.glob(f"{what}.csv")) + sorted(DATA.glob(f"{what}-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [{**row, "file": path.name} for row in csv.DictReader(file)]
    return tuple(found)


@cache
def ids(*what: str) -> frozenset[str]:
    return frozenset(row["id"] for kind in what for row in rows(kind))


def many(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_a_file_has_its_columns_and_every_row_fills_them(path: Path) -> None:
    kind = path.stem.split("-")[0]
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    extra = {"body"} if kind == "offices" else set()
    assert set(lines[0]) - extra == set(COLUMNS[kind].split())
    assert [n for n, line in enumerate(lines, 1) if len(line) != len(lines[0])] == []
    assert [n for n, line in enumerate(lines, 1) if any(cell != cell.strip() for cell in line)] == []


@pytest.mark.parametrize("kind", AT_LEAST)
def test_there_are_enough_rows(kind: str) -> None:
    assert len(rows(kind)) >= AT_LEAST[kind]


@pytest.mark.parametrize("kind", [kind for kind in COLUMNS if kind != "offices"])
def test_ids_are_unique_slugs_or_state_codes(kind: str) -> None:
    assert [i for i, n in Counter(row["id"] for row in rows(kind)).items() if n > 1] == []
    shape = re.compile(r"[A-Z]{3}") if kind == "states" else SLUG
    assert [row["id"] for row in rows(kind) if not shape.fullmatch(row["id"])] == []


def test_no_two_kinds_share_an_id() -> None:
    owners = Counter(i for kind in COLUMNS if kind != "offices" for i in ids(kind))
    assert [i for i, n in owners.items() if n > 1] == []


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_row_names_its_source(kind: str) -> None:
    assert [row for row in rows(kind) if not row["source"]] == []


@pytest.mark.parametrize("kind", ["states", "governments", "groups", "offices"])
def test_dates_parse_and_run_forward(kind: str) -> None:
    for row in rows(kind):
        first, last = row["from"], row["to"]
        assert all(not day or DAY.fullmatch(day) for day in (first, last)), row
        shared = min(len(first), len(last))
        assert first[:shared] <= last[:shared], row


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("governments", "country"),
        ("groups", "base"),
        ("outlets", "country"),
        ("places", "country"),
        ("offices", "country"),
    ],
)
def test_a_state_named_in_a_row_is_in_the_list_of_states(kind: str, column: str) -> None:
    assert {row[column] for row in rows(kind)} - ids("states") - {""} == set()


def test_persons_bodies_and_governments_named_in_a_row_exist() -> None:
    people = ids("people")
    for kind, column in (("groups", "leaders"), ("bodies", "leaders"), ("governments", "heads")):
        assert {person for row in rows(kind) for person in many(row[column])} - people == set()
    assert {row["person"] for row in rows("offices")} - people == set()
    assert {row.get("body") or "" for row in rows("offices")} - ids("groups", "bodies") - {""} == set()
    assert {row["follows"] for row in rows("governments")} - ids("governments") - {""} == set()
    assert {state for row in rows("bodies") for state in many(row["members"])} - ids("states") == set()


def test_a_government_begins_after_the_one_it_follows() -> None:
    begins = {row["id"]: row["from"] for row in rows("governments")}
    late = [r["id"] for r in rows("governments") if r["follows"] and begins[r["follows"]][:4] > r["from"][:4]]
    assert late == []


def test_an_office_is_held_for_somebody() -> None:
    alone = [row for row in rows("offices") if not row["country"] and not row.get("body")]
    assert {row["office"] for row in alone} <= {"other"}  # such as a leader in exile
    assert {row["office"] for row in rows("offices")} - OFFICES == set()
    assert [row for row in rows("offices") if not row["title"]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_known(kind: str) -> None:
    assert {row["kind"] for row in rows(kind)} - KINDS[kind] == set()


@pytest.mark.parametrize("kind", ["groups", "bodies"])
def test_codes_are_a_state_and_a_sector_or_one_without_a_state(kind: str) -> None:
    for row in rows(kind):
        code = row["code"]
        known = code[:3] in ids("states") or code[:3] == "ESH"  # Western Sahara: a territory, its front has a code
        assert not code or code in NO_STATE or (known and code[3:] in SECTORS), row


def test_sex_is_m_or_f_or_unknown() -> None:
    assert {row["sex"] for row in rows("people")} <= {"m", "f", ""}


def fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+|[+]", plain.casefold()))


@pytest.mark.parametrize("kind", ["governments", "groups", "bodies", "outlets", "places"])
def test_no_name_stands_for_two_rows_of_a_kind(kind: str) -> None:
    owners: dict[str, set[str]] = {}
    for row in rows(kind):
        for name in (row["name"], *many(row["names"])):
            owners.setdefault(fold(name), set()).add(row["id"])
    assert {name: sorted(found) for name, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("kind", ["governments", "groups", "bodies", "outlets", "places", "people"])
def test_no_name_is_an_ordinary_word_unless_in_capitals(kind: str) -> None:
    for row in rows(kind):
        for name in (row["name"], *many(row["names"])):
            word = name.casefold().removeprefix("the ")
            assert word not in PLAIN or name.isupper(), (row["id"], name)


@pytest.mark.parametrize("kind", COLUMNS)
def test_cells_hold_no_empty_or_doubled_names(kind: str) -> None:
    for row in rows(kind):
        names = row.get("names", "")
        assert "||" not in names and not names.startswith("|") and not names.endswith("|"), row
        assert len(many(names)) == len(set(many(names))), row


def test_institution_patterns_have_a_sector_and_no_word_twice() -> None:
    patterns = tomllib.loads((DATA / "patterns.toml").read_text(encoding="utf-8"))["institution"]
    assert len(patterns) >= 45
    assert [p for p in patterns if set(p) != {"words", "sector", "kind", "slug"}] == []
    assert {p["sector"] for p in patterns} <= SECTORS
    assert {p["kind"] for p in patterns} == {"institution", "people"}
    assert [p["slug"] for p in patterns if not SLUG.fullmatch(p["slug"])] == []
    words = Counter(word for p in patterns for word in p["words"])
    assert [word for word, n in words.items() if n > 1 or word != word.lower()] == []
