"""Nouns as JSON values and back without loss, worked out from the types of their fields.

A noun is an object of the fields that differ from their defaults, so that a field added later with a default reads from
older records; a span is a list of two numbers. Renaming or retyping a field needs a migration of what is stored.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dragoman.domain.text import Span

T = TypeVar("T")
Convert = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, type(None))


def encode(value: Any) -> Any:
    """`value`, a noun, as something that `json` writes."""
    noun: Any = type(value)
    return _encoder(noun)(value)


def decode(noun: type[T], value: Any) -> T:
    """The noun that `encode` made `value` from; `ValueError`, `TypeError` or `KeyError` where it is none."""
    wanted: Any = noun
    return cast(T, _decoder(wanted)(value))


def _same(value: Any) -> Any:
    return value


def _iso(value: date) -> str:
    return value.isoformat()


@cache
def _encoder(noun: Any) -> Convert:
    if noun is Span:
        return lambda span: [span.start, span.end]
    if noun in (date, datetime):
        return _iso
    if isinstance(noun, type) and issubclass(noun, Enum):
        return lambda member: member.value
    if noun is tuple:
        return lambda items: [encode(item) for item in items]
    if dataclasses.is_dataclass(noun):
        return _fields_encoder(cast(type, noun))
    if noun in _PLAIN:
        return _same
    raise TypeError(f"no record for {noun}")


def _fields_encoder(noun: type) -> Convert:
    fields = [(f.name, f.default) for f in dataclasses.fields(noun)]

    def record(value: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, default in fields:
            item = getattr(value, name)
            if item is not default and (item != default or type(item) is not type(default)):
                kind: Any = type(item)
                found[name] = item if kind in _PLAIN else _encoder(kind)(item)
        return found

    return record


@cache
def _decoder(noun: Any) -> Convert:
    if noun is Span:
        return lambda pair: Span(pair[0], pair[1])
    if noun in (date, datetime):
        return cast(Convert, noun.fromisoformat)
    if isinstance(noun, type) and issubclass(noun, Enum):
        return {member.value: member for member in noun}.__getitem__
    if noun in _PLAIN or get_origin(noun) is Literal:
        return _same
    if dataclasses.is_dataclass(noun):
        return _fields_decoder(cast(type, noun))
    if get_origin(noun) in (Union, types.UnionType):
        return _optional(get_args(noun))
    if get_origin(noun) is tuple:
        return _tuple(get_args(noun))
    raise TypeError(f"no record for {noun}")


def _fields_decoder(noun: type) -> Convert:
    hints = get_type_hints(noun)
    converts = {f.name: _decoder(hints[f.name]) for f in dataclasses.fields(noun)}
    special = {name: convert for name, convert in converts.items() if convert is not _same}

    def made(record: dict[str, Any]) -> Any:
        if special.keys().isdisjoint(record):
            return noun(**record)
        return noun(**{name: converts[name](item) for name, item in record.items()})

    return made


def _optional(members: tuple[Any, ...]) -> Convert:
    """The decoder of a union of one noun and None, or of plain values."""
    convert = [_decoder(member) for member in members if member is not type(None)]
    if all(c is _same for c in convert):
        return _same
    if len(convert) != 1:
        raise TypeError(f"no record for a choice of {members}")
    one = convert[0]
    return lambda value: None if value is None else one(value)


def _tuple(members: tuple[Any, ...]) -> Convert:
    if len(members) == 2 and members[1] is Ellipsis:
        one = _decoder(members[0])
        if one is _same:
            return tuple
        return lambda items: tuple(map(one, items))
    each = tuple(_decoder(member) for member in members)
    return lambda items: tuple(convert(item) for convert, item in zip(each, items, strict=True))
