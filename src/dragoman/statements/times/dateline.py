"""The day of writing, where a dateline gives it: "GENEVA, March 12 (Agency) --"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.statements.times.lexeme import Line
from dragoman.statements.times.reckoning import DAY

_PATTERN = re.compile(r"M;?N,?Y?[.-]")
_REACH = 30
_LAG = 4


def dateline(lines: Sequence[Line], published: date | None) -> date | None:
    """The dateline's day where one stands among the first words of `lines` and is at most four days before `published`.

    "Today" is the day of writing; `published` where there is no dateline.
    """
    if published is None:
        return None
    for line in lines:
        for match in _PATTERN.finditer(line.kinds[:_REACH]):
            first = match.start()
            parts = line.lexemes[first : match.end()]
            opener = parts[-1]
            if opener.low not in ("(", "-", "--", "\u2013", "\u2014") or not _after_place(line, first):
                continue
            number = next(x.value for x in parts if x.kind == "N")
            for lag in range(_LAG + 1):
                day = published - lag * DAY
                if (day.month, day.day) == (parts[0].value, number):
                    return day
    return published


def _after_place(line: Line, first: int) -> bool:
    """True where a comma and a name come before."""
    before = line.lexemes[max(first - 2, 0) : first]
    return len(before) == 2 and before[1].kind == "," and before[0].capital
