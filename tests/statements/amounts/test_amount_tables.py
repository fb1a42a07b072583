"""The tables of amounts and numbers hold what the rules expect."""

from __future__ import annotations

from dragoman.domain.amount import Qualifier
from dragoman.statements.amounts import units
from dragoman.statements.times import numerals


def test_every_currency_is_a_code_of_three_letters() -> None:
    table = units.currencies()
    for part in ("signs", "dollar_prefixes", "codes", "of_country"):
        for code in table[part].values():
            assert isinstance(code, str) and len(code) == 3 and code.isupper()
    assert all(code == "" or (len(code) == 3 and code.isupper()) for code in table["names"].values())
    assert set(table["shared_signs"]) <= set(table["signs"])
    assert set(table["shared_names"]) <= set(table["names"])


def test_every_name_of_a_country_s_money_ends_in_a_known_name() -> None:
    table = units.currencies()
    assert {name.split()[-1] for name in table["of_country"]} <= set(table["names"]) | {"ruble"}


def test_every_qualifier_is_one() -> None:
    rows = units.words()
    for word in (*rows["before"].values(), *rows["after"].values()):
        assert Qualifier(word)


def test_numbers_rise() -> None:
    table = numerals.words()
    assert list(table["cardinals"].values()) == sorted(table["cardinals"].values())
    assert all(
        v > 0 for part in ("magnitudes", "vague_magnitudes", "fractions", "ordinals") for v in table[part].values()
    )
