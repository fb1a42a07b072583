"""Which predicates tell how things are: no telling, no reading, no wish, no verdict."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.arguments import FINITE
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.setting import GOVERNORS
from dragoman.statements.coding.word_classes import word_classes
from dragoman.statements.context import Context
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.lexicon import is_a, words
from dragoman.statements.told.subjects import names
from dragoman.statements.told.turns import acts, causes

WILLED = tuple(name for name in GOVERNORS if name not in ("governs-offered", "governs-prevented", "governs-accused"))
"""Classes of words that make what follows a wish, a plan or an attempt."""
STANDING = frozenset({"stand", "lie", "rest", "point"})
"""With a number these say how much it is (`the bid stands at 250 million`)."""
BARE = frozenset({"more", "less", "little", "much", "nothing"})
"""Objects that say something only with what follows them, or with a number."""
EMPTY = frozenset({"none", "one", "enough", "something", "anything", "everything"})
COPULAS = frozenset({"be", "remain", "become", "stay", "grow", "get", "turn", "go", "keep", "prove"})


def tells(context: Context, clause: Clause, head: Token, counted: bool) -> bool:
    """Does the predicate headed by `head` say more than that something is told, read, judged or wished? `counted`: with a number."""
    parse = context.parse
    acting = acts(parse, head, counted, clause.attribution is not None)
    if (is_a(head, "telling") and not acting) or _figures(parse, head):
        return False
    if is_a(head, "reading") and not (
        acting or (lemma_of(head) in STANDING and _number(parse, head)) or _behind(clause)
    ):
        return False
    below = [t for t in parse.children(head.index) if t.index > head.index]
    if any(t.dep == "advmod" and is_a(t, "well") and _last(parse, t) for t in below) or _asks(parse, head, below):
        return False
    if any(t.dep == "ccomp" and _finite(parse, t) for t in below) and not is_a(head, "providing"):
        return False
    if _willed(head) and any(t.dep == "xcomp" for t in below):
        return False
    if lemma_of(head) in ("do", "have") and all(t.lower in ("so", "it", "that") for t in below if t.dep == "dobj"):
        return False
    if any(t.dep == "dobj" and not _thing(context, t, counted) for t in below):
        return False
    if lemma_of(head) != "be" and any(t.dep == "acomp" and is_a(t, "figure") for t in below):
        return False
    if lemma_of(head) == "go" and any(t.dep == "prt" and t.lower == "on" for t in below):
        return False
    if lemma_of(head) == "be" and any(t.dep == "prep" and t.lower == "against" for t in below):
        return False
    if any(t.dep in ("attr", "acomp", "dobj") and _turned(parse, head, t) for t in below):
        return False
    judged = next((t for t in below if t.dep == "acomp"), None)
    if judged is not None and lemma_of(head) in COPULAS:
        return counted or is_a(judged, "state") or _measured(parse, clause, judged)
    if lemma_of(head) != "be" or _behind(clause):
        return True
    return any(_be(context, clause, t, counted) for t in below)


def _last(parse: Parse, token: Token) -> bool:
    """Is it the last word of the clause, and no `as well`?"""
    after = token.index + 1
    plain = not parse.children(token.index)
    return plain and (after == len(parse.tokens) or parse.tokens[after].pos in ("PUNCT", "CCONJ"))


def _asks(parse: Parse, head: Token, below: list[Token]) -> bool:
    """Does it hang on a question (`depends on which capital one asks`)?"""
    opens = lemma_of(head) in words()["prepositional"]
    return opens and any(parse.child(t.index, "pcomp") is not None for t in below if t.dep == "prep")


def _figures(parse: Parse, head: Token) -> bool:
    """Does its subject tell a figure (`puts it at 4 million`, `gives the number as seven`)?"""
    if lemma_of(head) in ("put", "set") and any(t.lower == "at" for t in parse.children(head.index, "prep")):
        return _number(parse, head)
    return lemma_of(head) == "give" and any(is_a(t, "number") for t in parse.children(head.index, "dobj"))


def _number(parse: Parse, head: Token) -> bool:
    behind = (p for t in parse.children(head.index, "prep") for p in parse.children(t.index, "pobj"))
    return any(p.pos == "NUM" or parse.child(p.index, "nummod") is not None for p in behind)


def _thing(context: Context, token: Token, counted: bool) -> bool:
    """Is the object more than a figure of speech, a bare "more", or a pronoun that stands for nothing known?"""
    if is_a(token, "figure"):
        return False
    if token.lower in BARE:
        return counted or bool(context.parse.children(token.index, "prep", "amod"))
    if token.lower in EMPTY:
        return counted
    if token.lower in ("it", "them", "him", "her"):
        later = any(t.index > token.index and t.dep in ("prep", "oprd") for t in context.parse.children(token.head))
        return later or token.index in context.referents.antecedent or context.referents.at(token.index) is not None
    return True


def _turned(parse: Parse, head: Token, token: Token) -> bool:
    """Is one thing denied and another told (`is no longer the king but the queen`)?"""
    return any(t.lower == "but" for t in parse.children(token.index, "cc")) and any(
        t.dep == "neg" or t.lower in ("not", "longer")
        for t in (*parse.children(head.index), *parse.children(token.index))
    )


def _willed(head: Token) -> bool:
    return is_a(head, "willing") or any(lemma_of(head) in word_classes()[name] for name in WILLED)


def _be(context: Context, clause: Clause, token: Token, counted: bool) -> bool:
    """Does what follows "is" say what or where something is, and not how good?"""
    if token.dep == "attr":
        known = clause.attribution is not None or names(context, token.index)
        return counted or (token.pos in ("NOUN", "PROPN") and known and _plainly(context, clause, token))
    if token.dep in ("prep", "advmod", "prt"):
        return token.lower in words()["adverbial"] or token.dep == "prep"
    return False


def _plainly(context: Context, clause: Clause, token: Token) -> bool:
    """Does the noun behind "is" say what something is, or what it is the reason for?"""
    said = clause.attribution is not None
    return not is_a(token, "verdict") or (said and causes(context.parse, token))


def _measured(parse: Parse, clause: Clause, judged: Token) -> bool:
    """Does somebody call it `too low`?"""
    excess = any(t.lower == "too" for t in parse.children(judged.index, "advmod"))
    thing = parse.tokens[clause.subject].pos != "PRON"
    return excess and thing and clause.attribution is not None and is_a(judged, "measure")


def _behind(clause: Clause) -> bool:
    """`behind the attack stands the brotherhood`."""
    return clause.attribution is not None and clause.subject > clause.head


def _finite(parse: Parse, token: Token) -> bool:
    helping = parse.children(token.index, "aux", "auxpass")
    return token.tag in FINITE or any(t.tag in (*FINITE, "MD") for t in helping)
