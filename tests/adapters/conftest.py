"""Both archives, empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.adapters.memory_archive import MemoryArchive
from dragoman.adapters.sqlite_archive import SqliteArchive
from dragoman.ports import Archive


@pytest.fixture(params=["memory", "sqlite"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """An archive in memory, and one in a file."""
    made: Archive = MemoryArchive()
    if request.param == "sqlite":
        made = SqliteArchive(tmp_path / "case.sqlite", create=True, wait=0.2)
    yield made
    made.close()
