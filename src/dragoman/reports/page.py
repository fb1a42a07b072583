"""Web pages: the article's text and what the page says of it; scripts, menus and mark-up left out, nothing fetched."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date

from dragoman.domain.report import PublishedFrom
from dragoman.reports.metadata import Metadata

MOST_TAGS = 20_000
"""Beyond these trafilatura's second opinions, which take quadratic time in the number of blocks, are not asked."""
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Page:
    """Extracted text ("" where the page has no article) and metadata."""

    text: str
    metadata: Metadata


def extract(html: str, *, today: date) -> Page:
    """The article of a page, by trafilatura (Barbaresi 2021); its day by htmldate (Barbaresi 2020)."""
    import trafilatura
    from htmldate import find_date

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    page = f" {html}"  # what begins with "http" and has no space is fetched by both libraries
    try:
        document = trafilatura.bare_extraction(
            page, include_comments=False, include_tables=False, with_metadata=True, fast=html.count("<") > MOST_TAGS
        )
    except Exception:  # what two libraries may raise on a page made to break them is no closed set
        document = None
    if document is None:
        return Page("", Metadata())
    found = document if isinstance(document, dict) else document.as_dict()
    try:
        printed = find_date(page, original_date=True, extensive_search=False, max_date=today.isoformat())
    except Exception:
        printed = None
    day = date.fromisoformat(printed) if printed else None
    authors = tuple(a.strip() for a in (found.get("author") or "").split(";") if a.strip())
    text = _BLANK.sub("\n\n", (found.get("text") or found.get("raw_text") or "")).strip()
    return Page(
        text,
        Metadata(
            title=found.get("title") or None,
            outlet=found.get("sitename") or None,
            authors=authors,
            published=day,
            published_from=PublishedFrom.METADATA if day else PublishedFrom.NONE,
            url=found.get("url") or None,
        ),
    )
