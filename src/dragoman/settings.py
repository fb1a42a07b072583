"""The one place that wires adapters to the rooms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dragoman.domain.entity import Entity, Office
from dragoman.domain.time import CalendarEvent
from dragoman.entities import Catalogue, Gazetteer
from dragoman.ports import Parser
from dragoman.statements import load_calendar


@dataclass(frozen=True)
class Settings:
    """What a run reads with; heavy parts are made at first use. `model` names an installed spaCy model."""

    model: str | None = None
    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    events: tuple[CalendarEvent, ...] = ()

    @cached_property
    def parser(self) -> Parser:
        from dragoman.adapters.spacy_parser import SpacyParser

        return SpacyParser(self.model)

    @cached_property
    def catalogue(self) -> Catalogue:
        return Catalogue(self.entities, self.offices)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer(self.catalogue)

    @cached_property
    def calendar(self) -> tuple[CalendarEvent, ...]:
        return (*load_calendar(), *self.events)
