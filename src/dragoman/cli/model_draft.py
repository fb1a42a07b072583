"""`dragoman model draft` and `whatif`: models from reports, and what a change does to their answer."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import Day, Ticker, settings_from, tell

if TYPE_CHECKING:
    from dragoman.domain.draft import Draft
    from dragoman.domain.graph_model import GraphModel


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--case", "folder", type=click.Path(path_type=Path), help="A case's folder, in place of PATH.")
@click.option("--matter", "matters", multiple=True, help="Only options on this matter; may be repeated.")
@click.option("--options", "most", type=click.IntRange(2, 30), default=12, show_default=True, help="The most options.")
@click.option("--as-of", type=Day(), help="How things stood on this day.")
@click.option("--known-by", type=Day(), help="What had been published by this day.")
@click.option("--manifest", type=click.Path(path_type=Path), help="A CSV file that names outlet and day of each report.")
@click.option("--entities", type=click.Path(path_type=Path), help="Your own entities.toml.")
@click.option("-o", "--output", help="Where to write the model as TOML. Default: standard output.")
@click.option("--json", "as_json", is_flag=True, help="The model in the interchange form, with its evidence.")
def draft(
    paths: tuple[str, ...],
    folder: Path | None,
    matters: tuple[str, ...],
    most: int,
    as_of: date | None,
    known_by: date | None,
    manifest: Path | None,
    entities: Path | None,
    output: str | None,
    as_json: bool,
) -> None:
    """Draft a graph model from reports: who could do what, who wants what, each with its quotes.

    PATH are reports or folders of them. Exits with 1 and says why where the reports hold no negotiation.
    """
    found, code = _drafted(paths, folder, matters, most, as_of, known_by, manifest, entities)
    if found.model is None:
        click.echo(f"no model: because {found.reasons[0]}", err=True)
        for reason in found.reasons[1:]:
            click.echo(f"  {reason}", err=True)
        if as_json:
            click.echo(json.dumps({"model": None, "reasons": list(found.reasons)}, ensure_ascii=False))
        sys.exit(1)
    _written(found, found.model, output, as_json=as_json)
    sys.exit(code)


def _drafted(
    paths: tuple[str, ...],
    folder: Path | None,
    matters: tuple[str, ...],
    most: int,
    as_of: date | None,
    known_by: date | None,
    manifest: Path | None,
    entities: Path | None,
) -> tuple[Draft, int]:
    """The draft, and the exit code of reading: 3 where some reports could not be read."""
    from dragoman import api
    from dragoman.errors import InputError

    if (folder is None) == (not paths):
        raise click.UsageError("give PATH..., or --case DIR")
    if folder is not None:
        from dragoman import cases

        case = cases.open_case(folder)
        try:
            situation = cases.situation(case, as_of, known_by)
            return api.draft(situation, case.directory, matters=matters, options=most), 0
        finally:
            case.close()
    settings, faults = settings_from(None, entities)
    tell(faults)
    ticker = Ticker("reading")
    situation, unread = api.situation(
        paths,
        as_of=as_of,
        known_by=known_by,
        settings=settings,
        given=api.Given(manifest=manifest) if manifest else None,
        stdin=sys.stdin.buffer,
        progress=ticker,
    )
    tell(unread)
    if unread and not situation.readings and not situation.undated:
        raise InputError("no report could be read")
    return api.draft(situation, settings.catalogue, matters=matters, options=most), 3 if unread else 0


def _written(found: Draft, model: GraphModel, output: str | None, *, as_json: bool) -> None:
    from dragoman.errors import InputError
    from dragoman.negotiation import json_of
    from dragoman.negotiation.drafting import heading_of, toml_of

    text = json_of(model) + "\n" if as_json else toml_of(model, heading=heading_of(found))
    if output is None or output == "-":
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror or error}") from error
    click.echo(f"wrote {output}: {len(model.options)} options of {len(model.decision_makers)} decision makers", err=True)
