"""Commands that make, fill and check a case."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from dragoman.cli.options import Day, Ticker, finish, standard_input, tell

in_case = click.option(
    "--case", "folder", type=click.Path(path_type=Path), default=Path(), help="The case's folder; else this one."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
@as_json
def init(folder: Path, as_json: bool) -> None:
    """Make a case in DIR, or in this folder; what is there stays."""
    from dragoman import cases

    case, made = cases.init(folder)
    case.close()
    if as_json:
        click.echo(json.dumps({"case": str(folder), "made": made}))
    else:
        click.echo(
            f"{folder}: {'a case now; put reports in its reports/ and run dragoman add' if made else 'is a case'}"
        )


@click.command()
@in_case
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes to read in, some 400 MB each.")
@click.option("--outlet", help="The outlet of all these reports.")
@click.option("--published", type=Day(), help="The day of publication of all these reports.")
@click.option("--manifest", type=click.Path(path_type=Path), help="A CSV file that names outlet and day of each.")
@click.option("--again", is_flag=True, help="Read the case's own reports anew, as after a change of entities.toml.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@as_json
def add(
    folder: Path,
    jobs: int,
    outlet: str | None,
    published: date | None,
    manifest: Path | None,
    again: bool,
    paths: tuple[str, ...],
    as_json: bool,
) -> None:
    """Add reports to a case, all or none: those at PATH, else those in its reports/. What it holds already is passed over."""
    from dragoman import cases
    from dragoman.domain.case import Outcome
    from dragoman.reports import Given

    case = cases.open_case(folder)
    tell(case.problems)
    ticker = Ticker("reading")
    if again:
        if paths:
            raise click.UsageError("--again takes no PATH: it reads what the case holds")
        added = cases.read_again(case, progress=ticker, jobs=jobs)
    else:
        given = Given(published, outlet, manifest)
        added = cases.add(case, paths, given=given, stdin=standard_input(), progress=ticker, jobs=jobs)
    tell((*added.unread, *added.problems))
    for a in added.additions:
        if as_json:
            record = {"report": a.report, "outcome": str(a.outcome), "version": a.version, "statements": a.statements}
            click.echo(json.dumps({**record, "difference": list(a.difference)}, ensure_ascii=False))
        elif a.outcome is not Outcome.KNOWN:
            told = f" (version {a.version})" if a.version > 1 or a.outcome is not Outcome.NEW else ""
            click.echo(f"{a.report}: {a.outcome}{told}, {a.statements} statements")
            for line in a.difference:
                click.echo(f"    {line}")
    if not as_json:
        counts = ", ".join(f"{n} {o}" for o in Outcome if (n := added.count(o)))
        click.echo(counts or "nothing added")
    if added.additions:
        ticker.say("putting the claims together")
        cases.prepare(case)
    case.close()
    finish(len(added.additions), len(added.unread))


@click.command()
@in_case
@as_json
def verify(folder: Path, as_json: bool) -> None:
    """Check that every quote still stands at its place, in the case and in the files that it was read from."""
    from dragoman import cases
    from dragoman.cases.verifying import verify as checked
    from dragoman.records import problem_record

    case = cases.open_case(folder)
    found = checked(case)
    case.close()
    if as_json:
        record = {"reports": found.reports, "quotes": found.quotes, "faults": [problem_record(p) for p in found.faults]}
        click.echo(json.dumps({**record, "notes": [problem_record(p) for p in found.notes]}, ensure_ascii=False))
    else:
        tell(found.notes)
        tell(found.faults)
        click.echo(f"{found.quotes} quotes of {found.reports} reports: {len(found.faults)} faults")
    if found.faults:
        sys.exit(3)
