"""Options and output that several commands share."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from dragoman.domain.problem import Problem
from dragoman.errors import InputError

_GIVEN = click.Path(path_type=Path, exists=True, dir_okay=False)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day, YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write YYYY-MM-DD", param, ctx)


def reading_options(command: F) -> F:
    """PATH... and what the caller says of the reports."""
    return _with_reports(command, required=True)


def reading_options_or_case(command: F) -> F:
    """The same, or a case in place of PATH...."""
    case = click.option("--case", "case", type=click.Path(path_type=Path), help="A case's folder, in place of PATH....")
    return _with_reports(case(command), required=False)


def _with_reports(command: F, *, required: bool) -> F:
    for option in (
        click.option("--entities", type=_GIVEN, help="A TOML file of people, groups and offices of your own."),
        click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes to read in, some 400 MB each."),
        click.option(
            "--language-model",
            "language_model",
            help="An installed spaCy model for English, by the name of its package.",
        ),
        click.option("--outlet", help="The outlet of all these reports."),
        click.option("--published", type=Day(), help="The day of publication of all these reports, as 2025-03-05."),
        click.option(
            "--manifest",
            type=_GIVEN,
            help="A CSV file with the columns file, outlet, published, authors; else the reports.csv beside each file.",
        ),
        click.argument("paths", nargs=-1, required=required, metavar="PATH..."),
    ):
        command = option(command)
    return command


def tell(problems: Iterable[Problem]) -> int:
    """Prints problems on stderr and returns how many there were."""
    count = 0
    for problem in problems:
        click.echo(f"dragoman: {printable(str(problem))}", err=True)
        count += 1
    return count


def printable(text: str) -> str:
    """`text` for a terminal: what would command it (escapes, changes of direction, new lines) as \\xNN or \\uNNNN."""
    escaped = _CONTROL.sub(lambda m: m.group().encode("unicode_escape").decode("ascii"), text)
    return escaped.replace("\n", "\\n").encode("utf-8", "backslashreplace").decode("utf-8")


def emit(line: str, *, bold: bool = False) -> None:
    """Prints a line of data on stdout in UTF-8; `InputError` where it cannot be written, a quiet end where nobody reads."""
    if bold and sys.stdout and sys.stdout.isatty():
        line = click.style(line, bold=True)
    try:
        click.echo(f"{line}\n".encode("utf-8", "backslashreplace"), nl=False)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == errno.EPIPE:
            sys.exit(0)
        raise InputError(f"standard output cannot be written ({error.strerror})") from error


def standard_input() -> BinaryIO | None:
    """Its bytes; None where the caller closed it."""
    return sys.stdin.buffer if sys.stdin else None


class Ticker:
    """Says on stderr how far long work is, from its first second on; a line that redraws itself on a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._start = self._last = time.monotonic()
        self._count = self._words = 0

    def __call__(self, path: str, words: int) -> None:
        self._count += 1
        self._words += words
        now = time.monotonic()
        if now - self._start > 1 and now - self._last > 0.5:
            self._last = now
            live = bool(sys.stderr and sys.stderr.isatty())
            if live or self._count % 50 == 0 or self._count == 1:
                told = f"{self._what}: {self._count} reports, {self._words:,} words"
                click.echo(told + "\r" * live, nl=not live, err=True)

    def steps(self, done: int, of: int) -> None:
        """How many of a known number of steps are done."""
        now = time.monotonic()
        if now - self._start > 1 and now - self._last > 0.5:
            self._last = now
            live = bool(sys.stderr and sys.stderr.isatty())
            click.echo(f"{self._what}: {done} of {of}" + "\r" * live, nl=not live, err=True)

    def say(self, what: str) -> None:
        """A step of its own."""
        if time.monotonic() - self._start > 1:
            click.echo(what, err=True)


def settings_from(language_model: str | None, entities: Path | None) -> tuple[Any, tuple[Problem, ...]]:
    """Settings with a user's entities, and what is wrong with those."""
    from dragoman.entities.rows import read_user_file
    from dragoman.settings import Settings

    if entities is None:
        return Settings(language_model), ()
    rows, offices, problems = read_user_file(entities)
    return Settings(language_model, rows, offices), problems


def finish(done: int, unread: int) -> None:
    """Exits with the code of DESIGN: 0 done, 1 nothing could be done, 3 done in part."""
    if unread:
        sys.exit(3 if done else 1)
    if not done:
        sys.exit(1)
