"""Who does what to whom, and who wants what: events, stances, ties, agreements and judgements of a report."""

from dragoman.statements.coding.assembly import code

__all__ = ["code"]
