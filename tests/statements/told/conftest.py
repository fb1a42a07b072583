"""Reads made-up reports with the language model, through to the statements of what is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from dragoman.api import read_report
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import ASSERTED, Statement
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings

Read = Callable[[str], Reading]
Told = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def read(settings: Settings) -> Read:
    """All that is found in a report of the Sample Wire of 15 January 2024."""

    @cache
    def made(text: str) -> Reading:
        return read_report(
            Report("x", "x", text, find_blocks(text), outlet="Sample Wire", published=date(2024, 1, 15)), settings
        )

    return made


@pytest.fixture(scope="session")
def loose(settings: Settings) -> Told:
    """The states of affairs told in a text that no outlet stands over."""

    def made(text: str) -> tuple[Statement, ...]:
        reading = read_report(Report("x", "x", text, find_blocks(text), published=date(2024, 1, 15)), settings)
        return tuple(s for s in reading.statements if s.type == ASSERTED)

    return made


@pytest.fixture(scope="session")
def told(read: Read) -> Told:
    """The states of affairs told in it."""
    return lambda text: tuple(s for s in read(text).statements if s.type == ASSERTED)
