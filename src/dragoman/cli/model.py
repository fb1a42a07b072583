"""`dragoman model`: graph models from a file, with no report in sight."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

import click

from dragoman.cli import model_draft
from dragoman.cli.options import Ticker, emit, printable, standard_input
from dragoman.domain.problem import Problem
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.negotiation.conflict import Conflict
    from dragoman.negotiation.telling import Table

P = ParamSpec("P")
_CONCEPTS = click.Choice(["nash", "gmr", "smr", "seq", "sseq", "sim"])
_FILE = click.argument("file", metavar="FILE")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_FROM = click.option("--from", "start", metavar="PATTERN", help="The state to start from; else the status quo.")


@click.group()
def model() -> None:
    """Check, solve and question a graph model in FILE: TOML, JSON or GMCR+'s .gmcr; - is standard input."""


def _guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Faults go to stderr, one a line, and set the exit code."""

    @wraps(command)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except DragomanError as error:
            for problem in error.problems:
                click.echo(printable(str(problem)), err=True)
            if not error.problems:
                click.echo(printable(str(error)), err=True)
            sys.exit(error.exit_code)

    return guarded


@model.command()
@_FILE
@_JSON
@_guarded
def check(file: str, as_json: bool) -> None:
    """Say what is wrong with the model, all at once, or what is in it."""
    from dragoman.errors import ModelError
    from dragoman.negotiation.telling import tell_model

    try:
        conflict = _conflict(file)
    except ModelError as error:
        if as_json:
            _print_json({"ok": False, "problems": error.problems})
        raise
    if as_json:
        _print_json(
            {
                "ok": True,
                "problems": [],
                "name": conflict.model.name,
                "options": len(conflict.model.options),
                "decision_makers": list(conflict.ids),
                "feasible": len(conflict.states),
                "status_quo": conflict.model.status_quo,
            }
        )
    else:
        _show(tell_model(conflict))


@model.command()
@_FILE
@_JSON
@click.option("--equilibria", is_flag=True, help="Leave out the states, keep the equilibria.")
@click.option("--coalitions", is_flag=True, help="Also say what is stable for each coalition.")
@click.option("--concept", "concepts", type=_CONCEPTS, multiple=True, help="Only this concept; may be repeated.")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="For ties of unknown order.")
@_guarded
def solve(file: str, as_json: bool, equilibria: bool, coalitions: bool, concepts: tuple[str, ...], seed: int) -> None:
    """Which states are stable for whom, and which are equilibria."""
    import numpy as np

    from dragoman import negotiation
    from dragoman.negotiation.solving import MOST_STATES_TOLD
    from dragoman.negotiation.telling import tell_coalitions, tell_solution

    conflict = _conflict(file)
    wanted = tuple(negotiation.Concept(concept) for concept in concepts) or tuple(negotiation.Concept)
    told = not equilibria and (as_json or len(conflict.states) <= MOST_STATES_TOLD)
    solution = negotiation.solve(conflict, concepts=wanted, states=told, generator=np.random.default_rng(seed))
    analysis = negotiation.coalitions(conflict) if coalitions else None
    _warn(solution.problems)
    if as_json:
        result = _fields(solution)
        if equilibria:
            del result["states"]
        if analysis is not None:
            result["coalitions"] = analysis
        _print_json(result)
        return
    _show(tell_solution(conflict, solution))
    if analysis is not None:
        _show(tell_coalitions(conflict, analysis))


@model.command()
@_FILE
@_JSON
@click.option("--state", metavar="PATTERN", help="Only this state.")
@click.option("--by", "decision_maker", metavar="ID", help="Only this decision maker.")
@click.option("--concept", "concepts", type=_CONCEPTS, multiple=True, help="Only this concept; may be repeated.")
@_guarded
def why(file: str, as_json: bool, state: str | None, decision_maker: str | None, concepts: tuple[str, ...]) -> None:
    """Why each state is or is not stable: what tempts, and what punishes it."""
    from dragoman import negotiation

    wanted = tuple(negotiation.Concept(concept) for concept in concepts) or tuple(negotiation.Concept)
    reasons = negotiation.why(_conflict(file), state=state, decision_maker=decision_maker, concepts=wanted)
    if as_json:
        _print_json(reasons)
    else:
        _show(reason.sentence for reason in reasons)


@model.command()
@_FILE
@_JSON
@_FROM
@_guarded
def paths(file: str, as_json: bool, start: str | None) -> None:
    """How each equilibrium is reached from the status quo, by whom and in what order."""
    from dragoman import negotiation
    from dragoman.negotiation.telling import tell_routes

    conflict = _conflict(file)
    found = negotiation.paths(conflict, start=start)
    _print_json(found) if as_json else _show(tell_routes(conflict, found))


@model.command()
@_FILE
@_JSON
@_FROM
@_guarded
def deals(file: str, as_json: bool, start: str | None) -> None:
    """What all who sign would prefer, whether it holds once signed, and who has to move first."""
    from dragoman import negotiation
    from dragoman.negotiation.telling import tell_deals

    conflict = _conflict(file)
    found = negotiation.deals(conflict, start=start)
    _print_json(found) if as_json else _show(tell_deals(conflict, found))


@model.command()
@_FILE
@_JSON
@click.option("--draws", type=click.IntRange(1, 1_000_000), default=1000, show_default=True, help="How many.")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Of the generator.")
@_guarded
def sample(file: str, as_json: bool, draws: int, seed: int) -> None:
    """Draw preferences from their weighted readings: how often is each state an equilibrium?"""
    import numpy as np

    from dragoman import negotiation
    from dragoman.negotiation.telling import tell_sample

    found = negotiation.sample(_conflict(file), generator=np.random.default_rng(seed), draws=draws, seed=seed)
    _print_json(found) if as_json else _show(tell_sample(found))


@model.command()
@_FILE
@_JSON
@_guarded
def flip(file: str, as_json: bool) -> None:
    """Drop and turn round each preference statement: which changes the answer?"""
    from dragoman import negotiation
    from dragoman.negotiation.telling import tell_flips

    conflict = _conflict(file)
    found = negotiation.flips(conflict, progress=Ticker("changes tried").steps)
    if as_json:
        _print_json([{**_fields(one), "matters": one.matters} for one in found])
    else:
        _show(tell_flips(conflict, found))


@model.command()
@_FILE
@_JSON
@click.option("--state", metavar="PATTERN", required=True, help="The state wanted.")
@click.option("--concept", type=_CONCEPTS, default="seq", show_default=True, help="Stable by this concept.")
@_guarded
def invert(file: str, as_json: bool, state: str, concept: str) -> None:
    """The least change of preferences that makes a wanted state stable."""
    from dragoman import negotiation
    from dragoman.negotiation.telling import tell_inversion

    found = negotiation.invert(_conflict(file), state, concept=negotiation.Concept(concept))
    _print_json(found) if as_json else _show(tell_inversion(found))


@model.command()
@_FILE
@_JSON
@_FROM
@_guarded
def leverage(file: str, as_json: bool, start: str | None) -> None:
    """What each decision maker has over each other, in ranks and shares of contexts."""
    from dragoman import negotiation
    from dragoman.negotiation.telling import tell_leverage

    conflict = _conflict(file)
    found = negotiation.leverage(conflict, start=start)
    _print_json(found) if as_json else _show(tell_leverage(conflict, found))


def _conflict(file: str) -> Conflict:
    from dragoman import negotiation

    if file == "-":
        given = standard_input()
        text = (given.read() if given else b"").decode("utf-8-sig", errors="replace")
        return negotiation.conflict_of(negotiation.parse_model(text, toml=not text.lstrip().startswith("{")))
    return negotiation.conflict_of(negotiation.read_model(file))


def _fields(result: Any) -> dict[str, Any]:
    """A result as its fields, one level deep: copying millions of patterns would cost more than finding them."""
    return {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}


def _print_json(data: object) -> None:
    emit(json.dumps(data, ensure_ascii=False, default=_fields))


def _warn(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(printable(str(problem)), err=True)


def _show(told: Iterable[Table | str]) -> None:
    from io import StringIO

    from rich.console import Console

    live = Console()
    width = live.width if live.is_terminal else 160
    for part in told:
        console = Console(
            highlight=False, markup=False, emoji=False, width=width, file=StringIO(), force_terminal=live.is_terminal
        )
        with console.capture() as drawing:
            console.print(_lines(part) if isinstance(part, str) else _drawn(part), soft_wrap=isinstance(part, str))
        emit(drawing.get().removesuffix("\n"))


def _lines(text: str) -> str:
    return "\n".join(map(printable, text.split("\n")))


def _drawn(table: Table) -> Any:
    from rich import box
    from rich.table import Table as Drawn

    drawn = Drawn(title=printable(table.title) or None, title_justify="left", box=box.SIMPLE_HEAD)
    for header in table.headers:
        drawn.add_column(printable(header), overflow="fold")
    for row in table.rows:
        drawn.add_row(*map(printable, row))
    return drawn


for _command in (model_draft.draft, model_draft.answers, model_draft.whatif):
    assert _command.callback is not None
    _command.callback = _guarded(_command.callback)
    model.add_command(_command)
