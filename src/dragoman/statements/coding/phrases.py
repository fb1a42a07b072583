"""Noun phrases: the span that a head token stands for, its name, and the dateline that it may be part of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dragoman.domain.parse import Name, Token
from dragoman.domain.text import Span
from dragoman.statements.coding.datelines import dateline_end
from dragoman.statements.context import Context

PARTY_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
LEFT = frozenset({"det", "compound", "amod", "nummod", "poss", "nmod", "quantmod", "predet", "case"})


@dataclass(frozen=True)
class Phrases:
    """Looks at the noun phrases of one report."""

    context: Context
    _names: dict[int, Name] = field(default_factory=dict)
    _datelines: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.context.parse.names:
            for index in range(name.first, name.last):
                self._names[index] = name

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        return self.context.parse.tokens

    def label(self, index: int) -> str | None:
        """The parser's label of the name that holds token `index`."""
        name = self._names.get(index)
        return name.label if name else None

    def in_dateline(self, index: int) -> bool:
        sentence = self.context.parse.sentence(index)
        if sentence.number not in self._datelines:
            self._datelines[sentence.number] = dateline_end(self.context.parse, sentence)
        return index < self._datelines[sentence.number]

    def after_dateline(self, index: int) -> int:
        """The nominal that the parser hung under a word of the dateline, else `index`."""
        if not self.in_dateline(index):
            return index
        below = (t for t in self.context.parse.governed(index) if t.pos in ("NOUN", "PROPN", "PRON"))
        found = [t for t in below if not self.in_dateline(t.index)]
        tops = [t.index for t in found if self.in_dateline(t.head) or t.dep in ("conj", "appos")]
        return tops[0] if tops else index

    def span(self, index: int) -> Span:
        """The noun phrase headed by `index`, without its relative clauses, appositions and late modifiers."""
        parse = self.context.parse
        first, last = index, index
        for child in parse.children(index, *LEFT):
            if child.index < index and child.tag != "POS":
                first = min(first, parse.edges(child.index)[0])
        if self._tokens[index].dep in ("amod", "compound", "nmod"):
            return self._modifier_span(index)
        members = self.members(index)
        if members:
            return parse.span(first, members[-1] + 1)
        if self._tokens[index].lower == "those":
            clause = parse.child(index, "relcl")
            return (
                parse.span(index, parse.edges(clause.index)[1] + 1)
                if clause is not None
                else parse.span(index, index + 1)
            )
        for prep in parse.children(index, "prep"):
            end = parse.edges(prep.index)[1]
            if prep.lower == "of" and prep.index == last + 1 and end - prep.index <= 8:
                last = self._short(prep.index)
        name = self._names.get(index)
        if name is not None and name.label in PARTY_LABELS:
            first, last = min(first, name.first), max(last, name.last - 1)
        while first < index and self.in_dateline(first):
            first += 1
        while first < last and self._tokens[first].tag in (":", ",", "``", "-LRB-", "''"):
            first += 1
        while last > first and self._tokens[last].tag in ("POS", ",", "''"):
            last -= 1
        return parse.span(first, last + 1)

    def joined(self, index: int) -> Span:
        """The span of the noun phrase with those that it is joined to, the first one on."""
        first = index
        while self._tokens[first].dep == "conj" and self._tokens[self._tokens[first].head].pos in (
            "NOUN",
            "PROPN",
            "PRON",
        ):
            first = self._tokens[first].head
        return self.span(first).join(self.span(index))

    def _modifier_span(self, index: int) -> Span:
        """A name or an adjective before a noun: the name's tokens as far as it does not take the noun in."""
        parse = self.context.parse
        name, first, last = self._names.get(index), index, index
        head = self._tokens[index].head
        if name is not None and name.label in PARTY_LABELS and not name.first <= head < name.last:
            first, last = name.first, name.last - 1
        elif self._tokens[index].pos == "PROPN":
            first = min([index, *(t.index for t in parse.children(index, "compound", "amod") if t.pos == "PROPN")])
        while first < last and self._tokens[first].tag == "DT":
            first += 1
        while last > first and self._tokens[last].tag == "POS":
            last -= 1
        noun = self._tokens[head]
        if self._tokens[index].pos == "ADJ" and noun.pos == "NOUN" and 0 < head - last <= 3:
            last = head
        return parse.span(first, last + 1)

    def _short(self, prep: int) -> int:
        """Number of the last token of an `of` phrase, without clauses that hang on its noun."""
        parse = self.context.parse
        pobj = parse.child(prep, "pobj")
        if pobj is None:
            return prep - 1
        last = pobj.index
        for inner in parse.children(pobj.index, "prep"):
            if inner.lower == "of" and inner.index == last + 1:
                last = max(last, self._short(inner.index))
        return last

    def _name_text(self, index: int) -> str:
        name = self._names.get(index)
        if name is None:
            return self._tokens[index].text
        return " ".join(t.text for t in self._tokens[name.first : name.last] if t.tag not in ("POS", "DT"))

    def members(self, index: int) -> tuple[int, ...]:
        """Heads of those whom `of` lists behind the noun; none here, where names are not told apart."""
        return ()
