"""What of a content the author tells: the thing that is judged, and the clause that says which thing it is."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft

_JUDGED = frozenset({"verb as", "verb predicate"})
_THINGS = frozenset({"verb object", "verb accusation", "verb comparison"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def presupposed(parse: Parse, draft: Draft) -> tuple[Span, ...]:
    """Of "framed their talks as a favour" the talks, of "rejected the treaty that they signed" the clause.

    Nothing of a thing that is not definite, and nothing where the words are a clause or a quote.
    """
    if draft.cue_head is None or draft.rule not in _JUDGED | _THINGS:
        return ()
    thing = parse.child(draft.cue_head, "dobj")
    if thing is None or thing.index < draft.cue_head or not _is_definite(parse, thing):
        return ()
    if draft.rule in _JUDGED:
        found = [_before_as(parse, draft, thing)]
    else:
        found = [parse.subtree(t.index) for t in parse.children(thing.index, "relcl")]
    return tuple(s for s in found if any(s.meets(c) for c in draft.content))


def _before_as(parse: Parse, draft: Draft, thing: Token) -> Span:
    """The noun phrase of the thing, up to the "as" or the name that says what it is called."""
    first, last = parse.edges(thing.index)
    links = [t.index for t in parse.tokens[thing.index : last + 1] if t.lower == "as" and t.dep == "prep"]
    return parse.span(first, min(last, min(links, default=last + 1) - 1) + 1)


def _is_definite(parse: Parse, thing: Token) -> bool:
    own = parse.children(thing.index, "det", "poss")
    return thing.pos == "PROPN" or any(t.lower in _DEFINITE or t.dep == "poss" for t in own)
