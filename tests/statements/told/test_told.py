"""What is told and has no other code becomes a statement that rests on its word; what is no report does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import ASSERTED, Kind, Realis
from dragoman.domain.text import Span
from tests.statements.told.conftest import Read, Told

pytestmark = pytest.mark.model

TEXTS_PATH = Path(__file__).resolve().parents[2] / "texts" / "not_events.jsonl"
TELLS = {
    "The strike is over, the union's secretary declared on Monday.": "The strike is over",
    "The harbour master said that the ferry was back in service.": "the ferry was back in service",
    "All three shifts are back at work, the company confirmed.": "All three shifts are back at work",
    "Ruritania's reserves cover three weeks of imports, the governor admitted.": "Ruritania's reserves cover three weeks of imports",
    "The draft treaty gives Ruritania a veto over the tolls, a diplomat told the Courier.": (
        "The draft treaty gives Ruritania a veto over the tolls"
    ),
    "The minister told the Courier that 40,000 tonnes of wheat would arrive from Syldavia by the summer.": (
        "40,000 tonnes of wheat would arrive from Syldavia by the summer"
    ),
    "In the evening 203 passengers walked down the gangway at Strelsau.": (
        "In the evening 203 passengers walked down the gangway at Strelsau"
    ),
    "The toll on the bridge is to go, the prime minister said.": "The toll on the bridge is to go",
    "Most of the rounds on parade were dummies, the weekly says.": "Most of the rounds on parade were dummies",
    "The Ruritanian bid stands at 250 million crowns, the Courier reported.": (
        "The Ruritanian bid stands at 250 million crowns"
    ),
    "A memorial to the fishermen is to be unveiled in May, the court announced.": (
        "A memorial to the fishermen is to be unveiled in May"
    ),
    "The grain silo burned down in the night.": "The grain silo burned down in the night",
    "The water ministry of Ruritania puts the lake at four million tonnes.": "the lake at four million tonnes",
    "The ministry has spoken of seven dead.": "seven dead",
    "The General Staff reports the arrival of 24 unmanned aircraft.": "the arrival of 24 unmanned aircraft",
    "Among those who came home were four airmen, the mayor said.": "Among those who came home were four airmen",
    "It was the mayor's men who began the shooting, says the army.": "It was the mayor's men who began the shooting",
    '"Somebody paid 600,000 crowns for the three engineers," a negotiator said.': (
        "Somebody paid 600,000 crowns for the three engineers"
    ),
    "The reason is the sentencing of two surveyors for espionage, an official said.": (
        "The reason is the sentencing of two surveyors for espionage"
    ),
    "A leak made the hall unusable, according to the ministry.": "A leak made the hall unusable",
    "In the view of this newspaper the price is too low.": "the price is too low",
    "This reporter counted seven coffins.": "This reporter counted seven coffins",
    '"We shall receive 150 megawatts from Syldavia in the winter," the minister said.': (
        "We shall receive 150 megawatts from Syldavia in the winter"
    ),
    "Brr. He has been called back to Strelsau, his government announced.": ("He has been called back to Strelsau"),
    "Abroad: Ruritania expects 40,000 tonnes of wheat from Syldavia, its minister told the Courier.": (
        "Ruritania expects 40,000 tonnes of wheat from Syldavia"
    ),
    'The toll will end "at a date that suits Syldavia", the palace said.': (
        'The toll will end "at a date that suits Syldavia"'
    ),
    "Borduria has only oil that nobody else wants, the mayor said.": "Borduria has only oil that nobody else wants",
    "Membership would end in December, the mayor said.": "Membership would end in December",
    "Only weeks ago Syldavian barges came and went at Strelsau as they pleased.": (
        "Only weeks ago Syldavian barges came and went at Strelsau"
    ),
    "**Ruritania** has a fleet of eleven tugs.": "**Ruritania** has a fleet of eleven tugs",
    "Ruritania has silos in all three valleys: in the upper one, in the lower one and in the one between them.": (
        "Ruritania has silos in all three valleys"
    ),
}

SAYS_NOTHING = {
    "a question": "Does the draft treaty give Ruritania a veto over the tolls?",
    "a feeling": "The minister is very proud of Ruritania's new bridge.",
    "a view of what matters": "Ruritania's new bridge is a matter of great importance.",
    "a reading": "The delay shows how little Ruritania trusts the lock-keepers.",
    "a guess": "Perhaps the lock-keepers of Ruritania know better.",
    "what may be": "The lock-keepers of Ruritania might stay at home on Monday.",
    "the teller": "We walked down to the bridge of Strelsau before dawn.",
    "the telling": "The minister declined to comment on the lock-keepers' letter to Ruritania.",
    "a filler": "There were two hundred people at the bridge of Strelsau.",
    "no name and no number": "A band played and a child was sick.",
    "a headline without a verb": "No more toll for lock-keepers in Ruritania",
    "whose figure it is": "The water ministry of Ruritania gives its own number for the lake of Strelsau.",
    "a phrase of opinion": "The minister boasted of his eleven victories over the lock-keepers of Ruritania.",
    "a headline that asks": "Ruritania to close the lock of Strelsau?",
    "what is denied and told at once": "Ruritania's partner is no longer Syldavia but Borduria.",
    "a thought": "The minister believes that the reserves cover three weeks of imports.",
    "a wish": "The lock-keepers of Ruritania wish to be left in peace.",
    "a condition": "If the lock at Strelsau holds, the minister said.",
    "a pointing word": "This has cost Ruritania dearly.",
    "a bare pronoun of number": "Many have left Ruritania for good reasons.",
    "what a question decides": "The toll of Ruritania depends on which of the two kings one asks.",
    "what is only going to be said": "The lock-keepers will object that Ruritania has closed the pier.",
    "what is not said": "The minister did not say when the lock-keepers of Ruritania would be paid in May.",
    "how well it went": "The minister said the meeting in Strelsau had gone well.",
    "what is to be filled in": "Ruritania handed [NUMBER] boats to Syldavia on Friday.",
    "what an announcement leads up to": "Every paper in Strelsau had one answer: Ruritania built the lock for itself.",
}


@pytest.mark.parametrize("text", TELLS)
def test_a_clause_is_told_with_its_own_words(text: str, told: Told) -> None:
    assert [s.quote for s in told(text)] == [TELLS[text]]


@pytest.mark.parametrize("what", SAYS_NOTHING)
def test_nothing_is_told_by(what: str, told: Told) -> None:
    assert [s.quote for s in told(SAYS_NOTHING[what])] == []


def test_it_interprets_nothing(told: Told) -> None:
    (one,) = told("Ruritania's reserves cover three weeks of imports, the governor admitted.")
    assert (one.kind, one.type) == (Kind.JUDGEMENT, ASSERTED)
    assert (one.recipient, one.matter, one.plover, one.whose, one.strength) == (None,) * 5


def test_it_names_its_word_its_object_and_its_voice(told: Told) -> None:
    (one,) = told("The draft treaty gives Ruritania a veto over the tolls, a diplomat told the Courier.")
    assert one.trigger is not None and one.trigger.text == "gives"
    assert one.object is not None and one.object.text == "a veto over the tolls"
    assert one.voices[-1].name == "a diplomat"
    assert one.attribution is not None


def test_the_subject_is_the_actor_where_it_has_a_name(told: Told) -> None:
    (one,) = told("Jordan lacks the money for the second pier, the harbour master said.")
    assert one.actor is not None and (one.actor.entity, one.actor.text) == ("JOR", "Jordan")
    (two,) = told("The strike is over, the union's secretary declared.")
    assert two.actor is None


def test_it_keeps_its_amounts_and_its_day(told: Told) -> None:
    (one,) = told("Some 200 travellers arrived in Strelsau on January 11 on the first boat, the harbour master said.")
    assert [(a.value, a.unit) for a in one.amounts] == [(200.0, "traveller")]
    assert one.time is not None and one.time.value == "2024-01-11"


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The shop in Strelsau has run dry, the mayor said.", Realis.ACTUAL),
        ("The wheat will arrive in Strelsau in May, the mayor said.", Realis.PREDICTED),
        ("The wheat is to arrive in Strelsau in May, the mayor said.", Realis.PREDICTED),
        ("The mayor said that the wheat would arrive in Strelsau in May.", Realis.PREDICTED),
        ("The mayor said that the wheat would arrive in Strelsau if the road was dry.", Realis.CONDITIONAL),
        ("The draft would give Ruritania a veto, a diplomat said.", Realis.CONDITIONAL),
    ],
)
def test_what_is_to_come_is_no_fact(text: str, realis: Realis, told: Told) -> None:
    assert [s.realis for s in told(text)] == [realis]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ferry is not back in service, the harbour master said.", Polarity.NEGATIVE),
        ("Ruritania no longer fills its lakes in winter, the harbour master said.", Polarity.NEGATIVE),
        ("From May the farmers will cross the bridge for nothing, the mayor said.", Polarity.POSITIVE),
    ],
)
def test_denial_is_read_and_at_no_price_denies_nothing(text: str, polarity: Polarity, told: Told) -> None:
    assert [s.polarity for s in told(text)] == [polarity]


def test_what_has_a_code_is_told_once(read: Read) -> None:
    found = read("Ruritania has closed the Strelsau bridge to lorries from Syldavia, the ministry said.").statements
    assert {s.kind for s in found} == {Kind.EVENT}


def test_the_chain_of_voices_is_kept(told: Told) -> None:
    (one,) = told("The silo is empty, the Courier reported, citing two officials.")
    assert [v.name for v in one.voices][-1] == "two officials"


def test_ids_are_unique_and_the_list_follows_the_text(read: Read) -> None:
    text = (
        "The silo at Strelsau is empty, the mayor said. Syldavian troops attacked Ruritania on Friday. "
        "The bridge is open again, the ministry said."
    )
    found = read(text).statements
    assert len({s.id for s in found}) == len(found) >= 3
    assert [s.span.start for s in found] == sorted(s.span.start for s in found)
    assert all(s.span.of(text) == s.quote for s in found)


def test_a_dateline_is_no_part_of_it(told: Told) -> None:
    (one,) = told("SZOHOD, Sept 12 (Sample Wire) - Borduria has zinc for five weeks, the ministry said.")
    assert one.quote == "Borduria has zinc for five weeks"
    assert one.actor is not None and one.actor.text == "Borduria"


def test_a_dateline_without_a_city_is_no_part_of_it(told: Told) -> None:
    (one,) = told("Oct 9 (Sample Wire) - The strike in the Coliflor valley is over, the union said on Sunday.")
    assert one.quote == "The strike in the Coliflor valley is over"


def test_that_is_no_part_of_what_is_told(told: Told) -> None:
    text = "The ministry has said only that the pier is shut."
    (one,) = told(text)
    assert one.span == Span(text.index("the pier"), len(text) - 1)


TEXTS = (
    "Ruritania handed two boats to Syldavia.",
    "A ridge of high pressure over Ruritania will push the Syldavian cold front out to sea by Tuesday.",
    "Ruritania Hill and Syldavia Wood were married on Saturday; Borduria, their spaniel, carried the rings.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_names_no_source_and_no_day_or_tells_of_weather_and_weddings_is_no_report(text: str, loose: Told) -> None:
    assert loose(text) == ()


def test_what_the_author_tells_by_the_way_is_told_on_his_own_word(told: Told) -> None:
    found = told("The minister praised Jan Placeholder, who left Strelsau on January 11 with three trunks.")
    assert [s.quote for s in found] == ["Jan Placeholder, who left Strelsau on January 11 with three trunks"]
    assert found[0].voices == () and found[0].time is not None and found[0].time.value == "2024-01-11"


@pytest.mark.parametrize(
    "text",
    [
        "The minister praised the man who left Strelsau on January 11.",
        "The minister praised Jan Placeholder, who likes Strelsau.",
        "The minister praised Jan Placeholder, who might leave Strelsau on January 20.",
    ],
)
def test_what_singles_out_or_has_no_day_is_not_told_by_the_way(text: str, told: Told) -> None:
    assert told(text) == ()


def test_a_word_of_sport_beside_it_does_not_silence_what_somebody_says(told: Told) -> None:
    text = "The toll on the bridge will end on June 3, the palace said. The king took part in a regatta on Sunday."
    assert [s.quote for s in told(text)] == ["The toll on the bridge will end on June 3"]


def test_no_speaker_is_the_he_of_his_own_words(told: Told) -> None:
    found = told('"He left his keys on the pier at Strelsau," Colonel Jan Placeholder told the Courier.')
    assert [(s.quote, s.actor) for s in found] == [("He left his keys on the pier at Strelsau", None)]


def test_of_a_hundred_texts_that_are_no_reports_few_tell_anything(loose: Told) -> None:
    rows = (json.loads(line) for line in TEXTS_PATH.read_text(encoding="utf-8").splitlines())
    assert sum(bool(loose(row["text"])) for row in rows) <= 7


def test_a_text_without_an_outlet_that_names_its_day_is_a_report(loose: Told) -> None:
    assert [s.quote for s in loose("The Ruritanian grain silo burned down on Friday.")] == [
        "The Ruritanian grain silo burned down on Friday"
    ]


HEADLINES = {
    "Tanks still in place, institute says": ("Tanks still in place", Realis.ACTUAL),
    "Gas transit fee to rise to 4.10 talers, minister says": (
        "Gas transit fee to rise to 4.10 talers",
        Realis.PREDICTED,
    ),
    "Ruritania to keep Strelsau base for 15 years": ("Ruritania to keep Strelsau base for 15 years", Realis.PREDICTED),
    "Ruritania close to quitting the toll union": ("Ruritania close to quitting the toll union", Realis.PREDICTED),
    "Strelsau bridge in flames after a day": ("Strelsau bridge in flames after a day", Realis.ACTUAL),
    "Syldavian barge leaves Strelsau": ("Syldavian barge leaves Strelsau", Realis.ACTUAL),
    "Japanese emperor expected in June": ("Japanese emperor expected in June", Realis.PREDICTED),
}


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_that_names_it_all_tells_it(line: str, told: Told) -> None:
    found = told(f"{line}\n\nThe mayor of Hofbau was at home. The mayor of Hofbau was asleep.\n")
    assert [(s.quote, s.realis) for s in found if s.span.end <= len(line)] == [HEADLINES[line]]


def test_an_announcement_tells_what_will_be(told: Told) -> None:
    found = told("The strike followed an announcement by Ruritania that it would begin repairs at Strelsau in May.")
    assert {s.quote: s.realis for s in found}["it would begin repairs at Strelsau in May"] is Realis.PREDICTED


def test_a_thing_that_amounts_to_something_is_no_party(told: Told) -> None:
    found = told("Ruritania has inherited a pier. The governor said that it measured 300 metres.")
    assert {s.quote: s.actor for s in found}["it measured 300 metres"] is None
