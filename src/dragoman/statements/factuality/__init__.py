"""How sure a report and its voices are of each event."""

from dragoman.statements.factuality.grade import grade

__all__ = ["grade"]
