"""Realis and polarity of what is told."""

from __future__ import annotations

from dataclasses import replace

from dragoman.domain.attribution import Manner
from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import Realis
from dragoman.statements.coding.conditions import condition_of
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.setting import MODALS, Setting, setting_of
from dragoman.statements.told.clauses import Clause

TELLING = frozenset({"tell", "warn", "promise", "pledge", "vow", "swear", "announce"})
"""Verbs that may ask or offer, and that tell where a finite clause stands below them."""


def setting_told(parse: Parse, clause: Clause) -> Setting:
    """The setting of a clause that stands for itself: verbs that only carry it on do not colour it."""
    found = setting_of(parse, clause.head, clause.head)
    if found.under is not None and found.governor is not None and lemma_of(parse.tokens[found.governor]) in TELLING:
        realis = MODALS.get(found.modal, Realis.ACTUAL) if found.modal is not None else Realis.ACTUAL
        found = replace(found, under=None, governor=None, realis=realis)
    awaited = lemma_of(parse.tokens[clause.head]) == "expect"
    if (clause.predicate != clause.head or awaited) and found.realis is Realis.ACTUAL:
        found = replace(found, realis=Realis.PREDICTED, modal="will")
    if found.realis is Realis.CONDITIONAL and found.under is None and _backshifted(parse, clause, found):
        found = replace(found, realis=Realis.PREDICTED)
    if _for_nothing(parse, clause.head):
        return replace(found, polarity=Polarity.POSITIVE)
    if _no_longer(parse, clause.head):
        return replace(found, polarity=Polarity.NEGATIVE)
    return found


def _backshifted(parse: Parse, clause: Clause, found: Setting) -> bool:
    """`she said that it would close` tells what will be, seen from when it was said; not with a condition."""
    over = clause.attribution
    cue = over.cue_head if over is not None else None
    if over is None or cue is None or found.modal not in ("would", "'d"):
        return False
    if cue > clause.head and (over.manner is Manner.DIRECT or not _dated(parse, clause.head)):
        return False
    past = parse.tokens[cue].tag in ("VBD", "VBN", "NN", "NNS")
    return past and condition_of(parse, clause.head, clause.predicate) is None


def _dated(parse: Parse, head: int) -> bool:
    """Does the verb have its day (`deliveries would begin in the spring`)?"""
    below = parse.children(head, "npadvmod", "prep")
    at = {t.index if t.dep == "npadvmod" else t.index + 1 for t in below}
    return any(n.label == "DATE" and any(n.first <= i < n.last for i in at) for n in parse.names)


def _for_nothing(parse: Parse, head: int) -> bool:
    """`for nothing` says at no price, and denies nothing."""
    preps = parse.children(head, "prep")
    nothing = any(p.lower == "nothing" for t in preps if t.lower == "for" for p in parse.children(t.index, "pobj"))
    return nothing and not parse.children(head, "neg")


def _no_longer(parse: Parse, head: int) -> bool:
    adverbs = parse.children(head, "advmod")
    return any(t.lower == "longer" and parse.tokens[t.index - 1].lower == "no" for t in adverbs if t.index)
