"""Bytes to text: UTF-8, then what the file declares, then Windows-1252, then a guess; never a silent repair."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as it stands in the bytes (no newline is changed); `doubt` says what is unsure, "" where nothing is."""

    text: str
    doubt: str = ""


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """None for binary data."""
    if data.startswith(_SIGNATURES):
        return None
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return Decoded(data.decode(name))
            except UnicodeDecodeError:
                break
    if b"\x00" in data or _controls(data) > 0.05:
        return None
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = error.start
    if declared:
        try:
            return Decoded(data.decode(declared))
        except (UnicodeDecodeError, LookupError):
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
