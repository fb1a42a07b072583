"""Files of GMCR+ become models; a ranking by state number is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.negotiation import conflict_of, model_from, read_model

GMCR_PLUS = {
    "program": "gmcr-py",
    "version": "0.3.14",
    "options": [
        {"name": "Renew", "permittedDirection": "both"},
        {"name": "Pay", "permittedDirection": "fwd"},
        {"name": "Protest", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {"name": "Host", "options": [0, 2], "preferences": [[[1, "Y"]], [[0, "N"], [2, "N"]]]},
        {
            "name": "Guest",
            "options": [1],
            "preferences": [{"compound": True, "members": [[[0, "Y"], [1, "N"]], [[2, "N"]]]}],
        },
    ],
    "infeasibles": [[[0, "Y"], [2, "Y"]]],
    "useManualPreferenceRanking": False,
}


def test_gmcr_plus_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "m.gmcr").write_text(json.dumps(GMCR_PLUS), encoding="utf-8")
    model = read_model(tmp_path / "m.gmcr")
    assert [(option.text, option.owner, option.moves.value) for option in model.options] == [
        ("Renew", "d1", "both"),
        ("Pay", "d2", "forward"),
        ("Protest", "d1", "backward"),
    ]
    assert [statement.when for statement in model.decision_makers[0].preferences.statements] == [
        "o2",
        "not o1 and not o3",
    ]
    assert model.decision_makers[1].preferences.statements[0].when == "(o1 and not o2) or (not o3)"
    assert len(conflict_of(model).states) == 6


def test_a_gmcr_plus_ranking_by_number_is_refused_with_the_reason() -> None:
    with pytest.raises(ModelError, match="names states by number in a list that the file does not hold") as caught:
        model_from({**GMCR_PLUS, "useManualPreferenceRanking": True})
    assert caught.value.problems[0].where == "decisionMakers[0].preferenceRanking"
