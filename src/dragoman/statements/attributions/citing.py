"""Whose words an outlet passes on with "citing": "the port is shut, the Courier reported, citing two officials"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.relays import is_outlet
from dragoman.statements.attributions.reported import RULE
from dragoman.statements.context import Context

_NAMING = frozenset({"cite", "quote", "attribute"})
_PAPERS = frozenset({"it", "paper", "newspaper", "report", "article", "story"})
_NEXT = 2
_BESIDE = 20
_APART = 4
LEARNING = frozenset({"learn", "hear", "understand", "gather"})
_CITING = frozenset({"cite", "quote"})


def with_cited(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where one cites people, bodies or outlets in a participle: they speak through its source."""
    parse = context.parse
    by_cue = {d.cue_head: n for n, d in enumerate(drafts) if d.cue_head is not None}
    found: list[Draft | None] = list(drafts)
    gone: set[int] = set()
    for n, draft in enumerate(drafts):
        cue = parse.tokens[draft.cue_head] if draft.cue_head is not None else None
        told = _learned_from(context, lexicon, cue) if cue is not None else None
        if told is not None:
            through = draft.source_head if _is_paper(context, lexicon, draft) else None
            found[n] = replace(draft, act=Act.SPEECH, through=through, speaker=told.index)
            continue
        on_whose = _on_authority(context, lexicon, cue) if cue is not None else None
        if on_whose is not None:
            found[n] = replace(draft, through=draft.source_head, speaker=on_whose.index)
            gone |= {
                by_cue[t.index] for t in parse.ancestors(on_whose.index) if t.lower == "referring" and t.index in by_cue
            }
            continue
        if cue is None or lexicon.lemma(cue) not in _CITING or draft.rule == RULE:
            continue
        outer = _outer(parse, drafts, by_cue, n, cue)
        who = parse.child(cue.index, "dobj", "pobj")
        if outer is None or outer == n or who is None or not may_be_cited(lexicon, who):
            continue
        main = drafts[outer]
        found[n] = None
        found[outer] = replace(main, through=main.source_head, speaker=who.index)
    return _cited_after(context, lexicon, [d for n, d in enumerate(found) if d is not None and n not in gone])


def _cited_after(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where a next sentence tells whose words an outlet passed on: "The newspaper cited two officials."."""
    parse = context.parse
    found = list(drafts)
    gone: set[int] = set()
    by_cue = {d.cue_head: n for n, d in enumerate(drafts) if d.cue_head is not None}
    last: tuple[int, int] | None = None
    cues = sorted(
        {t.index for s in context.body() for t in context.tokens(s) if t.pos == "VERB" and t.lemma.lower() in _NAMING}
        | {d.cue_head for d in drafts if d.cue_head is not None and d.through is None and d.speaker is None}
    )
    for at in cues:
        cue, n = parse.tokens[at], by_cue.get(at)
        number = parse.sentence(at).number
        if cue.lemma.lower() in _NAMING and last is not None and 0 < number - last[0] <= _NEXT:
            who = _named(parse, lexicon, cue)
            main = drafts[last[1]]
            if who is not None:
                found[last[1]] = replace(main, through=main.source_head, speaker=who.index)
                gone |= {n} if n is not None else set()
                last = None
                continue
        if n is not None and _is_paper(context, lexicon, drafts[n]):
            last = (number, n)
        elif n is not None and drafts[n].act is Act.SPEECH and last is not None and number > last[0]:
            last = None
    return tuple(d for n, d in enumerate(found) if n not in gone)


def _named(parse: Parse, lexicon: Lexicon, cue: Token) -> Token | None:
    """Whom "the newspaper cited", or to whom "it attributed the information"; None for other subjects."""
    paper = parse.child(cue.index, "nsubj")
    if paper is None or cue.dep != "ROOT" or paper.lower not in _PAPERS | lexicon.outlets:
        return None
    if cue.lemma.lower() != "attribute":
        who = parse.child(cue.index, "dobj")
    else:
        thing = parse.child(cue.index, "dobj")
        tops = [cue.index, *([thing.index] if thing is not None else [])]
        links = [t for top in tops for t in parse.children(top, "prep", "dative") if t.lower == "to"]
        who = next((t for link in links for t in parse.children(link.index, "pobj")), None)
    return who if who is not None and may_be_cited(lexicon, who) and not _has_content(parse, cue) else None


def _has_content(parse: Parse, cue: Token) -> bool:
    """True for "quoted the envoy as saying", which has a content of its own."""
    return any(t.lower == "as" for t in parse.children(cue.index, "prep"))


def _outer(parse: Parse, drafts: Sequence[Draft], by_cue: dict[int, int], number: int, cue: Token) -> int | None:
    """The draft whose source cites: "the Courier reported, citing", "a report in the Courier, which cited"."""
    if cue.dep == "relcl":
        for n in range(max(0, number - _BESIDE), min(len(drafts), number + _BESIDE)):
            source = drafts[n].source
            if source is not None and source.start < cue.start < source.end:
                return n
        return None
    if cue.lower not in ("citing", "quoting"):
        return None
    found = next((by_cue[t.index] for t in _above(parse, cue) if t.index in by_cue), None)
    return found if found is not None else _right_before(parse, by_cue, number, cue)


def _right_before(parse: Parse, by_cue: dict[int, int], number: int, cue: Token) -> int | None:
    """The draft whose cue ends right before ", citing", whatever the parse hangs the participle on."""
    first = parse.sentence(cue.index).first
    if cue.index - 1 <= first or parse.tokens[cue.index - 1].text != ",":
        return None
    near = range(cue.index - 2, max(first, cue.index - 2 - _APART), -1)
    return next(
        (by_cue[i] for i in near if i in by_cue and by_cue[i] != number and parse.tokens[i].pos == "VERB"), None
    )


def _learned_from(context: Context, lexicon: Lexicon, cue: Token) -> Token | None:
    """Whom the words come from, in "the Courier has learned from two officials that ..."."""
    if lexicon.lemma(cue) not in LEARNING:
        return None
    links = (link for link in context.parse.children(cue.index, "prep") if link.lower == "from")
    who = next((t for link in links for t in context.parse.children(link.index, "pobj")), None)
    return who if who is not None and may_be_cited(lexicon, who) else None


def _on_authority(context: Context, lexicon: Lexicon, cue: Token) -> Token | None:
    """On whose word, in "wrote, on the authority of two bankers, that" and "writes, referring to a bulletin"."""
    parse = context.parse
    for link in parse.children(cue.index, "prep"):
        ground = parse.child(link.index, "pobj")
        if link.lower == "on" and ground is not None and ground.lower in ("authority", "word"):
            for of in parse.children(ground.index, "prep"):
                who = parse.child(of.index, "pobj")
                if who is not None and may_be_cited(lexicon, who):
                    return who
    for clause in parse.children(cue.index, "advcl"):
        to = parse.child(clause.index, "prep") if clause.lower == "referring" else None
        who = parse.child(to.index, "pobj") if to is not None and to.lower == "to" else None
        if who is not None and may_be_cited(lexicon, who) and who.lower not in ("case", "matter"):
            return who
    return None


def _is_paper(context: Context, lexicon: Lexicon, draft: Draft) -> bool:
    return draft.source_head is not None and is_outlet(context, lexicon, context.parse.tokens[draft.source_head])


def _above(parse: Parse, cue: Token) -> Iterator[Token]:
    """The verbs that the participle may belong to: the one that it hangs on, and those whose content that one is."""
    for token in parse.ancestors(cue.index):
        yield token
        if token.dep not in ("ccomp", "xcomp", "conj"):
            return


def may_be_cited(lexicon: Lexicon, who: Token) -> bool:
    """True for names, people, bodies, outlets and documents."""
    word = who.lemma.lower()
    lists = (lexicon.unnamed, lexicon.institutions, lexicon.outlets, lexicon.documents, lexicon.roles)
    return who.pos == "PROPN" or any(word in words or who.lower in words for words in lists)
