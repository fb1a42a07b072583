"""The draft of the five reports beside the checkout, by the figures that the page names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman import api
from dragoman.domain.graph_model import GraphModel
from dragoman.domain.reading import Reading
from dragoman.settings import Settings
from dragoman.situation import assemble

pytestmark = [pytest.mark.shared, pytest.mark.model]


@pytest.fixture(scope="module")
def readings(shared: Path, settings: Settings) -> list[Reading]:
    found = api.read_paths([str(shared / "reports")], settings=settings)
    return [r for r in found if isinstance(r, Reading)]


def model_as_of(day: date, readings: list[Reading], settings: Settings) -> GraphModel:
    found = api.draft(assemble(readings, settings.catalogue, as_of=day, known_by=day), settings.catalogue)
    assert found.model is not None, found.reasons
    return found.model


def held(model: GraphModel) -> set[tuple[object, str, object]]:
    return {(o.extra["entity"], o.id.partition(".")[2].partition("_")[0], o.extra["matter"]) for o in model.options}


def test_in_march_2025_the_parties_of_the_bases_and_of_the_money_are_in(
    readings: list[Reading], settings: Settings
) -> None:
    model = model_as_of(date(2025, 3, 5), readings, settings)
    makers = {m.id for m in model.decision_makers}
    assert {"RUS", "syria-transitional-government", "USA"} <= makers
    assert makers & {"QAT", "SAU", "TUR"}
    options = held(model)
    assert ("RUS", "keep", "presence") in options
    assert ("syria-transitional-government", "allow", "presence") in options
    assert ("RUS", "provide", "aid") in options
    assert options & {("USA", "lift", "sanctions"), ("USA", "talk", "talks")}
    assert options & {("QAT", "provide", "aid"), ("SAU", "provide", "aid")}
    assert options & {("RUS", "return", "funds"), ("RUS", "compensate", "compensation")}
    assert not [o for o in model.options if o.extra["matter"] in ("chemical-weapons", "asylum")]


def test_at_least_eight_of_ten_inputs_carry_evidence(readings: list[Reading], settings: Settings) -> None:
    model = model_as_of(date(2025, 3, 5), readings, settings)
    inputs = [o.evidence for o in model.options]
    inputs += [s.evidence for m in model.decision_makers for s in m.preferences.statements]
    assert sum(bool(e) for e in inputs) >= 0.8 * len(inputs)


def test_in_december_2012_there_are_other_options(readings: list[Reading], settings: Settings) -> None:
    model = model_as_of(date(2012, 12, 12), readings, settings)
    matters = {o.extra["matter"] for o in model.options}
    assert {"chemical-weapons", "asylum", "transition"} <= matters
    assert not matters & {"presence", "sanctions", "funds", "compensation"}
    assert "syria-transitional-government" not in {m.id for m in model.decision_makers}


def test_in_december_2024_the_withdrawal_and_turkey_s_part_are_in(readings: list[Reading], settings: Settings) -> None:
    model = model_as_of(date(2024, 12, 19), readings, settings)
    options = held(model)
    assert ("RUS", "keep", "presence") in options
    assert ("TUR", "assist", "presence") in options
    letters = dict(zip((o.id for o in model.options), model.status_quo or "", strict=True))
    assert letters["rus.keep_presence"] == "N"
