"""Forms of clauses and nouns that grade what they tell: asked, inverted, told after the words, done instead."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.factuality.event_words import sense_of
from dragoman.statements.factuality.lexicon import Sense

GRANTED = frozenset(
    {"csubj", "csubjpass", "parataxis", "dep", "intj", "meta", "amod", "compound", "nmod", "pobj", "appos", "dobj",
     "nsubj", "nsubjpass"}
)  # fmt: skip
"""Relations in which a clause is taken for granted."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SINGLED = frozenset({"first", "last", "only", "latest", "next", "second", "third"})


def inverted(parse: Parse, token: Token) -> bool:
    """True for "had they signed, ...", "should it fail, ..."."""
    helper = parse.child(token.index, "aux", "auxpass")
    subject = parse.child(token.index, "nsubj", "nsubjpass")
    if helper is None or subject is None or helper.lower not in ("had", "should", "were"):
        return False
    first = helper.index == parse.edges(token.index)[0] and helper.index < subject.index
    return first and token.dep in ("advcl", "ccomp") and token.head > token.index


def was(parse: Parse, adjective: Token) -> bool:
    """True for "was able to", "have been able to"."""
    copula = parse.tokens[adjective.head]
    helpers = {t.lower for t in parse.children(copula.index, "aux")}
    return copula.lemma == "be" and (copula.tag == "VBD" or bool(helpers & {"has", "have", "had", "'ve"}))


def asked(parse: Parse, token: Token) -> bool:
    """True for "what happened", "how they had met": the event is taken for granted."""
    helpers = {t.lower for t in parse.children(token.index, "aux", "auxpass")}
    past = token.tag == "VBD" or bool(helpers & {"was", "were", "had", "has", "have", "did"})
    if token.dep not in ("ccomp", "pcomp", "csubj") or not past:
        return False
    below = parse.children(token.index, "nsubj", "nsubjpass", "dobj", "advmod", "attr", "pobj")
    return any(t.tag in ("WP", "WRB", "WDT") and t.index < token.index for t in below)


def told_after(parse: Parse, token: Token) -> bool:
    """True for the saying verb after the words said: "It may stay, the ministry suggested"."""
    if token.dep not in ("ccomp", "parataxis") or token.tag != "VBD" or token.head > token.index:
        return False
    if parse.children(token.index, "mark") or sense_of(token) not in (Sense.REPORTS, Sense.APPEARS):
        return False
    first = parse.edges(token.index)[0]
    return first > 0 and parse.tokens[first - 1].text == ","


def by_itself(parse: Parse, token: Token, governor: Token) -> bool:
    """True for a finite clause that the parser hung under the next one: "It sold the boats; it may buy others"."""
    if token.dep != "ccomp" or token.index > governor.index or sense_of(governor) is not None:
        return False
    finite = token.tag in _FINITE or any(t.tag in _FINITE for t in parse.children(token.index, "aux", "auxpass"))
    own = parse.children(token.index, "nsubj", "nsubjpass") and not parse.children(token.index, "mark")
    between = (parse.tokens[i].text for i in range(token.index, governor.index))
    return finite and bool(own) and any(t in (";", ":", "–", "—") for t in between)


def instead(parse: Parse, token: Token) -> bool:
    """ "instead of", "rather than" something."""
    head = parse.tokens[token.head]
    return (
        head.lower in ("of", "than") and head.index > 0 and parse.tokens[head.index - 1].lower in ("instead", "rather")
    )


def participle(parse: Parse, token: Token) -> bool:
    """True for "the pact concluded in 2017", "the troops stationed there", also where the tag says a past tense."""
    if token.tag == "VBD":
        return not parse.children(token.index, "nsubj", "nsubjpass", "mark")
    return token.tag in ("VBN", "VBG") and not any(t.lower == "to" for t in parse.children(token.index, "aux"))


def to_do(parse: Parse, token: Token) -> bool:
    """True for "the man to lead the talks", not for "the first man to lead them"."""
    if not any(t.lower == "to" for t in parse.children(token.index, "aux")):
        return False
    marked = parse.children(token.head, "amod", "advmod")
    return not any(t.tag == "JJS" or t.lower in _SINGLED or t.lower[-2:] in ("st", "nd", "rd", "th") for t in marked)


def is_definite(parse: Parse, noun: Token) -> bool:
    """True for "the war", "their war", "this war"."""
    pointed = any(t.lower in ("the", "this", "that", "these", "those") for t in parse.children(noun.index, "det"))
    return pointed or bool(parse.children(noun.index, "poss"))
