"""What happened when, uncertain days as intervals."""

from __future__ import annotations

from datetime import date

from dragoman.brief.content import Bar, Group, Lines, Section, Timeline
from dragoman.brief.days import interval
from dragoman.brief.material import Material
from dragoman.brief.mutual import once
from dragoman.brief.wording import clip
from dragoman.domain.claim import Claim
from dragoman.domain.situation import Happening

BARS = 24


def happenings(material: Material) -> Section:
    """The picture of dated happenings, the list behind it, and those without a day."""
    by_id = {c.id: c for c in material.situation.claims}
    kept = once(material, (by_id[h.claim] for h in material.situation.timeline if h.claim in by_id))
    ids = {c.id for c in kept}
    dated: list[tuple[Happening, Claim]] = []
    undated: list[tuple[Happening, Claim]] = []
    for happening in material.situation.timeline:
        if happening.claim in ids:
            known = happening.earliest and happening.latest
            (dated if known else undated).append((happening, by_id[happening.claim]))
    dated.sort(key=lambda item: (item[0].earliest or date.min, item[0].latest or date.min, item[1].id))
    shown = _shown(material, dated)
    blocks = []
    if shown:
        bars = tuple(_bar(material, h, c) for h, c in shown)
        first, last = min(b.earliest for b in bars), max(b.latest for b in bars)
        told = f"{len(bars)} happenings, {interval(first, last)}; the list below has every one with its quotes."
        blocks.append(Timeline("What happened when", told, bars))
    lines = [material.claim_line(c) for _, c in dated]
    open_ = [material.claim_line(c) for _, c in undated]
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


def _shown(material: Material, dated: list[tuple[Happening, Claim]]) -> list[tuple[Happening, Claim]]:
    """The best attested and best dated, in order of days."""

    def weight(item: tuple[Happening, Claim]) -> tuple[bool, bool, int, int, str]:
        happening, claim = item
        reports = {material.situation.report_of[s.statement] for s in claim.statements}
        assert happening.earliest and happening.latest
        length = (happening.latest - happening.earliest).days
        return claim.actor is None, length > 1500, -len(reports), length, claim.id

    best = sorted(dated, key=weight)[:BARS]
    return [item for item in dated if item in best]


def _bar(material: Material, happening: Happening, claim: Claim) -> Bar:
    assert happening.earliest and happening.latest
    return Bar(
        clip(material.claim_line(claim).text, 72),
        interval(happening.earliest, happening.latest),
        happening.earliest,
        happening.latest,
        happening.exact and happening.earliest == happening.latest,
    )
