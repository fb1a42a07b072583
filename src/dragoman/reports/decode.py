"""Bytes to text: UTF-8, then what the file declares, then Windows-1252, then a guess; never a silent repair."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]+)")
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"})
"""Codecs of Python that are no encodings of files."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as it stands in the bytes (no newline is changed); `doubt` says what is unsure, "" where nothing is."""

    text: str
    doubt: str = ""


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """None for binary data."""
    if data.startswith(_SIGNATURES):
        return None
    marked = _marked(data)
    if marked:
        return None if "\x00" in marked.text else marked
    if b"\x00" in data:
        return _wide(data)
    if _controls(data) > 0.05:
        return None
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = error.start
    if declared:
        try:
            return Decoded(data.decode(declared))
        except (UnicodeError, LookupError):
            pass
    if len(data) - place > 1 and _mostly_utf8(data):
        return Decoded(data.decode("utf-8", "replace"), f"mixed encodings: bytes from {place} on are not UTF-8")
    if data.isascii() or _latin(data):
        try:
            return Decoded(data.decode("cp1252"), "not UTF-8; read as Windows-1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:200_000]).best()
    if best is None:
        return None
    return Decoded(data.decode(best.encoding, "replace"), f"not UTF-8; read as {best.encoding}, a guess")


def declared_encoding(page: bytes) -> str | None:
    """The encoding that a web page declares, None where it declares none that is one."""
    match = _CHARSET.search(page[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return None
    return None if name.replace("-", "_") in _NO_CHARSETS else name


def _marked(data: bytes) -> Decoded | None:
    """The text after a byte order mark, None where there is no mark or the rest does not keep to it."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(name))
            except UnicodeDecodeError as error:
                if name == "utf-8-sig":
                    return None
                doubt = f"not {name.upper()} as its mark says: bytes from {error.start} on"
                text = data.decode(name, "replace")
                return Decoded(text, doubt) if text.count("\ufffd") <= 1 + len(text) // 100 else None
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark, told by its zeros; else binary."""
    zeros = data[:65536].count(0)
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if len(data) % 2 == 0 and data[first:65536:2].count(0) == zeros > len(data[:65536]) // 4:
            try:
                return Decoded(data.decode(name), f"no byte order mark; read as {name.upper()}")
            except UnicodeDecodeError:
                return None
    return None


def _controls(data: bytes) -> float:
    sample = data[:65536]
    return sum(b < 32 and b not in (9, 10, 12, 13, 27) for b in sample) / max(len(sample), 1)


def _mostly_utf8(data: bytes) -> bool:
    """True where far more bytes over 127 belong to sound UTF-8 than do not."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(ord(c) > 127 for c in text) - bad
    return good > 3 * bad


def _latin(data: bytes) -> bool:
    """True where high bytes are rare and stand for letters or punctuation of Western Europe."""
    high = [b for b in data if b > 127]
    return len(high) < 0.15 * len(data)
