"""Words looked for in the texts of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dragoman.cases.folder import Case
from dragoman.cases.versions import standing
from dragoman.domain.case import Clocks, Version
from dragoman.domain.text import Span
from dragoman.errors import UsageError

_AT_ONCE = 50
_AROUND = 160
"""Characters shown on either side of the first words found, at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """A report in which all the words stand: where each does, and the passage around the first."""

    version: Version
    spans: tuple[Span, ...]
    passage: Span
    text: str


def search(case: Case, words: Sequence[str], clocks: Clocks, *, limit: int = 20) -> Iterator[Found]:
    """The reports with all of `words`, best first: words, "phrases in one argument", beginnings*.

    With `known_by` only what had been published by then is searched, undated reports left out. `UsageError` without a word.
    """
    terms = [" ".join(term.split()) for term in words if re.search(r"\w", term)]
    if not terms:
        raise UsageError("give a word to search for")
    return islice(_found(case, terms, clocks), limit)


def _found(case: Case, terms: list[str], clocks: Clocks) -> Iterator[Found]:
    keys = iter(case.archive.search(terms))
    while some := list(islice(keys, _AT_ONCE)):
        by_key = {v.key: v for v in case.archive.versions(keys=some)}
        reports = {v.report for v in by_key.values()}
        stand = {v.key for v in standing(case.archive.versions(reports=reports), clocks.known_by)}
        for key in some:
            version = by_key[key]
            if key not in stand or (clocks.known_by is not None and version.published is None):
                continue
            spans = tuple(Span(*pair) for pair in case.archive.find(terms, key).spans)
            text = case.archive.report(key).text
            passage = _around(spans[0], text) if spans else Span(0, min(len(text), _AROUND))
            yield Found(version, spans, passage, passage.of(text))


def _around(span: Span, text: str) -> Span:
    """The span with whole words to either side, no further than its paragraph."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _AROUND)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)
