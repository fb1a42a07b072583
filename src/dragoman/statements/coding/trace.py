"""Why each trigger of a report made a statement or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.statements.coding.candidates import Refusal, candidates
from dragoman.statements.context import Context


@dataclass(frozen=True, slots=True)
class Decision:
    """A trigger word, the sense that fits it, and what came of it; `why` is empty where a statement was made."""

    index: int
    word: str
    rule: str
    kind: str
    type: str
    why: str


def decisions(context: Context) -> Iterator[Decision]:
    """One decision a candidate, in text order; words without a fitting sense are left out."""
    for found in candidates(context):
        entry, token = found.trigger.entry, found.trigger.site.token
        why = found.why if isinstance(found, Refusal) else ""
        yield Decision(token.index, token.text, entry.name, entry.kind.value, entry.type, why)
