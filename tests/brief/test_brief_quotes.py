"""What a quote shows: its sentence, one on either side, the chain of voices, and the words that hedge it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.content import Piece
from dragoman.brief.quoting import quotes
from dragoman.brief.sentences import sentences
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Statement
from dragoman.domain.text import Span


def test_a_quote_stands_in_its_sentence_with_one_on_either_side(situation: Situation) -> None:
    shown = "".join(p.text for p in quotes(situation)["courier#s1"].pieces)
    assert shown == (
        "The talks resumed in the capital. Ruritania reportedly wants to keep its harbour unless Graustark objects, the "
        "Mock Monitor said, citing people familiar with the talks. Nobody else would comment."
    )


def test_a_sentence_in_another_block_is_set_off(situation: Situation) -> None:
    shown = "".join(p.text for p in quotes(situation)["courier#s2"].pieces)
    assert shown.startswith("Nobody else would comment. ¶ Ruritania paid $23 million")


def test_the_chain_runs_from_the_outlet_inwards(situation: Situation) -> None:
    assert (
        quotes(situation)["courier#s1"].chain
        == "Example Courier, citing the Mock Monitor, citing people familiar with the talks"
    )
    assert quotes(situation)["courier#s2"].chain == "Example Courier"


def test_the_words_that_hedge_are_marked_within_the_quote(situation: Situation) -> None:
    quote = quotes(situation)["courier#s1"]
    assert [p.text for p in quote.pieces if p.hedge] == ["reportedly"]
    assert [p.text for p in quote.pieces if p.condition] == ["unless Graustark objects"]
    assert "".join(p.text for p in quote.pieces if p.quoted) == quote.exact
    assert quote.hedges == ("reportedly",)


def test_selectors_hold_what_stands_around_the_quote(situation: Situation) -> None:
    quote = quotes(situation)["monitor#s1"]
    text = situation.reports["monitor"].text
    assert text[quote.start : quote.end] == quote.exact == "It refused to sign the lease"
    assert text[: quote.start].endswith(quote.prefix)
    assert text[quote.end :].startswith(quote.suffix)
    assert len(quote.suffix) == 32


def test_a_neighbouring_sentence_of_thousands_of_words_is_cut() -> None:
    text = f"{'word ' * 5000}end. The treaty holds. {'more ' * 5000}end."
    shown = "".join(p.text for p in _one(text, Span(text.index("The treaty"), text.index(" holds") + 6)))
    assert "The treaty holds" in shown
    assert len(shown) < 1600
    assert shown.startswith("…")
    assert shown.endswith("…")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended. Then it began.", ["It ended.", "Then it began."]),
        ("The U.S. envoy left. He smiled.", ["The U.S. envoy left.", "He smiled."]),
        ("Gen. Example spoke on Dec. 14 in Graustark. No one came.", ["Gen. Example spoke on Dec. 14 in Graustark.", "No one came."]),
        ("“We stay.” It was late.", ["“We stay.”", "It was late."]),
        ("It cost 3.5 million. fine", ["It cost 3.5 million. fine"]),
    ],
)  # fmt: skip
def test_sentences_end_at_stops_that_end_them(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences(Report("r", "r.txt", text, ()))] == expected


def test_captions_and_bylines_are_no_neighbours_of_a_quote() -> None:
    text = "By a reporter\n\nThe treaty holds.\n\nA photo of the harbour."
    blocks = (
        Block(Span(0, 13), BlockKind.BYLINE),
        Block(Span(15, 32), BlockKind.PARAGRAPH),
        Block(Span(34, 57), BlockKind.CAPTION),
    )
    assert [s.of(text) for s in sentences(Report("r", "r.txt", text, blocks))] == ["The treaty holds."]


@given(st.text(max_size=200), st.data())
def test_the_quoted_pieces_are_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = _one(text, Span(start, end))
    shown = "".join(p.text for p in pieces if p.quoted)
    assert "".join(shown.split()) == "".join(text[start:end].split())


def _one(text: str, span: Span) -> tuple[Piece, ...]:
    report = Report("r", "r.txt", text, (), published=date(2025, 1, 1))
    statement = Statement("s1", span, span.of(text), Kind.EVENT, "AID", None)
    situation = Situation((Reading(report),), {"r#s1": statement}, {"r": report}, {"r#s1": "r"}, {})
    return quotes(situation)["r#s1"].pieces
