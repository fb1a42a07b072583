"""What the time of a clause, and the tense that its verb stands in, say of a statement: to come, past, or a last day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.domain.parse import Parse, Token
from dragoman.domain.predicate import Factuality
from dragoman.domain.statement import AgreementStatus, Kind, Realis, Statement
from dragoman.domain.time import TimeExpression
from dragoman.statements.coding.arguments import is_verb
from dragoman.statements.coding.slots import Site
from dragoman.statements.coding.speech import saying

ONCE = frozenset({"once", "formerly", "previously", "then"})
FORMER = frozenset({"former", "ex", "onetime", "late", "erstwhile"})
OFFICE = re.compile(
    r"\b(?i:during|under|in|throughout) (?:the |his |her |its |[A-Z]\w+ )*(?:\w+ ){0,2}"
    r"(?:administration|presidency|era|reign|tenure|term|war|regime|dictatorship)\b"
)
_STILL = frozenset({"still", "now", "today", "since"})


def timed(statement: Statement, site: Site, when: TimeExpression | None, published: date | None) -> Statement:
    """The statement with its time: an agreement's last day is its deadline, and what a present tense sets for a later
    day is predicted."""
    if statement.type == AgreementStatus.IN_FORCE and ("expire" in statement.why or " run" in statement.why):
        return replace(statement, time=None, deadline=when)
    statement = replace(statement, time=when, past=_past(statement, site))
    if statement.kind is Kind.EVENT and statement.realis is Realis.ACTUAL and _set_for_later(site, when, published):
        order = tuple(Factuality)
        least = Factuality.PROBABLE
        return replace(
            statement,
            realis=Realis.PREDICTED,
            factuality=max(statement.factuality, least, key=order.index),
            author_factuality=max(statement.author_factuality, least, key=order.index),
        )
    return statement


def _set_for_later(site: Site, when: TimeExpression | None, published: date | None) -> bool:
    """`the leaders meet in August`, `is visiting next week`."""
    if published is None or when is None or when.earliest is None or when.earliest <= published:
        return False
    verb = site.parse.tokens[site.clause]
    helpers = {t.tag for t in site.parse.children(verb.index, "aux", "auxpass")}
    present = verb.tag in ("VBZ", "VBP") or (verb.tag in ("VBG", "VBN") and helpers <= {"VBZ", "VBP"} and helpers)
    perfect = any(t.lower in ("has", "have", "'ve") for t in site.parse.children(verb.index, "aux"))
    return is_verb(verb) and bool(present) and not perfect


def _past(statement: Statement, site: Site) -> bool:
    """Is it a tie that the text tells as one of the past, and not merely in a report's past tense?"""
    if statement.kind is not Kind.TIE or (site.pos == "n" and site.carrier is None):
        return False
    parse, verb = site.parse, site.parse.tokens[site.clause]
    below = {t.lower for t in parse.children(verb.index, "advmod")}
    if below & ONCE:
        return True
    helpers = {t.lower for t in parse.children(verb.index, "aux", "auxpass")}
    finite = verb.tag == "VBD" or bool(helpers & {"was", "were", "had", "did"})
    if not finite or below & _STILL or helpers & {"has", "have", "'ve"}:
        return False
    if any(t.lower == "used" for t in (verb, parse.head(verb.index))) or OFFICE.search(statement.quote):
        return True
    return statement.actor is not None and verb.dep == "relcl" and _former(parse, verb) and not _backshifted(site)


def _former(parse: Parse, verb: Token) -> bool:
    """`the former envoy, who led the talks`."""
    noun = parse.tokens[verb.head]
    first, last = parse.edges(noun.index)
    return any(t.lower in FORMER for t in parse.tokens[first : min(last, verb.index)])


def _backshifted(site: Site) -> bool:
    """Is it in what somebody said, whose tense follows the saying?"""
    verb = saying(site.parse, site.clause)
    return verb is not None and site.parse.tokens[verb].tag in ("VBD", "VBN")
