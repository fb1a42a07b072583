"""From drafts to attributions: duplicates out, ids in text order, each within the one that encloses it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft


def distinct(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts in text order; of two with a cue on the same place or with the same content, the first made."""
    kept: list[Draft] = []
    cues: set[int] = set()
    contents: set[tuple[Span, ...]] = set()
    for draft in drafts:
        places = set(range(draft.cue.start, draft.cue.end)) if draft.cue is not None and draft.cue_head else set()
        if draft.content in contents or (places & cues and draft.rule != "adverb"):
            continue
        cues |= places if draft.rule != "adverb" else set()
        contents.add(draft.content)
        kept.append(draft)
    return tuple(sorted(kept, key=_place))


def _place(draft: Draft) -> tuple[int, int]:
    return (draft.cue.start if draft.cue else draft.content[0].start, draft.content[0].start)


def enclosing(parse: Parse, drafts: tuple[Draft, ...]) -> tuple[int | None, ...]:
    """For each draft the number of the smallest other one that holds its cue and content; linear but for nesting."""
    pieces = sorted(((s.start, -s.end, n) for n, d in enumerate(drafts) for s in d.content))
    anchors = [_anchor(parse, d) for d in drafts]
    marks = sorted((anchor.start, n) for n, anchor in enumerate(anchors))
    found: list[int | None] = [None] * len(drafts)
    open_pieces: list[tuple[int, int]] = []
    at = 0
    for start, n in marks:
        while at < len(pieces) and pieces[at][0] <= start:
            open_pieces.append((-pieces[at][1], pieces[at][2]))
            at += 1
        open_pieces = [p for p in open_pieces if p[0] > start]
        for end, outer in sorted(open_pieces):
            if outer != n and end >= anchors[n].end and not _is_within(found, outer, n):
                found[n] = outer
                break
    return tuple(found)


def _anchor(parse: Parse, draft: Draft) -> Span:
    """The head of the cue; where there is none, the start of the content."""
    if draft.cue_head is not None:
        token = parse.tokens[draft.cue_head]
        return Span(token.start, token.end)
    return draft.cue or draft.content[0]


def _is_within(found: list[int | None], inner: int, outer: int) -> bool:
    """True where `inner` already lies within `outer`."""
    at: int | None = inner
    while at is not None:
        if at == outer:
            return True
        at = found[at]
    return False
