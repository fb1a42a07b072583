"""Options and output that the views of a case share."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.case import in_case
from dragoman.cli.options import Day

if TYPE_CHECKING:
    from dragoman.domain.case import Clocks, View

F = TypeVar("F", bound=Callable[..., Any])
Record = dict[str, Any]
SHOWN = 100
"""So many lines are shown as text where --limit does not say; --json and --csv print all."""


def view(command: F) -> F:
    """What every view has: the case, two clocks, and a form."""
    for option in (
        click.option("--csv", "form", flag_value="csv", help="Print CSV."),
        click.option("--json", "form", flag_value="json", help="Print JSON, an object a line."),
        click.option("--known-by", type=Day(), help="Only what had been published by this day."),
        click.option("--as-of", type=Day(), help="What held on this day."),
        in_case,
    ):
        command = option(command)
    return command


def choosing(command: F) -> F:
    """`--actor`, `--matter`."""
    for option in (
        click.option("--matter", help="Only this matter."),
        click.option("--actor", help="Only what concerns this actor: an id or a name."),
    ):
        command = option(command)
    return command


def limiting(command: F) -> F:
    """`--limit`."""
    told = f"At most so many lines; else {SHOWN} as text, all as data."
    return click.option("--limit", type=click.IntRange(min=1), help=told)(command)


def show(
    what: View,
    folder: Path,
    clocks: Clocks,
    form: str | None,
    columns: Sequence[str],
    line: Callable[[Record], str],
    *,
    actor: str | None = None,
    matter: str | None = None,
    status: str | None = None,
    limit: int | None = None,
) -> None:
    """Prints a view."""
    from dragoman import cases
    from dragoman.cases.views import lines

    case = cases.open_case(folder)
    found = lines(
        case,
        what,
        clocks,
        actor=actor,
        matter=matter,
        status=status,
        limit=limit or (SHOWN if form is None else None),
    )
    tell_notes(found.notes)
    if form == "json":
        sys.stdout.writelines(f"{row.record}\n" for row in found.rows)
    elif form == "csv":
        print_csv(columns, found.records())
    else:
        shown = [line(record) for record in found.records()]
        click.echo("\n".join(shown), nl=bool(shown))
        if len(shown) < found.total:
            click.echo(f"... {found.total - len(shown)} more; --limit {found.total} shows all", err=True)
    case.close()


def tell_notes(notes: Iterable[str]) -> None:
    for note in notes:
        click.echo(f"dragoman: {note}", err=True)


def print_csv(columns: Sequence[str], records: Iterable[Record]) -> None:
    """A header and a line a record; lists are joined by "; "."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record.get(name)) for name in columns])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_cell(v.get("id") or v.get("name") if isinstance(v, dict) else v) for v in value)
    return str(value)


def clocks_of(as_of: date | None, known_by: date | None) -> Clocks:
    from dragoman.domain.case import Clocks

    return Clocks(as_of, known_by)


def quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”"


def days(first: str | None, last: str | None) -> str:
    """Two days, or the one they are."""
    return (first or "?") if first == last else f"{first or '...'} to {last or '...'}"


def last_quote(record: Record) -> str:
    return quoted(record["statements"][-1]["quote"]) if record["statements"] else ""
