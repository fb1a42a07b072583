"""Where the nodes, arrows and labels of a who-to-whom picture go: deterministic, in SVG user units."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import combinations, product
from math import cos, pi, sin

from dragoman.brief.content import Edge, Network, Node

Point = tuple[float, float]
STEPS = 48


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, point: Point, margin: float = 0) -> bool:
        return abs(point[0] - self.x) <= self.width / 2 + margin and abs(point[1] - self.y) <= self.height / 2 + margin

    def overlap(self, other: Box) -> float:
        """The area that both cover."""
        wide = (self.width + other.width) / 2 - abs(self.x - other.x)
        high = (self.height + other.height) / 2 - abs(self.y - other.y)
        return max(0.0, wide) * max(0.0, high)


@dataclass(frozen=True, slots=True)
class DrawnNode:
    name: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """`path` is the SVG path data of an arrow; `label` stands at `at`, and is left out where `at` is None."""

    dealing: str
    path: str
    label: str
    at: Point | None
    width: float
    both: bool


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    width: int
    height: int
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """A canvas: letters a name line may have, user units of a letter and of the space beside a name, room for nodes."""

    width: int
    height: int
    letters: int
    letter: float
    beside: int
    nodes: int
    labels: bool


WIDE = Size(860, 620, 18, 7.6, 22, 12, True)
NARROW = Size(360, 480, 12, 7.2, 16, 8, False)


def draw(network: Network, size: Size) -> DrawnNetwork:
    """The busiest node in the middle, the others on an ellipse in the order that crosses least; arrows as curves."""
    nodes = {n.id: n for n in network.nodes[: size.nodes]}
    edges = [e for e in network.edges if e.first in nodes and e.second in nodes]
    boxes = _arranged(nodes, edges, size)
    curves = _curves(edges, boxes)
    drawn, taken = [], list(boxes.values())
    for edge, curve in curves.items():
        at = None
        if size.labels:
            at, box = _label(edge, curve, taken)
            taken.append(box)
        width = 1.4 + min(2.2, 0.4 * (edge.count - 1))
        drawn.append(DrawnEdge(edge.dealing, _path(curve), edge.label, at, round(width, 1), edge.both))
    named = tuple(DrawnNode(_wrap(n.name, size), boxes[n.id]) for n in nodes.values())
    return DrawnNetwork(size.width, size.height, named, tuple(drawn))


def _wrap(name: str, size: Size) -> tuple[str, ...]:
    lines = textwrap.wrap(" ".join(name.split()), size.letters) or ["\u2014"]
    if len(lines) <= 3:
        return tuple(lines)
    return (*lines[:2], lines[2][: size.letters - 1] + "\u2026")


def _arranged(nodes: dict[str, Node], edges: list[Edge], size: Size) -> dict[str, Box]:
    """Starts in the given order and swaps two places as long as that lessens what crosses or covers."""
    order = list(nodes)
    places = _places(len(order), size)

    def placed(order: list[str]) -> dict[str, Box]:
        return {name: _box(nodes[name], place, size) for name, place in zip(order, places, strict=True)}

    ring = range(1 if len(order) > 4 else 0, len(order))
    best, better = _crossings(placed(order), edges), True
    while better:
        better = False
        for i, j in combinations(ring, 2):
            order[i], order[j] = order[j], order[i]
            now = _crossings(placed(order), edges)
            if now < best - 1e-9:
                best, better = now, True
            else:
                order[i], order[j] = order[j], order[i]
    return placed(order)


def _places(count: int, size: Size) -> list[Point]:
    """Centres of the boxes: with more than four the first in the middle."""
    middle = (size.width / 2, size.height / 2)
    across, down = size.width / 2 - (85 if size.labels else 60), size.height / 2 - 40
    ringed = count - 1 if count > 4 else count
    start = pi if ringed == 2 else -pi / 2 + (pi / ringed if ringed % 2 == 0 else 0)
    ring = [
        (middle[0] + across * cos(start + 2 * pi * i / ringed), middle[1] + down * sin(start + 2 * pi * i / ringed))
        for i in range(ringed)
    ]
    return [middle, *ring] if count > 4 else ring


def _box(node: Node, place: Point, size: Size) -> Box:
    lines = _wrap(node.name, size)
    width = max(len(line) for line in lines) * size.letter + size.beside
    half = width / 2 + 2
    x = min(max(place[0], half), size.width - half)
    return Box(round(x, 1), round(place[1], 1), round(width, 1), len(lines) * 16 + 14)


def _crossings(boxes: dict[str, Box], edges: list[Edge]) -> float:
    """Crossings of straight arrows, three for each box that one runs under, and a little for length."""
    lines = [((boxes[e.first].x, boxes[e.first].y), (boxes[e.second].x, boxes[e.second].y), e) for e in edges]
    lines = list({(e.first, e.second): (a, b, e) for a, b, e in lines}.values())
    total = 0.0
    for a, b, edge in lines:
        total += (abs(a[0] - b[0]) + abs(a[1] - b[1])) / 2000
        for name, box in boxes.items():
            if name not in (edge.first, edge.second):
                steps = ((a[0] + (b[0] - a[0]) * t / 12, a[1] + (b[1] - a[1]) * t / 12) for t in range(1, 12))
                total += 3 * any(box.holds(p, 8) for p in steps)
    for (a, b, one), (c, d, other) in combinations(lines, 2):
        if not {one.first, one.second} & {other.first, other.second}:
            total += _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
    return total


def _turn(a: Point, b: Point, c: Point) -> float:
    """Over 0 where a, b, c turn one way, under 0 where the other."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _curves(edges: list[Edge], boxes: dict[str, Box]) -> dict[Edge, list[Point]]:
    """A curve for every edge; those of one pair bend away from one another, and all of them round other boxes."""
    found = {}
    for pair in dict.fromkeys(frozenset((e.first, e.second)) for e in edges):
        alike = [e for e in edges if {e.first, e.second} == pair]
        others = [box for name, box in boxes.items() if name not in pair]
        best: tuple[int, dict[Edge, list[Point]]] | None = None
        for spread, shift in product((0.36, 0.22), (0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36)):
            drawn = {}
            for number, edge in enumerate(alike):
                bend = (number - (len(alike) - 1) / 2) * spread + shift + (0.08 if len(alike) == 1 else 0)
                turned = bend if edge.first < edge.second else -bend
                drawn[edge] = _curve(boxes[edge.first], boxes[edge.second], turned)
            covered = sum(box.holds(p, 3) for curve in drawn.values() for p in curve for box in others)
            if best is None or covered < best[0]:
                best = covered, drawn
            if not covered:
                break
        assert best
        found.update(best[1])
    return {edge: found[edge] for edge in edges}


def _curve(first: Box, second: Box, bend: float) -> list[Point]:
    """A quadratic Bezier curve from box to box as points; `bend` is a part of its length, to the right of its way."""
    across = (first.x + second.x) / 2 + (second.y - first.y) * bend
    down = (first.y + second.y) / 2 - (second.x - first.x) * bend
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * first.x + b * across + c * second.x, a * first.y + b * down + c * second.y))
    outside = [p for p in points if not first.holds(p, 4) and not second.holds(p, 4)]
    return outside if len(outside) > 1 else points[STEPS // 2 - 1 : STEPS // 2 + 1]


def _path(curve: list[Point]) -> str:
    shown = curve[:-1:4]
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in [*shown, curve[-1]])


def _label(edge: Edge, curve: list[Point], taken: list[Box]) -> tuple[Point, Box]:
    """Where along the curve the label covers least, nearest the middle."""
    found = []
    for number, share in enumerate((0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)):
        x, y = curve[min(len(curve) - 1, int(share * (len(curve) - 1)))]
        box = Box(round(x, 1), round(y, 1), len(edge.label) * 6.4 + 6, 17)
        found.append((sum(box.overlap(other) for other in taken) + 6 * number, number, box))
    _, _, best = min(found)
    return (best.x, best.y), best
