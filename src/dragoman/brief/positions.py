"""What actors want, offer, demand, refuse and plan; the agreements between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.brief.content import Group, Line, Lines, Record, Section, Tag, Tone
from dragoman.brief.days import day, interval
from dragoman.brief.material import Material
from dragoman.brief.wording import matter, telling
from dragoman.domain.situation import AgreementState, Position


def position_line(material: Material, position: Position, *, headed: bool = False) -> Line:
    """A position by its best statement: the latest that names what it is about. `headed`: under its actor's name."""
    statements = best_first(material, position.statements)
    tags = []
    if position.strength == "red-line":
        tags.append(Tag("red line", Tone.CONFLICT))
    if position.held != "current":
        tags.append(Tag(position.held))
    if len(position.statements) > 1:
        tags.append(Tag(f"said {len(position.statements)} times"))
    since = f"since {day(position.since)}" if position.since and position.since != position.latest else ""
    return material.line(
        statements, under=position.actor if headed else None, when=since, tags=tags, record=_record(position)
    )


def best_first(material: Material, statements: Iterable[str]) -> tuple[str, ...]:
    """Those that name their object and their actor first, then the latest."""
    held = material.situation.statements

    def rank(name: str) -> tuple[bool, bool, bool]:
        s = held[name]
        return s.actor is None or s.actor.entity is None, not telling(s), str(s.factuality) == "uncommitted"

    return tuple(sorted(material.latest_first(statements), key=rank))


def positions(material: Material) -> Section:
    """Every position, by actor; then agreements."""
    situation = material.situation
    groups = []
    order = [a.id for a in situation.actors]
    held = sorted({p.actor for p in situation.positions}, key=lambda a: order.index(a) if a in order else len(order))
    for actor in held:
        own = [p for p in situation.positions if p.actor == actor]
        own.sort(key=lambda p: (p.held != "current", -(p.latest or date.min).toordinal(), p.matter, p.stance))
        groups.append(Group(material.name(actor), tuple(position_line(material, p, headed=True) for p in own)))
    return Section(
        "positions",
        "Positions and agreements",
        (
            Lines("Who stands where", tuple(groups), "No report gives anybody a position."),
            Lines(
                "Agreements",
                tuple(_agreement(material, a) for a in situation.agreements),
                "No report speaks of an agreement as a thing with a status.",
            ),
        ),
        "What each actor is said to want, oppose, offer, demand, refuse, threaten, accept, plan or fear, the latest first. "
        "\u201cEarlier\u201d means that a later statement replaced it; \u201ccontradicted\u201d, that another of the same day does.",
    )


def agreement_name(material: Material, agreement: AgreementState) -> str:
    """ "Russia and Syria (bases)"."""
    parties = " and ".join(material.name(p) for p in agreement.parties) or "parties not known"
    return f"{parties} ({matter(agreement.matter)})" if agreement.matter else parties


def _agreement(material: Material, agreement: AgreementState) -> Group:
    lines = [
        material.line(
            (step.statement,),
            text=f"{matter(step.status).capitalize()}",
            when=interval(step.earliest, step.latest),
            record={"agreement": agreement.id, "status": step.status},
        )
        for step in agreement.steps
    ]
    ends = f", next day {day(agreement.deadline)}" if agreement.deadline else ""
    if agreement.heirs:
        ends += f", passed on to {' and '.join(material.name(h) for h in agreement.heirs)}"
    return Group(f"{agreement_name(material, agreement)}: {matter(agreement.status)}{ends}", tuple(lines))


def _record(position: Position) -> Record:
    return {
        "actor": position.actor,
        "matter": position.matter,
        "stance": position.stance,
        "strength": position.strength,
        "polarity": position.polarity,
        "since": position.since.isoformat() if position.since else None,
        "latest": position.latest.isoformat() if position.latest else None,
        "claims": list(position.claims),
        "held": position.held,
    }
