"""What all statements add up to: claims, positions, ties, agreements, a timeline, on two clocks."""

from __future__ import annotations

from dragoman.situation.assemble import assemble, assemble_sheets, statement_id
from dragoman.situation.copies import find_copies

__all__ = ["assemble", "assemble_sheets", "find_copies", "statement_id"]
