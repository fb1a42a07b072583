"""Where a source has its words from: "relaying a Courier story that rests on two bankers", "the Courier, which spoke to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Token
from dragoman.statements.attributions.citing import may_be_cited
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import phrase
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.relays import is_outlet
from dragoman.statements.context import Context

_RELAYING = frozenset({"relay", "cite", "quote", "repeat", "carry", "echo", "reprint", "summarise", "summarize"})
_PIECES = frozenset({"report", "story", "article", "dispatch", "account", "scoop", "investigation", "item", "piece"})
_RESTING = frozenset({"rest", "base", "rely", "draw", "depend", "build"})
_ASKING = frozenset({"cite", "quote", "interview", "consult", "question", "contact", "canvass"})
_TALKING = frozenset({"speak", "talk"})
_BY = frozenset({"by", "in", "from", "of"})
_NEAR = 5
RULE = "relayed"


def with_origins(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where one tells whose report it relays, and on whom that or its source rests."""
    found: list[Draft] = []
    for draft in drafts:
        head = context.parse.tokens[draft.source_head] if draft.source_head is not None else None
        if draft.act is not Act.SPEECH or head is None or draft.speaker is not None or draft.through is not None:
            found.append(draft)
            continue
        relayed = _relayed(context, lexicon, draft)
        asked = _rests_on(context, lexicon, head) if is_outlet(context, lexicon, head) else None
        if relayed is not None:
            found.extend(_two_links(context, lexicon, draft, *relayed))
        else:
            found.append(replace(draft, through=head.index, speaker=asked.index) if asked is not None else draft)
    return tuple(found)


def _two_links(context: Context, lexicon: Lexicon, draft: Draft, piece: Token, paper: Token) -> Iterator[Draft]:
    """The draft as its source's, and within it the same content as the other paper's, or as its informants'."""
    origin = _rests_on(context, lexicon, piece)
    who = origin if origin is not None else paper
    through = paper.index if origin is not None else None
    yield Draft(None, None, phrase(context.parse, who), who.index, draft.content, Act.SPEECH, RULE, through=through)
    yield draft


def _relayed(context: Context, lexicon: Lexicon, draft: Draft) -> tuple[Token, Token] | None:
    """The story that the participle after the cue names, and the outlet whose it is."""
    parse = context.parse
    if draft.cue_head is None:
        return None
    last = parse.sentence(draft.cue_head).last
    for verb in parse.tokens[draft.cue_head + 1 : min(last, draft.cue_head + 1 + _NEAR)]:
        piece = parse.child(verb.index, "dobj") if verb.tag == "VBG" and verb.lemma.lower() in _RELAYING else None
        if piece is None or piece.lemma.lower() not in _PIECES:
            continue
        paper = whose_piece(context, lexicon, piece)
        if paper.index != piece.index:
            return piece, paper
    return None


def whose_piece(context: Context, lexicon: Lexicon, piece: Token) -> Token:
    """The outlet whose report it is ("a Courier story", "a report by the Courier"); the token itself for all else."""
    parse = context.parse
    if piece.lemma.lower() not in _PIECES:
        return piece
    inner = [t for t in parse.governed(piece.index) if t.dep == "pobj" and parse.head(t.index).lower in _BY]
    own = (*parse.children(piece.index, "compound", "nmod", "poss", "amod"), *inner)
    return next((paper for paper in own if is_outlet(context, lexicon, paper)), piece)


def _rests_on(context: Context, lexicon: Lexicon, noun: Token) -> Token | None:
    """Whom a story rests on, or an outlet spoke to, by the clause that hangs on it."""
    parse = context.parse
    for clause in parse.children(noun.index, "relcl", "acl"):
        lemma = clause.lemma.lower()
        who = parse.child(clause.index, "dobj") if lemma in _ASKING else None
        for link in parse.children(clause.index, "prep"):
            rests = lemma in _RESTING and link.lower in ("on", "upon")
            if rests or (lemma in _TALKING and link.lower in ("to", "with")):
                who = parse.child(link.index, "pobj")
        several = who is not None and who.tag == "NNS" and lemma in _ASKING | _TALKING
        if who is not None and (several or may_be_cited(lexicon, who)):
            return who
    return None
