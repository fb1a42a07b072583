"""Times, amounts and factuality: processor time beside the parse, and the scores on annotated text.

python benchmarks/times_amounts_factuality.py                    processor time on the shipped examples
python benchmarks/times_amounts_factuality.py --shared ../shared and all scores, by half

The halves are those of `zlib.crc32(id) % 2`; the rules were tuned on the even one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.reports import chunks, load_reports
from dragoman.settings import Settings
from dragoman.statements import Context
from dragoman.statements.amounts import find_amounts
from dragoman.statements.factuality import grade
from dragoman.statements.times import find_times

EXAMPLES = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "examples"
READ = "from dragoman.cli import main; main()"
SETS = (
    ("times", "times/aq_docs.jsonl"),
    ("times", "times/seed_times.jsonl"),
    ("amounts", "times/seed_amounts.jsonl"),
    ("factuality", "factuality/factbank_v1_dev.conll"),
    ("factuality", "factuality/uw_dev.conll"),
    ("factuality", "factuality/meantime_dev.conll"),
)


def spent(reports: Sequence[Report], settings: Settings) -> None:
    """Prints the processor milliseconds a word of the parse and of each step, and their share of the parse."""
    words = sum(r.words for r in reports)
    steps = dict.fromkeys(("parse", "times", "amounts", "factuality"), 0.0)
    settings.parser.parse(chunks(reports[0]))
    for report in reports:
        t0 = time.process_time()
        parse = settings.parser.parse(chunks(report))
        t1 = time.process_time()
        context = Context(report, parse, calendar=settings.calendar)
        times = find_times(context)
        t2 = time.process_time()
        find_amounts(context, times)
        t3 = time.process_time()
        grade(context, ())
        t4 = time.process_time()
        for step, seconds in zip(steps, (t1 - t0, t2 - t1, t3 - t2, t4 - t3), strict=True):
            steps[step] += seconds
    for step, seconds in steps.items():
        print(f"{step:11}{1000 * seconds / words:8.4f} ms a word")
    share = sum(v for k, v in steps.items() if k != "parse") / steps["parse"]
    print(
        f"times, amounts and factuality together take {share:.3f} of the parse ({len(reports)} reports, {words} words)"
    )


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def half(row_id: str) -> str:
    return "even" if zlib.crc32(row_id.encode()) % 2 == 0 else "odd"


def scores(shared: Path) -> None:
    """Prints what the scorers say of `dragoman read`, on all of each set and, where ids allow, on each half."""
    scorer = str(shared / "eval" / "evaluate.py")
    with tempfile.TemporaryDirectory() as folder:
        for kind, name in SETS:
            data = str(shared / "data" / name)
            corpus, read = Path(folder) / "corpus.jsonl", Path(folder) / "read.jsonl"
            corpus.write_text(run(sys.executable, scorer, "prepare", kind, data), "utf-8")
            read.write_text(run(sys.executable, "-c", READ, "read", str(corpus), "--json"), "utf-8")
            print(f"== {kind} {name}\n{run(sys.executable, scorer, 'score', kind, data, str(read))}", end="")
            if kind == "factuality":
                by_half(read, [sys.executable, scorer, "score", kind, data])
            elif "seed_" not in name:
                times_by_half(shared, data.replace("_docs", "_gold"), read, Path(folder))


def by_half(read: Path, score: list[str]) -> None:
    """The scorer counts graded events only, so leaving reports out leaves their events out."""
    rows = [json.loads(line) for line in read.read_text("utf-8").splitlines() if line]
    for name in ("even", "odd"):
        part = read.with_name(f"{name}.jsonl")
        kept = [r for r in rows if r.get("report") and half(r["report"]["id"]) == name]
        part.write_text("".join(json.dumps(r) + "\n" for r in kept), "utf-8")
        print(f"{name}: {run(*score, str(part))}", end="")


def times_by_half(shared: Path, gold: str, read: Path, folder: Path) -> None:
    said = [json.loads(line) for line in read.read_text("utf-8").splitlines() if line]
    marks = [json.loads(line) for line in Path(gold).read_text("utf-8").splitlines() if line]
    for name in ("even", "odd"):
        wanted, found = folder / "gold.jsonl", folder / "found.jsonl"
        _dump(wanted, (m for m in marks if half(m["file"]) == name))
        found_rows = ({"file": r["report"]["id"], **t} for r in said if r.get("report") for t in r["times"])
        _dump(found, (t for t in found_rows if half(t["file"]) == name))
        out = run(sys.executable, str(shared / "eval" / "score_time.py"), str(wanted), str(found))
        print(f"{name}: " + next(line for line in out.splitlines() if line.startswith("value ")))


def _dump(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="folder with eval/ and data/")
    given = parser.parse_args()
    settings = Settings()
    loaded = [x for x in load_reports([str(EXAMPLES)], today=date.today()) if not isinstance(x, Problem)]
    spent([x[0] for x in loaded], settings)
    if given.shared:
        scores(given.shared)


if __name__ == "__main__":
    main()
