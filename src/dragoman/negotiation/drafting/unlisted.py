"""Countries that the catalogue does not list, found by how reports speak of them, with their adjectives."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Mapping

from dragoman.negotiation.drafting.lexicon import lexicon

_ENDINGS = ("n", "ns", "an", "ans", "ian", "ians", "ish", "ese", "i", "is", "er", "ers")
_OWNED = (
    r"government|ministry|minister|parliament|president|prime|foreign|army|troops|cabinet|ambassador|council|energy|"
    r"fisheries|interior|defence|defense|finance|delegation|capital|central"
)
_DOES = (
    "has|have|will|would|could|may|might|wants|refuses|demands|offers|offered|hopes|insists|threatens|threatened|"
    "leased|owes|keeps|closed|needs|fears|rejects|proposes|supplies|announced|agreed|signed|recognises|recognizes"
)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b([A-Z][a-zà-ÿ]{3,}(?: [A-Z][a-zà-ÿ]{3,})?)\b")
_TITLE = r"(?:Mr|Mrs|Ms|Dr|President|Minister|Marshal|General|Colonel|Captain|Professor|King|Queen|Prince)\.? "


def unlisted(texts: Iterable[str], listed: Iterable[str], actors: Iterable[str] = ()) -> Mapping[str, str]:
    """A slug for every form of a name (in lower case): "lutha", "luthan" and "luthans" give "lutha".

    A capitalised name counts if it stands with a word of state ("Lutha's parliament", "the government of Lutha"), if an
    adjective made from it occurs, if it does what states do ("Lutha refuses"), or if it
    is among `actors` and stands as a place; names that the catalogue knows (`listed`, in lower case) and people do not.
    """
    text = "\n".join(texts)
    known = frozenset(listed) | {n.casefold() for n in (*month_name, *day_name)}
    active = frozenset(actors)
    words = frozenset(re.findall(r"\b[A-Z][a-zà-ÿ]+\b", text))
    found: dict[str, str] = {}
    for name in sorted({m.group(1) for m in _NAME.finditer(text)}):
        if name.casefold() in known or any(part.casefold() in known for part in name.split()):
            continue
        if name.casefold() in lexicon().offices:
            continue
        if re.search(rf"{_TITLE}{name}\b", text):
            continue
        forms = [form for form in _adjectives(name) if form in words]
        owned = re.search(
            rf"\b{name}['’]s (?:new |own |state )?(?:{_OWNED})\b|\b(?:government|parliament) of {name}\b", text
        )
        if not (forms or owned or _acts(name, text) or (name in active and _placed(name, text))):
            continue
        slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
        for form in (name, *forms):
            found.setdefault(form.casefold(), slug)
    return found


def _acts(name: str, text: str) -> bool:
    """Whether a single word is used as the name of a body of people: no first name before it, and it does what states do."""
    if " " in name or not _alone(name, text):
        return False
    return bool(re.search(rf"\b{name} (?:{_DOES})\b|\b(?:against|between|with) {name}\b|\bboth {name}\b", text))


def _placed(name: str, text: str) -> bool:
    if " " not in name and not _alone(name, text):
        return False
    return bool(re.search(rf"\b(?:in|to|from|of|by|between|both|Both|and) {name}\b(?! said)", text))


def _alone(name: str, text: str) -> bool:
    """Whether no first name ever stands before it."""
    return not re.search(rf"(?<![.!?\"”] )\b(?!Both\b)[A-Z][a-zà-ÿ]+ {name}\b", text)


def _adjectives(name: str) -> tuple[str, ...]:
    stems = {name, name.rstrip("aeo"), name.removesuffix("ia"), name.removesuffix("land")}
    return tuple(sorted({stem + ending for stem in stems if len(stem) > 3 for ending in _ENDINGS} - {name}))
