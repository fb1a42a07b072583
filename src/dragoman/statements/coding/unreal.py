"""Why a trigger tells of nothing that is so: imagined, forced by guesswork, of one of a kind, or a plan long carried out."""

from __future__ import annotations

from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import Kind, Plover, Stance
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.setting import Setting
from dragoman.statements.coding.triggers import Trigger
from dragoman.statements.coding.word_classes import belongs

HYPOTHETICAL = frozenset({"would", "could", "might", "may", "'d"})
_DEEP = 8


def unreal(parse: Parse, trigger: Trigger, setting: Setting) -> str | None:
    """Why what the trigger tells is only thought of; None where it may be so."""
    kind, site = trigger.entry.kind, trigger.site
    if _imagined(parse, site.clause):
        return "only an idea"
    if kind is Kind.STANCE and site.pos == "n" and _would_be(parse, site.index):
        return "a guess at what it would be"
    if kind is Kind.TIE and site.pos == "n" and site.carrier is None and _of_a_kind(parse, site.index):
        return "one of a kind, not said to be there"
    if trigger.entry.type == Stance.PLAN and _carried_out(parse, trigger):
        return "a plan long carried out"
    if kind is Kind.EVENT and setting.possible and site.pos == "v" and _only(parse, trigger):
        return "only of what there is not"
    if trigger.entry.type == Stance.DEMAND and _asks_whether(parse, site.index):
        return "a question put to somebody"
    if trigger.entry.words[0] == "allow" and _to_speak(parse, site.index):
        return "only how a source speaks"
    if trigger.entry.words[0] == "shut" and _for_an_occasion(parse, site.index):
        return "closed for an occasion, by nobody"
    if trigger.entry.type == Plover.AID and _asked_back(parse, site.index):
        return "one's own, asked back"
    if setting.polarity is Polarity.POSITIVE and kind is Kind.EVENT and _as_if(parse, site.clause):
        return "as if it were so"
    return None


def _asks_whether(parse: Parse, index: int) -> bool:
    """`asked whether a handshake was a treaty`."""
    clauses = parse.children(index, "ccomp", "advcl")
    return any(m.lower in ("whether", "if") for c in clauses for m in parse.children(c.index, "mark")) and any(
        c.dep == "ccomp" for c in clauses
    )


def _to_speak(parse: Parse, index: int) -> bool:
    """`who was not authorised to speak publicly`."""
    return any(belongs(lemma_of(c), "speaking") for c in parse.children(index, "xcomp", "ccomp", "advcl"))


def _for_an_occasion(parse: Parse, index: int) -> bool:
    """`closed for the feast`."""
    objects = (o for p in parse.children(index, "prep") if p.lower == "for" for o in parse.children(p.index, "pobj"))
    return any(belongs(lemma_of(o), "occasion") for o in objects)


def _imagined(parse: Parse, clause: int) -> bool:
    """`the idea that the two might bargain`."""
    token = parse.tokens[clause]
    while token.dep in ("xcomp", "conj") and token.head != token.index:
        token = parse.head(token.index)
    marked = any(t.lower == "that" for t in parse.children(token.index, "mark"))
    return token.dep in ("acl", "relcl", "ccomp") and marked and belongs(lemma_of(parse.head(token.index)), "imagined")


def _would_be(parse: Parse, noun: int) -> bool:
    """`its price would be a lease`."""
    above = parse.head(noun)
    modal = any(t.lower in HYPOTHETICAL for t in parse.children(above.index, "aux"))
    return modal and parse.tokens[noun].dep == "nsubj" and lemma_of(above) == "be"


def _of_a_kind(parse: Parse, noun: int) -> bool:
    """An indefinite noun beside which nothing says that there is one, or any noun of a clause that is hypothetical."""
    if any(t.lower in ("a", "an", "any") for t in parse.children(noun, "det")):
        return True
    token = parse.tokens[noun]
    for _ in range(_DEEP):
        if token.head == token.index or is_verb(token):
            break
        token = parse.head(token.index)
    own = any(t.dep == "poss" or t.lower == "the" for t in parse.children(noun, "poss", "det"))
    modal = any(t.lower in HYPOTHETICAL for t in parse.children(token.index, "aux"))
    return is_verb(token) and modal and not own


def _carried_out(parse: Parse, trigger: Trigger) -> bool:
    """`the officers who planned the ambush`: it is known as one that there was."""
    if trigger.site.pos != "v" or trigger.site.token.tag not in ("VBD", "VBN"):
        return False
    nouns = (i for i in object_heads(trigger.site, trigger.entry.object) if not is_verb(parse.tokens[i]))
    return any(
        (
            belongs(lemma_of(parse.tokens[i]), "attack-noun")
            or lemma_of(parse.tokens[i]) in ("ambush", "coup", "killing")
        )
        and any(t.lower in ("the", "this", "that") for t in parse.children(i, "det"))
        for i in nouns
    )


def _only(parse: Parse, trigger: Trigger) -> bool:
    """`can withhold only oil`."""
    return any(t.lower == "only" for i in trigger.site.fill("obj") for t in parse.children(i, "advmod", "amod"))


def _asked_back(parse: Parse, clause: int) -> bool:
    """`the return of money that was sent to Zenda`."""
    token = parse.tokens[clause]
    if token.dep not in ("acl", "relcl"):
        return False
    whole = parse.head(token.head)
    return whole.lower == "of" and belongs(lemma_of(parse.head(whole.index)), "giving-back")


def _as_if(parse: Parse, clause: int) -> bool:
    """`as if waiting for cargo`."""
    marks = [t.lower for t in parse.children(clause, "mark", "advmod") if t.index < clause]
    return marks[:2] in (["as", "if"], ["as", "though"])
