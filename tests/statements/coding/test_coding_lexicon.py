"""The lexicon is well formed, and each of its rows reads its own example."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.domain.statement import AgreementStatus, Kind, Plover, Stance, Tie
from dragoman.statements.coding.lexicon import COLUMNS, FILES, Entry, lexicon
from dragoman.statements.coding.matters import matter_words
from dragoman.statements.coding.registers import ENOUGH, registers
from dragoman.statements.coding.word_classes import DATA, word_classes
from tests.statements.coding.conftest import Coded

TYPES: dict[Kind, set[str]] = {
    Kind.EVENT: {p.value for p in Plover},
    Kind.STANCE: {s.value for s in Stance},
    Kind.TIE: {t.value for t in Tie},
    Kind.AGREEMENT: {a.value for a in AgreementStatus},
    Kind.JUDGEMENT: {"positive", "negative", "signal", "unclear"},
}
SLOTS = frozenset(
    {
        "subj",
        "obj",
        "dat",
        "csubj",
        "poss",
        "adj",
        "light",
        "speaker",
        "owner",
        "standing",
        "topic",
        "ing",
        "each",
        "self",
        "comp",
        "prt",
        "det",
        "mod",
        "does",
        "doesobj",
        "dep",
        "mood",
        "objmod",
        "oprd",
        "both",
        "voice",
        "subjmod",
        "introduced",
        "later",
        "behind",
        "cond",
        "neg",
        "aux",
        "adv",
        "is",
        "active",
        "bare",
        "dobj",
        "nsubj",
        "csubject",
    }
)
PREPOSITIONS = frozenset(
    {
        "angrily",
        "attr",
        "free",
        "furiously",
        "indignantly",
        "longer",
        "none",
        "test",
        "up",
        "onto",
        "under",
        "there",
        "within",
        "inside",
        "dead",
        "void",
        "accountable",
        "responsible",
        "liable",
        "before",
        "following",
        "silent",
        "quiet",
        "open",
        "again",
        "closed",
        "shut",
        "yesterday",
        "today",
        "opposite",
        "frozen",
        "about",
        "above",
        "across",
        "down",
        "first",
        "jointly",
        "through",
        "together",
        "until",
        "against",
        "along",
        "alongside",
        "decisively",
        "forcefully",
        "harshly",
        "among",
        "around",
        "as",
        "at",
        "away",
        "back",
        "behind",
        "between",
        "by",
        "for",
        "from",
        "home",
        "in",
        "into",
        "near",
        "of",
        "off",
        "on",
        "out",
        "past",
        "outside",
        "over",
        "to",
        "toward",
        "towards",
        "upon",
        "with",
        "militarily",
    }
)
MARKS = {"#party", "#person", "#name", "#side"}


@pytest.mark.parametrize("file", FILES.values())
def test_every_file_has_the_columns_of_the_lexicon(file: str) -> None:
    head = (DATA / file).read_text(encoding="utf-8").splitlines()[0]
    assert tuple(head.split(",")) == COLUMNS


@pytest.mark.parametrize("entry", lexicon(), ids=lambda e: e.name)
def test_a_row_uses_known_types_slots_and_classes(entry: Entry) -> None:
    assert entry.type in TYPES[entry.kind]
    assert entry.pos in ("v", "n", "a", "m")
    used = {c.slot for c in entry.frame} | {s.rstrip("!*") for s in (*entry.actor, *entry.recipient, *entry.object)}
    assert {part for slot in used for part in slot.split("|")} <= SLOTS | PREPOSITIONS
    for condition in entry.frame:
        assert condition.values != ("",)
        for value in (v.lstrip("!") for v in condition.values):
            assert not value.startswith("#") or value in MARKS or value[1:] in word_classes()
            assert value.count("+") <= 1
    assert all(word == word.lower().strip() for word in entry.words)
    assert entry.example[0].isupper() and entry.example.endswith(".")


def test_the_lexicon_covers_every_type_and_several_hundred_words() -> None:
    said = {(e.kind, e.type) for e in lexicon()}
    assert {(kind, t) for kind, types in TYPES.items() for t in types} - said == {
        (Kind.EVENT, t) for t in ("REQUEST", "THREATEN")
    }
    words = Counter((word, e.pos) for e in lexicon() for word in e.words)
    assert len(words) > 500


def test_no_two_rows_of_a_kind_say_the_same_word_in_the_same_frame() -> None:
    seen = Counter((e.kind, w, e.pos, e.frame) for e in lexicon() for w in e.words)
    assert [k for k, n in seen.items() if n > 1] == []


@pytest.mark.model
@pytest.mark.parametrize("entry", lexicon(), ids=lambda e: e.name)
def test_a_row_reads_its_own_example(entry: Entry, coded: Coded) -> None:
    said = coded(entry.example)
    alone = any(s.kind is entry.kind and s.type == entry.type and s.why == entry.name for s in said)
    assert alone or any(s.kind is Kind.AGREEMENT and s.plover == entry.type for s in said)


def test_word_classes_are_lower_case_and_registers_have_their_threshold() -> None:
    assert all(word == word.lower() for words in word_classes().values() for word in words)
    assert set(registers()) == set(ENOUGH)
    assert all(len(word.split()) <= 2 for word in matter_words())
