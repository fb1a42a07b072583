"""Realis and polarity of a clause: its modals, its negation, and what governs it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.domain.parse import Parse, Token
from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import Realis
from dragoman.statements.coding.arguments import FINITE, is_verb
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.coding.word_classes import belongs, word_classes

GOVERNORS = {
    "governs-desired": Realis.DESIRED,
    "governs-planned": Realis.PLANNED,
    "governs-tried": Realis.PLANNED,
    "governs-offered": Realis.OFFERED,
    "governs-demanded": Realis.DESIRED,
    "governs-refused": Realis.DESIRED,
    "governs-feared": Realis.PREDICTED,
    "governs-accused": Realis.ACTUAL,
    "governs-prevented": Realis.CONDITIONAL,
}
MODALS = {
    "will": Realis.PREDICTED,
    "'ll": Realis.PREDICTED,
    "wo": Realis.PREDICTED,
    "shall": Realis.PREDICTED,
    "would": Realis.CONDITIONAL,
    "'d": Realis.CONDITIONAL,
    "could": Realis.CONDITIONAL,
    "may": Realis.CONDITIONAL,
    "might": Realis.CONDITIONAL,
    "can": Realis.CONDITIONAL,
    "ca": Realis.CONDITIONAL,
    "should": Realis.DESIRED,
    "must": Realis.DESIRED,
    "ought": Realis.DESIRED,
}
POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "barely"})
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """`under` is the class of word that governs the clause (`governs-desired` ...), None where it stands by itself.

    `modal` is the auxiliary that colours it; `governor` the token that does; `asked` is True in a question.
    """

    realis: Realis = Realis.ACTUAL
    polarity: Polarity = Polarity.POSITIVE
    modal: str | None = None
    under: str | None = None
    governor: int | None = None
    asked: bool = False

    @property
    def possible(self) -> bool:
        return self.modal in POSSIBLE


def setting_of(parse: Parse, index: int, trigger: int) -> Setting:
    """The setting of the clause headed by `index` whose trigger is `trigger` (the same token for a verb)."""
    found = Setting(asked=_asked(parse, index))
    if negated(parse, index) or (trigger != index and _no(parse, trigger)):
        found = replace(found, polarity=Polarity.NEGATIVE)
    token = parse.tokens[index]
    for _ in range(_DEEP):
        found = _with_modal(parse, token, found)
        if _conditional(parse, token):
            return replace(found, realis=Realis.CONDITIONAL, under="if", governor=token.index)
        above = _governor(parse, token)
        if _punished_for(parse, token):
            return replace(found, under="governs-accused", governor=parse.head(parse.head(token.index).index).index)
        if above is None:
            return _in_condition(parse, token, found)
        governed = None if _reported(parse, token, above) else _class_of(above)
        if governed and found.under is None:
            realis = GOVERNORS[governed] if found.realis is Realis.ACTUAL else found.realis
            found = replace(found, realis=realis, under=governed, governor=above.index)
        if belongs(lemma_of(above), "negating") and token.dep == "xcomp":
            found = replace(found, polarity=_flip(found.polarity))
        if token.dep == "xcomp" and negated(parse, above.index) and governed is None:
            found = replace(found, polarity=_flip(found.polarity))
        coming = lemma_of(above) == "be" or above.lower == "going"
        if coming and token.dep == "xcomp" and found.modal is None and _infinitive(parse, token):
            found = replace(found, modal="will", realis=Realis.PREDICTED)
        elif governed is None and found.under is None and _unsettled(parse, token, above):
            found = replace(found, under="purpose", governor=above.index)
        if _purpose(parse, token) and found.realis is Realis.ACTUAL:
            found = replace(found, realis=Realis.PLANNED, under=found.under or "purpose", governor=above.index)
        if token.dep == "ccomp" and governed is None:
            return _in_condition(parse, token, found)
        token = above
    return found


def _punished_for(parse: Parse, token: Token) -> bool:
    """`arrested for collaborating`: what somebody is held or tried for is not said to have happened."""
    prep = parse.head(token.index)
    return token.dep == "pcomp" and prep.lower == "for" and belongs(lemma_of(parse.head(prep.index)), "punishing")


def _in_condition(parse: Parse, token: Token, found: Setting) -> Setting:
    """The setting of a clause that stands by itself, but perhaps inside a condition."""
    for above in parse.ancestors(token.index):
        if _conditional(parse, above):
            return replace(found, realis=Realis.CONDITIONAL, under=found.under or "if", governor=above.index)
    return found


def negated(parse: Parse, index: int) -> bool:
    """Is the verb itself negated, by an adverb or by `no` on its subject or object?"""
    if any(
        t.dep == "neg" or t.lower in ("never", "not", "n't", "neither")
        for t in parse.children(index, "neg", "advmod", "preconj")
    ) or _opened_by_nor(parse, index):
        return True
    if no_longer(parse, index):
        return True
    if any(t.lower in ("without",) for t in parse.children(index, "mark", "prep") if t.index < index):
        return True
    token = parse.tokens[index]
    if token.dep == "pcomp" and parse.head(index).lower in ("without", "instead"):
        return True
    if token.dep == "conj" and is_verb(parse.head(index)) and _shares_denial(parse, token):
        return True
    behind = (p for t in parse.children(index, "prep") for p in parse.children(t.index, "pobj"))
    return any(_no(parse, t.index) for t in (*parse.children(index, "nsubj", "nsubjpass", "dobj", "attr"), *behind))


def _opened_by_nor(parse: Parse, index: int) -> bool:
    """`Nor will it pay`: the conjunction before the auxiliary that stands first."""
    found = [t for t in parse.children(index, "cc") if t.lower in ("nor", "neither") and t.index < index]
    return any(parse.tokens[t.index + 1].dep in ("aux", "auxpass") for t in found)


def no_longer(parse: Parse, index: int) -> bool:
    """Is it what was so and is no more (`no longer insists`)?"""
    return any(
        t.lower == "longer" and any(n.lower == "no" for n in parse.children(t.index))
        for t in parse.children(index, "advmod")
    )


def _shares_denial(parse: Parse, token: Token) -> bool:
    """`neither confirmed nor revoked`, `did not attack or threaten`: a verb joined to a denied one without its own parts."""
    first = parse.head(token.index)
    joined = {t.lower for t in parse.children(first.index, "cc") if t.index < token.index}
    if "nor" in joined:
        return True
    own = parse.children(token.index, "nsubj", "nsubjpass", "aux", "auxpass", "neg")
    denied = any(t.dep == "neg" for t in parse.children(first.index))
    return "or" in joined and denied and not own


def _no(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.lower in ("nobody", "none", "nothing", "neither"):
        return True
    return any(t.lower in ("no", "neither") for t in parse.children(index, "det", "neg"))


def _flip(polarity: Polarity) -> Polarity:
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


def _with_modal(parse: Parse, token: Token, found: Setting) -> Setting:
    if found.modal is not None:
        return found
    words = [t.lower for t in parse.children(token.index, "aux")]
    if not words and token.dep == "conj" and token.tag == "VB":
        words = [t.lower for t in parse.children(token.head, "aux")]
    for word in words:
        if word in MODALS:
            realis = MODALS[word] if found.realis is Realis.ACTUAL else found.realis
            return replace(found, modal=word, realis=realis)
    return found


def _conditional(parse: Parse, token: Token) -> bool:
    above = parse.head(token.index)
    if (token.dep == "pcomp" and above.lower in ("provided", "providing")) or (
        token.dep == "acl" and above.lower == "condition" and token.tag not in ("VBN", "VBG")
    ):
        return True
    if token.dep == "advcl" and above.lower == "long" and above.dep == "advmod":
        return True
    if token.dep not in ("advcl", "ccomp", "pcomp"):
        return False
    marks = {t.lower for t in parse.children(token.index, "mark", "advmod")}
    return bool(marks & {"if", "unless", "whether", "lest", "until", "till"}) or (
        "before" in marks and _not_yet(parse, token)
    )


def _not_yet(parse: Parse, token: Token) -> bool:
    """Is it what had not happened when something else did (`before a treaty had been signed`)?"""
    aux = parse.children(token.index, "aux", "auxpass")
    return token.tag in ("VBZ", "VBP") or any(lemma_of(t) == "have" or t.tag in ("VBZ", "VBP") for t in aux)


def _governor(parse: Parse, token: Token) -> Token | None:
    """The word that colours the clause of `token`; None where the clause stands by itself."""
    above = parse.head(token.index)
    if above.index == token.index:
        return None
    if token.dep == "ccomp" and token.index < above.index and _finite(parse, token):
        return None
    if token.dep in ("xcomp", "ccomp", "acl", "oprd", "acomp", "attr"):
        return above if token.dep != "acl" or token.tag not in ("VBN", "VBG") else None
    if token.dep == "advcl":
        return above if _purpose(parse, token) else None
    if token.dep == "pcomp":
        while above.dep == "conj" and parse.head(above.index).pos == "ADP":
            above = parse.head(above.index)
        return None if parse.children(token.index, "nsubj", "nsubjpass") else parse.head(above.index)
    if token.dep == "conj" and not parse.children(token.index, "nsubj", "nsubjpass") and is_verb(above):
        return _governor(parse, above)
    if token.dep in ("dobj", "pobj", "nsubjpass") and token.pos == "NOUN":
        return above if above.pos != "ADP" else parse.head(above.index)
    return None


def _finite(parse: Parse, token: Token) -> bool:
    """Is it a clause of its own that the parser hung under the next one (`A demands this; B refuses`)?"""
    return token.tag in FINITE or any(t.tag in (*FINITE, "MD") for t in parse.children(token.index, "aux", "auxpass"))


def _purpose(parse: Parse, token: Token) -> bool:
    return token.dep == "advcl" and any(t.tag == "TO" for t in parse.children(token.index, "aux"))


def _reported(parse: Parse, token: Token, above: Token) -> bool:
    """Is it a finite clause that somebody is told or warned of, and no request (`he told her that he had left`)?"""
    if token.dep != "ccomp" or lemma_of(above) not in ("tell", "warn", "suggest", "insist", "rule"):
        return False
    own = parse.child(token.index, "nsubj", "nsubjpass")
    if lemma_of(above) == "warn" and own is not None and own.pos == "PRON":
        return False
    if any(t.tag in FINITE for t in parse.children(token.index, "aux", "auxpass")):
        return True
    subjunctive = token.tag == "VBP" and own is not None and own.tag in ("NN", "NNP")
    return token.tag in FINITE and not subjunctive


def _unsettled(parse: Parse, token: Token, above: Token) -> bool:
    """An infinitive after a noun or an adjective (`a law to allow`, `too early to say`) says nothing of its coming true."""
    return _infinitive(parse, token) and (
        token.dep in ("acl", "relcl") or (token.dep in ("xcomp", "ccomp") and above.pos == "ADJ")
    )


def _infinitive(parse: Parse, token: Token) -> bool:
    return any(t.tag == "TO" for t in parse.children(token.index, "aux"))


def _class_of(token: Token) -> str | None:
    lemma = lemma_of(token)
    return next((name for name in GOVERNORS if lemma in word_classes()[name]), None)


def _asked(parse: Parse, index: int) -> bool:
    sentence = parse.sentence(index)
    alternatives = any(t.lower == "either" for t in parse.tokens[sentence.first : index])
    return parse.tokens[sentence.last - 1].text == "?" or alternatives
