"""What a brief says of a small negotiation, part by part."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.brief import Group, Line, Lines, Outline, Section, Table, Timeline, data, markdown, outline
from dragoman.brief.content import Block, Network
from dragoman.domain.claim import Interest
from dragoman.domain.problem import Problem
from dragoman.domain.situation import Situation


def block(brief: Outline, section: str, title: str) -> Block:
    found = next(s for s in (brief.summary, *brief.sections) if s.id == section)
    return next(b for b in found.blocks if b.title == title)


def lines(brief: Outline, section: str, title: str) -> dict[str, list[str]]:
    found = block(brief, section, title)
    assert isinstance(found, Lines)
    return {g.title: [line.text for line in g.lines] for g in found.groups}


def test_the_half_page_says_who_wants_what_and_what_is_on_the_table(situation: Situation) -> None:
    brief = outline(situation)
    assert lines(brief, "in-brief", "Who wants what") == {"Ruritania": ["wants to keep its harbour"]}
    assert lines(brief, "in-brief", "On the table") == {"Refusals and threats": ["Graustark refuses to sign the lease"]}
    assert lines(brief, "in-brief", "Agreed and disputed") == {"Disputed": ["Ruritania paid $23 million to Graustark"]}
    assert lines(brief, "in-brief", "What changed last") == {"": ["Ruritania paid $23 million to Graustark"]}


def test_an_actor_that_wants_nothing_now_shows_what_it_wanted_last(situation: Situation) -> None:
    earlier = replace(situation.positions[0], held="earlier")
    found = block(outline(replace(situation, positions=(earlier,))), "in-brief", "Who wants what")
    assert isinstance(found, Lines)
    assert "earlier" in [t.text for t in found.lines[0].tags]


def test_a_disputed_line_opens_the_quotes_on_both_sides(situation: Situation) -> None:
    found = block(outline(situation), "in-brief", "Agreed and disputed")
    assert isinstance(found, Lines)
    line = found.lines[0]
    assert line.quotes == ("courier#s2", "monitor#s2")
    assert [t.text for t in line.tags] == ["disputed", "1 against"]
    assert line.when == "Feb 2025"
    assert line.source == "Example Courier · 3 Mar 2025"
    assert line.why == ("The cabinet denies it.",)


def test_a_claim_by_a_party_to_it_says_so(situation: Situation) -> None:
    claim = replace(
        situation.claims[1],
        digit=3,
        digit_reason="one root",
        interested=(Interest("the cabinet", "it speaks of itself"),),
    )
    found = block(outline(replace(situation, claims=(claim,))), "claims", "By how well they stand")
    assert isinstance(found, Lines)
    assert "interested voice" in [t.text for t in found.lines[0].tags]
    assert found.lines[0].why[1:] == (
        "Suggested Admiralty digit 3: one root.",
        "the cabinet has a stake in it: it speaks of itself.",
    )


def test_a_want_on_an_unnamed_voice_says_so(situation: Situation) -> None:
    found = block(outline(situation), "in-brief", "Who wants what")
    assert isinstance(found, Lines)
    assert [t.text for t in found.lines[0].tags] == ["probable", "on a condition", "unnamed source"]


def test_every_line_has_its_quote_in_the_outline(situation: Situation) -> None:
    brief = outline(situation)
    assert all(line.quotes for line in brief.lines())
    assert {q for line in brief.lines() for q in line.quotes} == set(brief.quotes)


def test_a_line_without_its_quote_is_no_outline(situation: Situation) -> None:
    brief = outline(situation)
    stray = Section("s", "S", (Lines("L", (Group("", (Line("Somebody said so", ("nowhere#s1",)),)),)),))
    with pytest.raises(ValueError, match="without their quotes"):
        replace(brief, sections=(stray,))


def test_the_picture_leaves_out_what_was_only_forecast_or_denied(situation: Situation) -> None:
    found = block(outline(situation), "who-to-whom", "Who deals with whom")
    assert isinstance(found, Network)
    assert [(e.first, e.second, e.dealing, e.label, e.count) for e in found.edges] == [
        ("GRA", "RUR", "tie", "hosts", 1),
        ("RUR", "GRA", "cooperation", "aids", 1),
    ]


def test_a_month_is_a_bar_on_the_timeline(situation: Situation) -> None:
    found = block(outline(situation), "timeline", "What happened when")
    assert isinstance(found, Timeline)
    assert [(b.when, b.exact) for b in found.bars] == [("Feb 2025", False)]


def test_a_forecast_shows_its_chance_and_day(situation: Situation) -> None:
    found = block(outline(situation), "forecasts", "What was foreseen")
    assert isinstance(found, Table)
    assert found.columns == ("Forecast", "How sure", "What came of it")
    assert found.rows[0][1:] == ("probably: 55–80 %, by 30 Jun 2025", "open")


def test_an_amount_shows_how_it_was_read(situation: Situation) -> None:
    found = block(outline(situation), "amounts", "Money, shares and large counts")
    assert isinstance(found, Table)
    assert found.rows[0][:2] == ("$23 million", "23 million USD")


def test_problems_of_reading_and_of_unread_reports_stand_together(situation: Situation) -> None:
    found = block(outline(situation, problems=(Problem("a.pdf", "is binary", "convert it"),)), "gaps", "Problems")
    assert isinstance(found, Table)
    assert [row[0] for row in found.rows] == ["a.pdf", "monitor.txt"]


def test_a_section_of_another_room_comes_before_the_sources(situation: Situation) -> None:
    holds = Section(
        "what-would-hold", "What would hold", (Lines("Stable", (Group("", (Line("All stay", ("courier#s1",)),)),)),)
    )
    assert [s.id for s in outline(situation, sections=(holds,)).sections][-3:] == ["what-would-hold", "sources", "gaps"]


def test_whole_texts_travel_only_when_asked(situation: Situation) -> None:
    text = situation.reports["monitor"].text
    assert outline(situation).texts == ()
    assert text not in markdown(outline(situation))
    assert [t.text for t in outline(situation, with_texts=True).texts][1] == text


def test_an_empty_situation_still_makes_a_brief() -> None:
    brief = outline(Situation((), {}, {}, {}, {}))
    assert brief.lines() == ()
    assert "No report says what anybody wants." in markdown(brief)


def test_data_holds_every_line_and_quote(situation: Situation) -> None:
    brief = outline(situation)
    record = json.loads(json.dumps(data(brief)))
    wants = record["summary"]["blocks"][0]["groups"][0]["lines"][0]
    assert wants["text"] == "wants to keep its harbour"
    assert wants["record"]["stance"] == "want"
    assert record["quotes"][wants["quotes"][0]]["day"] == "2025-03-03"
    assert [b["block"] for b in record["sections"][0]["blocks"]] == ["network", "table", "lines"]
    assert set(record) == {
        "title",
        "subtitle",
        "as_of",
        "known_by",
        "summary",
        "sections",
        "quotes",
        "texts",
        "problems",
    }


def test_markdown_sets_the_clause_in_bold_within_its_sentences(situation: Situation) -> None:
    text = markdown(outline(situation))
    assert (
        "“Graustark's cabinet met on March 4. **It refused to sign the lease**. The cabinet denied that Ruritania had paid "
        "Graustark anything.” (Mock Monitor, 5 Mar 2025)"
    ) in text


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "*bold* [link](http://example.org) `code`", "# head | cell"]
)
def test_markdown_takes_what_reports_say_literally(words: str, altered: Callable[[str, str], Situation]) -> None:
    text = markdown(outline(altered(words, words)))
    assert "<script" not in text
    assert "[link](" not in text
    assert "\n# head" not in text
    assert " | cell" not in text.replace("\\|", "")
