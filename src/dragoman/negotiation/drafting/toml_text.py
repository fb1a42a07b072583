"""A model as TOML that a person edits, with comments that say in words what each input rests on."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import GraphModel
from dragoman.negotiation.writing import as_mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_WIDTH = 118
_QUOTE = 300


def toml_of(model: GraphModel, *, heading: Sequence[str] = ()) -> str:
    """The model as TOML; reading it again gives an equal model. `heading` are lines of comment on top."""
    data = as_mapping(model)
    lines = [*_comment(heading), ""] if heading else []
    tables = ("options", "decision_makers", "infeasible")
    for key, value in data.items():
        if key in tables:
            continue
        lines += _pair(key, value)
    lines.append("")
    for k, option in enumerate(_tables(data["options"])):
        letter = model.status_quo[k] if model.status_quo else "?"
        lines += [*_comment(_option_words(option, letter)), "[[options]]", *_body(option), ""]
    for maker in _tables(data["decision_makers"]):
        lines += _maker(maker)
    for statement in _tables(data["infeasible"]):
        lines += ["[[infeasible]]", *_body(statement), ""]
    return "\n".join(lines).rstrip() + "\n"


def heading_of(draft: Draft) -> tuple[str, ...]:
    """What stands on top of a drafted model: on what it stands and what it leaves open."""
    lines = [
        f"Drafted from reports{f', as of {draft.as_of}' if draft.as_of else ''}. Judge every line: each names its quotes.",
        'Mark what you add with assumption = { by = "your name", reason = "why" }.',
    ]
    if draft.third_parties:
        lines.append("Third parties, who want something and hold no option here:")
        lines += [f"  {t.name}: {'; '.join(t.wants)}" for t in draft.third_parties]
    if draft.gaps:
        lines += ["What the reports leave open:", *(f"  {gap}" for gap in draft.gaps)]
    return tuple(lines)


def _maker(maker: Mapping[str, object]) -> Iterator[str]:
    form, body = next(iter(_table(maker["preferences"]).items()))
    plain = {k: v for k, v in maker.items() if k not in ("preferences", "variants")}
    yield from _comment([f"What {maker['name']} prefers, most important first."])
    yield from ("[[decision_makers]]", *_body(plain))
    yield from _preferences("decision_makers.preferences", form, body)
    yield ""
    for variant in _tables(maker["variants"]):
        form, body = next(iter(_table(variant["preferences"]).items()))
        yield from _comment([f"Another reading: {variant.get('note', 'no reason given')}."])
        yield from ("[[decision_makers.variants]]", *_body({k: v for k, v in variant.items() if k != "preferences"}))
        yield from _preferences("decision_makers.variants.preferences", form, body, short=True)
        yield ""


def _preferences(path: str, form: str, body: object, *, short: bool = False) -> Iterator[str]:
    if form not in ("prioritised", "weighted") or not body:
        yield f"[{path}]"
        yield from _pair(form, body)
        return
    for statement in _tables(body):
        if not short:
            yield ""
            yield from _comment(_statement_words(statement))
        yield f"[[{path}.{form}]]"
        yield from _body(statement)


def _option_words(option: Mapping[str, object], letter: str) -> Iterator[str]:
    possible = " Nobody in power has said so: only named as possible." if option.get("possible") else ""
    now = {"Y": "taken", "N": "not taken"}.get(letter, "not known")
    yield f"{option['owner']}: {option['text']}. Now {now}: {option.get('status_quo_because', 'as the model says')}.{possible}"
    yield from _quotes(option.get("evidence"))


def _statement_words(statement: Mapping[str, object]) -> Iterator[str]:
    yield f"{statement.get('note', statement['when'])}"
    assumed = statement.get("assumption")
    if isinstance(assumed, Mapping):
        yield f"ASSUMED ({assumed.get('by')}): {assumed.get('reason')}"
    yield from _quotes(statement.get("evidence"))


def _quotes(evidence: object) -> Iterator[str]:
    for record in _tables(evidence or []):
        voices = " > ".join(str(v) for v in _list(record.get("voices")))
        quote = " ".join(str(record.get("quote", "")).split())
        quote = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]} ..."
        source = ", ".join(
            part for part in (str(record.get("day") or ""), voices, str(record.get("report", ""))) if part
        )
        hedges = "; ".join(str(h) for h in _list(record.get("hedges")))
        yield f"“{quote}” ({source}{f'; hedged: {hedges}' if hedges else ''})"


def _comment(lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
    for line in lines:
        for part in textwrap.wrap(_safe(line), _WIDTH, break_long_words=False) or [""]:
            yield f"# {part}".rstrip()


def _safe(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _body(table: Mapping[str, object]) -> Iterator[str]:
    for key, value in table.items():
        yield from _pair(key, value)


def _pair(key: str, value: object) -> Iterator[str]:
    if value is None:
        return
    name = key if _BARE.match(key) else _string(key)
    if isinstance(value, list | tuple) and value and all(isinstance(v, Mapping) for v in value):
        yield f"{name} = ["
        for item in value:
            yield f"  {_value(item)},"
        yield "]"
        return
    yield f"{name} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Mapping):
        inner = ", ".join(
            f"{k if _BARE.match(k) else _string(k)} = {_value(v)}" for k, v in value.items() if v is not None
        )
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(v) for v in value)}]"
    return _string(str(value))


def _string(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(c, c if c.isprintable() else f"\\U{ord(c):08X}") for c in text) + '"'


def _tables(value: object) -> list[Mapping[str, object]]:
    return [v for v in _list(value) if isinstance(v, Mapping)]


def _table(value: object) -> Mapping[str, object]:
    assert isinstance(value, Mapping)
    return value


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
