"""Copies of reports and of paragraphs, and the wires named in them."""

from __future__ import annotations

from dragoman.situation.copies.credits import credited, same_outlet
from dragoman.situation.copies.find import Copies, find_copies, in_order

__all__ = ["Copies", "credited", "find_copies", "in_order", "same_outlet"]
