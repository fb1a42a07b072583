"""A model in sentences: parties, options, outcomes, moves and wishes by the options' own texts, without ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from tomllib import loads

from dragoman.domain.graph_model import GraphModel, Option, Statement
from dragoman.negotiation.drafting.lexicon import DATA
from dragoman.negotiation.expressions import Both, Expression, Name, Not, names, parse

MOST_NAMES = 40
_LINKS = {"and": " and ", "or": " or ", "if": ", if ", "iff": ", exactly if "}


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    found = loads((DATA / "words.toml").read_text(encoding="utf-8"))
    article = found["article"]
    return frozenset(found["undeed"]["words"]), tuple(article["first"]), frozenset(article["words"])


class Plain:
    """The words of one model."""

    def __init__(self, model: GraphModel) -> None:
        self.model = model
        self._names = {m.id: m.name for m in model.decision_makers}
        self._options = {o.id: o for o in model.options}

    def name(self, maker: str) -> str:
        """A party as it stands within a sentence: "the United States"."""
        name = self._names.get(maker, maker)
        _, first, words = _words()
        parts = name.split()
        common = len(parts) > 1 and (parts[-1].islower() or parts[0] in first)
        return f"the {name}" if common or name in words else name

    def does(self, option: Option) -> str:
        """An option taken: "keeps the base"; a text that is no deed is quoted."""
        verb, _, rest = option.text.partition(" ")
        return f"{third_person(verb)} {rest}".rstrip() if _deed(option.text) else f"takes “{option.text or option.id}”"

    def do(self, option: Option) -> str:
        """An option to be taken: "keep the base"."""
        return option.text if _deed(option.text) else f"take “{option.text or option.id}”"

    def taken(self, ids: Iterable[str]) -> str:
        """Who does what: "Russia keeps the base and pays; Syria lets it stay"."""
        return self._by_owner(ids, self.does)

    def rather(self, maker: str, ident: str) -> str:
        """What one may wish of an option: "keep the base" of one's own, "have Syria let it stay" of another's."""
        option = self._options[ident]
        return self.do(option) if option.owner == maker else f"have {self.name(option.owner)} {self.do(option)}"

    def would(self, ids: Iterable[str], *, undone: frozenset[str] = frozenset()) -> str:
        """Who would do what; `undone` are those that would no longer be done."""
        return self._by_owner(ids, lambda o: f"no longer {self.do(o)}" if o.id in undone else self.do(o), "would ")

    def outcome(self, pattern: str) -> str:
        """A state as a sentence without its full stop, with what it ends and whether anybody else moves."""
        now = self.model.status_quo
        pairs = list(zip(self.model.options, pattern, now or "N" * len(pattern), strict=True))
        told = [o.id for o, letter, before in pairs if letter == "Y" or before == "Y"]
        ended = {o.id for o, letter, before in pairs if letter == "N" and before == "Y"}
        if not told:
            return "nobody does any of it"
        text = self._by_owner(told, lambda o: f"no longer {self.does(o)}" if o.id in ended else self.does(o))
        owners = {self._options[ident].owner for ident in told}
        others = {o.owner for o in self.model.options} - owners
        rest = "" if not others else "; nobody else moves" if now else "; nobody else does anything"
        return f"{'as things stand: ' if pattern == now else ''}{text}{rest}"

    def changes(self, start: str, end: str) -> str:
        """What a move or a deal changes: "Russia would write off the debt; Syria would let the bases stay"."""
        changed = [o.id for o, a, b in zip(self.model.options, start, end, strict=True) if a != b]
        undone = [o.id for o, a, b in zip(self.model.options, start, end, strict=True) if a == "Y" and b == "N"]
        return self.would(changed, undone=frozenset(undone))

    def step(self, start: str, end: str) -> str:
        """A move made: "Syria lets the bases stay"."""
        pairs = list(zip(self.model.options, start, end, strict=True))
        undone = {o.id for o, a, b in pairs if a == "Y" and b == "N"}
        return self._by_owner(
            [o.id for o, a, b in pairs if a != b],
            lambda o: f"no longer {self.does(o)}" if o.id in undone else self.does(o),
        )

    def wish(self, when: str) -> str:
        """An expression over options as a clause: "Syria lets the bases stay, if Russia pays"."""
        parsed = parse(when)
        if len(list(names(parsed))) > MOST_NAMES:
            return f"“{when}”"
        return self._clause(parsed)

    def reason(self, statement: Statement, ident: str) -> str:
        """Why a party wants something of an option: the note of its statement, else its words."""
        note = statement.note or ""
        told = note.partition(": ")[2] or note or self.wish(statement.when)
        match parse(statement.when):
            case Both(operator="if", left=Name(id=left), right=right) if note and left == ident:
                return f"{told}, if {self._clause(right)}"
        return told

    def without_ids(self, text: str) -> str:
        """Each quoted expression of a sentence in words."""
        return re.sub(r"“([^”]*)”", lambda m: f"“{self._safely(m.group(1))}”", text)

    def _safely(self, text: str) -> str:
        try:
            return self.wish(text)
        except ValueError:
            return text

    def _clause(self, expression: Expression) -> str:
        match expression:
            case Name(id=ident):
                option = self._options.get(ident)
                return f"{self.name(option.owner)} {self.does(option)}" if option else ident
            case Not(of=Name(id=ident)) if ident in self._options:
                option = self._options[ident]
                return f"{self.name(option.owner)} does not {self.do(option)}"
            case Not(of=Both(operator="or", left=left, right=right)):
                return f"neither {self._clause(left)} nor {self._clause(right)}"
            case Not(of=Both(operator="and", left=left, right=right)):
                return f"not both {self._clause(left)} and {self._clause(right)}"
            case Not(of=inner):
                return f"it is not so that {self._clause(inner)}"
            case Both(operator=operator, left=left, right=right):
                return f"{self._clause(left)}{_LINKS[operator]}{self._clause(right)}"

    def _by_owner(self, ids: Iterable[str], say: Callable[[Option], str], before: str = "") -> str:
        wanted = set(ids)
        parts = []
        for maker in self.model.decision_makers:
            own = [o for o in self.model.options if o.owner == maker.id and o.id in wanted]
            told = {o.id: say(o) for o in own}
            whole = [o for o in own if not before and o.text[:1].isupper() and not told[o.id].startswith("no longer")]
            parts += [o.text for o in whole]
            deeds = [told[o.id] for o in own if o not in whole]
            if deeds:
                parts.append(f"{self.name(maker.id)} {before}{listed(deeds)}")
        return "; ".join(parts)


def _deed(text: str) -> bool:
    first = text.split(" ", 1)[0]
    return first.isalpha() and first.islower() and first not in _words()[0]


def third_person(verb: str) -> str:
    """A regular verb after "she": "keeps", "carries", "passes"; "is", "has", "goes" and "does" too."""
    irregular = {"be": "is", "have": "has"}
    if verb in irregular:
        return irregular[verb]
    if re.search(r"(s|sh|ch|x|z|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    last = ", and " if any("," in word for word in words) else " and "
    return f"{', '.join(words[:-1])}{last}{words[-1]}"


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"
