"""The examples of `docs/attributions.md` read as the page says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.statements.attributions import chain, find_attributions
from dragoman.statements.context import Context

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "attributions.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")]
CUES = [row[1] for row in ROWS if "[" in row[1] and not row[0].startswith("transcript")]
VOICES = [(row[0], row[1]) for row in ROWS if "left" in row[0] and row[0] != "text"]


@pytest.mark.parametrize("marked", CUES)
def test_the_marked_source_cue_and_contents_are_found(context: Callable[[str], Context], marked: str) -> None:
    text = re.sub(r"[*\[\]]", "", marked)
    sources = re.findall(r"\*\*(.+?)\*\*", marked)
    contents = tuple(re.findall(r"\[(.+?)\]", marked))
    cue = re.search(r"(?<!\*)\*([^*]+)\*(?!\*)", marked)
    found = [
        (a.source.of(text) if a.source else None, a.cue.of(text) if a.cue else "", tuple(s.of(text) for s in a.content))
        for a in find_attributions(context(text))
    ]
    match = [f for f in found if f[2] == contents and f[0] == (sources[0] if sources else None)]
    assert match, found
    assert cue is None or cue[1] in match[0][1]


@pytest.mark.parametrize(("text", "names"), VOICES)
def test_the_voices_over_left_are_those_of_the_table(context: Callable[[str], Context], text: str, names: str) -> None:
    read = context(text)
    index = next(t.index for t in read.parse.tokens if t.text == "left")
    said = ", ".join(voice.name for voice in chain(find_attributions(read), index, read)[1])
    assert said.lower() == ("" if names.startswith("none") else names.lower())
