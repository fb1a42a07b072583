"""Verbs on a case: a folder with `dragoman.toml`, `entities.toml`, `reports/` and one file that holds all that was read."""

from __future__ import annotations

from dragoman.cases.adding import Added, add, read_again
from dragoman.cases.folder import Case, init, open_case
from dragoman.cases.situations import prepare, situation

__all__ = ["Added", "Case", "add", "init", "open_case", "prepare", "read_again", "situation"]
