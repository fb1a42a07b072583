"""Commands that show what a case adds up to, each on two clocks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from dragoman.cli.showing import Record, choosing, clocks_of, days, last_quote, quoted, show, view

_STATUSES = ["corroborated", "independence-unknown", "single-root", "superseded", "disputed", "possible-conflict"]


@click.command()
@view
@choosing
@click.option("--status", type=click.Choice(_STATUSES), help="Only claims of this status.")
def claims(
    folder: Path,
    as_of: date | None,
    known_by: date | None,
    form: str | None,
    actor: str | None,
    matter: str | None,
    limit: int | None,
    status: str | None,
) -> None:
    """List the claims: what is said, on how many independent roots, and how it stands."""
    from dragoman.domain.case import View

    def line(c: Record) -> str:
        sides = " -> ".join(s for s in (c["actor"], c["other"]) if s)
        roots = f"{len(c['roots'])} root{'s' if len(c['roots']) != 1 else ''}"
        told = "  ".join(t for t in (c["id"], c["status"], f"{c['kind']}/{c['type']}", sides, c["matter"], roots) if t)
        return f"{told}\n    {quoted(c['quote'])}\n    {c['reason']}"

    columns = [
        "id",
        "status",
        "reason",
        "kind",
        "type",
        "actor",
        "other",
        "matter",
        "earliest",
        "latest",
        "digit",
        "roots",
        "statements",
        "superseded_by",
        "rivals",
        "linked",
        "quote",
    ]
    show(
        View.CLAIM,
        folder,
        clocks_of(as_of, known_by),
        form,
        columns,
        line,
        actor=actor,
        matter=matter,
        status=status,
        limit=limit,
    )


@click.command()
@view
@choosing
def timeline(
    folder: Path,
    as_of: date | None,
    known_by: date | None,
    form: str | None,
    actor: str | None,
    matter: str | None,
    limit: int | None,
) -> None:
    """List events by day."""
    from dragoman.domain.case import View

    def line(h: Record) -> str:
        return f"{days(h['earliest'], h['latest']):<24}  {h['status']:<20}  {quoted(h['quote'])}  {h['claim']}"

    columns = [
        "earliest",
        "latest",
        "exact",
        "claim",
        "status",
        "kind",
        "type",
        "actor",
        "other",
        "matter",
        "report",
        "start",
        "end",
        "quote",
    ]
    show(
        View.HAPPENING, folder, clocks_of(as_of, known_by), form, columns, line, actor=actor, matter=matter, limit=limit
    )


@click.command()
@view
@choosing
def positions(
    folder: Path,
    as_of: date | None,
    known_by: date | None,
    form: str | None,
    actor: str | None,
    matter: str | None,
    limit: int | None,
) -> None:
    """List who wants, offers, demands or refuses what, since when, on whose word."""
    from dragoman.domain.case import View

    def line(p: Record) -> str:
        strength = f" ({p['strength']})" if p["strength"] else ""
        how = f"{'not ' if p['polarity'] == 'negative' else ''}{p['stance']}{strength}"
        return f"{p['name']}: {how} {p['matter']}, since {p['since'] or '?'} [{p['held']}]\n    {last_quote(p)}"

    columns = [
        "actor",
        "name",
        "matter",
        "stance",
        "strength",
        "polarity",
        "since",
        "latest",
        "held",
        "claims",
        "statements",
    ]
    show(
        View.POSITION, folder, clocks_of(as_of, known_by), form, columns, line, actor=actor, matter=matter, limit=limit
    )


@click.command()
@view
@choosing
def ties(
    folder: Path,
    as_of: date | None,
    known_by: date | None,
    form: str | None,
    actor: str | None,
    matter: str | None,
    limit: int | None,
) -> None:
    """List who holds, needs, owes, supplies, hosts or leads whom, from when to when."""
    from dragoman.domain.case import View

    def line(t: Record) -> str:
        sides = f"{t['first_name']} {'not ' if t['polarity'] == 'negative' else ''}{t['kind']} {t['second_name'] or t['about'] or '?'}"
        return f"{sides}  {days(t['since'], t['until'])}\n    {last_quote(t)}"

    columns = [
        "first",
        "first_name",
        "kind",
        "second",
        "second_name",
        "about",
        "polarity",
        "since",
        "until",
        "statements",
    ]
    show(View.TIE, folder, clocks_of(as_of, known_by), form, columns, line, actor=actor, matter=matter, limit=limit)


@click.command()
@view
@choosing
def agreements(
    folder: Path,
    as_of: date | None,
    known_by: date | None,
    form: str | None,
    actor: str | None,
    matter: str | None,
    limit: int | None,
) -> None:
    """List deals with their status and deadlines, the next deadline first."""
    from dragoman.domain.case import View

    def line(a: Record) -> str:
        due = f", due {a['deadline']}" if a["deadline"] else ""
        head = f"{a['id']}  {' / '.join(n or '?' for n in a['names'])}: {a['matter'] or 'a deal'}, {a['status']}{due}"
        steps = [f"    {days(s['earliest'], s['latest'])}  {s['status']}  {quoted(s['quote'])}" for s in a["steps"]]
        return "\n".join([head, *steps])

    columns = ["id", "parties", "matter", "status", "deadline"]
    show(
        View.AGREEMENT, folder, clocks_of(as_of, known_by), form, columns, line, actor=actor, matter=matter, limit=limit
    )


@click.command()
@view
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
def actors(folder: Path, as_of: date | None, known_by: date | None, form: str | None, limit: int | None) -> None:
    """List who takes part, and the names that stand for each."""
    from dragoman.domain.case import View

    def line(a: Record) -> str:
        also = f"  also {', '.join(a['also'])}" if a["also"] else ""
        return (
            f"{a['id']}  {a['name']} ({a['kind']}): {len(a['statements'])} statements in {a['reports']} reports{also}"
        )

    show(
        View.ACTOR,
        folder,
        clocks_of(as_of, known_by),
        form,
        ["id", "name", "kind", "standing", "reports", "also"],
        line,
        limit=limit,
    )
