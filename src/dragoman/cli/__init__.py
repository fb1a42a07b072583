"""The command line: a command a verb. Data on stdout, progress and problems on stderr."""

from __future__ import annotations

import importlib
import sys

import click

_COMMANDS = {
    "accept": ("dragoman.cli.judge", "accept"),
    "actors": ("dragoman.cli.views", "actors"),
    "add": ("dragoman.cli.case", "add"),
    "agreements": ("dragoman.cli.views", "agreements"),
    "brief": ("dragoman.cli.brief", "brief"),
    "claims": ("dragoman.cli.views", "claims"),
    "correct": ("dragoman.cli.judge", "correct"),
    "demo": ("dragoman.cli.brief", "demo"),
    "diff": ("dragoman.cli.evidence", "diff"),
    "explain": ("dragoman.cli.explain", "explain"),
    "grade": ("dragoman.cli.judge", "grade"),
    "init": ("dragoman.cli.case", "init"),
    "log": ("dragoman.cli.judge", "log"),
    "merge": ("dragoman.cli.judge", "merge"),
    "model": ("dragoman.cli.model", "model"),
    "positions": ("dragoman.cli.views", "positions"),
    "read": ("dragoman.cli.read", "read"),
    "reject": ("dragoman.cli.judge", "reject"),
    "review": ("dragoman.cli.review", "review"),
    "search": ("dragoman.cli.evidence", "search"),
    "split": ("dragoman.cli.judge", "split"),
    "ties": ("dragoman.cli.views", "ties"),
    "timeline": ("dragoman.cli.views", "timeline"),
    "undo": ("dragoman.cli.judge", "undo"),
    "verify": ("dragoman.cli.case", "verify"),
    "why": ("dragoman.cli.evidence", "why"),
}


class Lazy(click.Group):
    """Imports a command only when it is called or listed, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman")
def app() -> None:
    """Reads reports on an international negotiation and rebuilds the system behind it, a quote under every line."""


def main() -> None:
    """Runs the command line; no traceback reaches a user unless DRAGOMAN_DEBUG is set."""
    import os

    from dragoman.errors import DragomanError

    try:
        app(standalone_mode=True)
    except DragomanError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        if str(error):
            click.echo(f"dragoman: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("DRAGOMAN_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        click.echo(f"dragoman: a fault of its own ({what}); DRAGOMAN_DEBUG=1 shows where, please report it", err=True)
        sys.exit(1)
