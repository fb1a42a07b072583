"""JSON Lines: a report a line, read line by line; a faulty line is a problem and costs no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.domain.problem import Problem
from dragoman.reports.raw import LARGEST, Raw, too_large

_HALF = re.compile("[\ud800-\udfff]")


def read_corpus(where: str, lines: BinaryIO, *, first: bytes = b"") -> Iterator[Raw | Problem]:
    """The reports of `lines`; `first` is what was read of them already. Lines count from 1."""
    for number, line in enumerate(_lines(lines, first), 1):
        place = f"{where}:{number}"
        if line is None:
            yield too_large(place)
        elif line.strip():
            yield _row(place, line, f"{Path(where).stem}-{number}", first=number == 1)


def _lines(lines: BinaryIO, first: bytes) -> Iterator[bytes | None]:
    """Each line, None for one over `LARGEST` bytes."""
    yield from first.splitlines() if first.strip() else ()
    while line := lines.readline(LARGEST + 1):
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = lines.readline(LARGEST)
            yield None
        else:
            yield line


def starts_corpus(line: bytes) -> bool:
    """True for a line that is a JSON object."""
    try:
        return line.lstrip()[:1] == b"{" and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _row(place: str, line: bytes, default: str, *, first: bool) -> Raw | Problem:
    try:
        row = json.loads(line.rstrip().decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError:
        return Problem(place, "not UTF-8", "JSON Lines are UTF-8; convert the file")
    except (ValueError, RecursionError) as error:
        told = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        return Problem(place, f"not JSON ({told.partition(';')[0]})", "one JSON object a line")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Problem(place, "no report (an object with a text)", 'write {"id": ..., "text": ...}')
    text = row["text"]
    if not text.strip():
        return Problem(place, "empty", "take the line away or fill it")
    problems = []
    half = _HALF.search(text)
    if half:
        what = f"half a character (U+{ord(half.group()):04X} at {half.start()}), read as U+FFFD"
        problems.append(Problem(place, what, "mend the escape, as of a text cut within an emoji"))
    name, fault = _id(row.get("id"), place, default)
    return Raw(name, place, _whole(text), "jsonl", _mended(row), problems=(*problems, *fault))


def _id(given: Any, place: str, default: str) -> tuple[str, tuple[Problem, ...]]:
    if isinstance(given, str | int | float) and str(given).strip():
        return _whole(str(given)), ()
    if given is None:
        return default, ()
    return default, (Problem(place, f"an id that names nothing; called {default}", "write an id of letters or digits"),)


def _mended(row: dict[str, Any]) -> dict[str, Any]:
    """The row's own keys, and the strings in its lists, without halves of characters."""
    return {
        _whole(key): _whole(value)
        if isinstance(value, str)
        else [_whole(v) if isinstance(v, str) else v for v in value]
        if isinstance(value, list)
        else value
        for key, value in row.items()
        if key != "text"
    }


def _whole(text: str) -> str:
    """Halves of characters (lone surrogates), which no encoding can hold, as U+FFFD; every offset stays."""
    return _HALF.sub("\ufffd", text)
