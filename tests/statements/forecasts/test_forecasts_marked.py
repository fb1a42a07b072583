"""Which statements are forecasts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.domain.report import Report
from dragoman.domain.statement import Forecast, Kind, Realis, Stance, Statement
from dragoman.domain.text import Span
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.context import Context
from dragoman.statements.forecasts import mark_forecasts
from dragoman.statements.times import find_times

if TYPE_CHECKING:
    from dragoman.settings import Settings

pytestmark = pytest.mark.model


def marked(
    settings: Settings, text: str, word: str, kind: Kind = Kind.EVENT, realis: Realis = Realis.ACTUAL
) -> Forecast | None:
    """The forecast of a statement whose trigger is `word`."""
    report = Report("made", "made", text, find_blocks(text), published=date(2024, 12, 19))
    context = Context(report, settings.parser.parse(chunks(report)))
    index = next(t.index for t in context.parse.tokens if t.text == word)
    type_ = Stance.WANT.value if kind is Kind.STANCE else "AGREE"
    statement = Statement("s1", Span(0, len(text)), text, kind, type_, None, trigger_index=index, realis=realis)
    (done,) = mark_forecasts(context, [statement], find_times(context))
    return done.forecast


@pytest.mark.parametrize(
    ("text", "word", "said", "vague"),
    [
        ("Ruritania will use its port to win a cheaper loan.", "use", "will", True),
        ("Ruritania could negotiate an amnesty.", "negotiate", "could", True),
        ("The interests would also likely intersect.", "intersect", "likely", False),
        ("The two are close to reaching an agreement.", "reaching", "close to", True),
        ("They may well leave, unless they sign a deal.", "leave", "may well", True),
        ("Ruritania is very likely to withdraw.", "withdraw", "very likely", False),
        ("It is unlikely that Ruritania will withdraw.", "withdraw", "unlikely", False),
        ("Ruritania would by no means replace them.", "replace", "by no means", True),
    ],
)
def test_what_will_be_is_a_forecast_with_its_word(
    settings: Settings, text: str, word: str, said: str, vague: bool
) -> None:
    found = marked(settings, text, word)
    assert found is not None
    assert (found.word, found.vague) == (said, vague)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ruritania plans to keep its bases.", "keep"),
        ("There are no guarantees that the talks will result in a deal.", "result"),
        ("The next moves could reveal whether the talks advance.", "reveal"),
        ("Rebels may have fired the rockets.", "fired"),
        ("Rebels probably fired the rockets.", "fired"),
        ("Rebels fired the rockets.", "fired"),
    ],
)
def test_plans_bounds_indicators_and_guesses_at_the_past_are_none(settings: Settings, text: str, word: str) -> None:
    assert marked(settings, text, word) is None


def test_a_wish_is_none_even_with_a_modal(settings: Settings) -> None:
    assert marked(settings, "They hope it will end.", "end", Kind.STANCE) is None
    assert marked(settings, "They hope it will end.", "end", realis=Realis.DESIRED) is None


def test_a_forecast_runs_to_its_day(settings: Settings) -> None:
    found = marked(settings, "The lease will likely lapse on January 1.", "lapse")
    assert found is not None
    assert (found.by, found.low, found.high) == (date(2025, 1, 1), 0.55, 0.80)
