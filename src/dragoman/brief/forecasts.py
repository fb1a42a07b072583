"""What was foreseen, how surely, and what later reports say came of it."""

from __future__ import annotations

from dragoman.brief.clauses import clip
from dragoman.brief.content import Cell, Section, Table, filled
from dragoman.brief.days import day
from dragoman.brief.material import Material
from dragoman.domain.statement import Forecast


def forecasts(material: Material) -> Section:
    """A row a forecast."""
    rows: list[tuple[Cell, ...]] = []
    for outlook in material.situation.outlooks:
        s = material.situation.statements[outlook.statement]
        line = material.line((outlook.statement,))
        evidence: Cell = material.line(outlook.evidence) if outlook.evidence else ""
        condition = clip(s.condition.text, 120) if s.condition else ""
        rows.append((line, chance(s.forecast), condition, outlook.outcome, evidence))
    columns, cells = filled(("Forecast", "How sure", "On condition", "What came of it", "Later reports"), rows)
    return Section(
        "forecasts",
        "Forecasts",
        (Table("What was foreseen", columns, cells, "No report makes a forecast."),),
        "Words of probability are read after ICD 203. Words that it does not define (may, might, could) are vague: "
        "their range is a reading, not the speaker\u2019s.",
    )


def chance(forecast: Forecast | None) -> str:
    """ "likely: 55\u201380 %, by 1 Mar 2025"."""
    if forecast is None:
        return "not said"
    by = f", by {day(forecast.by)}" if forecast.by else ""
    if forecast.low is None or forecast.high is None:
        return f"{forecast.word}: vague{by}" if forecast.vague else f"{forecast.word}: no figure{by}"
    figures = f"{forecast.low * 100:.0f}\u2013{forecast.high * 100:.0f} %"
    return f"{forecast.word}: vague, read as {figures}{by}" if forecast.vague else f"{forecast.word}: {figures}{by}"
