"""Which words of a statement name what is wanted done."""

from __future__ import annotations

from dragoman.domain.statement import Kind, Stance, Statement, Words
from dragoman.domain.text import Span
from dragoman.negotiation.drafting.deed_words import phrase_of


def wanting(text: str, object_: str) -> Statement:
    trigger = Span(text.index("wants"), text.index("wants") + len("wants"))
    obj = Span(text.index(object_), text.index(object_) + len(object_))
    return Statement(
        "s1", Span(0, len(text)), text, Kind.STANCE, Stance.WANT, Words(trigger, "wants"), object=Words(obj, object_)
    )


def test_what_a_relative_clause_tells_is_not_what_is_wanted() -> None:
    text = "Graustark wants a deal that would keep the base of another power."
    phrase, start = phrase_of(wanting(text, text[16:-1]), text)
    assert (phrase, start) == ("a deal", 16)


def test_the_whole_of_what_is_wanted_is_read_where_nothing_hangs_on_it() -> None:
    text = "Graustark wants the base that it built closed by spring."
    phrase, _ = phrase_of(wanting(text, text[16:-1]), text)
    assert phrase == "the base that it built closed by spring"
