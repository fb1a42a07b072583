"""An outline as Markdown text; what comes from reports is escaped."""

from __future__ import annotations

import re

from dragoman.brief.content import Cell, Line, Lines, Network, Outline, Quote, Section, Table, Timeline
from dragoman.brief.days import day
from dragoman.brief.show import readable

QUOTES = 2
"""The most quotes under a line; the rest are counted."""


def markdown(outline: Outline) -> str:
    """Headings, lines and their quotes; a quote's clause is bold within its sentences."""
    parts = [f"# {escape(outline.title)}", escape(outline.subtitle)]
    for section in (outline.summary, *outline.sections):
        parts += _section(section, outline)
    for text in outline.texts:
        parts += [f"## {escape(text.title)}", "\n".join(f"    {line}" for line in readable(text.text).splitlines())]
    return "\n\n".join(p for p in parts if p) + "\n"


def escape(text: str) -> str:
    """`text` on one line, with everything that Markdown or HTML would read as markup taken literally."""
    flat = " ".join(readable(text).split())
    flat = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    flat = re.sub(r"([\\`*_\[\]|~#!])", r"\\\1", flat)
    return re.sub(r"^(\d+)([.)])|^([-+=])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", flat)


def _section(section: Section, outline: Outline) -> list[str]:
    parts = [f"## {escape(section.title)}", escape(section.lead)]
    for block in section.blocks:
        match block:
            case Lines():
                parts += _lines(block, outline)
            case Table():
                parts += _table(block, outline)
            case Network():
                parts += [f"### {escape(block.title)}", escape(block.description)]
            case Timeline():
                parts += [f"### {escape(block.title)}", escape(block.description)]
    return parts


def _lines(block: Lines, outline: Outline) -> list[str]:
    parts = [f"### {escape(block.title)}", escape(block.note)]
    if not block.lines:
        return [*parts, escape(block.empty)]
    for group in block.groups:
        parts.append(f"**{escape(group.title)}**" if group.title else "")
        parts.append("\n".join(_line(line, outline) for line in group.lines))
        parts.append(f"and {group.left_out} more, below" if group.left_out else "")
    return parts


def _line(line: Line, outline: Outline) -> str:
    shown = [f"  > {_quote(outline.quotes[q])}" for q in line.quotes[:QUOTES]]
    more = len(line.quotes) - QUOTES
    tail = [f"  and {more} more statement{'s' if more > 1 else ''}"] if more > 0 else []
    tail += [f"  {escape(' '.join(line.why))}"] if line.why else []
    return "\n  \n".join([f"- {_inline(line)}", *shown, *tail])


def _inline(line: Line) -> str:
    tags = f" [{', '.join(escape(t.text) for t in line.tags)}]" if line.tags else ""
    when = f" ({escape(line.when)})" if line.when else ""
    return f"{escape(line.text)}{when}{tags} \u2014 {escape(line.source)}".rstrip(" \u2014")


def _quote(quote: Quote) -> str:
    before, inside, after = "", "", ""
    for piece in quote.pieces:
        if piece.quoted:
            inside += after + piece.text
            after = ""
        elif inside:
            after += piece.text
        else:
            before += piece.text
    when = day(quote.day) if quote.day else "undated"
    left, right = " " * before.endswith(" "), " " * after.startswith(" ")
    text = f"{escape(before)}{left}**{escape(inside)}**{right}{escape(after)}"
    return f"\u201c{text}\u201d ({escape(quote.chain)}, {when})"


def _table(table: Table, outline: Outline) -> list[str]:
    head = f"### {escape(table.title)}"
    if not table.rows:
        return [head, escape(table.empty)]
    rows = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    return [head, escape(table.note), "\n".join(f"| {' | '.join(_cell(c) for c in row)} |" for row in rows)]


def _cell(cell: Cell) -> str:
    return _inline(cell) if isinstance(cell, Line) else (cell if cell == "---" else escape(cell))
