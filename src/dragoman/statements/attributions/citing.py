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

LEARNING = frozenset({"learn", "hear", "understand", "gather"})
_CITING = frozenset({"cite", "quote"})


def with_cited(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where one cites people, bodies or outlets in a participle: they speak through its source."""
    parse = context.parse
    by_cue = {d.cue_head: n for n, d in enumerate(drafts) if d.cue_head is not None}
    found: list[Draft | None] = list(drafts)
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
            continue
        if cue is None or lexicon.lemma(cue) not in _CITING or draft.rule == RULE:
            continue
        outer = _outer(parse, drafts, by_cue, cue)
        who = parse.child(cue.index, "dobj", "pobj")
        if outer is None or outer == n or who is None or not _may_be_cited(lexicon, who):
            continue
        main = drafts[outer]
        found[n] = None
        found[outer] = replace(main, through=main.source_head, speaker=who.index)
    return tuple(d for d in found if d is not None)


def _outer(parse: Parse, drafts: Sequence[Draft], by_cue: dict[int, int], cue: Token) -> int | None:
    """The draft whose source cites: "the Courier reported, citing", "a report in the Courier, which cited"."""
    if cue.dep == "relcl":
        holds = (n for n, d in enumerate(drafts) if d.source is not None and d.source.start < cue.start < d.source.end)
        return next(holds, None)
    if cue.lower not in ("citing", "quoting"):
        return None
    return next((by_cue[t.index] for t in _above(parse, cue) if t.index in by_cue), None)


def _learned_from(context: Context, lexicon: Lexicon, cue: Token) -> Token | None:
    """Whom the words come from, in "the Courier has learned from two officials that ..."."""
    if lexicon.lemma(cue) not in LEARNING:
        return None
    links = (link for link in context.parse.children(cue.index, "prep") if link.lower == "from")
    who = next((t for link in links for t in context.parse.children(link.index, "pobj")), None)
    return who if who is not None and _may_be_cited(lexicon, who) else None


def _on_authority(context: Context, lexicon: Lexicon, cue: Token) -> Token | None:
    """On whose word, in "wrote, on the authority of two bankers, that" and "writes, referring to a bulletin"."""
    parse = context.parse
    for link in parse.children(cue.index, "prep"):
        ground = parse.child(link.index, "pobj")
        if link.lower == "on" and ground is not None and ground.lower in ("authority", "word"):
            for of in parse.children(ground.index, "prep"):
                who = parse.child(of.index, "pobj")
                if who is not None and _may_be_cited(lexicon, who):
                    return who
    for clause in parse.children(cue.index, "advcl"):
        to = parse.child(clause.index, "prep") if clause.lower == "referring" else None
        who = parse.child(to.index, "pobj") if to is not None and to.lower == "to" else None
        if who is not None and _may_be_cited(lexicon, who) and who.lower not in ("case", "matter"):
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


def _may_be_cited(lexicon: Lexicon, who: Token) -> bool:
    word = who.lemma.lower()
    lists = (lexicon.unnamed, lexicon.institutions, lexicon.outlets, lexicon.documents, lexicon.roles)
    return who.pos == "PROPN" or any(word in words or who.lower in words for words in lists)
