"""From paths to raw texts: files, folders, globs, corpora, standard input; what cannot be read is a problem."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.domain.problem import Problem
from dragoman.reports.decode import decode

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson"})
LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Raw:
    """Decoded text with its id, its place and what its container says of it (a corpus line's keys)."""

    id: str
    path: str
    text: str
    form: str
    given: dict[str, Any] = field(default_factory=dict)
    file: str = ""
    problems: tuple[Problem, ...] = ()


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
    if where.is_dir():
        files = sorted(f for f in where.rglob("*") if f.suffix.lower() in SUFFIXES and not _hidden(f, where))
        if not files:
            yield Problem(path, "no report in this folder", f"it needs files that end in {', '.join(sorted(SUFFIXES))}")
        for file in files:
            yield from _file(file, file.relative_to(where).with_suffix("").as_posix())
    elif where.exists():
        yield from _file(where, where.stem)
    else:
        matches = [Path(m) for m in sorted(glob.glob(path, recursive=True))]  # noqa: PTH207 (a pattern may be absolute)
        if not matches:
            yield Problem(path, "no such file or folder", "check the path")
        root = _root(path)
        for match in matches:
            if match.is_dir():
                yield from _one(str(match), stdin)
            else:
                yield from _file(match, match.relative_to(root).with_suffix("").as_posix())


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
    try:
        if file.stat().st_size > LARGEST:
            yield _too_large(str(file))
            return
        data = file.read_bytes()
    except OSError as error:
        yield Problem(str(file), f"cannot be read ({error.strerror})", "check that the file is there and yours to read")
        return
    form = {".htm": "html", ".markdown": "md", ".ndjson": "jsonl"}.get(file.suffix.lower(), file.suffix.lower()[1:])
    if form == "jsonl":
        yield from _corpus(str(file), data)
        return
    yield _decoded(name, str(file), data, form if form in ("txt", "md", "html") else "txt", file.name)


def _too_large(where: str) -> Problem:
    return Problem(
        where, "over 20 MB", "split it into one file a report, or make a .jsonl corpus with one line a report"
    )


def _decoded(name: str, path: str, data: bytes, form: str, file: str) -> Raw | Problem:
    text = decode(data, declared=_declared(data) if form == "html" else None)
    if text is None:
        return Problem(path, "not text (binary data)", "save it as plain text, Markdown or HTML")
    if not text.text.strip():
        return Problem(path, "empty", "take it away or fill it")
    problems = (Problem(path, text.doubt, "check the file's encoding, best save it as UTF-8"),) if text.doubt else ()
    return Raw(name, path, text.text, form, file=file, problems=problems)


def _declared(data: bytes) -> str | None:
    import re

    match = re.search(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", data[:4096])
    return match.group(1).decode("ascii") if match else None


def _standard_input(stdin: BinaryIO | None) -> Iterator[Raw | Problem]:
    data = stdin.read(LARGEST + 1) if stdin else b""
    if len(data) > LARGEST:
        yield _too_large("standard input")
        return
    start = data.lstrip()[:1]
    first = data.lstrip().split(b"\n", 1)[0]
    if start == b"{" and _is_json(first):
        yield from _corpus("standard input", data)
        return
    form = "html" if start == b"<" else "txt"
    yield _decoded("stdin", "standard input", data, form, "-")


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _corpus(where: str, data: bytes) -> Iterator[Raw | Problem]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError:
            yield Problem(place, "not UTF-8", "JSON Lines are UTF-8; convert the file")
            continue
        except (ValueError, RecursionError) as error:
            yield Problem(place, f"not JSON ({error})", "one JSON object a line")
            continue
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            yield Problem(place, "no report (an object with a text)", 'write {"id": ..., "text": ...}')
            continue
        if not row["text"].strip():
            yield Problem(place, "empty", "take the line away or fill it")
            continue
        if len(row["text"]) > LARGEST:
            yield _too_large(place)
            continue
        name = row.get("id")
        yield Raw(str(name) if name is not None else f"{Path(where).stem}-{number}", place, row["text"], "jsonl", row)
