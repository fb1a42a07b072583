"""The parse view: mark-up and addresses masked, white space folded, broken paragraphs joined; every character maps back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.view import Chunk

_MASKS = re.compile(
    r"""
    (?<![!-~])[!-~]{300,}                       # an unbroken run of ASCII longer than any word: encoded data
  | (?<![^\w\s])[^\w\s]{40,}                    # a ruler or other run of signs
  | !\[[^\[\]]{0,500}\]\([^)\s]{0,2000}\)       # a picture
  | (?<=\])\([^)\s]{0,2000}\)                   # where a link goes
  | <?https?://[^\s>)\]]+>?                     # a bare address
  | ^[ \t]*(?:\#{1,6}|>|[*\u2022\u00b7\u25cf-])[ \t]+  # heading, block quotation, bullet
  | ^[ \t]*\d{1,2}[.)][ \t]+(?=\D)              # number of an item
  | \*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)   # emphasis
  | [\u00ad\u200b-\u200f\u2060\ufeff]           # soft and invisible characters
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINK = re.compile(r"\[([^\[\]]*)\](?=\([^)\s]{0,2000}\))")
_APOSTROPHE = re.compile(r"(?<=\w)\u2019(?=(?:s|m|d|t|re|ve|ll)\b)|(?<=s)\u2019(?=\s)")
_UNPARSED = frozenset({BlockKind.ADDRESS, BlockKind.NAVIGATION})


def chunks(report: Report) -> tuple[Chunk, ...]:
    """What the parser is to see, in text order; a paragraph broken in two by a page break comes as one chunk."""
    found: list[Chunk] = []
    for group in _joined(report):
        first = group[0]
        chunk = _chunk(report.text, [report.blocks[i] for i in group], first)
        if chunk.text.strip():
            found.append(chunk)
    return tuple(found)


def _joined(report: Report) -> Iterator[list[int]]:
    group: list[int] = []
    for number, block in enumerate(report.blocks):
        if block.kind in _UNPARSED:
            continue
        if group and _runs_on(report.text, report.blocks[group[-1]], block):
            group.append(number)
        else:
            if group:
                yield group
            group = [number]
    if group:
        yield group


def _runs_on(text: str, before: Block, after: Block) -> bool:
    if before.kind is not BlockKind.PARAGRAPH or after.kind is not BlockKind.PARAGRAPH:
        return False
    end, start = before.span.of(text).rstrip(), after.span.of(text).lstrip()
    return bool(end and start) and (end[-1].isalnum() or end[-1] in ",;-\u2013\u2014") and start[0].islower()


def _chunk(text: str, blocks: list[Block], number: int) -> Chunk:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for block in blocks:
        at, piece = block.span.start, block.span.of(text)
        hidden = _hidden(piece)
        piece = _APOSTROPHE.sub("'", piece)
        for i, character in enumerate(piece):
            if i in hidden:
                continue
            if character.isspace():
                character = " "
                if not out or out[-1] == " ":
                    continue
            out.append(character)
            starts.append(at + i)
            ends.append(at + i + 1)
        if out and out[-1] != " ":
            out.append(" ")
            starts.append(block.span.end - 1)
            ends.append(block.span.end)
    while out and out[-1] == " ":
        out.pop(), starts.pop(), ends.pop()
    return Chunk("".join(out), tuple(starts), tuple(ends), number, blocks[0].kind)


def _hidden(piece: str) -> set[int]:
    hidden: set[int] = set()
    for match in _MASKS.finditer(piece):
        hidden.update(range(match.start(), match.end()))
    for match in _LINK.finditer(piece):
        hidden.update((match.start(), match.end() - 1))
    return hidden
