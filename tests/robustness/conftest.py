"""Loading that keeps reports and problems apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.reports import Given, load_reports

Load = Callable[..., tuple[list[Report], list[Problem]]]


@pytest.fixture(scope="session")
def load() -> Load:
    """Reports under some paths and every problem, read on 1 June 2025."""

    def loaded(*paths: Path | str, published: date | None = None) -> tuple[list[Report], list[Problem]]:
        reports: list[Report] = []
        problems: list[Problem] = []
        for item in load_reports([str(p) for p in paths], today=date(2025, 6, 1), given=Given(published)):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                reports.append(item[0])
                problems.extend(item[1])
        return reports, problems

    return loaded


@pytest.fixture(scope="session")
def good() -> str:
    """A text that is nothing but fine."""
    return "The ministry of Ruritania said on Monday that it would open talks with Freedonia. Nobody else spoke."
