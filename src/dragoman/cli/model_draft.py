"""`dragoman model draft` and `whatif`: models from reports, and what a change does to their answer."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import Day, Ticker, settings_from, standard_input, tell

if TYPE_CHECKING:
    from dragoman.domain.answers import Part, Said
    from dragoman.domain.draft import Draft
    from dragoman.domain.graph_model import GraphModel


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--case", "folder", type=click.Path(path_type=Path), help="A case's folder, in place of PATH.")
@click.option("--matter", "matters", multiple=True, help="Only options on this matter; may be repeated.")
@click.option("--options", "most", type=click.IntRange(2, 30), default=12, show_default=True, help="The most options.")
@click.option("--as-of", type=Day(), help="How things stood on this day.")
@click.option("--known-by", type=Day(), help="What had been published by this day.")
@click.option(
    "--manifest", type=click.Path(path_type=Path), help="A CSV file that names outlet and day of each report."
)
@click.option("--entities", type=click.Path(path_type=Path), help="Your own entities.toml.")
@click.option("-o", "--output", help="Where to write the model as TOML. Default: standard output.")
@click.option("--json", "as_json", is_flag=True, help="The model in the interchange form, with its evidence.")
@click.option("--yes", is_flag=True, help="Over an edited file: take in what is new without asking; edits stay.")
@click.option("--keep", is_flag=True, help="Over an edited file: show what would change and leave it as it is.")
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
    yes: bool,
    keep: bool,
) -> None:
    """Draft a graph model from reports: who could do what, who wants what, each with its quotes.

    PATH are reports or folders of them. Exits with 1 and says why where the reports hold no negotiation. Where the file
    of -o exists its edits are kept: what the new draft would change is shown and asked about.
    """
    from dragoman.negotiation.drafting import marked

    found, code = _drafted(paths, folder, matters, most, as_of, known_by, manifest, entities)
    if found.model is None:
        click.echo(f"no model: because {found.reasons[0]}", err=True)
        for reason in found.reasons[1:]:
            click.echo(f"  {reason}", err=True)
        if as_json:
            click.echo(json.dumps({"model": None, "reasons": list(found.reasons)}, ensure_ascii=False))
        sys.exit(1)
    model = marked(found.model)
    if output is not None and output != "-" and Path(output).exists() and not as_json:
        joined = _brought_up(Path(output), model, yes=yes, keep=keep)
        if joined is None:
            sys.exit(code)
        model = joined
    _written(found, model, output, as_json=as_json)
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
        stdin=standard_input(),
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
    click.echo(
        f"wrote {output}: {len(model.options)} options of {len(model.decision_makers)} decision makers", err=True
    )


def _brought_up(path: Path, new: GraphModel, *, yes: bool, keep: bool) -> GraphModel | None:
    """The model in the file with what is new taken in and every edit kept; None where the file is to stay as it is."""
    from dragoman.negotiation import read_model
    from dragoman.negotiation.drafting import redraft

    told = redraft(read_model(path), new)
    words = {
        "new": "new in the reports",
        "changed": "changed by the reports",
        "gone": "no longer in the reports",
        "clash": "yours stays; the reports now say",
        "removed": "you took it out, and it stays out; the reports still say",
    }
    for change in told.changes:
        click.echo(f"{words[change.kind]}: {change.part} - {change.words}", err=True)
    if not told.changes:
        click.echo(f"{path}: the reports give nothing new", err=True)
        return None
    if keep:
        click.echo(f"{path} was left as it is", err=True)
        return None
    if not yes and not click.confirm("Take in what is new, and keep your edits?", default=False, err=True):
        return None
    return told.kept


_FILE = click.argument("file", metavar="FILE")


def _model_in(file: str) -> GraphModel:
    from dragoman import negotiation

    if file == "-":
        text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
        return negotiation.parse_model(text, toml=not text.lstrip().startswith("{"))
    return negotiation.read_model(file)


@click.command()
@_FILE
@click.option("--json", "as_json", is_flag=True, help="The answers as data.")
@click.option("--quotes/--no-quotes", default=True, help="The quotes under each line.")
def answers(file: str, as_json: bool, quotes: bool) -> None:
    """Say in words what holds in the model, why, how one gets there, what would change it, and on whose word."""
    from dragoman import api

    told = api.answers(_model_in(file))
    if as_json:
        click.echo(json.dumps(_data(told), ensure_ascii=False))
        return
    for part in told.parts:
        _tell(part, quotes=quotes)


@click.command()
@_FILE
@click.option("--set", "settings", multiple=True, metavar="OPTION=Y|N", help="Fix an option; may be repeated.")
@click.option("--without", "statements", multiple=True, metavar="STATEMENT", help="Leave a statement out, by its id.")
@click.option("--outlet-off", "outlets", multiple=True, metavar="NAME", help="Leave out what an outlet or voice says.")
@click.option("--json", "as_json", is_flag=True, help="The comparison as data.")
def whatif(
    file: str, settings: tuple[str, ...], statements: tuple[str, ...], outlets: tuple[str, ...], as_json: bool
) -> None:
    """Change the model and compare what holds before and after."""
    from dragoman.negotiation.drafting import changed, what_if

    if not (settings or statements or outlets):
        raise click.UsageError("say what to change: --set, --without or --outlet-off")
    fixed: dict[str, bool] = {}
    for setting in settings:
        ident, equals, letter = setting.rpartition("=")
        if not equals or letter.upper() not in ("Y", "N"):
            raise click.UsageError(f"--set {setting}: write OPTION=Y or OPTION=N")
        fixed[ident] = letter.upper() == "Y"
    before = _model_in(file)
    part = what_if(before, changed(before, settings=fixed, statements=statements, outlets=outlets))
    if as_json:
        click.echo(json.dumps(_data(part), ensure_ascii=False))
    else:
        _tell(part, quotes=False)


def _data(told: object) -> object:
    """Answers as plain data: dataclasses as their fields."""
    if dataclasses.is_dataclass(told) and not isinstance(told, type):
        return {f.name: _data(getattr(told, f.name)) for f in dataclasses.fields(told)}
    if isinstance(told, Mapping):
        return {str(k): _data(v) for k, v in told.items()}
    if isinstance(told, tuple | list):
        return [_data(v) for v in told]
    return told


def _tell(part: Part, *, quotes: bool) -> None:
    click.secho(part.title, bold=True)
    if part.note:
        click.echo(f"  {part.note}")
    for said in part.lines:
        click.echo(f"- {said.text}")
        _quotes(said, "    ", quotes=quotes)
        for under in said.under:
            click.echo(f"  - {under.text}")
            _quotes(under, "      ", quotes=quotes)
    click.echo()


def _quotes(said: Said, indent: str, *, quotes: bool) -> None:
    for record in said.evidence[:3] if quotes else ():
        words = " ".join(str(record.get("quote", "")).split())
        click.echo(f"{indent}“{words}” [{record.get('statement') or record.get('report')}]")
    if quotes and len(said.evidence) > 3:
        click.echo(f"{indent}and {len(said.evidence) - 3} more")
