"""A manifest: a table of the reports' outlets and days, `reports.csv` beside them or the file given."""

from __future__ import annotations

import csv
import io
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from dragoman.domain.problem import Problem
from dragoman.reports.raw import LARGEST


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one report by column; `where` is the file and its line. No cells where there is no row."""

    cells: Mapping[str, str]
    where: str = ""


class Manifest:
    """A row a report by its file name, or by its id."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def row(self, *names: str) -> Row:
        """The row of the first of `names` that it has."""
        keys = (normalize("NFC", name) for name in names)
        return next((self._rows[key] for key in keys if key in self._rows), Row({}))


def read_manifest(path: Path) -> tuple[Manifest, list[Problem]]:
    """A CSV file in UTF-8 with a header, cells parted by commas, semicolons or tabs.

    The column `file` (or `id`) names the report. Every fault is a problem; the rows without one are kept.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError("not a regular file")
        with path.open("rb") as handle:
            data = handle.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise OSError("over 20 MB")
        text = data.decode("utf-8-sig")
    except OSError as error:
        return Manifest({}), [Problem(str(path), f"cannot be read ({error.strerror or error})", _TODO)]
    except UnicodeDecodeError as error:
        return Manifest({}), [Problem(str(path), f"not UTF-8 (byte {error.start})", _TODO)]
    rows: dict[str, Row] = {}
    problems = list(_read(text, str(path), rows))
    return Manifest(rows), problems


_TODO = "a manifest is a CSV file in UTF-8 with the columns file, outlet, published, authors"


def _read(text: str, path: str, rows: dict[str, Row]) -> Iterator[Problem]:
    header = text.split("\n", 1)[0]
    parted = next((d for d in ",;\t" if d in header), ",")
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=parted, strict=True)
    try:
        columns = [c.strip().lower() for c in table.fieldnames or ()]
        table.fieldnames = columns
        if not {"file", "id"} & set(columns):
            found = ", ".join(columns)[:80] or "nothing"
            yield Problem(f"{path}:1", f"no column file or id in its first line ({found})", _TODO)
            return
        for cells in table:
            where = f"{path}:{table.line_num}"
            name = normalize("NFC", (cells.get("file") or cells.get("id") or "").strip())
            if not name:
                yield Problem(where, "no file named", "fill the column file")
            elif name in rows:
                yield Problem(where, f"{name} a second time", "one row a file; the first counts")
            else:
                rows[name] = Row({k: v for k, v in cells.items() if k and isinstance(v, str)}, where)
                if None in cells:
                    yield Problem(where, "more cells than columns", "put cells that hold a comma in quotation marks")
    except csv.Error as error:
        yield Problem(f"{path}:{table.line_num}", f"not CSV ({error})", "mend the line; the rows before it were taken")
