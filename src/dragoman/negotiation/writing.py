"""A graph model as the mapping that a JSON file holds: the same keys that `reading` takes."""

from __future__ import annotations

from dragoman.domain.graph_model import DecisionMaker, Form, GraphModel, Option, Preferences, Statement, Variant


def as_mapping(model: GraphModel) -> dict[str, object]:
    """The model in the interchange form; reading it again gives an equal model."""
    mapping: dict[str, object] = {
        "name": model.name,
        "options": [_option(option) for option in model.options],
        "decision_makers": [_decision_maker(maker) for maker in model.decision_makers],
        "infeasible": [_statement(statement) for statement in model.infeasible],
    }
    if model.status_quo is not None:
        mapping["status_quo"] = model.status_quo
    return {**mapping, **model.extra}


def _option(option: Option) -> dict[str, object]:
    return {
        "id": option.id,
        "owner": option.owner,
        "text": option.text,
        "moves": option.moves.value,
        "evidence": list(option.evidence),
        **option.extra,
    }


def _decision_maker(maker: DecisionMaker) -> dict[str, object]:
    return {
        "id": maker.id,
        "name": maker.name,
        "preferences": _preferences(maker.preferences),
        "ties": maker.ties.value,
        "variants": [_variant(variant) for variant in maker.variants],
        **maker.extra,
    }


def _variant(variant: Variant) -> dict[str, object]:
    body = {"weight": variant.weight, "preferences": _preferences(variant.preferences)}
    return {**body, "evidence": list(variant.evidence), **variant.extra}


def _preferences(preferences: Preferences) -> dict[str, object]:
    body: object
    if preferences.form in (Form.PRIORITISED, Form.WEIGHTED):
        body = [_statement(statement) for statement in preferences.statements]
    elif preferences.form is Form.RANKING:
        body = [list(group) for group in preferences.ranking]
    else:
        body = dict(preferences.payoffs)
    return {preferences.form.value: body}


def _statement(statement: Statement) -> dict[str, object]:
    body: dict[str, object] = {"when": statement.when}
    if statement.weight is not None:
        body["weight"] = statement.weight
    if statement.evidence:
        body["evidence"] = list(statement.evidence)
    if statement.note is not None:
        body["note"] = statement.note
    return {**body, **statement.extra}
