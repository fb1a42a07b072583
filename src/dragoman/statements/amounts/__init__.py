"""Amounts of a report, and which amounts measure an event."""

from dragoman.statements.amounts.attach import amounts_of
from dragoman.statements.amounts.find import find_amounts

__all__ = ["amounts_of", "find_amounts"]
