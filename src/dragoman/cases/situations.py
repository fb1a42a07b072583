"""The situation that a case adds up to, on two clocks, and its rows kept for the views."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from dragoman.cases.folder import Case
from dragoman.cases.judged import Decisions, Judged, decisions_of, judgements_of, made_entities
from dragoman.cases.versions import standing
from dragoman.domain.case import Clocks, Stamp
from dragoman.domain.judgement import Accept, in_force
from dragoman.domain.situation import Judgements, Situation
from dragoman.errors import CaseError
from dragoman.ports import Archive, Directory

CLOCKED_KEPT = 4
"""So many clocked situations are kept beside the one without clocks."""


def situation(case: Case, as_of: date | None = None, known_by: date | None = None) -> Situation:
    """What the case's reports add up to, with the judgements in force and with the readings whole; worked out anew."""
    from dragoman.situation import assemble

    keys = [v.key for v in standing(case.archive.versions(), known_by)]
    readings = tuple(case.archive.readings(keys))
    decisions, directory = _decided(case)
    judgements = judgements_of(decisions, readings, directory)
    return assemble(readings, directory, as_of=as_of, known_by=known_by, judgements=judgements)


def bare_situation(case: Case, clocks: Clocks) -> Situation:
    """The same without readings and texts, from what is kept of each report and of what was found last."""
    from dragoman.cases import found
    from dragoman.cases.sheets import sheets
    from dragoman.situation import assemble_again
    from dragoman.situation.collecting import uncollected

    keys = [v.key for v in standing(case.archive.versions(), clocks.known_by)]
    decisions, directory = _decided(case)
    judgements = Judgements(same=decisions.same, letters=decisions.letters)
    rules = _rules(case)
    with uncollected():
        shelf = sheets(case, keys, decisions, directory, rules)
        situation, copies = assemble_again(
            (sheet for _, sheet in shelf.sheets.values()),
            directory,
            found.earlier(case, shelf, rules),
            as_of=clocks.as_of,
            known_by=clocks.known_by,
            judgements=judgements,
        )
        if clocks == Clocks():
            with suppress(CaseError):
                found.keep(case, shelf, situation, copies, rules)
    return situation


def _decided(case: Case) -> tuple[Decisions, Directory]:
    """What is in force, and who is who by it."""
    entries = in_force(case.archive.log())
    return decisions_of(entries), Judged(case.directory, {e.id: e for e in made_entities(entries, case.directory)})


def fresh(case: Case, clocks: Clocks) -> Archive:
    """An archive that holds the rows of these clocks as things stand: the case's own, unless that cannot be written."""
    stamp = Stamp(clocks, _position(case), _rules(case))
    if case.archive.kept(clocks) == stamp:
        return case.archive
    from dragoman.adapters.memory_archive import MemoryArchive
    from dragoman.cases.rows import rows_of
    from dragoman.situation.collecting import uncollected

    with uncollected():
        made = bare_situation(case, clocks)
        try:
            case.archive.keep(stamp, rows_of(made), most=CLOCKED_KEPT)
            return case.archive
        except CaseError:
            memory = MemoryArchive()
            memory.keep(stamp, rows_of(made), most=1)
            return memory


def prepare(case: Case) -> None:
    """Works the views without clocks out, so that the next look at them need not."""
    fresh(case, Clocks())


def _position(case: Case) -> str:
    """Changes with each version, and with the judgements that bear on the situation: an undone one leaves no trace."""
    entries = in_force(case.archive.log())
    bearing = repr([e.decision for e in entries if not isinstance(e.decision, Accept)])
    return f"{case.archive.latest()}.{hashlib.sha256(bearing.encode()).hexdigest()[:16]}"


def _rules(case: Case) -> str:
    """Changes with all that readings are put together by: the code, and who is who."""
    return f"{_code()}.{case.own_words}"


@cache
def _code() -> str:
    package = Path(__file__).resolve().parents[1]
    rooms = ("situation", "cases", "domain", "entities", "adapters")
    files = sorted(f for room in rooms for f in (package / room).rglob("*") if f.is_file())
    seen = "".join(f"{f.name}{f.stat().st_size}{f.stat().st_mtime_ns}" for f in files if f.suffix != ".pyc")
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
