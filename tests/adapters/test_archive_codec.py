"""Nouns to records and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.adapters.archive_codec import decode, encode
from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.attribution import Act, Attribution, Manner, Voice
from dragoman.domain.mention import VoiceKind
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, Report
from dragoman.domain.statement import Forecast, Statement
from dragoman.domain.text import Span
from dragoman.domain.time import Anchor, Grain, TimeExpression

spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda p: Span(min(p), max(p)))
st.register_type_strategy(Span, spans)
st.register_type_strategy(
    TimeExpression,
    st.builds(
        TimeExpression,
        spans,
        st.text(max_size=5),
        st.just("2025"),
        st.sampled_from(Grain),
        st.sampled_from(Anchor),
        st.dates(),
    ),
)
numbers = st.none() | st.floats(allow_nan=False)
st.register_type_strategy(
    Amount,
    st.builds(
        Amount, spans, st.text(max_size=5), numbers, numbers, numbers, st.just("USD"), st.sampled_from(Qualifier)
    ),
)
st.register_type_strategy(
    Forecast, st.builds(Forecast, st.text(max_size=5), numbers, numbers, st.none() | st.dates(), st.booleans())
)
statements = st.from_type(Statement)
reports = st.builds(
    Report,
    st.text(max_size=5),
    st.text(max_size=5),
    st.text(max_size=40),
    st.lists(st.from_type(Block), max_size=2).map(tuple),
    outlet=st.none() | st.text(max_size=5),
    published=st.none() | st.dates(),
)


@settings(max_examples=40, deadline=None)
@given(reports, st.lists(statements, max_size=3).map(tuple))
def test_any_reading_survives_json(report: Report, some: tuple[Statement, ...]) -> None:
    voice = Voice("officials", None, VoiceKind.UNNAMED)
    attribution = Attribution("a1", None, Span(0, 1), (Span(1, 2),), Act.SPEECH, Manner.MIXED, voice=voice)
    reading = Reading(report, attributions=(attribution,), statements=some)
    assert decode(Reading, json.loads(json.dumps(encode(reading)))) == reading


def test_fields_at_their_default_are_left_out_and_filled_in() -> None:
    amount = Amount(Span(0, 2), "$5", 5.0, None, None, "USD", Qualifier.EXACT)
    record = encode(amount)
    assert record == {
        "span": [0, 2],
        "text": "$5",
        "value": 5.0,
        "low": None,
        "high": None,
        "unit": "USD",
        "qualifier": "exact",
    }
    assert decode(Amount, record) == amount


def test_a_record_of_a_field_that_no_noun_has_is_refused() -> None:
    with pytest.raises((KeyError, TypeError)):
        decode(Voice, {"name": "x", "entity": None, "kind": "unnamed", "tone": "sharp"})


def test_days_and_closed_sets_come_back_as_what_they_were() -> None:
    time = TimeExpression(Span(0, 4), "2025", "2025", Grain.YEAR, Anchor.ABSOLUTE, date(2025, 1, 1), date(2025, 12, 31))
    back = decode(TimeExpression, encode(time))
    assert back.latest == date(2025, 12, 31)
    assert back.grain is Grain.YEAR
