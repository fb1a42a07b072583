"""Contents that do not hang on their verb: quotes beside it, and the sentence that it interrupts or ends."""

from __future__ import annotations

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.commas import period
from dragoman.statements.attributions.complements import Found, tells_of_hearer
from dragoman.statements.attributions.lexicon import Verb, load_lexicon
from dragoman.statements.attributions.quotes import Quote, Quotes
from dragoman.statements.attributions.spans import merged, without

_OWN = frozenset(
    {"aux", "auxpass", "neg", "advmod", "prt", "nsubj", "dobj", "dative", "prep", "npadvmod", "advcl", "agent", "oprd"}
)
_FAR = 120
_TITLE = 5
_LEAD = 40
_MARKS = frozenset(",\"“”''``―—–-")


def aside(
    parse: Parse, quotes: Quotes, sentence: Sentence, token: Token, source: Token, verb: Verb, *, document: bool
) -> Found | None:
    """The content beside a clause such as "he said", "wrote the envoy on Monday"; None where nothing is beside it."""
    act = verb.act("quote", document=document) or verb.act("clause", document=document)
    clause = verb.act("clause", document=document) or verb.act("object", document=document)
    first, last = _clause_run(parse, quotes, sentence, token, source)
    start, end = parse.tokens[first].start, parse.tokens[last].end
    before, after = quotes.before(start), quotes.after(end)
    if before is not None and is_title(parse, before):
        before = None
    beside = (before is not None and before.words > 1) or (after is not None and after.words > 1)
    if (
        clause is not None
        and token.dep == "advcl"
        and _follows_as(parse, token, verb, alone=not beside and source.pos != "PRON")
    ):
        left, right = parse.edges(parse.head(token.index).index)
        content = without(parse, left, right, [parse.edges(token.index)])
        return (clause, content, "as-clause") if content else None
    if act is None or (act is Act.ATTITUDE and token.dep == "relcl" and source.tag == "WP"):
        return None
    if beside:
        return act, _quoted(parse, quotes, sentence, (first, last), token), "quote"
    if verb.act("clause", document=document) is None or (token.dep == "relcl" and source.tag in ("WP", "WDT")):
        return None
    content = _rest(parse, period(parse, load_lexicon(), sentence, token.index), token, first, last)
    return (act, content, "interrupted") if content else None


def is_title(parse: Parse, quote: Quote) -> bool:
    """True for the name of a programme or paper in quotation marks after a preposition: 'speaking on "Ruritania Today",'."""
    opens = parse.token_at(quote.span.start)
    return (
        quote.words <= _TITLE and opens is not None and opens.index > 0 and parse.tokens[opens.index - 1].pos == "ADP"
    )


def _follows_as(parse: Parse, token: Token, verb: Verb, *, alone: bool) -> bool:
    """True for "as the ministry announced", and for "as the envoy put it" with no quote beside it."""
    thing = parse.child(token.index, "dobj")
    opens = any(t.lower == "as" for t in parse.children(token.index, "mark"))
    return opens and (thing is None or "addressee" in verb.people or (alone and thing.lower == "it"))


def interrupts(parse: Parse, quotes: Quotes, sentence: Sentence, token: Token, source: Token) -> bool:
    """True where the clause of the cue stands between commas: "It is unclear, the agency added, whether ..."."""
    first, last = _clause_run(parse, quotes, sentence, token, source)
    between = sentence.first < first and last + 1 < sentence.last
    return between and parse.tokens[first - 1].text == "," and parse.tokens[last + 1].text == ","


def _clause_run(parse: Parse, quotes: Quotes, sentence: Sentence, token: Token, source: Token) -> tuple[int, int]:
    """First and last token of the clause of the cue: verb, subject, addressee, adverbials."""
    first = last = token.index
    own = [
        t
        for t in parse.children(token.index)
        if t.dep in _OWN and not (t.dep == "nsubj" and _of_another(parse, t, token, source))
    ]
    if sentence.first <= source.index < sentence.last and parse.head(source.index).index == token.index:
        own.append(source)
    unquoted = [t for t in own if quotes.at(t.start) is None or quotes.at(token.start) is not None]
    left = sorted((t for t in unquoted if t.index < token.index), key=lambda t: -t.index)
    for t in left:
        if t.dep in ("advcl", "ccomp") or (t.dep == "prep" and parse.edges(t.index)[1] < first - 2):
            break
        first = min(first, parse.edges(t.index)[0])
    for t in unquoted:
        if t.index > token.index:
            last = max(last, parse.edges(t.index)[1])
    last = min(last, sentence.last - 1)
    return first, last - (last > token.index and parse.tokens[last].text == ",")


def _of_another(parse: Parse, subject: Token, token: Token, source: Token) -> bool:
    """True for the first of two subjects, that of the content: "The talks, said the envoy, go on", "Ten killed, army says"."""
    parted = token.index < source.index or parse.tokens[parse.edges(source.index)[0] - 1].text == ","
    return subject.index < min(token.index, source.index) and parted


def _quoted(parse: Parse, quotes: Quotes, sentence: Sentence, run: tuple[int, int], token: Token) -> tuple[Span, ...]:
    """The quotes on either side, with the words of the sentence that lead into the one before."""
    first, last = run
    found: list[Span] = []
    before = quotes.before(parse.tokens[first].start)
    if before is not None:
        found.append(before.span)
        opens = parse.token_at(before.span.start)
        if opens is not None and sentence.first < opens.index < min(first, sentence.first + _LEAD):
            found.extend(without(parse, sentence.first, first - 1, ()))
    after = quotes.after(parse.tokens[last].end)
    if after is not None:
        found.append(after.span)
    elif before is not None and last + 1 < sentence.last and parse.tokens[last + 1].text == ",":
        found.extend(_tail(parse, quotes, sentence, token, last))
    return merged(found)


def _tail(parse: Parse, quotes: Quotes, sentence: Sentence, token: Token, last: int) -> tuple[Span, ...]:
    """What follows in the sentence where it holds a quote that no other cue governs: "'A', he said, but 'B'"."""
    stop = min(sentence.last, last + _FAR)
    rest = parse.span(last + 1, stop)
    if not any(q.words > 2 and q.span.start >= rest.start for q in quotes.meeting(rest)):
        return ()
    own = [t for t in parse.tokens[last + 1 : stop] if t.dep in ("nsubj", "advcl") and quotes.at(t.start) is None]
    return () if own else without(parse, last + 1, stop - 1, ())


def _of_whom(parse: Parse, clause: Token) -> bool:
    """True for ", one of whom had seen it" after the cue."""
    return clause.dep == "ccomp" and tells_of_hearer(parse, parse.edges(clause.index)[0], clause.index)


def _goes_on(parse: Parse, clause: Token) -> bool:
    """True for a clause with a subject of its own that says nothing: "A, the agency said, and B is so"."""
    verb = load_lexicon().verb(clause)
    return parse.child(clause.index, "nsubj", "nsubjpass") is not None and (verb is None or not verb.speaks)


def _rest(parse: Parse, part: tuple[int, int], token: Token, first: int, last: int) -> tuple[Span, ...]:
    """The rest of a sentence, or of its part between semicolons, that "he said" ends, or interrupts between commas."""
    low, high = part
    if first <= low or parse.tokens[first - 1].text not in _MARKS:
        return ()
    tail = last + 1
    while tail <= high and parse.tokens[tail].pos == "PUNCT":
        tail += 1
    medial = tail <= high and parse.tokens[last + 1].text == ","
    if tail <= high and not medial:
        return ()
    holes = [(first, last)]
    if medial:
        own = [
            parse.edges(t.index)
            for t in parse.children(token.index)
            if t.index > last
            and (t.dep == "advcl" or (t.dep == "conj" and not _goes_on(parse, t)) or _of_whom(parse, t))
        ]
        holes.extend(own)
    return without(parse, low, high, holes)
