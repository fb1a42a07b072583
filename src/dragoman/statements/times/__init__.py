"""Times of a report, and which time an event has."""

from dragoman.statements.times.attach import time_of
from dragoman.statements.times.calendar import load_calendar
from dragoman.statements.times.find import find_times

__all__ = ["find_times", "load_calendar", "time_of"]
