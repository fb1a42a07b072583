"""The day of publication, where a line of the report prints it."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
)
_NUMBER = {name: i for names in _MONTHS for i, name in enumerate(names, 1)} | {"sept": 9}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\.?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d))\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^[\W\d]*(?:(?:published|posted|updated|date|on|last|modified|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tue|wed|thu|fri|sat|sun|at|am|pm|gmt|utc|est|edt|cet|bst|by|first|print|edition|[a-z]{2,20}\s+staff)\b[\W\d]*)*$",
    re.IGNORECASE,
)

_BESIDE = re.compile(r"[^.!?;:,|]{2,40}[,|\u00b7\u2022]\s*")
_BESIDE_AFTER = re.compile(r"\s*[|\u00b7\u2022]\s*[^.!?;:]{2,40}")


def find_day(line: str) -> date | None:
    """The first full date in `line`; None where there is none or it cannot be."""
    match = _DAY.search(line)
    if match is None:
        return None
    year = match["year"] or match["year2"] or match["year3"]
    month = match["month"] or match["month2"] or match["month3"]
    day = match["day"] or match["day2"] or match["day3"]
    try:
        return date(int(year), _NUMBER.get(month.lower(), 0) or int(month), int(day))
    except ValueError:
        return None


def day_of_line(line: str) -> date | None:
    """The date of a line that holds little but a date ("Published: 3 May 2021, 10:15 GMT")."""
    day = find_day(line)
    if day is None:
        return None
    match = _DAY.search(line)
    assert match is not None
    before, after = line[: match.start()], line[match.end() :]
    if _AROUND.match(before) and _AROUND.match(after):
        return day
    beside = (
        _BESIDE.fullmatch(before)
        if not after.strip()
        else _BESIDE_AFTER.fullmatch(after)
        if not before.strip()
        else None
    )
    return day if beside else None


def day_of_dateline(line: str) -> date | None:
    """The date before the dash of a dateline ("GENEVA, 3 May 2021 (Example Wire) - ...")."""
    head, dash, _ = (
        re.split(r"(\s[-\u2013\u2014]\s)", line, maxsplit=1)[:3]
        if re.search(r"\s[-\u2013\u2014]\s", line)
        else (line, "", "")
    )
    if not dash or len(head) > 90 or not head[:3].isupper():
        return None
    return find_day(head)
