"""What happened when, uncertain days as intervals."""

from __future__ import annotations

from datetime import date

from dragoman.brief.clauses import clip
from dragoman.brief.content import Bar, Group, Lines, Section, Timeline
from dragoman.brief.days import interval, span_days
from dragoman.brief.material import Material, families
from dragoman.domain.claim import Claim

BARS = 24
YEARS = 1500
"""A happening that is less sure than to this many days is drawn last."""
Family = tuple[Claim, ...]


def happenings(material: Material) -> Section:
    """The picture of dated happenings, the list behind it, and those without a day."""
    by_id = {c.id: c for c in material.situation.claims}
    every = families(material, (by_id[h.claim] for h in material.situation.timeline if h.claim in by_id))
    dated = [f for f in every if f[0].earliest and f[0].latest]
    undated = [f for f in every if not (f[0].earliest and f[0].latest)]
    dated.sort(key=lambda f: (f[0].earliest or date.min, f[0].latest or date.min, f[0].id))
    shown = _shown(material, dated)
    blocks = []
    if shown:
        bars = tuple(_bar(material, family) for family in shown)
        first, last = min(b.earliest for b in bars), max(b.latest for b in bars)
        told = f"{len(bars)} happenings, {interval(first, last)}; the list below has every one with its quotes."
        blocks.append(Timeline("What happened when", told, bars))
    lines = [material.claim_line(f[0], siblings=f[1:]) for f in dated]
    open_ = [material.claim_line(f[0], siblings=f[1:]) for f in undated]
    return Section(
        "timeline",
        "Timeline",
        (
            *blocks,
            Lines("In order of days", (Group("", tuple(lines)),) if lines else (), "No happening has a day."),
            Lines("Without a day", (Group("", tuple(open_)),) if open_ else (), "Every happening has a day."),
        ),
        "A dot is a day; a bar runs from the first to the last day that the text leaves open. "
        "Plans and forecasts stand on the day that they are for.",
    )


def _shown(material: Material, dated: list[Family]) -> list[Family]:
    """The best attested and best dated, in order of days."""

    def weight(family: Family) -> tuple[bool, bool, int, int, str]:
        claim = family[0]
        reports = {material.situation.report_of[s.statement] for s in claim.statements}
        length = _days(claim)
        return claim.actor is None, length > YEARS, -len(reports), length, claim.id

    best = sorted(dated, key=weight)[:BARS]
    return [family for family in dated if family in best]


def _days(claim: Claim) -> int:
    return span_days(claim.earliest, claim.latest) if claim.earliest and claim.latest else 0


def _bar(material: Material, family: Family) -> Bar:
    claim = family[0]
    assert claim.earliest and claim.latest
    return Bar(
        clip(material.claim_line(claim, siblings=family[1:]).text, 72),
        interval(claim.earliest, claim.latest),
        claim.earliest,
        claim.latest,
        claim.earliest == claim.latest,
    )
