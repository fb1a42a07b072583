"""Judgements: what each does to the situation, and that each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.cases import judging
from dragoman.cases.folder import Case
from dragoman.cases.situations import situation
from dragoman.domain.judgement import Field, Letter, in_force
from dragoman.errors import InputError, UsageError

Say = Callable[..., Any]
Lines = dict[str, Any]


@pytest.fixture
def filled(desk: Any, say: Say, known_lines: Lines) -> Case:
    """Two reports: Egypt sold grain and Russia wants a lease; a Front attacked Kenya."""
    desk.add(
        say("a", "Example Courier", "2025-02-01", known_lines["grain"], known_lines["lease"]),
        say("b", "Sample Wire", "2025-02-02", known_lines["front"]),
    )
    case: Case = desk.case
    return case


def actors(case: Case) -> set[str | None]:
    return {c.actor for c in situation(case).claims}


def test_a_rejected_statement_is_left_out_until_undone(filled: Case) -> None:
    judging.reject(filled, "a#s1", note="a misreading")
    assert set(situation(filled).statements) == {"a#s2", "b#s1"}
    judging.undo(filled)
    assert set(situation(filled).statements) == {"a#s1", "a#s2", "b#s1"}


def test_an_accepted_statement_changes_nothing(filled: Case) -> None:
    before = situation(filled).claims
    judging.accept(filled, "a#s1")
    assert situation(filled).claims == before


def test_a_corrected_statement_is_read_as_corrected(filled: Case) -> None:
    judging.correct(filled, "a#s1", {Field.ACTOR: "QAT", Field.MATTER: "grain", Field.TIME: "2025-01"})
    statement = situation(filled).statements["a#s1"]
    assert statement.actor is not None
    assert (statement.actor.entity, statement.actor.country, statement.actor.text) == ("QAT", "QAT", "Egypt")
    assert statement.matter == "grain"
    assert statement.time is not None
    assert (statement.time.earliest, statement.time.latest) == (date(2025, 1, 1), date(2025, 1, 31))
    assert statement.quote == "Egypt sold grain to Kenya"


def test_a_corrected_role_can_be_taken_away(filled: Case) -> None:
    judging.correct(filled, "a#s1", {Field.RECIPIENT: None})
    assert situation(filled).statements["a#s1"].recipient is None


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, "say what to correct"),
        ({Field.TYPE: "supplies"}, "no type of event"),
        ({Field.TIME: "soon"}, "no date"),
        ({Field.POLARITY: "maybe"}, "no polarity"),
        ({Field.POLARITY: "positive"}, "says so already"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(filled: Case, changes: Any, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        judging.correct(filled, "a#s1", changes)
    assert filled.archive.log() == ()


def test_nobody_unheard_of_becomes_an_actor(filled: Case) -> None:
    with pytest.raises(InputError, match="nobody is called"):
        judging.correct(filled, "a#s1", {Field.ACTOR: "atlantis"})


@pytest.mark.parametrize("statement", ["a#s9", "z#s1", "nonsense"])
def test_a_statement_that_is_not_there_cannot_be_judged(filled: Case, statement: str) -> None:
    with pytest.raises(InputError, match=r"no report|has no statement"):
        judging.accept(filled, statement)


def test_an_unknown_name_becomes_an_entity_and_stays_a_name_when_undone(filled: Case) -> None:
    judging.merge(filled, "the Lutha Front", "lutha-front", name="Lutha Front")
    assert "lutha-front" in actors(filled)
    assert situation(filled).names["lutha-front"] == "Lutha Front"
    judging.undo(filled)
    assert "lutha-front" not in actors(filled)


def test_two_entities_become_one_and_two_again(filled: Case) -> None:
    before = actors(filled)
    judging.merge(filled, "RUS", "EGY")
    assert actors(filled) == before - {"RUS"}
    judging.undo(filled)
    assert actors(filled) == before


def test_merges_follow_one_another(filled: Case) -> None:
    judging.merge(filled, "RUS", "EGY")
    judging.merge(filled, "EGY", "QAT")
    assert {"RUS", "EGY"}.isdisjoint(actors(filled))
    assert "QAT" in actors(filled)


def test_an_entity_cannot_be_merged_into_itself(filled: Case) -> None:
    with pytest.raises(UsageError, match="the same already"):
        judging.merge(filled, "RUS", "RUS")
    judging.merge(filled, "RUS", "EGY")
    with pytest.raises(UsageError, match="the same already"):
        judging.merge(filled, "EGY", "RUS")
    assert len(filled.archive.log()) == 1


def test_a_name_that_nobody_has_cannot_be_merged(filled: Case) -> None:
    with pytest.raises(InputError, match="nobody in this case"):
        judging.merge(filled, "Atlantis", "RUS")
    with pytest.raises(InputError, match="--name"):
        judging.merge(filled, "RUS", "atlantis")


def test_part_of_an_entity_is_split_off_where_it_is_called_so(desk: Any, say: Say, known_lines: Lines) -> None:
    line = known_lines["lease"]
    union = type(line)("the Union wants grain", line.kind, "want", ("the Union", "RUS"), of="grain", matter="grain")
    desk.add(say("a", "Example Courier", "2025-02-01", line, union))
    judging.split(desk.case, "RUS", "old-union", name="Old Union", text="the Union")
    found = situation(desk.case).statements
    actors_now = [a.entity for s in ("a#s1", "a#s2") if (a := found[s].actor)]
    assert actors_now == ["RUS", "old-union"]
    judging.undo(desk.case)
    assert {s.actor.entity for s in situation(desk.case).statements.values() if s.actor} == {"RUS"}


@pytest.mark.parametrize("where", [{"statements": ("a#s2",)}, {"reports": ("a",)}])
def test_part_of_an_entity_is_split_off_by_statement_or_report(filled: Case, where: dict[str, Any]) -> None:
    judging.split(filled, "RUS", "old-union", name="Old Union", **where)
    actor = situation(filled).statements["a#s2"].actor
    assert actor is not None
    assert actor.entity == "old-union"


def test_a_split_says_what_goes_where(filled: Case) -> None:
    with pytest.raises(UsageError, match="split from itself"):
        judging.split(filled, "RUS", "RUS", text="the Union")
    with pytest.raises(UsageError, match="say what to split off"):
        judging.split(filled, "RUS", "EGY")
    with pytest.raises(InputError, match="no report"):
        judging.split(filled, "RUS", "EGY", reports=("z",))


def test_a_grade_is_f_until_one_is_given(filled: Case) -> None:
    def letters() -> dict[str, str]:
        return {r.name: r.letter for c in situation(filled).claims for r in c.roots}

    assert letters() == {"Example Courier": "F", "Sample Wire": "F"}
    judging.grade(filled, "Example Courier", Letter.B)
    assert letters() == {"Example Courier": "B", "Sample Wire": "F"}
    judging.grade(filled, "Example Courier", Letter.D)
    assert letters()["Example Courier"] == "D"
    judging.undo(filled)
    assert letters()["Example Courier"] == "B"


def test_a_judgement_finds_its_statement_in_a_later_version(desk: Any, say: Say, known_lines: Lines) -> None:
    grain, lease, visit = (known_lines[n] for n in ("grain", "lease", "visit"))
    desk.add(say("a", "Example Courier", "2025-02-01", grain, lease))
    judging.reject(desk.case, "a#s1")
    desk.add(say("a", "Example Courier", "2025-02-03", visit, lease, grain))
    assert {s.quote for s in situation(desk.case).statements.values()} == {visit.text, lease.text}


def test_an_undo_is_undone(filled: Case) -> None:
    judging.reject(filled, "a#s1")
    judging.undo(filled)
    judging.undo(filled, 2)
    assert "a#s1" not in situation(filled).statements
    assert [e.number for e in in_force(filled.archive.log())] == [1]


def test_what_cannot_be_undone_is_told(filled: Case) -> None:
    with pytest.raises(InputError, match="nothing to undo"):
        judging.undo(filled)
    judging.reject(filled, "a#s1")
    judging.undo(filled)
    with pytest.raises(InputError, match="taken back already"):
        judging.undo(filled, 1)
    with pytest.raises(InputError, match="no entry 9"):
        judging.undo(filled, 9)


MOVES: list[Callable[[Case], Any]] = [
    lambda case: judging.reject(case, "a#s1"),
    lambda case: judging.accept(case, "a#s2"),
    lambda case: judging.correct(case, "a#s2", {Field.POLARITY: "negative"}),
    lambda case: judging.merge(case, "the Lutha Front", "lutha-front", name="Lutha Front"),
    lambda case: judging.merge(case, "QAT", "EGY"),
    lambda case: judging.split(case, "EGY", "old-egypt", name="Old Egypt", reports=("a",)),
    lambda case: judging.grade(case, "Sample Wire", Letter.E),
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(range(len(MOVES))), max_size=5, unique=True))
def test_undoing_everything_restores_the_situation(
    in_memory: Callable[[], Any], three_reports: tuple[Any, ...], picks: list[int]
) -> None:
    desk = in_memory()
    desk.add(*three_reports)
    case = desk.case
    before = situation(case)
    for pick in picks:
        MOVES[pick](case)
    for _ in picks:
        judging.undo(case)
    after = situation(case)
    assert after.claims == before.claims
    assert dict(after.statements) == dict(before.statements)
    assert len(case.archive.log()) == 2 * len(picks)
