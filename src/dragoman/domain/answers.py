"""What a graph model answers, in words, each line with the quotes that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Evidence = tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A line of an answer. `evidence` are records of statements as the model carries them; `under` are lines below it."""

    text: str
    evidence: Evidence = ()
    under: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A question with its answer: `id` is one of outcomes, questions, paths, deals, change, leverage, flips, sources."""

    id: str
    title: str
    lines: tuple[Said, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """What one decision maker has over another: shares (0 to 1) of the contexts in which its options help or harm it."""

    holder: str
    target: str
    helps: float
    harms: float
    options: tuple[str, ...]
    evidence: Evidence = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of a model. `parties` maps decision makers to names, `options` ids to "owner: text".

    `settled` says of each option whether it is taken in all outcomes that hold ("always"), in none ("never") or in some.
    """

    name: str
    parties: Mapping[str, str]
    options: Mapping[str, str]
    settled: Mapping[str, str]
    parts: tuple[Part, ...]
    leverage: tuple[Hold, ...]

    def part(self, name: str) -> Part:
        """The part of that id."""
        return next(p for p in self.parts if p.id == name)
