"""Precision by hand: draws statements by a seed for a reader to judge, and counts the verdicts.

    python benchmarks/precision.py draw PATH --n 100 --seed 1 > drawn.jsonl      what the judge reads
    python benchmarks/precision.py count benchmarks/precision/*.csv              verdicts: id,verdict,fault

An id is report#statement. A verdict is right or wrong; wrong where kind, type, actor, recipient or polarity is not what
the sentence says. `fault` names the first part that is wrong.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from pathlib import Path

from dragoman import api
from dragoman.domain.reading import Reading
from dragoman.records import statement_record
from dragoman.settings import Settings


def draw(path: str, count: int, seed: int) -> None:
    """One JSON object a statement: its record and the block of text around it."""
    settings = Settings()
    rows = []
    for reading in api.read_paths([path], settings=settings):
        if isinstance(reading, Reading):
            for statement in reading.statements:
                block = next(b.span for b in reading.report.blocks if b.span.meets(statement.span))
                record = {
                    "id": f"{reading.report.id}#{statement.id}",
                    "published": str(reading.report.published),
                    "around": block.of(reading.report.text),
                }
                rows.append(record | {"statement": statement_record(statement)})
    chosen = random.Random(seed).sample(range(len(rows)), min(count, len(rows)))
    for number in sorted(chosen):
        print(json.dumps(rows[number], ensure_ascii=False))


def count(paths: list[str]) -> None:
    """Share of right verdicts a file, with the faults."""
    for path in paths:
        with Path(path).open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        right = sum(r["verdict"] == "right" for r in rows)
        faults: dict[str, int] = {}
        for row in rows:
            if row["verdict"] != "right":
                faults[row["fault"]] = faults.get(row["fault"], 0) + 1
        told = ", ".join(f"{fault} {n}" for fault, n in sorted(faults.items(), key=lambda f: -f[1]))
        print(f"{path}: {right} of {len(rows)} right ({right / max(len(rows), 1):.2f})  {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    drawing = verbs.add_parser("draw")
    drawing.add_argument("path")
    drawing.add_argument("--n", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=1)
    counting = verbs.add_parser("count")
    counting.add_argument("paths", nargs="+")
    options = parser.parse_args()
    if options.verb == "draw":
        draw(options.path, options.n, options.seed)
    else:
        count(options.paths)


if __name__ == "__main__":
    main()
