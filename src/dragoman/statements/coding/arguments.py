"""The logical subject and object of any verb: one mechanism for voice, control, raising, relatives and conjunction."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Token
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.mistakes import after_conjunction, mistaken_name, mistaken_object
from dragoman.statements.coding.word_classes import belongs

RELATIVE = frozenset({"who", "which", "that", "whom"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
UNACCUSATIVE = frozenset({"go", "come", "become", "arrive", "fall"})
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEEP = 8


def is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")


def conjuncts(parse: Parse, index: int) -> tuple[int, ...]:
    """`index` and the nominals joined to it by `and`, `or` or a comma, in text order."""
    found = [index]
    for i in found:
        found.extend(t.index for t in parse.children(i, "conj") if t.pos in NOMINAL and not is_verb(t))
    return tuple(found)


def possessors(parse: Parse, index: int) -> tuple[int, ...]:
    """Heads of the possessors of a noun; also where the parser took a name with its 's for something else."""
    return tuple(
        t.index
        for t in parse.children(index)
        if t.index < index
        and (
            t.dep == "poss"
            or (t.pos == "PROPN" and any(c.tag == "POS" or c.lower in ("'s", "’s") for c in parse.children(t.index)))
        )
    )


def is_passive(parse: Parse, index: int) -> bool:
    """Is this verb a passive: `was seized`, or a bare participle after a noun (`goods seized by police`)?"""
    token = parse.tokens[index]
    if lemma_of(token) in UNACCUSATIVE:
        return False
    if parse.children(index, "auxpass", "nsubjpass"):
        return True
    if _headline_passive(parse, token):
        return True
    if token.tag != "VBN":
        return False
    if any(lemma_of(t) in ("have", "'ve") for t in parse.children(index, "aux")):
        return False
    if token.dep in ("acl", "amod"):
        return True
    if token.dep == "advcl":
        return not parse.children(index, "nsubj", "dobj", "aux")
    if token.dep == "conj":
        return not parse.children(index, "nsubj") and is_passive(parse, token.head)
    return bool(parse.children(index, "agent"))


def _headline_passive(parse: Parse, token: Token) -> bool:
    """`Forty prisoners exchanged at Zenda`: a past form without an object in a line that no full stop ends."""
    if token.tag not in ("VBD", "VBN") or not belongs(lemma_of(token), "headline-passive"):
        return False
    last = parse.tokens[parse.sentence(token.index).last - 1]
    bare = not parse.children(token.index, "dobj", "aux", "prt", "xcomp", "ccomp")
    return bare and last.text[-1] not in ".!?\"'”’" and bool(parse.children(token.index, "nsubj"))


def surface_subject(parse: Parse, index: int, deep: int = 0) -> int | None:
    """The noun phrase head that stands as grammatical subject, found through control and conjunction."""
    if deep > _DEEP:
        return None
    token = parse.tokens[index]
    own = _own_subject(parse, index)
    if own is not None:
        said = _antecedent(parse, token, own)
        return (_attack_above(parse, said) or said) if own.lower == "which" else said
    if token.tag in FINITE and (after := after_conjunction(parse, index)) is not None:
        return after
    if token.dep == "acl":
        return _of_noun_clause(parse, token, deep)
    if token.dep == "relcl":
        return _attack_above(parse, token.head) or token.head
    if token.dep == "conj" and is_verb(parse.head(index)):
        return surface_subject(parse, token.head, deep + 1) if _coordinated(parse, token) else None
    if token.dep in ("xcomp", "ccomp", "advcl", "oprd", "dep", "acomp"):
        return _controller(parse, token, deep)
    if token.dep == "pobj" and token.tag == "VBG":
        return parse.head(token.head).index
    if token.dep == "pcomp":
        prep = parse.head(index)
        whom = (
            parse.child(prep.head, "dobj") if prep.lower in ("for", "of") and is_verb(parse.tokens[prep.head]) else None
        )
        return whom.index if whom is not None and whom.index < index else _of_governor(parse, prep.head, deep)
    if token.dep == "prep":
        return _of_governor(parse, token.head, deep)
    return None


def _attack_above(parse: Parse, index: int) -> int | None:
    """The attack that a relative clause behind its places is about (`the bombings in A and B, which killed ...`)."""
    token = parse.tokens[index]
    for _ in range(_DEEP):
        above = parse.head(token.index)
        if token.dep not in ("conj", "pobj", "prep") or above.index == token.index or is_verb(above):
            return None
        token = above
        if belongs(lemma_of(token), "attack-noun"):
            return token.index
    return None


def _coordinated(parse: Parse, token: Token) -> bool:
    """Is a finite verb joined to those before it by a conjunction, so that it may share their subject?"""
    if token.tag not in FINITE and not any(t.tag in FINITE for t in parse.children(token.index, "aux")):
        return True
    first = token
    while first.dep == "conj" and first.head != first.index:
        first = parse.head(first.index)
    chain = [first]
    for verb in chain:
        chain.extend(t for t in parse.children(verb.index, "conj") if is_verb(t))
    return any(parse.children(verb.index, "cc", "preconj") for verb in chain)


def _own_subject(parse: Parse, index: int) -> Token | None:
    """The verb's subject, also where the parser hung it on the verb's auxiliary."""
    own = parse.children(index, "nsubj", "nsubjpass")
    if own:
        return next((t for t in reversed(own) if t.index < index), own[0])
    near = parse.tokens[index - 1] if index else parse.tokens[index]
    if parse.tokens[index].dep == "ROOT" and near.head == index and mistaken_name(near):
        return near
    of_auxiliary = (parse.child(t.index, "nsubj", "nsubjpass") for t in parse.children(index, "aux", "auxpass"))
    return next(filter(None, of_auxiliary), None)


def logical_subject(parse: Parse, index: int) -> int | None:
    """Who does it: the surface subject of an active verb, the `by` phrase of a passive one."""
    if is_passive(parse, index):
        for by in parse.children(index, "agent"):
            pobj = parse.child(by.index, "pobj")
            if pobj is not None:
                return pobj.index
        if parse.tokens[index].dep == "amod":
            return _before_participle(parse, index)
        shared = (t for t in parse.children(index, "conj") if t.tag == "VBN" and parse.children(t.index, "agent"))
        return next((logical_subject(parse, t.index) for t in shared), None)
    return surface_subject(parse, index)


def logical_object(parse: Parse, index: int) -> int | None:
    """Whom it is done to: the direct object, a passive's surface subject, or the noun that a relative clause is about."""
    token = parse.tokens[index]
    if is_passive(parse, index):
        return token.head if token.dep == "amod" else surface_subject(parse, index)
    things = parse.children(index, "dobj")
    own = next((t for t in things if t.index > index), None) or next(iter(things), mistaken_object(parse, index))
    if own is not None:
        return _antecedent(parse, token, own)
    if token.dep == "relcl" and _gap(parse, token):
        return token.head
    if token.dep == "conj" and is_verb(parse.head(index)):
        shared = [t for t in parse.children(token.head, "dobj") if t.index > index]
        return shared[0].index if shared else None
    return None


def _before_participle(parse: Parse, index: int) -> int | None:
    """Who does what a participle before a noun says: `US-backed`, or the possessor in `its promised aid`."""
    for child in parse.children(index):
        if child.index < index and child.text[:1].isupper() and child.pos in ("PROPN", "ADJ", "NOUN"):
            return child.index
    if not belongs(lemma_of(parse.tokens[index]), "held-out"):
        return None
    return next(iter(possessors(parse, parse.tokens[index].head)), None)


def _antecedent(parse: Parse, verb: Token, own: Token) -> int:
    if own.lower in RELATIVE and own.tag in ("WP", "WDT"):
        clause = verb
        while clause.dep in ("conj", "xcomp", "ccomp") and clause.head != clause.index:
            clause = parse.head(clause.index)
        if clause.dep == "relcl":
            return own.index if belongs(lemma_of(parse.tokens[clause.head]), "content") else clause.head
    return own.index


def _gap(parse: Parse, verb: Token) -> bool:
    own = parse.child(verb.index, "nsubj")
    if own is None or own.lower in RELATIVE or any(t.tag == "WP$" for t in parse.children(own.index)):
        return False
    below = parse.children(verb.index)
    if any(t.dep == "mark" for t in below):
        return False
    return not any(
        t.tag == "WRB" or t.dep in ("ccomp", "xcomp") or (t.dep == "prep" and _bare(parse, t)) for t in below
    )


def _bare(parse: Parse, prep: Token) -> bool:
    pobj = parse.child(prep.index, "pobj")
    return (pobj is None and parse.child(prep.index, "pcomp") is None) or (
        pobj is not None and pobj.tag in ("WDT", "WP")
    )


def _controller(parse: Parse, token: Token, deep: int) -> int | None:
    matrix = parse.head(token.index)
    if not is_verb(matrix) and matrix.pos != "ADJ":
        return _of_governor(parse, matrix.index, deep)
    if token.dep == "xcomp" and lemma_of(matrix) not in SUBJECT_CONTROL and not is_passive(parse, matrix.index):
        whom = parse.child(matrix.index, "dobj", "dative")
        if whom is not None and whom.index < token.index and whom.dep == "dobj":
            return whom.index
    finite = token.tag in ("VBD", "VBZ", "VBP") or any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") for t in parse.children(token.index, "aux")
    )
    if token.dep == "ccomp" and finite:
        return None
    if token.dep == "advcl" and (finite or any(t.dep == "mark" for t in parse.children(token.index))):
        return None
    if matrix.pos == "ADJ" and matrix.dep in ("acomp", "oprd"):
        return surface_subject(parse, matrix.head, deep + 1)
    return surface_subject(parse, matrix.index, deep + 1)


def _of_noun_clause(parse: Parse, token: Token, deep: int) -> int | None:
    if token.tag in ("VBN", "VBG", "VBD"):
        return token.head
    return _of_governor(parse, token.head, deep)


def owner(parse: Parse, index: int) -> int | None:
    """Whose a noun is: its possessor, or the subject of the verb that it is the object of (`issued a statement`)."""
    return _of_governor(parse, index, 0)


def _of_governor(parse: Parse, index: int, deep: int) -> int | None:
    """The subject of a clause that hangs on `index`: a verb's own subject, a noun's possessor or the verb above it."""
    governor = parse.tokens[index]
    if is_verb(governor):
        return surface_subject(parse, index, deep + 1)
    if governor.pos == "ADP":
        return _of_governor(parse, governor.head, deep + 1) if governor.head != index and deep < _DEEP else None
    if governor.pos == "ADJ":
        above = parse.head(index)
        return surface_subject(parse, above.index, deep + 1) if is_verb(above) else None
    for owner in possessors(parse, index):
        return owner
    above = parse.head(index)
    if governor.dep in ("dobj", "attr", "oprd", "conj") and above.index != index and deep < _DEEP:
        return (
            _of_governor(parse, above.index, deep + 1)
            if not is_verb(above)
            else surface_subject(parse, above.index, deep + 1)
        )
    if governor.dep == "pobj" and deep < _DEEP and above.head != above.index:
        return _of_governor(parse, above.head, deep + 2)
    return None
