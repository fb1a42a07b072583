"""The smallest clause that holds a trigger and the roles that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.domain.parse import Parse
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.datelines import dateline_end

CUT = frozenset({"parataxis", "advcl", "relcl", "cc", "punct", "mark", "intj", "meta"})
EDGES = frozenset({",", ":", "``", "''", "-LRB-", "-RRB-", ".", "HYPH", "CC", "$"})


def clause_span(
    parse: Parse,
    clause: int,
    roles: Sequence[Span],
    contents: Iterable[Span],
    thing: Span | None = None,
    trigger: Span | None = None,
) -> Span:
    """The clause headed by token `clause`, joined to those of `roles` that its sentence holds and control binds to it.

    Clauses joined to it, adverbial clauses and what introduces them are left out unless a role stands in them;
    `contents` are the attribution's, and the clause is cut to the one that holds the trigger.
    """
    kept = sorted(_kept(parse, clause))
    start = dateline_end(parse, parse.sentence(clause))
    kept = [i for i in kept if i >= start] or kept
    first, last = kept[0], kept[-1]
    while first < last and (_edge(parse, first) or parse.tokens[first].lower in ("when", "while", "where")):
        first += 1
    while last > first and _edge(parse, last):
        last -= 1
    span = parse.span(first, last + 1)
    for part in (thing, trigger):
        span = span.join(part) if part is not None else span
    sentence = parse.sentence(clause)
    whole = parse.span(sentence.first, sentence.last)
    for role in roles:
        if whole.holds(role) and not span.holds(role) and _bound(parse, clause, role):
            span = span.join(role)
    at = parse.tokens[clause].start
    for content in contents:
        if content.start <= at < content.end:
            cut = Span(max(span.start, content.start), min(span.end, content.end))
            for part in (*roles, trigger):
                cut = cut.join(part) if part is not None and span.holds(part) else cut
            span = cut
            break
    return _closed(parse, span)


def _closed(parse: Parse, span: Span) -> Span:
    """The span with the bracket that closes right after it, where it holds the opening one."""
    tokens = parse.tokens_in(span)
    depth = sum((t.text == "(") - (t.text == ")") for t in tokens)
    following = tokens[-1].index + 1
    if depth == 1 and following < len(parse.tokens) and parse.tokens[following].text == ")":
        return Span(span.start, parse.tokens[following].end)
    return span


def _kept(parse: Parse, clause: int) -> list[int]:
    found = [clause]
    for i in found:
        for child in parse.children(i):
            if child.dep in CUT and (i == clause or child.dep in ("parataxis", "advcl", "relcl")):
                continue
            if child.dep == "conj" and (is_verb(child) and is_verb(parse.tokens[i])):
                continue
            if child.dep == "ccomp" and child.index < i and i == clause:
                continue
            found.append(child.index)
    return found


def _edge(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.tag in EDGES or token.dep == "mark" or not any(c.isalnum() for c in token.text)


def _bound(parse: Parse, clause: int, role: Span) -> bool:
    """Does the role belong to a verb that governs the clause by control, raising or a noun, and near by?"""
    token = parse.tokens[clause]
    if token.dep == "conj" and is_verb(parse.head(clause)):
        return False
    gap = max(role.start - token.end, token.start - role.end, 0)
    return gap <= 160
