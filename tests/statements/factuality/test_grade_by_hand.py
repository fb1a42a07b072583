"""Grades on parses written by hand, so that the rules are tested without a model."""

from __future__ import annotations

import pytest

from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.predicate import Factuality, Polarity, Predicate
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.text import Span
from dragoman.statements.context import Context
from dragoman.statements.factuality import grade, lexicon


def read(rows: list[tuple[str, str, str, str, int]]) -> dict[str, Predicate]:
    """Words with lemma = lower form, universal tag, Penn tag, relation, head number; one sentence."""
    tokens, at = [], 0
    for n, (word, pos, tag, dep, head) in enumerate(rows):
        tokens.append(Token(n, at, at + len(word), word, LEMMAS.get(word.lower(), word.lower()), pos, tag, dep, head))
        at += len(word) + 1
    text = " ".join(row[0] for row in rows)
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    parse = Parse(tuple(tokens), (Sentence(0, 0, len(tokens), 0, BlockKind.PARAGRAPH),))
    return {p.text: p for p in grade(Context(Report("made", "made", text, (block,)), parse), ())}


LEMMAS = {"failed": "fail", "said": "say", "left": "leave", "managed": "manage"}


@pytest.mark.parametrize(("verb", "sign"), [("failed", Polarity.NEGATIVE), ("managed", Polarity.POSITIVE)])
def test_an_implicative_settles_its_infinitive(verb: str, sign: Polarity) -> None:
    found = read(
        [("They", "PRON", "PRP", "nsubj", 1), (verb, "VERB", "VBD", "ROOT", 1), ("to", "PART", "TO", "aux", 3),
         ("sign", "VERB", "VB", "xcomp", 1)]
    )  # fmt: skip
    assert (found["sign"].factuality, found["sign"].polarity) == (Factuality.CERTAIN, sign)


def test_what_is_said_is_certain_to_the_voice_and_open_to_the_author() -> None:
    found = read(
        [("He", "PRON", "PRP", "nsubj", 1), ("said", "VERB", "VBD", "ROOT", 1), ("they", "PRON", "PRP", "nsubj", 3),
         ("left", "VERB", "VBD", "ccomp", 1)]
    )  # fmt: skip
    assert found["left"].factuality is Factuality.CERTAIN
    assert found["left"].author_factuality is Factuality.UNCOMMITTED


def test_a_chain_of_a_thousand_clauses_is_walked() -> None:
    rows = [("said", "VERB", "VBD", "ROOT", 0)]
    rows += [("said", "VERB", "VBD", "ccomp", n) for n in range(1000)]
    assert len(read(rows)) == 1


def test_every_lemma_of_the_tables_is_lower_case_and_every_level_known() -> None:
    rows = lexicon.table("predicates")
    lists = [*(v for k, v in rows.items() if k != "governed"), *rows["governed"].values()]
    assert all(lemma == lemma.lower() for lemmas in lists for lemma in lemmas)
    assert set(lexicon.modals().values()) <= {0, 1, 2, 3}
    assert all(-3 <= v <= 3 for v in (*lexicon.adverbs().values(), *lexicon.adjectives().values()))
    assert lexicon.evidentials() <= set(lexicon.adverbs())


@pytest.mark.parametrize("noun", ["attack", "withdrawal", "negotiation", "war", "meeting", "collapse"])
def test_nouns_that_denote_events(noun: str) -> None:
    assert lexicon.is_event_noun(noun)


@pytest.mark.parametrize("noun", ["government", "nation", "building", "table", "province", "king"])
def test_nouns_that_denote_none(noun: str) -> None:
    assert not lexicon.is_event_noun(noun)


def test_five_thousand_coordinate_verbs_are_graded() -> None:
    rows = [("left", "VERB", "VBD", "ROOT", 0)]
    rows += [("left", "VERB", "VBD", "conj", n) for n in range(5000)]
    assert read(rows)["left"].factuality is Factuality.CERTAIN
