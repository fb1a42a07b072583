"""States of affairs told, and one thing that two reports code differently: what joins them and what keeps them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.domain.claim import Claim, Status
from dragoman.domain.reading import Reading
from dragoman.domain.statement import Kind, Plover, Realis, Role, Stance, Statement, Words
from dragoman.domain.text import Span
from dragoman.situation import assemble
from dragoman.situation.words import root_of_name, told
from tests.situation.making import HERE, Countries, money, on, report, says, voice


def tells(
    what: str,
    *,
    actor: str | None = None,
    negative: bool = False,
    trigger: str = "",
    amounts: tuple[float, ...] = (),
    realis: Realis = Realis.ACTUAL,
    day: str | None = None,
) -> Statement:
    """A state of affairs told; in the report it stands behind "tells:"."""
    return says(
        what,
        kind=Kind.JUDGEMENT,
        type="asserted",
        actor=actor,
        other=None,
        trigger=trigger,
        negative=negative,
        amounts=tuple(money(v) for v in amounts),
        realis=realis,
        time=on(day) if day else None,
    )


def starred(what: str) -> Statement:
    """The same with its predicate behind a star."""
    before, after = what.split("*")
    return tells(before + after, trigger=after.split()[0])


def claims(*readings: Reading) -> list[Claim]:
    return list(assemble(readings, Countries()).claims)


def two(one: Statement, other: Statement, days: tuple[str, str] = ("2025-01-02", "2025-01-04")) -> list[Claim]:
    return claims(*(_triggered(report(name, day, s)) for name, day, s in zip("ab", days, (one, other), strict=True)))


def _triggered(reading: Reading) -> Reading:
    """The reading with each trigger where its word stands in the clause."""
    placed = []
    for s in reading.statements:
        assert s.trigger is not None
        start = s.span.start + s.quote.index(s.trigger.text)
        placed.append(replace(s, trigger=Words(Span(start, start + len(s.trigger.text)), s.trigger.text)))
    return replace(reading, statements=tuple(placed))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the reserves *cover three weeks of imports", "its reserves *are enough for three weeks of imports"),
        ("the great bridge was *closed to lorries", "lorries *find the great bridge shut"),
        ("sixty-four prisoners *crossed at Holm", "64 prisoners were *swapped at Holm"),
        ("the Ruritanian ferry *sank off Hentzau", "a ferry from Ruritania *sank near Hentzau"),
    ],
)
def test_two_tellings_of_one_thing_are_one_claim_of_two_roots(one: str, other: str) -> None:
    (claim,) = two(starred(one), starred(other))
    assert claim.status is Status.CORROBORATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the captain of the Santa Ursula has *spoken", "the bow of the Santa Ursula was *dented"),
        ("the harbour was *dredged last year", "the railway was *repaired last year"),
        ("the truce *takes hold in the valley", "the truce in the valley *is over"),
    ],
)
def test_tellings_that_share_a_name_a_time_or_a_thing_alone_stay_apart(one: str, other: str) -> None:
    assert len(two(starred(one), starred(other))) == 2


def test_tellings_far_apart_in_time_stay_apart() -> None:
    what = "the grain silo by the mole burned down"
    assert len(two(tells(what), tells(what), days=("2025-01-02", "2025-06-02"))) == 2


def test_what_two_known_sides_do_stays_apart_whatever_the_words() -> None:
    what = "moved a rocket battery to the ridge above Hentzau"
    assert len(two(tells(what, actor="RUR", trigger="moved"), tells(what, actor="SYL", trigger="moved"))) == 2


def test_a_telling_joins_the_event_of_its_actor_that_it_repeats_and_takes_its_code() -> None:
    event = says("a rocket battery to the ridge above Hentzau", type=Plover.MOBILIZE, other=None, trigger="battery")
    (claim,) = two(tells("has rockets in battery on the ridge at Hentzau", actor="RUR", trigger="has"), event)
    assert (claim.kind, claim.type, len(claim.roots)) == ("event", "MOBILIZE", 2)


def test_what_one_report_codes_as_an_offer_another_may_code_as_agreed() -> None:
    offer = says(
        "use of the Ganlook airfield for transports", kind=Kind.STANCE, type=Stance.OFFER, other=None, trigger="use"
    )
    accept = says(
        "transports may use the Ganlook airfield", kind=Kind.STANCE, type=Stance.ACCEPT, other=None, trigger="use"
    )
    assert len(two(offer, accept)) == 1
    demand = says(
        "use of the Ganlook airfield for transports", kind=Kind.STANCE, type=Stance.DEMAND, other=None, trigger="use"
    )
    assert len(two(demand, accept)) == 2


def test_what_one_report_codes_as_one_act_another_may_code_as_another() -> None:
    stop = says(
        "its fuel subsidy by July for the fund's loan", type=Plover.CONCEDE, other=None, realis=Realis.PREDICTED
    )
    agree = says("the fuel subsidy by July for a loan of the fund", kind=Kind.STANCE, type=Stance.ACCEPT, other=None)
    (claim,) = two(_worded(stop, "its"), _worded(agree, "the"))
    assert len(claim.roots) == 2
    assert len(two(_worded(replace(stop, realis=Realis.ACTUAL), "its"), _worded(agree, "the"))) == 2


def test_acts_toward_two_sides_and_two_codes_of_one_clause_are_two_claims() -> None:
    ban = says("imports of grain, timber and salt", type=Plover.SANCTION, other="SYL", trigger="imports")
    assert len(two(ban, replace(ban, recipient=Role("GRA", None, None, "GRA", HERE)))) == 2
    met = says("talks on grain, timber and salt", type=Plover.COOPERATE, other="SYL", trigger="talks")
    helped = replace(met, type=Plover.AID)
    one = report("a", "2025-01-02", met)
    both = replace(one, statements=(one.statements[0], replace(helped, id="s2", span=one.statements[0].span)))
    assert len(claims(both)) == 2


def _worded(statement: Statement, trigger: str) -> Statement:
    return replace(statement, trigger=Words(HERE, trigger))


def test_figures_that_differ_are_at_odds() -> None:
    one = tells("the crossing at Holm cost 30 USD", trigger="cost", amounts=(30,), day="2025-01-01")
    other = tells("the crossing at Holm cost 50 USD", trigger="cost", amounts=(50,), day="2025-01-01")
    assert [c.status for c in two(one, other)] == [Status.DISPUTED, Status.DISPUTED]


def test_a_denial_in_the_same_words_is_at_odds_and_one_of_something_else_is_not() -> None:
    yes = tells("the brigade left the frontier at Hentzau", trigger="left")
    no = tells("the brigade never left the frontier at Hentzau", trigger="left", negative=True)
    assert {c.status for c in two(yes, no)} == {Status.POSSIBLE_CONFLICT}
    other = tells("the brigade at the frontier by Hentzau was not paid", trigger="paid", negative=True)
    assert {c.status for c in two(yes, other)} == {Status.SINGLE_ROOT}


def test_a_thing_that_is_over_overtakes_what_was_told_of_it_before() -> None:
    before, after = two(
        tells("the ceasefire in the Coliflor valley holds", trigger="holds"),
        tells("the ceasefire in the Coliflor valley has collapsed", trigger="collapsed"),
    )
    assert before.status is Status.SUPERSEDED and before.superseded_by == (after.id,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Forty thousand tonnes", {"40000", "tonne"}),
        ("sixty-four of 203 by 1.2 billion", {"64", "203", "1200000000"}),
        ("on 4 May the deployment ended", {"presence", "end"}),
        ("an extension, extended", {"extend"}),
    ],
)
def test_numbers_are_read_dates_left_out_and_nouns_of_verbs_are_their_verbs(text: str, words: set[str]) -> None:
    assert told(text, False)[0] == words


def test_countries_and_their_people_have_one_root() -> None:
    pairs = [("Ruritania", "Ruritanian"), ("Lutha", "Luthans"), ("Sudan", "Sudanese"), ("Nuevo", "Nuevo")]
    assert all(root_of_name(a) == root_of_name(b) for a, b in pairs)


def test_a_figure_of_one_name_joins_what_else_is_told_in_other_words() -> None:
    home = "the 64 soldiers who crossed at the Holm bridge were in fair health"
    assert len(two(tells("64 soldiers were swapped at Holm yesterday"), tells(home))) == 1
    assert len(two(tells("3 soldiers were swapped at Holm yesterday"), tells(home.replace("64", "3")))) == 2
    assert len(claims(report("a", "2025-01-02", tells("64 soldiers were swapped at Holm yesterday"), tells(home)))) == 2
    weeks_later = ("2025-01-02", "2025-01-24")
    assert len(two(tells("64 soldiers were swapped at Holm yesterday"), tells(home), weeks_later)) == 2


def test_a_bid_told_of_is_the_offer() -> None:
    text = "Ruritania offers 250 million crowns a year for the base"
    offer = says(text, kind=Kind.STANCE, type=Stance.OFFER, other=None, trigger="offers")
    bid = tells("the Ruritanian bid for the base stands at 250 million")
    assert len(two(offer, bid)) == 1
    assert len(two(replace(offer, type=Stance.THREATEN), bid)) == 2


def test_a_citation_joins_what_shares_a_name_and_most_words() -> None:
    own = report("a", "2025-01-02", tells("gates at Klow were shut by its master"), outlet="Red Star")
    again = tells("somebody shut gates near Klow")
    relay = replace(again, voices=(voice("the Red Star", "outlet"),))
    assert len(claims(own, report("b", "2025-01-03", relay, outlet="Blue Star"))) == 1
    assert len(claims(own, report("b", "2025-01-03", again, outlet="Blue Star"))) == 2


def test_a_deed_of_nobody_known_is_one_with_another_where_a_number_is_in_both() -> None:
    def killed(what: str) -> Statement:
        found = says(what, type=Plover.ASSAULT, actor=None, other=None, trigger="killed")
        return replace(found, object=Words(HERE, "guards"))

    one, other = "seven guards were killed near the quay", "the guards killed at the quay were seven"
    assert len(two(killed(one), killed(other))) == 1
    assert len(two(killed(one.replace("seven", "many")), killed(other.replace("seven", "many")))) == 2
