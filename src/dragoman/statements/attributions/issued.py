"""Whose statement it is that says something: "the ministry's communique says", "the announcement says"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.relays import is_outlet
from dragoman.statements.context import Context

_BY = frozenset({"by", "from", "of"})
_REACH = 3


def with_issuers(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where the source of one is a statement, communique or the like, with its issuer as the speaker.

    Of a bare one ("the statement") the issuer is the last source that is no document, up to three sentences before.
    """
    parse = context.parse
    found: list[Draft] = []
    last: Token | None = None
    for draft in drafts:
        head = parse.tokens[draft.source_head] if draft.source_head is not None else None
        text = parse.tokens[draft.speaker] if draft.speaker is not None else head
        if text is not None and text.pos == "NOUN" and text.lower in lexicon.issued:
            who = _issuer(context, lexicon, text)
            if who is None and last is not None and _is_bare(context, text):
                near = parse.sentence(text.index).number - parse.sentence(last.index).number <= _REACH
                who = last if near else None
            draft = replace(draft, speaker=who.index) if who is not None else draft
        elif head is not None and last is not None and draft.speaker is None and _is_same_source(context, head):
            draft = replace(draft, speaker=last.index)
        elif head is not None and draft.act is Act.SPEECH and head.lower not in lexicon.documents:
            last = head if not is_outlet(context, lexicon, head) else None
        found.append(draft)
    return tuple(found)


def _is_same_source(context: Context, head: Token) -> bool:
    own = context.parse.children(head.index, "amod")
    return head.lower in ("source", "sources") and any(t.lower == "same" for t in own)


def _issuer(context: Context, lexicon: Lexicon, head: Token) -> Token | None:
    """The possessor, modifier or "by" phrase of a statement, if it is a name or a body."""
    parse = context.parse
    links = [t for t in parse.children(head.index, "prep") if t.lower in _BY and t.index > head.index]
    for who in (
        *parse.children(head.index, "poss"),
        *(t for link in links for t in parse.children(link.index, "pobj")),
        *parse.children(head.index, "compound", "nmod"),
    ):
        if who.pos == "PRON":
            before = context.referents.antecedent.get(who.index)
            if before is not None:
                return parse.tokens[before]
        elif who.pos == "PROPN" or who.lower in lexicon.institutions | lexicon.roles:
            return who
    return None


def _is_bare(context: Context, head: Token) -> bool:
    own = [t for t in context.parse.children(head.index) if t.dep not in ("punct",)]
    return len(own) == 1 and own[0].lower in ("the", "this", "that", "its", "their")
