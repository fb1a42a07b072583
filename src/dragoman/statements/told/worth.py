"""Which clauses tell something of the world that can be checked: no telling, no reading, no rhetoric."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.domain.amount import Amount
from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.setting import Setting
from dragoman.statements.context import Context
from dragoman.statements.told.clauses import Clause
from dragoman.statements.told.lexicon import is_a, words
from dragoman.statements.told.predicates import COPULAS, tells
from dragoman.statements.told.quotes import sharing
from dragoman.statements.told.subjects import can_be_told, definite, names, outlet
from dragoman.statements.told.turns import WE, speaker, stands_for, witnessed

BLANK = re.compile(r"\[[A-Z][A-Z _]{2,}\]")
"""What is to be filled in (`[COUNTRY]`)."""
OWN = frozenset({"i", "we", "us", "me", "our", "my", "ours", "mine", "you", "your", "yours", "let"})
ASKING = frozenset({"what", "who", "whom", "whose", "which", "how", "why", "whether"})
PARTS = frozenset({"dobj", "attr", "prep", "agent", "dative", "oprd", "acomp", "xcomp"})


def worth_telling(
    context: Context, clause: Clause, span: Span, setting: Setting, amounts: Sequence[Amount], timed: bool
) -> bool:
    """Does the clause at `span` tell a state of affairs that stands for itself? `amounts` are those in it; `timed`: with its day."""
    parse, head = context.parse, context.parse.tokens[clause.predicate]
    if setting.asked or setting.under not in (None, "if"):
        return False
    said, counted = clause.attribution is not None, bool(amounts)
    if not (_plain(parse, clause, span) or witnessed(context, clause, counted)) or BLANK.search(span.of(context.text)):
        return False
    if not (can_be_told(context, clause) or stands_for(context, clause, counted)):
        return False
    if not tells(context, clause, head, counted) or not _settled(setting, said, counted):
        return False
    if said and any(t.lower in WE for t in (parse.tokens[clause.subject], *parse.children(clause.subject))):
        return counted or timed or _named_behind(context, clause)
    if said:
        told = definite(context, clause.subject) or _indefinite_deed(parse, clause, head)
        return counted or timed or told or _named(context, clause)
    if clause.aside and not ((counted or timed) and setting.modal is None and _known(context, clause)):
        return False
    if setting.under is not None or not clause.whole or outlet(context, clause.subject):
        return False
    one = any(t.lower in ("a", "an") for t in parse.children(clause.subject, "det"))
    if one and (
        parse.child(clause.subject, "relcl") is not None or not (counted or timed or _named_behind(context, clause))
    ):
        return False
    return counted or _named(context, clause) or (_seen(parse, head) and definite(context, clause.subject))


def _plain(parse: Parse, clause: Clause, span: Span) -> bool:
    """No question, no rhetoric, nobody's own person, no word about the report itself."""
    inside = parse.tokens_in(span)
    if len(inside) < (2 if clause.attribution is not None else 3) or inside[-1].text == "?":
        return False
    if not clause.aside and any(
        t.lower in ASKING and (t is inside[0] or t.head in (clause.head, clause.predicate)) for t in inside[:8]
    ):
        return False
    if inside[-2].lower == "as" and inside[-1].lower in ("much", "many", "far", "long", "soon"):
        return False
    if any(
        t.lower in ("whom", "which") and parse.head(t.index).lower == "of" and t.index < clause.head for t in inside
    ):
        return False
    if any(t.lower == "better" and t.dep in ("advmod", "aux") and t.index == clause.head - 1 for t in inside):
        return False
    if any(t.lower == "one" and t.dep == "nsubj" for t in inside[1:]):
        return False
    if any(t.lower in OWN and not speaker(clause, t) for t in inside):
        return False
    if any(t.lower in words()["rhetoric"] for t in inside):
        return False
    return not any(lemma_of(t) in words()["boilerplate"] for t in inside)


def _indefinite_deed(parse: Parse, clause: Clause, head: Token) -> bool:
    """`a treaty is to be signed`: what is done to or by one of a kind."""
    one = any(t.lower in ("a", "an") for t in parse.children(clause.subject, "det"))
    return one and lemma_of(head) not in COPULAS


def _settled(setting: Setting, said: bool, counted: bool) -> bool:
    """Is it held to be so, or said to come; not merely possible or due?"""
    if setting.modal in words()["open-modal"]:
        return counted and said
    return said or setting.modal not in ("would", "'d")


def _named(context: Context, clause: Clause) -> bool:
    """Is there a name in the subject or the predicate, a fronted place or time apart?"""
    return names(context, clause.subject) or _named_behind(context, clause)


def _known(context: Context, clause: Clause) -> bool:
    """Is the subject a name, or a definite phrase that holds one?"""
    if context.parse.tokens[clause.subject].pos == "PROPN":
        return True
    return definite(context, clause.subject) and names(context, clause.subject)


def _named_behind(context: Context, clause: Clause) -> bool:
    parse, own = context.parse, {clause.head, clause.predicate}
    own |= {other} if (other := sharing(parse, clause.head)) is not None else set()
    below = (t for i in own for t in parse.children(i) if t.index > i)
    parts = [t.index for t in below if t.dep in PARTS or (t.dep == "ccomp" and is_a(parse.head(t.index), "providing"))]
    return any(names(context, i) for i in parts)


def _seen(parse: Parse, head: Token) -> bool:
    """Is it something that happens, or a state, for all to see?"""
    if is_a(head, "happening"):
        return True
    below = [t for t in parse.children(head.index) if t.index > head.index]
    return lemma_of(head) == "be" and any(
        (t.dep == "acomp" and is_a(t, "broken")) or (t.dep in ("advmod", "prt") and t.lower in words()["adverbial"])
        for t in below
    )
