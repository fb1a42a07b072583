"""`dragoman read`: what each report says, as text or as JSON Lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from dragoman.cli.options import Ticker, emit, finish, printable, reading_options, settings_from, standard_input, tell


@click.command()
@reading_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a report, a line each.")
@click.option("--text", "with_text", is_flag=True, help="With the canonical text in each object.")
def read(
    paths: tuple[str, ...],
    manifest: Path | None,
    published: date | None,
    outlet: str | None,
    language_model: str | None,
    jobs: int,
    entities: Path | None,
    as_json: bool,
    with_text: bool,
) -> None:
    """Read reports: mentions, times, amounts, voices and statements, each with its place in the text.

    PATH is a .txt, .md, .html or .jsonl file, a folder of them, a pattern such as "2025/*.txt", or - for standard
    input. What is wrong with a report is said on standard error and the others are read.

    Ends with 0 when all were read, 1 when none was, 2 when called wrongly, 3 when some were not.
    """
    from dragoman import api
    from dragoman.domain.problem import Problem
    from dragoman.records import reading_record

    settings, faults = settings_from(language_model, entities)
    tell(faults)
    given = api.Given(published, outlet, manifest)
    done = unread = 0
    for item in api.read_paths(
        paths, settings=settings, given=given, stdin=standard_input(), progress=Ticker("reading"), jobs=jobs
    ):
        if isinstance(item, Problem):
            unread += tell([item])
            continue
        done += 1
        tell(item.problems)
        if as_json:
            emit(json.dumps(reading_record(item, with_text=with_text), ensure_ascii=False))
        else:
            _print(item)
    finish(done, unread)


def _print(reading: object) -> None:
    from dragoman.domain.reading import Reading

    assert isinstance(reading, Reading)
    report = reading.report
    day = report.published.isoformat() if report.published else "undated"
    head = printable(f"{report.title or report.id}  ({report.outlet or 'outlet not known'}, {day})")
    emit(head, bold=True)
    for s in reading.statements:
        roles = " -> ".join(r.text for r in (s.actor, s.recipient) if r)
        chain = ", citing ".join(v.name for v in s.voices)
        emit(printable(f"  {s.kind}/{s.type}{' not' if s.polarity == 'negative' else ''}: {roles or '-'}"))
        emit(printable(f"      \u201c{' '.join(s.quote.split())}\u201d{f'  [{chain}]' if chain else ''}"))
    emit("")
