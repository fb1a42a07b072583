"""Whom a pronoun stands for as a source, where the entities do not tell: "the port is shut, it said in a statement"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Parse, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import subject
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.voices import name_at
from dragoman.statements.context import Context

_PERSONS = frozenset({"he", "she", "his", "her"})
_BODIES = frozenset({"it"})
_REACH = 3


def with_stand_ins(context: Context, lexicon: Lexicon, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where the source of one is a pronoun of unknown referent, with a speaker: the subject of the content that
    it follows, else, for "he" and "she", the last person who was a source up to three sentences before."""
    parse = context.parse
    found: list[Draft] = []
    person: int | None = None
    body: int | None = None
    for draft in drafts:
        head = parse.tokens[draft.source_head] if draft.source_head is not None else None
        if head is not None and draft.speaker is None and context.referents.at(head.index) is None:
            sort = head.lower
            if sort in _PERSONS | _BODIES:
                who = _told_of(parse, lexicon, draft, head, person=sort in _PERSONS)
                near = (
                    person is not None and parse.sentence(head.index).number - parse.sentence(person).number <= _REACH
                )
                if who is None and sort in _PERSONS and near:
                    who = person
                if who is None and sort in _BODIES and body is not None and _follows(parse, head.index, body):
                    who = body
                draft = replace(draft, speaker=who) if who is not None else draft
        if head is not None and _is_person(context, lexicon, head):
            person = head.index
        if head is not None and head.lower not in _PERSONS | _BODIES:
            body = head.index if _is_body(context, lexicon, head) else None
        found.append(draft)
    return tuple(found)


def _follows(parse: Parse, pronoun: int, body: int) -> bool:
    return parse.sentence(pronoun).number - parse.sentence(body).number <= 1


def _is_body(context: Context, lexicon: Lexicon, head: Token) -> bool:
    referent = context.referents.at(head.index)
    if referent is not None and referent.kind is not None:
        return referent.kind in (VoiceKind.INSTITUTION, VoiceKind.OUTLET) and not referent.plural
    return head.tag in ("NN", "NNP") and head.lower in lexicon.institutions


def _told_of(parse: Parse, lexicon: Lexicon, draft: Draft, pronoun: Token, *, person: bool) -> int | None:
    """The subject of the main clause of a content that ends before the pronoun; None where it is no likely speaker."""
    content = draft.content[0]
    if content.end > pronoun.start or draft.cue_head is None:
        return None
    inside = parse.tokens_in(content)
    top = next((t for t in inside if t.pos in ("VERB", "AUX") and (t.head == draft.cue_head or t.dep == "ROOT")), None)
    who = subject(parse, top) if top is not None else None
    if who is None or not content.start <= who.start < content.end or who.pos not in ("PROPN", "NOUN"):
        return None
    word = who.lemma.lower()
    if any(t.lower in ("each", "both", "no", "neither", "either", "every") for t in parse.children(who.index, "det")):
        return None
    body = who.lower in lexicon.institutions or word in lexicon.institutions
    return who.index if body is not person and (body or who.pos == "PROPN" or word in lexicon.roles) else None


def _is_person(context: Context, lexicon: Lexicon, head: Token) -> bool:
    if head.tag == "NN" and head.lower in lexicon.roles | lexicon.official:
        return True
    named = any(t.pos == "PROPN" for t in context.parse.children(head.index, "appos"))
    name = name_at(context, head) if head.pos == "PROPN" else None
    return (name is not None and name.label == "PERSON") or (named and head.lemma.lower() in lexicon.roles)
