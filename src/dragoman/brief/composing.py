"""The brief of a situation, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from dragoman.brief.amounts import amounts
from dragoman.brief.claims import claims
from dragoman.brief.content import Outline, Section, WholeText
from dragoman.brief.days import day, interval
from dragoman.brief.forecasts import forecasts
from dragoman.brief.gaps import gaps
from dragoman.brief.happenings import happenings
from dragoman.brief.material import Material, material
from dragoman.brief.network import network
from dragoman.brief.positions import positions
from dragoman.brief.quoting import quotes
from dragoman.brief.sources import sources
from dragoman.brief.summary import summary
from dragoman.domain.problem import Problem
from dragoman.domain.situation import Situation


def outline(
    situation: Situation,
    *,
    title: str | None = None,
    problems: Sequence[Problem] = (),
    with_texts: bool = False,
    sections: Sequence[Section] = (),
) -> Outline:
    """What a brief of `situation` says.

    `problems` are those of reports that could not be read; those of the readings are added. `sections` are put between
    the situation's own and the sources (what a graph model gives, for one). `with_texts` adds every canonical text.
    """
    quoted = quotes(situation)
    held = material(situation, quoted)
    every = (*problems, *(p for reading in situation.readings for p in reading.problems))
    own = (network, happenings, positions, claims, amounts, forecasts)
    texts = tuple(WholeText(r.id, r.title or r.id, r.text) for r in situation.reports.values()) if with_texts else ()
    top = summary(held)
    parts = (*(part(held) for part in own), *sections, sources(held), gaps(held, every))
    opened = {q for section in (top, *parts) for line in section.lines() for q in line.quotes}
    return Outline(
        title=title or _title(held),
        subtitle=_subtitle(held),
        summary=top,
        sections=parts,
        quotes=MappingProxyType({name: quote for name, quote in quoted.items() if name in opened}),
        as_of=situation.as_of,
        known_by=situation.known_by,
        texts=texts,
        problems=every,
    )


def _title(held: Material) -> str:
    names = [a.name for a in held.situation.actors[:3]]
    if not names:
        return "A negotiation in the reports"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _subtitle(held: Material) -> str:
    reports = held.situation.reports.values()
    days = [r.published for r in reports if r.published]
    outlets = {r.outlet for r in reports if r.outlet}
    told = [_number(len(reports), "report"), _number(len(outlets), "named outlet")]
    told.append(_number(len(held.standing), "coded statement"))
    if days:
        told.append(f"published {interval(min(days), max(days))}")
    if held.situation.as_of:
        told.append(f"as of {day(held.situation.as_of)}")
    if held.situation.known_by:
        told.append(f"known by {day(held.situation.known_by)}")
    return ", ".join(told)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
