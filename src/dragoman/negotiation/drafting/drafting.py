"""A graph model drafted from a situation, with a quote under every input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dragoman.domain.draft import Draft, ThirdParty
from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Option, Preferences, Statement, Ties, Variant
from dragoman.domain.situation import Situation
from dragoman.negotiation.drafting.candidates import Candidate, candidates
from dragoman.negotiation.drafting.choosing import MOST_OPTIONS, choose
from dragoman.negotiation.drafting.evidence import evidence_of
from dragoman.negotiation.drafting.finding import Finding, Key, Says
from dragoman.negotiation.drafting.findings import findings
from dragoman.negotiation.drafting.naming import act_in_words, ids_of, text_of, wish_in_words
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.preferring import Liking, Wish, liking
from dragoman.negotiation.drafting.standing import exclusive, moves_of, state_of
from dragoman.ports import Directory

_TRIES = 40


def draft(
    situation: Situation, directory: Directory, *, matters: Sequence[str] = (), options: int = MOST_OPTIONS
) -> Draft:
    """The model that the statements give as of the situation's day (left out: the last report's), or why there is none.

    `matters` asks for options on those alone; `options` is the most there may be. Linear in statements, but for the
    sentences around them.
    """
    day = (
        situation.as_of
        or situation.known_by
        or max((r.published for r in situation.reports.values() if r.published), default=None)
    )
    parties = Parties(situation, directory, day)
    found = findings(situation, parties)
    pool = candidates(found, situation, parties, day)
    choice = choose(pool, matters=matters, most=options)
    until = None
    if choice.reasons and day is not None:
        for last in _days_of_bargaining(found, day):
            older = candidates(found, situation, parties, last)
            again = choose(older, matters=matters, most=options)
            if not again.reasons:
                pool, choice, until = older, again, last
                break
    if choice.reasons:
        missing = _missing(situation, found)
        return Draft(None, (*choice.reasons, *missing), matters=choice.matters, as_of=day)
    chosen = choice.chosen
    names = ids_of(chosen, directory)
    makers = tuple(dict.fromkeys(c.key.owner for c in chosen))
    likings = {m: liking(m, chosen, names, situation, parties, day) for m in makers}
    third = _third(found, pool, makers, parties)
    gaps = (*_since(until), *_gaps(chosen, likings, names, parties, found))
    model = GraphModel(
        name=_name(makers, parties, day),
        options=tuple(_option(c, names, parties, situation) for c in chosen),
        decision_makers=tuple(_maker(m, likings[m], parties, situation) for m in makers),
        infeasible=tuple(
            Statement(e, note="two levels of one thing cannot be at once")
            for e in exclusive(chosen, list(names.values()))
        ),
        status_quo="".join("Y" if state_of(c)[0] else "N" for c in chosen),
        extra={
            "as_of": day.isoformat() if day else "",
            **({"bargaining_until": until.isoformat()} if until else {}),
            "third_parties": [{"entity": t.entity, "name": t.name, "wants": list(t.wants)} for t in third],
            "gaps": list(gaps),
            "left_out": [text_of(c, parties, owner=True) for c in choice.left_out],
        },
    )
    return Draft(model, (), gaps, third, choice.matters, day)


def _days_of_bargaining(found: Sequence[Finding], day: date) -> list[date]:
    """The days up to `day` on which somebody wants, offers, refuses or threatens something, the last first."""
    return sorted({f.day for f in found if f.by is not None and f.day is not None and f.day <= day}, reverse=True)[
        :_TRIES
    ]


def _since(until: date | None) -> tuple[str, ...]:
    """What is taken to stand where nothing has been asked for long."""
    if until is None:
        return ()
    return (
        f"Nobody is told to bargain after {until}: what was wanted, offered and refused by then is taken to stand.",
    )


def gaps_of(model: GraphModel) -> tuple[str, ...]:
    """What a drafted model says that the reports leave open."""
    gaps = model.extra.get("gaps")
    return tuple(str(gap) for gap in gaps) if isinstance(gaps, list | tuple) else ()


def _name(makers: Sequence[str], parties: Parties, day: date | None) -> str:
    names = [parties.name(m) for m in makers]
    joined = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{joined}, as of {day}" if day else joined


def _option(candidate: Candidate, names: Mapping[Key, str], parties: Parties, situation: Situation) -> Option:
    now, saying, why = state_of(candidate)
    extra: dict[str, object] = {
        "entity": candidate.key.owner,
        "matter": candidate.key.thing,
        "possible": candidate.possible,
        "status_quo_because": why,
        "status_quo_evidence": list(evidence_of(situation, saying)),
    }
    if candidate.key.level:
        extra["level"] = candidate.key.level
    return Option(
        id=names[candidate.key],
        owner=candidate.key.owner,
        text=text_of(candidate, parties),
        moves=moves_of(candidate, now),
        evidence=evidence_of(situation, (*candidate.findings, *candidate.beside)),
        extra=extra,
    )


def _maker(maker: str, found: Liking, parties: Parties, situation: Situation) -> DecisionMaker:
    main = Preferences(Form.PRIORITISED, statements=tuple(_statement(w, situation) for w in found.wishes))
    variants = tuple(
        Variant(
            reading.weight,
            Preferences(Form.PRIORITISED, statements=tuple(_statement(w, situation) for w in reading.wishes)),
            extra={"note": reading.note},
        )
        for reading in found.readings
    )
    return DecisionMaker(maker, parties.name(maker), main, Ties.UNKNOWN, variants, {"entity": maker})


def _statement(wish: Wish, situation: Situation) -> Statement:
    extra: dict[str, object] = {"strength": wish.strength.value}
    if wish.assumed:
        extra["assumption"] = {"by": "drafting rule", "reason": wish.assumed}
    return Statement(wish.when, evidence=evidence_of(situation, wish.found), note=wish_in_words(wish), extra=extra)


def _third(
    found: Sequence[Finding], pool: Sequence[Candidate], makers: Sequence[str], parties: Parties
) -> tuple[ThirdParty, ...]:
    """Who wants something of the options or matters without holding one."""
    wants: dict[str, list[str]] = {}
    for c in pool:
        for f in c.findings:
            if f.by is not None and f.by not in makers:
                done = "" if f.done else "not "
                wants.setdefault(f.by, []).append(f"{f.says.value} {done}{text_of(c, parties, owner=True)}")
    return tuple(ThirdParty(p, parties.name(p), tuple(dict.fromkeys(w))) for p, w in sorted(wants.items()))


def _gaps(
    chosen: Sequence[Candidate],
    likings: Mapping[str, Liking],
    names: Mapping[Key, str],
    parties: Parties,
    found: Sequence[Finding],
) -> tuple[str, ...]:
    gaps: list[str] = []
    for maker, known in likings.items():
        said = " ".join(w.when for w in known.wishes)
        silent = [c for c in chosen if names[c.key] not in said.replace("(", " ").replace(")", " ").split()]
        if not known.wishes:
            gaps.append(f"What {parties.name(maker)} wants is not said: all its ties are of unknown order.")
        elif silent:
            listed = ", ".join(names[c.key] for c in silent)
            gaps.append(f"{parties.name(maker)} says nothing on {len(silent)} of {len(chosen)} options: {listed}.")
        gaps += [g[:1].upper() + g[1:] + "." for g in known.gaps]
    for c in chosen:
        if any(f.says is Says.OFFERS and f.condition is None for f in c.findings):
            gaps.append(f"What {parties.name(c.key.owner)} asks in return for this is not said: {text_of(c, parties)}.")
    for c in chosen:
        for asker in dict.fromkeys(f.by for f in c.findings if f.guessed and f.by):
            gaps.append(
                f"That {parties.name(asker)} asks this of {parties.name(c.key.owner)} is not said, only that the two deal "
                f"with each other: {text_of(c, parties)}."
            )
    unsaid = [names[c.key] for c in chosen if not state_of(c)[1]]
    if unsaid:
        gaps.append(f"How it stands now is not said, and taken as not done: {', '.join(unsaid)}.")
    lost = [f for f in found if not f.key.owner and f.by is not None]
    for f in lost:
        if f.by not in likings or f.past:
            continue
        gaps.append(
            f"{parties.name(f.by or '')} {f.says.value} something that nobody is named for: {act_in_words(f.key)}."
        )
    return tuple(dict.fromkeys(gaps))


def _missing(situation: Situation, found: Sequence[Finding]) -> tuple[str, ...]:
    """What would have to be there for a model."""
    stances = sum(1 for s in situation.statements.values() if s.kind.value == "stance")
    told = [
        f"{len(situation.statements)} statements were read, {stances} of them of what somebody wants, offers, refuses or threatens"
    ]
    lost = [f for f in found if not f.key.owner]
    if lost:
        told.append(f"{len(lost)} name a deed but nobody who could do it")
    return tuple(told)
