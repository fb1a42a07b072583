"""Cases over both archives, and reports whose statements are written down instead of read, so that no model is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman import cases
from dragoman.adapters.memory_archive import MemoryArchive
from dragoman.adapters.sqlite_archive import SqliteArchive
from dragoman.cases.adding import Added, Loaded
from dragoman.cases.folder import Case
from dragoman.domain.attribution import Voice
from dragoman.domain.mention import VoiceKind
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.statement import Kind, Role, Statement, Words
from dragoman.domain.text import Span
from dragoman.ports import Archive
from dragoman.settings import Settings

Say = Callable[..., Reading]


@dataclass(frozen=True)
class Line:
    """A sentence of a report and how it is coded; `actor` and `other` are (words in it, entity id)."""

    text: str
    kind: Kind
    type: str
    actor: tuple[str, str | None]
    other: tuple[str, str | None] | None = None
    matter: str | None = None
    voice: str | None = None
    of: str | None = None


def said(name: str, outlet: str | None, day: str | None, *lines: Line, **known: Any) -> Reading:
    """The reading of a report that consists of `lines`, a paragraph each."""
    statements, blocks, text = [], [], ""
    for number, line in enumerate(lines, 1):
        start = len(text)
        text += line.text + ".\n\n"
        span = Span(start, start + len(line.text))
        blocks.append(Block(Span(start, span.end + 1), BlockKind.PARAGRAPH))
        voices = (Voice(line.voice, None, VoiceKind.UNNAMED),) if line.voice else ()
        statements.append(
            Statement(
                f"s{number}",
                span,
                line.text,
                line.kind,
                line.type,
                None,
                voices=voices,
                actor=role(line.actor, line.text, start),
                recipient=role(line.other, line.text, start),
                object=None if line.of is None else Words(place(line.of, line.text, start), line.of),
                matter=line.matter,
            )
        )
    report = Report(
        name,
        f"{name}.txt",
        text,
        tuple(blocks),
        outlet=outlet,
        published=(day and date.fromisoformat(day)) or None,
        **known,
    )
    return Reading(report, statements=tuple(statements))


def place(words: str, text: str, start: int) -> Span:
    at = start + text.index(words)
    return Span(at, at + len(words))


def role(of: tuple[str, str | None] | None, text: str, start: int) -> Role | None:
    if of is None:
        return None
    country = of[1] if of[1] and len(of[1]) == 3 else None
    return Role(of[1], country, country, of[0], place(of[0], text, start))


LEASE = Line(
    "Russia wants a long lease of the port",
    Kind.STANCE,
    "want",
    ("Russia", "RUS"),
    of="a long lease of the port",
    matter="lease",
)
GRAIN = Line("Egypt sold grain to Kenya", Kind.EVENT, "AID", ("Egypt", "EGY"), ("Kenya", "KEN"), of="grain")
VISIT = Line("Kenya received a delegation from Qatar", Kind.EVENT, "CONSULT", ("Kenya", "KEN"), ("Qatar", "QAT"))
FRONT = Line("the Lutha Front attacked Kenya", Kind.EVENT, "ASSAULT", ("the Lutha Front", None), ("Kenya", "KEN"))

LONG = Line(
    "Egypt and Kenya, after two weeks of talks in the capital that neither side would call a success, "
    "agreed on the price of grain for the coming year",
    Kind.EVENT,
    "AGREE",
    ("Egypt", "EGY"),
    ("Kenya", "KEN"),
    of="the price of grain",
)

LOAN = Line(
    "Qatar lent Egypt the money for a second canal beside the first one, to be paid back in twelve parts from next "
    "summer on",
    Kind.EVENT,
    "AID",
    ("Qatar", "QAT"),
    ("Egypt", "EGY"),
    of="the money for a second canal",
)


class Desk:
    """A case with the means to fill it: `add` takes readings, in place of paths and the rules that read them."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.read = 0

    def add(self, *readings: Reading | Problem) -> Added:
        by_text = {r.report.text: r for r in readings if isinstance(r, Reading)}
        loaded = [(r.report, r.problems) if isinstance(r, Reading) else r for r in readings]

        def reader(items: Iterable[Loaded]) -> Iterator[Reading]:
            for report, problems in items:
                self.read += 1
                yield replace(by_text[report.text], report=report, problems=problems)

        return cases.add(self.case, loaded=loaded, reader=reader)


@pytest.fixture(scope="session")
def plain_settings() -> Settings:
    """The shipped catalogue, loaded once."""
    return Settings()


def case_of(archive: Archive, folder: Path, settings: Settings) -> Case:
    case = Case(folder, "a case", archive)
    case.__dict__["settings"] = settings
    return case


@pytest.fixture(params=["memory", "sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, plain_settings: Settings) -> Iterator[Desk]:
    """An empty case in memory, and one in a file."""
    archive: Archive = MemoryArchive()
    if request.param == "sqlite":
        archive = SqliteArchive(tmp_path / "case.sqlite", create=True, wait=0.2)
    yield Desk(case_of(archive, tmp_path, plain_settings))
    archive.close()


@pytest.fixture
def filed(tmp_path: Path, plain_settings: Settings) -> Callable[..., Desk]:
    """Opens the case in a file of the test's folder, made at first."""

    def opened(wait: float = 0.2) -> Desk:
        archive = SqliteArchive(tmp_path / "case.sqlite", create=True, wait=wait)
        return Desk(case_of(archive, tmp_path, plain_settings))

    return opened


@pytest.fixture(scope="session")
def say() -> Say:
    """`say(id, outlet, day, line...)` makes the reading of a report."""
    return said


@pytest.fixture(scope="session")
def known_lines() -> dict[str, Line]:
    """Sentences to say, by name."""
    return {"lease": LEASE, "grain": GRAIN, "visit": VISIT, "front": FRONT, "long": LONG, "loan": LOAN}


@pytest.fixture(scope="session")
def in_memory(plain_settings: Settings) -> Callable[[], Desk]:
    """Makes an empty case in memory."""
    return lambda: Desk(case_of(MemoryArchive(), Path(), plain_settings))


@pytest.fixture(scope="session")
def desk_of(plain_settings: Settings) -> Callable[[Archive, Path], Desk]:
    """The case of an archive."""
    return lambda archive, folder: Desk(case_of(archive, folder, plain_settings))


@pytest.fixture(scope="session")
def three_reports() -> tuple[Reading, ...]:
    """Three short reports, the second undated."""
    return (
        said("a", "Example Courier", "2025-02-01", GRAIN, LEASE),
        said("b", "Sample Wire", None, FRONT, VISIT),
        said("c", "Mock Monitor", "2025-02-03", LEASE),
    )
