"""The clauses of a report that stand for themselves: main clauses, and what is said in so many words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.domain.attribution import Act, Attribution
from dragoman.domain.parse import Parse, Sentence, Token
from dragoman.domain.report import BlockKind
from dragoman.statements.attributions import chain
from dragoman.statements.coding.arguments import FINITE, is_verb, surface_subject
from dragoman.statements.coding.lemmas import lemma_of
from dragoman.statements.context import Context
from dragoman.statements.told.lexicon import is_a

ENDS = frozenset({".", "!", '"', "\u201d", "''", ";"})
HANGING = frozenset(
    {"if", "unless", "because", "when", "while", "although", "though", "until", "whether", "lest", "once"}
)
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause by the token of its verb, the head of its subject, and the attribution over it, None where none.

    `predicate` is the verb that tells: `head`, or what is to be done (`is to close`, `is going to close`). `whole` is True
    where the sentence ends as one. `aside` is True of a relative clause between commas, which the author tells by the way.
    """

    head: int
    predicate: int
    subject: int
    attribution: Attribution | None
    whole: bool = True
    aside: bool = False


def clauses(context: Context, attributions: Sequence[Attribution]) -> Iterator[Clause]:
    """The finite main clauses of the body and those that somebody is said to say, in text order.

    Left out: what carries an attribution ("he said"), what stands under an attitude, subordinate clauses, questions.
    """
    parse = context.parse
    by_id = {a.id: a for a in attributions}
    cues, tops = _cues(parse, attributions), _tops(parse, attributions)
    for sentence in context.body():
        if parse.tokens[sentence.last - 1].text in ("?", ":"):
            continue
        head = sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
        whole = any(t.text in ENDS for t in parse.tokens[max(sentence.first, sentence.last - 3) : sentence.last])
        for token in parse.tokens[sentence.first : sentence.last]:
            if not _finite(parse, token) or token.index in cues:
                continue
            aside = not _main(parse, token, tops)
            if aside and not _aside(parse, token):
                continue
            subject = surface_subject(parse, token.index)
            if subject is None or not sentence.first <= subject < sentence.last:
                continue
            name, _ = chain(attributions, token.index, context)
            if aside and name is not None:
                continue
            if name is None or spoken(by_id[name], by_id):
                over = by_id[name] if name is not None else None
                if _explains(parse, sentence, token) if over is None else _unsaid(parse, over):
                    continue
                stands = whole or (head and _bears(token))
                yield Clause(token.index, _predicate(parse, token), subject, over, stands, aside)


def _aside(parse: Parse, token: Token) -> bool:
    """Is it a relative clause behind a comma (`the ship, which left Strelsau on May 3`), on its own subject?"""
    own = parse.child(token.index, "nsubj", "nsubjpass")
    if token.dep != "relcl" or own is None or own.lower not in ("who", "which") or own.index < 2:
        return False
    return parse.tokens[own.index - 1].text == "," and parse.tokens[own.index - 2].index >= token.head


def _bears(token: Token) -> bool:
    """Is it a verb that makes a headline tell, though no full stop ends it?"""
    return is_a(token, "happening") or is_a(token, "headline") or is_a(token, "headline-active")


def _cues(parse: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The verbs that carry what is said or thought.

    Agreeing to do something is an act of its own, and so may be a verb with no more than a thing below it in what another
    says (`put 250 million on the table`).
    """
    found: set[int] = set()
    acts: set[int] = set()
    for a in attributions:
        verbs = [t.index for t in parse.tokens_in(a.cue) if is_verb(t)] if a.cue is not None else []
        verbs += [a.cue_head] if a.cue_head is not None else []
        thing = (
            a.within is not None
            and a.act is Act.SPEECH
            and not any(is_verb(t) for span in a.content for t in parse.tokens_in(span))
        )
        agreed = any(lemma_of(parse.tokens[i]) == "agree" and parse.child(i, "xcomp") is not None for i in verbs)
        awaited = a.act is Act.ATTITUDE and any(
            lemma_of(parse.tokens[i]) == "expect" and parse.child(i, "dobj") is not None for i in verbs
        )
        (acts if thing or agreed or awaited else found).update(verbs)
    return frozenset(found - acts)


def _tops(parse: Parse, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The words that govern the contents of attributions, unless a conjunction makes them depend on something else."""
    found: set[int] = set()
    for a in attributions:
        for span in a.content if a.act is Act.SPEECH else ():
            inside = parse.tokens_in(span)
            numbers = {t.index for t in inside}
            tops = (t for t in inside if is_verb(t) and (t.head not in numbers or t.head == t.index))
            found.update(t.index for t in tops if t.dep != "relcl" or _carries(parse, t, a.cue_head))
    return frozenset(i for i in found if not any(t.lower in HANGING for t in parse.children(i, "mark", "advmod")))


def _finite(parse: Parse, token: Token) -> bool:
    if not is_verb(token) or token.dep in ("aux", "auxpass"):
        return False
    helping = parse.children(token.index, "aux", "auxpass")
    if token.tag in FINITE or any(t.tag in (*FINITE, "MD") for t in helping):
        return True
    own = parse.child(token.index, "nsubj")
    return (
        token.tag == "VBN" and not helping and own is not None and own.index < token.index
    )  # `brought` taken for a participle


def _predicate(parse: Parse, head: Token) -> int:
    """What is to be done, of a clause on `is to` or `is going to`."""
    if lemma_of(head) == "be" or (lemma_of(head) == "go" and head.tag == "VBG"):
        for t in parse.children(head.index, "xcomp"):
            if t.index > head.index and any(a.tag == "TO" for a in parse.children(t.index, "aux")):
                return t.index
    return head.index


def _explains(parse: Parse, sentence: Sentence, token: Token) -> bool:
    """Does it stand behind a colon that another clause leads up to (`they had one answer: the war was lost`)?"""
    before = parse.tokens[sentence.first : token.index]
    colon = next((i for i, t in enumerate(before) if t.text == ":"), 0)
    return any(is_verb(t) for t in before[:colon])


def _unsaid(parse: Parse, over: Attribution) -> bool:
    """Is it only what somebody may say, or does not (`critics will object that ...`)?"""
    if over.cue_head is None or not is_verb(parse.tokens[over.cue_head]):
        return False
    if not is_a(parse.tokens[over.cue_head], "telling"):
        return False
    below = parse.children(over.cue_head)
    if any(t.lower in ("only", "but") for t in below):
        return False
    return any((t.dep == "aux" and t.tag == "MD") or t.dep == "neg" for t in below)


def _carries(parse: Parse, clause: Token, cue: int | None) -> bool:
    """Does a relative clause hold the cue of its own attribution (`which, by its own account, holds ...`)?"""
    first, last = parse.edges(clause.index)
    return cue is not None and (first <= cue <= last or clause.head == cue)


def _main(parse: Parse, token: Token, tops: frozenset[int]) -> bool:
    """Does nothing but conjunction lie between the clause and the sentence, or what somebody says?"""
    for _ in range(_DEEP):
        above = parse.head(token.index)
        if token.index in tops:
            return True
        if above.index == token.index:
            return not any(
                t.lower in HANGING and (t.dep == "mark" or t.tag == "WRB") for t in parse.children(token.index)
            )
        joined = token.dep == "conj" and is_verb(above)
        before = token.dep == "ccomp" and token.index < above.index
        if not (joined or before or token.dep == "parataxis"):
            return False
        token = above
    return False


def spoken(attribution: Attribution, by_id: Mapping[str, Attribution]) -> bool:
    """Is it said by somebody, and that by nobody who only thinks it?"""
    one: Attribution | None = attribution
    while one is not None:
        if one.act is not Act.SPEECH:
            return False
        one = by_id.get(one.within) if one.within is not None else None
    return True
