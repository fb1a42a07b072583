"""What the views of a case show."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dragoman.cases import judging
from dragoman.cases.changes import changes
from dragoman.cases.reviewing import beside, waiting
from dragoman.cases.searching import search
from dragoman.cases.situations import situation
from dragoman.cases.verifying import verify
from dragoman.cases.views import lines
from dragoman.cases.why import why
from dragoman.domain.case import Clocks, View
from dragoman.errors import InputError, UsageError
from dragoman.situation import assemble

Say = Callable[..., Any]
Lines = dict[str, Any]
NOW = Clocks()


def test_a_claim_is_printed_with_its_statements_and_roots(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    records = list(lines(desk.case, View.CLAIM, NOW, matter="lease").records())
    assert len(records) == 1
    (claim,) = records
    keys = [
        "id",
        "status",
        "reason",
        "actor",
        "matter",
        "kind",
        "statements",
        "roots",
        "superseded_by",
        "rivals",
        "linked",
    ]
    assert list(claim)[: len(keys)] == keys
    assert (claim["actor"], claim["matter"], claim["kind"]) == ("RUS", "lease", "stance")
    assert [(s["id"], s["report"], s["side"]) for s in claim["statements"]] == [
        ("a#s2", "a", "for"),
        ("c#s1", "c", "for"),
    ]
    text = desk.case.archive.report(1).text
    place = claim["statements"][0]
    assert text[place["start"] : place["end"]] == claim["quote"] == "Russia wants a long lease of the port"
    assert set(claim["statements"][0]) == {"id", "report", "start", "end", "side", "root"}
    assert all({"name", "kind", "via"} <= set(r) for r in claim["roots"])


@pytest.mark.parametrize("called", ["RUS", "Russia", "russia"])
def test_an_actor_is_found_by_id_and_by_name(desk: Any, three_reports: tuple[Any, ...], called: str) -> None:
    desk.add(*three_reports)
    assert [c["actor"] for c in lines(desk.case, View.CLAIM, NOW, actor=called).records()] == ["RUS"]


def test_an_actor_that_is_not_there_is_told(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    with pytest.raises(InputError, match="nobody in this case is called 'Atlantis'"):
        lines(desk.case, View.CLAIM, NOW, actor="Atlantis")


def test_every_view_says_as_much_as_the_situation(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    whole = situation(desk.case)
    for view, nouns in (
        (View.CLAIM, whole.claims),
        (View.POSITION, whole.positions),
        (View.TIE, whole.ties),
        (View.AGREEMENT, whole.agreements),
        (View.ACTOR, whole.actors),
        (View.HAPPENING, whole.timeline),
    ):
        found = lines(desk.case, view, NOW)
        assert found.total == len(list(found.rows)) == len(nouns)
    assert whole.positions


def test_a_case_adds_up_to_what_its_readings_do(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    assert situation(desk.case).claims == assemble(three_reports, desk.case.directory).claims


def test_a_name_is_a_mention_until_three_reports_of_two_outlets_have_it(
    desk: Any, say: Say, known_lines: Lines
) -> None:
    front, words = known_lines["front"], ("lease", "grain", "visit")

    def standing() -> set[str]:
        return {a["standing"] for a in lines(desk.case, View.ACTOR, NOW).records() if "lutha" in a["id"]}

    for number, outlet in enumerate(("Sample Wire", "Sample Wire", "Mock Monitor")):
        assert standing() in (set(), {"mention"})
        desk.add(say(f"r{number}", outlet, f"2025-02-0{number + 1}", front, known_lines[words[number]]))
    assert standing() == {"evidence"}
    judging.merge(desk.case, "the Lutha Front", "lutha-front", name="Lutha Front")
    assert standing() == {"listed"}


def test_an_empty_case_has_empty_views(desk: Any) -> None:
    for view in View:
        assert list(lines(desk.case, view, NOW).rows) == []


def test_why_shows_the_chain_the_quote_and_the_judgement(desk: Any, say: Say, known_lines: Lines) -> None:
    lease = known_lines["lease"]
    told = type(lease)(
        lease.text, lease.kind, lease.type, lease.actor, of=lease.of, matter="lease", voice="two officials"
    )
    desk.add(say("a", "Example Courier", "2025-02-01", told, title="A lease"))
    judging.accept(desk.case, "a#s1")
    (row,) = lines(desk.case, View.CLAIM, NOW).rows
    record, _ = why(desk.case, row.id, NOW)
    (statement,) = record["statements"]
    assert statement["quote"] == "Russia wants a long lease of the port"
    assert statement["chain"] == "Example Courier, citing two officials"
    assert (statement["title"], statement["published"], statement["judged"]) == ("A lease", "2025-02-01", "accepted")
    assert record == why(desk.case, "a#s1", NOW)[0]


def test_why_of_a_claim_that_is_not_there(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    for claim in ("c0", "a#s9"):
        with pytest.raises(InputError, match="no claim"):
            why(desk.case, claim, NOW)


def test_words_are_searched_in_standing_versions_known_by_a_day(desk: Any, say: Say, known_lines: Lines) -> None:
    long, lease, visit = (known_lines[n] for n in ("long", "lease", "visit"))
    desk.add(say("a", "Example Courier", "2025-02-01", long, lease))
    desk.add(say("a", "Example Courier", "2025-02-03", long, visit))
    desk.add(say("b", "Sample Wire", None, lease))

    def reports(words: list[str], known_by: date | None = None) -> list[tuple[str, int]]:
        return [(f.version.report, f.version.number) for f in search(desk.case, words, Clocks(known_by=known_by))]

    assert reports(["lease"]) == [("b", 1)]
    assert reports(["lease"], date(2025, 2, 2)) == [("a", 1)]
    assert reports(["grain"]) == [("a", 2)]
    assert reports(["grain", "delegation"], date(2025, 2, 2)) == []


def test_a_passage_shows_the_words_in_their_paragraph(desk: Any, say: Say, known_lines: Lines) -> None:
    desk.add(say("a", None, None, known_lines["grain"], known_lines["lease"]))
    (found,) = search(desk.case, ["long lease"], NOW)
    assert found.text == "Russia wants a long lease of the port."
    text = desk.case.archive.report(1).text
    assert found.passage.of(text) == found.text
    assert [s.of(text) for s in found.spans] == ["long lease"]


@pytest.mark.parametrize("words", [[], ["..."], [" "]])
def test_nothing_to_search_for_is_a_misuse(desk: Any, words: list[str]) -> None:
    with pytest.raises(UsageError, match="a word"):
        search(desk.case, words, NOW)


def said_on(claims: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(c["change"], c["quote"]) for c in claims}


def test_what_changed_since_a_day(desk: Any, say: Say, known_lines: Lines) -> None:
    grain, lease, visit = (known_lines[n] for n in ("grain", "lease", "visit"))
    desk.add(
        say("a", "Example Courier", "2025-02-01", lease, lease, grain),
        say("b", "Sample Wire", "2025-02-05", visit),
        say("c", "Mock Monitor", "2025-02-06", lease),
        say("d", "Mock Monitor", None, known_lines["front"]),
    )
    desk.add(say("a", "Example Courier", "2025-02-07", lease, lease, visit))
    found, notes = changes(desk.case, date(2025, 2, 2), NOW)
    assert ("new", visit.text) in said_on(found)
    assert ("withdrawn", grain.text) in said_on(found)
    assert known_lines["front"].text not in {c["quote"] for c in found}
    assert any("undated" in note for note in notes)
    (changed,) = [c for c in found if c["quote"] == lease.text]
    assert (changed["change"], changed["was"]["roots"], changed["roots"]) == ("changed", 1, 2)


def test_nothing_changed_since_today(desk: Any, say: Say, known_lines: Lines) -> None:
    desk.add(say("a", "Example Courier", "2025-02-01", known_lines["grain"]))
    assert changes(desk.case, date(2025, 2, 1), NOW)[0] == []


def test_a_difference_runs_forward(desk: Any) -> None:
    with pytest.raises(UsageError, match="not before"):
        changes(desk.case, date(2025, 2, 2), Clocks(known_by=date(2025, 2, 2)))


def test_review_offers_each_statement_once_until_it_is_judged(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    items = list(waiting(desk.case, NOW))
    assert sorted(i.statement for i in items) == ["a#s1", "a#s2", "b#s1", "b#s2", "c#s1"]
    judging.accept(desk.case, "a#s1")
    judging.reject(desk.case, "b#s1")
    assert sorted(i.statement for i in waiting(desk.case, NOW)) == ["a#s2", "b#s2", "c#s1"]
    judging.undo(desk.case)
    assert len(list(waiting(desk.case, NOW))) == 4
    report, statement, before, after = beside(desk.case, next(waiting(desk.case, NOW, report="c")))
    assert before + statement.quote + after in report.text


def test_verify_counts_every_quote(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    found = verify(desk.case)
    assert (found.reports, found.quotes, found.faults) == (3, 5, ())


def test_records_are_json(desk: Any, three_reports: tuple[Any, ...]) -> None:
    desk.add(*three_reports)
    for view in View:
        for row in lines(desk.case, view, NOW).rows:
            assert isinstance(json.loads(row.record), dict)
