"""Commands that show what a case adds up to, each on two clocks: a row of `_TABLES` a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from dragoman.cli.showing import Record, choosing, clocks_of, days, last_quote, limiting, quoted, show, view

_STATUSES = ["corroborated", "independence-unknown", "single-root", "superseded", "disputed", "possible-conflict"]


@dataclass(frozen=True, slots=True)
class _Table:
    """A view's help, the columns of its CSV in order, and its lines as text."""

    help: str
    columns: str
    line: Callable[[Record], str]


def _claim(c: Record) -> str:
    sides = " > ".join(s for s in (c["actor_name"], c["other_name"]) if s)
    act = f"{'not ' if c['polarity'] == 'negative' else ''}{c['kind']} {c['type']}"
    roots = f"{len(c['roots'])} root{'s' if len(c['roots']) != 1 else ''}"
    told = "  ".join(t for t in (c["id"], c["status"], roots, act, sides, c["matter"]) if t)
    return f"{told}\n    {quoted(c['quote'])}\n    {c['reason']}"


def _happening(h: Record) -> str:
    return f"{days(h['earliest'], h['latest']):<24}  {h['status']:<20}  {quoted(h['quote'])}  {h['claim']}"


def _position(p: Record) -> str:
    strength = f" ({p['strength']})" if p["strength"] not in (None, p["stance"]) else ""
    how = f"{'not ' if p['polarity'] == 'negative' else ''}{p['stance']}{strength}"
    matter = p["matter"].replace("-", " ")
    return f"{p['name']}: {how}: {matter}, since {p['since'] or '?'} [{p['held']}]\n    {last_quote(p)}"


def _tie(t: Record) -> str:
    sides = f"{t['first_name']} {'not ' if t['polarity'] == 'negative' else ''}{t['kind']} {t['second_name'] or t['about'] or '?'}"
    over = "  (over)" if t.get("over") else ""
    return f"{sides}  {days(t.get('since_edtf') or t['since'], t['until'])}{over}\n    {last_quote(t)}"


def _agreement(a: Record) -> str:
    due = f", due {a['deadline']}" if a["deadline"] else ""
    head = f"{a['id']}  {' / '.join(n or '?' for n in a['names'])}: {a['matter'] or 'a deal'}, {a['status']}{due}"
    steps = [f"    {days(s['earliest'], s['latest'])}  {s['status']}  {quoted(s['quote'])}" for s in a["steps"]]
    return "\n".join([head, *steps])


def _actor(a: Record) -> str:
    also = f"  also {', '.join(a['also'])}" if a["also"] else ""
    return f"{a['id']}  {a['name']} ({a['kind']}): {len(a['statements'])} statements in {a['reports']} reports{also}"


_TABLES = {
    "claim": _Table(
        "List the claims: what is said, on how many independent roots, and how it stands.",
        "id status reason kind type actor other matter earliest latest digit roots statements superseded_by rivals"
        " linked quote",
        _claim,
    ),
    "happening": _Table(
        "List events by day.",
        "earliest latest exact claim status kind type actor other matter report start end quote",
        _happening,
    ),
    "position": _Table(
        "List who wants, offers, demands or refuses what, since when, on whose word.",
        "actor name matter stance strength polarity since latest held claims statements",
        _position,
    ),
    "tie": _Table(
        "List who holds, needs, owes, supplies, hosts or leads whom, from when to when.",
        "first first_name kind second second_name about polarity since until statements",
        _tie,
    ),
    "agreement": _Table(
        "List deals with their status and deadlines, the next deadline first.",
        "id parties matter status deadline",
        _agreement,
    ),
    "actor": _Table(
        "List who takes part, and the names that stand for each.", "id name kind standing reports also", _actor
    ),
}


def _command(name: str, what: str) -> click.Command:
    """The command `name` that shows the view `what`."""
    table = _TABLES[what]

    def run(
        folder: Path,
        as_of: date | None,
        known_by: date | None,
        form: str | None,
        limit: int | None,
        **chosen: str | None,
    ) -> None:
        from dragoman.domain.case import View

        clocks = clocks_of(as_of, known_by)
        show(View(what), folder, clocks, form, table.columns.split(), table.line, limit=limit, **chosen)

    if what == "claim":
        run = click.option("--status", type=click.Choice(_STATUSES), help="Only claims of this status.")(run)
    command = view(limiting(run if what == "actor" else choosing(run)))
    return click.command(name, help=table.help)(command)


claims = _command("claims", "claim")
timeline = _command("timeline", "happening")
positions = _command("positions", "position")
ties = _command("ties", "tie")
agreements = _command("agreements", "agreement")
actors = _command("actors", "actor")
