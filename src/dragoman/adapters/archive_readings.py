"""A reading as the columns that an archive keeps, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from dragoman.adapters.archive_codec import decode, encode
from dragoman.adapters.archive_words import storable
from dragoman.domain.case import Version
from dragoman.domain.judgement import Accept, Correct, Entry, Grade, Merge, Reject, Split, Undo
from dragoman.domain.reading import Reading
from dragoman.domain.report import Report
from dragoman.domain.statement import Statement

CODEC = 1
"""The version of the records; it grows with every change that a reader of older ones must know of."""
_BEARING = ("statements", "attributions")
_DECISIONS = {noun.__name__.lower(): noun for noun in (Accept, Reject, Correct, Merge, Split, Grade, Undo)}


def pack(value: Any) -> bytes:
    """JSON, compressed; half-surrogates survive as escapes."""
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode("ascii"), 3)


def unpack(blob: bytes) -> Any:
    return json.loads(zlib.decompress(blob))


def version_of(row: Any) -> Version:
    return Version(
        row.key,
        row.report,
        row.number,
        row.sha256,
        row.outlet,
        row.published and date.fromisoformat(row.published),
        row.title,
        row.url,
        row.source,
        datetime.fromisoformat(row.added),
        row.replaced_by is not None,
    )


def text_columns(report: Report) -> dict[str, Any]:
    body = storable(report.text)
    raw = None if body == report.text else zlib.compress(report.text.encode("utf-8", "surrogatepass"))
    return {"body": body, "raw": raw}


def text_of(body: str, raw: bytes | None) -> str:
    return body if raw is None else zlib.decompress(raw).decode("utf-8", "surrogatepass")


def reading_columns(reading: Reading) -> dict[str, Any]:
    """A reading without its text in three parts: the report, what bears on the situation, the rest."""
    record = encode(reading)
    report = {name: value for name, value in record.pop("report").items() if name != "text"}
    bearing = {name: record.pop(name) for name in _BEARING if name in record}
    return {"codec": CODEC, "report": pack(report), "bearing": pack(bearing), "rest": pack(record)}


def report_of(blob: bytes, text: str) -> Report:
    return decode(Report, {**unpack(blob), "text": text})


def reading_of(report: bytes, bearing: bytes, rest: bytes | None, text: str) -> Reading:
    """The reading; without `rest` its report, statements and attributions alone."""
    record: dict[str, Any] = {} if rest is None else unpack(rest)
    record |= unpack(bearing)
    record["report"] = {**unpack(report), "text": text}
    return decode(Reading, record)


def statements_of(blob: bytes, wanted: Collection[str]) -> dict[str, Statement]:
    return {row["id"]: decode(Statement, row) for row in unpack(blob).get("statements", ()) if row["id"] in wanted}


def staged_record(reading: Reading) -> bytes:
    return pack(encode(reading))


def staged_reading(blob: bytes) -> Reading:
    return decode(Reading, unpack(blob))


def entry_record(entry: Entry) -> str:
    decision = entry.decision
    record = {"decision": type(decision).__name__.lower(), **encode(decision)}
    return json.dumps({**record, "note": entry.note} if entry.note else record)


def entry_of(number: int, made: str, record: str) -> Entry:
    fields = json.loads(record)
    noun: type[Any] = _DECISIONS[fields.pop("decision")]
    note = fields.pop("note", "")
    return Entry(number, datetime.fromisoformat(made), decode(noun, fields), note)
