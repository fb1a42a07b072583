"""The chain of voices over a token."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.attribution import Attribution, Voice
from dragoman.statements.context import Context


def chain(attributions: Sequence[Attribution], index: int, context: Context) -> tuple[str | None, tuple[Voice, ...]]:
    """Id of the innermost attribution whose content holds token `index`, and the voices over it, outermost first.

    (None, ()) where the author speaks. Attitudes and sources without a name add no voice.
    """
    token = context.parse.tokens[index]
    holding = [
        (sum(len(s) for s in a.content), n)
        for n, a in enumerate(attributions)
        if any(s.start <= token.start and token.end <= s.end for s in a.content)
    ]
    if not holding:
        return None, ()
    by_id = {a.id: a for a in attributions}
    inner = attributions[min(holding)[1]]
    voices: list[Voice] = []
    at: Attribution | None = inner
    seen: set[str] = set()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        voices.extend(v for v in (at.voice, at.through) if v is not None)
        at = by_id.get(at.within) if at.within is not None else None
    return inner.id, tuple(reversed(voices))
