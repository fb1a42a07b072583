"""To which side a weekday or a month lies, by what its clause says: published on Wednesday 5 March 2025."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.domain.report import Report
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.context import Context
from dragoman.statements.times import find_times

if TYPE_CHECKING:
    from dragoman.settings import Settings


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy will arrive on Friday.", "2025-03-07"),
        ("The envoy arrived on Friday.", "2025-02-28"),
        ("The deadline is Friday.", "2025-03-07"),
        ("The meeting was on Friday.", "2025-02-28"),
        ("The vote could come on Friday.", "2025-03-07"),
        ("A rally planned for Tuesday was cancelled.", "2025-03-04"),
        ("The envoy plans to leave on Tuesday.", "2025-03-11"),
        ("No one could be reached on Friday.", "2025-02-28"),
        ("Neither side could be reached on Friday.", "2025-02-28"),
        ("The envoys have met since Thursday.", "2025-02-27"),
        ("The court's term ends in June.", "2025-06"),
        ("The court's term ended in June.", "2024-06"),
    ],
)
def test_the_clause_says_to_which_side_a_day_lies(settings: Settings, text: str, value: str) -> None:
    report = Report("made", "made", text, find_blocks(text), published=date(2025, 3, 5))
    times = find_times(Context(report, settings.parser.parse(chunks(report))))
    assert [t.value for t in times] == [value]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("One day he will return.", ["FUTURE_REF"]),
        ("One Friday evening he was shot.", ["XXXX-WXX-5TEV"]),
        ("They hope for a brighter tomorrow.", ["FUTURE_REF"]),
        ("They skip the debate tomorrow night.", ["2025-03-06TNI"]),
        ("The October War began.", []),
        ("He chairs the March 14 Alliance.", []),
        ("Vision 2030 is a plan of the kingdom.", []),
        ("The fall in prices hurt.", []),
        ("The Sept. 11 attacks shook them.", ["2024-09-11"]),
        ("He came for the third time in as many days.", []),
        ("It is a year-round festival.", []),
        ("The bell rang 24 hours a day.", []),
        ("They met on June 3 and 7.", ["2024-06-03", "2024-06-07"]),
        ("It struck at 10:35 a.m. (0735 GMT) on Tuesday.", ["2025-03-04T10:35", "2025-03-04T07:35", "2025-03-04"]),
        ("It was signed on Friday, Aug. 7, two thirds said.", ["2026-08-07"]),
    ],
)
def test_what_looks_like_a_day_is_read_with_its_words(settings: Settings, text: str, values: list[str]) -> None:
    """7 August is a Friday in 2026, and in neither 2024 nor 2025."""
    report = Report("made", "made", text, find_blocks(text), published=date(2025, 3, 5))
    times = find_times(Context(report, settings.parser.parse(chunks(report))))
    assert [t.value for t in times] == values
