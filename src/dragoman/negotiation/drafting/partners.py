"""With whom each party deals, where that is clear."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from dragoman.domain.statement import Kind
from dragoman.negotiation.drafting.parties import Parties
from dragoman.negotiation.drafting.sentences import sentence

_FEW = 6


class Partners:
    """Looks up who deals with whom in a situation."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties

    def of(self, party: str) -> str | None:
        """The one other holder of stances with whom it is named at least twice as often as with any other.

        None where more than six hold stances: of so many nobody can be guessed.
        """
        speaking = self._parties.speaking()
        if len(speaking) > _FEW:
            return None
        beside = {p: n for p, n in self._counts.get(party, Counter()).items() if p in speaking}
        most = Counter(beside).most_common(2)
        if not most or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
            return None
        return most[0][0]

    @cached_property
    def _counts(self) -> Mapping[str, Counter[str]]:
        """How often each party is addressed by, or named in, the stances of each other."""
        situation, parties = self._parties.situation, self._parties
        dealt: dict[str, Counter[str]] = defaultdict(Counter)
        for name, statement in situation.statements.items():
            report = situation.report_of[name]
            holder = parties.role(statement.actor, report) if statement.kind is Kind.STANCE else None
            if holder is None:
                continue
            around = sentence(situation.reports[report].text, statement.span)
            others = {n.party for n in parties.within(report, around)} | {
                parties.role(statement.recipient, report) or ""
            }
            for other in others - {"", holder}:
                dealt[holder][other] += 1
                dealt[other][holder] += 1
        return dealt
