"""Who originated what: chains, relays, copies, names of one source."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.domain.attribution import Act, Attribution, Manner
from dragoman.domain.mention import VoiceKind
from dragoman.domain.reading import Reading
from dragoman.domain.situation import Judgements
from dragoman.domain.statement import Plover
from dragoman.domain.text import Span
from dragoman.situation import assemble
from dragoman.situation.copies import credited, find_copies
from dragoman.situation.roots.called import called, parts, singled_out
from tests.situation.making import Countries, report, says, voice

LOAN = "a loan for the harbour"


def roots(*readings: Reading) -> list[str]:
    claims = assemble(readings, Countries()).claims
    assert len(claims) == 1
    return sorted(r.name for r in claims[0].roots)


def test_the_author_is_the_root_of_an_empty_chain() -> None:
    assert roots(report("a", "2025-01-02", says(LOAN), outlet="Example Courier")) == ["Example Courier"]


def test_the_root_is_the_inner_end_of_a_chain_of_four() -> None:
    chain = (
        voice("Mock Monitor", "outlet"),
        voice("Example Courier", "outlet"),
        voice("the mayor of Example", "person"),
    )
    assert roots(report("a", "2025-01-02", says(LOAN, voices=chain), outlet="Template Times")) == [
        "the mayor of Example"
    ]


def test_a_relay_of_an_outlet_adds_no_root_to_that_outlets_own_source() -> None:
    assert roots(
        report("a", "2025-01-02", says(LOAN, voices=(voice("Port Office"),)), outlet="Example Courier"),
        report("b", "2025-01-03", says(LOAN, voices=(voice("Courier", "institution"),)), outlet="Mock Monitor"),
    ) == ["Port Office"]


def test_two_relays_of_an_outlet_whose_own_report_is_absent_are_one_root() -> None:
    courier = voice("Example Courier", "outlet")
    assert roots(*(report(n, "2025-01-02", says(LOAN, voices=(courier,))) for n in ("a", "b"))) == ["Example Courier"]


def test_outlets_that_say_it_side_by_side_are_a_root_each() -> None:
    both = voice("both the Example Courier and the Mock Monitor", "outlet")
    own = report("a", "2025-01-02", says(LOAN), outlet="Example Courier")
    digest = report("b", "2025-01-03", says(LOAN, voices=(both,)), outlet="Digest of Digests")
    other = report("c", "2025-01-03", says("the harvest", type=Plover.CONSULT), outlet="Mock Monitor")
    claims = assemble([own, digest, other], Countries()).claims
    assert [r.name for c in claims if len(c.statements) == 2 for r in c.roots] == [
        "Example Courier",
        "the Mock Monitor",
    ]


def test_the_sources_of_an_outlet_are_those_whom_it_does_not_name() -> None:
    own = report("a", "2025-01-02", says(LOAN, voices=(voice("an official", "unnamed"),)), outlet="Example Courier")
    relay = (voice("Example Courier", "outlet"), voice("the sources of the Example Courier", "unnamed"))
    digest = report("b", "2025-01-03", says(LOAN, voices=relay), outlet="Digest of Digests")
    assert len(roots(own, digest)) == 1


def test_a_headline_is_on_the_word_of_whom_the_text_below_it_names() -> None:
    text = "Port closed, officials say\n\nThe port is closed, the harbour master said."
    one = replace(says("the port is closed", voices=(voice("officials", "unnamed"),)), id="s1", span=Span(0, 11))
    two = replace(says("the port is closed", voices=(voice("the harbour master"),)), id="s2", span=Span(28, 46))
    reading = replace(report("a", "2025-01-02", text=text), statements=(one, two))
    assert roots(reading) == ["the harbour master"]


def test_a_headline_that_names_nobody_is_on_the_word_of_the_first_paragraph() -> None:
    text = "Bridge closed for winter\n\nNobody may cross the bridge, the harbour master said."
    over = replace(says("Bridge closed for winter", actor=None, other=None), id="s1", span=Span(0, 24))
    below = replace(
        says("Nobody may cross the bridge", type=Plover.COERCE, voices=(voice("the harbour master"),)),
        id="s2",
        span=Span(26, 53),
    )
    plain = report("a", "2025-01-02", text=text)
    found = assemble([replace(plain, statements=(over, below))], Countries()).claims
    assert [[r.name for r in c.roots] for c in found] == [["the harbour master"], ["the harbour master"]]
    own = assemble([replace(plain, statements=(over, replace(below, voices=())))], Countries()).claims
    assert {r.name for c in own for r in c.roots} == {"Outlet of a"}


def test_a_newspaper_that_is_not_named_may_be_any_that_is() -> None:
    own = report("a", "2025-01-02", says(LOAN), outlet="Example Courier")
    relay = report(
        "b", "2025-01-03", says(LOAN, voices=(voice("a newspaper report", "unnamed"),)), outlet="Sample Wire"
    )
    assert roots(own, relay) == ["Example Courier"]


def test_an_office_that_the_report_gives_a_speaker_makes_two_names_one_source() -> None:
    text = "Foreign Minister Ann Example was in town. A loan is near, Ann Example said."
    source = Span(58, 69)
    said = Attribution(
        "a1", source, None, (Span(42, 56),), Act.SPEECH, Manner.INDIRECT, voice=voice("Ann Example", "person")
    )
    told = replace(says(LOAN, voices=(voice("Ann Example", "person"),)), id="s1", span=Span(42, 56), attribution="a1")
    one = replace(report("a", "2025-01-02", text=text), statements=(told,), attributions=(said,))
    other = report("b", "2025-01-03", says(LOAN, voices=(voice("the foreign minister"),)))
    assert roots(one, other) == ["Ann Example"]


def test_a_minister_and_a_ministry_of_one_state_are_one_side() -> None:
    person, body = voice("the minister", "person", "rur-minister"), voice("Ruritania", "institution", "RUR")
    found = assemble(
        [
            report("a", "2025-01-02", says(LOAN, voices=(person,))),
            report("b", "2025-01-02", says(LOAN, voices=(body,))),
        ],
        Countries(),
    )
    assert len(found.claims[0].roots) == 1
    assert found.claims[0].interested[0].why.endswith("speaks of itself or its own side")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Transport Ministry of Ruritania", "the Transport Ministry", True),
        ("Ruritania's supreme court", "the Ruritanian supreme court's press office", True),
        ("the chief of police in Graustark's capital", "the chief of police, Colonel Ann Example", True),
        ("Ruritanian Energy Minister Ann Example", "the Ruritanian energy minister", True),
        ("Ruritania's Transport Ministry", "the transport minister of Ruritania", True),
        ("Defence Ministry of Ruritania", "Defence Ministry of Graustark", False),
        ("Ruritania's prime minister, Ann Example", "Premier Example", True),
        ("the head of Ruritania's government", "Ruritania's prime minister", True),
        ("the union's secretary, Ann Example", "the union's secretary, Bob Sample", False),
    ],
)
def test_names_of_one_source(one: str, two: str, same: bool) -> None:
    found = called(one, VoiceKind.PERSON).likeness(called(two, VoiceKind.PERSON))
    assert (found > 0) is same


def test_an_office_that_one_holds_is_named_by_it_and_an_official_is_not() -> None:
    assert singled_out("the governor of the central bank")
    assert not singled_out("a senior official of the central bank")
    assert not singled_out("two ministers")


COPIED = (
    "The harbour office closed the eastern basin on Monday after a crane fell into the water and blocked the way for every "
    "barge that wanted to leave before the storm."
)


def test_a_report_that_holds_a_tenth_of_an_earlier_one_is_its_copy() -> None:
    first = report("a", "2025-01-02", text=COPIED).report
    second = report("b", "2025-01-03", text="Storm.\n\n" + COPIED + "\n\nMore on page two.").report
    other = report(
        "c", "2025-01-03", text="Something quite different stands here, about cheese and the price of it."
    ).report
    copies = find_copies([second, other, first])
    assert dict(copies.reports) == {"b": "a"}
    assert copies.paragraphs == {("b", 1): "a"}


def test_two_reports_of_one_speech_are_no_copies() -> None:
    said = f"“{COPIED}”"
    first = report("a", "2025-01-02", text=f"The mayor wrote a letter. {said}").report
    second = report("b", "2025-01-03", text=f"Here is what the port was told. {said}").report
    assert not find_copies([first, second]).reports


def test_of_two_equal_texts_of_one_day_the_one_that_credits_the_other_is_the_copy() -> None:
    wire = report("z", "2025-01-02", text=f"PORT (Sample Wire) - {COPIED}", outlet="Sample Wire").report
    paper = report("a", "2025-01-02", text=f"PORT (Sample Wire) - {COPIED}", outlet="Example Courier").report
    assert find_copies([paper, wire]).reports == {"a": "z"}


@pytest.mark.parametrize(
    "text",
    [
        "PORT EXAMPLE, 3 May (Sample Wire) - It rained.",
        "It rained.\n\nWith material from Sample Wire.",
        "It rained. First published by Sample Wire; shortened.",
        "It rained.\n\n*This article was originally published in [Sample Wire](#).*",
    ],
)
def test_the_wire_named_in_a_text(text: str) -> None:
    assert credited(report("a", "2025-01-02", text=text, outlet="Example Courier").report) == "Sample Wire"


def test_a_letter_of_the_user_is_shown_with_the_root_and_f_without() -> None:
    readings = [report("a", "2025-01-02", says(LOAN), outlet="Example Courier")]
    assert assemble(readings, Countries()).claims[0].roots[0].letter == "F"
    graded = Judgements(letters={"Example Courier": "B"})
    assert assemble(readings, Countries(), judgements=graded).claims[0].roots[0].letter == "B"


def test_every_story_passage_has_its_voices_noted() -> None:
    texts = Path(__file__).parents[1] / "texts" / "stories.jsonl"
    stories = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    voices = (Path(__file__).parent / "story_voices.jsonl").read_text(encoding="utf-8").splitlines()
    noted = {(row["report"], row["start"]) for row in map(json.loads, voices)}
    assert {(s["report"], s["start"]) for story in stories for c in story["claims"] for s in c["spans"]} <= noted


def cites_at_once(name: str, day: str, *names: tuple[str, str], outlet: str = "Mock Monitor") -> Reading:
    """A report in which each of `names` tells of the loan by itself."""
    told = [says(LOAN, voices=(voice(n, kind),)) for n, kind in names]
    return report(name, day, *told, outlet=outlet)


def test_the_initials_of_an_outlet_are_the_outlet() -> None:
    own = report("a", "2025-01-02", says(LOAN, voices=(voice("Port Office"),)), outlet="Model News Service")
    relay = report("b", "2025-01-03", says(LOAN, voices=(voice("MNS"),)), outlet="Mock Monitor")
    assert roots(own, relay) == ["Port Office"]


def test_an_outlets_reporter_at_the_scene_is_the_outlet() -> None:
    seen = report("a", "2025-01-02", says(LOAN, voices=(voice("our reporter on the quay", "unnamed"),)))
    other = report("b", "2025-01-02", says(LOAN, voices=(voice("a Template Times reporter", "unnamed"),)))
    named = report("c", "2025-01-01", says(LOAN), outlet="Template Times")
    assert roots(seen, other, named) == ["Outlet of a", "Template Times"]


@pytest.mark.parametrize("name", ["the agency", "a newspaper", "they", "his government"])
def test_who_is_named_by_no_name_adds_no_root_to_one_that_is(name: str) -> None:
    assert roots(cites_at_once("a", "2025-01-02", ("Port Office", "institution"), (name, "outlet"))) == ["Port Office"]


def test_a_spokesman_his_ministry_and_the_ministry_of_the_country_are_one_through_each_other() -> None:
    with_him = cites_at_once("a", "2025-01-02", ("the Harbour Ministry", "institution"))
    without = cites_at_once("b", "2025-01-03", ("Borduria's Harbour Ministry", "institution"), outlet="Red Star")
    shorter = cites_at_once("c", "2025-01-03", ("the ministry", "institution"), outlet="Blue Star")
    assert len(roots(with_him, without, shorter)) == 1


def test_a_ministry_of_a_trade_is_of_no_state_by_that_name() -> None:
    one = cites_at_once("a", "2025-01-02", ("the Bordurian Ministry of Energy", "institution"))
    two = cites_at_once("b", "2025-01-03", ("the Sylvanian Ministry of Energy", "institution"), outlet="Red Star")
    assert len(roots(one, two)) == 2


def test_and_within_an_office_joins_no_two_sources() -> None:
    assert parts("the minister of food and fisheries") == ("the minister of food and fisheries",)
    assert parts("the minister of food and the port office") == ("the minister of food", "the port office")


def test_a_city_speaks_for_the_ministry_that_sits_in_it() -> None:
    seated = cites_at_once("a", "2025-01-02", ("the Harbour Ministry in Szohod", "institution"))
    city = cites_at_once("b", "2025-01-03", ("Szohod", "institution"), outlet="Red Star")
    assert len(roots(seated, city)) == 1
