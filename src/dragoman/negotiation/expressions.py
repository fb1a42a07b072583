"""Statements about a state: option ids joined by not, and, or, if, iff and parentheses, binding in that order.

    iff   := if ("iff" if)*
    if    := or ("if" or)*          a if b: b implies a; a chain is read from the left
    or    := and ("or" and)*
    and   := not ("and" not)*
    not   := "not" not | "(" iff ")" | id

An id is a run of letters, digits, `_`, `-`, `.`, `:` or `/`; any other, and one of the five words, stands in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

Operator = Literal["and", "or", "if", "iff"]
WORDS = ("not", "and", "or", "if", "iff")
_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<paren>[()])|(?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<word>[\w\-.:/]+)"""
)
_LADDER: tuple[Operator, ...] = ("iff", "if", "or", "and")


@dataclass(frozen=True, slots=True)
class Name:
    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Not:
    of: Expression


@dataclass(frozen=True, slots=True)
class Both:
    """`left operator right`."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Name | Not | Both


class ExpressionError(ValueError):
    """An expression that does not parse; line and column are 1-based."""

    def __init__(self, line: int, column: int, what: str) -> None:
        super().__init__(f"line {line}, column {column}: {what}")
        self.line, self.column, self.what = line, column, what


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int
    column: int


def _tokens(text: str) -> Iterator[_Token]:
    at, line, start = 0, 1, 0
    while at < len(text):
        column = at - start + 1
        found = _TOKEN.match(text, at)
        if found is None:
            what = (
                "a quote that is not closed" if text[at] in "\"'" else f"the character {text[at]!r} has no meaning here"
            )
            raise ExpressionError(line, column, what)
        if found.lastgroup == "quoted":
            yield _Token("id", re.sub(r"\\(.)", r"\1", found.group()[1:-1]), line, column)
        elif found.lastgroup == "paren":
            yield _Token(found.group(), found.group(), line, column)
        elif found.lastgroup == "word":
            yield _Token(found.group() if found.group() in WORDS else "id", found.group(), line, column)
        breaks = text.count("\n", at, found.end())
        if breaks:
            line, start = line + breaks, text.rindex("\n", at, found.end()) + 1
        at = found.end()
    yield _Token("end", "the end", line, at - start + 1)


class _Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.at = 0

    def take(self, kind: str) -> _Token | None:
        token = self.tokens[self.at]
        if token.kind != kind:
            return None
        self.at += 1
        return token

    def fail(self, wanted: str) -> ExpressionError:
        token = self.tokens[self.at]
        shown = token.text if token.kind == "end" else repr(token.text)
        return ExpressionError(token.line, token.column, f"{wanted} is wanted here, not {shown}")

    def level(self, rung: int) -> Expression:
        if rung == len(_LADDER):
            return self.atom()
        left = self.level(rung + 1)
        while self.take(_LADDER[rung]):
            left = Both(_LADDER[rung], left, self.level(rung + 1))
        return left

    def atom(self) -> Expression:
        if self.take("not"):
            return Not(self.atom())
        if self.take("("):
            inner = self.level(0)
            if not self.take(")"):
                raise self.fail("a closing parenthesis")
            return inner
        token = self.take("id")
        if token is None:
            raise self.fail("an option id, 'not' or '('")
        return Name(token.text, token.line, token.column)


def parse(text: str) -> Expression:
    """The expression; raises ExpressionError at the first place that does not fit the grammar."""
    parser = _Parser(text)
    try:
        expression = parser.level(0)
    except RecursionError:
        token = parser.tokens[parser.at]
        raise ExpressionError(token.line, token.column, "parentheses or nots are nested too deeply") from None
    if not parser.take("end"):
        raise parser.fail("'and', 'or', 'if', 'iff' or the end")
    return expression


def names(expression: Expression) -> Iterator[Name]:
    """Every option id in the expression, left to right, with its place."""
    ahead = [expression]
    while ahead:
        at = ahead.pop()
        if isinstance(at, Name):
            yield at
        elif isinstance(at, Not):
            ahead.append(at.of)
        else:
            ahead += [at.right, at.left]


Truth = TypeVar("Truth")


def evaluate(expression: Expression, taken: Callable[[str], Truth]) -> Truth:
    """The truth of the expression: `taken(id)` is a boolean or an array of them, combined with ~, & and |.

    A chain of operators is walked, not recursed into, so that it may be as long as it likes.
    """
    chain: list[Both] = []
    while isinstance(expression, Both):
        chain.append(expression)
        expression = expression.left
    truth = taken(expression.id) if isinstance(expression, Name) else _invert(evaluate(expression.of, taken))
    for both in reversed(chain):
        truth = _combine(both.operator, truth, evaluate(both.right, taken))
    return truth


def _combine(operator: Operator, left: Truth, right: Truth) -> Truth:
    if operator == "and":
        return left & right  # type: ignore[operator, no-any-return]
    if operator == "or":
        return left | right  # type: ignore[operator, no-any-return]
    if operator == "if":
        return left | _invert(right)  # type: ignore[operator, no-any-return]
    return _invert(left ^ right)  # type: ignore[operator, no-any-return]


def _invert(truth: Truth) -> Truth:
    return (not truth) if isinstance(truth, bool) else ~truth  # type: ignore[operator, return-value]
