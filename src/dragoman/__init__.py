"""Dragoman reads reports on an international negotiation and rebuilds the system behind it, a quote under every line.

What is listed in `__all__` is public and loaded at first use; `dragoman.negotiation` stands alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = [
    "DragomanError",
    "Given",
    "Problem",
    "Reading",
    "Report",
    "Settings",
    "Situation",
    "Statement",
    "__version__",
    "read_paths",
    "read_report",
    "reading_record",
]

__version__ = "0.1.0"

_HOMES = {
    "DragomanError": "dragoman.errors",
    "Given": "dragoman.api",
    "Problem": "dragoman.domain.problem",
    "Reading": "dragoman.domain.reading",
    "Report": "dragoman.domain.report",
    "Settings": "dragoman.settings",
    "Situation": "dragoman.domain.situation",
    "Statement": "dragoman.domain.statement",
    "read_paths": "dragoman.api",
    "read_report": "dragoman.api",
    "reading_record": "dragoman.records",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
