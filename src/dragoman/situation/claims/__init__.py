"""Claims: what statements of several reports add up to."""

from __future__ import annotations

from dragoman.situation.claims.build import build_claims

__all__ = ["build_claims"]
