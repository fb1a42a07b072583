"""The command line: a command a verb. Data on stdout, progress and problems on stderr."""

from __future__ import annotations

import importlib
import sys

import click

_COMMANDS = {
    "brief": ("dragoman.cli.brief", "brief"),
    "demo": ("dragoman.cli.brief", "demo"),
    "explain": ("dragoman.cli.explain", "explain"),
    "model": ("dragoman.cli.model", "model"),
    "read": ("dragoman.cli.read", "read"),
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
