"""Short plain-language lines made from a coded statement; they never say more than its record."""

from __future__ import annotations

import re

from dragoman.brief.clauses import clip, onward, own_words, words
from dragoman.domain.predicate import Factuality, Polarity
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Realis, Role, Statement, Strength


def matter(slug: str | None) -> str:
    """A matter's slug as words."""
    return (slug or "").replace("-", " ").replace("_", " ")


def name_of(situation: Situation, role: Role | None) -> str | None:
    """Who a role is: an entity's name, or the text's own words in quotation marks; None where there is no role."""
    if role is None:
        return None
    if role.entity and role.entity in situation.names:
        return situation.names[role.entity]
    return f"\u201c{clip(role.text, 60)}\u201d"


def known(role: Role | None) -> bool:
    """True where it is known whom a role stands for."""
    return role is not None and role.entity is not None


def headline(situation: Situation, name: str, *, under: str | None = None, among: tuple[str, ...] = ()) -> str:
    """A line for the statement with global id `name`; `among` are those that a conjunction made with it.

    Under a heading that names entity `under` the line starts at what is done or wanted, unless somebody else did it for
    that entity ("Russia": "Vladimir Putin offers ...").
    """
    statement = situation.statements[name]
    whole = situation.reports[situation.report_of[name]].text
    family = [statement, *(situation.statements[s] for s in among if s != name)]
    actors = _names(situation, [s.actor for s in family])
    others = [n for n in _names(situation, [s.recipient for s in family]) if n not in actors]
    text = None
    if not _denied_elsewhere(statement, whole):
        text = own_words(family, whole) or _tell(situation, statement, whole, _listed(others))
    if text is None:
        return f"\u201c{clip(statement.quote, 180)}\u201d"
    subject = _listed(actors)
    if under is not None and _stands_for(statement.actor, under):
        return text
    if subject and statement.kind is not Kind.AGREEMENT:
        text = f"{subject} {text}"
    return text[0].upper() + text[1:]


def _denied_elsewhere(s: Statement, whole: str) -> bool:
    """True where a negating word bears on the statement and its polarity does not show it: only the quote will do."""
    nots = words()["names"]["nots"]
    return s.polarity is Polarity.POSITIVE and s.type != "refuse" and any(h.of(whole).lower() in nots for h in s.hedges)


def _names(situation: Situation, roles: list[Role | None]) -> list[str]:
    return list(dict.fromkeys(n for n in (name_of(situation, r) for r in roles) if n))


def _listed(names: list[str]) -> str | None:
    """ "A, B and C"; None for nobody."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or None


def _stands_for(role: Role | None, entity: str) -> bool:
    """True where the role is the entity itself, its state, or a pronoun for it."""
    return role is None or role.entity in (None, entity, role.side) or len(role.entity or "") == len("RUS")


def telling(s: Statement) -> bool:
    """True where the object says something: more than a pronoun or a question word."""
    return s.object is not None and s.object.text.lower().strip() not in words()["names"]["empty"]


def doubts(statement: Statement) -> tuple[str, ...]:
    """What keeps a statement from being plain fact: grade, realis, a condition."""
    found = []
    if statement.realis in (Realis.CONDITIONAL, Realis.PREDICTED) or (
        statement.kind is Kind.EVENT and statement.realis is not Realis.ACTUAL
    ):
        found.append(words()["realis"][str(statement.realis)])
    if statement.factuality is Factuality.UNCOMMITTED:
        found.append("not vouched for")
    elif statement.factuality is not Factuality.CERTAIN:
        found.append(str(statement.factuality))
    if statement.condition:
        found.append("on a condition")
    return tuple(dict.fromkeys(found))


def _tell(situation: Situation, s: Statement, whole: str, other: str | None) -> str | None:
    match s.kind:
        case Kind.EVENT:
            return _event(s, whole, other)
        case Kind.STANCE:
            return _stance(s, whole, other)
        case Kind.TIE:
            return _tie(s, other)
        case Kind.AGREEMENT:
            return _agreement(situation, s)
        case Kind.JUDGEMENT:
            return None


def _event(s: Statement, whole: str, other: str | None) -> str | None:
    form = words()["event"].get(s.type)
    about = _about(s, whole)
    if form is None or not (other or about):
        return None
    negative = s.polarity is Polarity.NEGATIVE
    if s.realis is Realis.ACTUAL:
        verb = f"did not {form['base']}" if negative else form["past"]
    elif s.realis is Realis.CONDITIONAL:
        verb = f"would {'not ' if negative else ''}{form['base']}"
    else:
        verb = f"{'not ' if negative else ''}to {form['base']}"
    if s.actor is None:
        verb = f"someone {verb}"
    return _join(verb, f"{form['to']} {other}".strip() if other else "", about)


def _stance(s: Statement, whole: str, other: str | None) -> str | None:
    invites = s.type == "demand" and s.matter == "visit" and s.object and s.object.text.startswith("to ")
    form = words()["invitation"] if invites else words()["stance"].get(s.type)
    about = _about(s, whole) or (f"({matter(s.matter)})" if s.matter else "")
    if form is None or s.actor is None or not about:
        return None
    verb = "hopes" if s.strength is Strength.HOPE and s.type == "want" else form["now"]
    if s.polarity is Polarity.NEGATIVE:
        verb = f"does not {'hope' if verb == 'hopes' else form['base']}"
    party = f"{form['of']} {other}".strip() if other and not _inside(s.recipient, s) else ""
    if invites and other:
        return f"{verb} {other} {about}"
    infinitive = _infinitive(s, whole)
    if infinitive:
        return f"{verb} to {infinitive}" if not party else f"{verb} {party}: to {infinitive}"
    if verb.endswith(("hopes", "hope")):
        verb += " for"
    if s.object and telling(s) and not party and _noun_phrase(s.object.text):
        return f"{verb} {onward(s, whole)}"
    return _join(verb, party, about)


def _tie(s: Statement, other: str | None) -> str | None:
    form = words()["tie"].get(s.type)
    if form is None or s.actor is None or (other is None and s.object is None):
        return None
    verb = f"does not {form['base']}" if s.polarity is Polarity.NEGATIVE else form["now"]
    thing = clip(s.object.text) if s.object else ""
    if other is None:
        return f"{verb} {thing}"
    return _join(verb, other, thing)


def _agreement(situation: Situation, s: Statement) -> str | None:
    parties = [n for n in (name_of(situation, s.actor), name_of(situation, s.recipient)) if n]
    thing = clip(s.object.text, 80) if s.object else f"Agreement ({matter(s.matter)})" if s.matter else "Agreement"
    if not parties and thing == "Agreement":
        return None
    named = f"{thing}, {' and '.join(parties)}" if parties else thing
    return f"{named}: {'not ' if s.polarity is Polarity.NEGATIVE else ''}{matter(s.type)}"


def _join(verb: str, party: str, about: str) -> str:
    head = f"{verb} {party}".strip()
    return f"{head}: {about}" if about else head


def _about(s: Statement, whole: str) -> str:
    """The object, else the matter in brackets."""
    if s.object and telling(s) and not (s.recipient and s.object.span == s.recipient.span):
        return onward(s, whole)
    if s.recipient:
        return ""
    return f"({matter(s.matter)})" if s.matter else ""


def _inside(role: Role | None, s: Statement) -> bool:
    """True where the role stands within the object, so that the line names it anyway."""
    return bool(role and s.object and s.object.span.holds(role.span))


def _infinitive(s: Statement, whole: str) -> str | None:
    """The object where it is an infinitive: "to" alone stands between it and the trigger, or opens it."""
    if s.object is None:
        return None
    opens = re.match(r"to\s+(?=\w)", s.object.text)
    if opens:
        rest = s.object.text[opens.end() :]
    elif s.trigger and _between(s.trigger.span.end, s.object.span.start, s.recipient, whole) == "to":
        rest = s.object.text
    else:
        return None
    if _noun_phrase(rest):
        return None
    return onward(s, whole).removeprefix("to ")


def _between(start: int, end: int, role: Role | None, whole: str) -> str:
    """The words from `start` to `end`, those of the role left out."""
    if role and start <= role.span.start and role.span.end <= end:
        return f"{whole[start : role.span.start]}{whole[role.span.end : end]}".strip()
    return whole[start:end].strip()


def _noun_phrase(text: str) -> bool:
    first = text.split()[0] if text.split() else ""
    return (
        first.lower() in words()["names"]["openers"] or first[:1].isupper() or first[:1].isdigit() or first[:1] in "$€£"
    )
