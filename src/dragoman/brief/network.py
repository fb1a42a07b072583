"""Who deals with whom: what actors did to one another and the ties between them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from dragoman.brief.clauses import words
from dragoman.brief.content import Cell, Dealing, Edge, Group, Line, Lines, Network, Node, Section, Table
from dragoman.brief.days import day, interval
from dragoman.brief.material import Material
from dragoman.brief.wording import matter
from dragoman.domain.situation import TieState
from dragoman.domain.time import interval as days_of

NODES = 12
EDGES = 20
Dealings = dict[tuple[str, str, str], dict[str, list[str]]]


def network(material: Material) -> Section:
    """The picture, the table behind it, and the ties."""
    dealings = _dealings(material)
    nodes, edges = _picture(material, dealings)
    blocks = []
    if len(nodes) > 1:
        blocks.append(Network("Who deals with whom", _description(nodes, edges), nodes, edges))
    return Section(
        "who-to-whom",
        "Who to whom",
        (*blocks, _table(material, dealings), _ties(material)),
        "What one actor is said to have done to another, or to be to it. Acts that were only planned, wished for, "
        "forecast or denied are left out of the picture.",
    )


def _dealings(material: Material) -> Dealings:
    """Statements by pair and class, then by type; both parties known, done and not denied."""
    found: Dealings = defaultdict(lambda: defaultdict(list))
    forms = words()["event"]
    for claim in material.situation.claims:
        first, second = claim.actor, claim.other
        if first is None or second is None or first == second:
            continue
        for support in claim.statements:
            s = material.situation.statements[support.statement]
            if str(s.polarity) == "negative" or str(support.side) == "against":
                continue
            if s.kind == "tie":
                found[first, second, Dealing.TIE][s.type].append(support.statement)
            elif s.kind == "event" and str(s.realis) == "actual" and s.type in forms:
                found[first, second, forms[s.type]["class"]][s.type].append(support.statement)
            elif s.plover and str(s.plover) in forms:
                found[first, second, forms[str(s.plover)]["class"]][str(s.plover)].append(support.statement)
    return found


def _count(types: dict[str, list[str]]) -> int:
    return sum(len(s) for s in types.values())


def _label(types: dict[str, list[str]]) -> str:
    """The two commonest types."""
    top = sorted(types, key=lambda t: (-len(types[t]), t))
    more = "\u2026" if len(top) > 2 else ""
    return ", ".join(str(words()["arrow"].get(t, t.lower())) for t in top[:2]) + more


def _edges(dealings: Dealings) -> list[Edge]:
    """An edge a pair and class, the busiest first; one for both where each deals so with the other."""
    edges = []
    for (first, second, dealing), types in dealings.items():
        back = dealings.get((second, first, dealing), {})
        if back and (_count(back), second) > (_count(types), first):
            continue
        whole = {t: [*types.get(t, []), *back.get(t, [])] for t in (*types, *back)}
        edges.append(Edge(first, second, dealing, _label(whole), _count(whole), bool(back)))
    return sorted(edges, key=lambda e: (-e.count, e.first, e.second, e.dealing))


def _picture(material: Material, dealings: Dealings) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    degree: dict[str, int] = defaultdict(int)
    edges = _edges(dealings)
    for edge in edges:
        degree[edge.first] += edge.count
        degree[edge.second] += edge.count
    ranked = sorted(degree, key=lambda n: (-degree[n], n))[:NODES]
    shown = [e for e in edges if e.first in ranked and e.second in ranked][:EDGES]
    used = {n for e in shown for n in (e.first, e.second)}
    return tuple(Node(n, material.name(n), degree[n]) for n in ranked if n in used), tuple(shown)


def _description(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> str:
    names = {n.id: n.name for n in nodes}
    told = "; ".join(
        f"{names[e.first]} {'and' if e.both else 'to'} {names[e.second]}: {e.label} ({e.dealing}, {e.count})"
        for e in edges[:8]
    )
    more = f"; and {len(edges) - 8} more" if len(edges) > 8 else ""
    return f"{len(nodes)} actors and {len(edges)} arrows. {told}{more}."


def _table(material: Material, dealings: Dealings) -> Table:
    ranked = sorted(dealings.items(), key=lambda item: (-_count(item[1]), item[0]))
    rows: list[tuple[Cell, ...]] = []
    for (first, second, dealing), types in ranked:
        statements = material.latest_first(s for names in types.values() for s in names)
        kinds = ", ".join(f"{words()['arrow'].get(t, t)} {len(s)}" for t, s in sorted(types.items()))
        days = [d for d in map(material.published, statements) if d]
        told = interval(min(days), max(days)) if days else ""
        line = material.line(statements, when="")
        rows.append((material.name(first), material.name(second), dealing, kinds, told, line))
    return Table(
        "All dealings",
        ("From", "To", "Class", "What, and in how many statements", "Reported", "Latest, with all its quotes"),
        tuple(rows),
        "No report says what one known actor did to another.",
        folded=True,
    )


def _ties(material: Material) -> Lines:
    groups = []
    for kind in dict.fromkeys(t.kind for t in material.situation.ties):
        ties = [t for t in material.situation.ties if t.kind == kind]
        ties.sort(key=lambda t: (material.name(t.first), t.since or date.min))
        groups.append(Group(str(kind).capitalize(), tuple(_tie(material, t) for t in ties)))
    return Lines("Ties", tuple(g for g in groups if g.lines), "No lasting tie between actors was found.")


def _first_told(tie: TieState) -> str:
    """When a tie was first told of, where no text says since when it holds."""
    first = f"told on {day(tie.since)}" if tie.since else ""
    until = f"until {day(tie.until)}" if tie.until else ""
    over = "over by then" if tie.over and first else "over" if tie.over else ""
    return ", ".join(part for part in (first, until, over) if part)


def _held(tie: TieState) -> str:
    """When a tie held, its beginning as coarse as the text tells it: "from Sep 2013"."""
    begun = days_of(tie.since_edtf) if tie.since_edtf else None
    over = ", over" if tie.over else ""
    if begun is None:
        return interval(tie.since, tie.until) + over
    return f"from {interval(*begun)}" + (f" to {day(tie.until)}" if tie.until else "") + over


def _tie(material: Material, tie: TieState) -> Line:
    return material.line(
        material.latest_first(tie.statements),
        when=_held(tie) if tie.told else _first_told(tie),
        record={
            "first": tie.first,
            "second": tie.second,
            "kind": tie.kind,
            "about": tie.about,
            "matter": matter(tie.about),
            "polarity": tie.polarity,
            "over": tie.over,
        },
    )
