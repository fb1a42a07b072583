"""Processor time and memory of reading: words a second by step, growth, and two processes beside one.

python benchmarks/reading.py CORPUS...            corpora or folders of distinct reports
python benchmarks/reading.py --made 1000          reports made from the shipped examples, names and figures changed
... --growth 10,100,1000   ... --two
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman import api
from dragoman.domain.problem import Problem
from dragoman.domain.report import Report
from dragoman.entities import identify
from dragoman.reports import chunks, load_reports
from dragoman.reports.blocks import find_blocks
from dragoman.settings import Settings
from dragoman.statements import Context, read

EXAMPLES = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "examples"


def given(paths: list[str]) -> list[Report]:
    """The reports under `paths` with different texts."""
    found: dict[str, Report] = {}
    for item in load_reports(paths, today=date.today()):
        if not isinstance(item, Problem):
            found.setdefault(item[0].sha256, item[0])
    return list(found.values())


def made(count: int) -> Iterator[Report]:
    """Distinct reports: paragraphs of the examples in new orders, states and numbers exchanged, by a fixed seed."""
    chance = random.Random(7)
    sources = given([str(EXAMPLES)])
    paragraphs = [b.span.of(r.text) for r in sources for b in r.blocks if b.kind.body and len(b.span) > 150]
    states = ["Russia", "Syria", "Turkey", "Egypt", "Ethiopia", "Sudan", "Qatar", "Iran", "Israel", "Kenya"]
    for number in range(count):
        swap = dict(zip(states, chance.sample(states, len(states)), strict=True))
        text = "\n\n".join(chance.sample(paragraphs, 8))
        text = re.sub("|".join(states), lambda m, swap=swap: swap[m.group()], text)  # type: ignore[misc]
        text = re.sub(r"\b\d+\b", lambda m: str(int(m.group()) + chance.randint(0, 3)), text)
        day = date(2020, 1, 1) + timedelta(days=number % 1500)
        yield Report(f"made-{number}", "made", text, find_blocks(text), published=day, outlet=f"Example {number % 40}")


def measure(reports: list[Report], settings: Settings) -> dict[str, float]:
    """Processor seconds a step."""
    spent = dict.fromkeys(("view", "parse", "entities", "statements"), 0.0)
    for report in reports:
        t0 = time.process_time()
        view = chunks(report)
        t1 = time.process_time()
        parse = settings.parser.parse(view)
        t2 = time.process_time()
        mentions, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
        t3 = time.process_time()
        read(Context(report, parse, mentions, referents, settings.calendar, settings.catalogue))
        t4 = time.process_time()
        for step, seconds in zip(spent, (t1 - t0, t2 - t1, t3 - t2, t4 - t3), strict=True):
            spent[step] += seconds
    return spent


def table(reports: list[Report], settings: Settings) -> None:
    words = sum(r.words for r in reports)
    spent = measure(reports, settings)
    total = sum(spent.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = "  ".join(f"{step} {seconds:.1f} s" for step, seconds in spent.items())
    print(
        f"{len(reports)} reports, {words:,} words: {words / total:,.0f} words a processor second, peak {peak:,.0f} MB  ({steps})"
    )


def two(reports: list[Report]) -> None:
    """Wall time of one process and of two, loading left out."""
    import json
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as handle:
        for report in reports:
            row = {"id": report.id, "text": report.text, "published": report.published and report.published.isoformat()}
            handle.write(json.dumps(row) + "\n")
    walls = {}
    for jobs in (1, 2):
        results = api.read_paths([handle.name], jobs=jobs)
        for _ in range(jobs):
            next(results)
        start = time.monotonic()
        count = sum(1 for _ in results)
        walls[jobs] = time.monotonic() - start
        print(f"{jobs} process(es): {count} reports in {walls[jobs]:.1f} s")
    Path(handle.name).unlink()
    print(f"two processes are {walls[1] / walls[2]:.2f} times as fast as one")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--made", type=int, default=0)
    parser.add_argument("--growth", default="")
    parser.add_argument("--two", action="store_true")
    options = parser.parse_args()
    reports = given(options.paths) if options.paths else []
    sizes = [int(n) for n in options.growth.split(",") if n]
    reports += list(made(max([options.made, *sizes])))
    if not reports:
        parser.error("name corpora, or --made N")
    if options.two:
        two(reports)
        return
    start = time.process_time()
    settings = Settings()
    _ = settings.parser, settings.gazetteer, settings.calendar
    print(f"loading: {time.process_time() - start:.1f} s", file=sys.stderr)
    for size in sizes or [len(reports)]:
        table(reports[:size], settings)


if __name__ == "__main__":
    main()
