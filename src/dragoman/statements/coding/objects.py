"""The object of a statement as a span, and whose action a stance is about."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import is_verb, surface_subject
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.slots import Site

TIMES = frozenset({"hours", "days", "weeks", "months", "years"})
FORMS = ("to", "that", "ing")
LONGEST_CLAUSE = 12
QUOTES = frozenset('"“”')
SET_OFF = frozenset({"after", "before", "during", "following", "amid", "despite", "since", "unlike", "except"})
WHITHER = frozenset({"out", "gone", "away", "back", "home", "off", "dead", "closed", "open", "free"})


def object_heads(site: Site, slots: tuple[str, ...]) -> tuple[int, ...]:
    """Head tokens of the first slot that is filled; `comp` is a clausal complement."""
    for slot in slots:
        if slot == "comp":
            found = tuple(i for form in FORMS if (i := site.complement(form)) is not None)[:1]
            found = found or told_of(site)
        elif slot == "self":
            found = (site.index,)
        elif slot == "is":
            found = told_of(site)
        elif slot == "csubject":
            found = tuple(t.index for t in site.parse.children(site.clause, "csubj"))[:1]
        elif slot in ("dobj", "nsubj"):
            found = tuple(t.index for t in site.parse.children(site.index, slot))
        else:
            found = _what(site.parse, site.fill(slot.rstrip("!")))
        if found:
            return found
    return ()


def _what(parse: Parse, heads: tuple[int, ...]) -> tuple[int, ...]:
    """`a lease` in `what Ruritania wants is a lease`; else the heads as they are."""
    if not heads or parse.tokens[heads[0]].tag != "WP":
        return heads
    clause = parse.head(heads[0])
    if clause.dep not in ("csubj", "ccomp") or lemma_of(parse.head(clause.index)) != "be":
        return heads
    return _beside(parse, clause.head) or heads


def told_of(site: Site) -> tuple[int, ...]:
    """What the noun is said to be (`its aim is to keep the base`); none where it is no subject of `be`."""
    token = site.token
    if site.pos != "n" or token.dep != "nsubj" or lemma_of(site.parse.head(site.index)) != "be":
        return ()
    return _beside(site.parse, token.head)


def _beside(parse: Parse, copula: int) -> tuple[int, ...]:
    found = [t.index for t in parse.children(copula, "xcomp", "ccomp", "attr") if t.index > copula]
    return tuple(found[:1])


def object_span(parse: Parse, head: int, clause: int, *, whole: bool = False) -> Span:
    """What `head` governs, without the clauses that merely follow it; never the clause that it depends on.

    With `whole` what narrows a noun down stays (`a reason to enter the war`), a second infinitive (`to keep the port and
    to sell gas`), and where to or whence a thing is wanted (`the garrison out`).
    """
    if parse.tokens[head].dep == "csubj" and parse.tokens[head].head > head:
        return _subject_clause(parse, head)
    kept = [head]
    for i in kept:
        for child in parse.children(i):
            if whole and _belongs_to(parse, child, i):
                kept.append(child.index)
                continue
            if child.dep in ("punct", "parataxis", "appos", "relcl") or (child.index == clause != head):
                continue
            if child.dep in ("advcl", "cc", "conj") and is_verb(parse.tokens[i]):
                continue
            if _at_a_time(parse, child) or _set_off(parse, child, i):
                continue
            if child.dep in ("nsubj", "nsubjpass", "aux", "mark") and i == head and child.index < clause < head:
                continue
            kept.append(child.index)
    first, last = min(kept), max(kept)
    if whole and head > clause and last + 1 < len(parse.tokens) and _whither(parse.tokens[last + 1], clause):
        last += 1
    if first < clause < last and clause != head:
        first, last = (clause + 1, last) if head > clause else (first, clause - 1)
    while first < last and (parse.tokens[first].tag == "TO" or not parse.tokens[first].text[0].isalnum()):
        first += 1
    while last > first and not any(c.isalnum() for c in parse.tokens[last].text):
        last -= 1
    while last > first and _loose_time(parse, last):
        last -= 1
    return parse.span(first, last + 1)


def _belongs_to(parse: Parse, child: Token, head: int) -> bool:
    """Does a clause narrow down the noun before it, or is it a second infinitive beside the first?"""
    infinitive = any(t.tag == "TO" for t in parse.children(child.index, "aux"))
    first, last = parse.edges(child.index)
    if child.dep == "relcl" and child.index > head:
        close = parse.tokens[first - 1].text != "," and last - first < LONGEST_CLAUSE
        return infinitive or (close and parse.tokens[head].dep == "dobj")
    if child.dep != "conj" or child.tag != "VB" or parse.tokens[head].tag != "VB":
        return False
    others = parse.children(child.index, "nsubj", "nsubjpass", "aux")
    if any(t.text in QUOTES for t in parse.tokens[head : child.index]):
        return False
    return all(t.tag == "TO" for t in others)


def _at_a_time(parse: Parse, child: Token) -> bool:
    """`at a time when ...`: nothing but the clause says which time."""
    noun = parse.child(child.index, "pobj") if child.dep == "prep" else None
    return noun is not None and noun.lower in ("time", "moment") and bool(parse.children(noun.index, "relcl", "advcl"))


def _set_off(parse: Parse, child: Token, head: int) -> bool:
    """`, after a day of talks`: when or against what it is, not what it is."""
    apart = child.dep == "prep" and child.index > head and parse.tokens[child.index - 1].text == ","
    return apart and child.lower in SET_OFF


def _whither(token: Token, clause: int) -> bool:
    """`out` in `wants the garrison out`."""
    return token.head == clause and token.lower in WHITHER


def _subject_clause(parse: Parse, head: int) -> Span:
    """A clause that stands as a subject, up to the verb that it is the subject of."""
    last = parse.tokens[head].head - 1
    while last > head and parse.tokens[last].pos in ("AUX", "ADV", "PUNCT"):
        last -= 1
    return parse.span(head, last + 1)


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


def own_act(parse: Parse, clause: int, thing: Span) -> Span:
    """What stands of the clause from its verb on (`lend money` of `it would lend money`)."""
    verb = parse.tokens[clause]
    return Span(verb.start, thing.end) if thing.start <= verb.start < thing.end else thing


def before_condition(parse: Parse, thing: Span, condition: Span) -> Span:
    """The object without a condition that stands at its end."""
    if not (thing.start < condition.start < thing.end and condition.end >= thing.end):
        return thing
    kept = [t for t in parse.tokens_in(thing) if t.end <= condition.start]
    while len(kept) > 1 and kept[-1].pos in ("PUNCT", "SCONJ", "CCONJ"):
        kept.pop()
    return Span(thing.start, kept[-1].end) if kept else thing


def complement_subject(parse: Parse, head: int) -> int | None:
    """Who would carry out the action that a clausal object names; None for a noun phrase."""
    return surface_subject(parse, head) if is_verb(parse.tokens[head]) else None
