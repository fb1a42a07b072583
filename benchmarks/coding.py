"""Events and stances against annotated sentences, both halves of their ids; and the five reports' assertions.

python benchmarks/coding.py [../shared] [--refusals]

`--refusals` counts why triggers made no statement. The even half (`zlib.crc32(id) % 2 == 0`) is the one rules were tuned on.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from datetime import date
from pathlib import Path

from dragoman import api
from dragoman.domain.problem import Problem
from dragoman.entities import identify
from dragoman.records import reading_record
from dragoman.reports import chunks, load_reports
from dragoman.settings import Settings
from dragoman.statements import Context
from dragoman.statements.coding.trace import decisions


def prepared(shared: Path, kind: str, data: Path, folder: Path) -> Path:
    """The corpus that the scorer's `prepare` makes of the data."""
    scorer = shared / "eval" / "evaluate.py"
    done = subprocess.run([sys.executable, scorer, "prepare", kind, data], capture_output=True, text=True, check=True)
    path = folder / f"{kind}.jsonl"
    path.write_text(done.stdout, encoding="utf-8")
    return path


def read_to(corpus: Path, path: Path, settings: Settings) -> None:
    """What `dragoman read --json` prints for the corpus."""
    with path.open("w", encoding="utf-8") as out:
        for item in api.read_paths([str(corpus)], settings=settings):
            if not isinstance(item, Problem):
                out.write(json.dumps(reading_record(item), ensure_ascii=False) + "\n")


def refusals(corpus: Path, settings: Settings) -> Counter[str]:
    """Why triggers made no statement, counted."""
    found: Counter[str] = Counter()
    for item in load_reports([str(corpus)], today=date.today()):
        if isinstance(item, Problem):
            continue
        report = item[0]
        parse = settings.parser.parse(chunks(report))
        context = Context(report, parse, *identify(report, parse, settings.catalogue, settings.gazetteer))
        found.update(d.why or "said" for d in decisions(context))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--refusals", action="store_true")
    given = parser.parse_args()
    settings = Settings()
    events = given.shared / "data" / "events" / "plv_train.jsonl"
    seeds = given.shared / "data" / "assertions" / "seed_assertions_dev.jsonl"
    scorer = given.shared / "eval" / "evaluate.py"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = prepared(given.shared, "events", events, folder)
        if given.refusals:
            for why, count in refusals(corpus, settings).most_common():
                print(f"{count:6d}  {why}")
            return
        read = folder / "read.jsonl"
        read_to(corpus, read, settings)
        gold = events.read_text(encoding="utf-8").splitlines()
        for half, rest in (("tuned on (even)", 0), ("kept (odd)", 1), ("all", None)):
            kept = [x for x in gold if rest is None or zlib.crc32(json.loads(x)["id"].encode()) % 2 == rest]
            part = folder / "gold.jsonl"
            part.write_text("\n".join(kept), encoding="utf-8")
            print(half, flush=True)
            subprocess.run([sys.executable, scorer, "score", "events", part, read], check=True)
        corpus = prepared(given.shared, "assertions", seeds, folder)
        read_to(corpus, read, settings)
        subprocess.run([sys.executable, scorer, "score", "assertions", seeds, read], check=True)


if __name__ == "__main__":
    main()
