"""Claims: what statements of several reports add up to."""

from __future__ import annotations

from dragoman.situation.claims.build import build_claims
from dragoman.situation.claims.replay import Before

__all__ = ["Before", "build_claims"]
