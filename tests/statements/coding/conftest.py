"""Reads sentences with the language model; names stand for themselves, no catalogue is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from dragoman.domain.report import Report
from dragoman.domain.statement import Statement
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.settings import Settings
from dragoman.statements.coding import code
from dragoman.statements.context import Context

Coded = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def context_of(settings: Settings) -> Callable[[str], Context]:
    """The parsed text, without mentions and referents."""

    @cache
    def made(text: str) -> Context:
        report = Report("x", "x", text, find_blocks(text))
        return Context(report, settings.parser.parse(chunks(report)))

    return made


@pytest.fixture(scope="session")
def coded(context_of: Callable[[str], Context]) -> Coded:
    """The statements of a text."""

    def read(text: str) -> tuple[Statement, ...]:
        return code(context_of(text), (), (), (), ())

    return read
