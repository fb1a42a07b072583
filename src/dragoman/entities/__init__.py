"""The dated catalogue, and who a mention is."""

from __future__ import annotations

from dragoman.domain.mention import Mention, Referents
from dragoman.domain.parse import Parse
from dragoman.domain.report import Report
from dragoman.entities.catalogue import Catalogue
from dragoman.entities.gazetteer import Gazetteer
from dragoman.entities.mentions import find_mentions
from dragoman.entities.refer import refer

__all__ = ["Catalogue", "Gazetteer", "identify"]


def identify(
    report: Report, parse: Parse, catalogue: Catalogue, gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], Referents]:
    """The report's named mentions, and what its noun phrases stand for."""
    found = find_mentions(report, parse, catalogue, gazetteer)
    return tuple(f.mention for f in found), refer(report, parse, found, catalogue)
