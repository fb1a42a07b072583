"""The source of a hearsay adverb that a later sentence names: "reportedly ...". "The report by the Courier ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import agent, phrase, subject, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.sources import can_speak
from dragoman.statements.context import Context

_REPORTS = frozenset({"report", "article", "story", "account", "claim", "dispatch", "allegation"})
_FROM = frozenset({"by", "from", "in"})
_REACH = 2


def with_late_sources(context: Context, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where "the report by X" follows a "reportedly" of its paragraph within two sentences, that names X."""
    parse = context.parse
    found = list(drafts)
    open_ones: list[tuple[int, int]] = [
        (parse.sentence(d.cue_head).number, n)
        for n, d in enumerate(drafts)
        if d.rule == "adverb" and d.cue_head is not None
    ]
    for number, n in open_ones:
        block = parse.sentences[number].block
        for sentence in parse.sentences[number + 1 : number + 1 + _REACH]:
            who = _reporter(parse, sentence.first, sentence.last) if sentence.block == block else None
            if who is not None:
                found[n] = replace(found[n], source=phrase(parse, who), source_head=who.index)
                break
    return tuple(found)


def by_so(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """ "The minister said so": the content is the sentence before, in the same paragraph."""
    parse = context.parse
    if sentence.number == 0 or parse.sentences[sentence.number - 1].block != sentence.block:
        return
    before = parse.sentences[sentence.number - 1]
    yield from _by_this(context, lexicon, sentence, before)
    for token in parse.tokens[sentence.first : sentence.last - 1]:
        verb = lexicon.verb(token) if parse.tokens[token.index + 1].lower == "so" else None
        after = parse.tokens[token.index + 2] if token.index + 2 < sentence.last else None
        if verb is None or not verb.speaks or (after is not None and after.pos not in ("PUNCT", "ADP", "CCONJ")):
            continue
        who = subject(parse, token) if token.dep == "ROOT" else None
        content = tidy(parse, before.first, before.last - 1)
        if who is None or content is None or not can_speak(context, lexicon, who):
            continue
        cue = parse.span(token.index, token.index + 2)
        yield Draft(cue, token.index, phrase(parse, who), who.index, (content,), Act.SPEECH, "said so")


def _by_this(context: Context, lexicon: Lexicon, sentence: Sentence, before: Sentence) -> Iterator[Draft]:
    """ "This was announced by the ministry", "That is what the envoy told them", "The ministry confirmed this"."""
    parse = context.parse
    top = next((t for t in context.tokens(sentence) if t.dep == "ROOT"), None)
    if top is None:
        return
    told = _what(parse, top) or _this(parse, lexicon, top)
    content = tidy(parse, before.first, before.last - 1)
    if told is None or content is None or not can_speak(context, lexicon, told[1]):
        return
    cue, who = told
    yield Draft(
        parse.span(cue.index, cue.index + 1), cue.index, phrase(parse, who), who.index, (content,), Act.SPEECH, "this"
    )


def _this(parse: Parse, lexicon: Lexicon, top: Token) -> tuple[Token, Token] | None:
    """The cue and who said it, where "this" is its object, or its subject in the passive."""
    if parse.child(top.index, "ccomp") is not None:
        return None
    thing = parse.child(top.index, "nsubjpass")
    if thing is not None:
        known = top.lemma == "make" and parse.child(top.index, "oprd", "acomp")
        cue = known if known and known.lower in ("known", "public") else top
        who = agent(parse, top) or agent(parse, cue)
        says = cue is not top or _tells(lexicon, top)
        return (cue, who) if thing.lower in ("this", "that", "it") and who is not None and says else None
    thing = parse.child(top.index, "dobj")
    who = parse.child(top.index, "nsubj")
    alone = thing is not None and thing.lower in ("this", "that") and thing.index > top.index
    return (top, who) if alone and who is not None and who.pos != "PRON" and _tells(lexicon, top) else None


def _what(parse: Parse, top: Token) -> tuple[Token, Token] | None:
    """The cue and who said it in "That is what the envoy told parliament"."""
    subject = parse.child(top.index, "nsubj")
    told = parse.child(top.index, "ccomp", "attr")
    if top.lemma != "be" or subject is None or subject.lower not in ("this", "that", "so") or told is None:
        return None
    who = parse.child(told.index, "nsubj")
    what = any(t.lower == "what" for t in parse.children(told.index))
    return (
        (told, who)
        if what and who is not None and told.lemma in ("say", "tell", "announce", "report", "claim")
        else None
    )


def _tells(lexicon: Lexicon, token: Token) -> bool:
    verb = lexicon.verb(token)
    return verb is not None and lexicon.lemma(token) in (
        "announce",
        "confirm",
        "report",
        "disclose",
        "reveal",
        "say",
        "state",
    )


def _reporter(parse: Parse, first: int, last: int) -> Token | None:
    for token in parse.tokens[first:last]:
        if token.lemma.lower() not in _REPORTS or not any(
            t.lower in ("the", "that", "this") for t in parse.children(token.index, "det")
        ):
            continue
        for link in parse.children(token.index, "prep"):
            who = parse.child(link.index, "pobj")
            if link.lower in _FROM and who is not None and who.pos == "PROPN":
                return who
    return None
