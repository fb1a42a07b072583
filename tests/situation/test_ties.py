"""Since when a tie holds, as coarsely as a text tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.domain.statement import Kind, Role, Words
from dragoman.domain.time import Grain
from dragoman.situation import assemble
from tests.situation.making import Countries, on, report, says


def test_a_tie_told_to_begin_in_a_month_begins_in_that_month_and_on_none_of_its_days() -> None:
    month = replace(on("2013-09-01", "2013-09-30"), value="2013-09", grain=Grain.MONTH)
    told = says("arms", kind=Kind.TIE, type="allied", actor="SYL", other="RUR", time=month)
    dated = says("the port", kind=Kind.TIE, type="hosts", actor="SYL", other="RUR", time=on("2013-09-01"))
    found = assemble([report("a", "2014-05-01", told, dated)], Countries(), as_of=date(2025, 1, 1))
    assert {t.kind: (t.since, t.since_edtf) for t in found.ties} == {
        "allied": (date(2013, 9, 1), "2013-09"),
        "hosts": (date(2013, 9, 1), None),
    }


def test_holding_much_of_a_land_is_no_tie_to_whoever_governs_it() -> None:
    told = says("held", kind=Kind.TIE, type="controls", other=None)
    part = Role(None, None, None, "much of northern Borduria", told.span)
    held = replace(told, recipient=part, object=Words(told.span, "much of northern Borduria"))
    found = assemble([report("a", "2014-05-01", held)], Countries())
    assert [(t.second, t.about) for t in found.ties] == [(None, "much of northern Borduria")]


def test_a_tie_told_of_as_past_is_over_and_ends_the_one_told_of_as_held() -> None:
    held = says("arms", kind=Kind.TIE, type="allied", actor="SYL", other="RUR")
    past = replace(held, past=True)
    found = assemble([report("a", "2014-05-01", held), report("b", "2016-05-01", past)], Countries())
    assert [(t.over, t.since, t.until) for t in found.ties] == [
        (False, date(2014, 5, 1), date(2016, 5, 1)),
        (True, date(2016, 5, 1), None),
    ]
