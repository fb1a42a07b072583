"""A small negotiation between made-up states, coded by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.domain.amount import Amount, Qualifier
from dragoman.domain.attribution import Voice
from dragoman.domain.claim import Claim, Root, SideOf, Status, Support
from dragoman.domain.mention import VoiceKind
from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, PublishedFrom, Report
from dragoman.domain.situation import (
    Actor,
    AgreementState,
    AgreementStep,
    Happening,
    Outlook,
    Position,
    Situation,
    TieState,
)
from dragoman.domain.statement import Forecast, Kind, Plover, Realis, Role, Statement, Strength, Words
from dragoman.domain.text import Span
from dragoman.domain.time import Anchor, Grain, TimeExpression

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COURIER = (
    "Harbour talks resume\n\n"
    "The talks resumed in the capital. Ruritania reportedly wants to keep its harbour unless Graustark objects, the Mock "
    "Monitor said, citing people familiar with the talks. Nobody else would comment.\n\n"
    "Ruritania paid $23 million to Graustark in February 2025. The treasury would not say why."
)
MONITOR = (
    "Graustark's cabinet met on March 4. It refused to sign the lease. "
    "The cabinet denied that Ruritania had paid Graustark anything. "
    "Ruritania will probably leave the harbour by June. Graustark hosts the Ruritanian fleet. "
    "The lease was signed in 2017."
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def role(text: str, words: str, entity: str | None) -> Role:
    country = entity if entity and len(entity) == 3 else None
    return Role(entity, country, country, words, span(text, words), entity)


def coded(text: str, name: str, quote: str, kind: Kind, type_: str, **parts: object) -> Statement:
    """A statement of `quote`; the keywords are fields of `Statement`."""
    trigger = parts.pop("trigger", None)
    made = Words(span(text, str(trigger)), str(trigger)) if trigger else None
    plain = Statement(name, span(text, quote), quote, kind, type_, made)
    return replace(plain, **parts)  # type: ignore[arg-type]


def report(name: str, text: str, outlet: str | None, published: date | None, title: str | None = None) -> Report:
    blocks, start = [], 0
    for number, part in enumerate(text.split("\n\n")):
        heading = BlockKind.TITLE if number == 0 and "\n\n" in text else BlockKind.PARAGRAPH
        blocks.append(Block(Span(start, start + len(part)), heading))
        start += len(part) + 2
    source = PublishedFrom.MANIFEST if published else PublishedFrom.NONE
    return Report(name, f"{name}.txt", text, tuple(blocks), title, outlet, (), published, source)


def _statements() -> dict[str, Statement]:
    monitor = Voice("the Mock Monitor", "mock-monitor", VoiceKind.OUTLET)
    people = Voice("people familiar with the talks", None, VoiceKind.UNNAMED)
    february = TimeExpression(
        span(COURIER, "February 2025"), "February 2025", "2025-02", Grain.MONTH, Anchor.ABSOLUTE,
        date(2025, 2, 1), date(2025, 2, 28),
    )  # fmt: skip
    paid = Amount(span(COURIER, "$23 million"), "$23 million", 23e6, None, None, "USD", Qualifier.EXACT)
    return {
        "courier#s1": coded(
            COURIER, "s1", "Ruritania reportedly wants to keep its harbour unless Graustark objects", Kind.STANCE, "want",
            trigger="wants", actor=role(COURIER, "Ruritania", "RUR"), strength=Strength.WANT, matter="harbour",
            object=Words(span(COURIER, "keep its harbour"), "keep its harbour"), voices=(monitor, people),
            condition=Words(span(COURIER, "unless Graustark objects"), "unless Graustark objects"),
            hedges=(span(COURIER, "reportedly"),), evidential="reportedly", factuality=Factuality.PROBABLE,
            realis=Realis.DESIRED,
        ),
        "courier#s2": coded(
            COURIER, "s2", "Ruritania paid $23 million to Graustark in February 2025", Kind.EVENT, "AID",
            trigger="paid", recipient=Role("GRA", "GRA", "GRA", "Graustark", Span(COURIER.index("Graustark in"), COURIER.index("Graustark in") + 9), "GRA"),
            actor=Role("RUR", "RUR", "RUR", "Ruritania", Span(COURIER.index("Ruritania paid"), COURIER.index("Ruritania paid") + 9), "RUR"),
            object=Words(paid.span, paid.text), amounts=(paid,), time=february, plover=Plover.AID,
        ),
        "monitor#s1": coded(
            MONITOR, "s1", "It refused to sign the lease", Kind.STANCE, "refuse", trigger="refused",
            actor=Role("GRA", "GRA", "GRA", "It", Span(MONITOR.index("It refused"), MONITOR.index("It refused") + 2), "GRA"), plover=Plover.REJECT,
            object=Words(span(MONITOR, "sign the lease"), "sign the lease"), matter="lease",
        ),
        "monitor#s2": coded(
            MONITOR, "s2", "Ruritania had paid Graustark anything", Kind.EVENT, "AID", trigger="paid",
            actor=role(MONITOR, "Ruritania", "RUR"), recipient=role(MONITOR, "Graustark", "GRA"),
            polarity=Polarity.NEGATIVE, plover=Plover.AID,
            voices=(Voice("the cabinet", "GRA", VoiceKind.INSTITUTION),),
        ),
        "monitor#s3": coded(
            MONITOR, "s3", "Ruritania will probably leave the harbour by June", Kind.EVENT, "RETREAT", trigger="leave",
            actor=role(MONITOR, "Ruritania", "RUR"), object=Words(span(MONITOR, "the harbour"), "the harbour"),
            realis=Realis.PREDICTED, factuality=Factuality.PROBABLE,
            forecast=Forecast("probably", 0.55, 0.8, date(2025, 6, 30), False),
        ),
        "monitor#s4": coded(
            MONITOR, "s4", "Graustark hosts the Ruritanian fleet", Kind.TIE, "hosts", trigger="hosts",
            actor=role(MONITOR, "Graustark", "GRA"), recipient=role(MONITOR, "Ruritania", "RUR"),
        ),
        "monitor#s5": coded(MONITOR, "s5", "The lease was signed in 2017", Kind.AGREEMENT, "signed", matter="lease"),
    }  # fmt: skip


@pytest.fixture
def situation() -> Situation:
    """Two reports: one want on an unnamed voice, one payment that the other side denies, a refusal, a forecast, a tie."""
    held = _statements()
    courier = report("courier", COURIER, "Example Courier", date(2025, 3, 3), "Harbour talks resume")
    monitor = report("monitor", MONITOR, "Mock Monitor", date(2025, 3, 5))
    people = Root("people familiar with the talks", "unnamed", "Mock Monitor", named=False)
    author, cabinet = (
        Root("Example Courier", "author", "Example Courier"),
        Root("the cabinet", "institution", "Mock Monitor"),
    )
    paper = Root("Mock Monitor", "author", "Mock Monitor")
    february = (date(2025, 2, 1), date(2025, 2, 28))

    def one(name: str, statement: str, root: Root, other: str | None) -> Claim:
        s = held[statement]
        status, reason = Status.SINGLE_ROOT, "One root stands behind it."
        supports = (Support(statement, SideOf.FOR, root),)
        actor = s.actor.entity if s.actor else None
        return Claim(name, str(s.kind), s.type, actor, other, s.matter, statement, supports, (root,), status, reason)

    payment = Claim(
        "c2", "event", "AID", "RUR", "GRA", None, "courier#s2",
        (Support("courier#s2", SideOf.FOR, author), Support("monitor#s2", SideOf.AGAINST, cabinet)),
        (author, cabinet), Status.DISPUTED, "The cabinet denies it.", *february,
    )  # fmt: skip
    claims = (
        one("c1", "courier#s1", people, None),
        payment,
        one("c3", "monitor#s1", paper, None),
        one("c4", "monitor#s3", paper, None),
        one("c5", "monitor#s4", paper, "RUR"),
        one("c6", "monitor#s5", paper, None),
    )
    day, later = date(2025, 3, 3), date(2025, 3, 5)
    return Situation(
        readings=(
            Reading(courier, statements=tuple(s for n, s in held.items() if n.startswith("courier"))),
            Reading(
                monitor,
                statements=tuple(s for n, s in held.items() if n.startswith("monitor")),
                problems=(Problem("monitor.txt", "no title was found", "give one in its manifest"),),
            ),
        ),
        statements=held,
        reports={"courier": courier, "monitor": monitor},
        report_of={name: name.split("#")[0] for name in held},
        names={"RUR": "Ruritania", "GRA": "Graustark"},
        actors=(
            Actor("RUR", "Ruritania", "state", ("RUR",), ("courier#s1", "courier#s2"), 2),
            Actor("GRA", "Graustark", "state", ("GRA",), ("monitor#s1",), 1),
        ),
        claims=claims,
        positions=(
            Position("RUR", "harbour", "want", "want", "positive", day, day, ("courier#s1",), ("c1",)),
            Position("GRA", "lease", "refuse", None, "positive", later, later, ("monitor#s1",), ("c3",)),
        ),
        ties=(TieState("GRA", "RUR", "hosts", None, "positive", None, None, ("monitor#s4",)),),
        agreements=(
            AgreementState(
                "a1",
                ("RUR", "GRA"),
                "lease",
                "signed",
                (AgreementStep("signed", date(2017, 1, 1), date(2017, 12, 31), "monitor#s5"),),
                None,
            ),
        ),
        timeline=(Happening("c2", *february, False), Happening("c4", None, None, False)),
        outlooks=(Outlook("monitor#s3", "open", ()),),
        notes=("Seen from the last report's day.",),
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, args=[*flags, "--disable-component-update", "--disable-sync"]
        )
        yield opened
        opened.close()


@pytest.fixture
def altered(situation: Situation) -> Callable[[str, str], Situation]:
    """The situation with `words` instead of what stands in every field that comes from a report."""

    def make(words: str, outlet: str) -> Situation:
        text = f"Before it. {words} After it."
        hostile = report(words, text, outlet, date(2025, 3, 6), words)
        place = span(text, words)
        voice = Voice(words, None, VoiceKind.UNNAMED)
        who = Role(None, None, None, words, place)
        thing = Words(place, words)
        statement = Statement(
            "s1", place, words, Kind.STANCE, "want", thing, voices=(voice,), actor=who, recipient=who, object=thing,
            matter=words, condition=thing, evidential=words, hedges=(place,),
            amounts=(Amount(place, words, 5, None, None, words, Qualifier.ABOUT, of=words),),
            forecast=Forecast(words, None, None, None, True),
        )  # fmt: skip
        name = f"{words}#s1"
        root = Root(words, "unnamed", words, named=False)
        claim = Claim(
            words, "stance", "want", words, words, words, name, (Support(name, SideOf.FOR, root),), (root,),
            Status.SINGLE_ROOT, words, date(2025, 3, 1), date(2025, 3, 2),
        )  # fmt: skip
        days = (date(2025, 3, 1), date(2025, 3, 2))
        return replace(
            situation,
            readings=(Reading(hostile, statements=(statement,), problems=(Problem(words, words, words),)),),
            statements={name: statement},
            reports={words: hostile},
            report_of={name: words},
            names={words: words},
            actors=(Actor(words, words, words, (), (name,), 1),),
            claims=(claim,),
            positions=(Position(words, words, "want", words, "positive", *days, (name,), (words,)),),
            ties=(TieState(words, words, words, words, "positive", *days, (name,)),),
            agreements=(AgreementState(words, (words,), words, words, (AgreementStep(words, *days, name),), None),),
            timeline=(Happening(words, *days, False),),
            outlooks=(Outlook(name, words, (name,)),),
            copies={words: words},
            notes=(words,),
        )

    return make
