"""What a report tells that has no other code: a state of affairs, its word, its quote, on whose word."""

from dragoman.statements.told.assembly import told

__all__ = ["told"]
