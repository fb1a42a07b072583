"""Forecasts and words of probability."""

from dragoman.statements.forecasts.mark import mark_forecasts
from dragoman.statements.forecasts.words import probability

__all__ = ["mark_forecasts", "probability"]
