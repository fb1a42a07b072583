"""What an action is made to hang on: `unless`, `if`, `until`, `in exchange for`, `provided that`, `as long as`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.speech import saying
from dragoman.statements.coding.word_classes import belongs

MARKS = {"if": "if", "unless": "unless", "until": "until", "till": "until", "once": "if", "lest": "unless"}
GRANTED = frozenset({"provided", "providing"})
PHRASES = {
    ("in", "exchange"): "price",
    ("in", "return"): "price",
    ("as", "part"): "if",
    ("on", "condition"): "if",
    ("subject", "to"): "if",
    ("in", "case"): "if",
}
DENIALS = frozenset({"not", "n't", "no", "never"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition's words, its introducing word included, and its `kind`.

    `if` comes with it, `if-not` with its absence, `unless` and `until` end with it, `price` is what is given for it,
    `without` is what is missing.
    """

    span: Span
    kind: str


def condition_of(parse: Parse, clause: int, trigger: int) -> Span | None:
    """The span of the clause's condition, its introducing word included; None where there is none."""
    found = condition_at(parse, clause, trigger)
    return None if found is None else found.span


def condition_at(parse: Parse, clause: int, trigger: int) -> Condition | None:
    """The condition that the clause hangs on; None where there is none."""
    sentence = parse.sentence(clause)
    for place, child in _hanging(parse, clause, trigger):
        kind = _kind(parse, child)
        lasting = parse.head(child.index).lower in ("long", "soon")
        first, last = parse.edges(child.head if lasting else child.index)
        while last > first and not any(c.isalnum() for c in parse.tokens[last].text):
            last -= 1
        if kind is not None and _of_naming(parse, first, last):
            continue
        if kind is not None and sentence.first <= first and not first <= trigger <= last:
            only = parse.tokens[first - 1].lower == "only" and parse.tokens[first - 1].head == place
            return Condition(parse.span(first - only, last + 1), kind)
    return None


def _of_naming(parse: Parse, first: int, last: int) -> bool:
    """`on condition that he was not named`: how a source speaks."""
    return any(belongs(lemma_of(t), "anonymous") for t in parse.tokens[first : last + 1])


def _hanging(parse: Parse, clause: int, trigger: int) -> Iterator[tuple[int, Token]]:
    """Clauses and phrases that may be a condition of the clause, with the word that they hang on."""
    places = [clause, trigger]
    token = parse.tokens[clause]
    for _ in range(3):
        places.extend(t.index for t in parse.children(places[-1], "xcomp", "ccomp", "acl"))
        above = parse.head(token.index)
        apart = token.dep == "ccomp" and token.index < above.index and not belongs(lemma_of(above), "saying")
        if token.dep in ("xcomp", "ccomp", "conj", "acl") and is_verb(above) and not apart:
            token = above
            places.append(token.index)
    said = saying(parse, clause)
    for place in dict.fromkeys(places):
        things = () if place == said else parse.children(place, "dobj", "attr")
        for at in (place, *(t.index for t in things), *(_lasting(parse, place))):
            if at in (p.index for p in things) and not is_verb(parse.tokens[place]):
                continue
            for child in parse.children(at, "advcl", "prep", "agent"):
                if place != said or child.index > clause:
                    yield at, child


def _lasting(parse: Parse, place: int) -> tuple[int, ...]:
    """`long` in `as long as the crew is held`."""
    return tuple(t.index for t in parse.children(place, "advmod") if t.lower in ("long", "soon"))


def _kind(parse: Parse, child: Token) -> str | None:
    if child.dep == "advcl":
        below = parse.children(child.index)
        marks = [t.lower for t in below if t.dep in ("mark", "advmod") and t.index < child.index]
        if child.lower in GRANTED and parse.child(child.index, "ccomp") is not None:
            return "if"
        if parse.head(child.index).lower in ("long", "soon") and "as" in marks:
            return "if"
        if marks[:2] == ["only", "after"]:
            return "if"
        kind = next((MARKS[m] for m in marks[:2] if m in MARKS), None) if marks[:1] not in (["even"], ["as"]) else None
        denied = kind == "if" and any(t.lower in DENIALS for t in below)
        return "if-not" if denied else kind
    if child.lower in GRANTED and parse.child(child.index, "pcomp") is not None:
        return "if"
    if child.lower == "until" and parse.child(child.index, "pcomp") is not None:
        return "until"
    pobj = parse.child(child.index, "pobj")
    if pobj is None:
        return None
    if (child.lower, pobj.lower) in PHRASES:
        said = any(t.lower in ("for", "of", "that") for t in parse.children(pobj.index))
        told = any(
            t.lower == "that" for c in parse.children(pobj.index, "acl", "relcl") for t in parse.children(c.index)
        )
        return PHRASES[child.lower, pobj.lower] if said or told else None
    return None
