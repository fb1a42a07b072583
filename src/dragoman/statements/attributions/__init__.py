"""Who is said to say or think what, and the chain of voices over a word."""

from __future__ import annotations

from dragoman.statements.attributions.chains import chain
from dragoman.statements.attributions.find import find_attributions

__all__ = ["chain", "find_attributions"]
