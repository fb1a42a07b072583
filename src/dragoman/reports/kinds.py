"""What each block of a report is: title, heading, body, or one of the things around a body."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

import regex

from dragoman.domain.report import BlockKind
from dragoman.domain.text import Span
from dragoman.reports.days import day_of_line

_ITEM = regex.compile(r"^\s*(?:[\u2022\u00b7\u25cf*-]\s+|\d{1,2}[.)]\s+)")
_ENDS = regex.compile(r"[.!?\u2026][\"'\u201d\u2019)\]*_]*\s*$")
_ABOUT = regex.compile(
    r"^\W*(?:the\s+)?[\p{Lu}][\w.&' -]{1,60}\s+is\s+(?:a|an|the)\s+(?:[\w,-]+\s+){0,8}?(?:provider|publisher|publication|newspaper|magazine|think[- ]tank|non-?profit|organi[sz]ation|company|website|news\s+(?:agency|site|outlet)|platform)\b",
    regex.I,
)
_CREDIT = regex.compile(
    r"\W*(?:first|originally|re(?:published|printed|produced|posted)|this\s+(?:article|piece|story|analysis|report)"
    r"|editing|edited|reporting|additional|writing|translated|compiled|copyright|\u00a9|all\s+rights)\b",
    regex.I,
)
_QUOTED = regex.compile(r"[\u201c\"\u201e\u00ab]([^\u201d\"\u00bb]{40,})[\u201d\"\u00bb]")


@cache
def _rules() -> tuple[tuple[BlockKind, regex.Pattern[str], int], ...]:
    file = resources.files("dragoman.reports") / "data" / "blocks.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    return tuple((BlockKind(r["kind"]), regex.compile(_cased(r["pattern"])), r["short"]) for r in rows)


def _cased(pattern: str) -> str:
    """All of it without case but for classes of capital letters."""
    return "(?i)" + pattern.replace(r"\p{Lu}", r"(?-i:\p{Lu})")


def kinds(text: str, spans: Sequence[Span], *, title: str | None = None) -> list[BlockKind]:
    """One kind a span, in order."""
    words = [_plain(span.of(text)) for span in spans]
    found = [_by_rule(w) for w in words]
    _pulls(words, found)
    _titles(text, spans, words, found, title)
    _headings(text, spans, words, found)
    _tails(words, found)
    return found


def is_credit(sentence: str) -> bool:
    """True where a sentence says who published or wrote this, not what happened."""
    words = _plain(sentence)
    return bool(_CREDIT.match(words)) and _by_rule(words) in (BlockKind.REPUBLICATION, BlockKind.DISCLAIMER)


def _plain(block: str) -> str:
    """The block without link targets and emphasis, white space folded."""
    block = regex.sub(r"!?\[([^\[\]]*)\]\([^)\s]{0,2000}\)", r"\1", block)
    return " ".join(regex.sub(r"\*{1,3}|(?<!\w)_|_(?!\w)", "", block).split())


def _by_rule(words: str) -> BlockKind:
    count = len(words.split())
    for kind, pattern, short in _rules():
        if count <= short and pattern.search(words):
            return kind
    if count <= 12 and day_of_line(words):
        return BlockKind.BYLINE
    if _ITEM.match(words):
        return BlockKind.ITEM
    return BlockKind.PARAGRAPH


def _pulls(words: Sequence[str], found: list[BlockKind]) -> None:
    """A sentence of the body set out again as a quotation is no second statement."""
    places: dict[str, list[int]] = {}
    quotes = {}
    for number, line in enumerate(words):
        if found[number] is BlockKind.PARAGRAPH:
            for start in _starts(line):
                places.setdefault(start, []).append(number)
            match = _QUOTED.search(line) if len(line) < 400 else None
            if match:
                quotes[number] = match.group(1).strip(" .,")
    for number, quote in quotes.items():
        near = places.get(" ".join(quote.split()[:_WINDOW]), ())
        if any(other != number and words[other] != words[number] and quote in words[other] for other in near[:20]):
            found[number] = BlockKind.PULLQUOTE


_WINDOW = 6


def _starts(line: str) -> set[str]:
    """Every run of six words of `line`, quotation marks left out."""
    words = [w.strip('\u201c\u201d"\u201e\u00ab\u00bb') for w in line.split()]
    return {" ".join(words[i : i + _WINDOW]) for i in range(len(words) - _WINDOW + 1)}


def _titles(text: str, spans: Sequence[Span], words: Sequence[str], found: list[BlockKind], title: str | None) -> None:
    """The title, and every line that only repeats it."""
    counts = Counter(w for w in words if 3 <= len(w.split()) <= 30)
    lines = frozenset(w for w in counts if _is_line(w))
    paragraph = min((i for i, k in enumerate(found) if k is BlockKind.PARAGRAPH), default=-1)
    earlier = False
    for number, line in enumerate(words):
        if found[number] is not BlockKind.PARAGRAPH:
            continue
        marked = spans[number].of(text).lstrip().startswith("# ")
        same = title is not None and line.casefold() == title.casefold()
        first = number == paragraph
        if marked or same or (first and _is_line(line) and len(words) > 1):
            found[number] = BlockKind.NAVIGATION if earlier else BlockKind.TITLE
            earlier = True
        elif (counts[line] > 1 and _is_line(line)) or (_is_line(line) and _ends_with_title(line, lines)):
            found[number] = BlockKind.NAVIGATION


def _ends_with_title(line: str, lines: frozenset[str]) -> bool:
    """True for the alternative text of a picture: some words of its own, then a line that stands alone elsewhere."""
    words = line.split()
    return any(" ".join(words[i:]) in lines for i in range(1, len(words) - 3))


def _is_line(words: str) -> bool:
    """Short and without a full stop: a heading or a headline, not a sentence of the body."""
    return len(words.split()) <= 24 and len(words) <= 200 and not regex.search(r"[.;,:\u2026]\W*$", words)


def _headings(text: str, spans: Sequence[Span], words: Sequence[str], found: list[BlockKind]) -> None:
    for number, line in enumerate(words):
        if found[number] not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        raw = spans[number].of(text).lstrip()
        if raw.startswith("#") or (
            len(line.split()) <= 14 and not _ENDS.search(line) and not raw.startswith(("-", "*", "\u2022"))
        ):
            follows = number + 1 < len(found)
            if raw.startswith("#") or ((follows and line[:1].isupper()) or line[:1].isdigit()):
                found[number] = BlockKind.HEADING


def _tails(words: Sequence[str], found: list[BlockKind]) -> None:
    """A scrap after a disclaimer belongs to it; the last blocks may say what the publisher is, or be a menu's words."""
    scrap = len(words) > 1 and len(words[-1].split()) <= 3 and not _ENDS.search(words[-1])
    if scrap and found[-1] in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        found[-1] = BlockKind.NAVIGATION
    outside = (BlockKind.DISCLAIMER, BlockKind.REPUBLICATION)
    for number in range(1, len(words)):
        if found[number - 1] in outside and len(words[number].split()) <= 3 and not words[number].isupper():
            found[number] = BlockKind.DISCLAIMER
        if (
            number >= len(words) - 2
            and found[number] is BlockKind.PARAGRAPH
            and len(words[number].split()) < 40
            and _ABOUT.match(words[number])
        ):
            found[number] = BlockKind.DISCLAIMER
