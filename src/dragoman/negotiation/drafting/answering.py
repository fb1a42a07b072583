"""Everything a model answers, in sentences without ids, with the quotes under each line."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.domain.answers import Answers, Hold, Part, Said
from dragoman.domain.graph_model import GraphModel
from dragoman.domain.solution import Deal, Deals, MakerInversion
from dragoman.negotiation.drafting.answer_outcomes import (
    LABELS,
    MOST,
    best,
    far,
    joined,
    outcomes_part,
    questions_part,
    records_in,
    under,
)
from dragoman.negotiation.drafting.answer_sources import flips_part, sources_part
from dragoman.negotiation.drafting.outcomes import CONCEPTS, Outcomes, outcomes
from dragoman.negotiation.drafting.plain import Plain, listed, sentence
from dragoman.negotiation.interdependence import leverage
from dragoman.negotiation.inverse import invert
from dragoman.negotiation.joint_improvements import deals
from dragoman.negotiation.routes import paths
from dragoman.negotiation.stability.concepts import Concept


def answers(model: GraphModel) -> Answers:
    """What holds and why, what to ask, how to get there, the deals, what would change it, leverage, and what it rests on.

    Ties of unknown order are read as indifference, and the outcomes part says what that assumes. Raises ModelError with
    every fault of the model.
    """
    found = outcomes(model)
    held = leverage(found.conflict)
    carried = {o.id: records_in(o.evidence) for o in model.options}
    holds = tuple(
        Hold(p.holder, p.target, p.helps, p.harms, used, joined(carried[o] for o in used))
        for p in held.pairs
        if (used := tuple(o.option for o in p.options if o.helps or o.harms))
    )
    parts = (
        outcomes_part(model, found),
        questions_part(model, found),
        _paths(model, found),
        _deals(model, found),
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


def _paths(model: GraphModel, found: Outcomes) -> Part:
    if found.conflict.status_quo is None:
        return Part("paths", "From today", (), "The model does not say where things stand.")
    routes = {r.equilibrium: r for r in paths(found.conflict).routes}
    plain = Plain(model)
    lines: list[Said] = []
    for k, pattern in enumerate(best(found)[:MOST], 1):
        route = routes.get(pattern)
        if route is None:
            continue
        moves = route.by_improvements if route.by_improvements is not None else route.by_moves
        if moves == ():
            told = "things stand there now"
        elif moves is None:
            told = "it cannot be reached by moves of one party at a time"
        else:
            kind = "each is better off by its own move" if route.by_improvements is not None else "not every move pays"
            told = f"{', then '.join(plain.step(m.origin, m.target) for m in moves)} ({kind})"
        lines.append(Said(f"To outcome {k}: {told}." if len(found.chosen) > 1 else sentence(told)))
    return Part("paths", "From today to there", tuple(lines))


def _deals(model: GraphModel, found: Outcomes) -> Part:
    if found.conflict.status_quo is None:
        return Part("deals", "Deals from here", (), "The model does not say where things stand.")
    told = deals(found.conflict)
    plain = Plain(model)
    lines = [
        Said(sentence(plain.changes(told.start, deal.state)), under(model, deal.state), (Said(_terms(plain, deal)),))
        for deal in _distinct(told)[:MOST]
    ]
    same = [plain.name(g.decision_maker) for g in told.guarantees if g.rank == g.rank_now]
    other = [
        f"{plain.name(g.decision_maker)} of rank {g.rank} of {g.of} (now {g.rank_now})"
        for g in told.guarantees
        if g.rank != g.rank_now
    ]
    sure = [*([f"{listed(same)} of no less than now"] if same else []), *other]
    if sure:
        ranks = "; rank 1 is best" if other else ""
        lines.append(Said(f"Without a deal each can be sure of this{ranks}: {'; '.join(sure)}."))
    none = "No two parties could both gain by moving together."
    return Part("deals", "Deals from here", tuple(lines), "" if told.deals else none)


def _terms(plain: Plain, deal: Deal) -> str:
    """Who can move first, whether it holds once signed, and who pays for it."""
    first = [plain.name(i) for i in deal.first_movers]
    told = [f"first to move: {' or '.join(first) if first else 'nobody, it works only all at once'}"]
    held = [LABELS.get(c, c.upper()) for c in deal.equilibrium]
    if len(held) >= len(CONCEPTS):
        told.append("once signed it holds")
    else:
        told.append(
            f"once signed it holds by {listed(held)} alone" if held else "once signed it does not hold by itself"
        )
    if deal.exposed:
        told.append(f"worse off until the others follow: {listed([plain.name(i) for i in deal.exposed])}")
    if deal.losses:
        told.append(f"others who lose by it: {listed([plain.name(i) for i in deal.losses])}")
    return sentence("; ".join(told))


def _distinct(told: Deals) -> list[Deal]:
    """The efficient deals, of those that are worth the same to everybody the one that changes least."""
    least: dict[tuple[object, ...], Deal] = {}
    for deal in told.deals:
        if deal.efficient:
            worth = (deal.signatories, *sorted((who, then) for who, (_, then) in deal.ranks.items()))
            old = least.get(worth)
            if old is None or far(told.start, deal.state) < far(told.start, old.state):
                least[worth] = deal
    return list(least.values())


def _change(found: Outcomes) -> Part:
    """What would make the status quo, or else the first deal, hold where it does not."""
    conflict, model = found.conflict, found.conflict.model
    if conflict.status_quo is None:
        return Part("change", "What would have to change", ())
    now = conflict.states.pattern(conflict.status_quo)
    plain = Plain(model)
    wanted = [(now, "what stands now")] if now not in found.holding[Concept.SEQ] else []
    wanted += [
        (d.state, "the best deal from here")
        for d in deals(conflict).deals[:1]
        if d.state not in found.holding[Concept.SEQ]
    ]
    lines: list[Said] = []
    for pattern, what in wanted:
        told = invert(conflict, pattern, concept=Concept.SEQ)
        under = tuple(Said(_edit(plain, m)) for m in told.makers if not m.already)
        lines.append(Said(f"For {what} to hold:", under=under))
    if not lines:
        lines.append(Said("What stands now holds already."))
    return Part("change", "What would have to change", tuple(lines))


def _edit(plain: Plain, told: MakerInversion) -> str:
    name = sentence(plain.name(told.decision_maker))[:-1]
    if told.edits:
        changes = listed([plain.without_ids(c.replace("drop “", "drop the wish “", 1)) for c in told.edits[0].changes])
        return f"{name} would have to {changes}."
    return f"{name} would have to rank outcomes otherwise: no one or two changes of what it is said to want do."


def _leverage(found: Outcomes, holds: Sequence[Hold]) -> Part:
    model = found.conflict.model
    plain = Plain(model)
    texts = {o.id: plain.do(o) for o in model.options}
    lines = tuple(
        Said(
            f"{_name(model, h.holder)} over {_name(model, h.target)}: can help it in {h.helps:.0%} of contexts and harm it in "
            f"{h.harms:.0%}, as it could {', or '.join(texts[o] for o in h.options)}, or not",
            h.evidence,
        )
        for h in sorted(holds, key=lambda h: -(h.helps + h.harms))
    )
    return Part("leverage", "Who holds what over whom", lines)


def _name(model: GraphModel, maker: str) -> str:
    return next((m.name for m in model.decision_makers if m.id == maker), maker)
