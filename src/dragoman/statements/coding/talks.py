"""Talk that is an event whatever governs it: attempts to negotiate, and what is said in a call."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.domain.statement import Plover
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.setting import Setting
from dragoman.statements.coding.triggers import Trigger
from dragoman.statements.coding.word_classes import belongs

TALKING = frozenset({"negotiate", "mediate", "broker", "parley", "bargain"})
CALLED_ON = frozenset({"on", "upon", "for"})


def said_in_talk(parse: Parse, trigger: Trigger, setting: Setting) -> bool:
    """Is it what somebody calls, meets or writes for (`called the king to express his support`)?"""
    if setting.under not in ("purpose", "governs-demanded") or setting.governor is None or setting.modal is not None:
        return False
    token, above = trigger.site.token, parse.tokens[setting.governor]
    meant = token.head == above.index and any(t.tag == "TO" for t in parse.children(token.index, "aux"))
    met = belongs(lemma_of(above), "meeting-verb") and above.tag in ("VBD", "VBZ", "VBN")
    return meant and met and belongs(lemma_of(token), "uttered") and not _called_on(parse, token, above)


def _called_on(parse: Parse, token: Token, above: Token) -> bool:
    """Is somebody else asked to say it (`called on the envoy to apologise`), or a thing called (`called a meeting`)?"""
    if parse.children(token.index, "nsubj") or any(t.lower == "on" for t in parse.children(above.index, "prt")):
        return True
    behind = (parse.child(t.index, "pobj") for t in parse.children(above.index, "prep") if t.lower in CALLED_ON)
    if any(t is not None and not belongs(lemma_of(t), "time-noun") for t in behind):
        return True
    whom = parse.child(above.index, "dobj")
    return whom is not None and whom.pos not in ("PROPN", "PRON") and not belongs(lemma_of(whom), "agent")


def talks(trigger: Trigger) -> bool:
    """Is it negotiation or mediation, of which an attempt is already a part?"""
    entry = trigger.beside or trigger.entry
    return entry.type == Plover.CONSULT and lemma_of(trigger.site.token) in TALKING


def attempt_to_talk(trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    inner = trigger.site.complement("to")
    tried = belongs(lemma_of(trigger.site.token), "governs-tried")
    return tried and any(t.site.index == inner and talks(t) for t in triggers)


def talk_to_come(trigger: Trigger) -> bool:
    """`will discuss the matter`, with whom is not said."""
    aux = trigger.site.parse.children(trigger.site.clause, "aux")
    return lemma_of(trigger.site.token) == "discuss" and any(t.tag == "MD" for t in aux)
