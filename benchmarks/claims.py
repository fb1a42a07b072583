"""Claims: pairs of passages judged by hand, stories with known roots, and the pace of grouping.

    python benchmarks/claims.py --pairs ../shared/data/claims/seed_claims.jsonl --reports ../shared/reports
    python benchmarks/claims.py --stories tests/texts/stories.jsonl --voices tests/situation/story_voices.jsonl
    python benchmarks/claims.py --pace 1000,10000,100000

`--pace` groups made statements over distinct reports; nothing is parsed. The other two read the reports with the model.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman import api
from dragoman.domain.attribution import Act, Attribution, Manner, Voice
from dragoman.domain.claim import Claim, SideOf, Status
from dragoman.domain.mention import VoiceKind
from dragoman.domain.problem import Problem
from dragoman.domain.reading import Reading
from dragoman.domain.report import Block, BlockKind, Report
from dragoman.domain.situation import Situation
from dragoman.domain.statement import Kind, Plover, Realis, Role, Stance, Statement, Words
from dragoman.domain.text import Span
from dragoman.entities import Catalogue
from dragoman.settings import Settings
from dragoman.situation import assemble


def readings_of(paths: Iterable[str], settings: Settings) -> list[Reading]:
    """What is read under `paths`; problems are printed."""
    found = []
    for item in api.read_paths(paths, settings=settings):
        if isinstance(item, Problem):
            print(item)
        else:
            found.append(item)
    return found


def claims_at(situation: Situation, report: str, start: int, end: int) -> list[Claim]:
    """The claims with a statement for them that overlaps a passage by half of the shorter of the two."""
    found = []
    for claim in situation.claims:
        for support in claim.statements:
            if support.side is not SideOf.FOR or situation.report_of[support.statement] != report:
                continue
            span = situation.statements[support.statement].span
            overlap = min(end, span.end) - max(start, span.start)
            if overlap >= 0.5 * min(end - start, len(span)):
                found.append(claim)
                break
    return found


def verdict(relation: str, a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether the claims at two passages stand to each other as `relation` says."""
    ids_a, ids_b = {c.id for c in a}, {c.id for c in b}
    match relation:
        case "corroborates":
            return any(len(c.roots) >= 2 for c in a if c.id in ids_b)
        case "same-event":
            return bool(a) and bool(b) and not ids_a & ids_b and any(set(c.linked) & ids_b for c in a)
        case "supersedes":
            forward = any(c.status is Status.SUPERSEDED and set(c.superseded_by) & ids_b for c in a)
            backward = any(c.status is Status.SUPERSEDED and set(c.superseded_by) & ids_a for c in b)
            return forward or backward
        case "contradicts":
            return any(set(c.rivals) & ids_b for c in a)
        case "single-source":
            return bool(a) and all(c.status is Status.SINGLE_ROOT for c in a)
        case _:
            apart = not ids_a & ids_b and not any(set(c.linked) & ids_b for c in a)
            return bool(a) and bool(b) and apart


def pairs(path: str, reports: str, settings: Settings) -> None:
    """Prints each pair with what was found, and how many are right."""
    situation = assemble(readings_of([reports], settings), settings.catalogue)
    right = unread = 0
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    for row in rows:
        sides = [row[k] for k in ("a", "b") if k in row]
        found = [claims_at(situation, s["file"].removesuffix(".txt"), s["start"], s["end"]) for s in sides]
        good = verdict(row["relation"], found[0], found[1] if len(found) > 1 else [])
        missing = sum(not f for f in found)
        right += good
        unread += bool(missing) and not good
        print(
            f"{'right' if good else 'WRONG'}  {row['relation']:14} statements missing at {missing} of {len(found)} passages"
        )
        for claims in found:
            for c in claims:
                print(f"         {c.id} {c.kind}/{c.type} {c.actor} -> {c.other} {c.status.value} roots {len(c.roots)}")
    print(f"{right} of {len(rows)} right; {unread} of the others lack a statement at a passage")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs")
    parser.add_argument("--reports", default="../shared/reports")
    parser.add_argument("--stories")
    parser.add_argument("--voices")
    parser.add_argument("--pace", default="")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if options.pairs:
        pairs(options.pairs, options.reports, Settings())
    if options.stories:
        stories(options.stories, options.voices, Settings(), verbose=options.verbose)
    for size in [int(n) for n in options.pace.split(",") if n]:
        pace(size)
    if not (options.pairs or options.stories or options.pace):
        parser.error("name --pairs, --stories or --pace")


Given = dict[tuple[str, int], dict[str, Any]]


def stories(path: str, voices: str | None, settings: Settings, *, verbose: bool) -> None:
    """Roots counted for each claim of each story: from end to end; with statements put where they stand; with the voices
    over them given, too. Stories whose names hash even are counted apart."""
    lines = Path(voices).read_text(encoding="utf-8").splitlines() if voices else []
    given: Given = {(row["report"], row["start"]): row for row in map(json.loads, lines)}
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as handle:
        for story in rows:
            for report in story["reports"]:
                handle.write(json.dumps(report) + "\n")
    readings = {r.report.id: r for r in readings_of([handle.name], settings)}
    Path(handle.name).unlink()
    tally: Counter[str] = Counter()
    for story in rows:
        own = [readings[r["id"]] for r in story["reports"]]
        read = assemble(own, settings.catalogue)
        for number, gold in enumerate(story["claims"]):
            tally["claims"] += 1
            spans = [(s["report"], s["start"], s["end"]) for s in gold["spans"]]
            found = [claims_at(read, *s) for s in spans]
            tally["passages"] += len(spans)
            tally["passages read"] += sum(bool(f) for f in found)
            whole = all(found)
            best = _most(found)
            good = best is not None and _right(gold, best)
            tally["right end to end"] += good
            tally["all passages read"] += whole
            tally["right where all read"] += good and whole
            placed = assemble([_placed(r, gold, number) for r in own], settings.catalogue)
            claim = placed.claims[0] if placed.claims else None
            exact = claim is not None and len(placed.claims) == 1 and _right(gold, claim)
            half = "even" if zlib.crc32(story["story"].encode()) % 2 == 0 else "odd"
            tally["right with statements given"] += exact
            tally[f"  of these in {half} stories"] += exact
            if given:
                placed = assemble([_placed(r, gold, number, given) for r in own], settings.catalogue)
                claim = placed.claims[0] if placed.claims else None
                exact = claim is not None and len(placed.claims) == 1 and _right(gold, claim)
                tally["right with statements and voices given"] += exact
                tally[f"  of those in {half} stories"] += exact
                tally[f"  claims in {half} stories"] += 1
            if verbose and not exact and claim is not None:
                print(f"{story['story']} {number}: told {gold['roots']} {gold['root_names']}")
                for support in claim.statements:
                    print(f"      {support.statement}: {support.root} ")
    for name, count in tally.items():
        print(f"{count:5} {name}")


def _right(gold: dict[str, Any], claim: Claim) -> bool:
    """True where the number of roots is the told one; where that is null, where independence is found unknown."""
    unnamed = sum(not r.named for r in claim.roots)
    if gold["roots"] is None:
        return len(claim.roots) >= 2 and unnamed >= 1 and len(claim.roots) == len(gold["root_names"])
    return len(claim.roots) == int(gold["roots"])


def _most(found: Sequence[Sequence[Claim]]) -> Claim | None:
    count = Counter(c.id for row in found for c in row)
    by_id = {c.id: c for row in found for c in row}
    return by_id[max(sorted(count), key=count.__getitem__)] if count else None


def _placed(reading: Reading, gold: dict[str, Any], number: int, given: Given | None = None) -> Reading:
    """The reading with one statement at each passage of a told claim, its voices those read there, or those given."""
    made = []
    attributions = [*reading.attributions]
    for i, span in enumerate(s for s in gold["spans"] if s["report"] == reading.report.id):
        at = Span(span["start"], span["end"])
        if given is None:
            attribution, voices = _voices_at(reading, at)
        else:
            row = given[reading.report.id, at.start]
            attribution = f"given{number}-{i}"
            voices = tuple(Voice(name, None, VoiceKind(kind)) for name, kind in row["voices"])
            place = reading.report.text.find(row.get("source", ""))
            source = Span(place, place + len(row["source"])) if voices and place >= 0 else None
            attributions.append(Attribution(attribution, source, None, (at,), Act.SPEECH, Manner.INDIRECT))
        actor = Role("told", None, None, "told", at)
        words = Words(at, gold["what"])
        made.append(
            Statement(
                f"p{number}-{i}",
                at,
                at.of(reading.report.text),
                Kind.EVENT,
                Plover.SUPPORT,
                words,
                object=words,
                attribution=attribution,
                voices=voices,
                actor=actor,
            )
        )
    return replace(reading, statements=tuple(made), attributions=tuple(attributions))


def _part(a: Attribution, at: Span) -> bool:
    """True where the cue stands in the passage, and not between its own contents: it is part of what is told."""
    if a.cue is None or not at.holds(a.cue):
        return False
    return not (a.content[0].start < a.cue.start and a.content[-1].end > a.cue.end)


def _voices_at(reading: Reading, at: Span) -> tuple[str | None, tuple[Voice, ...]]:
    """The chain over the innermost attribution whose content holds most of a passage."""
    by_id = {a.id: a for a in reading.attributions}
    over = [
        (sum(len(c) for c in a.content), a)
        for a in reading.attributions
        if sum(max(0, min(c.end, at.end) - max(c.start, at.start)) for c in a.content) > 0.5 * len(at)
        and not _part(a, at)
    ]
    if not over:
        return None, ()
    inner = min(over, key=lambda row: row[0])[1]
    voices: list[Voice] = []
    link: str | None = inner.id
    while link is not None:
        a = by_id[link]
        voices.extend(v for v in (a.voice, a.through) if v is not None)
        link = a.within
    return inner.id, tuple(reversed(voices))


_ACTORS = [f"actor-{n}" for n in range(300)]
_THINGS = [f"thing{n}" for n in range(4000)]
_MATTERS = ["aid", "troops", "energy", "trade", "debt", "border", None]


def made(count: int) -> list[Reading]:
    """Distinct reports of ten made statements each, with a fixed seed: a sixth repeats what an earlier one tells."""
    chance = random.Random(11)
    kinds = [(Kind.EVENT, t) for t in Plover] + [(Kind.STANCE, t) for t in Stance]
    kinds += [(Kind.JUDGEMENT, "asserted")] * len(kinds)
    told: list[Statement] = []
    found = []
    for number in range((count + 9) // 10):
        day = date(2015, 1, 1) + timedelta(days=number * 3650 // max(1, count // 10))
        text = " ".join(chance.choices(_THINGS, k=60))
        report = Report(
            f"r{number}",
            "made",
            text,
            (Block(Span(0, len(text)), BlockKind.PARAGRAPH),),
            outlet=f"Outlet {number % 80}",
            published=day,
        )
        rows = []
        for place in range(10):
            voice = Voice(f"source {chance.randrange(500)}", None, chance.choice(list(VoiceKind)))
            if told and chance.random() < 1 / 6:
                statement = replace(told[-1 - chance.randrange(min(len(told), 200))], id=f"s{place}", voices=(voice,))
            else:
                kind, type_ = chance.choice(kinds)
                span = Span(place, place + 1)
                words = " ".join(chance.choices(_THINGS, k=3))
                actor, other = chance.sample(_ACTORS, 2)
                statement = Statement(
                    f"s{place}",
                    span,
                    words,
                    kind,
                    type_,
                    Words(span, "trigger"),
                    actor=Role(actor, None, None, actor, span),
                    recipient=Role(other, None, None, other, span) if chance.random() < 0.6 else None,
                    object=Words(span, words),
                    matter=chance.choice(_MATTERS),
                    voices=(voice,),
                    realis=Realis.ACTUAL if kind is Kind.EVENT else Realis.DESIRED,
                )
                told.append(statement)
            rows.append(statement)
        found.append(Reading(report, statements=tuple(rows)))
    return found


def pace(count: int) -> None:
    """Prints the seconds that a situation of so many statements takes."""
    readings = made(count)
    catalogue = Catalogue()
    start = time.process_time()
    situation = assemble(readings, catalogue)
    spent = time.process_time() - start
    statuses = Counter(c.status.value for c in situation.claims)
    print(
        f"{count:,} statements: {spent:.1f} s, {count / spent:,.0f} a second, {len(situation.claims):,} claims {dict(statuses)}"
    )


if __name__ == "__main__":
    main()
