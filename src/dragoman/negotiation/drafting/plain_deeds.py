"""Deeds that the tables do not name: a verb with its object, a thing to give, a passive; told in their own words."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.negotiation.drafting.lexicon import IRREGULAR, Word, lexicon, root, words
from dragoman.negotiation.drafting.phrases import OWNED, Deed, first_clause


def general_deed(text: str, *, clause: bool = False) -> Deed | None:
    """A deed that the tables do not name: a verb that says what can be done, with the head of its object.

    With `clause` the text is known to begin with its verb, and any verb will do that is not idle.
    """
    found = words(text)
    found = found[: first_clause(found)]
    turned = False
    for k, word in enumerate(found[:4]):
        if word.text in ("not", "never"):
            turned = not turned
        after = found[k + 1].text if k + 1 < len(found) else ""
        if clause and (word.text in _BEFORE or word.text.endswith("ly")):
            continue
        if clause and word.root in lexicon().idle:
            return None
        if not clause and (
            word.root not in lexicon().general or (word.text in lexicon().narrow and after not in OWNED)
        ):
            continue
        if k and word.text.endswith("ed") and found[k - 1].text in OWNED:
            continue
        head = _head(found, k + 2 if after in _PARTICLES else k + 1)
        if head is not None and head.root in lexicon().empty:
            return None
        if head is None and (not clause or word.root not in lexicon().alone):
            return None
        last = _last(text, found, k)
        thing, at = (head.root, head.start) if head is not None else ("", last.end)
        said = re.sub(r"\bnothing\b", "anything", _mended(text[word.start : last.end], word))
        return Deed(word.root, thing, not turned, "", word.start, last.end, at, known=False, said=said)
    return None


def given(text: str, act: str) -> Deed | None:
    """A deed on a thing that is only named ("a seat on the board"): to give it, or whatever `act` is."""
    found = words(text)
    found = found[: first_clause(found)]
    head = _head(found, 0)
    if head is None or head.root in lexicon().empty or head.root in _VAGUE:
        return None
    last = _last(text, found, 0)
    verb = lexicon().nominal.get(head.text)
    at = found.index(head)
    if verb is not None and at + 2 < len(found) and found[at + 1].text == "of":
        rest, inner = text[found[at + 1].end : last.end].strip(), _head(found, at + 2)
        if rest and inner is not None:
            return Deed(
                root(verb), inner.root, True, "", found[0].start, last.end, inner.start, False, f"{verb} {rest}"
            )
    thing = text[found[0].start : last.end]
    thing = thing[0].lower() + thing[1:] if found[0].text in _SMALL else thing
    said = f"{'hold' if act == 'give' and head.text in lexicon().held else act} {thing}".strip()
    return Deed(act, head.root, True, "", found[0].start, last.end, head.start, known=False, said=said)


def of_a_deed(text: str) -> bool:
    """Whether a phrase names a deed by its noun ("the sale of the pipeline")."""
    found = words(text)
    return any(a.text in lexicon().nominal and b.text == "of" for a, b in pairwise(found[:5]))


def allowed(text: str, start: int, end: int) -> Deed | None:
    """What somebody says may be done: to let it be ("a radar could stay"). `start` and `end` bound the auxiliary."""
    who, what = text[:start].strip(), words(text[end:])
    who = re.sub(r"^that\s+", "", who)
    heads = [w for w in words(who) if w.text not in _SMALL]
    if not heads or not what or what[0].root in lexicon().idle:
        return None
    who = who[0].lower() + who[1:] if words(who)[0].text in _SMALL else who
    last = _last(text[end:], what, 0)
    said = f"let {who} {text[end:][what[0].start : last.end]}"
    return Deed("let", heads[-1].root, True, "", 0, end + last.end, heads[-1].start, known=False, said=said)


def passive(text: str) -> Deed | None:
    """A deed told of what it is done to ("the villages were paid for"): the verb, and the noun before it."""
    found = words(text)
    for k, word in enumerate(found[1:9], 1):
        copula = next((c for c in range(k - 1, max(-1, k - 3), -1) if found[c].text not in _DENIED), k - 1)
        participle = word.text in IRREGULAR or word.text.endswith(("ed", "en"))
        if found[copula].text not in _COPULAS or not participle:
            continue
        before = [
            w for w in found[:copula] if w.text not in _SMALL | _PREPOSITIONS and w.text not in ("not", "never", "all")
        ]
        if not before or word.root in lexicon().idle or before[-1].root in lexicon().empty:
            return None
        turned = any(w.text in ("not", "never", "no") for w in found[:k])
        end = found[k + 1] if k + 1 < len(found) and found[k + 1].text in ("for", "off", "out", "up", "over") else word
        first = next((w for w in found if w.text not in _LEADING), found[0])
        thing = text[first.start : before[-1].end]
        said = f"{_bare(word.text)} {end.text + ' ' if end is not word else ''}{thing}"
        return Deed(word.root, before[-1].root, not turned, "", found[0].start, end.end, before[-1].start, False, said)
    return None


def _last(text: str, found: tuple[Word, ...], first: int) -> Word:
    """The last word of a deed's own words: up to a comma, twelve words at most, no loose small word at the end."""
    end = first
    for k in range(first + 1, min(len(found), first + 12)):
        if any(c in text[found[k - 1].end : found[k].start] for c in ",;:()\u2013\u2014"):
            break
        end = k
    while end > first and found[end].text in lexicon().loose:
        end -= 1
    return found[end]


def _mended(said: str, verb: Word) -> str:
    """The words with the verb in its bare form ("handing over the colonel" is "hand over the colonel")."""
    return _bare(verb.text) + said[len(verb.text) :] if verb.text.endswith("ing") else said


def _bare(verb: str) -> str:
    """The bare form of a participle ("handing", "signed", "written")."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if not verb.endswith(("ing", "ed")):
        return verb
    stem = verb[:-3] if verb.endswith("ing") else verb[:-2]
    if stem[-1:] == stem[-2:-1] and stem[-1] not in "lsz":
        stem = stem[:-1]
    elif f"{stem}e" in lexicon().general_words or (stem not in lexicon().general_words and stem[-1] in "vcuz"):
        stem += "e"
    return stem


_BEFORE = frozenset(
    ["not", "never", "to", "also", "first", "then", "still", "even", "rather", "instead", "again", "soon"]
)
_PARTICLES = frozenset(["over", "off", "out", "up", "back", "down", "away", "in", "on", "aside"])
_LEADING = frozenset(["that", "for", "if", "unless", "provided", "once", "until", "and", "first"])
_DENIED = frozenset(["not", "never", "first", "then", "also", "fully"])
_COPULAS = frozenset(["is", "are", "was", "were", "be", "been", "being", "gets", "get"])
_VAGUE = frozenset(
    root(w)
    for w in (
        {
            "it",
            "that",
            "this",
            "nothing",
            "something",
            "more",
            "less",
            "change",
            "way",
            "end",
            "solution",
            "term",
            "side",
        }
        | {"part", "year", "month", "week", "day", "time", "means", "measure", "step", "action", "option", "lot"}
    )
)


def _head(found: tuple[Word, ...], first: int) -> Word | None:
    """The last word of the first run of words without a preposition."""
    head = None
    for word in found[first : first + 6]:
        if word.text in _PREPOSITIONS:
            break
        if word.text not in _SMALL:
            head = word
    return head


_PREPOSITIONS = frozenset(
    [
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "against",
        "by",
        "about",
        "over",
        "into",
        "under",
        "within",
        "between",
        "through",
    ]
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "this",
        "that",
        "these",
        "those",
        "it",
        "them",
        "him",
        "to",
        "be",
        "back",
        "out",
        "up",
        "down",
    ]
)
