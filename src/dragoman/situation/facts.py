"""A statement made ready for comparison: sides, act, bearing, words, days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.domain.amount import Amount
from dragoman.domain.attribution import Voice
from dragoman.domain.mention import VoiceKind
from dragoman.domain.predicate import Polarity
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Kind, Realis, Role, Statement
from dragoman.situation.acts import ASSERTED, act_of, bearing_of, form_of, topic_of, tried, turned
from dragoman.situation.days import Days, days_of
from dragoman.situation.eras import another_time, said_then, told_about, undated_past
from dragoman.situation.meetings import meeting_named
from dragoman.situation.places import Place
from dragoman.situation.sides import Sides
from dragoman.situation.sources import sources_of
from dragoman.situation.tellings import NO_TELLING, Telling, telling_of
from dragoman.situation.unlisted import Unlisted
from dragoman.situation.words import concepts


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one report, with all that grouping looks at.

    `id` is the statement's global id. `actor` and `other` are sides, `other_country` the government of the country that the
    other is of. `telling` is all that the clause tells of, `place` where it says that it happened, `headline` is True in the first line, `speaker` the state of no catalogue that speaks. `mood` is "actual", "tried", "ahead" (planned, offered, predicted) or "open" (desired, conditional). `bearing` is 1 where a stance is for what its topic names, -1 against it, 0
    where that has no meaning. `words` are what the object, else the clause, is about; `turned` where some of
    them keep or give it up. `attributed` are the words that name the source, `attributed_body` the body that an
    "its" in them may stand for. `block` is the paragraph's number, `meeting` the form of
    the meeting that a stance is said to have been told at.
    """

    id: str
    statement: Statement
    report: Report
    block: int
    actor: str | None
    other: str | None
    act: str
    form: str
    mood: str
    bearing: int
    topic: str | None
    words: frozenset[str]
    days: Days
    other_country: str | None = None
    attributed: str = ""
    attributed_body: str = ""
    turned: bool = False
    telling: Telling = NO_TELLING
    place: Place | None = None
    headline: bool = False
    speaker: str | None = None
    meeting: str = ""

    @property
    def asserted(self) -> bool:
        """True of a state of affairs told that is no event, stance, tie or judgement of another type."""
        return self.act == ASSERTED

    @property
    def kind(self) -> Kind:
        return self.statement.kind

    @property
    def negative(self) -> bool:
        return self.statement.polarity is Polarity.NEGATIVE

    @property
    def denies(self) -> bool:
        """True where it says the reverse of one that is not negative; a stance on a turned thing says so by its bearing."""
        return self.negative and not (self.kind is Kind.STANCE and self.turned)

    @property
    def off(self) -> bool:
        """True where what is told of is not, or is no longer: denied, or over."""
        return self.negative != self.telling.over

    @property
    def amounts(self) -> tuple[Amount, ...]:
        return self.statement.amounts

    @property
    def voices(self) -> tuple[Voice, ...]:
        return self.statement.voices

    @property
    def published(self) -> date | None:
        return self.report.published


_LONGEST_HEADLINE = 140
_MOOD = {
    Realis.ACTUAL: "actual",
    Realis.PLANNED: "ahead",
    Realis.OFFERED: "ahead",
    Realis.PREDICTED: "ahead",
    Realis.DESIRED: "open",
    Realis.CONDITIONAL: "open",
}


def facts_of(
    reading: Reading,
    sides: Sides,
    statements: tuple[tuple[str, Statement], ...],
    *,
    kept: Report | None = None,
    bare: Callable[[Statement], Statement] | None = None,
) -> list[Fact]:
    """One fact for each of `statements` (with its global id), in their order.

    In the facts stand `kept` for the report, and of each statement what `bare` leaves.
    """
    report = reading.report
    starts = [b.span.start for b in report.blocks]
    sources = sources_of(reading)
    unlisted = Unlisted(reading)
    head = _headline(report)
    blocks = [_block(starts, s.span.start) for _, s in statements]
    every = _all_days(report, statements)
    found: list[Fact] = []
    for place, (name, statement) in enumerate(statements):
        days = every[place]
        day = days.start if days.told else report.published
        past = undated_past(statement, days)
        alike = told_about(place, every, blocks, report.published) if past else None
        actor, other = (
            sides.of_role(role, day, then=days.told and not sides.moved(role, report.published), unlisted=unlisted)
            if not past
            else _side_then(role, report, alike, statement, sides, unlisted)
            for role in (statement.actor, statement.recipient)
        )
        act = act_of(statement)
        words = _words(statement)
        telling = telling_of(statement)
        fact = Fact(
            id=name,
            statement=bare(statement) if bare is not None else statement,
            report=kept or report,
            block=blocks[place],
            actor=actor,
            other=other,
            other_country=sides.of_country(statement.recipient, day, unlisted=unlisted),
            act=act,
            form=form_of(statement, act),
            mood=_mood(statement),
            bearing=bearing_of(statement),
            topic=topic_of(statement),
            words=words if act != ASSERTED else telling.words,
            days=days,
            telling=telling,
            place=sides.place(statement.place),
            headline=statement.span.end <= head,
            speaker=_speaker(statement, unlisted),
            turned=statement.object is not None and turned(statement.object.text),
            attributed=sources.get(statement.attribution or "", ("", ""))[0],
            attributed_body=sources.get(statement.attribution or "", ("", ""))[1],
            meeting=meeting_named(report.text, statement.span) if statement.kind is Kind.STANCE else "",
        )
        found.append(fact)
    return found


def _speaker(statement: Statement, unlisted: Unlisted) -> str | None:
    """The state of no catalogue for which the innermost voice speaks, as its organ or office; None for any other."""
    voice = statement.voices[-1] if statement.voices else None
    if voice is None or voice.kind in (VoiceKind.OUTLET, VoiceKind.DOCUMENT, VoiceKind.UNNAMED):
        return None
    return unlisted.side(voice.name, statement.span.start)


def _headline(report: Report) -> int:
    """Where the first line ends, if it is a headline: short, with text below it, and no full sentence; else 0."""
    line, _, below = report.text.lstrip().partition("\n")
    line = line.rstrip()
    if not below.strip() or len(line) > _LONGEST_HEADLINE or line.endswith((".", "!", "?", ".”", '."')):
        return 0
    return len(report.text) - len(report.text.lstrip()) + len(line)


def _all_days(report: Report, statements: Sequence[tuple[str, Statement]]) -> list[Days]:
    """The days of each statement; one may hang on the time told last before it."""
    found: list[Days] = []
    before: Days | None = None
    for _, statement in statements:
        found.append(days_of(statement, report, before))
        before = found[-1] if found[-1].told else before
    return found


def _side_then(
    role: Role | None,
    report: Report,
    alike: date | None,
    statement: Statement,
    sides: Sides,
    unlisted: Unlisted,
) -> str | None:
    """The side of a role of a past event without a day: that of its report's day, unless it may be an earlier one's.

    Where the paragraph tells a day of another government (`alike`), it is that one if the clause says so, else the country
    without a government; so it is where the clause speaks of another time.
    """
    now = sides.of_role(role, report.published, unlisted=unlisted)
    if role is None or now is None:
        return now
    if alike is not None:
        then = sides.of_role(role, alike, then=True, unlisted=unlisted)
        if then == now:
            return now
        return then if said_then(statement) else sides.of_any_time(role) or now
    return (sides.of_any_time(role) or now) if another_time(statement, report.text) else now


def _mood(statement: Statement) -> str:
    if statement.kind not in (Kind.EVENT, Kind.AGREEMENT) and statement.type != ASSERTED:
        return ""
    mood = _MOOD[statement.realis]
    return "tried" if mood == "actual" and statement.kind is Kind.EVENT and tried(statement) else mood


def _block(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _words(statement: Statement) -> frozenset[str]:
    """What the object is about, the condition left out; of a statement without one, what its clause is about."""
    text = statement.object.text if statement.object is not None else statement.quote
    found = concepts(text)
    for role in (statement.actor, statement.recipient):
        if role is not None:
            found -= concepts(role.text)
    if statement.object is None and statement.trigger is not None:
        found -= concepts(statement.trigger.text)
    return found or (concepts(statement.trigger.text) if statement.trigger is not None else frozenset())
