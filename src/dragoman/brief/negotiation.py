"""What would hold: a graph model's options, outcomes, paths, deals and leverage, each line with the quotes under it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from dragoman.brief.content import Dealing, Edge, Group, Ids, Line, Lines, Network, Node, Section, Table, Tag, Tone
from dragoman.domain.answers import Answers, Hold, Part, Said
from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import GraphModel, Option, Statement

_SETTLED = {"always": "in every outcome", "never": "in no outcome", "sometimes": "open", "none holds": "open"}
_MOST = {"outcomes": 10, "questions": 3, "paths": 3, "deals": 4, "change": 2, "flips": 3, "sources": 4}
"""The most lines of each part; `dragoman model answers` has the rest."""
_LEAD = (
    "A model drafted from the reports and solved as a graph model: what each party could do, what it wants, and which "
    "outcomes nobody would leave. Where the reports are silent on what somebody prefers, it is read as not caring. "
    "Judge it before you use it."
)


def what_would_hold(draft: Draft, answers: Answers | None, quotes: Collection[str]) -> Section:
    """The section of a draft and its answers; `quotes` are the ids of statements that the brief can open."""
    model = draft.model
    if model is None or answers is None:
        why = Lines("No model", (Group("", tuple(Line(reason, ()) for reason in draft.reasons)),))
        return Section("what-would-hold", "What would hold", (why,), "The reports give no model of a negotiation.")
    parts = [p for p in answers.parts if p.id in ("outcomes", "questions", "paths", "deals", "change")]
    blocks = (
        _options(model, answers, quotes),
        *(_lines(part, quotes) for part in parts),
        *_leverage(answers, quotes),
        *(_lines(answers.part(name), quotes) for name in ("flips", "sources")),
        _assumptions(model, answers, quotes),
        Lines(
            "What the reports leave open",
            (Group("", tuple(Line(_in_words(gap, answers), ()) for gap in draft.gaps)),),
            "Nothing.",
        ),
    )
    return Section("what-would-hold", "What would hold", blocks, _LEAD)


def _options(model: GraphModel, answers: Answers, quotes: Collection[str]) -> Lines:
    now = dict(zip((o.id for o in model.options), model.status_quo or "", strict=False))
    groups = tuple(
        Group(
            maker.name, tuple(_option(o, now.get(o.id), answers, quotes) for o in model.options if o.owner == maker.id)
        )
        for maker in model.decision_makers
        if any(o.owner == maker.id for o in model.options)
    )
    return Lines("Who could do what", groups)


def _option(option: Option, letter: str | None, answers: Answers, quotes: Collection[str]) -> Line:
    tags = [Tag(_SETTLED.get(answers.settled.get(option.id, ""), "open"), Tone.FIRM)]
    if option.extra.get("possible"):
        tags.append(Tag("only named as possible", Tone.DOUBT))
    when = {"Y": "done now", "N": "not done now"}.get(letter or "", "")
    record = {"option": option.id, "owner": option.owner, "reason": str(option.extra.get("status_quo_because", ""))}
    quoted = _ids(option.evidence, quotes)
    return Line(option.text or option.id, quoted, when=when, tags=tuple(tags), record=record)


def _lines(part: Part, quotes: Collection[str]) -> Lines:
    most = _MOST.get(part.id, len(part.lines))
    shown = part.lines if len(part.lines) <= most else part.lines[: most - 1] + part.lines[-1:]
    lines = tuple(_line(said, quotes) for said in shown)
    left = len(part.lines) - len(shown)
    more = f"{left} more line{'' if left == 1 else 's'} in the answers of the model." if left else ""
    return Lines(
        part.title, (Group("", lines),) if lines else (), "Nothing.", " ".join(n for n in (part.note, more) if n)
    )


def _line(said: Said, quotes: Collection[str]) -> Line:
    """A line with those below it in one."""
    every = (said, *said.under)
    return Line(" ".join(s.text for s in every), _ids((e for s in every for e in s.evidence), quotes))


def _leverage(answers: Answers, quotes: Collection[str]) -> tuple[Network | Table, ...]:
    """The matrix of who can help and harm whom, what it rests on, and from three parties on a picture."""
    held = {(h.holder, h.target): h for h in answers.leverage}
    inside = [p for p in answers.parties if any(p in pair for pair in held)]
    columns = ("who", *(f"over {answers.parties[p]}" for p in inside))
    rows = tuple(
        (answers.parties[a], *(_share(held.get((a, b)), quotes) if a != b else "\u2013" for b in inside))
        for a in inside
        if any(pair[0] == a for pair in held)
    )
    note = "In how many of all situations the options of the one make the other better or worse off."
    matrix = Table("Who holds what over whom", columns, rows, note=note)
    ordered = sorted(answers.leverage, key=lambda h: -(h.helps + h.harms))
    whole = tuple(
        (f"{answers.parties[h.holder]} over {answers.parties[h.target]}", _holding(h, answers, quotes)) for h in ordered
    )
    by = Table("By what it is held", ("who over whom", "by what it could do or leave"), whole)
    return (matrix, by) if len(inside) < 3 else (_picture(answers, ordered), matrix, by)


def _share(hold: Hold | None, quotes: Collection[str]) -> Line | str:
    if hold is None:
        return "nothing"
    told = [f"{word} in {share:.0%}" for word, share in (("helps", hold.helps), ("harms", hold.harms)) if share]
    return Line(", ".join(told) or "nothing", _ids(hold.evidence, quotes))


def _picture(answers: Answers, holds: Sequence[Hold]) -> Network:
    counted = [p for h in holds for p in (h.holder, h.target)]
    nodes = tuple(Node(p, name, counted.count(p)) for p, name in answers.parties.items() if p in counted)
    edges = tuple(
        Edge(
            h.holder,
            h.target,
            Dealing.COOPERATION if h.helps > h.harms else Dealing.CONFLICT if h.harms > h.helps else Dealing.TIE,
            f"{max(h.helps, h.harms):.0%}",
            max(1, round(10 * (h.helps + h.harms))),
        )
        for h in holds[:20]
    )
    told = "; ".join(f"{answers.parties[h.holder]} over {answers.parties[h.target]}" for h in holds[:20])
    keys = ("can help more than harm", "can harm more than help", "can do either")
    return Network("Leverage", told, nodes, edges, keys, "in more situations")


def _holding(hold: Hold, answers: Answers, quotes: Collection[str]) -> Line:
    by = "; ".join(answers.options.get(o, o).partition(": ")[2] or o for o in hold.options)
    return Line(by, _ids(hold.evidence, quotes))


def _assumptions(model: GraphModel, answers: Answers, quotes: Collection[str]) -> Lines:
    groups = []
    for maker in model.decision_makers:
        lines = tuple(_assumed(s, answers, quotes) for s in maker.preferences.statements if "assumption" in s.extra)
        if lines:
            groups.append(Group(maker.name, lines))
    return Lines("What is assumed", tuple(groups), "Nothing is assumed.")


def _assumed(statement: Statement, answers: Answers, quotes: Collection[str]) -> Line:
    told = statement.extra["assumption"]
    by, reason = (told.get("by"), told.get("reason")) if isinstance(told, Mapping) else ("", told)
    what = (statement.note or "").partition(": ")[2] or _in_words(statement.when, answers)
    return Line(f"{what}: {reason}", _ids(statement.evidence, quotes), f"assumed by {by}" if by else "")


def _in_words(when: str, answers: Answers) -> str:
    """An expression with the options' texts for their ids."""
    for ident in sorted(answers.options, key=len, reverse=True):
        text = answers.options[ident]
        when = re.sub(rf"(?<![\w.:/-]){re.escape(ident)}(?![\w:/-])", lambda _, t=text: f"“{t}”", when)  # type: ignore[misc]
    return when


def _ids(evidence: Iterable[object], quotes: Collection[str]) -> Ids:
    found = (str(e.get("statement")) for e in evidence if isinstance(e, Mapping))
    return tuple(dict.fromkeys(f for f in found if f in quotes))
