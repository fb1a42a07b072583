"""Expressions over option ids: how they bind, what they refuse, and statements compared lexicographically."""

from __future__ import annotations

import pytest

from dragoman.negotiation.expressions import ExpressionError, evaluate, parse
from dragoman.negotiation.preferences import lexicographic


def truth(expression: str, **taken: bool) -> bool:
    return evaluate(parse(expression), lambda ident: taken[ident])


@pytest.mark.parametrize(
    ("expression", "a", "b", "expected"),
    [
        ("not a and b", False, True, True),
        ("not (a and b)", True, True, False),
        ("a or b and not b", True, False, True),
        ("a if b", False, True, False),
        ("a if b", False, False, True),
        ("a if b or a", True, False, True),
        ("a iff b if b", False, True, False),
        ("not a iff b", True, False, True),
    ],
)
def test_words_bind_in_the_order_not_and_or_if_iff(expression: str, a: bool, b: bool, expected: bool) -> None:
    assert truth(expression, a=a, b=b) is expected


@pytest.mark.parametrize(
    ("expression", "line", "column", "what"),
    [
        ("a and", 1, 6, "an option id"),
        ("(a or b", 1, 8, "closing parenthesis"),
        ("a b", 1, 3, "'and', 'or', 'if', 'iff' or the end"),
        ("a and\n  ) b", 2, 3, "an option id"),
        ("a & b", 1, 3, "has no meaning"),
        ("'a", 1, 1, "not closed"),
        ("", 1, 1, "an option id"),
    ],
)
def test_an_expression_that_does_not_parse_says_where(expression: str, line: int, column: int, what: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(expression)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert what in caught.value.what


def test_ids_that_are_not_words_are_quoted() -> None:
    assert truth("'cash aid' and \"and\"", **{"cash aid": True, "and": True})
    assert truth(r"'it\'s'", **{"it's": True})


def test_the_first_statement_that_differs_decides_however_many_follow() -> None:
    # 100 statements: the first alone outweighs the 99 others together, which doubles could not tell from 98.
    import numpy as np

    first = np.array([True, False, False])
    rest = [np.array([False, True, k != 98]) for k in range(99)]
    assert lexicographic([first, *rest], 3).tolist() == [2, 1, 0]


def test_a_chain_may_be_long_and_nesting_too_deep_is_said() -> None:
    assert truth(" or ".join(["a"] * 5000), a=True)
    with pytest.raises(ExpressionError, match="nested too deeply"):
        parse("(" * 5000 + "a" + ")" * 5000)
