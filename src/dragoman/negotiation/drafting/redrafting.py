"""Drafting again: what new reports change, kept apart from what an analyst changed, part by part.

A drafted file carries a mark of each part as it was drafted. A part whose mark no longer fits was edited; a part without
a mark was added. Parts are the options, each decision maker's wishes by their expression, its variants, what is infeasible
and each option's letter in the status quo.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Option, Preferences, Statement

MARKS = "drafted"
_Marks = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One part that the new draft would have otherwise than the file.

    `kind`: new (the draft has it, the file never had), gone (the draft has it no more), changed, or clash (the analyst
    changed it and so did the draft) or removed (the analyst took it out and the draft still has it).
    """

    part: str
    kind: str
    words: str

    @property
    def asks(self) -> bool:
        """Whether it would touch what the analyst did."""
        return self.kind in ("clash", "removed")


@dataclass(frozen=True, slots=True)
class Redraft:
    """`kept` has every edit and the new draft beside it; `as_drafted` is the new draft alone; `changes` tells them apart."""

    kept: GraphModel
    as_drafted: GraphModel
    changes: tuple[Change, ...]


def marked(model: GraphModel) -> GraphModel:
    """The model with a mark of each of its parts, so that edits can be told from drafting later."""
    return replace(model, extra={**model.extra, MARKS: _marks(model)})


def redraft(edited: GraphModel, new: GraphModel) -> Redraft:
    """The edited model brought up to the new draft, every edit kept.

    What the analyst did not touch follows the new draft; what the analyst changed, added or removed stays so.
    """
    old = edited.extra.get(MARKS)
    marks: _Marks = {str(k): str(v) for k, v in old.items()} if isinstance(old, Mapping) else {}
    have, want = _parts(edited), _parts(new)
    changes: list[Change] = []
    keep: dict[str, object] = {}
    for part in dict.fromkeys((*have, *want)):
        mine, theirs, was = have.get(part), want.get(part), marks.get(part)
        untouched = mine is not None and _mark(mine) == was
        if mine is not None and theirs is not None and _mark(mine) == _mark(theirs):
            keep[part] = theirs
        elif mine is None and theirs is not None:
            if was is None:
                keep[part] = theirs
                changes.append(Change(part, "new", _words(theirs)))
            else:
                changes.append(Change(part, "removed", _words(theirs)))
        elif mine is not None and theirs is None:
            if untouched:
                changes.append(Change(part, "gone", _words(mine)))
            else:
                keep[part] = mine
        elif mine is not None:
            keep[part] = theirs if untouched else mine
            if untouched:
                changes.append(Change(part, "changed", _words(theirs)))
            elif was is None or (theirs is not None and _mark(theirs) != was):
                changes.append(Change(part, "clash", _words(theirs)))
    kept = _joined(edited, new, keep)
    return Redraft(kept, new, tuple(changes))


def _joined(edited: GraphModel, new: GraphModel, keep: Mapping[str, object]) -> GraphModel:
    options = tuple(p for part in _order(edited, new, "option") if isinstance(p := keep.get(part), Option))
    ids = {o.id for o in options}
    makers: list[DecisionMaker] = []
    for maker in dict.fromkeys((*(m.id for m in edited.decision_makers), *(m.id for m in new.decision_makers))):
        mine = next((m for m in edited.decision_makers if m.id == maker), None)
        theirs = next((m for m in new.decision_makers if m.id == maker), None)
        base = mine or theirs
        assert base is not None
        if not any(o.owner == maker for o in options) and mine is None:
            continue
        wishes = _wishes(maker, mine, theirs, keep)
        if wishes is not None:
            base = replace(base, preferences=Preferences(Form.PRIORITISED, statements=wishes))
        makers.append(replace(base, variants=_kept_variants(base, theirs, keep)))
    infeasible = tuple(p for part in _order(edited, new, "infeasible") if isinstance(p := keep.get(part), Statement))
    letters = "".join(str(keep.get(f"status_quo {o.id}", "N")) for o in options)
    extra = {**edited.extra, **new.extra, MARKS: _marks(new)}
    known = tuple(s for s in infeasible if _about(s.when) <= ids)
    return GraphModel(edited.name, options, tuple(makers), known, letters or None, extra)


def _wishes(
    maker: str, mine: DecisionMaker | None, theirs: DecisionMaker | None, keep: Mapping[str, object]
) -> tuple[Statement, ...] | None:
    """The wishes kept, in the analyst's order, new ones put where the draft has them; None for other forms."""
    if mine is not None and mine.preferences.form is not Form.PRIORITISED:
        return None
    order = [s.when for s in mine.preferences.statements] if mine is not None else []
    fresh = [s.when for s in theirs.preferences.statements] if theirs is not None else []
    for k, when in enumerate(fresh):
        if when not in order:
            before = next((w for w in reversed(fresh[:k]) if w in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, when)
    found = (keep.get(f"wish {maker}: {when}") for when in order)
    return tuple(s for s in found if isinstance(s, Statement))


def _kept_variants(base: DecisionMaker, theirs: DecisionMaker | None, keep: Mapping[str, object]) -> tuple:  # type: ignore[type-arg]
    found = keep.get(f"variants {base.id}")
    return found if isinstance(found, tuple) else base.variants


def _order(edited: GraphModel, new: GraphModel, kind: str) -> tuple[str, ...]:
    return tuple(p for p in dict.fromkeys((*_parts(edited), *_parts(new))) if p.startswith(f"{kind} "))


def _about(when: str) -> set[str]:
    from dragoman.negotiation.expressions import names, parse

    return {name.id for name in names(parse(when))}


def _parts(model: GraphModel) -> dict[str, object]:
    parts: dict[str, object] = {f"option {o.id}": o for o in model.options}
    for o, letter in zip(model.options, model.status_quo or "", strict=False):
        parts[f"status_quo {o.id}"] = letter
    for maker in model.decision_makers:
        for s in maker.preferences.statements:
            parts[f"wish {maker.id}: {s.when}"] = s
        parts[f"variants {maker.id}"] = maker.variants
    parts |= {f"infeasible {s.when}": s for s in model.infeasible}
    return parts


def _marks(model: GraphModel) -> dict[str, str]:
    return {part: _mark(value) for part, value in _parts(model).items()}


def _mark(part: object) -> str:
    """A short hash of what a person would edit; evidence and comments may grow without that."""
    from dragoman.negotiation.writing import as_mapping

    if isinstance(part, Option):
        told: object = [part.owner, part.text, part.moves.value]
    elif isinstance(part, Statement):
        told = [part.when, part.extra.get("strength"), part.extra.get("assumption")]
    elif isinstance(part, tuple):
        maker = DecisionMaker("m", "m", Preferences(Form.PRIORITISED), variants=part)
        rows = as_mapping(GraphModel("", (), (maker,)))["decision_makers"]
        assert isinstance(rows, list)
        told = [[s["when"] for s in v["preferences"].get("prioritised", [])] for v in rows[0]["variants"]]
    else:
        told = part
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()[:12]


def _words(part: object) -> str:
    if isinstance(part, Option):
        return f"{part.owner}: {part.text or part.id}"
    if isinstance(part, Statement):
        return f"{part.when} ({part.note or 'no note'})"
    if isinstance(part, tuple):
        return f"{len(part)} other readings"
    return {"Y": "taken now", "N": "not taken now"}.get(str(part), str(part))
