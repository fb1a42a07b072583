"""Attributions by verbs: who says, asks, promises, rejects, hopes what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.asides import aside, interrupts, is_title
from dragoman.statements.attributions.citing import LEARNING
from dragoman.statements.attributions.complements import Found, complement
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import agent, antecedent, cue_span, passive, phrase, subject
from dragoman.statements.attributions.lexicon import Lexicon, Verb
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.raising import hole, matrix
from dragoman.statements.attributions.relays import is_outlet
from dragoman.statements.attributions.reported import passes_on
from dragoman.statements.attributions.sources import can_speak, is_document, known, publishes
from dragoman.statements.attributions.spans import without
from dragoman.statements.context import Context

_ASIDE = re.compile(
    r",?\s+at a (?:time|moment) when\b|,\s+(?:and|but|while)\s+according to\b|,\s+(?:citing|quoting)\b"
    r"|,\s+(?:speaking|talking) (?:on|under) (?:the )?condition|,\s+asking not to be\b"
    r"|,\s+without (?:giving|naming|citing|elaborating|providing|saying|specifying|identifying|going into)\b"
)
_ANONYMOUS = re.compile(
    r"(?:not to be|that \S+ \S+ be|to remain)\s+(?:further\s+)?(?:named|identified|quoted|anonymous)\b"
)
_HEARING = frozenset({"learn", "hear"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_FAR = 120
_LATE = 24
_NEAR = 4
_SHORTEST = 2
_AUTHOR = frozenset({"i", "we", "you", "us", "me"})


def by_verbs(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """The attributions of the verbs of `sentence` that have a source, in text order."""
    for token in context.tokens(sentence):
        verb = lexicon.verb(token) if token.pos in _VERBAL or _noun_with_subject(context.parse, token) else None
        if verb is not None and verb.lemma == "look" and token.tag != "VBG":
            continue
        if verb is not None and not passive(context.parse, token):
            draft = _active(context, quotes, lexicon, sentence, token, verb)
            if draft is not None:
                yield draft


def _noun_with_subject(parse: Parse, token: Token) -> bool:
    """True for a verb that the parse tags as a noun but gives a subject ("the envoy claims that", "both papers report that")."""
    if token.tag == "NN" and any(
        t.lower == "that" for c in parse.children(token.index, "ccomp") for t in parse.children(c.index, "mark")
    ):
        return parse.child(token.index, "nsubj") is not None
    return token.tag == "NNS" and parse.child(token.index, "nsubj") is not None and token.dep != "attr"


def _active(
    context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence, token: Token, verb: Verb
) -> Draft | None:
    parse = context.parse
    above = matrix(parse, lexicon, token)
    source = _by_whom(parse, token)
    if source is None and not _is_set_scene(parse, token):
        source = subject(parse, above or token, lexicon.controls)
    if (
        source is None
        or _idle(parse, token)
        or passes_on(context, lexicon, token)
        or _hypothetical(parse, lexicon, token)
        or _joined_infinitive(parse, token)
        or _author(quotes, source)
    ):
        return None
    holder = antecedent(parse, source)
    personal = verb.speaks or verb.people.get("infinitive") is Act.ATTITUDE
    its = holder.lower == "it" and source.dep == "nsubj" and personal and verb.lemma not in lexicon.evidence
    if not its and not can_speak(context, lexicon, holder):
        return None
    if verb.lemma in lexicon.evidence and not known(context, lexicon, holder):
        return None
    document = is_document(context, lexicon, holder)
    own = complement(parse, token, verb, document=document)
    beside = None
    follows = above is None and token.tag != "VBG" and _follows_quote(parse, quotes, token, source)
    if own is None or follows or (own[2] == "verb clause" and interrupts(parse, quotes, sentence, token, source)):
        beside = aside(parse, quotes, sentence, token, source, verb, document=document)
    found = beside or own or _late(parse, lexicon, sentence, token, verb, document=document)
    if found is None:
        return None
    act, content, rule = found
    if rule == "verb object" and (_empty(parse, lexicon, token) or _puts_away(parse, token)):
        return None
    content = tuple(_less_aside(context.text, quotes, span) for span in _less_raised(parse, lexicon, token, content))
    if rule == "verb infinitive" and _ANONYMOUS.search(content[0].of(context.text)):
        return None
    if act is Act.ATTITUDE and verb.lemma in lexicon.thought and publishes(context, lexicon, holder):
        act = Act.SPEECH
    if act is Act.ATTITUDE and verb.lemma in LEARNING and is_outlet(context, lexicon, holder):
        act = Act.SPEECH
    if rule == "verb clause":
        content = tuple(_less_other(context, lexicon, span, token) for span in content)
    cue = _with_preposition(parse, token, cue_span(parse, token), rule)
    named = phrase(parse, source, [token.index, *_inside(parse, source, content)])
    if any(named.meets(span) for span in content):
        content = tuple(s for span in content for s in _cut(span, named))
    return Draft(cue, token.index, named, source.index, content, act, rule) if content else None


def _follows_quote(parse: Parse, quotes: Quotes, token: Token, source: Token) -> bool:
    """True for "'A,' the envoy told them": a quote that ends in a comma or mark right before the source and its verb."""
    before = quotes.before(parse.tokens[min(parse.edges(source.index)[0], token.index)].start)
    if before is None or before.words < _SHORTEST or is_title(parse, before):
        return False
    near = abs(token.index - source.index) < _NEAR and quotes.at(token.start) is None
    return near and before.span.of(quotes.text)[-2:-1] in (",", "?", "!", "'")


def _by_whom(parse: Parse, token: Token) -> Token | None:
    """Who reported it, in "as first reported by the Courier"; None for other clauses."""
    bare = token.tag == "VBN" and token.dep == "advcl" and parse.child(token.index, "aux", "auxpass", "nsubj") is None
    opens = any(t.lower == "as" for t in parse.children(token.index, "mark", "prep", "advmod"))
    return agent(parse, token) if bare and opens else None


def _less_aside(text: str, quotes: Quotes, span: Span) -> Span:
    """`span` up to "at a time when" or ", without giving": what follows is the author's, or another's."""
    for mark in _ASIDE.finditer(text, span.start + 1, span.end):
        if quotes.at(mark.start()) is None:
            return Span(span.start, mark.start())
    return span


def _less_other(context: Context, lexicon: Lexicon, span: Span, token: Token) -> Span:
    """`span` up to ", while the other side says" and ", and the ministry confirmed": another source's clause."""
    parse = context.parse
    for other in parse.tokens_in(span):
        if other.tag not in _FINITE or other.dep not in ("advcl", "conj") or other.index == token.index:
            continue
        verb = lexicon.verb(other)
        if verb is None or Act.SPEECH not in verb.people.values():
            continue
        who = parse.child(other.index, "nsubj")
        first = parse.edges(other.index)[0]
        opens = parse.tokens[first]
        mark = parse.tokens[first - 1] if other.dep == "conj" else opens
        comma = parse.tokens[mark.index - 1]
        parted = comma.text == "," and mark.lower in ("while", "whereas", "but") and comma.start > span.start
        if parted and who is not None and who.pos in ("NOUN", "PROPN") and can_speak(context, lexicon, who):
            return Span(span.start, comma.start)
    return span


def _is_set_scene(parse: Parse, token: Token) -> bool:
    """True for the bare participle of "Asked about the port, the minister said"."""
    bare = token.tag == "VBN" and token.dep in ("advcl", "acl")
    return bare and parse.child(token.index, "aux", "auxpass", "nsubj") is None


def _inside(parse: Parse, source: Token, content: tuple[Span, ...]) -> list[int]:
    """Numbers of content tokens that the source governs."""
    first, last = parse.edges(source.index)
    return [t.index for t in parse.tokens[first : last + 1] if any(s.start <= t.start < s.end for s in content)]


def _cut(span: Span, hole: Span) -> Iterator[Span]:
    if span.start < hole.start:
        yield Span(span.start, min(span.end, hole.start))
    if hole.end < span.end:
        yield Span(max(span.start, hole.end), span.end)


def _late(
    parse: Parse, lexicon: Lexicon, sentence: Sentence, token: Token, verb: Verb, *, document: bool
) -> Found | None:
    """A that-clause after an adverbial, which the parse hangs on the adverbial: "wrote, citing officials, that ..."."""
    act = verb.act("clause", document=document)
    if act is None or not (verb.speaks or verb.lemma in _HEARING):
        return None
    for mark in parse.tokens[token.index + 1 : min(sentence.last, token.index + _LATE)]:
        if mark.lower != "that" or (mark.dep != "mark" and mark.tag != "WDT"):
            continue
        clause = parse.head(mark.index)
        above = parse.head(clause.index)
        heard = mark.dep != "mark"
        if heard and not _on_hearer(parse, token, clause, above):
            continue
        if heard or above.index <= token.index or lexicon.verb(above) is None or above.lower in ("citing", "quoting"):
            content = without(parse, mark.index, max(parse.edges(clause.index)[1], mark.index), ())
            return (act, content, "verb clause") if content else None
        return None
    return None


def _on_hearer(parse: Parse, token: Token, clause: Token, noun: Token) -> bool:
    """True where the clause hangs as a relative one on whom it was told to or learnt from, and has a subject of its own."""
    link = parse.head(noun.index)
    told = noun.dep in ("dobj", "dative") and link.index == token.index
    learnt = noun.dep == "pobj" and link.lower in ("from", "to", "by") and parse.head(link.index).index == token.index
    return (
        (told or learnt)
        and clause.dep in ("relcl", "acl")
        and parse.child(clause.index, "nsubj", "nsubjpass") is not None
    )


def _empty(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """True where the verb says nothing by itself: "expressed its readiness to help", "claimed many lives"."""
    thing = parse.child(token.index, "dobj")
    if thing is not None and thing.lemma.lower() in lexicon.idioms.get(lexicon.lemma(token), ()):
        return True
    if thing is None or token.lemma.lower() not in lexicon.light:
        return False
    return lexicon.nouns.get(thing.lemma.lower()) is Act.ATTITUDE and bool(parse.children(thing.index, "acl", "prep"))


def _puts_away(parse: Parse, token: Token) -> bool:
    """True for "put money into it"; "put the number at forty" says something."""
    return token.lemma == "put" and not any(t.lower == "at" for t in parse.children(token.index, "prep"))


def _with_preposition(parse: Parse, token: Token, cue: Span, rule: str) -> Span:
    """The cue with the preposition that brings in its content ("called for")."""
    name = rule.removeprefix("verb ")
    near = (t for t in parse.tokens[token.index + 1 : token.index + 3] if t.lower == name)
    link = next(near, None)
    return cue.join(Span(link.start, link.end)) if link is not None else cue


def _less_raised(parse: Parse, lexicon: Lexicon, token: Token, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """`content` without clauses whose cue shares the source of `token`."""
    for other in parse.tokens[token.index + 1 : min(parse.edges(token.index)[1] + 1, token.index + _FAR)]:
        if other.pos == "VERB" and matrix(parse, lexicon, other) == token:
            left, right = hole(parse, other)
            gap = Span(parse.tokens[left].start, parse.tokens[right].end)
            content = tuple(s for span in content for s in _cut(span, gap))
    return tuple(span for span in content if len(span) > 1)


def _author(quotes: Quotes, source: Token) -> bool:
    """True for the author's own "I" and "we", and for the reader's "you": no voice of a report."""
    return source.lower in _AUTHOR and quotes.at(source.start) is None


def _hypothetical(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """True for an infinitive that nobody is said to have done ("a plan to announce", "ready to say")."""
    if not any(t.lower == "to" for t in parse.children(token.index, "aux")):
        return False
    head = parse.head(token.index)
    return token.dep != "xcomp" or lexicon.lemma(head) not in lexicon.raising


def _joined_infinitive(parse: Parse, token: Token) -> bool:
    """True for the second of two infinitives of which the parse makes a main verb ("declined to go or declare")."""
    head = parse.head(token.index)
    bare = token.tag in ("VB", "VBP") and token.dep == "conj" and parse.child(token.index, "aux", "nsubj") is None
    return bare and head.tag in ("VBD", "VBZ", "VBG") and parse.child(head.index, "xcomp") is not None


def _idle(parse: Parse, token: Token) -> bool:
    """True for a verb that says nothing by itself: "that is to say", "suffice it to say", "needless to say"."""
    head = parse.head(token.index)
    return (
        token.lemma == "say" and head.lemma in ("suffice", "needless", "be", "go") and token.dep in ("xcomp", "advcl")
    )
