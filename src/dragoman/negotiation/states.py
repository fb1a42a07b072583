"""The feasible states, as numbers: bit k of a code says whether option k is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.negotiation.expressions import Expression, evaluate, names

Codes = NDArray[np.int64]
Truths = NDArray[np.bool_]
MOST_OPTIONS = 62
MOST_STATES = 1 << 24


class TooManyStates(ValueError):
    """More than MOST_STATES candidates are left after all that is infeasible among the options so far is out."""


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """The feasible states in ascending order of code, which puts the first option's change first: NN, YN, NY, YY."""

    codes: Codes
    option_ids: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def taken(self, option_id: str) -> Truths:
        """In which states the option is taken."""
        return _bit(self.codes, self.option_ids.index(option_id))

    def where(self, expression: Expression) -> Truths:
        """In which states the expression holds."""
        return evaluate(expression, self.taken)

    def pattern(self, index: int) -> str:
        return pattern_of(int(self.codes[index]), len(self.option_ids))

    def patterns(self, indices: Sequence[int] | NDArray[np.intp] | None = None) -> tuple[str, ...]:
        """The patterns of these states, or of all."""
        codes = self.codes if indices is None else self.codes[np.asarray(indices, dtype=np.intp)]
        width = len(self.option_ids)
        letters = np.empty((len(codes), width), dtype=np.uint8)
        for k in range(width):
            letters[:, k] = np.where(codes >> k & 1, np.uint8(ord("Y")), np.uint8(ord("N")))
        text = letters.tobytes().decode("ascii")
        return tuple(text[k : k + width] for k in range(0, len(text), width))

    def index(self, code: int) -> int | None:
        """Which state has this code; None if it is not feasible."""
        at = int(np.searchsorted(self.codes, code))
        return at if at < len(self.codes) and int(self.codes[at]) == code else None


def pattern_of(code: int, width: int) -> str:
    return "".join("Y" if code >> k & 1 else "N" for k in range(width))


def code_of(pattern: str) -> int:
    """The code of a pattern without dashes."""
    return sum(1 << k for k, letter in enumerate(pattern) if letter == "Y")


def expand(pattern: str) -> Iterator[int]:
    """The codes that a pattern with dashes stands for."""
    free = [k for k, letter in enumerate(pattern) if letter == "-"]
    base = code_of(pattern)
    for choice in range(1 << len(free)):
        yield base | sum(1 << bit for k, bit in enumerate(free) if choice >> k & 1)


def feasible_codes(option_ids: Sequence[str], infeasible: Sequence[Expression]) -> Codes:
    """Every combination of options in which no infeasible expression holds.

    Options come in one by one and what is infeasible goes out as soon as its options are in, so that the cost
    follows the states that are left. Raises TooManyStates.
    """
    place = {ident: k for k, ident in enumerate(option_ids)}
    codes = np.zeros(1, dtype=np.int64)
    for k in range(-1, len(option_ids)):
        if k >= 0:
            if len(codes) * 2 > MOST_STATES:
                raise TooManyStates
            codes = np.concatenate([codes, codes | (1 << k)])
        for expression in infeasible:
            if max((place[name.id] for name in names(expression)), default=-1) == k:
                codes = codes[~evaluate(expression, _taken(codes, place))]
    return codes


def _taken(codes: Codes, place: dict[str, int]) -> Callable[[str], Truths]:
    return lambda ident: _bit(codes, place[ident])


def _bit(codes: Codes, k: int) -> Truths:
    return (codes >> k & 1).astype(np.bool_)
