"""What all statements add up to: claims, positions, ties, agreements, a timeline, on two clocks."""

from __future__ import annotations

from dragoman.situation.assemble import Earlier, assemble, assemble_again, assemble_sheets, statement_id
from dragoman.situation.copies import find_copies

__all__ = ["Earlier", "assemble", "assemble_again", "assemble_sheets", "find_copies", "statement_id"]
