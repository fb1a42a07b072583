"""The tables of acts and things fit together."""

from __future__ import annotations

from dragoman.negotiation.drafting.lexicon import lexicon


def test_every_act_is_on_known_things_and_every_default_act_is_known() -> None:
    known = lexicon()
    for act in known.acts.values():
        assert set(act.things) <= set(known.things), act.id
        assert act.owner in ("doer", "guest", "host", "holder"), act.id
        assert not act.host or act.host in known.acts, act.id
        assert act.yes, act.id
        assert "{thing}" not in act.text.format(thing="it", guest="them")
    for thing in known.things.values():
        assert not thing.act or thing.id in known.acts[thing.act].things, thing.id
        assert known.by_thing[thing.id], thing.id
        assert set(thing.bare) <= {" ".join(run) for run in thing.words}, thing.id


def test_no_word_says_both_that_an_act_is_done_and_that_it_is_left() -> None:
    for act in lexicon().acts.values():
        assert not set(act.yes) & set(act.no), act.id


def test_a_matter_stands_for_one_thing() -> None:
    matters = [m for t in lexicon().things.values() for m in t.matters]
    assert len(matters) == len(set(matters))
