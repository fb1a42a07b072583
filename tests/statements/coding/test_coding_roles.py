"""Who does it to whom, in every construction that English has for it."""

from __future__ import annotations

import pytest

from tests.statements.coding.conftest import Coded

pytestmark = pytest.mark.model

# sentence, PLOVER type, actors, recipients (each set is all there are)
SAID = {
    "active": ("Ruritania attacked Graustark.", "ASSAULT", {"Ruritania"}, {"Graustark"}),
    "passive": ("Graustark was attacked by Ruritania.", "ASSAULT", {"Ruritania"}, {"Graustark"}),
    "passive without agent": ("The two ministers were arrested on Monday.", "COERCE", set(), {"The two ministers"}),
    "control": ("Ruritania agreed to lend money to Graustark.", "AGREE", {"Ruritania"}, {"Graustark"}),
    "object control": ("Ruritania asked Graustark to withdraw its troops.", "REQUEST", {"Ruritania"}, {"Graustark"}),
    "raising": ("Ruritania appears to have attacked Graustark.", "ASSAULT", {"Ruritania"}, {"Graustark"}),
    "raised passive": (
        "The raid on Graustark is believed to have been carried out by Ruritania.",
        "ASSAULT",
        {"Ruritania"},
        {"Graustark"},
    ),
    "relative": ("The rebels who attacked Graustark fled.", "ASSAULT", {"The rebels"}, {"Graustark"}),
    "object relative": ("The bridge that Ruritania bombed was old.", "ASSAULT", {"Ruritania"}, {"The bridge"}),
    "reduced relative": ("The army praised the rebels arrested by Ruritania.", "COERCE", {"Ruritania"}, {"the rebels"}),
    "conjoined verbs": (
        "Ruritania denounced Graustark and expelled its envoy.",
        "SANCTION",
        {"Ruritania"},
        {"its envoy"},
    ),
    "conjoined actors": (
        "Ruritania and Zenda attacked Graustark.",
        "ASSAULT",
        {"Ruritania", "Zenda"},
        {"Graustark"},
    ),
    "possessive": ("Ruritania's attack on Graustark failed.", "ASSAULT", {"Ruritania"}, {"Graustark"}),
    "adjective": ("The Ruritanian attack on Graustark failed.", "ASSAULT", {"Ruritanian attack"}, {"Graustark"}),
    "both ways": ("Ruritania and Graustark met.", "CONSULT", {"Ruritania", "Graustark"}, {"Ruritania", "Graustark"}),
    "between": (
        "Talks between Ruritania and Graustark began.",
        "CONSULT",
        {"Ruritania", "Graustark"},
        {"Ruritania", "Graustark"},
    ),
    "light verb": ("Ruritania held talks with Graustark.", "CONSULT", {"Ruritania"}, {"Graustark"}),
    "engaged in": (
        "Ruritania and Graustark are engaged in negotiations over the dam.",
        "CONSULT",
        {"Ruritania", "Graustark"},
        {"Ruritania", "Graustark"},
    ),
    "participle before a noun": (
        "Ruritania-backed rebels fled.",
        "SUPPORT",
        {"Ruritania"},
        {"Ruritania-backed rebels"},
    ),
    "owner of a thing": ("Ruritania shot down a Graustark jet.", "ASSAULT", {"Ruritania"}, {"Graustark"}),
    "demand by a modal": ("The envoy said Graustark must free the crew.", "REQUEST", {"The envoy"}, {"Graustark"}),
    "giver behind from": ("Graustark received a loan from Ruritania.", "AID", {"Ruritania"}, {"Graustark"}),
    "behind an opening": (
        "On a visit to Zenda, General Hentzau praised Graustark.",
        "SUPPORT",
        {"General Hentzau"},
        {"Graustark"},
    ),
    "an object that swallowed by": (
        "The cabinet accepted, in principle, an offer by Ruritania.",
        "AGREE",
        {"The cabinet"},
        {"Ruritania"},
    ),
    "whose troops a threat is about": (
        "Ruritania threatened to send home the Graustark troops.",
        "THREATEN",
        {"Ruritania"},
        {"the Graustark troops"},
    ),
    "who has what is asked back": (
        "Ruritania requested the return of money sent by the king to Graustark.",
        "REQUEST",
        {"Ruritania"},
        {"Graustark"},
    ),
    "a weapon without a side": ("A drone strike wounded two soldiers.", "ASSAULT", set(), {"two soldiers"}),
    "ministers of two": (
        "The ministers of Ruritania and Graustark met.",
        "CONSULT",
        {"Ruritania", "Graustark"},
        {"Ruritania", "Graustark"},
    ),
    "one body of two": (
        "The joint commission of Ruritania and Graustark rejected the offer of Zenda.",
        "REJECT",
        {"The joint commission of Ruritania and Graustark"},
        {"Zenda"},
    ),
    "dative": ("Ruritania gave them weapons.", "AID", {"Ruritania"}, {"them"}),
}


@pytest.mark.parametrize("text, plover, actors, recipients", SAID.values(), ids=SAID)
def test_roles(text: str, plover: str, actors: set[str], recipients: set[str], coded: Coded) -> None:
    found = [s for s in coded(text) if s.plover == plover]
    assert {s.actor.text for s in found if s.actor} == actors
    assert {s.recipient.text for s in found if s.recipient} == recipients


@pytest.mark.parametrize(
    "text, here, not_there",
    [
        ("Ruritania struck a deal with Graustark.", "SUPPORT", "ASSAULT"),
        ("Ruritania struck a base of the rebels.", "ASSAULT", "SUPPORT"),
        ("Ruritania called on Graustark to sign.", "REQUEST", "CONSULT"),
        ("Ruritania called off the offensive.", "RETREAT", "REQUEST"),
        ("Ruritania met the prime minister.", "CONSULT", "CONCEDE"),
        ("Ruritania met the demands of the miners.", "CONCEDE", "CONSULT"),
        ("Ruritania released the hostages.", "RETREAT", "SUPPORT"),
        ("Ruritania withdrew its ambassador from Graustark.", "SANCTION", "RETREAT"),
        ("Ruritania opened fire on the crowd.", "ASSAULT", "AID"),
    ],
)
def test_the_object_tells_the_senses_of_a_verb_apart(text: str, here: str, not_there: str, coded: Coded) -> None:
    types = {s.plover for s in coded(text)}
    assert here in types and not_there not in types


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania released a statement.",
        "Ruritania met its targets.",
        "The plan struck the minister as odd.",
        "The company sealed the window.",
        "Nobody attacked Graustark, and it stayed quiet?",
        "Did Ruritania attack Graustark?",
        "A law to allow inspectors into the plant was read.",
        "It is too early to negotiate with Graustark.",
        "The king did not wait until Ruritania attacked Graustark.",
        "Don't shoot the ambassador.",
        "A player who occupies Zenda wins.",
        "The minister shot himself.",
    ],
)
def test_what_is_no_event_is_not_said(text: str, coded: Coded) -> None:
    assert [s for s in coded(text) if s.plover] == []


def test_one_act_told_twice_is_one_statement(coded: Coded) -> None:
    (aid,) = coded("Ruritania delivered cash to Graustark, providing support to Graustark.")
    assert aid.type == "AID" and aid.trigger is not None and aid.trigger.text == "delivered"


def test_what_killed_is_the_attack_and_not_where_it_was(coded: Coded) -> None:
    found = coded("Zenda condemned the bombings in Ruritania and Graustark, which killed ten people.")
    (killing,) = (s for s in found if s.type == "ASSAULT")
    assert killing.actor is None and killing.recipient is not None and killing.recipient.text == "ten people"


def test_whom_a_speaker_tells_is_whom_an_offer_is_made_to(coded: Coded) -> None:
    (offer,) = (s for s in coded("Ruritania told Graustark it was ready to talk.") if s.type == "offer")
    assert offer.recipient is not None and offer.recipient.text == "Graustark"
    assert offer.quote == "it was ready to talk"


def test_a_proposal_pointed_back_at_is_its_makers(coded: Coded) -> None:
    found = coded("Graustark offered to guard the bridge. Ruritania rejected this offer.")
    (refusal,) = (s for s in found if s.type == "refuse")
    assert refusal.recipient is not None
    assert (refusal.recipient.entity, refusal.recipient.text) == ("graustark", "this offer")


def test_domestic_sides_of_no_named_country_have_their_sector(coded: Coded) -> None:
    (arrest,) = coded("Police arrested two protesters.")
    assert arrest.actor is not None and arrest.recipient is not None
    assert (arrest.actor.code, arrest.recipient.code) == ("---COP", "---CVL")
