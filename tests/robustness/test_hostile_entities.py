"""A user's entities.toml with something wrong in it: told row by row, the good rows kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.entities.rows import read_user_file

GOOD = '[[entity]]\nid = "freedonia-front"\nname = "Freedonia Front"\nkind = "group"\n'


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ('[[entity]]\nname = "X"\nkind = "group"\n', "no id"),
        ('[[entity]]\nid = ""\nname = "X"\nkind = "group"\n', "no id"),
        ('[[entity]]\nid = "x"\nname = "X"\n', "no kind"),
        ('[[entity]]\nid = "x"\nname = "X"\nkind = "army"\n', "army"),
        ('[[entity]]\nid = "x"\nname = "X"\nkind = "group"\nfrom = "2024-13"\n', "month"),
        ('[[entity]]\nid = "x"\nname = "X"\nkind = "group"\nfrom = 99999999999999999999\n', "too large"),
        ('[[office]]\ntitle = "minister"\n', "no person"),
        ("[[office]]\nperson = 5\n", "no title"),
        ('[[entitty]]\nid = "x"\n', "no table that is known"),
    ],
)
def test_a_faulty_row_is_told_and_the_next_is_kept(tmp_path: Path, table: str, what: str) -> None:
    file = tmp_path / "entities.toml"
    file.write_text(table + GOOD, encoding="utf-8")
    entities, _, problems = read_user_file(file)
    assert [e.id for e in entities] == ["freedonia-front"]
    assert len(problems) == 1
    assert what in problems[0].what


@pytest.mark.parametrize("table", ['entity = "x"', "entity = [1]", "entity = [[1]]", 'office = ["x"]', "office = 5"])
def test_what_is_no_table_is_told(tmp_path: Path, table: str) -> None:
    file = tmp_path / "entities.toml"
    file.write_text(table, encoding="utf-8")
    entities, offices, problems = read_user_file(file)
    assert not entities
    assert not offices
    assert "not a table of cells" in problems[0].what


def test_single_brackets_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "entities.toml"
    file.write_text("\ufeff" + GOOD.replace("[[entity]]", "[entity]"), encoding="utf-8")
    entities, _, problems = read_user_file(file)
    assert [e.name for e in entities] == ["Freedonia Front"]
    assert not problems


@pytest.mark.parametrize("data", [b"[[entity\n", b'x = "caf\xe9"', b"a = " + b"[" * 5000, b"\xff\xfe\x00"])
def test_a_file_that_is_no_toml_is_one_problem(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "entities.toml"
    file.write_bytes(data)
    (problem,) = read_user_file(file)[2]
    assert "cannot be read" in problem.what
