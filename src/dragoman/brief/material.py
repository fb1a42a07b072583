"""What every part of a brief is made from, and the lines that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.brief.clauses import words
from dragoman.brief.content import Ids, Line, Quote, Record, Tag, Tone
from dragoman.brief.days import day, interval
from dragoman.brief.wording import doubts, headline
from dragoman.domain.claim import Claim, Root, SideOf, Status
from dragoman.domain.situation import Situation
from dragoman.domain.statement import ASSERTED


@dataclass(frozen=True)
class Material:
    """A situation with its quotes; `today` is the day it is seen from: as of, else known by, else the last report's."""

    situation: Situation
    quotes: Mapping[str, Quote]
    claim_of: Mapping[str, Claim]
    today: date | None

    @property
    def now(self) -> date:
        return self.today or date.max

    @property
    def standing(self) -> Ids:
        """Statements that the clocks let in, in the order of the situation: those of its claims that have room here."""
        return tuple(
            name
            for name, s in self.situation.statements.items()
            if name in self.claim_of and (s.type != ASSERTED or self.shows(self.claim_of[name]))
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that have room in a brief."""
        return tuple(c for c in self.situation.claims if self.shows(c))

    def shows(self, claim: Claim) -> bool:
        """False for a state of affairs told on one word alone, unless its amount can be compared with another report's."""
        if claim.type != ASSERTED or claim.status not in (Status.SINGLE_ROOT, Status.SUPERSEDED):
            return True
        counted = {
            self.situation.report_of[s.statement]
            for s in claim.statements
            if self.situation.statements[s.statement].amounts
        }
        return len(counted) > 1

    def name(self, entity: str | None) -> str:
        """The readable name of an entity id; "unknown" for None."""
        return "unknown" if entity is None else self.situation.names.get(entity, entity)

    def published(self, statement: str) -> date | None:
        """The day of the report that a statement stands in."""
        return self.situation.reports[self.situation.report_of[statement]].published

    def source(self, statement: str) -> str:
        """Chain of voices and day, as a line shows them."""
        quote = self.quotes[statement]
        return f"{quote.chain} \u00b7 {day(quote.day)}" if quote.day else f"{quote.chain} \u00b7 undated"

    def latest_first(self, statements: Iterable[str]) -> Ids:
        """Statements by the day of their report, the last first, undated ones at the end."""
        return tuple(sorted(statements, key=lambda s: (-(self.published(s) or date.min).toordinal(), s)))

    def line(
        self,
        statements: Ids,
        *,
        text: str | None = None,
        under: str | None = None,
        among: Ids = (),
        when: str | None = None,
        tags: Iterable[Tag] = (),
        why: Ids = (),
        record: Record | None = None,
    ) -> Line:
        """A line that rests on `statements`; its words, source and doubts come from the first of them."""
        first = self.situation.statements[statements[0]]
        unnamed = bool(first.voices) and str(first.voices[-1].kind) == "unnamed"
        own = [Tag(d, Tone.DOUBT) for d in doubts(first)] + [Tag("unnamed source", Tone.DOUBT)] * unnamed
        time = first.time
        if when is None:
            when = interval(time.earliest, time.latest) or time.text if time else ""
        return Line(
            text=text or headline(self.situation, statements[0], under=under, among=among),
            quotes=statements,
            source=self.source(statements[0]),
            when=when,
            tags=tuple(dict.fromkeys((*own, *tags))),
            why=why,
            record=record or {},
        )

    def claim_line(self, claim: Claim, *, status: bool = True, siblings: tuple[Claim, ...] = ()) -> Line:
        """A claim as a line: its headline, then what is for it, what amends it and what is against it.

        `siblings` are claims that the same words make of other parties; the line names those too.
        """
        rank = {SideOf.FOR: 0, SideOf.AMENDS: 1, SideOf.AGAINST: 2}
        supports = sorted(claim.statements, key=lambda s: (s.statement != claim.headline, rank[s.side]))
        tone = {Status.CORROBORATED: Tone.FIRM, Status.DISPUTED: Tone.CONFLICT, Status.POSSIBLE_CONFLICT: Tone.CONFLICT}
        label = str(words()["status"][str(claim.status)])
        tags = [Tag(label, tone.get(claim.status, Tone.PLAIN))] if status else []
        tags += [Tag("interested voice", Tone.DOUBT)] if claim.interested else []
        return self.line(
            tuple(dict.fromkeys(s.statement for s in supports)),
            among=tuple(c.headline for c in siblings),
            when=interval(claim.earliest, claim.latest),
            tags=tags,
            why=_why(claim),
            record=claim_record(claim),
        )


def families(held: Material, claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims in their order, those that one trigger in one report makes of several parties taken together."""
    found: dict[tuple[str, str, str, int], list[Claim]] = {}
    for claim in claims:
        s = held.situation.statements[claim.headline]
        place = s.trigger.span.start if s.trigger else s.span.start
        key = (held.situation.report_of[claim.headline], claim.type, str(s.polarity), place)
        found.setdefault(key, []).append(claim)
    return tuple(tuple(family) for family in found.values())


def material(situation: Situation, quotes: Mapping[str, Quote]) -> Material:
    """The material of a situation."""
    days = [r.published for r in situation.reports.values() if r.published]
    today = situation.as_of or situation.known_by or max(days, default=None)
    return Material(situation, quotes, {s.statement: c for c in situation.claims for s in c.statements}, today)


def _why(claim: Claim) -> Ids:
    """Why it has its status and its Admiralty digit, and who has a stake in it."""
    said = [claim.reason]
    if claim.digit_reason:
        said.append(f"Suggested Admiralty digit {claim.digit}: {claim.digit_reason}")
    said += [f"{i.root} has a stake in it: {i.why}" for i in claim.interested]
    return tuple(s if s.endswith((".", "!", "?")) else f"{s}." for s in said if s)


def claim_record(claim: Claim) -> Record:
    """A claim as JSON-able data."""
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "type": claim.type,
        "actor": claim.actor,
        "other": claim.other,
        "matter": claim.matter,
        "status": str(claim.status),
        "reason": claim.reason,
        "digit": claim.digit,
        "digit_reason": claim.digit_reason,
        "interested": [{"root": i.root, "why": i.why} for i in claim.interested],
        "realis": claim.realis,
        "polarity": claim.polarity,
        "earliest": claim.earliest.isoformat() if claim.earliest else None,
        "latest": claim.latest.isoformat() if claim.latest else None,
        "roots": [root_record(r) for r in claim.roots],
        "statements": [
            {"statement": s.statement, "side": str(s.side), "root": root_record(s.root)} for s in claim.statements
        ],
        "superseded_by": list(claim.superseded_by),
        "rivals": list(claim.rivals),
        "linked": list(claim.linked),
    }


def root_record(root: Root) -> Record:
    """A root as JSON-able data."""
    return {"name": root.name, "kind": root.kind, "via": root.via, "named": root.named, "letter": root.letter}
