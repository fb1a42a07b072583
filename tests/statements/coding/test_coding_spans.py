"""Every statement stands in the text word for word."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from dragoman.statements.coding.lexicon import lexicon
from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model
EXAMPLES = [e.example for e in lexicon()][::9]


@limits(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=4), st.sampled_from([" ", "\n\n", "\r\n\r\n", "\t"]))
def test_quotes_triggers_and_roles_are_at_their_places(coded: Coded, sentences: list[str], gap: str) -> None:
    text = gap.join(sentences)
    found = coded(text)
    assert [s.id for s in found] == [f"s{n}" for n in range(1, len(found) + 1)]
    for s in found:
        assert s.quote == s.span.of(text)
        assert s.trigger is not None and s.span.holds(s.trigger.span)
        for part in (s.trigger, s.actor, s.recipient, s.object, s.condition):
            assert part is None or part.text == part.span.of(text)


@pytest.mark.parametrize(
    "text, quote",
    [
        ("Analysts said Ruritania attacked Graustark on Monday.", "Ruritania attacked Graustark on Monday"),
        ("Ruritania fell, and Zenda attacked Graustark (the republic).", "Zenda attacked Graustark (the republic)"),
        ("ZENDA, July 4 (Wire) - Ruritania attacked Graustark.", "Ruritania attacked Graustark"),
        ("When Ruritania attacked Graustark, prices rose.", "Ruritania attacked Graustark"),
        (
            "Ruritania, which denounced Zenda, wants to keep its base.",
            "Ruritania, which denounced Zenda, wants to keep its base",
        ),
    ],
)
def test_the_quote_is_the_smallest_clause(text: str, quote: str, coded: Coded) -> None:
    assert quote in {s.quote for s in coded(text)}


def test_no_statement_comes_from_nothing(coded: Coded) -> None:
    assert [coded(text) for text in ("", " \n", "...", "???", "Attack! Attack!", "(ii)")] == [()] * 6
