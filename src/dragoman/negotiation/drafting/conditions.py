"""What a statement's deed hangs on, and what talks are for: deeds read from the clauses beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Statement, Strength
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.finding import Finding, Key, Says
from dragoman.negotiation.drafting.lexicon import lexicon, named, opens, words
from dragoman.negotiation.drafting.owners import Asked, owner_of, place_of
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.phrases import Deed, deeds
from dragoman.negotiation.drafting.plain_deeds import general_deed, passive
from dragoman.negotiation.drafting.sentences import sentence

_PURPOSE = re.compile(
    r"\b(?:(?:attempts?|efforts?|bids?|seeking|seeks?|aim(?:ed|ing)?|hop(?:e|es|ing)|in order) (?:to|at)"
    r"|to (?:secure|win|obtain|get))\b",
    re.IGNORECASE,
)


def condition_of(asked: Asked, parties: Parties, key: Key) -> tuple[Finding | None, str]:
    """The deed that a statement's deed hangs on, read from the clause after the word that hangs it there, and which kind
    of word that is."""
    own = asked.statement.condition
    regions = [Span(asked.span.end, asked.around.end)]
    if own is not None and own.span.start < asked.span.start:
        regions.append(own.span)
    for region in regions:
        found = words(asked.text[region.start : region.end])
        for k in range(len(found)):
            for kind, runs in lexicon().links.items():
                size = opens(found, k, runs)
                if not size:
                    continue
                start, offset = region.start + found[k].start, region.start + found[k + size - 1].end
                told = _hanging(asked, parties, key, kind, start, Span(offset, region.end))
                if told is not None:
                    return told, kind
    return None, ""


def _hanging(asked: Asked, parties: Parties, key: Key, kind: str, start: int, clause: Span) -> Finding | None:
    """The first deed of a clause that somebody can do and that is not the deed that hangs on it."""
    text = clause.of(asked.text)
    for deed in deeds(text, cut=False) or _accord(text) or tuple(d for d in [passive(text) or general_deed(text)] if d):
        span = Span(clause.start + deed.start, clause.start + deed.end)
        priced = asked.span.end if kind == "price" else None
        inner = Asked(
            asked.report, asked.text, asked.statement, deed, span, Span(start, clause.end), key.owner or asked.by, True,
            clause, priced,
        )  # fmt: skip
        place = place_of(inner, parties)
        other = Key(owner_of(inner, parties, place) or "", deed.act, deed.thing, deed.level, place or "")
        if other != key:
            name = f"{asked.report}#{asked.statement.id}"
            by = key.owner or asked.by
            return Finding(
                other,
                deed,
                Says.NAMED,
                by,
                deed.done,
                Strength.DEMAND,
                name,
                Span(start, max(span.end, start + 1)),
                None,
            )
    return None


def _accord(clause: str) -> tuple[Deed, ...]:
    """A condition that is an agreement with somebody: that it is signed."""
    for word in words(clause)[:8]:
        if named((word,), 0, lexicon().things["accord"].words):
            return (Deed("sign", "accord", True, "", word.start, word.end, word.start),)
    return ()


def purposes_of(
    name: str, statement: Statement, situation: Situation, parties: Parties, actor: str
) -> Iterator[Finding]:
    """What a party talks for, where the sentence goes on to say so ("talks, in an effort to win compensation")."""
    report = situation.reports[situation.report_of[name]]
    around = sentence(report.text, statement.span)
    told = _PURPOSE.search(report.text, statement.span.end, around.end)
    if told is None or any(
        other.kind is Kind.STANCE and told.start() <= (other.trigger.span.start if other.trigger else -1) < around.end
        for other in next(r for r in situation.readings if r.report.id == report.id).statements
    ):
        return
    clause = report.text[told.end() : around.end]
    for deed in deeds(clause)[:1]:
        span = Span(told.end() + deed.start, told.end() + deed.end)
        asked = Asked(report.id, report.text, statement, deed, span, around, actor, True)
        place = place_of(asked, parties)
        act = lexicon().acts[deed.act]
        partner = parties.role(statement.recipient, report.id)
        owner = actor if act.owner == "guest" else partner if partner != actor else None
        if owner is not None:
            key = Key(owner, deed.act, deed.thing, deed.level, place or "")
            yield Finding(key, deed, Says.WANTS, actor, deed.done, Strength.WANT, name, span, report.published)
