"""The voice that a source adds to a chain: its name as a reader would write it, and its kind."""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.domain.attribution import Voice
from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Name, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.callings import Callings
from dragoman.statements.attributions.grammar import antecedent, phrase
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.relays import cited_by, is_outlet
from dragoman.statements.attributions.witnesses import outlet_of
from dragoman.statements.context import Context

_SPACE = re.compile(r"\s+")
_THE = re.compile(r"^[Tt]he\s+(?=[A-Z])")
_TAIL = re.compile(r"(?:\s*['’]s?|[\s,;:—–-]+)$")
_OURSELVES = frozenset(
    {"our", "ours", "us", "we", "my", "me", "i"}
    | {
        f"{this} {paper}"
        for this in ("this", "our")
        for paper in ("newspaper", "paper", "magazine", "agency", "website")
    }
    | {f"{this} {writer}" for this in ("this", "our", "our own") for writer in ("reporter", "correspondent", "writer")}
)
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})


def voice_of(context: Context, lexicon: Lexicon, callings: Callings, source: Span, head: Token) -> Voice:
    """The voice of the noun phrase `source` headed by `head`."""
    asked, head = head, antecedent(context.parse, head)
    if head.index != asked.index:
        source = phrase(context.parse, head, [asked.index])
    paper = outlet_of(context, lexicon, head)
    if paper is not None and paper.index != head.index:
        return voice_of(context, lexicon, callings, phrase(context.parse, paper), paper)
    fuller = callings.fuller(head)
    if fuller is not None:
        return voice_of(context, lexicon, callings, phrase(context.parse, fuller), fuller)
    for_whom = _spoken_for(context, lexicon, callings, head)
    if for_whom is not None:
        if for_whom.dep in ("compound", "nmod") and context.parse.child(head.index, "poss") is not None:
            known = context.referents.at(for_whom.index)
            return Voice(_words(context, lexicon, source, head), known.entity if known else None, VoiceKind.INSTITUTION)
        theirs = voice_of(context, lexicon, callings, phrase(context.parse, for_whom), for_whom)
        return Voice(f"{head.lower} for {theirs.name}", theirs.entity, VoiceKind.INSTITUTION)
    noun, named = head, _apposed(context, lexicon, head)
    if named.index != head.index:
        head, source = named, context.parse.subtree(named.index)
    else:
        last = _named_at_end(context, lexicon, source, head)
        if last is not None:
            head, source = last, context.parse.subtree(last.index)
    referent = context.referents.at(head.index)
    body = _body(context, head) if head.lower in lexicon.official else None
    if body is not None:
        behind = context.referents.at(body.index)
        name = _words(context, lexicon, source, head)
        return Voice(name, behind.entity if behind is not None else None, VoiceKind.INSTITUTION)
    conjoined = context.parse.child(head.index, "conj") is not None
    outlet = is_outlet(context, lexicon, noun) or (conjoined and _all_outlets(context, lexicon, head))
    if referent is not None and _singled_out(context, lexicon, head, referent):
        return Voice(_words(context, lexicon, source, head), referent.entity, kind_of(context, lexicon, head))
    taken = outlet and referent is not None and referent.kind is not VoiceKind.OUTLET
    if taken and referent is not None and referent.entity is not None and head.pos == "NOUN" and not conjoined:
        return Voice(referent.name, referent.entity, VoiceKind.OUTLET)
    if referent is not None and referent.kind is not None and not conjoined and not taken:
        own_words = referent.kind is VoiceKind.UNNAMED and head.pos != "PRON"
        name = _words(context, lexicon, source, head) if own_words else referent.name
        several = any(context.parse.child(t.index, "conj") for t in context.parse.children(head.index, "amod"))
        return Voice(name, None if several and own_words else referent.entity, referent.kind)
    if head.pos == "PRON" and referent is not None:
        return Voice(referent.name, referent.entity, VoiceKind.PERSON)
    name = _words(context, lexicon, source, head) if conjoined else _name(context, lexicon, source, head)
    kind = VoiceKind.OUTLET if outlet else kind_of(context, lexicon, head)
    return Voice(name, referent.entity if referent and not conjoined else None, kind)


def _spoken_for(context: Context, lexicon: Lexicon, callings: Callings, head: Token) -> Token | None:
    """The body of a spokesman without a name: named beside him as a common noun, else the last one that did anything."""
    if not head.lower.startswith("spokes") or head.pos != "NOUN":
        return None
    children = context.parse.children(head.index)
    if any(t.pos == "PROPN" and t.dep == "appos" for t in children):
        return None
    links = [t for t in children if t.dep == "prep" and t.lower in ("for", "of", "at", "from")]
    inner = [t for link in links for t in context.parse.children(link.index, "pobj")]
    beside = [t for dep in ("compound", "nmod", "poss") for t in children if t.dep == dep]
    for who in (*beside, *inner):
        referent = context.referents.at(who.index)
        if (
            who.lower in lexicon.institutions
            or (who.tag == "NN" and who in inner)
            or (referent is not None and referent.kind is VoiceKind.INSTITUTION)
        ):
            return who
    alone = not inner and all(t.dep in ("det", "punct") for t in children)
    return callings.body_before(head) if alone else None


def kind_of(context: Context, lexicon: Lexicon, head: Token) -> VoiceKind:
    """Person, institution, outlet, document or unnamed, by the head noun and the parser's name labels."""
    word = head.lemma.lower()
    if is_outlet(context, lexicon, head):
        return VoiceKind.OUTLET
    name = name_at(context, head)
    label = name.label if name is not None else ""
    if head.pos == "PROPN" or label in ("PERSON", "ORG", "GPE"):
        if label == "PERSON":
            return VoiceKind.PERSON
        if label in _BODIES or word in lexicon.institutions:
            return VoiceKind.INSTITUTION
        alone = name is None and not context.parse.children(head.index, "compound", "appos")
        if alone and word not in lexicon.documents | lexicon.roles and not _part_of_a_person(context, head):
            return VoiceKind.INSTITUTION
        return VoiceKind.DOCUMENT if word in lexicon.documents else VoiceKind.PERSON
    if head.lower in ("he", "she"):
        return VoiceKind.PERSON
    if word in lexicon.documents or head.lower in lexicon.documents:
        return VoiceKind.DOCUMENT
    if word in lexicon.institutions:
        return VoiceKind.INSTITUTION
    if head.lower in lexicon.roles and _definite(context, head):
        return VoiceKind.PERSON
    return VoiceKind.UNNAMED


def _part_of_a_person(context: Context, head: Token) -> bool:
    """True where a name of a person in the report holds the word ("Ann" after "Ann Example")."""
    tokens = context.parse.tokens
    people = (n for n in context.parse.names if n.label == "PERSON" and n.last - n.first > 1)
    return any(tokens[i].text == head.text for n in people for i in range(n.first, n.last))


def _singled_out(context: Context, lexicon: Lexicon, head: Token, referent: Referent) -> bool:
    """True for "the governor of the bank" and "the company": one of its sort, though nobody knows a name for it."""
    if referent.kind is not VoiceKind.UNNAMED or referent.plural:
        return False
    if referent.entity is not None and head.lower not in lexicon.institutions:
        return False
    return (
        head.tag == "NN"
        and (head.lower in lexicon.roles or head.lower in lexicon.institutions)
        and _definite(context, head)
    )


def _definite(context: Context, head: Token) -> bool:
    own = context.parse.children(head.index, "det", "poss")
    return any(t.lower == "the" or t.dep == "poss" for t in own)


def _all_outlets(context: Context, lexicon: Lexicon, head: Token) -> bool:
    at: Token | None = head
    while at is not None:
        if not is_outlet(context, lexicon, at):
            return False
        at = context.parse.child(at.index, "conj")
    return True


def _apposed(context: Context, lexicon: Lexicon, head: Token) -> Token:
    """The name after its noun ("the newspaper Al-Watan", "the minister of trade, Ann Example"); the noun itself without one."""
    people = (
        head.lemma.lower() in lexicon.roles or head.lemma.lower() in lexicon.unnamed or head.lower in lexicon.official
    )
    if people and head.tag == "NN":
        for name in context.parse.children(head.index, "appos"):
            alone = not context.parse.children(name.index, "det", "poss", "amod")
            if name.pos == "PROPN" and alone and name.index > head.index:
                return name
    beside = context.parse.children(head.head, "dobj") if head.dep in ("dobj", "dative") else ()
    for name in (*context.parse.children(head.index, "appos"), *beside):
        if name.pos == "PROPN" and context.parse.edges(name.index)[0] == head.index + 1:
            return name
    return head


def _named_at_end(context: Context, lexicon: Lexicon, source: Span, head: Token) -> Token | None:
    """The person after the last comma of "an analyst at the Institute in Strelsau, Ann Example"."""
    people = head.lower in lexicon.roles or head.lower in lexicon.unnamed or head.lower in lexicon.official
    if not people or head.tag != "NN":
        return None
    tokens = context.parse.tokens_in(source)
    last = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text == ","), None)
    run = tokens[last + 1 :] if last is not None else ()
    alone = 1 < len(run) < 5 and all(t.pos == "PROPN" for t in run) and run[0].index > head.index
    name = name_at(context, run[-1]) if alone else None
    return run[-1] if alone and (name is None or name.label in ("PERSON", "ORG")) else None


def _body(context: Context, head: Token) -> Token | None:
    """The named body that a spokesman or its analysts speak for ("analysts at the Institute"); None where none is."""
    for link in context.parse.children(head.index, "prep"):
        for who in context.parse.children(link.index, "pobj"):
            if who.pos == "PROPN" and link.lower in ("at", "of", "for", "from", "with"):
                return who
    return None


def referent_of(context: Context, head: Token | None) -> Referent | None:
    """Whom the source stands for, where that is known."""
    return context.referents.at(antecedent(context.parse, head).index) if head is not None else None


def own_outlet(context: Context, voice: Voice) -> bool:
    """True where the voice is the report's own outlet, by its name or the last of its words ("the Courier")."""
    name = _THE.sub("", voice.name).casefold()
    if name in _OURSELVES or name.startswith(("our correspondent", "our reporter", "our own correspondent")):
        return True
    outlet = context.report.outlet
    if outlet is None:
        return False
    whole = _THE.sub("", outlet).casefold()
    return whole == name or (voice.kind is VoiceKind.OUTLET and whole.endswith(f" {name}"))


def _name(context: Context, lexicon: Lexicon, source: Span, head: Token) -> str:
    """The name within the noun phrase; for a noun such as "officials" the phrase as it stands."""
    name = name_at(context, head)
    if name is not None and name.label in ("PERSON", "ORG"):
        span = context.parse.span(name.first, name.last)
        start, end = max(span.start, source.start), min(span.end, source.end)
        return _tidy(Span(start, max(start, end)).of(context.text))
    return _words(context, lexicon, source, head)


def name_at(context: Context, head: Token) -> Name | None:
    """The parser's name that holds `head`."""
    names = context.parse.names
    at = bisect_right(names, head.index, key=lambda name: name.first) - 1
    return names[at] if at >= 0 and names[at].last > head.index else None


def _words(context: Context, lexicon: Lexicon, source: Span, head: Token) -> str:
    """The phrase as it stands, "its" told by whose it is, without asides and without the outlet that passed it on."""
    words = _own_words(context, lexicon, source, head)
    owner = context.parse.child(head.index, "poss")
    whose = _owner(context, owner) if owner is not None and owner.pos == "PRON" else None
    if owner is None or whose is None or not words.lower().startswith(f"{owner.lower} "):
        return words
    ending = "'" if whose.endswith("s") else "'s"
    return f"{_THE.sub('', whose)}{ending} {words[len(owner.text) + 1 :]}"


def _owner(context: Context, pronoun: Token) -> str | None:
    """Whose "its" or "their" is: its referent, else the name that is the first subject of its sentence before it."""
    referent = context.referents.at(pronoun.index)
    if referent is not None:
        return referent.name
    if pronoun.lower not in ("its", "their"):
        return None
    before = context.parse.tokens[context.parse.sentence(pronoun.index).first : pronoun.index]
    first = next((t for t in before if t.dep in ("nsubj", "nsubjpass")), None)
    if first is None or not first.text[:1].isupper() or first.pos == "PRON":
        return None
    known = context.referents.at(first.index)
    return known.name if known is not None else first.text


def _own_words(context: Context, lexicon: Lexicon, source: Span, head: Token) -> str:
    clause = cited_by(context.parse, head)
    if clause is not None:
        source = phrase(context.parse, head, [clause.index])
    asides = [t.index for t in context.parse.children(head.index, "appos", "relcl", "acl") if t.index > head.index + 1]
    commas = [
        i
        for i in asides
        if (head.pos == "PROPN" and context.parse.tokens[i].dep != "appos")
        or context.parse.tokens[context.parse.edges(i)[0] - 1].text in (",", "--", "—", "–", "-")
    ]
    if commas:
        before = context.parse.tokens[context.parse.edges(commas[0])[0] - 1]
        cut = before.start if before.pos == "PUNCT" else before.end
        source = Span(source.start, cut) if source.start < cut < source.end else source
    for link in context.parse.children(head.index, "prep"):
        inner = context.parse.child(link.index, "pobj")
        if link.lower in ("from", "in") and inner is not None and is_outlet(context, lexicon, inner):
            source = Span(
                source.start, max(source.start + 1, min(source.end, context.parse.tokens[link.index - 1].end))
            )
    return _tidy(source.of(context.text)) or source.of(context.text)


def _tidy(words: str) -> str:
    return _TAIL.sub("", _THE.sub("", _SPACE.sub(" ", words).strip())).strip()
