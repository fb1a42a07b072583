"""Amounts by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.report import Report
from dragoman.domain.text import Span
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.amounts import amounts_of, find_amounts
from dragoman.statements.context import Context
from dragoman.statements.times import find_times

if TYPE_CHECKING:
    from dragoman.settings import Settings

pytestmark = pytest.mark.model
Find = Callable[[str], tuple[Amount, ...]]


def context(settings: Settings, text: str) -> Context:
    report = Report("made", "made", text, find_blocks(text), published=date(2025, 3, 5))
    return Context(report, settings.parser.parse(chunks(report)))


@pytest.fixture(scope="session")
def find(settings: Settings) -> Find:
    def found(text: str) -> tuple[Amount, ...]:
        given_ = context(settings, text)
        return find_amounts(given_, find_times(given_))

    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "qualifier"),
    [
        ("It paid approximately $120 million.", "approximately $120 million", 120e6, "USD", Qualifier.ABOUT),
        ("It bought over $70 million worth of flats.", "over $70 million worth", 70e6, "USD", Qualifier.OVER),
        ("It sent the equivalent of $9 million.", "the equivalent of $9 million", 9e6, "USD", Qualifier.EQUIVALENT),
        ("It earns \u20ac3bn.", "\u20ac3bn", 3e9, "EUR", Qualifier.EXACT),
        ("The fine was C$5 million.", "C$5 million", 5e6, "CAD", Qualifier.EXACT),
        ("It cost 500 million Syrian pounds.", "500 million Syrian pounds", 500e6, "SYP", Qualifier.EXACT),
        ("It cost at least 20 Kuwaiti dinars.", "at least 20 Kuwaiti dinars", 20, "KWD", Qualifier.AT_LEAST),
        ("It sold 6 Su-35S fighter jets.", "6 Su-35S fighter jets", 6, "jet", Qualifier.EXACT),
        ("Some 2.7 million refugees fled.", "Some 2.7 million refugees", 2.7e6, "refugee", Qualifier.ABOUT),
        ("It sent up to 30,000 troops.", "up to 30,000 troops", 30000, "troop", Qualifier.AT_MOST),
        ("About a dozen soldiers died.", "About a dozen soldiers", 12, "soldier", Qualifier.ABOUT),
        ("No more than 100 people came.", "No more than 100 people", 100, "person", Qualifier.AT_MOST),
        ("It lost 500 or so men.", "500 or so men", 500, "man", Qualifier.ABOUT),
        ("It holds only 5% of the shares.", "only 5%", 5, "%", Qualifier.EXACT),
        ("It laid 200 km of cable.", "200 km", 200, "kilometre", Qualifier.EXACT),
        ("It sent half a million tons.", "half a million tons", 500000, "ton", Qualifier.EXACT),
    ],
)
def test_an_amount_has_value_unit_and_qualifier(
    find: Find, text: str, words: str, value: float, unit: str, qualifier: Qualifier
) -> None:
    (amount,) = find(text)
    assert (amount.text, amount.value, amount.unit, amount.qualifier) == (words, value, unit, qualifier)


def test_billions_in_debt_are_at_least_one_billion_of_an_unsaid_currency(find: Find) -> None:
    (amount,) = find("The old ministry left billions in debt behind.")
    assert (amount.value, amount.low, amount.unit, amount.of) == (None, 1e9, "XXX", "debt")
    assert amount.flags == ("currency not said",)


def test_hundreds_of_thousands_are_at_least_a_hundred_thousand(find: Find) -> None:
    (amount,) = find("Hundreds of thousands of refugees fled.")
    assert (amount.value, amount.low, amount.unit, amount.qualifier) == (None, 1e5, "refugee", Qualifier.VAGUE)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It bought 5-10 ships.", 5, 10, "ship"),
        ("It costs between $5 million and $10 million.", 5e6, 10e6, "USD"),
        ("It costs 5 to 10 million euros.", 5e6, 10e6, "EUR"),
        ("It grew from 5 to 7 percent.", 5, 7, "%"),
    ],
)
def test_a_range_has_bounds_and_no_value(find: Find, text: str, low: float, high: float, unit: str) -> None:
    (amount,) = find(text)
    assert (amount.value, amount.low, amount.high, amount.unit) == (None, low, high, unit)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It earns $3 billion a year.", "year"),
        ("It pumps 1,200 barrels per day.", "day"),
        ("Oil cost $70 a barrel.", "barrel"),
    ],
)
def test_an_amount_may_be_counted_by_time_or_thing(find: Find, text: str, per: str) -> None:
    assert [a.per for a in find(text)] == [per]


def test_a_share_says_of_what(find: Find) -> None:
    (share,) = find("It buys 5% of their yearly sales.")
    assert share.of == "their yearly sales"
    (fraction,) = find("Two-thirds of the fleet left.")
    assert (fraction.value, fraction.unit, fraction.of) == (66.6667, "%", "the fleet")


@pytest.mark.parametrize(
    "text",
    [
        "The Su-24, the MiG-31E, the S-300, the G7 and F-16s flew.",
        "Resolution 2254 and Article 5 are cited; flight 370 vanished.",
        "It all comes down to three things.",
        "One of the sources said one thing.",
        "The call took 40 minutes in 2012 and lasted five years.",
        "It lost 3-2.",
        "A second man came first.",
    ],
)
def test_names_enumerators_years_and_lengths_are_no_amounts(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit", "flags"),
    [
        ("It owes 1.234.567,89 euros.", 1234567.89, "EUR", ("separators",)),
        ("It owes 1,23 euros.", None, "EUR", ("separators",)),
        ("It owes " + "9" * 40 + " euros.", None, "EUR", ("too large",)),
        ("It owes 10^400 euros.", None, "EUR", ("too large",)),
        ("It owes 30 dinars.", 30, "XXX", ("currency not said",)),
        ("It owes $30.", 30, "USD", ("shared sign",)),
        ("It owes \u00a330.", 30, "GBP", ("shared sign",)),
        ("It owes US$30.", 30, "USD", ()),
        ("About 2,024 soldiers left.", 2024, "soldier", ()),
        ("In all, 2024 soldiers left.", 2024, "soldier", ()),
    ],
)
def test_a_doubtful_amount_is_flagged_or_has_no_value(
    find: Find, text: str, value: float | None, unit: str, flags: tuple[str, ...]
) -> None:
    (amount,) = find(text)
    assert (amount.value, amount.unit, amount.flags) == (value, unit, flags)


def test_an_amount_measures_the_event_that_governs_it(settings: Settings) -> None:
    text = "Ruritania paid $5 million after Freedonia lost 40 tanks."
    given_ = context(settings, text)
    amounts = find_amounts(given_, find_times(given_))
    by_word = {t.text: t.index for t in given_.parse.tokens}
    whole = Span(0, len(text))
    assert [a.unit for a in amounts_of(given_, amounts, by_word["paid"], whole)] == ["USD"]
    assert [a.unit for a in amounts_of(given_, amounts, by_word["lost"], whole)] == ["tank"]
    assert amounts_of(given_, amounts, by_word["paid"], Span(0, 9)) == ()


@given(text=st.text(alphabet=st.sampled_from("0123456789.,%$\u20ac^- bnmilsoefuro\n"), max_size=40))
def test_no_text_breaks_the_reading_and_spans_give_their_words_back(find: Find, text: str) -> None:
    found = find(text)
    for amount in found:
        assert amount.span.of(text) == amount.text
        assert amount.unit
        assert amount.value is None or abs(amount.value) <= 1e18
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It bought $70 million worth of flats.", "flats"),
        ("It gave $3 billion in aid.", "aid"),
        ("It paid $3 billion in March.", None),
    ],
)
def test_money_says_what_it_is_paid_in(find: Find, text: str, of: str | None) -> None:
    assert [a.of for a in find(text)] == [of]


def test_a_product_is_exact_and_a_count_needs_a_plural(find: Find) -> None:
    (amount,) = find("It would owe $65.4 billion.")
    assert amount.value == 65_400_000_000
    assert find("It was a 911 caller.") == ()
    assert [a.unit for a in find("Millions of Americans voted for 40 aircraft.")] == ["american", "aircraft"]
