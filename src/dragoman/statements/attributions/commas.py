"""Cues that the parse hangs wrong in "the port is shut, a guard who saw it told the Courier": read off the commas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.grammar import SUBJECTS, tidy
from dragoman.statements.attributions.lexicon import Lexicon
from dragoman.statements.attributions.quotes import Quotes
from dragoman.statements.attributions.sources import known
from dragoman.statements.attributions.spans import without
from dragoman.statements.context import Context

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CUES = frozenset({"VBD", "VBZ", "VBP", "VBN", "NN", "NNS"})
_OPENERS = frozenset({"DET", "PROPN", "ADJ", "PRON", "NOUN", "NUM"})
_BREAKS = frozenset({",", ";"})
_LONGEST = 24
_FAR = 120


def by_commas(context: Context, quotes: Quotes, lexicon: Lexicon, sentence: Sentence) -> Iterator[Draft]:
    """A clause, a comma, a noun phrase, and a verb of saying with no clause of its own, that the parse sees otherwise."""
    parse = context.parse
    for token in context.tokens(sentence):
        noun = token.tag in ("NN", "NNS") and parse.child(token.index, "nsubj") is None
        if token.tag not in _CUES or noun or not _says(lexicon, token) or _ends_open(parse, sentence, token):
            continue
        run = _source(context, lexicon, sentence, token)
        if run is None:
            continue
        first, last, head = run
        low = period(parse, lexicon, sentence, token.index)[0]
        if first - 2 <= low or not _clause(parse, low, first - 2):
            continue
        content = without(parse, low, first - 2, ())
        source = tidy(parse, first, last)
        if content and source is not None and quotes.at(token.start) is None:
            cue = parse.span(token.index, token.index + 1)
            name = parse.tokens[last]
            speaker = last if name.pos == "PROPN" and last != head and parse.tokens[head].pos == "NOUN" else None
            yield Draft(cue, token.index, source, head, content, Act.SPEECH, "comma", speaker=speaker)


def period(parse: Parse, lexicon: Lexicon, sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last token (both included) of the part that holds token `index`: up to the next semicolon, and from the last
    one where another cue stands before it ("A, says the one; B, says the other")."""
    low, high = sentence.first, sentence.last - 1
    near, far = max(low, index - _FAR), min(high + 1, index + _FAR)
    marks = [i for i in range(near, far) if parse.tokens[i].text == ";"]
    before, after = [i for i in marks if i < index], [i for i in marks if i > index]
    if before and any(_says(lexicon, t) for t in parse.tokens[near : before[-1]]):
        low = before[-1] + 1
    if after:
        high = after[0] - 1
    return low, high


def _says(lexicon: Lexicon, token: Token) -> bool:
    verb = lexicon.verb(token)
    return verb is not None and verb.speaks and verb.people.get("clause") is Act.SPEECH


def _ends_open(parse: Parse, sentence: Sentence, token: Token) -> bool:
    """True where something other than whom, where and when follows the cue up to the next comma or the end."""
    for at in range(token.index + 1, sentence.last):
        word = parse.tokens[at]
        if word.text in _BREAKS or word.text == ".":
            return False
        if word.tag in _FINITE or word.tag in ("TO", "VB") or word.lower in ("that", "as", "by") or word.text == ":":
            return True
    return False


def _source(context: Context, lexicon: Lexicon, sentence: Sentence, cue: Token) -> tuple[int, int, int] | None:
    """First, last and head token of the noun phrase between a comma and `cue`, which the parse does not see as its subject."""
    parse = context.parse
    last = cue.index - 1
    while last > sentence.first and parse.tokens[last].lower in ("has", "have", "had", "also", "later", "both"):
        last -= 1
    name = None
    if parse.tokens[last].text == "," and parse.tokens[last - 1].pos == "PROPN":
        first = _back(parse, sentence, last - 1)
        if first is None or any(t.pos not in ("PROPN", "ADJ") for t in parse.tokens[first:last]):
            return None
        name, last = last - 1, first - 2
    first = _back(parse, sentence, last)
    if first is None or last < first or parse.tokens[first].pos not in _OPENERS or parse.tokens[last].pos == "PUNCT":
        return None
    words = parse.tokens[first : last + 1]
    who = next((t.index for t in words if t.tag == "WP"), last + 1)
    if any(t.tag in _FINITE for t in parse.tokens[first:who]) or any(t.tag in ("WDT", "CC") for t in words[:1]):
        return None
    if any(first <= t.index <= cue.index and t.index < who for t in parse.children(cue.index, *SUBJECTS)):
        return None if cue.pos in ("VERB", "AUX") else _with_head(context, lexicon, first, last, who, name)
    return _with_head(context, lexicon, first, last, who, name)


def _with_head(
    context: Context, lexicon: Lexicon, first: int, last: int, who: int, name: int | None
) -> tuple[int, int, int] | None:
    tokens = context.parse.tokens
    nouns = [
        t
        for t in tokens[first : min(who, last + 1)]
        if t.pos in ("NOUN", "PROPN", "PRON") and not t.tag.startswith("PRP$")
    ]
    head = next((t for t in nouns if not first <= t.head < t.index or t.dep in ("appos", "conj")), None)
    head = next((t for t in nouns if not first <= t.head <= last or t.index == t.head), head)
    if head is None or not known(context, lexicon, head) or head.lower in lexicon.documents:
        return None
    return first, name if name is not None else last, head.index


def _back(parse: Parse, sentence: Sentence, last: int) -> int | None:
    """The token after the last comma or semicolon before `last`; None where there is none near."""
    for at in range(last, max(sentence.first, last - _LONGEST), -1):
        if parse.tokens[at].text in _BREAKS:
            return at + 1
    return None


def _clause(parse: Parse, first: int, last: int) -> bool:
    """True where the tokens make a main clause: a finite verb, and no subordinating or relative word at its head."""
    after = max((t.index + 1 for t in parse.tokens[first : last + 1] if t.text == ";"), default=first)
    words = parse.tokens[after : last + 1]
    opens = bool(words) and words[0].pos not in ("SCONJ", "CCONJ") and words[0].tag not in ("WDT", "WP", "WRB")
    opens = opens and (words[0].tag != "IN" or words[0].dep == "prep")
    return opens and any(t.tag in _FINITE for t in words)


def parted(parse: Parse, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts, those of "A, the one said, and B, the other confirmed" each with its own half."""
    found = list(drafts)
    beside = [n for n, d in enumerate(drafts) if d.rule in ("interrupted", "comma") and d.cue_head is not None]
    for before, after in pairwise(beside):
        one, two = found[before].cue_head, found[after].cue_head
        if one is None or two is None or parse.sentence(one).number != parse.sentence(two).number:
            continue
        link = next((i for i in range(one + 1, two - 1) if _joins(parse, i)), None)
        if link is None:
            continue
        place = parse.tokens[link].start
        for number, (low, high) in ((before, (0, place)), (after, (place, parse.tokens[-1].end))):
            draft = found[number]
            cut = tuple(c for span in draft.content if (c := _within(parse, span, low, high)) is not None)
            found[number] = Draft(
                draft.cue, draft.cue_head, draft.source, draft.source_head, cut or draft.content, draft.act, draft.rule
            )
    return tuple(found)


def _joins(parse: Parse, index: int) -> bool:
    """True for the comma of ", and" or ", but", and for a semicolon."""
    mark, after = parse.tokens[index], parse.tokens[index + 1]
    return mark.text == ";" or (mark.text == "," and after.lower in ("and", "but", "while"))


def _within(parse: Parse, span: Span, low: int, high: int) -> Span | None:
    start, end = max(span.start, low), min(span.end, high)
    tokens = [t for t in parse.tokens_in(Span(start, end)) if t.start >= start] if start < end else []
    return tidy(parse, tokens[0].index, tokens[-1].index) if tokens else None
