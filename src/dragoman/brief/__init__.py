"""A page that a person reads, and the same as data."""

from __future__ import annotations

from dragoman.brief.as_data import data
from dragoman.brief.as_html import html
from dragoman.brief.as_markdown import markdown
from dragoman.brief.composing import outline
from dragoman.brief.content import Group, Line, Lines, Network, Outline, Quote, Section, Table, Tag, Timeline

__all__ = [
    "Group",
    "Line",
    "Lines",
    "Network",
    "Outline",
    "Quote",
    "Section",
    "Table",
    "Tag",
    "Timeline",
    "data",
    "html",
    "markdown",
    "outline",
]
