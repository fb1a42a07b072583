"""A model before and after a change, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.domain.answers import Part, Said
from dragoman.domain.graph_model import GraphModel
from dragoman.negotiation.drafting.changing import with_settings, without_outlet, without_statements
from dragoman.negotiation.drafting.outcomes import Outcomes, differences, outcomes


def changed(
    model: GraphModel, *, settings: Mapping[str, bool], statements: Sequence[str] = (), outlets: Sequence[str] = ()
) -> GraphModel:
    """The model with statements and outlets left out and options fixed, in this order."""
    if statements:
        model = without_statements(model, statements)
    for outlet in outlets:
        model = without_outlet(model, outlet)
    left = {option.id for option in model.options}
    return with_settings(model, {k: v for k, v in settings.items() if k in left} if statements or outlets else settings)


def what_if(before: GraphModel, after: GraphModel) -> Part:
    """What differs in the outcomes that hold; a model without options left has none."""
    old = outcomes(before)
    if not after.options:
        return Part(
            "whatif", "What if", (Said("Nothing is left of the model: every option rested on what was left out."),)
        )
    new = outcomes(after)
    lines = [
        Said(f"Before: {in_short(old)}"),
        Said(f"After: {in_short(new)}"),
    ]
    texts = {o.id: f"{o.id} ({o.text})" if o.text else o.id for o in before.options}
    for ident, was, now in differences(old, new):
        lines.append(Said(f"{texts[ident]}: before {in_words(was)}, after {in_words(now)}"))
    if len(lines) == 2:
        same = set(old.chosen) == set(new.chosen)
        lines.append(
            Said("The outcomes that hold are the same." if same else "No option changes its part in what holds.")
        )
    return Part("whatif", "What if", tuple(lines))


def in_short(found: Outcomes) -> str:
    """The number of outcomes and what they have in common."""
    if not found.chosen:
        return f"none of {len(found.conflict.states)} outcomes holds by any concept"
    always = [o for o, s in found.settled.items() if s == "always"]
    never = [o for o, s in found.settled.items() if s == "never"]
    parts = [f"{len(found.chosen)} of {len(found.conflict.states)} outcomes hold ({found.concept.value.upper()})"]
    if always:
        parts.append(f"taken in all: {', '.join(always)}")
    if never:
        parts.append(f"in none: {', '.join(never)}")
    return "; ".join(parts)


def in_words(part: str) -> str:
    """An option's part in the outcomes: "taken in all that hold"."""
    return {
        "always": "taken in all that hold",
        "never": "taken in none",
        "sometimes": "open",
        "none holds": "open, as nothing holds",
    }.get(part, part)
