"""Who passed a source's words on: "officials cited by the Courier", "sources from the Courier", "told the Courier"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.mention import Referent, VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.context import Context

CITED = frozenset({"cite", "quote", "interview", "contact", "poll", "survey", "reach"})
CARRIED = frozenset(
    {"see", "obtain", "review", "carry", "publish", "run", "release", "air", "broadcast", "print", "read"}
)
_FROM = frozenset({"from", "at", "of", "in"})
_TALK = frozenset({"with", "to", "in"})
_SOURCES = frozenset({"source", "official", "person", "insider"})
_ITS_OWN = frozenset({"report", "article", "story", "newspaper", "paper", "outlet", "agency", "publication", "piece"})
_MEANS = frozenset(
    {
        "telephone",
        "phone",
        "email",
        "e-mail",
        "radio",
        "satellite",
        "letter",
        "text",
        "video",
        "fax",
        "link",
        "messenger",
    }
)
_PRESS = frozenset({"news", "press", "information", "telegraph", "wire", "media", "photo"})
_REACH = 2
_SAME_SOURCES = 8
_LONGEST_SERIES = 12


def with_relays(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, in text order, each with whoever passed its source on, by its own words or a sentence or two before."""
    found: list[Draft] = []
    latest: tuple[int, int] | None = None
    outlet: tuple[int, int] | None = None
    bodies: dict[str, int] = {}
    for draft in drafts:
        through = _through(context, lexicon, draft) if draft.through is None else draft.through
        head = context.parse.tokens[draft.source_head] if draft.source_head is not None else None
        number = context.parse.sentence(draft.cue_head).number if draft.cue_head is not None else -1
        if through is None and draft.rule == "quoted as saying" and outlet is not None and number - outlet[0] <= 1:
            through = outlet[1]
        if head is not None and outlet is not None and _its_agency(context, head, outlet, number):
            draft = replace(draft, speaker=outlet[1])
        elif draft.through is not None:
            outlet = (number, draft.through)
        elif head is not None and is_outlet(context, lexicon, head):
            outlet = (context.parse.sentence(head.index).number, head.index)
        elif head is not None and outlet is not None and _its_report(context, head):
            near = context.parse.sentence(head.index).number - outlet[0] <= _REACH
            draft = replace(draft, speaker=outlet[1]) if near else draft
        if head is not None and draft.speaker is None and head.lower in bodies and _bare(context, head):
            draft = replace(draft, speaker=bodies[head.lower])
        if head is not None:
            bodies |= {t.lower: t.index for t in _full_names(context.parse, lexicon, head)}
        if draft.through is not None and draft.cue_head is not None:
            latest = (context.parse.sentence(draft.cue_head).number, draft.through)
        noun = _plain(context.parse, draft)
        if noun is not None and draft.cue_head is not None:
            number = context.parse.sentence(draft.cue_head).number
            if through is None and latest is not None and number - latest[0] <= _SAME_SOURCES:
                through = latest[1] if _definite(context.parse, noun) else None
            if through is not None:
                latest = (number, through)
        found.append(replace(draft, through=through) if through is not None else draft)
    return tuple(found)


def cited_by(parse: Parse, source: Token) -> Token | None:
    """The participle in "officials cited by the Courier", also on the last of a series; None where there is none."""
    at: Token | None = source
    for _ in range(_LONGEST_SERIES):
        if at is None:
            return None
        told = (c for a in parse.children(at.index, "appos") for c in parse.children(a.index, "acl", "relcl"))
        for clause in (*parse.children(at.index, "acl", "relcl"), *told):
            if clause.lemma.lower() in CITED | CARRIED and parse.child(clause.index, "agent") is not None:
                return clause
        inner = (t for p in parse.children(at.index, "prep") for t in parse.children(p.index, "pobj"))
        at = parse.child(at.index, "conj") or next(inner, None)
    return None


def is_outlet(context: Context, lexicon: Lexicon, head: Token) -> bool:
    """True for a newspaper, agency or broadcaster, by the catalogue or by its name."""
    referent = context.referents.at(head.index)
    sort = context.parse.children(head.index, "compound") if head.pos == "PROPN" else ()
    if head.pos == "PROPN" and _is_called_outlet(context.parse, lexicon, head):
        return True
    if any(t.lower in lexicon.outlets or t.lower == "paper" for t in sort if t.tag == "NN"):
        return True
    if referent is not None and referent.kind is not None and not _paper(lexicon, head, referent):
        return referent.kind is VoiceKind.OUTLET
    if head.lemma.lower() in lexicon.outlets:
        return True
    words = [head, *context.parse.children(head.index, "compound")]
    papers = lexicon.papers | lexicon.mastheads
    return head.pos == "PROPN" and any(t.lower in papers for t in words)


def _is_called_outlet(parse: Parse, lexicon: Lexicon, head: Token) -> bool:
    """True for a name that an apposition calls a paper or site: "The Example, a weekly from Zenda"."""
    told = (t for t in parse.children(head.index, "appos") if t.tag == "NN" and t.index > head.index)
    return any(
        (t.lower in lexicon.outlets or t.lower in ("site", "paper", "blog"))
        and any(d.lower in ("a", "an", "the") for d in parse.children(t.index, "det"))
        for t in told
    )


def _paper(lexicon: Lexicon, head: Token, referent: Referent) -> bool:
    """True for a name that no catalogue knows and that papers and stations alone bear ("the Valley Tribune")."""
    unknown = referent.country is None and referent.code is None and referent.side is None
    words = referent.name.lower().split()
    if head.lemma.lower() == "agency" and referent.entity is not None and len(words) > 1:
        return unknown and not _PRESS.isdisjoint(words)
    return unknown and (
        head.lemma.lower() in lexicon.outlets or (head.pos == "PROPN" and head.lower in lexicon.mastheads)
    )


def _through(context: Context, lexicon: Lexicon, draft: Draft) -> int | None:
    parse = context.parse
    if draft.source_head is None:
        return None
    source = parse.tokens[draft.source_head]
    clause = cited_by(parse, source)
    if clause is not None:
        agent = parse.child(clause.index, "agent")
        who = parse.child(agent.index, "pobj") if agent is not None else None
        if (
            who is not None
            and who.lower not in _MEANS
            and (clause.lemma.lower() in CITED or is_outlet(context, lexicon, who))
        ):
            return who.index
    noun = _plain(parse, draft)
    for link in parse.children((noun or source).index, "prep"):
        who = parse.child(link.index, "pobj")
        if (
            (noun is not None or link.lower == "in")
            and link.lower in _FROM
            and who is not None
            and is_outlet(context, lexicon, who)
        ):
            return who.index
    return _hearer(context, lexicon, draft, source)


def _hearer(context: Context, lexicon: Lexicon, draft: Draft, source: Token) -> int | None:
    """The outlet that was told, or that held the interview."""
    parse = context.parse
    if draft.cue_head is None or parse.tokens[draft.cue_head].pos != "VERB":
        return None
    cue = parse.tokens[draft.cue_head]
    verb = lexicon.verb(cue)
    tells = verb is not None and "addressee" in verb.people
    heard = list(parse.children(cue.index, "dobj", "dative")) if tells else []
    for link in parse.children(cue.index, "prep"):
        inner = parse.child(link.index, "pobj")
        if inner is None:
            continue
        if link.lower in _TALK:
            heard.append(inner)
        for deeper in parse.children(inner.index, "prep"):
            if (
                inner.lower in ("interview", "remarks", "comments", "statement", "conversation")
                and deeper.lower in _TALK
            ):
                heard.extend(parse.children(deeper.index, "pobj"))
    heard.extend(t for link in parse.children(cue.index, "prep") for t in _carriers(parse, link))
    if draft.rule == "quoted as saying":
        heard.extend(t for by in parse.children(cue.index, "agent") for t in parse.children(by.index, "pobj"))
    for who in heard:
        if who.index != source.index and is_outlet(context, lexicon, who):
            return who.index
    return None


def _carriers(parse: Parse, link: Token) -> tuple[Token, ...]:
    """Who carried the words, in "said in a statement carried by the agency"."""
    words = parse.child(link.index, "pobj")
    clause = cited_by(parse, words) if words is not None else None
    agent = parse.child(clause.index, "agent") if clause is not None else None
    return parse.children(agent.index, "pobj") if agent is not None else ()


def _plain(parse: Parse, draft: Draft) -> Token | None:
    """The noun of an unnamed source: "sources", "one of the sources", "two officials"."""
    if draft.source_head is None:
        return None
    head = parse.tokens[draft.source_head]
    for noun in (head, *(t for p in parse.children(head.index, "prep") for t in parse.children(p.index, "pobj"))):
        if noun.lemma.lower() in _SOURCES and noun.pos == "NOUN":
            return noun
        if noun.pos == "NUM" and noun.index != head.index and _definite(parse, noun):
            return noun
    return None


def _full_names(parse: Parse, lexicon: Lexicon, head: Token) -> list[Token]:
    """The heads of full names of bodies in the source ("the Institute for ...", "analysts at the Council of ...")."""
    inner = [t for p in parse.children(head.index, "prep") for t in parse.children(p.index, "pobj")]
    return [
        t
        for t in (head, *inner)
        if t.pos == "PROPN" and t.lower in lexicon.institutions and parse.children(t.index, "prep", "compound")
    ]


def _bare(context: Context, head: Token) -> bool:
    """True for "the Institute": nothing but an article, and nobody known that it stands for."""
    referent = context.referents.at(head.index)
    known = referent is not None and referent.entity not in (None, head.lower)
    return not known and _definite(context.parse, head) and len(context.parse.children(head.index)) == 1


def _its_report(context: Context, head: Token) -> bool:
    """True for "the report" and its like, where nothing says whose."""
    if head.lower not in _ITS_OWN or not _definite(context.parse, head):
        return False
    referent = context.referents.at(head.index)
    return (referent is None or referent.entity is None) and not context.parse.children(
        head.index, "prep", "poss", "acl"
    )


def _its_agency(context: Context, head: Token, outlet: tuple[int, int], number: int) -> bool:
    """True for "the agency", of whom nobody knows which, in a sentence or two after a source that passed words on."""
    referent = context.referents.at(head.index)
    known = referent is not None and referent.entity is not None
    plain = head.pos == "NOUN" and head.lower in ("agency", "newspaper", "paper", "outlet", "broadcaster")
    return plain and not known and 0 < number - outlet[0] <= _REACH and _definite(context.parse, head)


def _definite(parse: Parse, noun: Token) -> bool:
    return any(
        t.lower in ("the", "these", "those", "same", "another") for t in parse.children(noun.index, "det", "amod")
    )
