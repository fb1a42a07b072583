"""Results as tables and lines that a person reads; the command line draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.domain.solution import (
    CoalitionAnalysis,
    Deals,
    Flip,
    Inversion,
    LeverageMatrix,
    Routes,
    Sample,
    Solution,
)
from dragoman.negotiation.conflict import Conflict
from dragoman.negotiation.wording import change, describe

MOST_ROWS = 64
MOST_DEALS = 16
LABELS = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ", "sim": "SIM"}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headers."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Told = Iterator[Table | str]


def tell_model(conflict: Conflict) -> Told:
    model = conflict.model
    rows = tuple((o.id, o.owner, o.moves.value, o.text) for o in model.options)
    yield Table(model.name or "graph model", ("option", "owner", "moves", "what it is"), rows)
    kinds = (
        (m.id, m.name, m.preferences.form.value, m.ties.value, str(len(m.variants))) for m in model.decision_makers
    )
    yield Table("", ("decision maker", "name", "preferences", "ties", "variants"), tuple(kinds))
    now = "not said" if conflict.status_quo is None else conflict.states.pattern(conflict.status_quo)
    yield f"{len(conflict.states):,} feasible states; status quo {now}; no fault found."


def tell_solution(conflict: Conflict, solution: Solution) -> Told:
    concepts = tuple(solution.equilibria)
    held = {concept: frozenset(patterns) for concept, patterns in solution.equilibria.items()}
    told = [
        s for s in solution.states if len(solution.states) <= MOST_ROWS or any(s.pattern in held[c] for c in concepts)
    ]
    rows = []
    for state in told[:MOST_ROWS]:
        marks = tuple(_mark(state.stable[concept]) for concept in concepts)
        ranks = tuple(str(state.payoffs[ident]) for ident in conflict.ids)
        rows.append((state.pattern, describe(conflict, state.pattern), *ranks, *marks))
    if rows:
        headers = ("state", "taken", *conflict.names, *(LABELS[c] for c in concepts))
        yield Table(solution.name or "graph model", headers, tuple(rows))
        yield "Payoffs: 1 is the worst for that decision maker. E: equilibrium; 2/3: stable for 2 of 3 decision makers."
    if len(told) > MOST_ROWS:
        yield f"{len(told) - MOST_ROWS:,} more states are not shown."
    for concept, patterns in solution.equilibria.items():
        yield f"{LABELS[concept]:<5}{_count(patterns, 'equilibrium', 'equilibria')}: {_some(patterns)}"
    if solution.unknown is not None:
        yield "With ties of unknown order, these are equilibria under every completion. Under at least one:"
        for concept, patterns in solution.unknown.possibly.items():
            unsure = solution.unknown.undecided[concept]
            drawn = solution.unknown.drawn.get(concept, 0)
            tail = f" (tie orders drawn {_count((None,) * drawn, 'time', 'times')})" if drawn else ""
            tail += f"; {len(unsure):,} more not settled by that" if unsure else ""
            yield f"{LABELS[concept]:<5}{len(patterns)}: {_some(patterns)}{tail}"
    if solution.under_determined:
        yield f"Under-determined (more than a quarter of the states) by {', '.join(LABELS[c] for c in solution.under_determined)}."
    if solution.questions and solution.asked:
        rows = [(q.text, str(q.after_yes), str(q.after_no)) for q in solution.questions[:10]]
        yield Table(
            f"What to ask ({LABELS[solution.asked]} equilibria left)", ("question", "if yes", "if no"), tuple(rows)
        )


def tell_coalitions(conflict: Conflict, analysis: CoalitionAnalysis) -> Told:
    rows = tuple(
        (" + ".join(c.members), *(str(len(patterns)) for patterns in c.stable.values())) for c in analysis.coalitions
    )
    headers = ("coalition", *(LABELS[c] for c in analysis.equilibria))
    yield Table(f"States stable for each coalition, of {len(conflict.states)}", headers, rows)
    for concept, patterns in analysis.equilibria.items():
        yield f"{LABELS[concept]:<5}stable for every coalition: {_some(patterns)}"


def tell_routes(conflict: Conflict, routes: Routes) -> Told:
    yield f"From {routes.start} ({describe(conflict, routes.start)})"
    rows = []
    for route in routes.routes[:MOST_ROWS]:
        by = "; ".join(change(conflict, move) for move in route.by_improvements or route.by_moves or ())
        if route.by_moves == ():
            kind, by = "is the start", ""
        elif route.by_improvements is not None:
            kind = _count(route.by_improvements, "improvement", "improvements")
        else:
            kind = "out of reach" if route.by_moves is None else _count(route.by_moves, "move", "moves")
        rows.append((route.equilibrium, ", ".join(LABELS[c] for c in route.concepts), kind, by))
    yield Table("Equilibria", ("state", "holds by", "reached by", "in this order"), tuple(rows))
    if len(routes.routes) > MOST_ROWS:
        yield f"{len(routes.routes) - MOST_ROWS:,} more equilibria are not shown."


def tell_deals(conflict: Conflict, found: Deals) -> Told:
    names = dict(zip(conflict.ids, conflict.names, strict=True))
    yield f"From {found.start} ({describe(conflict, found.start)})"
    rows = tuple(
        (names[g.decision_maker], str(g.rank_now), f"{g.rank} of {g.of}", g.choice, g.worst) for g in found.guarantees
    )
    yield Table("With no deal", ("decision maker", "rank now", "can be sure of rank", "by going to", "at worst"), rows)
    if not found.deals:
        yield "No state is better for all who would have to sign it."
    if len(found.deals) > MOST_DEALS:
        yield f"{len(found.deals):,} deals, of which the first {MOST_DEALS} are shown."
    for deal in found.deals[:MOST_DEALS]:
        ranks = ", ".join(f"{names[i]} {before} to {after}" for i, (before, after) in deal.ranks.items())
        holds = ", ".join(LABELS[c] for c in deal.equilibrium) or "by no concept"
        yield ""
        yield f"{deal.state} ({describe(conflict, deal.state)}), signed by {', '.join(names[i] for i in deal.signatories)}"
        yield f"  ranks {ranks} (1 is best); {'none' if deal.efficient else 'another'} better for all who sign"
        yield f"  once signed it holds: {holds}"
        if deal.schedule:
            yield f"  can move first: {', '.join(names[i] for i in deal.first_movers)}; best: {'; '.join(change(conflict, m) for m in deal.schedule)}"
            for ids, words in (
                (deal.exposed, "worse off until the others follow"),
                (deal.tempted, "could do better by not following"),
            ):
                if ids:
                    yield f"  {words}: {', '.join(names[i] for i in ids)}"
            if not deal.exposed and not deal.tempted:
                yield "  no step leaves its mover worse off"
        else:
            yield "  only by all at once: no order of single moves stays feasible"
        if deal.losses:
            yield f"  worse off: {', '.join(names[i] for i in deal.losses)}"
        if not deal.safe:
            yield "  some signatory can be sure of as much without it"


def tell_sample(found: Sample) -> Told:
    yield f"{found.draws:,} draws (seed {found.seed}), {_count((None,) * found.profiles, 'combination', 'combinations')} of readings"
    for concept, shares in found.equilibria.items():
        rows = tuple((s.pattern, f"{s.share:.1%}", f"{s.low:.1%} to {s.high:.1%}") for s in shares[:MOST_ROWS])
        yield Table(LABELS[concept], ("state", "equilibrium in", "95 % interval"), rows)


def tell_flips(conflict: Conflict, found: tuple[Flip, ...]) -> Told:
    names = dict(zip(conflict.ids, conflict.names, strict=True))
    rows = [
        (names[f.decision_maker], f.statement, f.change, _by_concept(f.gained), _by_concept(f.lost))
        for f in found
        if f.matters
    ]
    yield Table(
        "Statements on which the answer hangs", ("decision maker", "statement", "if", "gained", "lost"), tuple(rows)
    )
    yield f"{len(found)} changes tried, all there are; {len(found) - len(rows)} leave every equilibrium as it is."


def tell_inversion(inversion: Inversion) -> Told:
    yield f"For {inversion.wanted} to be stable by {LABELS[inversion.concept]}:"
    for maker in inversion.makers:
        yield f"- {maker.sentence}"
        for edit in maker.edits[:8]:
            yield f"    edit: {'; '.join(edit.changes)}"
    together = (
        "an equilibrium" if inversion.together else "still no equilibrium, as one change moves another's sanctions"
    )
    yield f"With the state-by-state changes of all made together it is {together}."


def tell_leverage(conflict: Conflict, matrix: LeverageMatrix) -> Told:
    names = dict(zip(conflict.ids, conflict.names, strict=True))
    rows = []
    for p in matrix.pairs:
        ranks = [_rank(p.now), _rank(p.exposed), _rank(p.against), _rank(p.apart), _rank(p.bounded_by)]
        carried = ", ".join(o.option for o in p.options if o.helps or o.harms)
        shares = [f"{share:.0%}" for share in (p.helps, p.harms, p.nothing, p.fate, p.behaviour, p.reflexive)]
        rows.append((names[p.holder], names[p.target], *ranks, *shares, carried))
    ranks_of = ("now", "exposed", "against", "apart", "taken back")
    shares_of = ("helps", "harms", "nothing", "fate", "behaviour", "reflexive")
    yield Table("What A has over B", ("A", "B", *ranks_of, *shares_of, "carried by"), tuple(rows))
    yield (
        "Ranks of B (1 is best): now; exposed: the worst A can do if B stays; against and apart: what B can be sure of "
        "with A against it and taking no part; taken back: the ranks of the exposure that B's own way out saves."
    )
    if matrix.start is None:
        yield "Ranks are left out: the model has no status quo; give a state with --from."


def _rank(rank: int | None) -> str:
    return "" if rank is None else str(rank)


def _mark(stable: Mapping[str, bool]) -> str:
    count = sum(stable.values())
    return "E" if count == len(stable) else f"{count}/{len(stable)}" if count else "."


def _count(patterns: tuple[object, ...], one: str, many: str) -> str:
    return f"{len(patterns):,} {one if len(patterns) == 1 else many}"


def _some(patterns: tuple[str, ...], most: int = 12) -> str:
    shown = " ".join(patterns[:most]) or "none"
    return shown if len(patterns) <= most else f"{shown} and {len(patterns) - most:,} more"


def _by_concept(found: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{LABELS[c]} {_some(patterns, 4)}" for c, patterns in found.items() if patterns)
