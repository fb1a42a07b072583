"""How fast a large case is filled and looked into, and how much memory that takes.

    python benchmarks/case.py FOLDER --reports 10000      makes the case in FOLDER (kept if there), then measures
    python benchmarks/case.py FOLDER --changes            what a change of the case in FOLDER costs, each in a process of its own

The reports are made from the shipped examples, read once with the rules; then in each report states and longer words are
exchanged for others, by a fixed seed, so that texts and statements differ. Reading itself is measured by reading.py.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import re
import resource
import subprocess
import sys
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman import api, cases
from dragoman.cases import judging
from dragoman.cases.adding import Loaded
from dragoman.cases.searching import search
from dragoman.cases.views import lines
from dragoman.cases.why import why
from dragoman.domain.case import Clocks, View
from dragoman.domain.judgement import Letter
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.text import Span

EXAMPLES = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "examples"
STATES = {
    "Russia": "RUS",
    "Syria": "SYR",
    "Turkey": "TUR",
    "Egypt": "EGY",
    "Ethiopia": "ETH",
    "Sudan": "SDN",
    "Qatar": "QAT",
    "Iran": "IRN",
    "Israel": "ISR",
    "Kenya": "KEN",
}
DAYS = 1500


class Changed:
    """A text with some words exchanged, and spans carried over."""

    def __init__(self, text: str, words: dict[str, str]) -> None:
        pieces, self._old, self._new, at = [], [0], [0], 0
        length = 0
        for match in re.finditer(r"\w+", text):
            word = words.get(match.group())
            if word is None:
                continue
            pieces += [text[at : match.start()], word]
            length += match.start() - at + len(word)
            at = match.end()
            self._old.append(at)
            self._new.append(length)
        self.text = "".join(pieces) + text[at:]

    def _to(self, offset: int) -> int:
        i = bisect_right(self._old, offset) - 1
        return self._new[i] + offset - self._old[i]

    def span(self, span: Span) -> Span:
        start = self._to(span.start)
        return Span(start, max(self._to(span.end), start))


def changed(noun: Any, text: Changed, ids: dict[str, str]) -> Any:
    """A noun with its spans carried over, the words at them taken anew, and states' ids exchanged."""
    if isinstance(noun, Span):
        return text.span(noun)
    if isinstance(noun, tuple):
        return tuple(changed(item, text, ids) for item in noun)
    if not dataclasses.is_dataclass(noun) or isinstance(noun, type):
        return noun
    values = {f.name: changed(getattr(noun, f.name), text, ids) for f in dataclasses.fields(noun)}
    span = values.get("span")
    for name in ("text", "quote"):
        if isinstance(span, Span) and isinstance(values.get(name), str):
            values[name] = span.of(text.text)
    for name in ("entity", "country", "side", "whose"):
        if isinstance(values.get(name), str):
            values[name] = ids.get(values[name], values[name])
    return type(noun)(**values)


def made(count: int, sources: list[Reading], name: str = "made", day: int | None = None) -> Iterator[Reading]:
    """Readings of distinct reports, of one day or of some years."""
    chance = random.Random(7 if name == "made" else name)
    words = sorted({w for r in sources for w in re.findall(r"\b[a-z]{5,}\b", r.report.text)})
    for number in range(count):
        source = chance.choice(sources)
        names = list(STATES)
        swap = dict(zip(names, chance.sample(names, len(names)), strict=True))
        ids = {STATES[a]: STATES[b] for a, b in swap.items()}
        long = sorted(set(re.findall(r"\b[a-z]{5,}\b", source.report.text)))
        text = Changed(source.report.text, {**swap, **{w: chance.choice(words) for w in long if chance.random() < 0.6}})
        report = Report(
            f"{name}-{number:05}",
            "made",
            text.text,
            tuple(dataclasses.replace(b, span=text.span(b.span)) for b in source.report.blocks),
            title=f"Made report {number}",
            outlet=f"Example {number % 40}",
            published=date(2020, 1, 1) + timedelta(days=number % DAYS if day is None else day),
        )
        parts = {
            f.name: getattr(source, f.name) for f in dataclasses.fields(source) if f.name not in ("report", "problems")
        }
        yield Reading(report, **{name: changed(part, text, ids) for name, part in parts.items()})


def fill(folder: Path, count: int) -> None:
    sources = [r for r in api.read_paths([str(EXAMPLES)]) if not isinstance(r, Problem)]
    case, _ = cases.init(folder)
    start = time.process_time()
    added = put(case, made(count, sources))
    print(f"added {count} reports, {added} statements: {time.process_time() - start:.1f} s of processor time")
    case.close()


def put(case: cases.Case, readings: Iterable[Reading]) -> int:
    """Adds made readings; how many statements they have."""
    ready: dict[str, Reading] = {}

    def loaded() -> Iterator[Loaded]:
        for reading in readings:
            ready[reading.report.id] = reading
            yield reading.report, ()

    def reader(items: Iterable[Loaded]) -> Iterator[Reading]:
        return (ready.pop(report.id) for report, _ in items)

    return sum(a.statements for a in cases.add(case, loaded=loaded(), reader=reader).additions)


def measure(folder: Path) -> None:
    """One process: opens the case and asks it; prints the times, and its peak memory."""
    case = cases.open_case(folder)
    start = time.process_time()
    total = lines(case, View.CLAIM, Clocks(), limit=1).total
    print(f"{total} claims; worked out or found kept in {time.process_time() - start:.2f} s")
    asked = {
        "claims, the first 100": lambda: list(lines(case, View.CLAIM, Clocks(), limit=100).records()),
        "claims --status disputed": lambda: list(
            lines(case, View.CLAIM, Clocks(), status="disputed", limit=100).records()
        ),
        "claims --actor RUS": lambda: list(lines(case, View.CLAIM, Clocks(), actor="RUS", limit=100).records()),
        "why": lambda: why(case, next(iter(lines(case, View.CLAIM, Clocks(), limit=1).rows)).id, Clocks()),
        "search, a common word": lambda: list(search(case, ["minister"], Clocks())),
        "search, two words": lambda: list(search(case, ["port", "debt*"], Clocks())),
    }
    for name, ask in asked.items():
        best = min(_timed(ask) for _ in range(5))
        print(f"  {name}: {best * 1000:.0f} ms")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def changes(folder: Path) -> None:
    """Makes one change after another, each time looks at the claims in a fresh process, and undoes what can be undone."""
    case = cases.open_case(folder)
    prepare(folder, "as it is")
    sources = [r for r in api.read_paths([str(EXAMPLES)]) if not isinstance(r, Problem)]
    number = len(case.archive.versions())
    put(case, made(1, sources, f"last-{number}", DAYS))
    prepare(folder, "a report of the last day added")
    put(case, made(1, sources, f"amid-{number}", DAYS // 2))
    prepare(folder, "a report of the middle added")
    version = case.archive.versions()[number // 2]
    (reading,) = case.archive.readings([version.key])
    judging.reject(case, f"{version.report}#{reading.statements[0].id}")
    prepare(folder, "a statement rejected")
    judging.undo(case)
    prepare(folder, "and that undone")
    judging.grade(case, "Example 7", Letter.B)
    prepare(folder, "an outlet graded")
    judging.undo(case)
    prepare(folder, "and that undone")
    judging.merge(case, "QAT", "KEN")
    prepare(folder, "one of ten states merged into another")
    judging.undo(case)
    prepare(folder, "and that undone")
    last = date(2020, 1, 1) + timedelta(days=DAYS)
    prepare(folder, "as of a week before the end", "--as-of", str(last - timedelta(7)))
    prepare(folder, "as of the middle", "--as-of", str(last - timedelta(DAYS // 2)))
    prepare(folder, "known by a week before the end", "--known-by", str(last - timedelta(7)))
    prepare(folder, "known by the middle", "--known-by", str(last - timedelta(DAYS // 2)))


COMMAND = """
import atexit, sys
from pathlib import Path
def peak():
    told = Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
    print(int(told) // 1024, file=sys.stderr)
atexit.register(peak)
from dragoman.cli import main
main()
"""


def prepare(folder: Path, what: str, *clocks: str) -> None:
    """`dragoman claims` in a process of its own: its processor time, and the most memory that it held (Linux)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "claims", *clocks, "--case", str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"  {what}: {spent:.2f} s, {done.stderr.split()[-1]} MB", flush=True)


def _timed(ask: Any) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def commands(folder: Path) -> None:
    """Each command in a process of its own."""
    for command in (["claims"], ["claims", "--json"], ["why", _first(folder)], ["search", "minister"], ["positions"]):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", "from dragoman.cli import main; main()", *command, "--case", str(folder)],
            check=True,
            capture_output=True,
        )
        print(f"  dragoman {' '.join(command)}: {time.perf_counter() - start:.2f} s")
    print(f"  most memory of a command {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def _first(folder: Path) -> str:
    case = cases.open_case(folder)
    return next(lines(case, View.CLAIM, Clocks(), limit=1).rows).id


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--measure", action="store_true", help="only measure the case that is there")
    parser.add_argument("--changes", action="store_true", help="only make changes, and time the first look after each")
    parser.add_argument("--commands", action="store_true", help="only time the commands")
    options = parser.parse_args()
    if options.measure:
        measure(options.folder)
        return
    if options.changes:
        changes(options.folder)
        return
    if options.commands:
        commands(options.folder)
        return
    if not (options.folder / "dragoman.toml").exists():
        fill(options.folder, options.reports)
        start = time.perf_counter()
        subprocess.run([sys.executable, __file__, str(options.folder), "--measure"], check=True, capture_output=True)
        print(f"first view of it: {time.perf_counter() - start:.1f} s")
    subprocess.run([sys.executable, __file__, str(options.folder), "--measure"], check=True)
    subprocess.run([sys.executable, __file__, str(options.folder), "--commands"], check=True)


if __name__ == "__main__":
    main()
