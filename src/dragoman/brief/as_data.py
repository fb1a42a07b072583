"""An outline as JSON-able data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from dragoman.brief.content import Lines, Network, Outline, Section, Table, Timeline

Json = dict[str, Any]
_KIND = {Lines: "lines", Table: "table", Network: "network", Timeline: "timeline"}


def data(outline: Outline) -> Json:
    """All that the page says: sections of blocks of lines, and the quotes by id. Days are YYYY-MM-DD."""
    return {
        "title": outline.title,
        "subtitle": outline.subtitle,
        "as_of": _plain(outline.as_of),
        "known_by": _plain(outline.known_by),
        "summary": _section(outline.summary),
        "sections": [_section(s) for s in outline.sections],
        "quotes": {name: _plain(quote) for name, quote in outline.quotes.items()},
        "texts": [_plain(t) for t in outline.texts],
        "problems": [_plain(p) for p in outline.problems],
    }


def _section(section: Section) -> Json:
    blocks = [{"block": _KIND[type(b)], **_plain(b)} for b in section.blocks]
    return {"id": section.id, "title": section.title, "lead": section.lead, "blocks": blocks}


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, str):
        return str(value)
    return value
