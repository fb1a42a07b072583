"""What can be seen of a situation: positions, ties, agreements, a timeline, outlooks, actors."""

from __future__ import annotations

from dragoman.situation.views.actors import actors
from dragoman.situation.views.agreements import agreements
from dragoman.situation.views.outlooks import outlooks
from dragoman.situation.views.positions import positions
from dragoman.situation.views.ties import ties
from dragoman.situation.views.timeline import timeline

__all__ = ["actors", "agreements", "outlooks", "positions", "ties", "timeline"]
