"""The outcomes that hold, what they have in common and what would narrow them, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dragoman.domain.answers import Evidence, Part, Said
from dragoman.domain.graph_model import GraphModel, Statement
from dragoman.domain.solution import Question
from dragoman.negotiation.drafting.outcomes import CONCEPTS, Outcomes
from dragoman.negotiation.drafting.plain import Plain, listed, sentence
from dragoman.negotiation.expressions import evaluate, names, parse
from dragoman.negotiation.questions import questions

MOST = 5
LABELS = {"nash": "Nash"}
_SETTLED = {"always": "In every one", "never": "In none"}


def outcomes_part(model: GraphModel, found: Outcomes) -> Part:
    plain = Plain(model)
    count, states = len(found.chosen), len(found.conflict.states)
    title = "What would hold"
    if not count:
        return Part("outcomes", title, (Said(f"None of the {states:,} outcomes holds by any of five concepts."),))
    whence = ""
    if found.reached:
        whence = f" and can be reached from today by moves that pay ({len(found.holding[found.concept]):,} hold in all)"
    lines = [
        Said(f"{count:,} of {states:,} outcomes hold{'s' if count == 1 else ''}{whence}: {CONCEPTS[found.concept]}.")
    ]
    for k, pattern in enumerate(best(found)[:MOST], 1):
        label = f"Outcome {k}: " if count > 1 else ""
        told = plain.outcome(pattern)
        lines.append(
            Said(f"{label or ''}{told if label else sentence(told)[:-1]}. {_by(found, pattern)}", under(model, pattern))
        )
    if count > MOST:
        lines.append(Said(f"{count - MOST:,} more outcomes hold."))
    lines += _settled(model, found, plain)
    open_ = [o for o, s in found.settled.items() if s == "sometimes"]
    if open_:
        lines.append(Said(f"Open, done in some of them and not in others: {plain.taken(open_)}."))
    silent = [
        plain.name(m.id)
        for m in model.decision_makers
        if m.preferences.form.value == "prioritised" and not m.preferences.statements
    ]
    note = "Where the reports are silent on what somebody prefers, it is read as not caring."
    if silent:
        note += f" Nothing is known of what {listed(silent)} prefer{'s' if len(silent) == 1 else ''}."
    return Part("outcomes", title, tuple(lines), note)


def _by(found: Outcomes, pattern: str) -> str:
    """By which concepts an outcome holds."""
    by = [c for c, patterns in found.holding.items() if pattern in patterns]
    if len(by) == len(found.holding):
        return "It holds by all five concepts."
    return f"It holds by {listed([LABELS.get(c.value, c.value.upper()) for c in by])}."


def _settled(model: GraphModel, found: Outcomes, plain: Plain) -> list[Said]:
    """What is done in all outcomes or in none, with the wishes of its owner that say why; the rest in a line each."""
    lines: list[Said] = []
    unmoved: dict[str, list[str]] = {"always": [], "never": []}
    for option in model.options:
        word = found.settled[option.id]
        if word not in unmoved:
            continue
        owner = next(m for m in model.decision_makers if m.id == option.owner)
        wishes = [s for s in owner.preferences.statements if option.id in {n.id for n in names(parse(s.when))}]
        if not wishes:
            unmoved[word].append(option.id)
            continue
        why = "; ".join(dict.fromkeys(plain.reason(s, option.id) for s in wishes[:3]))
        evidence = joined(records_in(s.evidence) for s in wishes[:3])
        lines.append(Said(f"{_SETTLED[word]}: {plain.taken([option.id])} ({why}).", evidence))
    for word, ids in unmoved.items():
        if ids:
            lines.append(Said(f"{_SETTLED[word]}, as no wish of its own bears on it: {plain.taken(ids)}."))
    return sorted(lines, key=lambda said: not said.text.startswith(_SETTLED["always"]))


def best(found: Outcomes) -> tuple[str, ...]:
    """Patterns that hold, those by most concepts first, then those nearest to the status quo."""
    now = found.conflict.model.status_quo or ""
    count = {p: sum(p in patterns for patterns in found.holding.values()) for p in found.chosen}

    return tuple(sorted(found.chosen, key=lambda p: (-count[p], far(p, now or p), p)))


def questions_part(model: GraphModel, found: Outcomes) -> Part:
    asked = questions(found.conflict, found.concept)[:MOST] if found.chosen else ()
    plain = Plain(model)
    lines = tuple(Said(f"{_asked(plain, q)} If yes, {q.after_yes:,} hold, if no, {q.after_no:,}.") for q in asked)
    note = "More than a quarter of all outcomes hold: settle these first. " if found.under_determined else ""
    if lines:
        label = LABELS.get(found.concept.value, found.concept.value.upper())
        note += f"Counted over the {len(found.holding[found.concept]):,} outcomes that hold by {label}, in reach from today or not."
    return Part("questions", "What to find out first", lines, note.strip())


def _asked(plain: Plain, question: Question) -> str:
    """A question of the solver with the options' texts in place of ids and expressions."""
    name = plain.name(question.decision_maker)
    option = re.search(r"” \(([^()]+)\) taken than not\?$", question.text)
    if option:
        return f"Other things equal, would {name} rather {plain.rather(question.decision_maker, option.group(1))} than not?"
    stated = re.search(r"rather have “(.*)”, as stated\?$", question.text, re.DOTALL)
    if stated:
        return f"Is it certain that {name} wants this: {plain.without_ids(f'“{stated.group(1)}”')[1:-1]}?"
    return plain.without_ids(question.text)


def far(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def under(model: GraphModel, pattern: str) -> Evidence:
    """The quotes of the wishes that a pattern fulfils."""
    taken = {o.id: letter == "Y" for o, letter in zip(model.options, pattern, strict=True)}
    met: list[Statement] = []
    for maker in model.decision_makers:
        met += [s for s in maker.preferences.statements if evaluate(parse(s.when), lambda i: taken[i])]
    return joined(records_in(s.evidence) for s in met)


def records_in(evidence: Iterable[object]) -> Evidence:
    return tuple(e for e in evidence if isinstance(e, Mapping))


def joined(found: Iterable[Evidence]) -> Evidence:
    rows = {(r.get("report"), r.get("start"), r.get("end")): r for records in found for r in records}
    return tuple(rows.values())
