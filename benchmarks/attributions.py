"""Processor time of the attribution rules as a report doubles: `python benchmarks/attributions.py [--quotes N]`.

A made-up page of quotes, indirect speech, a transcript and a table is parsed once and repeated; the time of the parse is
left out. In linear time the last column stays near 1.
"""

from __future__ import annotations

import argparse
import time

from dragoman.adapters.spacy_parser import SpacyParser
from dragoman.domain.parse import Name, Parse, Sentence, Token
from dragoman.domain.report import Block, Report
from dragoman.domain.text import Span
from dragoman.reports.blocks import find_blocks
from dragoman.reports.view import chunks
from dragoman.statements.attributions import chain, find_attributions
from dragoman.statements.context import Context

PAGE = """“We will stay in the port,” the admiral said. “The lease runs for thirty years.”

According to officials cited by the Example Courier, Ruritania hopes to keep the base; the mayor, who rejected the plan, \
told the council that the "temporary" lease had ended, adding that the fleet was expected to leave.

“An open quotation that nobody closes, said the envoy of the second fleet

ANCHOR: Will the fleet stay?

ADMIRAL: The ministry says it will, and the generals are keen to sign.

Port | Ships | Reportedly leaving
North | 12 | 3
"""
QUOTES_A_PAGE = 4


def repeated(report: Report, parse: Parse, times: int) -> Context:
    """The report and its parse `times` over, one after the other."""
    text = report.text
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Block] = []
    names: list[Name] = []
    for n in range(times):
        shift, first, block, number = n * len(text), len(tokens), len(blocks), len(sentences)
        tokens += [
            t._replace(index=first + t.index, start=shift + t.start, end=shift + t.end, head=first + t.head)
            for t in parse.tokens
        ]
        names += [Name(first + name.first, first + name.last, name.label) for name in parse.names]
        sentences += [
            Sentence(number + s.number, first + s.first, first + s.last, block + s.block, s.kind)
            for s in parse.sentences
        ]
        blocks += [Block(Span(shift + b.span.start, shift + b.span.end), b.kind) for b in report.blocks]
    whole = Report(report.id, report.path, text * times, tuple(blocks))
    return Context(whole, Parse(tuple(tokens), tuple(sentences), tuple(names)))


def seconds(context: Context) -> tuple[float, int]:
    """Processor seconds for all attributions and the chain over every word, and how many attributions there are."""
    start = time.process_time()
    found = find_attributions(context)
    for token in context.parse.tokens:
        chain(found, token.index, context)
    return time.process_time() - start, len(found)


def main() -> None:
    """Prints one line a length, each twice the one before."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quotes", type=int, default=5_000, help="quotes in the longest report")
    longest = max(options.parse_args().quotes // QUOTES_A_PAGE, 8)
    page = Report("page", "page.txt", PAGE, find_blocks(PAGE))
    parse = SpacyParser().parse(chunks(page))
    seconds(repeated(page, parse, 2))
    print(f"{'words':>9} {'attributions':>12} {'seconds':>8} {'ms a word':>9} {'to the one before':>17}")
    before = 0.0
    for halvings in (3, 2, 1, 0):
        context = repeated(page, parse, longest >> halvings)
        took, count = seconds(context)
        a_word = took / context.report.words * 1000
        growth = f"{a_word / before:17.2f}" if before else " " * 17
        print(f"{context.report.words:9} {count:12} {took:8.2f} {a_word:9.4f} {growth}")
        before = a_word


if __name__ == "__main__":
    main()
