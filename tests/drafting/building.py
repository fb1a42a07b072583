"""Small situations by hand: a text, and the statements that stand in it."""

from __future__ import annotations

from datetime import date

from dragoman.domain.entity import Entity, EntityKind
from dragoman.domain.mention import Mention, MentionType
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Realis, Role, Statement, Strength, Words
from dragoman.domain.text import Span
from dragoman.situation import assemble

RURITANIA, GRAUSTARK, LUTHA = "RRA", "GST", "LUT"
NAMES = {"Ruritania": RURITANIA, "Graustark": GRAUSTARK, "Lutha": LUTHA}
ADJECTIVES = {"Ruritanian": RURITANIA, "Luthan": LUTHA}
DAY = date(2024, 5, 2)


class MadeUp:
    """A directory of three made-up states."""

    def entity(self, entity: str) -> Entity | None:
        name = next((n for n, code in NAMES.items() if code == entity), None)
        return Entity(entity, name, EntityKind.STATE, country=entity) if name else None

    def side(self, entity: str, day: date | None) -> str | None:
        return entity if self.entity(entity) else None

    def government(self, country: str, day: date | None) -> str:
        return country


class Page:
    """A report of one paragraph, to which statements are added by their words."""

    def __init__(self, text: str, *, name: str = "r1", day: date = DAY, outlet: str = "Sample Wire") -> None:
        self.report = Report(
            name, f"{name}.txt", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), outlet=outlet, published=day
        )
        self.statements: list[Statement] = []

    def words(self, text: str | None) -> Words | None:
        return Words(self.span(text), text) if text else None

    def span(self, text: str) -> Span:
        start = self.report.text.index(text)
        return Span(start, start + len(text))

    def role(self, name: str | None) -> Role | None:
        if name is None:
            return None
        code = NAMES[name]
        return Role(code, code, f"{code}GOV", name, self.span(name), code)

    def says(
        self,
        kind: Kind,
        type_: str,
        quote: str,
        *,
        actor: str | None = None,
        trigger: str,
        object_: str | None = None,
        recipient: str | None = None,
        whose: str | None = None,
        strength: Strength | None = None,
        realis: Realis = Realis.DESIRED,
        condition: str | None = None,
        possible: bool = False,
    ) -> Page:
        number = f"s{len(self.statements) + 1}"
        self.statements.append(
            Statement(
                number, self.span(quote), quote, kind, type_, self.words(trigger),
                actor=self.role(actor), recipient=self.role(recipient), object=self.words(object_),
                whose=NAMES[whose] if whose else None, strength=strength, realis=realis,
                condition=self.words(condition), possible=possible,
            )
        )  # fmt: skip
        return self

    def reading(self) -> Reading:
        mentions = []
        for name, code in {**NAMES, **ADJECTIVES}.items():
            at = self.report.text.find(name)
            while at >= 0:
                end = at + len(name)
                if name in NAMES and self.report.text[end : end + 1].isalpha():
                    at = self.report.text.find(name, end)
                    continue
                type_ = MentionType.PLACE if name in NAMES else MentionType.NATIONALITY
                mentions.append(Mention(Span(at, end), name, type_, code, code))
                at = self.report.text.find(name, end)
        return Reading(self.report, mentions=tuple(mentions), statements=tuple(self.statements))


def situation_of(*pages: Page, as_of: date | None = None) -> Situation:
    return assemble([p.reading() for p in pages], MadeUp(), as_of=as_of)


def bases() -> Page:
    """A guest that means to stay, a host that asks for money, and a third that threatens."""
    page = Page(
        "Ruritania hopes to keep its air base in Lutha. Ruritania offers Lutha a loan in exchange for access to the "
        "port. Lutha demands compensation from Ruritania. Graustark has threatened to stop its gas deliveries "
        "unless Lutha pays its debt. Lutha refuses to pay its debt."
    )
    page.says(
        Kind.STANCE, "want", "Ruritania hopes to keep its air base in Lutha", actor="Ruritania", trigger="hopes",
        object_="keep its air base in Lutha", whose="Ruritania", strength=Strength.HOPE,
    )  # fmt: skip
    page.says(
        Kind.STANCE, "offer", "Ruritania offers Lutha a loan", actor="Ruritania", trigger="offers", object_="a loan",
        recipient="Lutha", whose="Ruritania", strength=Strength.WANT, realis=Realis.OFFERED,
    )  # fmt: skip
    page.says(
        Kind.STANCE, "demand", "Lutha demands compensation from Ruritania", actor="Lutha", trigger="demands",
        object_="compensation", recipient="Ruritania", whose="Ruritania", strength=Strength.DEMAND,
    )  # fmt: skip
    page.says(
        Kind.STANCE, "threaten", "Graustark has threatened to stop its gas deliveries", actor="Graustark",
        trigger="threatened", object_="stop its gas deliveries", whose="Graustark", strength=Strength.DEMAND,
        realis=Realis.PLANNED,
    )  # fmt: skip
    page.says(
        Kind.STANCE, "refuse", "Lutha refuses to pay its debt", actor="Lutha", trigger="refuses",
        object_="pay its debt", whose="Lutha", strength=Strength.DEMAND,
    )  # fmt: skip
    return page
