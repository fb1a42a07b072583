"""Everything a model answers, in words, with the quotes under each line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.domain.answers import Answers, Evidence, Hold, Part, Said
from dragoman.domain.graph_model import GraphModel, Statement
from dragoman.domain.solution import Deal, Deals, MakerInversion, Move
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.drafting.answer_sources import flips_part, sources_part
from dragoman.negotiation.drafting.outcomes import CONCEPTS, Outcomes, outcomes
from dragoman.negotiation.expressions import evaluate, names, parse
from dragoman.negotiation.interdependence import leverage
from dragoman.negotiation.inverse import invert
from dragoman.negotiation.joint_improvements import deals
from dragoman.negotiation.questions import questions
from dragoman.negotiation.routes import paths
from dragoman.negotiation.stability.concepts import Concept

MOST = 5


def answers(model: GraphModel) -> Answers:
    """What holds and why, what to ask, how to get there, the deals, what would change it, leverage, and what it rests on.

    Ties of unknown order are read as indifference, and the outcomes part says what that assumes. Raises ModelError with
    every fault of the model.
    """
    found = outcomes(model)
    held = leverage(found.conflict)
    carried = {o.id: _records(o.evidence) for o in model.options}
    holds = tuple(
        Hold(p.holder, p.target, p.helps, p.harms, used, _joined(carried[o] for o in used))
        for p in held.pairs
        if (used := tuple(o.option for o in p.options if o.helps or o.harms))
    )
    parts = (
        _outcomes(model, found),
        _questions(found),
        _paths(found),
        _deals(found),
        _change(found),
        _leverage(found, holds),
        flips_part(model, found),
        sources_part(model, found),
    )
    return Answers(
        name=model.name,
        parties={m.id: m.name for m in model.decision_makers},
        options={o.id: f"{_name(model, o.owner)}: {o.text or o.id}" for o in model.options},
        settled=found.settled,
        parts=parts,
        leverage=holds,
    )


def _outcomes(model: GraphModel, found: Outcomes) -> Part:
    lines: list[Said] = []
    count, states = len(found.chosen), len(found.conflict.states)
    if not count:
        return Part(
            "outcomes", "What would hold", (Said(f"None of the {states} outcomes holds by any of five concepts."),)
        )
    whence = " and can be reached from today by moves that pay" if found.reached else ""
    lines.append(Said(f"{count} of {states} outcomes hold{whence}: {CONCEPTS[found.concept]}."))
    for word, told in (("always", "In every one of them"), ("never", "In none of them")):
        ids = [o for o, s in found.settled.items() if s == word]
        if ids:
            under = tuple(_because(model, found, ident) for ident in ids)
            lines.append(Said(f"{told}: {'; '.join(_option(model, o) for o in ids)}.", under=under))
    open_ = [o for o, s in found.settled.items() if s == "sometimes"]
    if open_:
        lines.append(
            Said(
                f"Open, as what the reports say settles it neither way: {'; '.join(_option(model, o) for o in open_)}."
            )
        )
    for pattern in _best(found)[:MOST]:
        by = [c.value.upper() for c, patterns in found.holding.items() if pattern in patterns]
        lines.append(Said(f"{pattern} ({_taken(model, pattern)}) holds by {', '.join(by)}.", _under(model, pattern)))
    silent = [
        m.name
        for m in model.decision_makers
        if m.preferences.form.value == "prioritised" and not m.preferences.statements
    ]
    note = "Where the reports are silent on what somebody prefers, it is read as not caring."
    if silent:
        note += f" Nothing is known of what {', '.join(silent)} prefer{'s' if len(silent) == 1 else ''}."
    return Part("outcomes", "What would hold", tuple(lines), note)


def _best(found: Outcomes) -> tuple[str, ...]:
    """Patterns that hold, those by most concepts first, then those nearest to the status quo."""
    now = found.conflict.model.status_quo or ""
    count = {p: sum(p in patterns for patterns in found.holding.values()) for p in found.chosen}

    return tuple(sorted(found.chosen, key=lambda p: (-count[p], _far(p, now or p), p)))


def _because(model: GraphModel, found: Outcomes, ident: str) -> Said:
    """Why an option is always or never taken: the wishes of its owner that name it, else its direction."""
    option = next(o for o in model.options if o.id == ident)
    owner = next(m for m in model.decision_makers if m.id == option.owner)
    wishes = [s for s in owner.preferences.statements if ident in {n.id for n in names(parse(s.when))}]
    if wishes:
        told = "; ".join(f"“{s.when}” ({s.note or 'as the model says'})" for s in wishes[:3])
        return Said(f"{ident}: {owner.name} {told}", _joined(_records(s.evidence) for s in wishes[:3]))
    return Said(f"{ident}: nothing moves {owner.name} to change it", _records(option.evidence))


def _questions(found: Outcomes) -> Part:
    asked = questions(found.conflict, found.concept)[:MOST] if found.chosen else ()
    lines = tuple(Said(f"{q.text} If yes, {q.after_yes} outcomes are left, if no, {q.after_no}.") for q in asked)
    note = "More than a quarter of all outcomes hold: settle these first." if found.under_determined else ""
    return Part("questions", "What to find out first", lines, note)


def _paths(found: Outcomes) -> Part:
    if found.conflict.status_quo is None:
        return Part("paths", "From today", (), "The model does not say where things stand.")
    routes = {r.equilibrium: r for r in paths(found.conflict).routes}
    lines: list[Said] = []
    for pattern in _best(found)[:MOST]:
        route = routes.get(pattern)
        if route is None:
            continue
        moves = route.by_improvements if route.by_improvements is not None else route.by_moves
        if moves == ():
            lines.append(Said(f"{pattern}: things stand there now."))
        elif moves is None:
            lines.append(Said(f"{pattern}: cannot be reached by moves of one party at a time."))
        else:
            kind = "each better off by its own move" if route.by_improvements is not None else "not every move pays"
            lines.append(Said(f"{pattern}: {', then '.join(_move(found.conflict, m) for m in moves)} ({kind})."))
    return Part("paths", "From today to there", tuple(lines))


def _deals(found: Outcomes) -> Part:
    if found.conflict.status_quo is None:
        return Part("deals", "Deals from here", (), "The model does not say where things stand.")
    told = deals(found.conflict)
    model = found.conflict.model
    lines: list[Said] = []
    for deal in _distinct(told)[:MOST]:
        names_ = [_name(model, i) for i in deal.signatories]
        held = [c.upper() for c in deal.equilibrium]
        first = ", ".join(_name(model, i) for i in deal.first_movers) or "nobody: only all at once"
        under = [
            Said(
                f"first to move: {first}"
                + (f"; then {'; '.join(_move(found.conflict, m) for m in deal.schedule)}" if deal.schedule else "")
            )
        ]
        under.append(
            Said(f"once signed it holds by {', '.join(held)}" if held else "once signed it does not hold by itself")
        )
        if deal.exposed:
            under.append(Said(f"worse off until the others follow: {', '.join(_name(model, i) for i in deal.exposed)}"))
        if deal.losses:
            under.append(Said(f"others who lose by it: {', '.join(_name(model, i) for i in deal.losses)}"))
        lines.append(
            Said(
                f"{' and '.join(names_)}: {_changes(model, told.start, deal.state)}",
                _under(model, deal.state),
                tuple(under),
            )
        )
    for g in told.guarantees:
        best = "as well as it stands now" if g.rank == g.rank_now else f"rank {g.rank} of {g.of} (now {g.rank_now})"
        lines.append(Said(f"Without a deal {_name(model, g.decision_maker)} can be sure of {best}."))
    return Part(
        "deals",
        "Deals from here",
        tuple(lines),
        "" if told.deals else "No two parties could both gain by moving together.",
    )


def _distinct(told: Deals) -> list[Deal]:
    """The efficient deals, of those that are worth the same to everybody the one that changes least."""
    least: dict[tuple[object, ...], Deal] = {}
    for deal in told.deals:
        if deal.efficient:
            worth = (deal.signatories, *sorted((who, then) for who, (_, then) in deal.ranks.items()))
            old = least.get(worth)
            if old is None or _far(told.start, deal.state) < _far(told.start, old.state):
                least[worth] = deal
    return list(least.values())


def _far(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _change(found: Outcomes) -> Part:
    """What would make the status quo, or else the first deal, hold where it does not."""
    conflict, model = found.conflict, found.conflict.model
    if conflict.status_quo is None:
        return Part("change", "What would have to change", ())
    now = conflict.states.pattern(conflict.status_quo)
    wanted = [(now, "what stands now")] if now not in found.holding[Concept.SEQ] else []
    wanted += [
        (d.state, "the best deal from here")
        for d in deals(conflict).deals[:1]
        if d.state not in found.holding[Concept.SEQ]
    ]
    lines: list[Said] = []
    for pattern, what in wanted:
        told = invert(conflict, pattern, concept=Concept.SEQ)
        under = tuple(Said(_edit(model, m)) for m in told.makers if not m.already)
        lines.append(Said(f"For {what} to hold ({pattern}):", under=under))
    if not lines:
        lines.append(Said("What stands now holds already."))
    return Part("change", "What would have to change", tuple(lines))


def _edit(model: GraphModel, told: MakerInversion) -> str:
    name = _name(model, told.decision_maker)
    if told.edits:
        return f"{name} would have to {' and '.join(told.edits[0].changes)}"
    return f"{name} would have to rank outcomes otherwise: no one or two changes of what it is said to want do"


def _leverage(found: Outcomes, holds: Sequence[Hold]) -> Part:
    model = found.conflict.model
    lines = tuple(
        Said(
            f"{_name(model, h.holder)} over {_name(model, h.target)}: helps in {h.helps:.0%}, harms in {h.harms:.0%} of "
            f"contexts, by {', '.join(h.options)}",
            h.evidence,
        )
        for h in sorted(holds, key=lambda h: -(h.helps + h.harms))
    )
    return Part("leverage", "Who holds what over whom", lines)


def _under(model: GraphModel, pattern: str) -> Evidence:
    """The quotes of the wishes that a pattern fulfils."""
    taken = {o.id: letter == "Y" for o, letter in zip(model.options, pattern, strict=True)}
    met: list[Statement] = []
    for maker in model.decision_makers:
        met += [s for s in maker.preferences.statements if evaluate(parse(s.when), lambda i: taken[i])]
    return _joined(_records(s.evidence) for s in met)


def _records(evidence: Iterable[object]) -> Evidence:
    return tuple(e for e in evidence if isinstance(e, Mapping))


def _joined(found: Iterable[Evidence]) -> Evidence:
    rows = {(r.get("report"), r.get("start"), r.get("end")): r for records in found for r in records}
    return tuple(rows.values())


def _name(model: GraphModel, maker: str) -> str:
    return next((m.name for m in model.decision_makers if m.id == maker), maker)


def _option(model: GraphModel, ident: str) -> str:
    option = next(o for o in model.options if o.id == ident)
    return f"{_name(model, option.owner)}: {option.text or ident}"


def _taken(model: GraphModel, pattern: str) -> str:
    taken = [o.id for o, letter in zip(model.options, pattern, strict=True) if letter == "Y"]
    return " + ".join(taken) or "nothing taken"


def _changes(model: GraphModel, start: str, end: str) -> str:
    told = []
    for option, before, after in zip(model.options, start, end, strict=True):
        if before != after:
            told.append(f"{_name(model, option.owner)} {'takes' if after == 'Y' else 'drops'} {option.id}")
    return ", ".join(told)


def _move(conflict: Conflict, move: Move) -> str:
    return _changes(conflict.model, move.origin, move.target)
