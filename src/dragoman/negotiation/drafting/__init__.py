"""From what was said to a graph model: options, preferences and the status quo, each with its quotes."""

from __future__ import annotations

from dragoman.negotiation.drafting.drafting import draft
from dragoman.negotiation.drafting.toml_text import heading_of, toml_of

__all__ = ["draft", "heading_of", "toml_of"]
