"""The plain lines made from statements: never more than the record and its report say."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from dragoman.brief.clauses import clip
from dragoman.brief.days import interval
from dragoman.brief.wording import doubts, headline
from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Plover, Realis, Role, Stance, Statement, Strength, Tie, Words
from dragoman.domain.text import Span

NAMES = {"RUR": "Ruritania", "GRA": "Graustark"}


def told(text: str, kind: Kind, type_: str, **parts: object) -> str:
    """The line for a statement whose roles are given by their words: `actor="Ruritania"`."""

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    made: dict[str, object] = {}
    for key, value in parts.items():
        if key in ("actor", "recipient"):
            words = str(value)
            entity = next((e for e, name in NAMES.items() if name in words), None)
            made[key] = Role(entity, entity, entity, words, place(words))
        elif key in ("object", "trigger", "condition"):
            made[key] = Words(place(str(value)), str(value))
        elif key == "hedges":
            made[key] = (place(str(value)),)
        else:
            made[key] = value
    statement = replace(Statement("s1", Span(0, len(text)), text, kind, type_, None), **made)  # type: ignore[arg-type]
    report = Report("r", "r.txt", text, ())
    return headline(Situation((Reading(report),), {"r#s1": statement}, {"r": report}, {"r#s1": "r"}, NAMES), "r#s1")


@pytest.mark.parametrize(
    ("line", "text", "kind", "type_", "parts"),
    [
        (
            "Ruritania wants to keep both the naval and the air base",
            "Ruritania wants to keep both the naval and the air base.",
            Kind.STANCE, "want",
            {"actor": "Ruritania", "trigger": "wants", "object": "keep both the naval"},
        ),
        (
            "Ruritania invites Graustark to Zenda",
            "Ruritania invited Graustark to Zenda.",
            Kind.STANCE, "demand",
            {"actor": "Ruritania", "recipient": "Graustark", "trigger": "invited", "object": "to Zenda", "matter": "visit"},
        ),
        (
            "Ruritania wants to keep its base in Graustark",
            "Ruritania wants to keep its base in Graustark two months after Zenda fell.",
            Kind.STANCE, "want",
            {"actor": "Ruritania", "trigger": "wants", "object": "keep its base in Graustark"},
        ),
        (
            "Ruritania hopes to stay",
            "Ruritania hopes to stay, but Graustark objects.",
            Kind.STANCE, "want",
            {"actor": "Ruritania", "trigger": "hopes", "object": "stay", "strength": Strength.HOPE},
        ),
        (
            "Ruritania demands of Graustark: to open the gate",
            "Ruritania urged Graustark to open the gate.",
            Kind.STANCE, "demand",
            {"actor": "Ruritania", "trigger": "urged", "recipient": "Graustark", "object": "open the gate"},
        ),
        (
            "Ruritania does not want a war",
            "Ruritania does not want a war.",
            Kind.STANCE, "want",
            {"actor": "Ruritania", "trigger": "want", "object": "a war", "polarity": Polarity.NEGATIVE, "hedges": "not"},
        ),
        (
            "Ruritania refuses any role in the talks",
            "Ruritania rejected any role in the talks.",
            Kind.STANCE, "refuse",
            {"actor": "Ruritania", "trigger": "rejected", "object": "any role"},
        ),
        (
            "Ruritania delivered ten tractors to Graustark",
            "Last week Ruritania quietly delivered ten tractors to Graustark, its foreign ministry said.",
            Kind.EVENT, "AID",
            {"actor": "Ruritania", "trigger": "delivered", "object": "ten tractors", "recipient": "Graustark"},
        ),
        (
            "Ruritania gave aid to Graustark: ten tractors",
            "Ten tractors were given to Graustark by Ruritania: ten tractors.",
            Kind.EVENT, "AID",
            {"actor": "Ruritania", "trigger": "given", "object": "ten tractors", "recipient": "Graustark"},
        ),
        (
            "Ruritania did not use force against Graustark",
            "Ruritania did not attack Graustark.",
            Kind.EVENT, "ASSAULT",
            {"actor": "Ruritania", "trigger": "attack", "recipient": "Graustark", "polarity": Polarity.NEGATIVE},
        ),
        (
            "Ruritania would give aid to Graustark",
            "Ruritania could help Graustark.",
            Kind.EVENT, "AID",
            {"actor": "Ruritania", "trigger": "help", "recipient": "Graustark", "realis": Realis.CONDITIONAL},
        ),
        (
            "Graustark hosts Ruritania",
            "Graustark hosts Ruritania.",
            Kind.TIE, "hosts",
            {"actor": "Graustark", "trigger": "hosts", "recipient": "Ruritania"},
        ),
        (
            "“Losing the harbour would hurt Ruritania.”",
            "Losing the harbour would hurt Ruritania.",
            Kind.JUDGEMENT, "negative",
            {"recipient": "Ruritania"},
        ),
        (
            "“the militia” used force against Graustark",
            "In a raid by the militia on Graustark two bridges fell.",
            Kind.EVENT, "ASSAULT",
            {"actor": "the militia", "trigger": "raid", "recipient": "Graustark"},
        ),
    ],
)  # fmt: skip
def test_a_line_says_what_the_record_says(
    line: str, text: str, kind: Kind, type_: str, parts: dict[str, object]
) -> None:
    assert told(text, kind, type_, **parts) == line


def test_a_negation_that_the_polarity_does_not_show_leaves_the_quote_alone() -> None:
    line = told(
        "Ruritania has no plan to leave.",
        Kind.STANCE,
        "plan",
        actor="Ruritania",
        trigger="plan",
        object="leave",
        hedges="no",
    )
    assert line == "“Ruritania has no plan to leave.”"


def test_an_object_that_says_nothing_leaves_the_quote_alone() -> None:
    line = told(
        "Nobody knows what Ruritania wants.", Kind.STANCE, "want", actor="Ruritania", trigger="wants", object="what"
    )
    assert line == "“Nobody knows what Ruritania wants.”"


def test_links_in_a_report_leave_no_markup_in_a_line() -> None:
    assert clip("some of the [3.9 million](https://example.org/a) refugees") == "some of the 3.9 million refugees"


def test_a_long_object_is_cut_at_a_word() -> None:
    assert clip("one two three four", 12) == "one two…"


def test_a_hedged_statement_is_no_plain_fact(situation: Situation) -> None:
    assert doubts(situation.statements["courier#s1"]) == ("probable", "on a condition")
    assert doubts(situation.statements["courier#s2"]) == ()
    uncommitted = replace(situation.statements["courier#s2"], factuality=Factuality.UNCOMMITTED, realis=Realis.PLANNED)
    assert doubts(uncommitted) == ("planned", "not vouched for")


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2025, 2, 12), date(2025, 2, 12), "12 Feb 2025"),
        (date(2025, 2, 1), date(2025, 2, 28), "Feb 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2013, 1, 1), date(2016, 12, 31), "2013–2016"),
        (date(2024, 12, 1), date(2024, 12, 7), "1–7 Dec 2024"),
        (date(2024, 11, 30), date(2024, 12, 7), "30 Nov – 7 Dec 2024"),
        (date(2024, 12, 8), date(2025, 3, 5), "8 Dec 2024 – 5 Mar 2025"),
        (None, date(2025, 3, 5), "by 5 Mar 2025"),
        (date(2025, 3, 5), None, "from 5 Mar 2025"),
        (None, None, ""),
    ],
)
def test_an_interval_is_said_as_short_as_it_is_exact(earliest: date | None, latest: date | None, words: str) -> None:
    assert interval(earliest, latest) == words


def test_every_type_has_its_words() -> None:
    data = tomllib.loads((files("dragoman.brief") / "data" / "wording.toml").read_text(encoding="utf-8"))
    assert set(data["event"]) == {str(p) for p in Plover}
    assert set(data["stance"]) == {str(s) for s in Stance}
    assert set(data["tie"]) == {str(t) for t in Tie}
    assert set(data["arrow"]) == {*map(str, Plover), *map(str, Tie)}
    assert {form["class"] for form in data["event"].values()} == {"cooperation", "conflict"}
    for form in data["event"].values():
        assert set(form) == {"base", "past", "to", "class"}
    for form in (*data["stance"].values(), *data["tie"].values()):
        assert form["base"] and form["now"]


def test_people_under_their_state_keep_their_names(situation: Situation) -> None:
    envoy = Role("envoy", "RUR", "RURGOV", "The envoy", Span(0, 1), "RUR")
    changed = {**situation.statements, "courier#s1": replace(situation.statements["courier#s1"], actor=envoy)}
    named = replace(situation, statements=changed, names={**situation.names, "envoy": "The envoy"})
    assert headline(named, "courier#s1", under="RUR") == "The envoy wants to keep its harbour"
    assert headline(situation, "courier#s1", under="RUR") == "wants to keep its harbour"


def test_what_one_verb_says_of_several_parties_is_one_line(situation: Situation) -> None:
    first = situation.statements["courier#s2"]
    assert first.recipient
    place = first.recipient.span
    second = replace(first, id="s9", recipient=Role("BOR", "BOR", "BOR", "Borduria", place))
    situation = replace(
        situation,
        statements={**situation.statements, "courier#s9": second, "courier#s8": replace(second, trigger=None)},
        report_of={**situation.report_of, "courier#s9": "courier", "courier#s8": "courier"},
        names={**situation.names, "BOR": "Borduria"},
    )
    line = headline(situation, "courier#s8", among=("courier#s2",))
    assert line == "Ruritania gave aid to Borduria and Graustark: $23 million"
