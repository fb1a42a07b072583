"""The page "How sure is sure" gives the bands that the table holds."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.statements.forecasts.words import bands, table

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-sure-is-sure.md"
ROW = re.compile(r"^\| ([a-z ,()]+) \|(?: \d+ % \|)? (\d+)-(\d+) % ", re.M)


def test_every_row_of_bands_on_the_page_is_that_of_the_table() -> None:
    rows = ROW.findall(PAGE.read_text("utf-8"))
    assert len(rows) >= 14
    for names, low, high in rows:
        for word in re.split(r", | \(", names.rstrip(")")):
            band = next(b for phrase, b in bands().items() if phrase in (word, f"{word} to"))
            if word not in ("certainly",):
                assert (round(100 * band.low), round(100 * band.high)) == (int(low), int(high)), word


def test_every_term_of_icd_203_stands_on_the_page() -> None:
    text = PAGE.read_text("utf-8")
    assert all(word in text for word in table()["icd"] if " " not in word)
