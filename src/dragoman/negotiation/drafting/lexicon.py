"""The table of acts and things, loaded once: what words say that somebody does something to something."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dragoman.domain.graph_model import Moves

DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
IRREGULAR = {
    "left": "leave",
    "kept": "keep",
    "held": "hold",
    "gave": "give",
    "given": "give",
    "sent": "send",
    "paid": "pay",
    "sold": "sell",
    "lent": "lend",
    "built": "build",
    "met": "meet",
    "struck": "strike",
    "brought": "bring",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "flew": "fly",
    "flown": "fly",
    "froze": "freeze",
    "frozen": "freeze",
    "broke": "break",
    "broken": "break",
    "fought": "fight",
    "forgave": "forgive",
    "forgiven": "forgive",
    "leaving": "leave",
    "going": "go",
    "bases": "base",
    "lying": "lie",
    "people's": "people",
    "written": "write",
    "taken": "take",
    "done": "do",
    "shut": "shut",
    "cut": "cut",
    "put": "put",
    "let": "let",
    "drawn": "draw",
    "shown": "show",
    "told": "tell",
    "begun": "begin",
    "made": "make",
    "bought": "buy",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as written in lower case, its root, and its place (code points, half-open)."""

    text: str
    root: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Thing:
    """`words` are runs of words as written; the last one may stand in the plural."""

    id: str
    said: str
    words: tuple[tuple[str, ...], ...]
    act: str
    bare: tuple[str, ...]
    place: bool
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """`yes` and `no` are runs of roots; `plain` those that need no complement."""

    id: str
    text: str
    promised: str
    untaken: str
    things: tuple[str, ...]
    yes: tuple[tuple[str, ...], ...]
    no: tuple[tuple[str, ...], ...]
    plain: tuple[tuple[str, ...], ...]
    owner: str
    moves: Moves
    host: str


@dataclass(frozen=True)
class Lexicon:
    """`by_thing` maps a thing to its acts; `openings` the first root of every run of words to what it may begin."""

    things: Mapping[str, Thing]
    acts: Mapping[str, Act]
    by_thing: Mapping[str, tuple[Act, ...]]
    matters: Mapping[str, str]
    levels: Mapping[str, tuple[tuple[str, ...], ...]]
    cut: tuple[tuple[str, ...], ...]
    turn: tuple[tuple[str, ...], ...]
    links: Mapping[str, tuple[tuple[str, ...], ...]]
    undone: frozenset[str]
    proposal: frozenset[str]
    promise: frozenset[str]
    empty: frozenset[str]
    general: frozenset[str]
    general_words: frozenset[str]
    mutual: frozenset[str]
    narrow: frozenset[str]
    offices: frozenset[str]
    idle: frozenset[str]
    alone: frozenset[str]
    loose: frozenset[str]
    nominal: Mapping[str, str]
    held: frozenset[str]


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """The word without the commonest endings: "withdrawing", "withdraws" and "withdraw" share one."""
    found = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    found = IRREGULAR.get(found, found)
    if found.endswith("ies") and len(found) > 4:
        return found[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if not found.endswith(ending) or found.endswith(("ss", "us", "is")):
            continue
        cut = found[: -len(ending)]
        if len(cut) < 3 or (ending in ("ing", "ed") and not re.search(r"[aeiouy]", cut)):
            continue
        if ending in ("ing", "ed") and len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz":
            cut = cut[:-1]
        found = cut
        break
    return found.removesuffix("e") if len(found) > 3 else found


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` with their roots, in order."""
    return tuple(Word(m.group().casefold(), root(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


@cache
def lexicon() -> Lexicon:
    """The tables, as they stand in `data/`."""
    things = {t.id: t for t in map(_thing, _load("things.toml")["thing"])}
    acts = {a.id: a for a in map(_act, _load("acts.toml")["act"])}
    small = _load("words.toml")
    return Lexicon(
        things=things,
        acts=acts,
        by_thing={t: tuple(a for a in acts.values() if t in a.things) for t in things},
        matters={m: t.id for t in things.values() for m in t.matters},
        levels={name: _runs(found) for name, found in small["level"].items()},
        cut=tuple(tuple(run.split()) for run in small["cut"]["words"]),
        turn=_runs(small["turn"]["words"]),
        links={name: tuple(tuple(run.split()) for run in found) for name, found in small["link"].items()},
        proposal=frozenset(small["proposal"]["words"]),
        undone=frozenset(small["undone"]["words"]),
        promise=frozenset(small["promise"]["words"]),
        empty=frozenset(root(w) for w in small["empty"]["words"]),
        general=frozenset(root(w) for w in small["verb"]["general"]),
        general_words=frozenset(small["verb"]["general"]),
        mutual=frozenset(root(w) for w in small["verb"]["mutual"]),
        narrow=frozenset(small["verb"]["narrow"]),
        offices=frozenset(small["office"]["words"]),
        held=frozenset(small["held"]["words"]),
        nominal=dict(small["nominal"]),
        loose=frozenset(small["loose"]["words"]),
        alone=frozenset(root(w) for w in small["verb"]["alone"]),
        idle=frozenset(root(w) for w in small["verb"]["idle"]),
    )


def starts(found: tuple[Word, ...], at: int, runs: Iterable[tuple[str, ...]]) -> int:
    """How many words of the longest of `runs` stand at place `at`; 0 where none does."""
    longest = 0
    for run in runs:
        if len(run) > longest and tuple(w.root for w in found[at : at + len(run)]) == run:
            longest = len(run)
    return longest


def named(found: tuple[Word, ...], at: int, runs: Iterable[tuple[str, ...]]) -> int:
    """As `starts`, for runs of nouns: the words before the last by their roots, the last as it is written or in the plural."""
    longest = 0
    for run in runs:
        here = found[at : at + len(run)]
        if len(run) <= longest or len(here) < len(run) or not _noun(here[-1].text, run[-1]):
            continue
        if all(w.root == root(r) for w, r in zip(here[:-1], run[:-1], strict=True)):
            longest = len(run)
    return longest


def _noun(text: str, word: str) -> bool:
    text = text.removesuffix("'s").removesuffix("’s").rstrip("'’")
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return text in (word, plural, f"{word}es")


def opens(found: tuple[Word, ...], at: int, runs: Iterable[tuple[str, ...]]) -> int:
    """As `starts`, for runs of words as they are written, in lower case."""
    longest = 0
    for run in runs:
        if len(run) > longest and tuple(w.text for w in found[at : at + len(run)]) == run:
            longest = len(run)
    return longest


def _load(name: str) -> Any:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _runs(found: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(w.root for w in words(run)) for run in found)


def _thing(row: Mapping[str, Any]) -> Thing:
    return Thing(
        id=row["id"],
        said=row["said"],
        words=tuple(tuple(run.split()) for run in row["words"]),
        act=row["act"],
        bare=tuple(row.get("bare", ())),
        place=row.get("place", False),
        matters=tuple(row.get("matters", ())),
    )


def _act(row: Mapping[str, Any]) -> Act:
    yes, no, plain = (_runs(row.get(k, ())) for k in ("yes", "no", "plain"))
    return Act(
        id=row["id"],
        text=row["text"],
        promised=row.get("promised", ""),
        untaken=row["untaken"],
        things=tuple(row["things"]),
        yes=yes,
        no=no,
        plain=plain,
        owner=row["owner"],
        moves=Moves(row["moves"]),
        host=row.get("host", ""),
    )
