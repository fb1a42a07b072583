"""Persons by surname: who "Putin" is once a title, the day or the report itself has said so."""

from __future__ import annotations

from datetime import date

from dragoman.domain.parse import Parse
from dragoman.entities.atoms import key
from dragoman.entities.catalogue import Catalogue

TITLES = frozenset(
    [
        "president",
        "prime",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emir",
        "sheikh",
        "crown",
        "prince",
        "secretary",
        "ambassador",
        "envoy",
        "senator",
        "general",
        "gen.",
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "sir",
        "leader",
        "dictator",
        "foreign",
        "defence",
        "defense",
        "deputy",
        "vice",
        "special",
        "speaker",
        "commander",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "colonel",
        "col.",
        "admiral",
        "congressman",
        "congresswoman",
        "governor",
        "mayor",
        "representative",
        "rep.",
        "sen.",
        "gov.",
        "professor",
        "prof.",
        "judge",
        "justice",
        "ayatollah",
        "marshal",
        "sergeant",
        "dame",
        "captain",
        "major",
        "lieutenant",
        "brigadier",
        "princess",
        "duke",
        "count",
        "baron",
        "baroness",
        "pope",
    ]
)


class Surnames:
    """Whom a bare surname means in one report; feed names in text order."""

    def __init__(self, catalogue: Catalogue, day: date | None) -> None:
        self._catalogue = catalogue
        self._day = day
        self._seen: dict[str, str] = {}
        self._strangers: set[str] = set()

    def saw(self, person: str) -> None:
        """A full name of the catalogue was met."""
        entity = self._catalogue.entities[person]
        for name in (entity.name, *entity.names):
            for part in key(name)[-1:]:
                self._seen[part] = person
                self._strangers.discard(part)

    def is_named(self, person: str, words: str) -> bool:
        """True where `words` hold the person's surname ("the Mugabe government")."""
        entity = self._catalogue.entities.get(person)
        return entity is not None and key(entity.name)[-1] in key(words)

    def heard(self, parse: Parse, first: int, last: int) -> None:
        """A full name that the catalogue does not hold was met: its surname is that person's from here on."""
        parts = self._parts(parse, first, last)
        if len(parts) > 1 and parts[-1] not in self._seen:
            self._strangers.add(parts[-1])

    def whose(self, parse: Parse, first: int, last: int, *, sure: bool) -> str | None:
        """The person that the tokens name by surname; `sure` where the parser holds them for a person's name."""
        parts = self._parts(parse, first, last)
        if len(parts) != 1 or parts[0] in self._strangers:
            return None
        if parts[0] in self._seen:
            return self._seen[parts[0]]
        titled = (first > 0 and parse.tokens[first - 1].lower in TITLES) or parse.tokens[first].lower in TITLES
        ids = self._catalogue.surnames.get(parts[0], ())
        serving = [i for i in ids if self._day and self._catalogue.offices_on(i, self._day)]
        near = serving or [i for i in ids if self._catalogue.near_office(i, self._day)]
        if len(near) == 1 and (sure or titled) and (serving or titled or len(ids) == 1):
            return near[0]
        return None

    def known(self, word: str) -> str | None:
        """The person of the catalogue already named in this report whose surname `word` is."""
        parts = key(word)
        return self._seen.get(parts[-1]) if len(parts) == 1 else None

    def _parts(self, parse: Parse, first: int, last: int) -> list[str]:
        words = [t.text for t in parse.tokens[first:last] if t.lower not in TITLES and t.tag != "POS"]
        return [p for p in key(" ".join(words)) if p not in ("al", "el")]

    def country_and_code(self, person: str) -> tuple[str | None, str | None]:
        """The state acted for and the PLOVER code on the report's day, else those of the last office."""
        last = self._catalogue.last_office(person, self._day)
        for office in self._catalogue.offices_on(person, self._day) or ([last] if last else []):
            if office.country:
                return office.country, f"{office.country}GOV"
            if office.body and office.body in self._catalogue.entities:
                body = self._catalogue.entities[office.body]
                return body.country, body.code
        return None, None
