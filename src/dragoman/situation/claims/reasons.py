"""One sentence why a claim has its status."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.domain.claim import Root, Status
from dragoman.situation.claims.group import Group
from dragoman.situation.claims.odds import Odds
from dragoman.situation.claims.overtaken import Overtaking
from dragoman.situation.claims.status import Standing

_OVER = {
    Odds.POLARITY: "one says it is so, the other that it is not",
    Odds.BEARING: "one is for what the other is against",
    Odds.AMOUNT: "the figures cannot both be right",
    Odds.DOER: "another is said to have done it",
    Odds.PLACE: "it is told of two places",
    Odds.JUDGEMENT: "they judge the same thing in opposite ways, whatever the day",
}


def reason_of(
    status: Status, roots: Sequence[Root], standing: Standing | None, group_at: Callable[[int], Group]
) -> str:
    """A sentence in plain words; it names the roots, or the later claim and its day."""
    if standing is not None and status is Status.SUPERSEDED:
        return _superseded(standing.overtaken[-1], group_at(standing.overtaken[-1].later))
    if standing is not None and status is Status.DISPUTED:
        other, odds = standing.disputes[0]
        more = f", and {len(standing.disputes) - 1} more claims" if len(standing.disputes) > 1 else ""
        rival = "a rival judgement" if odds is Odds.JUDGEMENT else "a claim for the same time"
        return f"Disputed by {rival} from another root{_in(group_at(other))}{more}: {_OVER[odds]}."
    if standing is not None and status is Status.POSSIBLE_CONFLICT:
        other, odds = standing.doubts[0]
        return f"May conflict with another claim{_in(group_at(other))} ({_OVER[odds]}), but it is not sure that both speak of the same."
    names = "; ".join(name_root(r) for r in roots[:4]) + ("; ..." if len(roots) > 4 else "")
    if status is Status.CORROBORATED:
        return f"{sum(r.named for r in roots)} roots known to be independent say so: {names}."
    if status is Status.INDEPENDENCE_UNKNOWN:
        return f"{len(roots)} roots say so, but an unnamed one may be the same as another: {names}."
    return f"One root alone says so: {names}."


def name_root(root: Root) -> str:
    """The root as a reader would write it; for unnamed ones with the outlet that cites them."""
    return f"{root.name} (unnamed, cited by {root.via})" if not root.named else root.name


def _in(one: Group) -> str:
    report = one.head.report
    day = f" of {report.published.isoformat()}" if report.published is not None else ""
    name = report.outlet or (f"“{report.title}”" if report.title else report.id)
    return f" in {name}{day}"


def _superseded(over: Overtaking, later: Group) -> str:
    when = _day(later)
    if over.voice:
        return f"{over.voice} has since said otherwise{_in(later)}{when}."
    if over.odds in (Odds.FULFILLED, Odds.DONE):
        return f"What lay ahead has since been told as done{_in(later)}{when}."
    if over.odds is Odds.DROPPED:
        return f"What lay ahead has since been given up{_in(later)}{when}."
    return f"Overtaken by what is told{_in(later)}{when}: {_OVER[over.odds]}."


def _day(later: Group) -> str:
    """The day that the later claim tells of, where that is not its report's."""
    mark = later.days.mark
    return f", for {mark.isoformat()}" if mark is not None and mark != later.head.published else ""
