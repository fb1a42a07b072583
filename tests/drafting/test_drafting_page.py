"""The page on drafting: its commands print what it shows, and the worked files stand on the reports."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.model import model
from dragoman.negotiation import conflict_of, read_model
from dragoman.negotiation.drafting import changed
from dragoman.negotiation.drafting.outcomes import outcomes

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "from-quotes-to-a-model.md"
WORKED = ROOT / "examples" / "worked"
BLOCKS = re.findall(r"```console\n\$ dragoman model (.+)\n((?:.*\n)*?)```", PAGE.read_text(encoding="utf-8"))


def records(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, Mapping):
        if "quote" in value:
            yield value
        for inner in value.values():
            yield from records(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from records(inner)


@pytest.mark.model
@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[b[0][:40] for b in BLOCKS])
def test_the_page_shows_what_its_commands_print(command: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = CliRunner().invoke(model, shlex.split(command))
    for line in shown.splitlines():
        assert line in told.output


@pytest.mark.parametrize("name", ["bases-2025-03", "bases-2025-03-drafted", "dam-2021-04-drafted"])
def test_every_quote_of_a_worked_file_stands_in_the_example_s_reports(name: str) -> None:
    from datetime import date

    from dragoman.domain.problem import Problem
    from dragoman.reports import load_reports

    example = "bases" if name.startswith("bases") else "dam"
    folder = ROOT / "src" / "dragoman" / "examples" / example / "reports"
    loaded = load_reports([str(folder)], today=date(2026, 1, 1))
    texts = {item[0].id: item[0].text for item in loaded if not isinstance(item, Problem)}
    read = read_model(WORKED / f"{name}.toml")
    quoted = [r for o in read.options for r in records(o.evidence)]
    quoted += [r for m in read.decision_makers for s in m.preferences.statements for r in records(s.evidence)]
    assert len(quoted) > 5
    for record in quoted:
        start, end = record["start"], record["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert texts[str(record["report"])][start:end] == record["quote"]
    conflict_of(read)


def test_every_hand_written_input_of_the_worked_case_has_evidence_or_a_reason() -> None:
    read = read_model(WORKED / "bases-2025-03.toml")
    for maker in read.decision_makers:
        for wish in maker.preferences.statements:
            assert wish.evidence or "assumption" in wish.extra, wish.when
    for option in read.options:
        assert option.evidence, option.id


def test_the_mechanisms_of_the_worked_case_are_at_work() -> None:
    read = read_model(WORKED / "bases-2025-03.toml")

    def settled(**fixed: bool) -> Mapping[str, str]:
        settings = {k.replace("__", "."): v for k, v in fixed.items()}
        return outcomes(changed(read, settings=settings)).settled

    # M3 and M7: sanctions eased, the waiting donor pays, and the lever of the one who filled the gap is gone.
    assert settled(usa__lift_sanctions=True)["qat.provide_aid"] == "always"
    assert settled(usa__lift_sanctions=True)["rus.provide_aid"] == "never"
    assert settled(usa__lift_sanctions=False)["qat.provide_aid"] == "never"
    assert settled(usa__lift_sanctions=False)["rus.provide_aid"] == "always"
    # M1 and M15: then leave is given for aid, and not without it.
    assert settled(usa__lift_sanctions=False)["syr.allow_presence"] == "always"
    assert settled(rus__provide_aid=False)["syr.allow_presence"] == "never"
    # M5: without the bases, Libya.
    assert settled(rus__keep_presence=False, rus__keep_presence_limited=False)["rus.move_to_libya"] == "always"
    # M14: no relief without the steps.
    assert settled(syr__secure_chemical_weapons=False)["usa.lift_sanctions"] == "never"
