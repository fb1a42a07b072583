"""How much of a right model a draft has: decision makers, options and preferences, matched by owner and words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import GraphModel
from dragoman.domain.reading import Reading
from dragoman.settings import Settings

STORIES = Path(__file__).parents[1] / "texts" / "models.jsonl"
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "by",
        "and",
        "or",
        "if",
        "its",
        "it",
        "their",
        "his",
        "her",
        "own",
        "not",
        "no",
        "is",
        "are",
        "be",
        "that",
        "this",
        "than",
        "as",
        "would",
        "could",
        "will",
        "may",
        "one",
        "two",
        "about",
        "into",
        "over",
        "under",
        "once",
        "until",
        "keep",
        "make",
        "let",
    ]
)
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Score:
    """Found of how many: `right` of those in the right model, `given` are those that the draft has."""

    found: int
    right: int
    given: int

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.right + other.right, self.given + other.given)

    def __str__(self) -> str:
        return f"{self.found} of {self.right} found, {self.given} given"


def stories() -> Iterator[dict[str, Any]]:
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def drafted(story: Mapping[str, Any], settings: Settings, folder: Path) -> tuple[Draft, tuple[Reading, ...]]:
    """The draft of a story as of its day, read from a file of its reports under `folder`."""
    from datetime import date

    from dragoman import api

    path = folder / f"{story['story']}.jsonl"
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in story["reports"]), encoding="utf-8")
    day = date.fromisoformat(story["as_of"])
    found, problems = api.situation([str(path)], as_of=day, known_by=day, settings=settings)
    assert not problems
    return api.draft(found, settings.catalogue), found.readings


def scores(model: GraphModel | None, right: Mapping[str, Any]) -> tuple[Score, Score, Score]:
    """Decision makers, options, preferences."""
    makers = list(right["decision_makers"])
    if model is None:
        return Score(0, len(makers), 0), Score(0, len(right["options"]), 0), Score(0, len(right["preferences"]), 0)
    names = {m.id: m.name for m in model.decision_makers}
    who = _matched(makers, list(names.values()), lambda r, g: _same_name(r, g))
    have = [(names.get(o.owner, o.owner), _words(o.text, _quotes(o.evidence))) for o in model.options]
    wanted = [(o["owner"], _words(o["option"])) for o in right["options"]]
    options = _matched(wanted, have, _same)
    wishes = [
        (m.name, _words(s.note or "", *_texts(model, s.when), _quotes(s.evidence)))
        for m in model.decision_makers
        for s in m.preferences.statements
    ]
    likes = [(p["owner"], _words(p["wants"])) for p in right["preferences"]]
    return who, options, _matched(likes, wishes, _same)


def _matched(right: Sequence[Any], given: Sequence[Any], same: Any) -> Score:
    """Each right one with at most one given one, in their order."""
    left = list(given)
    found = 0
    for one in right:
        hit = next((g for g in left if same(one, g)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    return Score(found, len(right), len(given))


def _same(right: tuple[str, frozenset[str]], given: tuple[str, frozenset[str]]) -> bool:
    return _same_name(right[0], given[0]) and len(right[1] & given[1]) >= ENOUGH * len(right[1])


def _same_name(right: str, given: str) -> bool:
    return bool(_words(re.sub(r"\(.*?\)", "", right)) & _words(given))


def _words(*texts: str) -> frozenset[str]:
    from dragoman.negotiation.drafting.lexicon import root

    found = (root(w) for text in texts for w in re.findall(r"\w+", text) if w.casefold() not in _SMALL)
    return frozenset(w for w in found if len(w) > 1)


def _quotes(evidence: Iterable[object]) -> str:
    return " ".join(str(e.get("quote", "")) for e in evidence if isinstance(e, Mapping))


def _texts(model: GraphModel, when: str) -> list[str]:
    return [o.text for o in model.options if o.id in when]
