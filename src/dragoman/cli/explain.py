"""`dragoman explain`: the parse of one sentence, its triggers, and why each statement was made or refused."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.domain.parse import Parse
    from dragoman.domain.reading import Reading
    from dragoman.settings import Settings
    from dragoman.statements.coding.trace import Decision


@click.command()
@click.argument("sentence")
@click.option("--json", "as_json", is_flag=True, help="The parse, the decisions and the statements as one JSON object.")
@click.option("--language-model", "language_model", help="An installed spaCy model other than the default.")
def explain(sentence: str, as_json: bool, language_model: str | None) -> None:
    """Print the parse of SENTENCE, its triggers, and why each statement was made or refused.

    A single `-` reads the sentence from standard input.
    """
    from dragoman.errors import UsageError
    from dragoman.settings import Settings

    text = sys.stdin.read() if sentence == "-" else sentence
    if not text.strip():
        raise UsageError("no sentence was given")
    parse, decided, reading = _explained(text, Settings(language_model))
    if as_json:
        _print_json(parse, decided, reading)
    else:
        _print(parse, decided, reading)


def _explained(text: str, settings: Settings) -> tuple[Parse, tuple[Decision, ...], Reading]:
    from dragoman.domain.report import Report
    from dragoman.entities import identify
    from dragoman.reports import chunks
    from dragoman.reports.blocks import find_blocks
    from dragoman.statements import Context, read
    from dragoman.statements.coding.trace import decisions

    report = Report("sentence", "-", text, find_blocks(text))
    parse = settings.parser.parse(chunks(report))
    mentions, referents = identify(report, parse, settings.catalogue, settings.gazetteer)
    context = Context(report, parse, mentions, referents, settings.calendar)
    return parse, tuple(decisions(context)), read(context)


def _print(parse: Parse, decided: tuple[Decision, ...], reading: Reading) -> None:
    click.secho("Parse", bold=True)
    for t in parse.tokens:
        head = "" if t.head == t.index else f" of {parse.tokens[t.head].text}"
        click.echo(f"  {t.index:>3}  {t.text:<20} {t.lemma:<16} {t.pos:<6} {t.dep}{head}")
    click.secho("Triggers", bold=True)
    for d in decided:
        outcome = f"refused: {d.why}" if d.why else "said"
        click.echo(f"  {d.index:>3}  {d.word:<20} {d.kind} {d.type:<10} {d.rule:<28} {outcome}")
    if not decided:
        click.echo("  no word of the lexicon stands in a frame that fits")
    click.secho("Statements", bold=True)
    for s in reading.statements:
        actor = s.actor.text if s.actor else "nobody named"
        recipient = f" -> {s.recipient.text}" if s.recipient else ""
        voices = " < ".join(v.name for v in s.voices) or "the author"
        click.echo(
            f"  {s.kind} {s.type}: {actor}{recipient}; {s.polarity}, {s.realis}, {s.factuality}; voice: {voices}"
        )
        click.echo(f"      {s.quote!r}")
        if s.condition:
            click.echo(f"      on condition: {s.condition.text!r}")
    if not reading.statements:
        click.echo("  none")


def _print_json(parse: Parse, decided: tuple[Decision, ...], reading: Reading) -> None:
    import json
    from dataclasses import asdict

    from dragoman.records import reading_record

    tokens = [t._asdict() for t in parse.tokens]
    statements = reading_record(reading, with_text=False)["statements"]
    record = {"tokens": tokens, "decisions": [asdict(d) for d in decided], "statements": statements}
    click.echo(json.dumps(record, ensure_ascii=False))
