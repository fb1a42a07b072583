"""Commands that judge statements, entities and sources; each adds to the log, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.case import as_json, in_case

if TYPE_CHECKING:
    from dragoman.cases import Case
    from dragoman.domain.judgement import Entry

F = TypeVar("F", bound=Callable[..., Any])
_NOTE = click.option("--note", default="", help="Why, for the log.")
_STATEMENT = click.argument("statement")


def judging(command: F) -> F:
    """What every command that judges has: the case, a note, `--json`."""
    for option in (in_case, _NOTE, as_json):
        command = option(command)
    return command


@click.command()
@_STATEMENT
@judging
def accept(statement: str, folder: Path, note: str, as_json: bool) -> None:
    """Say that STATEMENT (REPORT#NUMBER) is read rightly."""
    from dragoman.cases import judging

    _done(folder, lambda case: judging.accept(case, statement, note=note), as_json)


@click.command()
@_STATEMENT
@judging
def reject(statement: str, folder: Path, note: str, as_json: bool) -> None:
    """Say that the report does not say STATEMENT; it is left out of everything until undone."""
    from dragoman.cases import judging

    _done(folder, lambda case: judging.reject(case, statement, note=note), as_json)


@click.command()
@_STATEMENT
@click.option(
    "--set",
    "pairs",
    multiple=True,
    metavar="FIELD=VALUE",
    required=True,
    help="May be repeated; an empty VALUE takes it away.",
)
@judging
def correct(statement: str, pairs: tuple[str, ...], folder: Path, note: str, as_json: bool) -> None:
    """Say what STATEMENT should be: type, actor, recipient, matter, polarity, realis, factuality, time."""
    from dragoman.cases import judging

    _done(folder, lambda case: judging.correct(case, statement, changes_of(pairs), note=note), as_json)


def changes_of(pairs: tuple[str, ...]) -> dict[Any, str | None]:
    """FIELD=VALUE pairs as changes; `click.UsageError` for another field."""
    from dragoman.domain.judgement import Field

    found: dict[Any, str | None] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or name.strip() not in frozenset(Field):
            raise click.UsageError(f"{pair!r}: write FIELD=VALUE, FIELD one of {', '.join(Field)}")
        found[Field(name.strip())] = value.strip() or None
    return found


@click.command()
@click.argument("entity")
@click.argument("into")
@click.option("--name", default="", help="Makes INTO a new entity of this name.")
@judging
def merge(entity: str, into: str, name: str, folder: Path, note: str, as_json: bool) -> None:
    """Say that ENTITY (an id, or a name in the reports) is INTO (an id)."""
    from dragoman.cases import judging

    _done(folder, lambda case: judging.merge(case, entity, into, name=name, note=note), as_json)


@click.command()
@click.argument("entity")
@click.argument("into")
@click.option("--name", default="", help="Makes INTO a new entity of this name.")
@click.option("--called", default="", metavar="NAME", help="Where the reports call it so.")
@click.option("--statement", "statements", multiple=True, help="In this statement; may be repeated.")
@click.option("--report", "reports", multiple=True, help="In this report; may be repeated.")
@judging
def split(
    entity: str,
    into: str,
    name: str,
    called: str,
    statements: tuple[str, ...],
    reports: tuple[str, ...],
    folder: Path,
    note: str,
    as_json: bool,
) -> None:
    """Say that part of what is taken for ENTITY is INTO."""
    from dragoman.cases import judging

    def made(case: Case) -> Entry:
        return judging.split(
            case, entity, into, name=name, text=called, statements=statements, reports=reports, note=note
        )

    _done(folder, made, as_json)


@click.command()
@click.argument("source")
@click.argument("letter", type=click.Choice(list("ABCDEF"), case_sensitive=False))
@judging
def grade(source: str, letter: str, folder: Path, note: str, as_json: bool) -> None:
    """Grade an outlet or a voice by the Admiralty code: A reliable ... E unreliable, F cannot be judged."""
    from dragoman.cases import judging
    from dragoman.domain.judgement import Letter

    _done(folder, lambda case: judging.grade(case, source, Letter(letter.upper()), note=note), as_json)


@click.command()
@click.argument("number", type=int, required=False)
@judging
def undo(number: int | None, folder: Path, note: str, as_json: bool) -> None:
    """Take back entry NUMBER of the log, else the last one in force; an undo can be undone."""
    from dragoman.cases import judging

    _done(folder, lambda case: judging.undo(case, number, note=note), as_json)


def _done(folder: Path, judge: Callable[[Case], Entry], as_json: bool) -> None:
    from dragoman import cases

    case = cases.open_case(folder)
    _print_entry(judge(case), as_json, in_force=True)
    case.close()


def _print_entry(entry: Entry, as_json: bool, *, in_force: bool) -> None:
    from dragoman.cases.judging import describe
    from dragoman.cases.rows import plain

    if as_json:
        what = type(entry.decision).__name__.lower()
        record = {"number": entry.number, "made": entry.made.isoformat(), "what": what}
        record |= {"decision": plain(entry.decision), "in_force": in_force, "note": entry.note}
        click.echo(json.dumps(record, ensure_ascii=False))
        return
    note = f"  [{entry.note}]" if entry.note else ""
    back = "" if in_force else "  (taken back)"
    click.echo(f"{entry.number:>4}  {entry.made:%Y-%m-%d %H:%M}  {describe(entry)}{note}{back}")


@click.command()
@in_case
@as_json
def log(folder: Path, as_json: bool) -> None:
    """List the judgements of a case, those taken back too."""
    from dragoman import cases
    from dragoman.cases.judging import standing_entries

    case = cases.open_case(folder)
    entries = case.archive.log()
    stand = standing_entries(entries)
    for entry in entries:
        _print_entry(entry, as_json, in_force=entry.number in stand)
    case.close()
