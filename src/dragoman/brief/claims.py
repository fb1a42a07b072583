"""Claims with what is for and against them, by how well they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.brief.content import Group, Line, Lines, Section, Tag, Tone
from dragoman.brief.material import Material
from dragoman.domain.claim import Claim, SideOf, Status

MANY = 12
"""Longer groups are closed at first."""
_GROUPS = (
    ("Disputed", (Status.DISPUTED,)),
    ("May conflict", (Status.POSSIBLE_CONFLICT,)),
    ("Independent roots agree", (Status.CORROBORATED,)),
    ("Several roots, independence unknown", (Status.INDEPENDENCE_UNKNOWN,)),
    ("Overtaken by later reports", (Status.SUPERSEDED,)),
    ("One root", (Status.SINGLE_ROOT,)),
)


def claims(material: Material) -> Section:
    """Every claim once, the disputed ones first; then readings that rival each other."""
    held = material.claims
    rest = len(material.situation.claims) - len(held)
    groups = []
    for title, statuses in _GROUPS:
        own = sorted((c for c in held if c.status in statuses), key=_order)
        if own:
            groups.append(
                Group(f"{title} ({len(own)})", tuple(_line(material, c) for c in own), folded=len(own) > MANY)
            )
    return Section(
        "claims",
        "Claims, and on whose word",
        (
            Lines(
                "By how well they stand", tuple(groups), "No report claims anything that could be coded.", _rest(rest)
            ),
            _rivals(material),
        ),
        "A claim is one proposition with all statements for and against it. Roots are counted, never outlets: a root is "
        "whoever stands at the inner end of a chain of voices, and an unnamed one may be the same as another.",
    )


def _rest(count: int) -> str:
    """What is said of the claims that there is no room for; "" where there are none."""
    if not count:
        return ""
    told = "One more thing is" if count == 1 else f"{count} more things are"
    return f"{told} told on one word alone, without a code of their own; the list of claims has them."


def _order(claim: Claim) -> tuple[int, int, str]:
    return -len(claim.statements), -(claim.latest or date.min).toordinal(), claim.id


def _line(material: Material, claim: Claim) -> Line:
    line = material.claim_line(claim, status=False)
    against = sum(s.side is SideOf.AGAINST for s in claim.statements)
    amends = sum(s.side is SideOf.AMENDS for s in claim.statements)
    tags = [*line.tags]
    if len(claim.statements) > 1:
        tags.append(Tag(f"{len(claim.statements) - against - amends} for"))
    if amends:
        tags.append(Tag(f"{amends} amending"))
    if against:
        tags.append(Tag(f"{against} against", Tone.CONFLICT))
    return replace(line, tags=tuple(tags))


def _rivals(material: Material) -> Lines:
    """Rival explanations of the same conduct, each set once."""
    by_id = {c.id: c for c in material.situation.claims}
    groups, seen = [], set()
    for claim in material.situation.claims:
        family = [claim, *(by_id[r] for r in claim.rivals if r in by_id)]
        ids = frozenset(c.id for c in family)
        if len(family) > 1 and ids not in seen:
            seen.add(ids)
            lines = tuple(material.claim_line(c) for c in family)
            groups.append(Group(f"{material.name(claim.actor)}: {len(family)} readings", lines))
    return Lines("Rival readings", tuple(groups), "No two reports explain the same conduct differently.")
