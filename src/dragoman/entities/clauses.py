"""What the clause of a pronoun says of whom it may mean."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.domain.parse import Parse, Token
from dragoman.entities.words import nouns

SUBJECTS = ("nsubj", "nsubjpass")
_VERBAL = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_MARKS = frozenset({",", '"', "”", "“", "--", "—", "–"})
_PARTIES = frozenset({"with", "against", "to", "from", "by", "for", "on", "toward", "towards", "upon"})
_INTENSIVE = frozenset({"itself", "himself", "herself", "themselves"})
_DUTIES = frozenset({"must", "should", "ought"})
_TIMES = frozenset({"time", "day", "week", "month", "year", "moment", "hour", "turn"})


def governing(parse: Parse, token: Token) -> Iterator[tuple[Token, Token]]:
    """The verbs above `token`, nearest first, each with its subject; a relative pronoun is told by its noun."""
    for above in parse.ancestors(token.index):
        for subject in parse.children(above.index, *SUBJECTS):
            if subject.lower in _RELATIVE and subject.tag in ("WP", "WDT", "IN") and above.dep == "relcl":
                yield above, parse.head(above.index)
            elif not parse.edges(subject.index)[0] <= token.index <= parse.edges(subject.index)[1]:
                yield above, subject
        if above.dep == "acl" and above.tag == "VBG":
            yield above, parse.head(above.index)


def own_subject(parse: Parse, token: Token) -> Token | None:
    """The subject of the nearest verb above `token` that has one besides it."""
    return next((subject for _, subject in governing(parse, token)), None)


def verb_of(parse: Parse, token: Token) -> Token | None:
    """The verb that `token` is the subject of; of "is" and the like the first verb of its infinitive ("is trying to")."""
    verb = parse.head(token.index)
    return verb if token.dep in SUBJECTS and verb.pos in _VERBAL else None


def does_as_a_party(parse: Parse, token: Token) -> bool:
    """True for the subject of a verb that only people and bodies do: "it said", "they want"."""
    verb = verb_of(parse, token)
    if verb is None:
        return False
    if token.dep == "nsubjpass":
        return verb.lemma.lower() in nouns("deeds", "told")
    words = nouns("deeds", "words")
    if verb.lemma == "have":
        return any(t.lemma.lower() in nouns("deeds", "holdings") for t in parse.children(verb.index, "dobj"))
    if verb.lemma in ("begin", "start", "continue", "go", "mean", "need", "want"):
        inner = parse.child(verb.index, "xcomp")
        return verb.lemma in words or (inner is not None and inner.lemma.lower() in words)
    held = parse.child(verb.index, "acomp", "xcomp") if verb.lemma in ("be", "seem", "remain") else None
    return verb.lemma.lower() in words or (held is not None and held.lower in nouns("deeds", "moods"))


def is_impersonal(parse: Parse, token: Token) -> bool:
    """True for "it" with nothing behind it: "it is clear that", "it depends", "it seems", "make it hard to", "as he put it"."""
    verb = parse.head(token.index)
    if token.lower != "it":
        return False
    if token.dep in ("dobj", "pobj"):
        return _goes_without_saying(parse, token, verb)
    if verb.pos == "ADJ" and parse.head(verb.index).lemma in ("make", "find"):
        return True
    if token.dep not in SUBJECTS:
        return False
    clause = parse.child(verb.index, "ccomp", "xcomp", "advcl", "csubj")
    if token.dep == "nsubjpass":
        return clause is not None
    if verb.lemma in nouns("impersonal", "verbs") or _hangs_on_nothing(parse, verb):
        return True
    if verb.lemma in ("seem", "appear") and parse.child(verb.index, "xcomp", "oprd", "acomp") is None:
        return True
    if verb.lemma not in ("be", "remain", "seem", "appear", "become", "take", "rain", "come"):
        return False
    what = parse.child(verb.index, "acomp", "attr")
    if what is not None and (what.lower in nouns("impersonal", "adjectives") or what.lower in _TIMES):
        return True
    if what is not None and any(parse.children(what.index, "xcomp")) and what.pos == "ADJ":
        return False
    return clause is not None


def _hangs_on_nothing(parse: Parse, verb: Token) -> bool:
    """ "It depends on whom one asks", "it all comes down to", "will it work?"."""
    if verb.lemma == "depend":
        inner = [t for link in parse.children(verb.index, "prep") for t in parse.children(link.index)]
        asks = any(t.dep == "pcomp" or any(c.tag in ("WDT", "WP") for c in parse.governed(t.index)) for t in inner)
        return asks or not inner
    if verb.lemma == "come":
        links = parse.children(verb.index, "prt", "advmod", "prep")
        that = (t.lower for link in links for t in parse.children(link.index, "pobj") if link.lower == "to")
        return any(t.lower in ("down", "as") for t in links) or any(word in ("that", "this") for word in that)
    return verb.lemma == "work" and not parse.children(verb.index, "prep", "dobj", "xcomp", "advcl")


def _goes_without_saying(parse: Parse, token: Token, verb: Token) -> bool:
    """ "As he put it", "tells it differently", "make it possible to"."""
    after = parse.tokens[token.index + 1].pos if token.index + 1 < len(parse.tokens) else ""
    if verb.lemma in ("tell", "see", "take") and after == "ADV":
        return True
    if verb.lemma == "put" and not parse.children(verb.index, "prep", "dative"):
        return True
    return verb.lemma in ("make", "find", "think") and after in ("ADJ", "ADV")


def is_aside(parse: Parse, token: Token) -> bool:
    """True for the subject of ", it said," and ", they argue,": what stands around it is what it says."""
    verb = verb_of(parse, token)
    if verb is None or verb.index != token.index + 1 or token.index == 0:
        return False
    return verb.lemma.lower() in nouns("deeds", "saying") and parse.tokens[token.index - 1].text in _MARKS


def forbidden(parse: Parse, token: Token) -> frozenset[int]:
    """Numbers of tokens that binding keeps apart from a pronoun that is an object: those of the subject of its verb, or of
    the noun whose relative clause it stands in."""
    if token.lower in _INTENSIVE:
        return frozenset()
    raised = token.dep == "nsubj" and parse.head(token.index).dep == "ccomp"
    bare = raised and parse.head(token.index).tag == "VB" and not _has_modal(parse, parse.head(token.index))
    if token.dep not in ("dobj", "pobj", "dative") and not bare:
        return frozenset()
    start = parse.head(token.index) if bare else token
    found = next((subject for _, subject in governing(parse, start)), None)
    if found is None:
        return frozenset()
    first, last = parse.edges(found.index)
    return frozenset({found.index, *range(first, min(last + 1, token.index))})


def _has_modal(parse: Parse, verb: Token) -> bool:
    return any(t.tag == "MD" for t in parse.children(verb.index, "aux"))


def is_dealt_with(parse: Parse, token: Token) -> bool:
    """True for an object that is likely a party: of "helped", "told", "owed", or after "with", "against", "to"."""
    above = parse.head(token.index)
    if token.dep == "dative":
        return True
    if token.dep == "dobj":
        return above.lemma.lower() in nouns("deeds", "towards")
    if token.dep == "pobj":
        return above.lower in _PARTIES and parse.head(above.index).lemma.lower() in nouns("deeds", "dealing")
    return True


def intensified(parse: Parse, token: Token) -> Token | None:
    """The noun right before "itself" in "the dam itself", "the minister himself"; None where it is an object."""
    before = parse.tokens[token.index - 1] if token.index else None
    if token.lower not in _INTENSIVE or token.dep in ("dobj", "pobj", "dative") or before is None:
        return None
    return before if before.pos in ("NOUN", "PROPN") else None


def owns_as_a_party(parse: Parse, token: Token) -> bool:
    """True for "its" of what only a party has: "its president", "its army"."""
    thing = parse.head(token.index)
    word = thing.lemma.lower()
    return token.dep == "poss" and (word in nouns("state", "owned") or word in nouns("person", "words"))


def parallel(parse: Parse, token: Token) -> Token | None:
    """The subject of an earlier verb of the sentence that is the same as the pronoun's: "X hit A harder than they hit B"."""
    verb = verb_of(parse, token)
    if verb is None or verb.lemma in ("be", "have", "do", "say"):
        return None
    first = parse.sentence(token.index).first
    for before in reversed(parse.tokens[first : token.index]):
        if before.pos == "VERB" and before.lemma == verb.lemma:
            subject = parse.child(before.index, *SUBJECTS)
            return subject if subject is not None and subject.pos in ("NOUN", "PROPN") else None
    return None


def is_place_in(parse: Parse, index: int) -> bool:
    """True for the name in "at the Union", "in the Republic", "the Zenda talks": where something is, not who does it."""
    token = parse.tokens[index]
    if token.dep == "compound":
        return True
    return token.dep == "pobj" and parse.head(index).lower in ("at", "in", "inside", "across")


def is_above(parse: Parse, token: Token, index: int) -> bool:
    """True where the verb of subject `index` governs `token`, or its clause hangs on a verb that does."""
    verb = parse.head(index)
    above = {token.index, *(t.index for t in parse.ancestors(token.index))}
    while verb.index not in above and verb.dep in ("advcl", "conj", "ccomp", "xcomp", "parataxis"):
        verb = parse.head(verb.index)
    return verb.index in above


def told_as_duty(parse: Parse, token: Token) -> bool:
    """True for "that it must pay": of the one who told and the one told it is the latter."""
    verb = verb_of(parse, token)
    return verb is not None and any(t.lower in _DUTIES for t in parse.children(verb.index, "aux"))


def is_possessor_of_thing(parse: Parse, index: int) -> bool:
    """True for the name in "Ruritania's harbour", of which "it" may as well say something."""
    token = parse.tokens[index]
    return token.dep in ("poss", "compound", "nmod") and parse.head(index).tag == "NN"
