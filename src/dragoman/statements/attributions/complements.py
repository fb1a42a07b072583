"""What a verb governs as the content of its attribution."""

from __future__ import annotations

from calendar import day_abbr, day_name, month_abbr, month_name

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.grammar import antecedent, phrase, tidy
from dragoman.statements.attributions.lexicon import Verb, load_lexicon
from dragoman.statements.attributions.spans import without

Found = tuple[Act, tuple[Span, ...], str]
_NOT_PREPOSITIONS = frozenset({"clause", "quote", "infinitive", "gerund", "object", "person", "addressee", "predicate"})
_FAR = 120
_DAYS = frozenset({name for names in (day_name, day_abbr, month_name, month_abbr) for name in names if name} - {"May"})
_EMPTY = frozenset({"nothing", "none"}) | frozenset(
    {"it", "this", "so", "himself", "herself", "itself", "themselves", "him", "her", "them", "me", "us", "you"}
)


def complement(parse: Parse, token: Token, verb: Verb, *, document: bool) -> Found | None:
    """The content that `token` governs in one of the verb's frames, the fullest first; None without one."""
    for name, find in _FRAMES:
        act = verb.act(name, document=document)
        if act is None:
            continue
        content = find(parse, token, verb)
        if content:
            return act, content, f"verb {name}"
    frames = verb.documents if document else verb.people
    for name, act in frames.items():
        if name not in _NOT_PREPOSITIONS:
            content = _preposition(parse, token, name)
            if content:
                return act, content, f"verb {name}"
    act = verb.act("object", document=document)
    content = _object(parse, token) if act is not None and verb.act("addressee", document=document) is None else ()
    return (act, content, "verb object") if act is not None and content else None


def _run(parse: Parse, first: int, last: int) -> tuple[Span, ...]:
    span = tidy(parse, first, last)
    return (span,) if span is not None else ()


def _to(parse: Parse, clause: Token) -> bool:
    """True for an infinitive with "to"."""
    return (clause.tag == "VB" and any(t.lower == "to" for t in parse.children(clause.index, "aux"))) or any(
        t.lower == "to" for t in parse.children(clause.index, "aux")
    )


def _clause(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    """A finite clause or question to the right of its verb."""
    for clause in parse.children(token.index, "ccomp"):
        if clause.index > token.index and not (_to(parse, clause) and not _asks(parse, clause)):
            first, last = parse.edges(clause.index)
            if tells_of_hearer(parse, first, clause.index) or parse.tokens[max(first, token.index + 1) - 1].text == ";":
                continue
            last = max(_core(parse, clause.index, last), _beyond(parse, token), _bare(parse, token))
            first = max(first, token.index + 1)
            on_day = parse.tokens[first].lower == "on" and first + 1 < last and _is_day(parse.tokens[first + 1])
            return without(parse, first + 2 * on_day, _one_period(parse, first, last), ())
    for clause in parse.children(token.index, "advcl", "acl", "xcomp", "pcomp"):
        if clause.index > token.index and (_whether(parse, clause) or _asks_at_once(parse, token, clause)):
            return without(parse, *parse.edges(clause.index), ())
    return ()


def tells_of_hearer(parse: Parse, first: int, verb: int) -> bool:
    """True for a clause such as ", one of whom had seen the letter", which only adds to what was named before."""
    after_comma = first > 0 and parse.tokens[first - 1].text == ","
    return after_comma and any(t.lower in ("whom", "whose") for t in parse.tokens[first:verb])


def _one_period(parse: Parse, first: int, last: int) -> int:
    """The last token before a semicolon that no "that" follows."""
    for token in parse.tokens[first : min(last, first + _FAR)]:
        if token.text == ";" and parse.tokens[token.index + 1].lower not in ("that", "and"):
            return token.index - 1
    return last


def _core(parse: Parse, first: int, last: int) -> int:
    """The last token of a content before a closing ", which ..." or ", who ...": that is the author's own aside."""
    for token in parse.tokens[first : min(last + 1, first + _FAR)]:
        if token.tag in ("WDT", "WP") and token.lower in ("which", "who") and token.index > first + 1:
            above = next((t for t in parse.ancestors(token.index) if t.dep == "relcl"), None)
            if above is None:
                continue
            left, right = parse.edges(above.index)
            if parse.tokens[left - 1].text in (",", "—", "--") and right >= last - 1 and above.head < left:
                return left - 1
    return last


def _bare(parse: Parse, token: Token) -> int:
    """Last token of bare infinitives that the parse joins to the cue ("demands that X destroy A and name B")."""
    odd = token.tag in ("VBD", "VBZ", "VBG")
    joined = [t for t in parse.children(token.index, "conj") if t.tag == "VB" or (odd and t.tag == "VBP")]
    alone = token.tag not in ("VB", "VBN") and not any(parse.children(t.index, "aux", "nsubj") for t in joined)
    return max((parse.edges(t.index)[1] for t in joined), default=-1) if alone else -1


def _beyond(parse: Parse, token: Token) -> int:
    """Last token of the sentence where the parse hangs the cue under what it governs ("he said A, so B")."""
    head = parse.head(token.index)
    said = (verb := load_lexicon().verb(head)) is not None and verb.speaks
    if said or token.dep != "ccomp" or head.dep != "ROOT":
        return -1
    if head.index > token.index and parse.child(token.index, "nsubj"):
        return parse.edges(head.index)[1]
    return -1


def _whether(parse: Parse, clause: Token) -> bool:
    mark = parse.child(clause.index, "mark")
    return (mark is not None and mark.lower == "whether") or (_to(parse, clause) and _asks(parse, clause))


def _asks_at_once(parse: Parse, token: Token, clause: Token) -> bool:
    """True for a question word right after the verb: "has not said when it would leave"."""
    first = parse.tokens[parse.edges(clause.index)[0]]
    return first.index == token.index + 1 and first.tag == "WRB"


def _asks(parse: Parse, clause: Token) -> bool:
    return any(t.tag in ("WRB", "WP", "WDT") or t.lower == "whether" for t in parse.children(clause.index))


def _infinitive(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    if parse.child(token.index, "dobj") is not None and ("person" in verb.people or token.lemma == "commit"):
        return ()
    for clause in parse.children(token.index, "xcomp", "ccomp"):
        if clause.index > token.index and _to(parse, clause):
            last = max(_end(parse, clause), _bare(parse, token))
            return _run(parse, max(parse.edges(clause.index)[0], token.index + 1), last)
    return ()


def _end(parse: Parse, clause: Token) -> int:
    """Last token of an infinitive clause before a finite verb that the parse joins to it ("urged X to go and offered Y")."""
    for other in parse.children(clause.index, "conj"):
        if other.tag in ("VBD", "VBZ") and parse.child(other.index, "nsubj", "nsubjpass", "auxpass") is None:
            link = parse.child(clause.index, "cc")
            first = parse.edges(other.index)[0]
            return (link.index if link is not None and link.index < first else first) - 1
    return parse.edges(clause.index)[1]


def _person(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    """Someone and what they are to do: "Ruritania to withdraw"."""
    someone = parse.child(token.index, "dobj", "dative")
    for clause in parse.children(token.index, "xcomp", "ccomp", "advcl"):
        if clause.index > token.index and _to(parse, clause):
            own = parse.child(clause.index, "nsubj")
            first = own or someone
            if first is not None:
                return _run(parse, max(parse.edges(first.index)[0], token.index + 1), _end(parse, clause))
    on = next(
        (
            p
            for p in parse.children(token.index, "prep", "prt")
            if p.lower in ("on", "upon", "to", "for", "with") and p.index > token.index
        ),
        None,
    )
    for clause in parse.children(token.index, "xcomp", "advcl"):
        if on is not None and clause.index > on.index and _to(parse, clause):
            return _run(parse, on.index + 1, _end(parse, clause))
    return ()


def _gerund(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    for clause in parse.children(token.index, "xcomp"):
        if clause.index > token.index and clause.tag == "VBG":
            return _run(parse, *parse.edges(clause.index))
    return ()


def _predicate(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    """A thing and what it is called or held to be."""
    name = parse.child(token.index, "oprd")
    thing = parse.child(token.index, "dobj")
    objects = parse.children(token.index, "dobj")
    if name is None and len(objects) == 2 and objects[0].index > token.index:
        return _run(parse, parse.edges(objects[0].index)[0], parse.edges(objects[1].index)[1])
    if name is not None and name.index > token.index:
        first, last = parse.edges(name.index)
        if thing is not None and thing.index > token.index:
            first = min(first, parse.edges(thing.index)[0])
        return _run(parse, first, last)
    for clause in parse.children(token.index, "ccomp"):
        own = parse.child(clause.index, "nsubj")
        if clause.index > token.index and own is not None and clause.pos in ("NOUN", "ADJ", "PROPN"):
            return _run(parse, max(parse.edges(clause.index)[0], token.index + 1), parse.edges(clause.index)[1])
    return ()


def _as(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    thing = parse.child(token.index, "dobj")
    below = parse.children(thing.index, "prep") if thing is not None and thing.pos == "NOUN" else ()
    for way in (*parse.children(token.index, "prep"), *below):
        whole = way.lower == "as" and parse.child(way.index, "pobj", "pcomp", "amod", "advmod", "prep") is not None
        if whole and way.index > token.index and (thing is None or thing.index < way.index):
            first = parse.edges(thing.index)[0] if thing is not None and thing.index > token.index else way.index
            return _run(parse, first, parse.edges(way.index)[1])
    return ()


def _accusation(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    """Someone and what they are blamed or praised for."""
    someone = parse.child(token.index, "dobj")
    for link in parse.children(token.index, "prep"):
        if link.lower in ("of", "for", "over") and someone is not None and someone.index < link.index:
            return _run(parse, parse.edges(someone.index)[0], parse.edges(link.index)[1])
    return ()


def _comparison(parse: Parse, token: Token, verb: Verb) -> tuple[Span, ...]:
    thing = parse.child(token.index, "dobj")
    for link in parse.children(token.index, "prep"):
        if link.lower in ("to", "with") and thing is not None and link.index > thing.index > token.index:
            return _run(parse, parse.edges(thing.index)[0], parse.edges(link.index)[1])
    return ()


def _for_clause(parse: Parse, token: Token) -> tuple[Span, ...]:
    """Someone or something "for" which an infinitive stands: "called for all sanctions to be lifted"."""
    for clause in parse.children(token.index, "advcl", "ccomp", "xcomp"):
        mark = parse.child(clause.index, "mark")
        if mark is not None and mark.lower == "for" and token.index < mark.index <= token.index + 3:
            return _run(parse, mark.index + 1, parse.edges(clause.index)[1])
    return ()


def _preposition(parse: Parse, token: Token, name: str) -> tuple[Span, ...]:
    if name == "for" and (content := _for_clause(parse, token)):
        return content
    for link in parse.children(token.index, "prep", "prt", "advmod"):
        if link.lower != name or link.index < token.index:
            continue
        inner = parse.child(link.index, "pobj", "pcomp")
        if inner is None:
            inner = next((p for p in parse.children(link.index, "prep")), None)
            inner = parse.child(inner.index, "pobj") if inner is not None else None
        if inner is not None and inner.lower not in _EMPTY and not (name == "on" and _is_day(inner)):
            return _run(parse, *parse.edges(inner.index))
    return ()


def _is_day(noun: Token) -> bool:
    """True for a day of the week and a month: "reported on Tuesday" is no report on a matter."""
    return noun.text in _DAYS


def _object(parse: Parse, token: Token) -> tuple[Span, ...]:
    """A noun phrase, or the noun that a relative clause with this verb explains."""
    thing = parse.child(token.index, "dobj")
    if thing is not None and thing.index > token.index:
        return _run(parse, *_with_view(parse, token, thing)) if thing.lower not in _EMPTY else ()
    if token.dep == "relcl":
        noun = antecedent(parse, thing) if thing is not None else parse.head(token.index)
        if noun.pos in ("NOUN", "PROPN") and parse.child(token.index, "nsubj") is not None:
            return (phrase(parse, noun, [token.index]),)
    return ()


def _with_view(parse: Parse, token: Token, thing: Token) -> tuple[int, int]:
    """The noun phrase with the "as" phrase that says how it is seen, or the figure that it is put at."""
    first, last = parse.edges(thing.index)
    last = _core(parse, thing.index, last)
    for way in parse.children(token.index, "prep"):
        links = ("at",) if token.lemma in ("put", "estimate", "value", "price") else ("as",)
        if way.lower in links and way.index > last:
            last = parse.edges(way.index)[1]
    return first, last


_FRAMES = (
    ("clause", _clause),
    ("accusation", _accusation),
    ("person", _person),
    ("infinitive", _infinitive),
    ("gerund", _gerund),
    ("predicate", _predicate),
    ("as", _as),
    ("comparison", _comparison),
)
