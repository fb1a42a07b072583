"""Commands that go into a case's evidence: why a claim stands, where words stand, what changed since a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from dragoman.cli.options import Day
from dragoman.cli.showing import Record, clocks_of, print_csv, quoted, tell_notes, view


@click.command()
@view
@click.argument("claim")
def why(folder: Path, as_of: date | None, known_by: date | None, form: str | None, claim: str) -> None:
    """Show what CLAIM (or the claim of a statement, REPORT#NUMBER) rests on: chains of voices, roots, quotes."""
    from dragoman import cases
    from dragoman.cases.why import why as found_for

    case = cases.open_case(folder)
    record, notes = found_for(case, claim, clocks_of(as_of, known_by))
    case.close()
    tell_notes(notes)
    if form == "json":
        click.echo(json.dumps(record, ensure_ascii=False))
    elif form == "csv":
        columns = [
            "id",
            "side",
            "root",
            "chain",
            "report",
            "version",
            "outlet",
            "published",
            "start",
            "end",
            "quote",
            "judged",
        ]
        print_csv(columns, record["statements"])
    else:
        click.echo("\n".join(_why_lines(record)))


def _why_lines(c: Record) -> Iterator[str]:
    yield f"{c['id']}  {c['status']}: {c['reason']}"
    yield f"suggested credibility {c['digit']}: {c['digit_reason']}"
    for side, title in (("for", "For it"), ("against", "Against it"), ("amends", "Amending it")):
        rows = [s for s in c["statements"] if s["side"] == side]
        if rows:
            yield f"\n{title}"
        for s in rows:
            judged = f"  ({s['judged']})" if s["judged"] else ""
            yield f"  {s['published'] or 'undated'}  {s['chain']}  [root: {s['root']}]{judged}"
            yield f"      {quoted(s['quote'])}  {s['id']} at {s['start']}-{s['end']}"
    yield "\nRoots"
    for r in c["roots"]:
        via = f" via {r['via']}" if r["via"] and r["via"] != r["name"] else ""
        yield f"  {r['name']} ({r['kind']}){via}, graded {r['letter']}{'' if r['named'] else ', independence unknown'}"
    for i in c["interested"]:
        yield f"  interested: {i['why']}"
    for name, title in (("superseded_by", "Superseded by"), ("rivals", "Rivals"), ("linked", "Linked")):
        for other in c[f"{name}_told"]:
            yield f"{title}: {other['id']}  {other['status']}  {quoted(other['quote'])}"


@click.command()
@view
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.argument("words", nargs=-1, required=True)
def search(
    folder: Path, as_of: date | None, known_by: date | None, form: str | None, limit: int, words: tuple[str, ...]
) -> None:
    """Find reports with all WORDS: words, "phrases", and beginnings*."""
    from dragoman import cases
    from dragoman.cases.searching import search as found_for

    case = cases.open_case(folder)
    found = [
        {
            "report": f.version.report,
            "outlet": f.version.outlet,
            "published": f.version.published and f.version.published.isoformat(),
            "title": f.version.title,
            "source": f.version.source,
            "start": f.passage.start,
            "end": f.passage.end,
            "text": f.text,
            "words": [{"start": s.start, "end": s.end} for s in f.spans],
        }
        for f in found_for(case, words, clocks_of(as_of, known_by), limit=limit)
    ]
    case.close()
    if as_of is not None:
        tell_notes(["--as-of says nothing of where words stand; --known-by bounds what is searched"])
    if form == "json":
        for record in found:
            click.echo(json.dumps(record, ensure_ascii=False))
    elif form == "csv":
        print_csv(["report", "outlet", "published", "title", "source", "start", "end", "text"], found)
    else:
        for r in found:
            click.echo(
                f"{r['report']}  {r['outlet'] or 'outlet not known'}, {r['published'] or 'undated'}  {r['title'] or ''}"
            )
            click.echo(f"    ... {' '.join(str(r['text']).split())} ...")


@click.command()
@view
@click.option("--since", type=Day(), required=True, help="Compare with what had been published by this day.")
def diff(folder: Path, as_of: date | None, known_by: date | None, form: str | None, since: date) -> None:
    """List claims that are new, changed, overtaken or withdrawn since a day."""
    from dragoman import cases
    from dragoman.cases.changes import changes

    case = cases.open_case(folder)
    found, notes = changes(case, since, clocks_of(as_of, known_by))
    case.close()
    tell_notes(notes)
    if form == "json":
        for record in found:
            click.echo(json.dumps(record, ensure_ascii=False))
    elif form == "csv":
        print_csv(
            ["change", "id", "status", "reason", "kind", "type", "actor", "other", "matter", "roots", "quote"], found
        )
    else:
        for r in found:
            was = (
                f"{r['was']['status']}, {r['was']['roots']} roots -> "
                if r["was"] and r["change"] != "withdrawn"
                else ""
            )
            click.echo(f"{r['change']:<10} {r['id']}  {was}{r['status']}, {r['roots']} roots\n    {quoted(r['quote'])}")
