"""Does a sense of a trigger fit the clause that it stands in?"""

from __future__ import annotations

from dragoman.statements.coding.arguments import is_passive, is_verb
from dragoman.statements.coding.conditions import condition_at
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.lexicon import Condition, Entry
from dragoman.statements.coding.objects import told_of
from dragoman.statements.coding.parties import PERSONS, Parties
from dragoman.statements.coding.setting import negated
from dragoman.statements.coding.slots import Site
from dragoman.statements.coding.speech import own_words
from dragoman.statements.coding.word_classes import belongs


def fits(entry: Entry, site: Site, parties: Parties) -> bool:
    """Do all conditions of the entry's frame hold?"""
    return all(_holds(condition, site, parties) for condition in entry.frame)


def _holds(condition: Condition, site: Site, parties: Parties) -> bool:
    slot, values = condition.slot, condition.values
    if slot == "comp":
        found = any(site.complement(v) is not None for v in values if v in ("to", "that", "ing"))
        return not any(site.complement(f) is not None for f in ("to", "that")) if "-" in values else found
    if slot == "prt":
        particle = site.particle()
        if values[0].startswith("!"):
            return particle not in [v.lstrip("!") for v in values]
        return particle is None if "-" in values else particle in values or ("+" in values and particle is not None)
    if slot == "does":
        clause = next((i for f in ("to", "ing", "that") if (i := site.complement(f)) is not None), None)
        if values[0].startswith("!"):
            return clause is not None and not any(_value(v.lstrip("!"), clause, site, parties) for v in values)
        return clause is not None and any(_value(v, clause, site, parties) for v in values)
    if slot == "doesobj":
        inner = next((i for f in ("to", "ing", "that") if (i := site.complement(f)) is not None), None)
        things = () if inner is None else Site(site.parse, inner, "v").fill("obj")
        denied = values[0].startswith("!")
        return denied != any(_value(v.lstrip("!"), h, site, parties) for h in things for v in values)
    if slot in ("objmod", "subjmod"):
        return any(
            _value(v, t.index, site, parties)
            for h in (_core(site) if slot == "objmod" else _cores(site, site.fill("subj")))
            for t in site.parse.children(h, "amod", "compound")
            for v in values
        )
    if slot == "mood":
        clause = site.complement("that")
        if clause is None or "due" not in values:
            return clause is not None and _subjunctive(site, clause)
        coming = any(t.lower in ("will", "'ll", "would", "should", "must") for t in site.parse.children(clause, "aux"))
        return coming or _subjunctive(site, clause)
    if slot == "csubject":
        return bool(site.parse.children(site.clause, "csubj")) == ("+" in values)
    if slot in _OWN:
        return _OWN[slot](condition, site)
    if slot == "speaker" and values[0] in ("self", "other", "-"):
        return _speaks(values[0], site, parties)
    if slot == "self":
        return site.token.lower in values
    if slot == "later":
        rest = site.parse.tokens[site.index + 1 : site.parse.sentence(site.index).last]
        return any(t.lower in values and t.pos in ("ADP", "PART") and t.dep in ("prep", "dative") for t in rest)
    if slot == "introduced":
        return site.token.dep == "pobj" and site.parse.head(site.index).lower in values
    if slot == "dep":
        return (site.token.dep not in [v.lstrip("!") for v in values]) == values[0].startswith("!") and (
            values[0].startswith("!") or site.token.dep in values
        )
    if slot == "voice":
        return is_passive(site.parse, site.index) == ("passive" in values)
    if slot == "both":
        return any(len(parties.each(h)) > 1 for h in site.fill("subj")) == ("+" in values)
    if slot in ("mod", "det"):
        deps = ("det", "predet") if slot == "det" else ("amod", "compound", "nmod", "poss", "det")
        below = site.parse.children(site.index, *deps)
        if "-" in values:
            return not below
        if values[0].startswith("!"):
            return not any(_value(v.lstrip("!"), t.index, site, parties) for t in below for v in values)
        return any(_value(v, t.index, site, parties) for t in below for v in values)
    if slot == "light" and values != ("+",) and values != ("-",):
        return site.carrier is not None and any(_value(v, site.carrier, site, parties) for v in values)
    if slot == "light":
        return (site.carrier is not None) == (values == ("+",))
    if slot == "oprd":
        named = site.parse.children(site.index, "oprd")
        return bool(named) == ("-" not in values) and (
            values[0] in ("+", "-") or any(_value(v, t.index, site, parties) for t in named for v in values)
        )
    heads = site.fill(slot)
    if values[0].startswith("!"):
        return bool(heads) and not any(_value(v.lstrip("!"), h, site, parties) for h in heads for v in values)
    if "-" in values:
        return not heads
    if "+" in values:
        return bool(heads) or (
            slot not in ("subj", "obj", "dat", "poss", "adj", "csubj") and site.has_preposition(slot)
        )
    return any(_value(v, h, site, parties) for h in heads for v in values)


def _speaks(whose: str, site: Site, parties: Parties) -> bool:
    """Is what is said the speaker's own (`self`), of somebody else (`other`), or the author's (`-`)?"""
    speakers, subjects = site.fill("speaker"), site.fill("subj")
    if not speakers:
        return whose == "-"
    if not subjects or whose == "-" or not (parties.is_party(speakers[0]) or parties.inside(speakers[0]) is not None):
        return False
    own = own_words(site.parse, subjects[0], speakers[0]) or _speaks_for(speakers[0], subjects[0], parties)
    return own == (whose == "self")


def _speaks_for(speaker: int, subject: int, parties: Parties) -> bool:
    """Is it one of the subject's country, or an office that nothing but `the` marks (`Ruritania will pay, the minister said`)?"""
    token = parties.context.parse.tokens[speaker]
    theirs, own = parties.role(speaker), parties.role(subject)
    if parties.context.parse.tokens[subject].pos != "PROPN":
        return False
    if theirs.country is not None or own.country is not None:
        return theirs.country == own.country and belongs(lemma_of(token), "official")
    below = [
        t.lower for t in parties.context.parse.children(speaker) if t.dep in ("det", "amod", "compound", "poss", "prep")
    ]
    return token.pos == "NOUN" and below[:1] == ["the"] and belongs(lemma_of(token), "official") and len(below) == 1


def _hangs(condition: Condition, site: Site) -> bool:
    """Does the clause hang on a condition of one of these kinds (`-`: on none)?"""
    found = condition_at(site.parse, site.clause, site.index)
    return "-" in condition.values if found is None else found.kind in condition.values or "+" in condition.values


def _denied(condition: Condition, site: Site) -> bool:
    return negated(site.parse, site.clause) == ("+" in condition.values)


def _with_auxiliary(condition: Condition, site: Site) -> bool:
    return any(t.lower in condition.values for t in site.parse.children(site.clause, "aux"))


def _with_adverb(condition: Condition, site: Site) -> bool:
    return any(t.lower in condition.values for t in site.parse.children(site.clause, "advmod", "intj"))


def _is_something(condition: Condition, site: Site) -> bool:
    """Is the noun the subject of `be` with a noun or a clause (`its aim is to keep the base`)?"""
    return bool(told_of(site)) == ("+" in condition.values)


def _done_by_itself(condition: Condition, site: Site) -> bool:
    """Is the verb of the complement an active one?"""
    clause = next((i for f in ("to", "ing", "that") if (i := site.complement(f)) is not None), None)
    return clause is not None and is_verb(site.parse.tokens[clause]) and not is_passive(site.parse, clause)


def _bare(condition: Condition, site: Site) -> bool:
    """Has the verb no complement that says what its subject is (`is to leave`, not `is eager to leave`)?"""
    return not site.parse.children(site.index, "acomp", "attr", "oprd", "prep")


_OWN = {
    "cond": _hangs,
    "neg": _denied,
    "aux": _with_auxiliary,
    "adv": _with_adverb,
    "is": _is_something,
    "active": _done_by_itself,
    "bare": _bare,
}


def _value(value: str, index: int, site: Site, parties: Parties) -> bool:
    if value == "+":
        return True
    if value in ("it", "them", "this", "that"):
        return site.parse.tokens[index].lower == value
    if value.startswith("^"):
        return site.parse.tokens[index].lower == value[1:]
    if site.parse.tokens[index].pos == "PRON":
        index = parties.context.referents.antecedent.get(index, index)
    token = site.parse.tokens[index]
    if value == "#party":
        return parties.is_party(index) or parties.inside(index) == index
    if value == "#side":
        return parties.inside(index) is not None
    if value == "#person":
        return parties.label(index) == "PERSON" or (token.lower in PERSONS and token.pos == "PRON")
    if value == "#name":
        return token.text[:1].isupper() and token.pos != "PRON"
    if value.startswith("#"):
        return any(_in_class(site, i, value[1:]) for i in (index, *site.others(index)))
    if "+" in value:
        modifier, _, noun = value.partition("+")
        before = site.parse.children(index, "amod", "compound", "nmod")
        return lemma_of(token) == noun and any(modifier in (t.lower, lemma_of(t)) for t in before)
    if lemma_of(token) == value or token.lower == value:
        return True
    part = _part_of(site, index)
    return part is not None and _value(value, part, site, parties)


def _in_class(site: Site, index: int, name: str) -> bool:
    """Is the noun in the class, or what it is a share or a lot of (`tonnes of grain`)?"""
    if belongs(lemma_of(site.parse.tokens[index]), name):
        return True
    if site.parse.tokens[index].pos == "PROPN" and site.parse.tokens[index].dep != "compound":
        kinds = (t for t in site.parse.children(index, "compound") if t.pos == "NOUN")
        if any(belongs(lemma_of(t), name) for t in kinds):
            return True
    if belongs(lemma_of(site.parse.tokens[index]), "wrapping"):
        inner = site.parse.children(index, "compound")
        if any(belongs(lemma_of(t), name) for t in inner):
            return True
    part = _part_of(site, index)
    return part is not None and _in_class(site, part, name)


def _part_of(site: Site, index: int) -> int | None:
    """What a noun is a share, a lot or one of (`one of the demands`)."""
    lemma = lemma_of(site.parse.tokens[index])
    if not (belongs(lemma, "partitive") or belongs(lemma, "measure")):
        return None
    for prep in site.parse.children(index, "prep"):
        pobj = site.parse.child(prep.index, "pobj")
        if prep.lower == "of" and pobj is not None:
            return pobj.index
    return None


def _subjunctive(site: Site, clause: int) -> bool:
    """`that Graustark release the crew`: a bare form, or one that does not agree with its singular subject."""
    token, own = site.parse.tokens[clause], site.parse.child(clause, "nsubj")
    if any(t.tag == "VB" and t.lower == "be" for t in site.parse.children(clause, "auxpass")):
        return not site.parse.children(clause, "aux")
    if site.parse.children(clause, "aux"):
        return False
    return token.tag == "VB" or (token.tag == "VBP" and own is not None and own.tag in ("NNP", "NN"))


def _core(site: Site) -> tuple[int, ...]:
    """The object, or what it is a lot or a round of."""
    return _cores(site, site.fill("obj"))


def _cores(site: Site, heads: tuple[int, ...]) -> tuple[int, ...]:
    inner = [
        pobj.index
        for h in heads
        if belongs(lemma_of(site.parse.tokens[h]), "measure")
        for prep in site.parse.children(h, "prep")
        if (pobj := site.parse.child(prep.index, "pobj")) is not None
    ]
    return (*heads, *inner)
