"""What was foreseen, how surely, and what later reports say came of it."""

from __future__ import annotations

from dragoman.brief.content import Cell, Section, Table
from dragoman.brief.days import day
from dragoman.brief.material import Material
from dragoman.brief.wording import clip
from dragoman.domain.statement import Forecast


def forecasts(material: Material) -> Section:
    """A row a forecast."""
    rows: list[tuple[Cell, ...]] = []
    for outlook in material.situation.outlooks:
        s = material.situation.statements[outlook.statement]
        line = material.line((outlook.statement,))
        evidence: Cell = material.line(outlook.evidence) if outlook.evidence else "\u2014"
        condition = clip(s.condition.text, 120) if s.condition else "\u2014"
        rows.append((line, chance(s.forecast), condition, outlook.outcome, evidence))
    return Section(
        "forecasts",
        "Forecasts",
        (
            Table(
                "What was foreseen",
                ("Forecast", "How sure", "On condition", "What came of it", "Says who"),
                tuple(rows),
                "No report makes a forecast.",
            ),
        ),
        "Chances are those of the words of ICD 203; \u201cmay\u201d, \u201cmight\u201d and \u201ccould\u201d name none.",
    )


def chance(forecast: Forecast | None) -> str:
    """ "likely: 55\u201380 %, by 1 Mar 2025"."""
    if forecast is None:
        return "not said"
    by = f", by {day(forecast.by)}" if forecast.by else ""
    if forecast.low is None or forecast.high is None:
        return f"{forecast.word}: no figure{by}"
    vague = " (not a term of ICD 203)" if forecast.vague else ""
    return f"{forecast.word}: {forecast.low * 100:.0f}\u2013{forecast.high * 100:.0f} %{vague}{by}"
