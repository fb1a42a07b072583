"""Where the nodes, arrows and labels of a who-to-whom picture go: deterministic, in SVG user units."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, pi, sin

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


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    width: int
    height: int
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """A canvas: letters a name line may have, user units a letter takes, and how many nodes there is room for."""

    width: int
    height: int
    letters: int
    letter: float
    nodes: int
    labels: bool


WIDE = Size(860, 600, 18, 7.6, 12, True)
NARROW = Size(360, 500, 13, 7.2, 8, False)


def draw(network: Network, size: Size) -> DrawnNetwork:
    """Nodes on an ellipse in the order that keeps arrows short, arrows as curves that bend to their own side."""
    nodes = network.nodes[: size.nodes]
    kept = {n.id for n in nodes}
    edges = [e for e in network.edges if e.first in kept and e.second in kept]
    boxes = _place(_order([n.id for n in nodes], edges), {n.id: n for n in nodes}, size)
    curves = [(e, _curve(e, edges, boxes)) for e in edges]
    drawn, taken = [], list(boxes.values())
    for edge, curve in curves:
        at = None
        if size.labels:
            at, box = _label(edge, curve, taken)
            taken.append(box)
        width = 1.4 + min(2.2, 0.4 * (edge.count - 1))
        drawn.append(DrawnEdge(edge.dealing, _path(curve, boxes[edge.second]), _text(edge), at, round(width, 1)))
    named = tuple(DrawnNode(_wrap(n.name, size), boxes[n.id]) for n in nodes)
    return DrawnNetwork(size.width, size.height, named, tuple(drawn))


def _text(edge: Edge) -> str:
    return f"{edge.label} ({edge.count})" if edge.count > 1 else edge.label


def _wrap(name: str, size: Size) -> tuple[str, ...]:
    lines = textwrap.wrap(" ".join(name.split()), size.letters) or ["\u2014"]
    if len(lines) <= 3:
        return tuple(lines)
    return (*lines[:2], lines[2][: size.letters - 1] + "\u2026")


def _order(names: list[str], edges: list[Edge]) -> list[str]:
    """Swaps two nodes as long as that brings those that deal with each other nearer on the ring."""
    order, count = list(names), len(names)

    def cost(order: list[str]) -> int:
        place = {n: i for i, n in enumerate(order)}
        far = [(abs(place[e.first] - place[e.second]), e.count) for e in edges]
        return sum(min(d, count - d) * weight for d, weight in far)

    best, better = cost(order), True
    while better:
        better = False
        for i, j in combinations(range(count), 2):
            order[i], order[j] = order[j], order[i]
            now = cost(order)
            if now < best:
                best, better = now, True
            else:
                order[i], order[j] = order[j], order[i]
    return order


def _place(order: list[str], nodes: dict[str, Node], size: Size) -> dict[str, Box]:
    boxes = {}
    for number, name in enumerate(order):
        lines = _wrap(nodes[name].name, size)
        width = max(len(line) for line in lines) * size.letter + 22
        height = len(lines) * 16 + 14
        angle = 2 * pi * number / len(order) - (pi if len(order) == 2 else pi / 2)
        across, down = (size.width - 2 * 85) / 2, (size.height - 2 * 40) / 2
        if not size.labels:
            across = (size.width - 2 * 62) / 2
        x, y = size.width / 2 + across * cos(angle), size.height / 2 + down * sin(angle)
        boxes[name] = Box(round(x, 1), round(y, 1), round(width, 1), height)
    return boxes


def _curve(edge: Edge, edges: list[Edge], boxes: dict[str, Box]) -> list[Point]:
    """A quadratic Bezier curve from box to box as points; those of one pair bend by different amounts."""
    first, second = boxes[edge.first], boxes[edge.second]
    alike = [e for e in edges if (e.first, e.second) == (edge.first, edge.second)]
    bend = 0.1 + 0.14 * alike.index(edge)
    across = (first.x + second.x) / 2 + (second.y - first.y) * bend
    down = (first.y + second.y) / 2 - (second.x - first.x) * bend
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((a * first.x + b * across + c * second.x, a * first.y + b * down + c * second.y))
    outside = [p for p in points if not first.holds(p, 2) and not second.holds(p, 7)]
    return outside if len(outside) > 1 else points[STEPS // 2 - 1 : STEPS // 2 + 1]


def _path(curve: list[Point], target: Box) -> str:
    shown = curve[::4]
    if shown[-1] != curve[-1]:
        shown.append(curve[-1])
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in shown)


def _label(edge: Edge, curve: list[Point], taken: list[Box]) -> tuple[Point, Box]:
    """Where along the curve the label covers least, nearest the middle."""
    text = _text(edge)
    best: tuple[float, Point, Box] | None = None
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74):
        x, y = curve[min(len(curve) - 1, int(share * (len(curve) - 1)))]
        box = Box(x, y, len(text) * 6.4 + 6, 17)
        covered = sum(box.overlap(other) for other in taken) + 40 * hypot(share - 0.5, 0)
        if best is None or covered < best[0]:
            best = covered, (round(x, 1), round(y, 1)), box
    assert best
    return best[1], best[2]
