"""Nouns as lists of their fields' values in the order of the fields: for what is worked out and may be thrown away.

Shorter and several times quicker to read than the records of `archive_codec`, but bound to the fields as they stand: keep
such lists only beside a mark of the code that wrote them. Fields at the end that have their defaults are left out.
"""

from __future__ import annotations

import dataclasses
import sys
import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dragoman.domain.text import Span

T = TypeVar("T")
Convert = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, type(None))


def packed(value: Any) -> Any:
    """`value`, a noun, as something that `json` writes."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _packer(kind)(value)


@cache
def _packer(kind: Any) -> Convert:
    if issubclass(kind, Enum):
        return lambda member: member.value
    if kind is date:
        return date.isoformat
    if kind is tuple:
        return lambda items: [packed(item) for item in items]
    if kind is frozenset:
        return sorted
    if dataclasses.is_dataclass(kind):
        return _fields_packer(cast(type, kind))
    raise TypeError(f"no compact form of {kind}")


def _fields_packer(noun: type[Any]) -> Convert:
    fields = [(f.name, f.default) for f in dataclasses.fields(noun)]

    def values(value: Any) -> list[Any]:
        found = [getattr(value, name) for name, _ in fields]
        count = len(found)
        while (
            count and found[count - 1] == fields[count - 1][1] and type(found[count - 1]) is type(fields[count - 1][1])
        ):
            count -= 1
        return [packed(item) for item in found[:count]]

    return values


def unpacked(noun: type[T], values: list[Any]) -> T:
    """The noun that `packed` made `values` from; `values` is used up; a noun in the place of its values stays.

    `ValueError`, `TypeError` or `KeyError` where it is none."""
    wanted: Any = noun
    return cast(T, _converter(wanted)(values))


@cache
def _fields_converter(noun: Any) -> Callable[[list[Any]], list[Any]]:
    hints = get_type_hints(noun)
    fields = dataclasses.fields(noun)
    each = [(n, _shared if _recurs(hints[f.name], f.name) else _converter(hints[f.name])) for n, f in enumerate(fields)]
    special = [(place, convert) for place, convert in each if convert is not _same]

    def ready(values: list[Any]) -> list[Any]:
        count = len(values)
        for place, convert in special:
            if place >= count:
                break
            value = values[place]
            if value is not None:
                values[place] = convert(value)
        return values

    return ready


def _recurs(hint: Any, name: str) -> bool:
    """True of text that many nouns have the same of: no name or passage of its own."""
    return hint in (str, str | None) and name not in ("id", "text", "quote")


def _shared(value: str) -> str:
    return sys.intern(value)


@cache
def _converter(noun: Any) -> Convert:
    if noun is Span:
        return lambda pair: _span(*pair)
    if noun in _PLAIN or get_origin(noun) is Literal:
        return _same
    if noun is date:
        return date.fromisoformat
    if isinstance(noun, type) and issubclass(noun, Enum):
        return {member.value: member for member in noun}.__getitem__
    if dataclasses.is_dataclass(noun):
        make: Any = noun
        ready = _fields_converter(make)
        return lambda values: make(*ready(values)) if type(values) is list else values
    if get_origin(noun) in (Union, types.UnionType):
        (convert,) = {_converter(member) for member in get_args(noun) if member is not type(None)}
        return convert
    if noun == frozenset[str]:
        return _words
    if get_origin(noun) is tuple and get_args(noun)[1:] == (Ellipsis,):
        one = _converter(get_args(noun)[0])
        return tuple if one is _same else lambda items: tuple(map(one, items))
    raise TypeError(f"no compact form of {noun}")


def _words(items: list[str]) -> frozenset[str]:
    return _set(tuple(map(sys.intern, items)))


@lru_cache(maxsize=20_000)
def _set(words: tuple[str, ...]) -> frozenset[str]:
    """Equal sets are often one object, and equal words always: less to hold, and quicker to compare."""
    return frozenset(words)


@lru_cache(maxsize=2_000)
def _span(start: int, end: int) -> Span:
    return Span(start, end)


def _same(value: Any) -> Any:
    return value


__all__ = ["packed", "unpacked"]
