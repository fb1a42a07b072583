"""What each decision maker prefers, by option prioritisation: red line before demand before want before hope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.domain.situation import Situation
from dragoman.domain.statement import Strength
from dragoman.negotiation.drafting.candidates import Candidate, weight_of
from dragoman.negotiation.drafting.finding import Finding, Key, Says
from dragoman.negotiation.drafting.parties import Parties

_TIERS = (Strength.RED_LINE, Strength.DEMAND, Strength.WANT, Strength.HOPE)
_SINCE = timedelta(days=14)
MOST_VARIANTS = 4
_SAID = {
    (Says.WANTS, True): "wants it",
    (Says.WANTS, False): "wants it left or undone",
    (Says.REFUSES, True): "refuses to undo it",
    (Says.REFUSES, False): "refuses it",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One preference statement to be: an expression, how strong, on what it rests, and what it assumes ("" for nothing).

    `rank` orders wishes of one strength: what is asked of others first, then conditions, then costs.
    """

    when: str
    strength: Strength
    rank: int
    found: tuple[Finding, ...]
    note: str
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading of a maker's preferences: the wishes in place of the main ones, its weight, and what it reads so."""

    wishes: tuple[Wish, ...]
    weight: float
    note: str


@dataclass(frozen=True, slots=True)
class Liking:
    """A maker's wishes, most important first, and other readings of them; `weight` is that of the main one."""

    wishes: tuple[Wish, ...]
    readings: tuple[Reading, ...]
    gaps: tuple[str, ...]


def liking(
    maker: str,
    chosen: Sequence[Candidate],
    ids: Mapping[Key, str],
    situation: Situation,
    parties: Parties,
    today: date | None,
) -> Liking:
    """The wishes of `maker` over the options chosen."""
    found = [(c, f) for c in chosen for f in c.findings]
    mine = [(c, f) for c, f in found if f.by == maker]
    wishes: list[Wish] = []
    others: list[tuple[Wish, Wish, float, float, str]] = []
    gaps: list[str] = []
    for candidate, finding in mine:
        if finding.says in (Says.WANTS, Says.REFUSES) and not (finding.says is Says.WANTS and _tied(finding, maker)):
            wishes.append(_wish(candidate, finding, ids, chosen))
    wishes, clashes = _settled(wishes, situation, today)
    others += clashes
    for candidate, finding in found:
        if candidate.key.owner == maker:
            wishes += _bargain(
                candidate,
                finding,
                ids,
                maker,
                mine,
                parties.role(situation.statements[finding.statement].recipient, situation.report_of[finding.statement]),
            )
    threats = [(c, f) for c, f in mine if f.says is Says.THREATENS and c.key.owner == maker]
    for candidate, finding in threats:
        made, variants = _threat(candidate, finding, ids)
        wishes += made
        others += variants
        if not made:
            gaps.append(f"unless what {maker} would {ids[candidate.key]} is not said")
    for candidate in chosen:
        if candidate.guest and candidate.guest == maker:
            wishes += _leave(candidate, chosen, ids, maker)
    main = _ordered(wishes)
    readings = tuple(
        Reading(_ordered([alt if w.when == old.when else w for w in main]), _share(weight, against), note)
        for old, alt, weight, against, note in others[:MOST_VARIANTS]
    )
    return Liking(main, readings, tuple(dict.fromkeys(gaps)))


def _literal(ident: str, done: bool) -> str:
    return ident if done else f"not {ident}"


def _tied(finding: Finding, maker: str) -> bool:
    """Waiting: the holder's own deed with a condition is a bargain, not a wish."""
    return finding.condition is not None and finding.key.owner == maker


def _wish(candidate: Candidate, finding: Finding, ids: Mapping[Key, str], chosen: Sequence[Candidate]) -> Wish:
    ident = ids[candidate.key]
    when, note = _literal(ident, finding.done), _SAID[finding.says, finding.done]
    if candidate.key.level and finding.done:
        whole = ids.get(replace(candidate.key, level=""))
        if whole is not None:
            when, note = f"{ident} or {whole}", "wants at least so much"
    own = candidate.key.owner == finding.by
    return Wish(when, finding.strength, 1 if own else 0, (finding,), note)


def _settled(
    wishes: Sequence[Wish], situation: Situation, today: date | None
) -> tuple[list[Wish], list[tuple[Wish, Wish, float, float, str]]]:
    """Same wishes joined at their greatest strength; of opposite ones the later, or if of one time the weightier, the other
    as a variant."""
    joined: dict[str, Wish] = {}
    for wish in wishes:
        old = joined.get(wish.when)
        if old is None:
            joined[wish.when] = wish
        else:
            strongest = min(old.strength, wish.strength, key=_TIERS.index)
            joined[wish.when] = replace(old, strength=strongest, found=(*old.found, *wish.found))
    clashes: list[tuple[Wish, Wish, float, float, str]] = []
    for when in list(joined):
        opposite = f"not {when}"
        if when not in joined or opposite not in joined:
            continue
        yes, no = joined[when], joined[opposite]
        last_yes, last_no = _last(yes), _last(no)
        heavy = {w.when: sum(weight_of(f, situation, today) for f in w.found) for w in (yes, no)}
        if abs((last_yes - last_no).days) > _SINCE.days:
            del joined[opposite if last_yes > last_no else when]
            continue
        keep, drop = (yes, no) if heavy[yes.when] >= heavy[no.when] else (no, yes)
        del joined[drop.when]
        clashes.append((keep, drop, heavy[drop.when], heavy[keep.when], "the reports of the same days say both"))
    return list(joined.values()), clashes


def _last(wish: Wish) -> date:
    return max((f.day or date.min for f in wish.found), default=date.min)


def _bargain(
    candidate: Candidate,
    finding: Finding,
    ids: Mapping[Key, str],
    maker: str,
    mine: Sequence[tuple[Candidate, Finding]],
    to: str | None,
) -> Iterator[Wish]:
    """An offer with its price, or a deed that waits for another: what it asks, only with it, its cost, and honouring it."""
    ident, condition = ids[candidate.key], finding.condition
    if finding.says is Says.POSSIBLE or finding.says is Says.THREATENS:
        return
    if condition is not None and not finding.unless and condition.key in ids:
        price = _literal(ids[condition.key], condition.done)
        asks = finding.says in (Says.OFFERS, Says.WANTS) and not finding.waits
        if price.lstrip("not ") == ident:
            return
        if asks:
            yield Wish(price, Strength.WANT, 2, (finding, condition), "the price that it asks")
        yield Wish(f"({price}) if {ident}", Strength.WANT, 3, (finding, condition), "only with that")
        yield Wish(
            f"{ident} if ({price})", Strength.HOPE, 4, (finding,), "it keeps its word", "that it would honour this"
        )
        if asks:
            yield Wish(f"not {ident}", Strength.HOPE, 5, (finding,), "what it offers costs it something")
    elif finding.says is Says.OFFERS and finding.done:
        price = _stay(maker, ids) or _asked_of(to, mine, ids)
        if price:
            why = "that this is for what it wants of the other: the reports name no price"
            yield Wish(f"{ident} if {price}", Strength.HOPE, 4, (finding,), "it offers this", why)


def _stay(maker: str, ids: Mapping[Key, str]) -> str:
    """The leave that the maker needs from a host."""
    stays = [k for k in ids if k.act == "keep" and k.owner == maker]
    return next((i for k, i in ids.items() if k.act == "allow" and any(s.place == k.place for s in stays)), "")


def _asked_of(party: str | None, mine: Sequence[tuple[Candidate, Finding]], ids: Mapping[Key, str]) -> str:
    """What the maker wants done by the party to whom it offers, "" for nothing."""
    return next((ids[c.key] for c, f in mine if c.key.owner == party and f.done and f.says is Says.WANTS), "")


def _threat(
    candidate: Candidate, finding: Finding, ids: Mapping[Key, str]
) -> tuple[list[Wish], list[tuple[Wish, Wish, float, float, str]]]:
    """What it asks; that it means it; and that it bluffs, as a variant."""
    ident, condition = ids[candidate.key], finding.condition
    if condition is None or condition.key not in ids:
        return [], []
    price = _literal(ids[condition.key], condition.done)
    price = price if finding.unless else f"not ({price})"
    asks = Wish(price, Strength.DEMAND, 0, (finding, condition), "what it threatens for")
    meant = Wish(
        f"{ident} iff not ({price})", Strength.WANT, 3, (finding, condition), "it means its threat", "that it means it"
    )
    cost = Wish(f"not {ident}", Strength.HOPE, 5, (finding,), "carrying it out costs it something")
    bluff = replace(cost, strength=Strength.WANT, rank=3, note="it bluffs")
    return [asks, meant, cost], [(meant, bluff, 1.0, 1.0, "the threat is a bluff")]


def _leave(candidate: Candidate, chosen: Sequence[Candidate], ids: Mapping[Key, str], maker: str) -> Iterator[Wish]:
    stay = next(
        (
            c
            for c in chosen
            if c.key.act == "keep" and c.key.owner == maker and c.key.place == candidate.key.place and not c.key.level
        ),
        None,
    )
    if stay is not None:
        why = "that staying against the host's will is possible and disliked"
        yield Wish(f"{ids[candidate.key]} if {ids[stay.key]}", Strength.HOPE, 3, tuple(f for f in stay.findings if f.by == maker)[:2], "to stay with leave", why)  # fmt: skip


def _ordered(wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """Most important first, each expression once."""
    joined: dict[str, Wish] = {}
    for wish in sorted(wishes, key=lambda w: (_TIERS.index(w.strength), w.rank)):
        old = joined.get(wish.when)
        joined[wish.when] = wish if old is None else replace(old, found=(*old.found, *wish.found))
    return tuple(joined.values())


def _share(weight: float, against: float) -> float:
    return round(max(0.05, weight / against if against else 1.0), 2)
