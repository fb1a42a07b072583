"""The folder of a case: made, opened, and its settings."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.domain.problem import Problem
from dragoman.errors import CaseError, DragomanError
from dragoman.ports import Archive, Directory

if TYPE_CHECKING:
    from dragoman.settings import Settings

SETTINGS, ENTITIES, REPORTS, FILE = "dragoman.toml", "entities.toml", "reports", "case.sqlite"
_SETTINGS = """\
# A case of Dragoman: reports on one negotiation, and what was decided about them.
[case]
name = "{name}"
# An installed spaCy model other than the default:
# language_model = "en_core_web_lg"
"""
_ENTITIES = """\
# Names that the shipped catalogue does not hold, or holds otherwise. After a change: dragoman add --again
#
# [[entity]]
# id = "ruritania-salvation-front"
# name = "Ruritania Salvation Front"
# kind = "group"                      # state government group body outlet person place institution
# names = ["RSF", "the Front"]
# country = ""                        # the state that it acts for, alpha-3
# from = "2012"                       # the days that it was, each YYYY, YYYY-MM or YYYY-MM-DD
# to = ""
#
# [[office]]
# person = "some-persons-id"
# country = "RUS"
# office = "foreign-minister"         # head-of-state head-of-government foreign-minister defence-minister envoy other
# title = "foreign minister"
# from = "2004-03-09"
# to = ""
"""


@dataclass(frozen=True)
class Case:
    """An open case. `entities_known` is False where `entities.toml` could not be used whole; `problems` says why."""

    folder: Path
    name: str
    archive: Archive
    language_model: str | None = None

    @cached_property
    def settings(self) -> Settings:
        """What reports of this case are read with; its entities win over the shipped ones."""
        from dragoman.entities.rows import read_user_file
        from dragoman.settings import Settings

        path = self.folder / ENTITIES
        rows, offices, _ = read_user_file(path) if path.is_file() else ((), (), ())
        return Settings(self.language_model, rows, offices)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with `entities.toml`."""
        from dragoman.entities.rows import read_user_file

        path = self.folder / ENTITIES
        return read_user_file(path)[2] if path.is_file() else ()

    @property
    def directory(self) -> Directory:
        """Who is who in this case."""
        return self.settings.catalogue

    @property
    def own_words(self) -> str:
        """A hash of `entities.toml` and the language model: what was read with others is read differently."""
        path = self.folder / ENTITIES
        data = path.read_bytes() if path.is_file() else b""
        return hashlib.sha256(data + (self.language_model or "").encode()).hexdigest()[:16]

    def close(self) -> None:
        self.archive.close()


def init(folder: Path) -> tuple[Case, bool]:
    """Makes a case in `folder`, which may exist, and opens it; what is there stays. False where it was a case already.

    `CaseError` where the folder cannot be made or written.
    """
    from dragoman.adapters.sqlite_archive import SqliteArchive

    made = not (folder / SETTINGS).exists()
    try:
        (folder / REPORTS).mkdir(parents=True, exist_ok=True)
        SqliteArchive(folder / FILE, create=True).close()
        name = folder.resolve().name.replace("\\", "").replace('"', "")
        for file, text in ((ENTITIES, _ENTITIES), (SETTINGS, _SETTINGS.format(name=name))):
            if not (folder / file).exists():
                (folder / file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CaseError(
            f"{folder}: no case can be made here ({error.strerror or error}); choose another folder"
        ) from error
    return open_case(folder), made


def open_case(folder: Path, *, wait: float = 10.0) -> Case:
    """The case in `folder`; waits `wait` seconds where another process writes to it.

    `CaseError` where there is none, or its settings or its file cannot be read.
    """
    from dragoman.adapters.sqlite_archive import SqliteArchive

    settings = folder / SETTINGS
    if not settings.is_file():
        here = "this folder is" if folder in (Path(), Path.cwd()) else f"{folder} is"
        raise CaseError(
            f"{here} no case (it has no {SETTINGS}); make one with `dragoman init`, or name one with --case DIR"
        )
    said = _read(settings)
    model = said.get("language_model")
    if model is not None and not isinstance(model, str):
        raise CaseError(f"{settings}: language_model is no text; name an installed spaCy model")
    return Case(folder, str(said.get("name", folder.name)), SqliteArchive(folder / FILE, wait=wait), model or None)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CaseError(
            f"{path}: cannot be read ({error}); mend it, or take it away and run `dragoman init` again"
        ) from error
    case = data.get("case", {})
    if not isinstance(case, dict):
        raise CaseError(f"{path}: [case] is no table; see `dragoman init`")
    return case


__all__ = ["Case", "DragomanError", "init", "open_case"]
