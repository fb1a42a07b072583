"""From paths to raw texts: files, folders, globs, corpora, standard input; what cannot be read is a problem."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.domain.problem import Problem
from dragoman.reports.corpus import read_corpus, starts_corpus
from dragoman.reports.decode import declared_encoding, decode
from dragoman.reports.raw import LARGEST, Raw, too_large

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson"})
_FORMS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}
_CORPORA = frozenset({".jsonl", ".ndjson"})


def read_paths(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Raw | Problem]:
    """Every report under `paths` in order; "-" is standard input, one text or a corpus."""
    seen: set[str] = set()
    for path in paths:
        for item in _one(path, stdin):
            if isinstance(item, Raw):
                if item.id in seen:
                    yield Problem(item.path, f"a second report with the id {item.id!r}", "give each report its own id")
                    continue
                seen.add(item.id)
            yield item


def _one(path: str, stdin: BinaryIO | None) -> Iterator[Raw | Problem]:
    if path == "-":
        yield from _standard_input(stdin)
        return
    where = Path(path)
    if os.path.isdir(path):  # noqa: PTH112 (the method of Path raises where a name is too long or not to be looked up)
        yield from _folder(where)
    elif os.path.lexists(path):
        yield from _file(where, where.stem)
    else:
        matches = [Path(m) for m in sorted(glob.glob(path, recursive=True))]  # noqa: PTH207 (a pattern may be absolute)
        if not matches:
            yield Problem(_shown(where), "no such file or folder", "check the path")
        root = _root(path)
        for match in matches:
            if match.is_dir():
                yield from _one(str(match), stdin)
            else:
                yield from _file(match, match.relative_to(root).with_suffix("").as_posix())


def _folder(folder: Path) -> Iterator[Raw | Problem]:
    """Reports in a folder and the folders in it, by their paths; links to folders are not followed."""
    files: list[Path] = []
    faults: list[OSError] = []
    for place, _, names in os.walk(folder, onerror=faults.append):
        files += [f for name in names if (f := Path(place, name)).suffix.lower() in SUFFIXES]
    files = sorted(f for f in files if not _hidden(f, folder))
    for fault in faults:
        yield _unreadable(Path(fault.filename), fault)
    if not files and not faults:
        ends = ", ".join(sorted(SUFFIXES))
        yield Problem(_shown(folder), "no report in this folder", f"it needs files that end in {ends}")
    for file in files:
        yield from _file(file, file.relative_to(folder).with_suffix("").as_posix())


def _root(pattern: str) -> Path:
    parts = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts) if parts else Path()


def _hidden(file: Path, root: Path) -> bool:
    parts = file.relative_to(root).parts
    return any(p.startswith(".") for p in parts) or parts[-1].upper() in ("SOURCES.MD", "README.MD", "LICENSE.TXT")


def _file(file: Path, name: str) -> Iterator[Raw | Problem]:
    where, name = _shown(file), _shown(Path(name))
    suffix = file.suffix.lower()
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            yield Problem(where, "not a regular file", "give a file or a folder, or - for standard input")
            return
        with file.open("rb") as handle:
            if suffix in _CORPORA:
                yield from read_corpus(where, handle)
                return
            data = handle.read(LARGEST + 1)
    except OSError as error:
        yield _unreadable(file, error)
        return
    yield _decoded(name, where, data, _FORMS.get(suffix, "txt"), file.name)


def _unreadable(file: Path, error: OSError) -> Problem:
    what = f"cannot be read ({error.strerror or error})"
    return Problem(_shown(file), what, "check that it is there and yours to read")


def _shown(path: Path) -> str:
    """A path as text; bytes of a name that are not UTF-8 as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _decoded(name: str, path: str, data: bytes, form: str, file: str) -> Raw | Problem:
    if len(data) > LARGEST:
        return too_large(path)
    text = decode(data, declared=declared_encoding(data) if form == "html" else None)
    if text is None:
        return Problem(path, "not text (binary data)", "save it as plain text, Markdown or HTML")
    if not text.text.strip():
        return Problem(path, "empty", "take it away or fill it")
    problems = (Problem(path, text.doubt, "check the file's encoding, best save it as UTF-8"),) if text.doubt else ()
    return Raw(name, path, text.text, form, file=file, problems=problems)


def _standard_input(stdin: BinaryIO | None) -> Iterator[Raw | Problem]:
    where = "standard input"
    first = _first_line(stdin) if stdin else b""
    if stdin and starts_corpus(first):
        yield from read_corpus(where, stdin, first=first)
        return
    data = first + (stdin.read(LARGEST + 1 - len(first)) if stdin and len(first) <= LARGEST else b"")
    yield _decoded("stdin", where, data, "html" if data.lstrip()[:1] == b"<" else "txt", "-")


def _first_line(stdin: BinaryIO) -> bytes:
    """The first line that is not blank, and what stands before it, cut beyond `LARGEST`."""
    lines: list[bytes] = []
    room = LARGEST + 1
    while room and (line := stdin.readline(room)):
        lines.append(line)
        room -= len(line)
        if line.strip():
            break
    return b"".join(lines)
