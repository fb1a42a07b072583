"""One event told of two places."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest

from dragoman.domain.claim import Claim, Status
from dragoman.domain.entity import Entity, EntityKind
from dragoman.domain.statement import Plover, Role, Statement
from dragoman.situation import assemble
from dragoman.situation.places import Apart, apart, place_of
from tests.situation.making import HERE, Countries, on, report, says


class Towns(Countries):
    """The same with two towns and a base of Ruritania, and a town of Sylvania."""

    entities: ClassVar = Countries.entities | {
        e.id: e
        for e in (
            Entity("strelsau", "Strelsau", EntityKind.PLACE, country="RUR", detail="city"),
            Entity("hentzau", "Hentzau", EntityKind.PLACE, country="RUR", detail="city"),
            Entity("hentzau-base", "Hentzau base", EntityKind.PLACE, country="RUR", detail="base"),
            Entity("sylvan-town", "Sylvan Town", EntityKind.PLACE, country="SYL", detail="city"),
        )
    }


def at(text: str, entity: str | None = None) -> Role:
    return Role(entity, None, None, text, HERE)


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (at("Strelsau", "strelsau"), at("Hentzau", "hentzau"), Apart.YES),
        (at("Strelsau", "strelsau"), at("the capital Strelsau", "strelsau"), Apart.NO),
        (at("Strelsau", "strelsau"), at("Ruritania", "RUR"), Apart.NO),
        (at("Strelsau", "strelsau"), at("Sylvania", "SYL"), Apart.YES),
        (at("Hentzau", "hentzau"), at("Hentzau base", "hentzau-base"), Apart.NO),  # a base may lie at a town
        (at("Sylvan Town", "sylvan-town"), at("Hentzau base", "hentzau-base"), Apart.YES),
        (at("Paso Hondo"), at("Zenda"), Apart.LIKELY),
        (at("Paso Hondo"), at("the bridge at Paso Hondo"), Apart.NO),
        (at("the quay"), at("Zenda"), Apart.NO),
    ],
)
def test_places_are_two_where_neither_can_lie_in_the_other(one: Role, two: Role, found: Apart) -> None:
    assert apart(place_of(one, Towns()), place_of(two, Towns())) is found


def _claims(
    one: Statement, two: Statement, *, outlets: tuple[str, str] = ("Example Courier", "Mock Monitor")
) -> list[Claim]:
    readings = [report(n, "2025-01-04", s, outlet=o) for n, s, o in zip("ab", (one, two), outlets, strict=True)]
    return list(assemble(readings, Towns()).claims)


def talks(place: Role | None, *, day: str | None = "2025-01-02") -> Statement:
    made = says("talks about the bridge toll", type=Plover.CONSULT, trigger="talks", time=on(day) if day else None)
    return replace(made, place=place)


def test_talks_of_one_day_in_two_towns_are_disputed_over_the_place() -> None:
    one, two = _claims(talks(at("Strelsau", "strelsau")), talks(at("Hentzau", "hentzau")))
    assert one.status is two.status is Status.DISPUTED
    assert "told of two places" in one.reason


def test_talks_in_a_town_and_in_its_country_are_one_claim() -> None:
    assert len(_claims(talks(at("Strelsau", "strelsau")), talks(at("Ruritania", "RUR")))) == 1


def test_towns_that_the_catalogue_does_not_hold_make_only_a_possible_conflict() -> None:
    one, two = _claims(talks(at("Paso Hondo")), talks(at("Zenda")))
    assert one.status is two.status is Status.POSSIBLE_CONFLICT


def test_talks_in_two_towns_of_no_told_day_are_two_claims_without_conflict() -> None:
    claims = _claims(talks(at("Strelsau", "strelsau"), day=None), talks(at("Hentzau", "hentzau"), day=None))
    assert [c.status for c in claims] == [Status.SINGLE_ROOT] * 2


def test_two_towns_struck_on_one_day_may_be_two_strikes() -> None:
    strike = says("rockets at grain depots", type=Plover.ASSAULT, trigger="fired", time=on("2025-01-02"))
    one, two = _claims(
        replace(strike, place=at("Strelsau", "strelsau")), replace(strike, place=at("Hentzau", "hentzau"))
    )
    assert one.status is two.status is Status.POSSIBLE_CONFLICT
