"""From what was said to a graph model: options, preferences and the status quo, each with its quotes; and what it answers."""

from __future__ import annotations

from dragoman.negotiation.drafting.answering import answers
from dragoman.negotiation.drafting.drafting import draft, gaps_of
from dragoman.negotiation.drafting.redrafting import Change, Redraft, marked, redraft
from dragoman.negotiation.drafting.toml_text import heading_of, toml_of
from dragoman.negotiation.drafting.whatif import changed, what_if

__all__ = [
    "Change",
    "Redraft",
    "answers",
    "changed",
    "draft",
    "gaps_of",
    "heading_of",
    "marked",
    "redraft",
    "toml_of",
    "what_if",
]
