"""Texts and blocks whose own word tells nothing of the parties: weather, sport, listings, what names no source and no day."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.domain.attribution import Act, Attribution
from dragoman.domain.parse import Parse, Sentence
from dragoman.domain.statement import Statement
from dragoman.domain.time import Anchor, TimeExpression
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.registers import register_of_blocks
from dragoman.statements.context import Context
from dragoman.statements.told.lexicon import words

WEAK = 2
"""So many words of the class `leisure` show that a block is about nothing else."""
SHORT = 6
"""A text of more sentences is a report, whatever it names."""


def reporting(
    context: Context,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    coded: Sequence[Statement],
) -> bool:
    """Has the text an outlet, does it name a source or a day, or tell a coded act, or is it long?"""
    if (
        coded
        or context.report.outlet is not None
        or any(a.act is Act.SPEECH for a in attributions)
        or any(_dated(t) for t in times)
    ):
        return True
    return sum(1 for _ in zip(context.body(), range(SHORT + 1), strict=False)) > SHORT


def _dated(time: TimeExpression) -> bool:
    return (time.earliest is not None or time.anchor is Anchor.PUBLISHED) and not time.value.startswith("X")


def other_blocks(context: Context, open_ones: Collection[int | None]) -> Collection[int | None]:
    """Those of the blocks `open_ones` that are no report."""
    parse = context.parse
    sentences = tuple(s for s in parse.sentences if s.block in open_ones)
    shown = register_of_blocks(Parse(parse.tokens, sentences), context.text)
    return frozenset(shown) | {s.block for s in sentences if _leisure(parse, sentences, s)}


def _leisure(parse: Parse, sentences: Sequence[Sentence], one: Sentence) -> bool:
    found: set[str] = set()
    for sentence in sentences:
        if sentence.block != one.block:
            continue
        tokens = parse.tokens[sentence.first : sentence.last]
        for token, after in zip(tokens, (*tokens[1:], None), strict=True):
            pair = f"{token.lower}_{after.lower}" if after is not None else ""
            found.update(w for w in (lemma_of(token), token.lower, pair) if w in words()["leisure"])
            if pair in words()["leisure-label"] or token.lower in words()["leisure-label"]:
                return True
    return len(found) >= WEAK
