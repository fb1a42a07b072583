"""Money, shares and counts, with who says so."""

from __future__ import annotations

from dragoman.brief.clauses import clip
from dragoman.brief.content import Cell, Section, Table, filled
from dragoman.brief.material import Material
from dragoman.domain.amount import Amount, compare

SMALL = 20
"""Counts under this are listed apart."""
_NEAR = {
    "exact": "",
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "at_least": "at least ",
    "at_most": "at most ",
}


def amounts(material: Material) -> Section:
    """A row an amount of a statement, small counts apart; "differs" where the same claim is given another."""
    rows = [(amount, name) for name in material.standing for amount in material.situation.statements[name].amounts]
    rows.sort(key=lambda row: (row[0].unit, -(row[0].value or row[0].high or row[0].low or 0), row[1]))
    large = [row for row in rows if not _small(row[0])]
    small = [row for row in rows if _small(row[0])]
    return Section(
        "amounts",
        "Amounts",
        (
            _table(material, "Money, shares and large counts", large, folded=False),
            _table(material, "Small counts", small, folded=True),
        ),
    )


def _small(amount: Amount) -> bool:
    money = len(amount.unit) == 3 and amount.unit.isupper()
    return not money and amount.unit != "%" and max(amount.value or 0, amount.high or 0, amount.low or 0) < SMALL


def _table(material: Material, title: str, rows: list[tuple[Amount, str]], *, folded: bool) -> Table:
    """Columns that say nothing in any row are left out."""
    full: list[tuple[Cell, ...]] = [
        (clip(a.text, 60), figure(a), clip(a.of or "", 40), _agrees(material, name, a), material.line((name,)))
        for a, name in rows
    ]
    columns, cells = filled(("As written", "Read as", "Of", "Other reports", "In"), full)
    return Table(title, columns, cells, "None was found.", folded=folded)


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
