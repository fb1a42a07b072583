"""The exceptions that Dragoman raises.

    DragomanError
    ├── UsageError      the call itself makes no sense (exit code 2)
    ├── InputError      nothing could be done with what was given (exit code 1)
    │   └── ModelError  a graph model that cannot be solved; carries every fault found
    ├── CaseError       a case cannot be opened, read or written
    └── ParserError     the language model is missing or broken

Bad input is a value (`dragoman.domain.problem.Problem`) wherever the rest of the work can go on.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.problem import Problem


class DragomanError(Exception):
    """What every exception of this package is; `problems` says where, what and what to do."""

    exit_code = 1

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class UsageError(DragomanError):
    """The call itself makes no sense."""

    exit_code = 2


class InputError(DragomanError):
    """Nothing could be done with what was given."""


class ModelError(InputError):
    """A graph model that cannot be solved."""


class CaseError(DragomanError):
    """A case cannot be opened, read or written."""


class ParserError(DragomanError):
    """The language model is missing or broken."""
