"""What deed a phrase names. Expected values by hand."""

from __future__ import annotations

import pytest

from dragoman.negotiation.drafting.phrases import deeds
from dragoman.negotiation.drafting.plain_deeds import general_deed

PHRASES = {
    "keep its naval base on the island": ("keep", "presence", True, ""),
    "give up its naval base on the island": ("keep", "presence", False, ""),
    "maintain a limited military presence": ("keep", "presence", True, "limited"),
    "send home the foreign troops": ("allow", "presence", False, ""),
    "assistance in withdrawing its troops": ("assist-withdrawal", "presence", True, ""),
    "delayed their promised financial aid": ("provide", "aid", False, ""),
    "delivered a cargo of wheat": ("provide", "aid", True, ""),
    "the repatriation of funds held abroad": ("return", "funds", True, ""),
    "whether the sanctions against the old guard would be lifted": ("lift", "sanctions", True, ""),
    "imposed new sanctions": ("lift", "sanctions", False, ""),
    "the loans of the old regime struck off": ("forgive", "debt", True, ""),
    "suspend work on its dam": ("fill", "reservoir", False, ""),
    "securing access to the weapon sites": ("admit", "entry", True, ""),
    "compensation for the ruined villages": ("compensate", "compensation", True, ""),
    "lack of engagement": ("engage", "engagement", False, ""),
    "not pay the arrears": ("pay", "debt", False, ""),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_names_one_act_on_one_thing_done_or_left(phrase: str) -> None:
    (found,) = deeds(phrase)
    assert (found.act, found.thing, found.done, found.level) == PHRASES[phrase]


def test_a_list_of_deeds_is_read_one_by_one() -> None:
    found = deeds("the loans struck off, the money returned, reparations paid")
    assert [(d.act, d.thing) for d in found] == [
        ("forgive", "debt"),
        ("return", "funds"),
        ("compensate", "compensation"),
    ]


@pytest.mark.parametrize("phrase", ["maintain its influence", "comment", "a voice in whatever follows", ""])
def test_what_nobody_can_carry_out_is_no_deed(phrase: str) -> None:
    assert deeds(phrase) == ()
    assert general_deed(phrase) is None


def test_what_is_only_talked_about_is_no_deed() -> None:
    assert [(d.act, d.thing) for d in deeds("start urgent negotiations on the great dam")] == [("talk", "talks")]


def test_a_deed_of_no_known_kind_is_named_by_its_own_words() -> None:
    found = general_deed("patrol the lake at night")
    assert found is not None
    assert (found.known, found.said, found.done) == (False, "patrol the lake at night", True)
