"""Which clauses tell something of the world that can be checked: no telling, no reading, no rhetoric."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.amount import Amount
from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.arguments import FINITE
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.setting import GOVERNORS, Setting
from dragoman.statements.coding.word_classes import word_classes
from dragoman.statements.context import Context
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.lexicon import words
from dragoman.statements.told.subjects import can_be_told, definite, names, outlet

OWN = frozenset({"i", "we", "us", "me", "our", "my", "ours", "mine", "you", "your", "yours", "let"})
ASKING = frozenset({"what", "who", "whom", "whose", "which", "how", "why", "whether"})
PARTS = frozenset({"dobj", "attr", "prep", "agent", "dative", "oprd", "acomp", "xcomp"})
WILLED = tuple(name for name in GOVERNORS if name not in ("governs-offered", "governs-prevented", "governs-accused"))
"""Classes of words that make what follows a wish, a plan or an attempt."""
STANDING = frozenset({"stand", "lie", "rest", "point"})
"""With a number these say how much it is (`the bid stands at 250 million`)."""
BARE = frozenset({"more", "less", "little", "much", "nothing"})
"""Objects that say something only with what follows them, or with a number."""
EMPTY = frozenset({"none", "one", "enough", "something", "anything", "everything"})
COPULAS = frozenset({"be", "remain", "become", "stay", "grow", "get", "turn", "go", "keep", "prove"})


def worth_telling(context: Context, clause: Clause, span: Span, setting: Setting, amounts: Sequence[Amount]) -> bool:
    """Does the clause at `span` tell a state of affairs that stands for itself? `amounts` are those in it."""
    parse, head = context.parse, context.parse.tokens[clause.predicate]
    if setting.asked or setting.under not in (None, "if") or is_a(head, "telling") or _figures(parse, head):
        return False
    if is_a(head, "reading") and not (lemma_of(head) in STANDING and _number(parse, head)):
        return False
    if not _plain(parse, clause, span) or not can_be_told(context, clause):
        return False
    said, counted = clause.attribution is not None, bool(amounts)
    if not _predicate(context, clause, head, counted) or not _settled(setting, said, counted):
        return False
    if said:
        told = definite(context, clause.subject) or _indefinite_deed(parse, clause, head)
        return counted or told or _named(context, clause)
    if setting.under is not None or not clause.whole or outlet(context, clause.subject):
        return False
    if any(t.lower in ("a", "an") for t in parse.children(clause.subject, "det")) and parse.child(
        clause.subject, "relcl"
    ):
        return False
    return counted or _named(context, clause) or (_seen(parse, head) and definite(context, clause.subject))


def _figures(parse: Parse, head: Token) -> bool:
    """Does its subject tell a figure (`puts it at 4 million`, `gives the number as seven`)?"""
    if lemma_of(head) in ("put", "set") and any(t.lower == "at" for t in parse.children(head.index, "prep")):
        return _number(parse, head)
    return lemma_of(head) == "give" and any(is_a(t, "number") for t in parse.children(head.index, "dobj"))


def _number(parse: Parse, head: Token) -> bool:
    behind = (p for t in parse.children(head.index, "prep") for p in parse.children(t.index, "pobj"))
    return any(p.pos == "NUM" or parse.child(p.index, "nummod") is not None for p in behind)


def is_a(token: Token, name: str) -> bool:
    return lemma_of(token) in words()[name] or token.lower in words()[name]


def _plain(parse: Parse, clause: Clause, span: Span) -> bool:
    """No question, no rhetoric, nobody's own person, no word about the report itself."""
    inside = parse.tokens_in(span)
    if len(inside) < (2 if clause.attribution is not None else 3) or inside[-1].text == "?":
        return False
    if any(t.lower in ASKING and (t is inside[0] or t.head in (clause.head, clause.predicate)) for t in inside[:8]):
        return False
    if any(t.lower == "one" and t.dep == "nsubj" for t in inside[1:]):
        return False
    if any(t.lower in OWN or t.lower in words()["rhetoric"] for t in inside):
        return False
    return not any(lemma_of(t) in words()["boilerplate"] for t in inside)


def _predicate(context: Context, clause: Clause, head: Token, counted: bool) -> bool:
    """Is it more than being judged, wished or begun?"""
    parse = context.parse
    below = [t for t in parse.children(head.index) if t.index > head.index]
    if any(t.dep == "ccomp" and _finite(parse, t) for t in below) and not is_a(head, "providing"):
        return False
    if _willed(head) and any(t.dep == "xcomp" for t in below):
        return False
    if lemma_of(head) in ("do", "have") and all(t.lower in ("so", "it", "that") for t in below if t.dep == "dobj"):
        return False
    if any(t.dep == "dobj" and not _thing(context, t, counted) for t in below):
        return False
    if lemma_of(head) == "be" and any(t.dep == "prep" and t.lower == "against" for t in below):
        return False
    judged = next((t for t in below if t.dep == "acomp"), None)
    if judged is not None and lemma_of(head) in COPULAS:
        return counted or is_a(judged, "state")
    if lemma_of(head) != "be":
        return True
    return any(_be(context, clause, t, counted) for t in below)


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


def _indefinite_deed(parse: Parse, clause: Clause, head: Token) -> bool:
    """`a treaty is to be signed`: what is done to or by one of a kind."""
    one = any(t.lower in ("a", "an") for t in parse.children(clause.subject, "det"))
    return one and lemma_of(head) not in COPULAS


def _willed(head: Token) -> bool:
    return is_a(head, "willing") or any(lemma_of(head) in word_classes()[name] for name in WILLED)


def _be(context: Context, clause: Clause, token: Token, counted: bool) -> bool:
    """Does what follows "is" say what or where something is, and not how good?"""
    if token.dep == "attr":
        known = clause.attribution is not None or names(context, token.index)
        return counted or (token.pos in ("NOUN", "PROPN") and not is_a(token, "verdict") and known)
    if token.dep in ("prep", "advmod", "prt"):
        return token.lower in words()["adverbial"] or token.dep == "prep"
    return False


def _finite(parse: Parse, token: Token) -> bool:
    helping = parse.children(token.index, "aux", "auxpass")
    return token.tag in FINITE or any(t.tag in (*FINITE, "MD") for t in helping)


def _settled(setting: Setting, said: bool, counted: bool) -> bool:
    """Is it held to be so, or said to come; not merely possible or due?"""
    if setting.modal in words()["open-modal"]:
        return counted and said
    return said or setting.modal not in ("would", "'d")


def _named(context: Context, clause: Clause) -> bool:
    """Is there a name in the subject or the predicate, a fronted place or time apart?"""
    parse, own = context.parse, {clause.head, clause.predicate}
    below = (t for i in own for t in parse.children(i) if t.index > i)
    parts = [t.index for t in below if t.dep in PARTS or (t.dep == "ccomp" and is_a(parse.head(t.index), "providing"))]
    return any(names(context, i) for i in (clause.subject, *parts))


def _seen(parse: Parse, head: Token) -> bool:
    """Is it something that happens, or a state, for all to see?"""
    if is_a(head, "happening"):
        return True
    below = [t for t in parse.children(head.index) if t.index > head.index]
    return lemma_of(head) == "be" and any(
        (t.dep == "acomp" and is_a(t, "broken")) or (t.dep in ("advmod", "prt") and t.lower in words()["adverbial"])
        for t in below
    )
