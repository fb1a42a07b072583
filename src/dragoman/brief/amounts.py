"""Money, shares and counts, with who says so."""

from __future__ import annotations

from dragoman.brief.content import Cell, Line, Section, Table
from dragoman.brief.material import Material
from dragoman.brief.wording import clip
from dragoman.domain.amount import Amount, compare

_NEAR = {
    "exact": "",
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "at_least": "at least ",
    "at_most": "at most ",
}


def amounts(material: Material) -> Section:
    """A row an amount of a statement; "differs" where another statement of the same claim gives another."""
    rows: list[tuple[Cell, ...]] = []
    for name in material.standing:
        statement = material.situation.statements[name]
        rows += [
            (clip(a.text, 60), figure(a), clip(a.of or "", 40), _agrees(material, name, a), material.line((name,)))
            for a in statement.amounts
        ]
    rows.sort(key=lambda row: (str(row[1]).split(" ")[-1], row[4].text if isinstance(row[4], Line) else ""))
    return Section(
        "amounts",
        "Amounts",
        (
            Table(
                "What figures were given",
                ("As written", "Read as", "Of", "Against other reports", "In"),
                tuple(rows),
                "No statement gives an amount.",
            ),
        ),
    )


def figure(amount: Amount) -> str:
    """An amount's reading: "about 250 million USD", "40,000 to 60,000 soldier", "5 %"."""
    per = f" per {amount.per}" if amount.per else ""
    unit = "currency not said" if amount.unit == "XXX" else amount.unit
    if amount.value is None and amount.low is not None and amount.high is not None:
        return f"{number(amount.low)} to {number(amount.high)} {unit}{per}"
    if amount.value is None:
        bound = f"at least {number(amount.low)}" if amount.low is not None else ""
        bound = bound or (f"at most {number(amount.high)}" if amount.high is not None else "no figure")
        return f"{bound} {unit}{per}"
    near = _NEAR.get(str(amount.qualifier), "about ")
    return f"{near}{number(amount.value)} {unit}{per}"


def number(value: float) -> str:
    """1234.5 as "1,234.5", 23000000 as "23 million"."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def _agrees(material: Material, name: str, amount: Amount) -> str:
    """How the claim's other statements compare, those of the same unit alone."""
    claim = material.claim_of.get(name)
    if claim is None:
        return ""
    others = [
        a
        for s in claim.statements
        if s.statement != name
        for a in material.situation.statements[s.statement].amounts
        if a.unit == amount.unit and a.per == amount.per
    ]
    verdicts = {compare(amount, other) for other in others}
    if "different" in verdicts:
        return "differs"
    if "compatible" in verdicts:
        return "may be the same"
    return "the same" if verdicts else ""
