"""People whom the reports give an office, and the party whose office it is, where no catalogue has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.domain.situation import Situation
from dragoman.domain.statement import ASSERTED

_CAPITALS = re.compile(r"\b[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?\b")
_HEAD = re.compile(r"\bgovernment of ([A-Z]\w+ [A-Z]\w+)|\b([A-Z]\w+ [A-Z]\w+)['’]s government\b")
_RULES = re.compile(
    r"\b(council|government|junta|regime|committee|cabinet) (?:that |which )?(?:has |have |now )?"
    r"(?:govern(?:s|ed)|rule[sd]|run[s]?) ([A-Z]\w+)"
)
_OFFICES = (
    r"(?:\w+ ){0,2}?(?:minister|president|chancellor|premier|government|ministry|cabinet|king|queen|parliament|envoy|"
    r"ambassador|spokes(?:man|woman|person)|council|delegation|negotiators?|chair(?:man|woman)|leader|secretary|speaker)\b"
)
_OFFICE = re.compile(rf"(?:[Tt]he )?([A-Z][a-zà-ÿ]+)(?:['’]s)? {_OFFICES}")
_HOLDER = re.compile(
    rf"(?:\b([A-Z][a-zà-ÿ]+|[Tt]he (?:council|government|junta|regime|committee|cabinet))['’]s|\b[Ii]ts) {_OFFICES}, ([A-Z][a-zà-ÿ]+ [A-Z][a-zà-ÿ]+),"
)


@dataclass(frozen=True)
class Offices:
    """Finds the holders of offices as pairs of a person's id and a party.

    `slug` gives the party of a name as written, None for others; `sides` are the states of the reports, `named` the
    parties that are none.
    """

    situation: Situation
    slug: Callable[[str], str | None]
    sides: frozenset[str]
    named: frozenset[str]

    def held(self) -> Iterator[tuple[str, str]]:
        """People of no listed country whom a report calls an office of an unlisted one: "Lutha's prime minister"."""
        for statement in self.situation.statements.values():
            for role in (statement.actor, statement.recipient) if statement.type != ASSERTED else ():
                if role is None or role.entity is None or role.side is not None:
                    continue
                told = _OFFICE.match(role.text)
                slug = self.slug(told.group(1)) if told else None
                if slug is not None:
                    yield role.entity, slug

    def appointed(self, before: Callable[[str, int], str | None]) -> Iterator[tuple[str, str]]:
        """The same for a name behind the office: "Lutha's prime minister, Rosa Venn", "..., its chancellor, Leo Brandt"."""
        for report in self.situation.reports.values():
            ruled = {m.group(1): m.group(2) for m in _RULES.finditer(report.text)}
            for told in _HOLDER.finditer(report.text):
                whose = told.group(1)
                slug = self.slug(ruled.get(whose.split()[-1], whose)) if whose else None
                if whose is None:
                    sentence = report.text[report.text.rfind(". ", 0, told.start()) + 1 : told.start()]
                    named = {self.slug(m) for m in _CAPITALS.findall(sentence)} - {None}
                    slug = named.pop() if len(named) == 1 else before(report.id, told.start())
                if slug is not None:
                    yield told.group(2).casefold().replace(" ", "-"), slug

    def heads(self) -> Iterator[tuple[str, str]]:
        """People of whose government the reports speak, no country named beside it: that of the state they speak of most."""
        named = Counter(
            self.slug(m) or ""
            for r in self.situation.reports.values()
            for m in _CAPITALS.findall(r.text)
            if self.slug(m)
        )
        for entity in self.named:
            del named[entity]
        most = named.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return
        for report in self.situation.reports.values():
            for told in _HEAD.finditer(report.text):
                name = (told.group(1) or told.group(2)).casefold().replace(" ", "-")
                if self.slug(name.replace("-", " ")) in (None, name) and name not in self.sides:
                    yield name, most[0][0]
