"""What every archive does; each test runs over the one in memory and the one in a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dragoman.domain.case import Clocks, Row, SheetRecord, Stamp, View
from dragoman.domain.judgement import (
    Accept,
    Correct,
    Field,
    Grade,
    Judgement,
    Letter,
    Merge,
    Reject,
    Split,
    Target,
    Undo,
)
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.statement import Kind, Statement
from dragoman.domain.text import Span
from dragoman.ports import Archive

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
NIGHT = "\U0001f319"


def reading(name: str = "a", text: str = "The port is leased. The lease ends.", **known: object) -> Reading:
    """A report with one statement: its first sentence."""
    end = text.index(".") if "." in text else len(text)
    statement = Statement("s1", Span(0, end), text[:end], Kind.EVENT, "AGREE", None)
    report = Report(name, f"{name}.txt", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), **known)  # type: ignore[arg-type]
    return Reading(report, statements=(statement,))


def put(archive: Archive, one: Reading, number: int = 1, replaces: int | None = None) -> int:
    return archive.add(one, number=number, source=one.report.path, added=NOW, replaces=replaces)


def test_a_reading_comes_back_as_it_was_put_in(archive: Archive) -> None:
    one = reading(outlet="Example Courier", published=date(2025, 2, 1), authors=("A. Writer",))
    key = put(archive, one)
    assert list(archive.readings([key])) == [one]
    assert archive.report(key) == one.report
    assert archive.statements({key: ["s1", "s9"]}) == {(key, "s1"): one.statements[0]}


@pytest.mark.parametrize(
    "text", [f"{NIGHT} calls.", "nul \x00 here.", "half \ud83d here.", "mark \x01\x02.", "a\r\nb\u2028c."]
)
def test_a_text_of_odd_characters_keeps_every_one(archive: Archive, text: str) -> None:
    key = put(archive, reading(text=text))
    assert archive.report(key).text == text
    assert archive.report(key).sha256 == reading(text=text).report.sha256


def test_a_change_that_fails_leaves_nothing(archive: Archive) -> None:
    put(archive, reading("a"))
    before = archive.latest()
    with pytest.raises(KeyError), archive.writing():
        put(archive, reading("b", "Another text."))
        archive.record(Grade("Example Courier", Letter.B), made=NOW)
        raise KeyError
    assert archive.latest() == before
    assert [v.report for v in archive.versions()] == ["a"]
    assert archive.log() == ()


def test_a_replaced_version_is_marked(archive: Archive) -> None:
    first = put(archive, reading())
    second = put(archive, reading(outlet="Example Courier"), replaces=first)
    assert [(v.key, v.replaced) for v in archive.versions(reports=["a"])] == [(first, True), (second, False)]
    assert [v.key for v in archive.versions(keys=[second])] == [second]


def test_versions_alike_share_text_id_address_or_title(archive: Archive) -> None:
    put(archive, reading("same-id", "One."))
    put(archive, reading("text", "Two."))
    put(archive, reading("address", "Three.", url="https://a.example/1"))
    put(archive, reading("title", "Four.", title="A headline"))
    put(archive, reading("other", "Five."))
    asked = Report("same-id", "", "Two.", (), url="https://a.example/1", title="A headline")
    assert {v.report for v in archive.alike(asked)} == {"same-id", "text", "address", "title"}


DECISIONS: list[Judgement | Undo] = [
    Accept(Target("a#s1", "The port is leased", "00", "event/AGREE//")),
    Reject(Target("a#s1")),
    Correct(Target("a#s1"), ((Field.ACTOR, "RUS"), (Field.TIME, None))),
    Merge("the Front", "lutha-front", "Lutha Front"),
    Split("RUS", "other", text="the Union", reports=("a",)),
    Grade("Example Courier", Letter.C),
    Undo(1),
]


def test_the_log_keeps_every_decision_in_order(archive: Archive) -> None:
    made = [archive.record(decision, made=NOW, note=f"because {n}") for n, decision in enumerate(DECISIONS)]
    assert list(archive.log()) == made
    assert [e.number for e in made] == [1, 2, 3, 4, 5, 6, 7]
    assert [e.decision for e in archive.log()] == DECISIONS
    assert archive.log()[3].note == "because 3"


def test_the_latest_version_is_the_one_added_last(archive: Archive) -> None:
    assert archive.latest() == 0
    put(archive, reading("a"))
    second = put(archive, reading("b", "Another text."))
    assert archive.latest() == second


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (["port"], ["port"]),
        (["PORT"], ["port"]),
        (["the lease"], ["The lease"]),
        (["lea*"], ["leased", "lease"]),
        (["port", "ends"], ["port", "ends"]),
        (['"port"'], ["port"]),
        (["port OR ends"], None),
        (["grain"], None),
        (["port", "grain"], None),
    ],
)
def test_words_are_found_where_they_stand(archive: Archive, terms: list[str], found: list[str] | None) -> None:
    one = reading()
    key = put(archive, one)
    put(archive, reading("b", "Nothing of the kind."))
    if found is None:
        assert list(archive.search(terms)) == []
        return
    assert list(archive.search(terms)) == [key]
    spans = archive.find(terms, key).spans
    assert [one.report.text[a:b] for a, b in spans] == found


def test_words_after_odd_characters_are_found_at_their_code_points(archive: Archive) -> None:
    text = f"{NIGHT}\x00\ud83d é port."
    key = put(archive, reading(text=text))
    assert [text[a:b] for a, b in archive.find(["port"], key).spans] == ["port"]
    assert list(archive.search(["e"])) == [key]


def test_readings_put_aside_are_no_part_of_the_case(archive: Archive) -> None:
    archive.stage({"f1": reading("a"), "f2": reading("b")})
    assert archive.versions() == ()
    assert archive.staged("f1") == reading("a")
    assert archive.staged("f3") is None
    archive.clear_staged(["f1"])
    assert archive.staged("f1") is None
    assert archive.staged("f2") == reading("b")


ROWS = (
    Row(View.CLAIM, "c1", '{"n": 1}', ("RUS", "SYR"), "lease", "disputed"),
    Row(View.CLAIM, "c2", '{"n": 2}', ("SYR",), "grain", "single-root", date(2025, 1, 1)),
    Row(View.CLAIM, "c3", '{"n": 3}', ("SYR",), "lease", "single-root"),
    Row(View.NOTE, "0", '{"note": "x"}'),
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["c1", "c2", "c3"]),
        ({"actor": "RUS"}, ["c1"]),
        ({"actor": "SYR", "matter": "lease"}, ["c1", "c3"]),
        ({"status": "single-root"}, ["c2", "c3"]),
        ({"limit": 2}, ["c1", "c2"]),
        ({"ids": ["c3", "c9"]}, ["c3"]),
        ({"actor": "EGY"}, []),
    ],
)
def test_rows_of_a_view_are_chosen_in_their_order(archive: Archive, asked: dict[str, object], ids: list[str]) -> None:
    archive.keep(Stamp(Clocks(), "1", "r"), ROWS, most=2)
    rows = list(archive.rows(Clocks(), View.CLAIM, **asked))  # type: ignore[arg-type]
    assert [r.id for r in rows] == ids
    assert all(r.actors == () for r in rows)


def test_rows_are_counted_without_a_limit(archive: Archive) -> None:
    archive.keep(Stamp(Clocks(), "1", "r"), ROWS, most=2)
    assert archive.count(Clocks(), View.CLAIM, actor="SYR") == 3
    assert archive.count(Clocks(date(2025, 1, 1)), View.CLAIM) == 0


def test_rows_of_other_clocks_stay_up_to_a_number_and_those_without_clocks_always(archive: Archive) -> None:
    clocks = [Clocks(), Clocks(date(2025, 1, 1)), Clocks(date(2025, 1, 2)), Clocks(date(2025, 1, 2), date(2025, 1, 3))]
    for number, one in enumerate(clocks):
        archive.keep(Stamp(one, str(number), "r"), ROWS, most=2)
    assert [archive.kept(c) for c in clocks] == [
        Stamp(clocks[0], "0", "r"),
        None,
        Stamp(clocks[2], "2", "r"),
        Stamp(clocks[3], "3", "r"),
    ]
    archive.keep(Stamp(clocks[0], "9", "r"), ROWS[:1], most=2)
    assert archive.kept(clocks[0]) == Stamp(clocks[0], "9", "r")
    assert [r.id for r in archive.rows(clocks[0], View.CLAIM)] == ["c1"]


def test_a_row_changed_put_in_moved_or_taken_out_leaves_the_rows_that_were_asked_for(archive: Archive) -> None:
    one, two, three, note = ROWS
    other = replace(two, record='{"n": 9}', actors=("EGY",), status="disputed")
    new = Row(View.CLAIM, "c4", '{"n": 4}', ("RUS", "EGY"))
    for rows in ([one, two, three, note], [one, new, other, three], [three, one, note, new], [new], [one, two, three]):
        archive.keep(Stamp(Clocks(), "1", "r"), rows, most=2)
        for view in (View.CLAIM, View.NOTE):
            bare = [replace(r, actors=()) for r in rows if r.view is view]
            assert list(archive.rows(Clocks(), view)) == bare
        for actor in ("RUS", "SYR", "EGY"):
            assert [r.id for r in archive.rows(Clocks(), View.CLAIM, actor=actor)] == [
                r.id for r in rows if actor in r.actors
            ]


def test_sheets_with_other_stamps_stand_beside_one_another_until_dropped(archive: Archive) -> None:
    one, two = put(archive, reading("a")), put(archive, reading("b", "Another text."))
    kept = [SheetRecord(one, "x", b"1"), SheetRecord(one, "y", b"2"), SheetRecord(two, "x", b"3")]
    archive.keep_sheets(kept)
    archive.keep_sheets([SheetRecord(two, "x", b"4")])
    assert sorted(archive.sheets([one]), key=lambda s: s.stamp) == kept[:2]
    assert list(archive.sheets([two])) == [SheetRecord(two, "x", b"4")]
    archive.drop_sheets([(one, "x"), (two, "none")])
    assert list(archive.sheets([one, two])) == [kept[1], SheetRecord(two, "x", b"4")]


def test_what_was_worked_out_is_kept_by_name(archive: Archive) -> None:
    assert archive.worked("copies") is None
    archive.keep_worked("copies", b"1")
    archive.keep_worked("copies", b"2")
    assert archive.worked("copies") == b"2"


def test_a_sound_archive_has_no_fault(archive: Archive) -> None:
    put(archive, reading())
    assert archive.check() == ()
