"""`dragoman brief` and `dragoman demo`: the page that a person reads, and the same as data."""

from __future__ import annotations

import json
import os
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import (
    Day,
    Ticker,
    emit,
    finish,
    reading_options_or_case,
    settings_from,
    standard_input,
    tell,
)

if TYPE_CHECKING:
    from dragoman.brief import Outline
    from dragoman.domain.graph_model import GraphModel
    from dragoman.domain.situation import Situation

_SUFFIX = {".json": "json", ".md": "markdown", ".markdown": "markdown"}
_EXAMPLES = files("dragoman") / "examples"


@click.command()
@reading_options_or_case
@click.option("-o", "--output", help="Where to write; - for standard output. Default: brief.html, or - with a format.")
@click.option("--json", "as_json", is_flag=True, help="The brief as data.")
@click.option("--markdown", "as_markdown", is_flag=True, help="The brief as text.")
@click.option("--as-of", type=Day(), help="How things stood on this day.")
@click.option("--known-by", type=Day(), help="What had been published by this day; undated reports stay out.")
@click.option(
    "--with-texts", is_flag=True, help="With the whole text of every report: for briefs that stay in the house."
)
@click.option("--title", help="A title of your own.")
@click.option("--model", help="A graph model to brief in place of the one drafted from the reports.")
def brief(
    paths: tuple[str, ...],
    manifest: Path | None,
    published: date | None,
    outlet: str | None,
    language_model: str | None,
    jobs: int,
    entities: Path | None,
    output: str | None,
    as_json: bool,
    as_markdown: bool,
    as_of: date | None,
    known_by: date | None,
    with_texts: bool,
    title: str | None,
    model: str | None,
    case: Path | None,
) -> None:
    """Brief reports, or a case: who wants what, on whose word, and the sentence under every line."""
    from dragoman import api
    from dragoman.brief import outline

    if as_json and as_markdown:
        raise click.UsageError("--json and --markdown exclude each other")
    form = "json" if as_json else "markdown" if as_markdown else _SUFFIX.get(Path(output or "").suffix.lower(), "html")
    target = output or ("brief.html" if form == "html" else "-")
    _writable(target)
    if case is not None and paths:
        raise click.UsageError("--case and PATH... exclude each other; dragoman add puts reports into a case")
    if not paths:
        found = _of_case(case or Path(), as_of, known_by)
        held = (api.what_would_hold(found, api.Settings().catalogue, _model(model)),)
        _write(outline(found, title=title, with_texts=with_texts, sections=held), form, target)
        finish(len(found.readings), 0)
        return
    settings, faults = settings_from(language_model, entities)
    tell(faults)
    ticker, done = Ticker("reading"), 0

    def progress(path: str, words: int) -> None:
        nonlocal done
        done += 1
        ticker(path, words)

    found, unread = api.situation(
        paths,
        as_of=as_of,
        known_by=known_by,
        settings=settings,
        given=api.Given(published, outlet, manifest),
        stdin=standard_input(),
        progress=progress,
        jobs=jobs,
    )
    tell(unread)
    for reading in found.readings:
        tell(reading.problems)
    if done:
        ticker.say("writing the brief")
        held = (api.what_would_hold(found, settings.catalogue, _model(model)),)
        every = (*faults, *unread)
        _write(outline(found, title=title, problems=every, with_texts=with_texts, sections=held), form, target)
    finish(done, len(unread))


def _model(file: str | None) -> GraphModel | None:
    from dragoman.negotiation import read_model

    return read_model(file) if file is not None else None


def _of_case(folder: Path, as_of: date | None, known_by: date | None) -> Situation:
    """What the case in `folder` adds up to, with the judgements in force."""
    from dragoman import cases

    case = cases.open_case(folder)
    try:
        return cases.situation(case, as_of, known_by)
    finally:
        case.close()


@click.command()
@click.argument("name", default="bases")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), help="Where to copy it. Default: dragoman-demo-NAME."
)
def demo(name: str, into: Path | None) -> None:
    """Copy a shipped example into a folder and brief it, leaving brief.html here."""
    from dragoman import api
    from dragoman.brief import outline
    from dragoman.errors import UsageError

    known = sorted(e.name for e in _EXAMPLES.iterdir() if (e / "reports").is_dir())
    if name not in known:
        raise UsageError(f"no example {name!r}; there are {', '.join(known)}")
    _writable("brief.html")
    folder = into or Path(f"dragoman-demo-{name}")
    _copy(name, folder)
    ticker = Ticker("reading")
    found, unread = api.situation([str(folder / "reports")], progress=ticker)
    tell(unread)
    for reading in found.readings:
        tell(reading.problems)
    if found.readings:
        held = (api.what_would_hold(found, api.Settings().catalogue),)
        _write(outline(found, problems=unread, sections=held), "html", "brief.html")
        count = len(found.readings)
        click.echo(f"Open brief.html in a browser. The {count} reports that it rests on are in {folder / 'reports'}.")
    finish(len(found.readings), len(unread))


def _copy(name: str, folder: Path) -> None:
    """Copies the example's files over what is there; files of other names are left alone."""
    import shutil

    from dragoman.errors import InputError

    try:
        with as_file(_EXAMPLES / name) as source:
            shutil.copytree(source, folder, dirs_exist_ok=True)
    except OSError as error:
        raise InputError(f"the example cannot be copied to {folder}: {error.strerror or error}") from error


def _writable(target: str) -> None:
    """`InputError` where nothing can be written to `target`, said before the long work."""
    from dragoman.errors import InputError

    path = Path(target)
    if target == "-":
        return
    if path.is_dir():
        raise InputError(f"{target} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise InputError(f"{target} cannot be written: there is no folder {path.parent}")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise InputError(f"{target} cannot be written: permission denied")


def _write(outline: Outline, form: str, target: str) -> None:
    from dragoman.brief import data, html, markdown
    from dragoman.errors import InputError

    if form == "json":
        text = json.dumps(data(outline), ensure_ascii=False, indent=1) + "\n"
    else:
        render = markdown if form == "markdown" else html
        text = render(outline)
    written = text.encode("utf-8", "backslashreplace")
    if target == "-":
        emit(text.removesuffix("\n"))
        return
    try:
        Path(target).write_bytes(written)
    except OSError as error:
        raise InputError(f"{target} cannot be written: {error.strerror or error}") from error
    click.echo(f"wrote {target}", err=True)
