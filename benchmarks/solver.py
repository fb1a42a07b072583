"""Time and memory of the graph-model solver, from 2^4 states up, beside the exhaustive search where that can follow.

    python benchmarks/solver.py                      # two-way options, 2^4 to 2^22 states
    python benchmarks/solver.py --one-way            # every second option goes forward only
    python benchmarks/solver.py --draws              # draws a second at 8 options and 4 decision makers

Each row is a process of its own, for its peak memory; payoffs are random with ties, all combinations feasible, and the
time is for moves, Nash, GMR, SMR, SEQ and SSEQ, the best of three up to 2^16 states. Set OMP_NUM_THREADS=1 for one core.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=int, default=22, help="the largest number of options")
    parser.add_argument("--one-way", action="store_true")
    parser.add_argument("--draws", action="store_true")
    parser.add_argument("--row", nargs=3, type=int, metavar=("OPTIONS", "MAKERS", "EXHAUSTIVE"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.row:
        print(json.dumps(row(*chosen.row, one_way=chosen.one_way)))
    elif chosen.draws:
        draws()
    else:
        table(chosen.to, one_way=chosen.one_way)


def table(to: int, *, one_way: bool) -> None:
    print("| options | states | decision makers | seconds | peak MB | exhaustive seconds |")
    print("|---|---|---|---|---|---|")
    for options in [*range(4, 13, 2), *range(14, to + 1, 2)]:
        makers = 3 if options <= 12 else 4 if options <= 16 else 5
        command = [sys.executable, __file__, "--row", str(options), str(makers)]
        flags = ["--one-way"] if one_way else []
        found = json.loads(subprocess.run([*command, "0", *flags], check=True, capture_output=True, text=True).stdout)
        slow = "too long"
        if options <= 8:
            done = subprocess.run([*command, "1", *flags], check=True, capture_output=True, text=True).stdout
            slow = f"{json.loads(done)['exhaustive']:.3g}"
        print(
            f"| {options} | {1 << options:,} | {makers} | {found['seconds']:.3g} | {found['megabytes']} | {slow} |",
            flush=True,
        )


def row(options: int, makers: int, exhaustive: int, *, one_way: bool) -> dict[str, float]:
    import numpy as np

    from dragoman.negotiation.moves import Control, movers
    from dragoman.negotiation.stability.concepts import stable_states

    random = np.random.default_rng(options)
    codes = np.arange(1 << options, dtype=np.int64)
    owned = np.array_split(np.arange(options), makers)
    masks = [sum(1 << int(k) for k in own) for own in owned]
    forward = sum(1 << k for k in range(0, options, 2)) if one_way else 0
    controls = [Control(mask, mask & forward) for mask in masks]
    ranks = [random.integers(0, 1 << options, 1 << options).astype(np.int32) for _ in masks]
    best = float("inf")
    for _ in range(3 if options <= 16 else 1):
        begun = time.perf_counter()
        stable = stable_states(movers(codes, controls), ranks)
        best = min(best, time.perf_counter() - begun)
    found = {"seconds": best, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}
    if exhaustive:
        found["exhaustive"] = searched(options, masks, forward, ranks, stable)
    return found


def searched(options: int, masks: list[int], forward: int, ranks: object, stable: object) -> float:
    """Seconds that the exhaustive search takes for the same five concepts; it must agree."""
    from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Moves, Option, Preferences
    from dragoman.negotiation.exhaustive import Exhaustive
    from dragoman.negotiation.states import pattern_of

    patterns = [pattern_of(code, options) for code in range(1 << options)]
    owner = [next(f"d{i}" for i, mask in enumerate(masks) if mask >> k & 1) for k in range(options)]
    model = GraphModel(
        "",
        tuple(
            Option(f"o{k}", owner[k], moves=Moves.FORWARD if forward >> k & 1 else Moves.BOTH) for k in range(options)
        ),
        tuple(DecisionMaker(f"d{i}", "", Preferences(Form.PAYOFFS)) for i in range(len(masks))),
    )
    search = Exhaustive(model, [dict(zip(patterns, row.tolist(), strict=True)) for row in ranks])  # type: ignore[attr-defined]
    begun = time.perf_counter()
    found = {
        concept: [[getattr(search, concept)(i, s) for s in patterns] for i in search.makers]
        for concept in ("nash", "gmr", "smr", "seq", "sseq")
    }
    spent = time.perf_counter() - begun
    for concept, verdicts in found.items():
        assert stable[concept].tolist() == verdicts, concept  # type: ignore[index]
    return spent


def draws() -> None:
    import numpy as np

    from dragoman.negotiation import conflict_of, model_from, sample

    random = np.random.default_rng(0)
    ids = [f"o{k}" for k in range(8)]
    for ties in ("indifferent", "unknown"):
        makers = []
        for i in range(4):
            orders = [[f"{ids[k]} iff {ids[(k + 3) % 8]}" for k in random.permutation(8)[:5]] for _ in range(4)]
            variants = [{"weight": 0.2, "preferences": {"prioritised": order}} for order in orders[1:]]
            makers.append(
                {"id": f"d{i}", "preferences": {"prioritised": orders[0]}, "variants": variants, "ties": ties}
            )
        options = [{"id": ident, "owner": f"d{k // 2}"} for k, ident in enumerate(ids)]
        conflict = conflict_of(model_from({"name": "", "options": options, "decision_makers": makers}))
        begun = time.perf_counter()
        found = sample(conflict, generator=np.random.default_rng(1), draws=5000)
        spent = time.perf_counter() - begun
        print(f"ties {ties}: {5000 / spent:,.0f} draws a second ({found.profiles} combinations of readings)")


if __name__ == "__main__":
    main()
