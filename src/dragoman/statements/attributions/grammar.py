"""Who a verb's subject is, and which words belong to a phrase, on a plain parse."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Container, Iterable

from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span

DAYS = frozenset(day_name)
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_EDGE = frozenset(",;:-–—―.()[]…")
_CUE_DEPS = frozenset({"aux", "auxpass", "neg", "prt"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"acl", "relcl", "advcl", "ccomp", "parataxis", "xcomp"})
_MAX_CLIMB = 6


def passive(parse: Parse, verb: Token) -> bool:
    """True where the verb is in the passive voice; "'s called for" with an active subject is a perfect."""
    if parse.child(verb.index, "nsubjpass") is not None:
        return True
    by = parse.child(verb.index, "auxpass")
    return by is not None and not (by.lower in ("'s", "’s") and parse.child(verb.index, "nsubj") is not None)


def subject(parse: Parse, verb: Token, controls: Container[str] = ()) -> Token | None:
    """The head of the noun phrase that does `verb`: its subject, its "by" phrase, or whom it shares with another verb.

    `controls` are the verbs whose object does their infinitive ("urged them to say").
    A participle in a noun phrase ("a letter urging ...") has the noun; None where nobody is named.
    """
    if passive(parse, verb):
        return agent(parse, verb)
    return _subject(parse, verb, controls, 0)


def _subject(parse: Parse, verb: Token, controls: Container[str], depth: int) -> Token | None:
    subjects = parse.children(verb.index, "nsubj", "nsubjpass", "csubj")
    own = next((t for t in subjects if t.index > verb.index), subjects[-1]) if subjects else None
    if own is not None:
        return None if own.dep == "csubj" else own
    head = parse.head(verb.index)
    if depth > _MAX_CLIMB or head.index == verb.index:
        return None
    if verb.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
        does = parse.head(head.index).index > verb.index and head.dep in SUBJECTS
        aside = does and verb.tag == "VBD" and parse.tokens[verb.index - 1].text == ","
        return head if verb.tag in ("VBG", "VBD") and not aside else None
    if verb.dep == "relcl":
        return None
    if verb.dep in ("xcomp", "ccomp") and head.pos in ("VERB", "AUX"):
        someone = parse.child(head.index, "dobj") if head.lemma.lower() in controls else None
        return someone or _subject(parse, head, controls, depth + 1)
    if verb.dep == "pcomp" and head.pos in ("ADP", "SCONJ"):
        above = parse.head(head.index)
        return _subject(parse, above, controls, depth + 1) if above.pos in ("VERB", "AUX") else None
    if verb.dep in ("conj", "advcl", "xcomp", "dep", "parataxis") and head.pos in ("VERB", "AUX"):
        return _subject(parse, head, controls, depth + 1)
    return None


def agent(parse: Parse, verb: Token) -> Token | None:
    """The object of the "by" of a passive."""
    by = parse.child(verb.index, "agent")
    return parse.child(by.index, "pobj") if by else None


def antecedent(parse: Parse, noun: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself where it is none."""
    if noun.lower in _RELATIVES and noun.tag in ("WP", "WDT", "IN", "DT"):
        for above in parse.ancestors(noun.index):
            if above.dep == "relcl":
                return _past_day(parse, parse.head(above.index))
    return noun


def _past_day(parse: Parse, noun: Token) -> Token:
    """The noun before "on Thursday" in "put to the secretary on Thursday, who"; `noun` itself where it is no day."""
    if noun.text not in DAYS or noun.index < 2:
        return noun
    before = parse.tokens[noun.index - 2]
    return before if before.pos in ("NOUN", "PROPN") else noun


def phrase(parse: Parse, head: Token, avoid: Iterable[int] = ()) -> Span:
    """The noun phrase of `head`, cut at the clause that holds a token of `avoid`, trailing punctuation left out."""
    first, last = parse.edges(head.index)
    for index in avoid:
        while first <= index <= last and index != head.index:
            top = index
            while parse.tokens[top].head not in (head.index, top):
                top = parse.tokens[top].head
            left, right = parse.edges(top)
            if left > head.index:
                last = left - 1
            elif right < head.index:
                first = right + 1
            else:
                first = last = head.index
    for mark in parse.tokens[first : last + 1]:
        if mark.text == ";":
            first, last = (mark.index + 1, last) if mark.index < head.index else (first, min(last, mark.index - 1))
    return tidy(parse, first, last) or Span(head.start, head.end)


def tidy(parse: Parse, first: int, last: int) -> Span | None:
    """The span of tokens `first` to `last` (both included) without marks and a last "and" at its ends; None if empty.

    A closing bracket stays where its opening one is inside.
    """
    tokens = parse.tokens
    while first <= last and _is_edge(tokens[first]):
        first += 1
    while last >= first and (_is_edge(tokens[last]) or tokens[last].dep == "cc"):
        last -= 1
    if first > last:
        return None
    if last + 1 < len(tokens) and tokens[last + 1].text == ")":
        inside = [t.text for t in tokens[first : last + 1]]
        last += inside.count("(") > inside.count(")")
    return parse.span(first, last + 1)


def _is_edge(token: Token) -> bool:
    return token.text in _EDGE or token.text == "--" or not token.text.strip()


def cue_span(parse: Parse, verb: Token) -> Span:
    """The verb with its auxiliaries, negation, particle, and the adverbs between them."""
    own = [t for t in parse.children(verb.index) if t.dep in _CUE_DEPS]
    near = [t.index for t in own if verb.index - 5 <= t.index <= verb.index + 1]
    first, last = min([verb.index, *near]), max([verb.index, *near])
    inside = parse.child(verb.index, *SUBJECTS)
    if inside is not None and first < inside.index < last:
        first = last = verb.index
    return parse.span(first, last + 1)
