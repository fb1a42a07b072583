"""Laws of times, by hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.domain.time import TimeExpression, interval

Find = Callable[..., tuple[TimeExpression, ...]]
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
DAYWISE = ["yesterday", "today", "tomorrow", "three days ago", "12 days ago", "recent days", "the coming days"]
ANY = [
    "last month", "this week", "next year", "on Tuesday", "on Friday", "in January", "on March 3", "this summer",
    "last winter", "in the first quarter", "two weeks ago", "a decade ago", "the past ten years", "in the 1990s",
    "on December 19, 2024", "between 2018 and 2019", "since 2006", "on Christmas Day", "the end of the year",
    "Friday night", "at 9 a.m.", "months ago", "hours ago", "this weekend", "Feb. 29", "31 June", "next quarter",
]  # fmt: skip


@given(day=DAYS, shift=st.integers(0, 400), words=st.sampled_from(DAYWISE))
def test_shifting_publication_by_n_days_shifts_relative_days_by_n(
    find: Find, day: date, shift: int, words: str
) -> None:
    moved = timedelta(shift)
    for here, there in zip(find(f"Then {words}."[5:], day), find(f"Then {words}."[5:], day + moved), strict=True):
        assert (here.earliest, here.latest) != (None, None)
        assert here.earliest is None or there.earliest == here.earliest + moved
        assert here.latest is None or there.latest == here.latest + moved


@given(day=DAYS, words=st.lists(st.sampled_from(ANY + DAYWISE), min_size=1, max_size=4))
def test_an_interval_holds_its_value_and_every_span_gives_its_words_back(
    find: Find, day: date, words: list[str]
) -> None:
    text = "They met " + ", and ".join(words) + "."
    for time in find(text, day):
        assert time.span.of(text) == time.text
        days = interval(time.value)
        if days is not None:
            assert time.earliest is None or time.earliest <= days[0]
            assert time.latest is None or days[1] <= time.latest or "since" in text
            assert not (time.earliest and time.latest) or time.earliest <= time.latest


@given(day=DAYS, text=st.text(alphabet=st.sampled_from("0123456789-/.,: 'MayJanofthe\u2013$%\n"), max_size=60))
def test_no_text_breaks_the_reading_and_no_two_times_meet(find: Find, day: date, text: str) -> None:
    times = find(text, day)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
