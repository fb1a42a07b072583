"""Governments that fell, and those that followed them."""

from __future__ import annotations

from datetime import date

from dragoman.domain.entity import Entity, EntityKind
from dragoman.ports import Directory

_MOST = 20


class Succession:
    """What the catalogue knows of the ends of governments: they pass on debts and agreements, not positions."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def fell(self, side: str) -> date | None:
        """The last day of a government; None for one that sits, and for any other side."""
        found = self._government(side)
        return found.period.last if found is not None else None

    def heir(self, side: str, today: date | None) -> tuple[str | None, date | None]:
        """The government that came in the place of `side` by `today`, and its first day; (None, None) where none did."""
        fallen = self._government(side)
        if fallen is None or fallen.period.last is None or fallen.country is None or today is None:
            return None, None
        now = self._government(self._directory.government(fallen.country, today))
        later = now
        for _ in range(_MOST):
            if later is None or later.id == side:
                return None, None
            if later.follows == side and now is not None:
                return now.id, later.period.first
            later = self._government(later.follows) if later.follows else None
        return None, None

    def _government(self, side: str) -> Entity | None:
        found = self._directory.entity(side)
        return found if found is not None and found.kind is EntityKind.GOVERNMENT else None
