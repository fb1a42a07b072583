"""The meeting that a clause says something was said at."""

from __future__ import annotations

import re

from dragoman.domain.text import Span
from dragoman.situation.acts import acts
from dragoman.situation.words import stem

BEFORE = 60
"""How many code points before a clause may name the meeting that it was said at."""
_AT = re.compile(
    r"\b(?:during|in|at|after|following)\s+(?:their|the|a|this|that|his|her)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<meeting>call|conversation|talks|negotiations|visit|meeting|summit)\b",
    re.IGNORECASE,
)


def meeting_named(text: str, clause: Span) -> str:
    """The form of the meeting that the clause, or the words just before it, says it was at; "" for none."""
    found = _AT.search(text[max(0, clause.start - BEFORE) : clause.end])
    return acts().forms.get(stem(found["meeting"]), "") if found else ""
