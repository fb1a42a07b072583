"""The object of a statement as a span, and whose action a stance is about."""

from __future__ import annotations

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb, surface_subject
from dragoman.statements.coding.slots import Site

TIMES = frozenset({"hours", "days", "weeks", "months", "years"})
FORMS = ("to", "that", "ing")


def object_heads(site: Site, slots: tuple[str, ...]) -> tuple[int, ...]:
    """Head tokens of the first slot that is filled; `comp` is a clausal complement."""
    for slot in slots:
        if slot == "comp":
            found = tuple(i for form in FORMS if (i := site.complement(form)) is not None)[:1]
        elif slot == "self":
            found = (site.index,)
        else:
            found = site.fill(slot.rstrip("!"))
        if found:
            return found
    return ()


def object_span(parse: Parse, head: int, clause: int) -> Span:
    """What `head` governs, without the clauses that merely follow it; never the clause that it depends on."""
    kept = [head]
    for i in kept:
        for child in parse.children(i):
            if child.dep in ("punct", "parataxis", "appos", "relcl") or (child.index == clause != head):
                continue
            if child.dep in ("advcl", "cc", "conj") and is_verb(parse.tokens[i]):
                continue
            if child.dep in ("nsubj", "nsubjpass", "aux", "mark") and i == head and child.index < clause < head:
                continue
            kept.append(child.index)
    first, last = min(kept), max(kept)
    if first < clause < last and clause != head:
        first, last = (clause + 1, last) if head > clause else (first, clause - 1)
    while first < last and (parse.tokens[first].tag == "TO" or not parse.tokens[first].text[0].isalnum()):
        first += 1
    while last > first and not any(c.isalnum() for c in parse.tokens[last].text):
        last -= 1
    while last > first and _loose_time(parse, last):
        last -= 1
    return parse.span(first, last + 1)


def _loose_time(parse: Parse, index: int) -> bool:
    """A bare `months` right after a name belongs to the clause that follows (`the fall of X months after ...`)."""
    return parse.tokens[index].lower in TIMES and parse.tokens[index - 1].pos == "PROPN"


def without_time(parse: Parse, thing: Span, time: Span | None) -> Span:
    """The object without a time that stands at its end, and without the preposition before it."""
    if time is None or not thing.holds(time) or time.end != thing.end:
        return thing
    kept = [t for t in parse.tokens_in(thing) if t.start < time.start]
    while kept and (kept[-1].pos in ("ADP", "PUNCT", "SCONJ") or kept[-1].lower in ("the", "last", "this", "next")):
        kept.pop()
    return Span(thing.start, kept[-1].end) if kept else thing


def complement_subject(parse: Parse, head: int) -> int | None:
    """Who would carry out the action that a clausal object names; None for a noun phrase."""
    return surface_subject(parse, head) if is_verb(parse.tokens[head]) else None
