"""Words of a report put into a line: cut to size, read on to the end of their clause."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.domain.predicate import Polarity
from dragoman.domain.statement import Kind, Realis, Statement
from dragoman.domain.text import Span

_LINK = re.compile(r"\[([^\]\[]*)\]\([^()\s]*\)")
_STOP = re.compile(
    r"(?:(?!\s(?:but|while|although|though|because|since|as|when|if|unless|until|after|before|said|says|according|which|who)\b)"
    r"[^.,;:!?()\[\]\u2013\u2014\"\u201c\u201d\n]|\.(?=\d))+(?=[.,;:!?()\u2013\u2014\"\u201d\s]|$)"
)
"""What an object may be read on with: words up to a stop or a word that opens another clause."""
_DANGLING = re.compile(r"(?:\s+(?:in|on|at|by|since|until|for|from|during|of|the|early|late|to|last|a|an|and|or))*\s*$")
_LAPSE = re.compile(
    r"(?:\s+(?:[\d.,]+|an?|the|just|only|some|about|few|several|many|two|three|four|five|six|seven|eight|nine|ten|shortly|soon))*"
    r"(?:\s+(?:minutes?|hours?|days?|weeks?|months?|years?))?\s*$"
)
"""What stands before "after" or "before" and belongs to it: "two months", "shortly"."""
_HENCE = re.compile(r"\s*(?:after|before|since)\b")
_APPOSED = re.compile(r"^\s*,[^.;:!?,\n\u201c\u201d\"]{1,80},(?=\s)")
FURTHER = 60
"""The most code points that it is read on by."""
LONGEST = 120
"""The most code points of the object that a line shows."""


@cache
def words() -> dict[str, Any]:
    """The wording file."""
    return tomllib.loads((files("dragoman.brief") / "data" / "wording.toml").read_text(encoding="utf-8"))


def clip(text: str, most: int = LONGEST) -> str:
    """`text` on one line without links' markup, cut at a word with an ellipsis where it is longer than `most`."""
    text = " ".join(_LINK.sub(r"\1", text).split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:-\u2013\u2014") + "\u2026"


def own_words(family: list[Statement], whole: str) -> str | None:
    """The report's own words from the verb on, where an accomplished act is told in the active past.

    None for anything else. Whoever of the family stands next to the verb shows that it is theirs.
    """
    s = family[0]
    if s.kind is not Kind.EVENT or s.realis is not Realis.ACTUAL or s.polarity is Polarity.NEGATIVE or not s.trigger:
        return None
    verb, start = s.trigger.text.lower(), s.trigger.span.start
    past = (verb.endswith("ed") and verb.isalpha()) or verb in words()["verbs"]["past"]
    near = [f.actor for f in family if f.actor and f.actor.span.end <= start]
    if not past or not any(_adjoins(whole[r.span.end : start]) for r in near):
        return None
    after = [r.span.end for f in family for r in (f.object, f.recipient) if r and r.span.start >= s.trigger.span.end]
    return clip(_untimed(s, whole, Span(start, _reach(s, whole, max([s.trigger.span.end, *after])))))


def _adjoins(between: str) -> bool:
    """True where nothing but an apposition, auxiliaries and adverbs stands between an actor and its verb."""
    allowed = words()["verbs"]["between"]
    between = _APPOSED.sub("", between, count=1)
    return all(w in allowed or (w.endswith("ly") and len(w) > 4) for w in between.lower().split())


def onward(s: Statement, whole: str) -> str:
    """The object read on to the next stop of its clause, so that a line does not break off at "both the naval".

    It ends before the recipient, whom a line names elsewhere.
    """
    assert s.object
    start, end = s.object.span.start, s.object.span.end
    reach = _reach(s, whole, end)
    if s.recipient and end <= s.recipient.span.start < reach:
        reach = end + len(_DANGLING.sub("", whole[end : s.recipient.span.start]))
    return clip(_untimed(s, whole, Span(start, reach)))


def _reach(s: Statement, whole: str, end: int) -> int:
    """Where words that end at `end` may be read on to: the next stop, before another clause.

    `end` itself where an actor or a trigger follows, or where there is no stop near.
    """
    following = _STOP.match(whole, end)
    reach = following.end() if following else end
    others = [r.span.start for r in (s.actor, s.trigger) if r and r.span.start >= end]
    if any(o < reach for o in others) or reach - end > FURTHER:
        return end
    more = whole[end:reach]
    if _HENCE.match(whole, reach):
        more = _LAPSE.sub("", more)
    return end + len(_DANGLING.sub("", more))


def _untimed(s: Statement, whole: str, span: Span) -> str:
    """The words at `span` without the statement's time, which a line tells by its day."""
    time = s.time.span if s.time else span
    if not (span.start < time.start and time.end <= span.end):
        return span.of(whole)
    return _DANGLING.sub("", whole[span.start : time.start]) + whole[time.end : span.end]
