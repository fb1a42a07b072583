"""What tests share: the model loaded once, and what is skipped where something is absent."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.settings import Settings

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = pytest.mark.skip(reason="no ../shared beside the checkout")
    browserless = pytest.mark.skip(reason="no Chromium found")
    for item in items:
        if "shared" in item.keywords and not SHARED.is_dir():
            item.add_marker(absent)
        if "browser" in item.keywords and chromium() is None:
            item.add_marker(browserless)


def chromium() -> str | None:
    """Where a Chromium stands, None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def settings() -> Settings:
    """One parser and one catalogue for all tests that need the model."""
    from dragoman.settings import Settings

    return Settings()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated texts and reports."""
    return SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    """The shipped examples."""
    return Path(__file__).resolve().parents[1] / "examples"
