"""Reading a model: its forms, and every fault at once with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ModelError
from dragoman.negotiation import conflict_of, json_of, model_from, parse_model, read_model, solve, why

BASES: dict[str, Any] = {
    "name": "bases",
    "options": [
        {"id": "lease", "owner": "host", "text": "Renew the lease"},
        {"id": "cash aid", "owner": "guest", "text": "Pay", "moves": "forward"},
    ],
    "decision_makers": [
        {"id": "host", "name": "Host", "preferences": {"prioritised": ["'cash aid'", "not lease"]}},
        {"id": "guest", "name": "Guest", "preferences": {"prioritised": ["lease", {"when": 'not "cash aid"'}]}},
    ],
    "status_quo": "NN",
}


def faults(**changes: Any) -> list[str]:
    with pytest.raises(ModelError) as caught:
        model_from({**BASES, **changes})
    return [str(problem) for problem in caught.value.problems]


def test_the_four_forms_of_preference_can_say_the_same() -> None:
    forms: list[dict[str, Any]] = [
        {"prioritised": ["b", "not a"]},
        {"weighted": [{"when": "b", "weight": 2}, {"when": "not a", "weight": 0.5}]},
        {"ranking": [["NY"], ["YY"], ["NN"], ["YN"]]},
        {"payoffs": {"NY": 9, "YY": 3, "NN": 0, "YN": -4}},
    ]
    for form in forms:
        model = model_from(
            {
                "name": "",
                "options": [{"id": "a", "owner": "A"}, {"id": "b", "owner": "B"}],
                "decision_makers": [{"id": "A", "preferences": form}, {"id": "B", "preferences": {"prioritised": []}}],
            }
        )
        assert conflict_of(model).ranks[0].tolist() == [1, 0, 3, 2]


def test_weights_are_added_exactly() -> None:
    model = model_from(
        {
            "name": "",
            "options": [{"id": i, "owner": "A"} for i in "abc"],
            "decision_makers": [
                {
                    "id": "A",
                    "preferences": {
                        "weighted": [{"when": w, "weight": x} for w, x in zip("abc", (0.1, 0.2, 0.3), strict=True)]
                    },
                }
            ],
        }
    )
    conflict = conflict_of(model)
    assert conflict.ranks[0][conflict.state("YYN")] == conflict.ranks[0][conflict.state("NNY")]


def test_toml_and_json_hold_the_same_keys_and_unknown_keys_are_kept(tmp_path: Path) -> None:
    toml = """
    name = "bases"
    gaps = ["who pays"]
    status_quo = "NN"
    infeasible = [{ when = "a and b", note = "never", evidence = ["s1"] }]
    [[options]]
    id = "a"
    owner = "A"
    matter = "bases"
    evidence = [{ report = "r1" }]
    [[options]]
    id = "b"
    owner = "B"
    moves = "backward"
    [[decision_makers]]
    id = "A"
    entity = "host"
    ties = "unknown"
    preferences.prioritised = ["b"]
    variants = [{ weight = 0.25, preferences.prioritised = ["not b"], evidence = ["s2"] }]
    [[decision_makers]]
    id = "B"
    preferences.weighted = [{ when = "a", weight = 1.5 }]
    """
    (tmp_path / "m.toml").write_text(toml, encoding="utf-8")
    model = read_model(tmp_path / "m.toml")
    assert model.extra == {"gaps": ["who pays"]}
    assert model.options[0].extra == {"matter": "bases"}
    assert model.decision_makers[0].extra == {"entity": "host"}
    assert parse_model(json_of(model)) == model


def test_a_dash_stands_for_either_letter() -> None:
    model = model_from(
        {
            **BASES,
            "decision_makers": [
                {"id": "host", "preferences": {"ranking": [["-Y"], ["-N"]]}},
                {"id": "guest", "preferences": {"payoffs": {"Y-": 2, "N-": 1}}},
            ],
        }
    )
    assert conflict_of(model).ranks.tolist() == [[0, 0, 1, 1], [0, 1, 0, 1]]


def test_all_faults_come_at_once_each_with_its_place_and_what_to_do() -> None:
    found = faults(
        options=[
            {"id": "lease", "owner": "hosts"},
            {"id": "cash", "owner": "guest", "moves": "sideways"},
            {"id": "cash"},
        ],
        decision_makers=[
            {"id": "host", "preferences": {"prioritised": ["leese and cash", "cash and"]}},
            {"id": "guest", "ties": "maybe", "preferences": {"rankings": []}},
        ],
    )
    places = [fault.split(": ")[0] for fault in found]
    assert places == [
        "options[1].moves",
        "options[2].owner",
        "decision_makers[1].ties",
        "decision_makers[1].preferences",
        "options[2].id",
        "options[0].owner",
        "decision_makers[0].preferences.prioritised[0] line 1 column 1",
        "decision_makers[0].preferences.prioritised[1] line 1 column 9",
        "status_quo",
    ]
    assert "is 'lease' meant?" in found[6]
    assert all(fault.count("; ") >= 1 for fault in found)


def test_unknown_option_ids_are_named_with_line_and_column() -> None:
    assert faults(infeasible=["lease and\n cahs"]) == [
        "infeasible[0] line 2 column 2: no option has the id 'cahs'; write one of lease, cash aid"
    ]


def test_an_option_owned_by_nobody_is_refused() -> None:
    options = [{"id": "lease", "owner": ""}, BASES["options"][1]]
    assert faults(options=options) == [
        "options[0].owner: it is missing; name the decision maker who controls the option"
    ]


def test_an_empty_table_is_not_taken_for_an_option() -> None:
    assert [fault.split(": ")[0] for fault in faults(options=[{}])][:2] == ["options[0].id", "options[0].owner"]


def test_a_key_written_twice_is_refused_though_json_would_keep_the_last() -> None:
    text = """{"name": "", "options": [{"id": "a", "owner": "A"}],
               "decision_makers": [{"id": "A", "preferences": {"payoffs": {"N": 1, "Y": 2, "N": 3}}}]}"""
    with pytest.raises(ModelError) as caught:
        parse_model(text)
    assert [problem.where for problem in caught.value.problems] == ["decision_makers[0].preferences.payoffs.N"]


MODEL_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats()
    | st.sampled_from(["", "a", "b", "YN", "--", "a and", "not a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "owner", "moves", "when", "weight", "preferences", "prioritised", "ranking", "payoffs", "YN"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("name", "options", "decision_makers", "infeasible", "status_quo", "decisionMakers", "infeasibles"),
            MODEL_VALUES,
        ),
    ),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_whatever_a_file_holds_it_is_read_or_refused_with_places(data: dict[str, Any], half_right: bool) -> None:
    try:
        model_from({**BASES, **data} if half_right else data)
    except ModelError as error:
        assert error.problems
        assert all(problem.where and problem.what and problem.todo for problem in error.problems)


def test_no_feasible_state_is_refused() -> None:
    assert faults(infeasible=["lease", "not lease"], status_quo=None) == [
        "infeasible: no state is feasible; drop or weaken one of the expressions"
    ]


def test_an_infeasible_status_quo_is_refused() -> None:
    assert faults(infeasible=["not lease"]) == [
        "status_quo: NN is not feasible; write a feasible pattern, or mend what is infeasible"
    ]


def test_a_status_quo_of_several_states_is_not_guessed() -> None:
    assert faults(status_quo="-N") == ["status_quo: -N stands for 2 feasible states; write Y or N for each option"]


def test_a_ranking_that_repeats_a_pattern_is_refused() -> None:
    makers = [
        {"id": "host", "preferences": {"ranking": [["NN"], ["YN", "-N"]]}},
        {"id": "guest", "preferences": {"prioritised": []}},
    ]
    found = faults(decision_makers=makers)
    assert [fault.split(":")[0] for fault in found] == ["decision_makers[0].preferences.ranking[1][1]"] * 2
    assert "NN was named before, at decision_makers[0].preferences.ranking[0][0]" in found[0]


def test_decision_makers_who_rank_different_states_are_refused() -> None:
    makers = [
        {"id": "host", "preferences": {"ranking": [["NN"], ["YN"]]}},
        {"id": "guest", "preferences": {"payoffs": {"NN": 1, "YY": 2}}},
    ]
    assert faults(decision_makers=makers) == [
        "decision_makers[1].preferences: against decision_makers[0].preferences, it leaves out YN and adds YY; "
        "name the same states in every ranking: they are the feasible ones"
    ]


def test_a_ranked_state_that_is_ruled_out_is_refused() -> None:
    makers = [
        {"id": "host", "preferences": {"ranking": [["NN"], ["YN"]]}},
        {"id": "guest", "preferences": {"prioritised": []}},
    ]
    found = faults(decision_makers=makers, infeasible=["lease"])
    assert found == [
        "infeasible[0]: YN is ruled out by 'lease' but named in decision_makers[0].preferences; "
        "drop it from one of the two"
    ]


def test_too_many_states_are_refused_before_they_are_listed() -> None:
    options = [{"id": f"o{k}", "owner": "host"} for k in range(40)]
    makers = [{"id": "host", "preferences": {"prioritised": []}}]
    assert faults(options=options, decision_makers=makers, status_quo=None) == [
        "options: 40 options leave more than 16,777,216 states; say more of what is infeasible, or leave options out"
    ]


def test_what_is_infeasible_makes_room_for_many_options() -> None:
    options = [{"id": f"o{k}", "owner": "host"} for k in range(40)]
    makers = [{"id": "host", "preferences": {"prioritised": ["o39"]}}]
    infeasible = [f"o{k} and not o{k - 1}" for k in range(1, 40)]
    model = model_from({"name": "", "options": options, "decision_makers": makers, "infeasible": infeasible})
    assert solve(model).equilibria["nash"] == ("Y" * 40,)
    assert len(solve(model).states) == 41


def test_a_million_states_are_not_narrated() -> None:
    options = [{"id": f"o{k}", "owner": "host"} for k in range(20)]
    model = model_from(
        {"name": "", "options": options, "decision_makers": [{"id": "host", "preferences": {"prioritised": ["o1"]}}]}
    )
    with pytest.raises(ModelError, match="too many for a narration") as caught:
        why(model)
    assert caught.value.problems[0].where == "model"
    with pytest.raises(ModelError, match="ask for the equilibria alone"):
        solve(model)


@pytest.mark.parametrize("text", ["{", "[1, 2]", '{"name": 3}'])
def test_what_is_no_model_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ModelError) as caught:
        parse_model(text)
    assert caught.value.problems


def test_a_file_that_is_not_there_or_not_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_model(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(ModelError, match="it is not TOML") as caught:
        read_model(tmp_path / "bad.toml")
    assert caught.value.problems[0].where.startswith(str(tmp_path / "bad.toml"))
