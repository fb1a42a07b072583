"""Copies of reports and of paragraphs, and the wires named in them."""

from __future__ import annotations

from dragoman.situation.copies.credits import credited, same_outlet
from dragoman.situation.copies.find import NO_COPIES, Copies, copies_among, credits_of, find_copies, in_order
from dragoman.situation.copies.grams import Page, page_of

__all__ = [
    "NO_COPIES",
    "Copies",
    "Page",
    "copies_among",
    "credited",
    "credits_of",
    "find_copies",
    "in_order",
    "page_of",
    "same_outlet",
]
