"""Which amounts measure an event."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.amount import Amount
from dragoman.domain.text import Span
from dragoman.statements.context import Context


def amounts_of(context: Context, amounts: Sequence[Amount], index: int, clause: Span) -> tuple[Amount, ...]:
    """Those of `amounts` inside `clause` that the event at token `index` governs before any other verb does."""
    return tuple(a for a in amounts if clause.holds(a.span) and _measures(context, a, index))


def _measures(context: Context, amount: Amount, index: int) -> bool:
    parse = context.parse
    tokens = parse.tokens_in(amount.span)
    inside = {t.index for t in tokens}
    token = next((t for t in tokens if t.head not in inside), tokens[-1])
    governor = token
    for ancestor in (token, *parse.ancestors(token.index)):
        governor = ancestor
        if ancestor.index == index:
            return True
        if ancestor.pos in ("VERB", "AUX") and ancestor.index not in inside:
            break
    trigger = parse.tokens[index]
    if trigger.pos == "NOUN" and trigger.head == governor.index:
        return trigger.dep in ("dobj", "nsubj", "nsubjpass", "attr")
    return governor.dep == "xcomp" and governor.head == index
