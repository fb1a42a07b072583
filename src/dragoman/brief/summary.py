"""The half page on top: who wants what, what is on the table, what is agreed and disputed, what changed last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.brief.content import Group, Line, Lines, Section, Tag, Tone
from dragoman.brief.days import interval, span_days
from dragoman.brief.material import Material, families
from dragoman.brief.positions import agreement_name, best_first, position_line
from dragoman.brief.wording import matter, telling
from dragoman.domain.claim import Claim, SideOf, Status
from dragoman.domain.situation import Position

ACTORS, TABLE, CLAIMS, CHANGES = 5, 2, 3, 5
FIRST, OTHERS = 2, 1
"""How many wants the first two actors show, and the others."""
RECENT_DAYS = 45
"""A happening whose interval is longer than this is no news."""
_ALONE = ("AID", "MOBILIZE", "RETREAT", "SANCTION")
"""What an actor may do to nobody in particular."""
_WANTS = ("want", "oppose", "fear")
_TABLE = (
    ("Offers", ("offer", "accept")),
    ("Demands", ("demand",)),
    ("Refusals and threats", ("refuse", "threaten")),
    ("Plans", ("plan",)),
)


def summary(material: Material) -> Section:
    """The section on top."""
    blocks = (_wants(material), _table(material), _agreed(material), _changes(material))
    return Section("in-brief", "In brief", blocks)


def _held(material: Material, stances: tuple[str, ...], *, earlier: bool = False) -> list[Position]:
    """Positions that still stand, or with `earlier` those that do not, if they say what about; best attested first."""
    held = material.situation
    found = [
        p
        for p in held.positions
        if p.stance in stances
        and (p.held == "earlier") is earlier
        and any(telling(held.statements[s]) for s in p.statements)
    ]
    return sorted(found, key=lambda p: _weight(material, p), reverse=True)


def _weight(material: Material, position: Position) -> tuple[int, bool, int, str]:
    """How much a position deserves room: reports that give it, what is known of it, its day."""
    best = material.situation.statements[best_first(material, position.statements)[0]]
    reports = {material.situation.report_of[s] for s in position.statements}
    told = best.object is not None and len(best.object.text.split()) > 1
    return len(reports), told, (position.latest or date.min).toordinal(), position.matter


def _wants(material: Material) -> Lines:
    """What the busiest actors want; of one that wants nothing now, what it demands, else what it wanted last."""
    ranked = (_held(material, _WANTS), _held(material, ("demand",)), _held(material, _WANTS, earlier=True))
    groups: list[Group] = []
    for actor in material.situation.actors:
        own = next((mine for held in ranked if (mine := [p for p in held if p.actor == actor.id])), [])
        if own and len(groups) < ACTORS:
            most = FIRST if len(groups) < 2 else OTHERS
            lines = tuple(position_line(material, p, headed=True) for p in own[:most])
            groups.append(Group(material.name(actor.id), lines, len(own) - len(lines)))
    return Lines("Who wants what", tuple(groups), "No report says what anybody wants.")


def _table(material: Material) -> Lines:
    groups = []
    for title, stances in _TABLE:
        held = _held(material, stances)
        if held:
            lines = tuple(position_line(material, p) for p in held[:TABLE])
            groups.append(Group(title, lines, len(held) - len(lines)))
    return Lines("On the table", tuple(groups), "No offer, demand, refusal or plan was found.")


def _agreed(material: Material) -> Lines:
    claims = material.situation.claims
    firm = [c for c in claims if c.status is Status.CORROBORATED]
    firm.sort(key=lambda c: (-len({r.name for r in c.roots if r.named}), -(c.latest or date.min).toordinal(), c.id))
    open_ = [c for c in claims if c.status in (Status.DISPUTED, Status.POSSIBLE_CONFLICT)]
    open_.sort(key=lambda c: (c.status is not Status.DISPUTED, -len(c.statements), c.id))
    several = [c for c in claims if c.status is Status.INDEPENDENCE_UNKNOWN]
    several.sort(key=lambda c: (-len(c.roots), -(c.latest or date.min).toordinal(), c.id))
    groups = []
    for title, held, put in (
        ("Independent roots agree", firm, _firm),
        ("Several voices, independence unknown", several[: 0 if firm else None], _several),
        ("Disputed", open_, _open),
    ):
        if held:
            lines = tuple(put(material, c) for c in held[:CLAIMS])
            groups.append(Group(title, lines, len(held) - len(lines)))
    note = "" if firm or not claims else "No claim rests on two named roots that are known to be independent."
    return Lines("Agreed and disputed", tuple(groups), "No claim is disputed.", note)


def _firm(material: Material, claim: Claim) -> Line:
    line = material.claim_line(claim, status=False)
    named = len({(r.name, r.kind) for r in claim.roots if r.named})
    return replace(line, tags=(*line.tags, Tag(f"{named} root{'' if named == 1 else 's'}", Tone.FIRM)))


def _several(material: Material, claim: Claim) -> Line:
    return material.claim_line(claim, status=False)


def _open(material: Material, claim: Claim) -> Line:
    line = material.claim_line(claim)
    against = sum(s.side is SideOf.AGAINST for s in claim.statements)
    return replace(line, tags=(*line.tags, Tag(f"{against} against", Tone.CONFLICT))) if against else line


def _changes(material: Material) -> Lines:
    found: list[tuple[date, Line]] = []
    by_id = {c.id: c for c in material.situation.claims}
    events = families(material, (by_id[h.claim] for h in material.situation.timeline if h.claim in by_id))
    for claim, *siblings in events:
        if _news(material, claim):
            found.append((claim.latest or date.min, material.claim_line(claim, siblings=tuple(siblings))))
    for agreement in material.situation.agreements:
        for step in agreement.steps:
            if _recent(material, step.earliest, step.latest):
                text = f"Agreement of {agreement_name(material, agreement)}: {matter(step.status)}"
                line = material.line((step.statement,), text=text, when=interval(step.earliest, step.latest))
                found.append((step.latest or date.min, line))
    found.sort(key=lambda item: (-item[0].toordinal(), item[1].text))
    lines = tuple({line.text: line for _, line in found}.values())
    group = Group("", lines[:CHANGES], max(0, len(lines) - CHANGES))
    return Lines("What changed last", (group,) if lines else (), "No dated event was found.")


def _recent(material: Material, earliest: date | None, latest: date | None) -> bool:
    if earliest is None or latest is None or latest > material.now:
        return False
    return span_days(earliest, latest) <= RECENT_DAYS


def _news(material: Material, claim: Claim) -> bool:
    """True for a dated act of a known actor that is neither denied nor only planned, and says to whom or what."""
    statement = material.situation.statements[claim.headline]
    done = str(statement.realis) == "actual" and str(statement.polarity) == "positive"
    told = claim.other is not None or (claim.type in _ALONE and telling(statement))
    known_actor = claim.actor is not None and claim.kind == "event"
    return known_actor and done and told and _recent(material, claim.earliest, claim.latest)
