"""Texts that are no prose, or prose with something in it: read in one go, every span inside, every record JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from dragoman import api
from dragoman.domain.reading import Reading
from dragoman.domain.report import BlockKind, Report
from dragoman.records import reading_record
from dragoman.reports import chunks
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

PROSE = "Egypt told Sudan on Monday that it would reject the offer of $3 million."
MANY = 100_000
RUNS = [
    "[", "(", "![", "](", "[](x", "![a](", "-", "=", "*", "_", "#", ".", '."', '"', "\u201c", "\u201c\u201d", "'", "$", ",",
    "e.g.", "a/b/", "@a.b", "&amp;", "\\", "x's", "\U0001f600", "\u0301", "a\u200d", "http://", "QUJD", "9", "1,", "2024-",
]  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_a_hundred_thousand_signs_without_a_space_leave_the_sentence_before_them(run: str) -> None:
    text = f"{PROSE}\n\n{(run * MANY)[:MANY]}"
    blocks = find_blocks(text)
    report = Report("x", "x", text, blocks)
    assert blocks[0].span.of(text) == PROSE
    assert chunks(report)[0].text == PROSE


@pytest.mark.parametrize("line", ["the minister of the {n}th Ruritania spoke", "one two three four five {n}"])
def test_thousands_of_lines_that_begin_alike_are_told_apart(line: str) -> None:
    lines = [line.format(n=n) for n in range(5_000)]
    text = "\n\n".join(lines)
    assert [b.span.of(text) for b in find_blocks(text)] == lines


@pytest.mark.parametrize("gap", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
def test_every_line_break_parts_paragraphs(gap: str) -> None:
    text = f"{PROSE}{gap}{gap}and then it went.{gap}{gap}{PROSE}"
    assert [b.span.of(text) for b in find_blocks(text)] == [PROSE, "and then it went.", PROSE]


def test_encoded_data_and_rulers_are_not_parsed() -> None:
    text = f"{'=' * 80}\n\n{PROSE}\n\n{'QUJDRA' * 60}=="
    report = Report("x", "x", text, find_blocks(text))
    assert [c.text for c in chunks(report)] == [PROSE]


def test_five_thousand_items_are_running_text() -> None:
    text = "\n".join(f"{n % 100}. {PROSE}" for n in range(5_000))
    assert {b.kind for b in find_blocks(text)} == {BlockKind.ITEM}


PIECES = [
    "Egypt ", "Sudan ", "said ", "\u201c", "\u201d", '"', "'", "\u2019", "(", ")", "[", "](x)", "\n", "\n\n", "\r", "\u2028", "\u200b",
    "\u200d", "\u00ad", "\u0301", "\U0001f600", "\u05e9\u05dc ", "\u5916\u52d9\u7701", "$5 million ", "5% ", "1 000 ", "1'000 ", "2024 ",
    "on Monday ", "31 February ", "between ", "and ", "to ", "-", "\u2026", ".", "?", ": ", "according to ", "it ", "that ", "unless ",
    "not ", "may ", "refused ", "talks ", "the ministry of ", "**", "# ", "> ", "1. ", "http://a.b/c ", "&amp;", "\x00", "\x0c", "\x1b[31m",
    "\ufffd", "\U0010ffff", "\ufb01", "\u0130", "\u00bd", "\u0663", "\uff11", "U.S. ", "Q: ", "|", "\t", "\u00a0", "\u202e", "a year ago ",
    "citing ", "reportedly ", "=" * 60, "x" * 400, "10^9 ", "-5% ", "5\u20ac ", "half of ",
]  # fmt: skip


def spans(record: Any) -> Iterator[tuple[int, int, str | None]]:
    """Every span of a record, with the words it claims to hold."""
    if isinstance(record, dict):
        if "start" in record and "end" in record:
            yield record["start"], record["end"], record.get("quote", record.get("text"))
        for value in record.values():
            yield from spans(value)
    elif isinstance(record, list):
        for value in record:
            yield from spans(value)


@pytest.mark.model
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=60))
@limits(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_read_every_span_lies_in_the_text_and_every_record_is_json(
    settings: Settings, pieces: list[str]
) -> None:
    check(settings, "".join(pieces))


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"\u201cWe will not go to place {n}." for n in range(50)),
        "\u201c" + "\n\n".join(f"We will go to Sudan {n}. He denied it." for n in range(50)) + "\u201d",
        " ".join("\u201cHe said \u2018no" for _ in range(50)),
        "\n".join(f"MR. SMITH {n}: We want talks.\nQ: What about Iran?\nA: No." for n in range(50)),
        "\n\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},999\nEgypt said no to Sudan" for n in range(50)),
        "\n".join(f'{n},Egypt,Sudan,2024-01-{n % 28 + 1:02},"said, no",{n * 3.5}' for n in range(50)),
        "\n".join(f"def f{n}(self, x): return self.y[{n}] if x else None  # say" for n in range(50)),
        json.dumps([{"a": n, "b": "Egypt said no", "c": [1, {"d": None}]} for n in range(50)]),
        f"From: a@b.org\nSubject: Re: Egypt\n\n> > {PROSE}\n> On Monday he wrote:\n\n-- \nx",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 50,
        "".join(f"{c}\u0301\u0302\u0303" for c in PROSE),
        "E\u200bgypt to\u200dld Su\u2060dan no.",
        f"{PROSE} \u041c\u0438\u043d\u0438\u0441\u0442\u0440. \u0648\u0632\u0627\u0631\u0629. \u5916\u52d9\u7701\u306f\u3002",
        PROSE.upper(),
        "He said " * 400,
    ],
)
def test_what_is_no_news_report_is_read_all_the_same(settings: Settings, text: str) -> None:
    check(settings, text)


def check(settings: Settings, text: str) -> None:
    for day in (None, date(1605, 1, 1), date(2025, 3, 5)):
        reading = api.read_report(Report("x", "x", text, find_blocks(text), published=day), settings)
        record = reading_record(reading, with_text=True)
        for start, end, words in spans({k: v for k, v in record.items() if k != "report"}):
            assert 0 <= start < end <= len(text)
            assert words is None or words == text[start:end]
        assert json.loads(json.dumps(record, ensure_ascii=False, allow_nan=False).encode()) == record
        held(reading)


def held(reading: Reading) -> None:
    """Nothing comes from outside the body, and no interval is upside down."""
    around = [b.span for b in reading.report.blocks if not b.kind.body]
    assert not any(a.meets(s.span) for s in reading.statements for a in around)
    assert all(t.earliest <= t.latest for t in reading.times if t.earliest and t.latest)
    assert all(a.low <= a.high for a in reading.amounts if a.low is not None and a.high is not None)
