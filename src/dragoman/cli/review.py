"""`dragoman review`: statements one at a time beside their text, to accept, edit, reject or skip."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.showing import choosing, clocks_of, limiting, view

if TYPE_CHECKING:
    from dragoman.cases import Case
    from dragoman.cases.reviewing import Item

_KEYS = "a accept  e edit  r reject  s skip  u undo  q quit"


@click.command()
@view
@limiting
@choosing
@click.option("--report", help="Only statements of this report.")
def review(
    folder: Path,
    as_of: date | None,
    known_by: date | None,
    form: str | None,
    actor: str | None,
    matter: str | None,
    limit: int | None,
    report: str | None,
) -> None:
    """Judge statements one at a time: a accept, e edit, r reject, s skip, u undo, q quit.

    Those of disputed and possibly conflicting claims come first. --json and --csv list what waits, and ask nothing.
    """
    from dragoman import cases
    from dragoman.cases.reviewing import waiting

    case = cases.open_case(folder)
    items = list(waiting(case, clocks_of(as_of, known_by), actor=actor, matter=matter, report=report, limit=limit))
    if form is not None:
        _listed(items, form)
    else:
        _asked(case, items)
    case.close()


def _listed(items: list[Item], form: str) -> None:
    import json

    from dragoman.cli.showing import print_csv

    records = [{"statement": i.statement, "claim": i.claim, "status": i.status} for i in items]
    if form == "csv":
        print_csv(["statement", "claim", "status"], records)
    else:
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))


def _asked(case: Case, items: list[Item]) -> None:
    """Shows each item and does what the key says; `u` takes the last decision back and shows its statement again."""
    from dragoman.cases import judging
    from dragoman.errors import DragomanError

    made: list[tuple[int, int]] = []
    place = 0
    while place < len(items):
        item = items[place]
        _show(case, item, place + 1, len(items))
        key = _key()
        try:
            if key == "a":
                made.append((place, judging.accept(case, item.statement).number))
            elif key == "r":
                made.append((place, judging.reject(case, item.statement).number))
            elif key == "e":
                made.append((place, _edit(case, item.statement)))
            elif key == "u" and made:
                place, number = made.pop()
                judging.undo(case, number)
                click.echo("taken back")
                continue
            elif key == "q" or key == "":
                break
            elif key != "s":
                click.echo("nothing to take back" if key == "u" else _KEYS)
                continue
        except (DragomanError, click.UsageError) as error:
            click.echo(str(error) if isinstance(error, DragomanError) else error.format_message())
            continue
        place += 1
    click.echo(f"{len(made)} judged, {len(items) - min(place, len(items))} left")


def _edit(case: Case, statement: str) -> int:
    from dragoman.cases import judging
    from dragoman.cli.judge import changes_of

    click.echo(
        "FIELD=VALUE ..., fields type actor recipient matter polarity realis factuality time; empty VALUE takes away"
    )
    typed = click.prompt(">", prompt_suffix=" ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    typed = typed or sys.stdin.readline()
    return judging.correct(case, statement, changes_of(tuple(typed.split()))).number


def _key() -> str:
    """One key; of input that is no terminal one character, white space passed over, "" at its end."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    while (key := sys.stdin.read(1)).isspace():
        pass
    return key.lower()


def _show(case: Case, item: Item, number: int, of: int) -> None:
    from dragoman.cases.reviewing import beside

    report, s, before, after = beside(case, item)
    day = report.published.isoformat() if report.published else "undated"
    click.secho(
        f"\n{number} of {of}  {item.statement}  {report.outlet or 'outlet not known'}, {day}  [{item.status}]",
        bold=True,
    )
    click.echo(f"  ...{before}{click.style(s.quote, bold=True, reverse=True)}{after}...")
    roles = f"actor {s.actor.entity or s.actor.text if s.actor else '-'}, recipient {s.recipient.entity or s.recipient.text if s.recipient else '-'}"
    time = s.time.value if s.time else "-"
    voices = ", citing ".join(v.name for v in s.voices) or "the author"
    click.echo(
        f"  {s.kind}/{s.type} {s.polarity} {s.realis} {s.factuality}; {roles}; matter {s.matter or '-'}; time {time}; by {voices}"
    )
    click.echo(f"  {_KEYS}")
