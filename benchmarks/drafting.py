"""What a draft has and costs: the parties, options and evidence of a set of reports, and how much of ten stories' models.

python benchmarks/drafting.py ../shared/reports --as-of 2025-03-05 --as-of 2012-12-12 --as-of 2024-12-19
python benchmarks/drafting.py --stories
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dragoman import api
from dragoman.domain.reading import Reading
from dragoman.negotiation.drafting.outcomes import outcomes
from dragoman.settings import Settings
from dragoman.situation import assemble
from tests.drafting.story_scores import Score, drafted, scores, stories


def reports(paths: list[str], days: list[date], settings: Settings) -> None:
    readings = [r for r in api.read_paths(paths, settings=settings) if isinstance(r, Reading)]
    for day in days:
        start = time.process_time()
        found = api.draft(assemble(readings, settings.catalogue, as_of=day, known_by=day), settings.catalogue)
        middle = time.process_time()
        if found.model is None:
            print(f"{day}: no model: because {found.reasons[0]}")
            continue
        told = outcomes(found.model)
        solved = time.process_time()
        api.answers(found.model)
        end = time.process_time()
        model = found.model
        wishes = [s for m in model.decision_makers for s in m.preferences.statements]
        inputs = [o.evidence for o in model.options] + [s.evidence for s in wishes]
        with_evidence = sum(bool(e) for e in inputs)
        print(
            f"{day}: {len(model.decision_makers)} decision makers: {', '.join(m.name for m in model.decision_makers)}"
        )
        for option, letter in zip(model.options, model.status_quo or "", strict=True):
            print(f"  {letter} {option.id}: {option.text}, {len(option.evidence)} quotes")
        print(f"  {len(wishes)} wishes; {with_evidence} of {len(inputs)} inputs carry evidence")
        print(
            f"  {len(told.conflict.states)} states; draft {middle - start:.2f} s, outcomes {solved - middle:.2f} s,",
            end="",
        )
        print(f" all answers {end - solved:.2f} s of processor time")


def ten_stories(settings: Settings) -> None:
    total = (Score(0, 0, 0),) * 3
    with tempfile.TemporaryDirectory() as folder:
        for story in stories():
            found, _ = drafted(story, settings, Path(folder))
            if story["model"] is None:
                print(f"{story['story']}: {'no model, rightly' if found.model is None else 'a model, wrongly'}")
                continue
            each = scores(found.model, story["model"])
            who, what, why = total
            total = (who + each[0], what + each[1], why + each[2])
            print(f"{story['story']}: decision makers {each[0]}; options {each[1]}; preferences {each[2]}")
    print(f"all: decision makers {total[0]}; options {total[1]}; preferences {total[2]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--as-of", type=date.fromisoformat, action="append", default=[])
    parser.add_argument("--stories", action="store_true")
    given = parser.parse_args()
    settings = Settings()
    if given.paths:
        reports(given.paths, given.as_of, settings)
    if given.stories:
        ten_stories(settings)


if __name__ == "__main__":
    main()
