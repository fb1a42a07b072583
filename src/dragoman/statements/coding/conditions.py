"""What an action is made to hang on: `unless`, `if`, `until`, `in exchange for`, `provided that`."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb

MARKS = frozenset({"if", "unless", "until", "till", "once", "lest"})
PHRASES = frozenset(
    {("in", "exchange"), ("in", "return"), ("as", "part"), ("on", "condition"), ("subject", "to"), ("in", "case")}
)


def condition_of(parse: Parse, clause: int, trigger: int) -> Span | None:
    """The span of the clause's condition, its introducing word included; None where there is none."""
    sentence = parse.sentence(clause)
    places = [clause, trigger]
    token = parse.tokens[clause]
    for _ in range(3):
        places.extend(t.index for t in parse.children(places[-1], "xcomp", "ccomp", "acl"))
        if token.dep in ("xcomp", "ccomp", "conj", "acl") and is_verb(parse.head(token.index)):
            token = parse.head(token.index)
            places.append(token.index)
    for place in dict.fromkeys(places):
        for child in parse.children(place, "advcl", "prep", "agent"):
            if _introduced(parse, child):
                first, last = parse.edges(child.index)
                while last > first and not any(c.isalnum() for c in parse.tokens[last].text):
                    last -= 1
                if sentence.first <= first and not first <= trigger <= last:
                    return parse.span(first, last + 1)
    return None


def _introduced(parse: Parse, child: Token) -> bool:
    if child.dep == "advcl":
        marks = [t.lower for t in parse.children(child.index, "mark", "advmod") if t.index < child.index]
        granted = child.lower in ("provided", "providing") and parse.child(child.index, "ccomp") is not None
        return granted or (bool(marks) and marks[0] in MARKS)
    pobj = parse.child(child.index, "pobj")
    if pobj is None or (child.lower, pobj.lower) not in PHRASES:
        return child.lower == "until" and parse.child(child.index, "pcomp") is not None
    return any(t.lower in ("for", "of", "that") for t in parse.children(pobj.index))
