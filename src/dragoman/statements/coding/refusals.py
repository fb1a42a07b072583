"""Why a trigger makes no statement: its setting, its frame, its roles."""

from __future__ import annotations

from dragoman.domain.parse import Parse
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import AgreementStatus, Kind, Plover, Stance
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.futures import scheduled
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.objects import object_heads
from dragoman.statements.coding.recipients import tells_relative
from dragoman.statements.coding.setting import Setting
from dragoman.statements.coding.talks import attempt_to_talk, talks
from dragoman.statements.coding.triggers import Trigger
from dragoman.statements.coding.unreal import unreal
from dragoman.statements.coding.word_classes import belongs

SPOKEN = frozenset({Stance.OFFER, Stance.DEMAND, Stance.REFUSE, Stance.THREATEN, Stance.ACCEPT})
ALONE = frozenset({"governs-desired", "governs-offered", "governs-planned", "governs-demanded", "governs-refused"})
DUTIES = frozenset({"must", "should", "ought"})


def refused(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...], setting: Setting) -> str | None:
    """Why the trigger says nothing where it stands; None where it may."""
    kind = trigger.entry.kind
    if setting.asked:
        return "a question, or one of two alternatives"
    if trigger.site.pos == "n" and _said_by_verb(parse, trigger, triggers):
        return "its verb says it"
    if (why := unreal(parse, trigger, setting)) is not None:
        return why
    if trigger.entry.type == Plover.AGREE and _failed(parse, trigger, triggers):
        return "its verb says it"
    if kind is Kind.EVENT and _planned_above(parse, trigger, triggers):
        return "what is planned says it"
    if kind is Kind.EVENT and tells_relative(trigger, triggers):
        return "its relative clause says it"
    tried = (setting.under == "governs-tried" and talks(trigger)) or scheduled(parse, trigger, setting)
    if trigger.site.token.tag == "VBG" and trigger.site.token.dep == "advcl" and _told_above(trigger, triggers):
        return "its main verb says it"
    if kind in (Kind.EVENT, Kind.TIE) and setting.under is not None and not tried:
        return f"not said to happen ({setting.under})"
    if setting.modal in DUTIES and trigger.site.pos != "m":
        return f"only {setting.modal}"
    will = trigger.site.pos == "m" or any(c.slot == "aux" for c in trigger.entry.frame)
    if trigger.site.pos == "m" and any(lemma_of(t) == "have" for t in parse.children(trigger.site.clause, "aux")):
        return "a regret"
    if _named_only(parse, trigger):
        return "named, not said to happen"
    if kind is Kind.STANCE and trigger.entry.type == Stance.WANT and attempt_to_talk(trigger, triggers):
        return "an attempt to talk is talk"
    if kind is Kind.STANCE and setting.under in ALONE and not (trigger.site.pos == "m" and _untold(triggers, setting)):
        return f"part of what is wanted ({setting.under})"
    if (
        kind is Kind.STANCE
        and trigger.entry.type not in SPOKEN
        and setting.modal is not None
        and setting.modal != "will"
        and not will
    ):
        return f"only {setting.modal}"
    loose = kind in (Kind.EVENT, Kind.TIE) or setting.possible or trigger.site.token.dep == "relcl"
    if loose and _of_anybody(parse, trigger):
        return "of anybody, as in a rule"
    if kind is Kind.AGREEMENT and trigger.site.token.dep == "amod":
        return "a mere attribute"
    if kind is Kind.AGREEMENT:
        return _unsigned(trigger, setting)
    if kind is Kind.STANCE and trigger.entry.words[0] == "announce" and _clause_says(trigger, triggers):
        return "its clause says it"
    if kind is Kind.EVENT and _for_somebody_to(parse, trigger.site.clause):
        return "named, not said to happen"
    if _to_oneself(parse, trigger):
        return "done to oneself"
    if _imperative(parse, trigger):
        return "an order to somebody"
    if kind is Kind.STANCE and _empty_object(parse, trigger):
        return "what is wanted is not said, or only how a source speaks"
    if setting.possible and not will and setting.polarity is Polarity.NEGATIVE and kind in (Kind.EVENT, Kind.STANCE):
        return "said to be impossible"
    if setting.under == "if":
        return "stands in a condition"
    if trigger.site.pos == "n" and trigger.site.carrier is None and kind is Kind.EVENT and setting.modal is not None:
        return f"its clause is only {setting.modal}"
    return None


def _untold(triggers: tuple[Trigger, ...], setting: Setting) -> bool:
    """Is what governs the clause no trigger of its own, so that it only says it (`insists that it will not pay`)?"""
    return all(t.site.index != setting.governor for t in triggers)


def _for_somebody_to(parse: Parse, clause: int) -> bool:
    """`time for all leaders to come`: an infinitive with a subject of its own behind `for`."""
    below = parse.children(clause)
    own = any(t.dep in ("nsubj", "nsubjpass") for t in below)
    return own and any(t.tag == "TO" for t in below) and any(t.lower == "for" and t.dep == "mark" for t in below)


def _unsigned(trigger: Trigger, setting: Setting) -> str | None:
    """Why no status of an agreement is said; one to be signed is proposed."""
    if setting.under is None and setting.modal is None:
        return None if setting.polarity is Polarity.POSITIVE else "denied"
    near = setting.under in ("governs-planned", "governs-offered") and setting.modal is None
    return None if near and trigger.entry.type == AgreementStatus.SIGNED else "not said to be so"


def _named_only(parse: Parse, trigger: Trigger) -> bool:
    """Is the verb a mere name of an activity after a noun (`its interest in selling`, `a way of ending`)?"""
    token = trigger.site.token
    while token.dep == "conj" and is_verb(parse.head(token.index)):
        token = parse.head(token.index)
    prep = parse.head(token.index)
    return (
        trigger.site.pos == "v"
        and token.dep == "pcomp"
        and prep.lower != "but"
        and parse.head(prep.index).pos in ("NOUN", "PROPN")
    )


def _said_by_verb(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Is a verb that governs the noun a trigger of the same type, or its carrier another trigger?"""
    above = {t.index for t in parse.ancestors(trigger.site.index)}
    for other in triggers:
        if other.site.pos != "v" or other.entry.kind not in (Kind.EVENT, Kind.STANCE):
            continue
        if other.site.index in above and other.entry.type == trigger.entry.type:
            return True
        if other.site.index == trigger.site.carrier and trigger.entry.kind is not Kind.AGREEMENT:
            return True
    return False


def _told_above(trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Does the verb above tell the same act (`delivered cash, providing support to ...`)?"""
    token = trigger.site.token
    same = (
        t.entry.kind is trigger.entry.kind and t.entry.type == trigger.entry.type
        for t in triggers
        if t.site.index == token.head
    )
    governed = trigger.site.parse.head(token.index).dep in ("xcomp", "acl")
    return trigger.entry.kind is Kind.EVENT and not governed and any(same)


def _planned_above(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """`is to discuss the matter`, with whom is not said: a plan already."""
    above = parse.head(trigger.site.clause).index
    if trigger.entry.type != Plover.CONSULT or trigger.site.fill("with"):
        return False
    return any(t.site.index == above and t.entry.type == Stance.PLAN and t.entry.words[0] == "be" for t in triggers)


def _failed(parse: Parse, trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """`failed to agree on the price`."""
    above = parse.head(trigger.site.clause).index
    governed = parse.tokens[trigger.site.clause].dep == "xcomp"
    return governed and any(t.site.index == above and t.entry.type == Plover.REJECT for t in triggers)


def _clause_says(trigger: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Is the clause of an announcement a trigger of an event or a stance itself?"""
    inner = trigger.site.complement("that")
    return any(t.site.clause == inner for t in triggers if t.entry.kind in (Kind.EVENT, Kind.STANCE))


def _to_oneself(parse: Parse, trigger: Trigger) -> bool:
    """`shot himself`, `self-funding`."""
    index, kind = trigger.site.index, trigger.entry.kind
    if index > 1 and parse.tokens[index - 1].text == "-" and parse.tokens[index - 2].lower == "self":
        return True
    if kind is not Kind.EVENT and trigger.entry.type != Stance.ACCEPT:
        return False
    things = trigger.site.fill("obj") if trigger.site.pos == "v" else ()
    if any("himself" in c.values for c in trigger.entry.frame):
        return False
    return any(parse.tokens[i].lower.endswith(("self", "selves")) for i in things)


def _imperative(parse: Parse, trigger: Trigger) -> bool:
    """`Don't shoot him`: a bare form without a subject that nothing governs."""
    clause = parse.tokens[trigger.site.clause]
    if clause.tag != "VB" or clause.dep not in ("ROOT", "ccomp", "parataxis", "dep"):
        return False
    return not parse.children(clause.index, "nsubj", "nsubjpass") and all(
        t.lower in ("do", "n't", "not") for t in parse.children(clause.index, "aux")
    )


def _of_anybody(parse: Parse, trigger: Trigger) -> bool:
    """Is it said in the present of any one of a kind (`a player who occupies the island may ...`)?"""
    clause = parse.tokens[trigger.site.clause]
    aux = [t.lower for t in parse.children(clause.index, "aux", "auxpass")]
    present = (clause.tag in ("VBZ", "VBP") and not aux and lemma_of(clause) != "be") or any(
        w in ("may", "must", "can") for w in aux
    )
    subject = trigger.site.fill("subj") if present and trigger.site.pos == "v" else ()
    return any(
        parse.tokens[i].lower == "those"
        or (
            parse.tokens[i].tag in ("NN", "NNP", "JJ")
            and any(t.lower in ("a", "an", "any", "every") for t in parse.children(i, "det"))
        )
        for i in subject
    )


def _empty_object(parse: Parse, trigger: Trigger) -> bool:
    """`what it wants`, `asked not to be named`, `declined to comment`."""
    heads = object_heads(trigger.site, trigger.entry.object)
    return any(parse.tokens[h].tag in ("WP", "WDT") or belongs(lemma_of(parse.tokens[h]), "anonymous") for h in heads)
