"""Roots: who originated what a statement says."""

from __future__ import annotations

from dragoman.situation.roots.chain import UNKNOWN_OUTLET, Origin, Origins
from dragoman.situation.roots.count import leads_of, more_roots, roots_of

__all__ = ["UNKNOWN_OUTLET", "Origin", "Origins", "leads_of", "more_roots", "roots_of"]
