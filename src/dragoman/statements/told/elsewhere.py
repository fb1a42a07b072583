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


def of_reports(
    context: Context,
    found: Sequence[Statement],
    coded: Sequence[Statement],
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
) -> tuple[Statement, ...]:
    """Those of `found` that a report tells: no block of sport or weather, unless somebody says it in a sentence of another kind.

    A block with one of `coded` is a report.
    """
    if not found:
        return ()
    parse = context.parse
    open_ones = {_sentence(context, s).block for s in found} - {_sentence(context, s).block for s in coded}
    sentences = tuple(s for s in parse.sentences if s.block in open_ones)
    blocks = _other(context, sentences)
    single = tuple(s._replace(block=s.number) for s in sentences if s.block in blocks)
    alone = _other(context, single)
    heard = reporting(context, attributions, times, coded)
    return tuple(s for s in found if _kept(_sentence(context, s), s, blocks, alone, heard))


def _kept(
    sentence: Sentence, statement: Statement, blocks: Collection[int], alone: Collection[int], heard: bool
) -> bool:
    if statement.voices:
        return sentence.number not in alone
    return sentence.block not in blocks and (heard or statement.attribution is not None)


def _sentence(context: Context, statement: Statement) -> Sentence:
    return context.parse.sentence(statement.trigger_index or 0)


def _other(context: Context, sentences: Sequence[Sentence]) -> Collection[int]:
    """The blocks of `sentences` whose words show that they are no report."""
    shown = register_of_blocks(Parse(context.parse.tokens, tuple(sentences)), context.text) if sentences else {}
    found: dict[int, set[str]] = {}
    for sentence in sentences:
        tokens = context.parse.tokens[sentence.first : sentence.last]
        told = found.setdefault(sentence.block, set())
        for token, after in zip(tokens, (*tokens[1:], None), strict=True):
            told.update((lemma_of(token), token.lower, f"{token.lower}_{after.lower}" if after is not None else ""))
    return frozenset(shown) | {
        b for b, told in found.items() if told & words()["leisure-label"] or len(told & words()["leisure"]) >= WEAK
    }
