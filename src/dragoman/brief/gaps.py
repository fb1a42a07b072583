"""What went wrong and what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.brief.content import Cell, Section, Table
from dragoman.brief.material import Material
from dragoman.brief.wording import known
from dragoman.domain.problem import Problem


def gaps(material: Material, problems: Sequence[Problem]) -> Section:
    """Problems of reading, and what the statements leave open."""
    rows: list[tuple[Cell, ...]] = [(p.where, p.what, p.todo) for p in problems]
    unknown: list[tuple[Cell, ...]] = [(what, str(count), means) for what, count, means in _open(material) if count]
    return Section(
        "gaps",
        "Problems and gaps",
        (
            Table("Problems", ("Where", "What", "What to do"), tuple(rows), "No report gave a problem."),
            Table("What is not known", ("Gap", "How many", "What it means"), tuple(unknown), "No gap was found."),
        ),
        " ".join(material.situation.notes),
    )


def _open(material: Material) -> list[tuple[str, int, str]]:
    situation = material.situation
    held = [situation.statements[s] for s in material.standing]
    reports = situation.reports.values()
    unnamed = [s for s in held if s.voices and str(s.voices[-1].kind) == "unnamed"]
    return [
        (
            "Reports without a day",
            sum(r.published is None for r in reports),
            "Their \u201clast month\u201d has no date.",
        ),
        ("Reports left out for want of a day", len(situation.undated), "A clock was set, and their day is not known."),
        (
            "Reports without an outlet",
            sum(r.outlet is None for r in reports),
            "Name it in a manifest or with --outlet.",
        ),
        (
            "Reports in another language",
            sum(r.language not in ("en", "und") for r in reports),
            "Only their names were read.",
        ),
        (
            "Statements whose actor is not known",
            sum(not known(s.actor) for s in held),
            "They stand under Claims, never in the half page on top.",
        ),
        ("Statements that rest on an unnamed voice", len(unnamed), "Their independence of each other is not known."),
        (
            "Statements that nobody vouches for",
            sum(str(s.factuality) == "uncommitted" for s in held),
            "Asked, supposed or negated commitments: no fact, no denial.",
        ),
    ]
