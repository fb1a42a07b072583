"""Search terms in the language of SQLite's full-text search (FTS5), and marks in a text back to spans."""

from __future__ import annotations

import re
from collections.abc import Sequence

OPEN, CLOSE = "\x01", "\x02"
"""What `highlight` puts around words; texts are stored without these characters."""
_UNSTORABLE = re.compile("[\x00\x01\x02\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with each character that SQLite or the marks cannot take replaced by one U+FFFD: offsets stay."""
    return _UNSTORABLE.sub("\ufffd", text)


def match_expression(terms: Sequence[str]) -> str:
    """All of `terms`: each a word, a phrase of several words, or, with a last `*`, the start of a word."""
    return " AND ".join(_term(term) for term in terms)


def _term(term: str) -> str:
    prefix = term.endswith("*") and len(term) > 1
    words = (term[:-1] if prefix else term).replace('"', '""')
    return f'"{words}"{" *" if prefix else ""}'


def spans(marked: str) -> tuple[tuple[int, int], ...]:
    """Where the marked words stand in the text without its marks."""
    found, start = [], 0
    for shift, match in enumerate(re.finditer(f"[{OPEN}{CLOSE}]", marked)):
        place = match.start() - shift
        if match.group() == OPEN:
            start = place
        else:
            found.append((start, place))
    return tuple(found)
