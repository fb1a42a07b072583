"""A brief has room for a state of affairs told only where roots agree or contradict, or where numbers can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dragoman.brief.composing import outline
from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.claim import Claim, Root, SideOf, Status, Support
from dragoman.domain.situation import Situation
from dragoman.domain.statement import ASSERTED, Kind
from tests.brief.conftest import coded, report, span

TEXT = "The pier is 23 metres longer than it was."


def told(situation: Situation, status: Status, reports: Sequence[str], *, counted: bool) -> Situation:
    """The situation with one more claim: the pier is longer, in each of `reports`."""
    amount = Amount(span(TEXT, "23 metres"), "23 metres", 23, None, None, "metre", Qualifier.EXACT)
    amounts = (amount,) if counted else ()
    one = coded(TEXT, "s1", TEXT[:-1], Kind.JUDGEMENT, ASSERTED, trigger="is", amounts=amounts)
    names = [f"{r}#s1" for r in reports]
    root = Root("Example Gazette", "author", "Example Gazette")
    supports = tuple(Support(n, SideOf.FOR, root) for n in names)
    claim = Claim("t1", "judgement", ASSERTED, None, None, None, names[0], supports, (root,), status, "So it is told.")
    made = {r: report(r, TEXT, "Example Gazette", date(2025, 3, 4)) for r in reports}
    return replace(
        situation,
        statements={**situation.statements, **dict.fromkeys(names, one)},
        reports={**situation.reports, **made},
        report_of={**situation.report_of, **{n: n.split("#")[0] for n in names}},
        claims=(*situation.claims, claim),
    )


def shown(situation: Situation) -> bool:
    return any(line.quotes and line.quotes[0].startswith("gazette") for line in outline(situation).lines())


@pytest.mark.parametrize("status", [Status.CORROBORATED, Status.DISPUTED, Status.POSSIBLE_CONFLICT])
def test_what_roots_agree_or_contradict_each_other_on_is_shown(situation: Situation, status: Status) -> None:
    assert shown(told(situation, status, ["gazette"], counted=False))


def test_what_one_word_alone_tells_is_counted_and_not_shown(situation: Situation) -> None:
    held = told(situation, Status.SINGLE_ROOT, ["gazette"], counted=True)
    assert not shown(held)
    brief = outline(held)
    assert brief.subtitle == outline(situation).subtitle.replace("2 reports, 2 named", "3 reports, 3 named")
    notes = [getattr(b, "note", "") for s in brief.sections if s.id == "claims" for b in s.blocks]
    assert notes[0].startswith("One more thing is told on one word alone")


def test_numbers_of_two_reports_can_be_compared(situation: Situation) -> None:
    assert shown(told(situation, Status.SINGLE_ROOT, ["gazette-1", "gazette-2"], counted=True))
    assert not shown(told(situation, Status.SINGLE_ROOT, ["gazette-1", "gazette-2"], counted=False))


def test_a_brief_without_such_claims_says_nothing_of_them(situation: Situation) -> None:
    notes = [getattr(b, "note", "") for s in outline(situation).sections if s.id == "claims" for b in s.blocks]
    assert notes[0] == ""
