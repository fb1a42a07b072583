"""What would hold: a graph model's options, outcomes, paths, deals and leverage, each line with the quotes under it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dragoman.brief.content import Dealing, Edge, Group, Ids, Line, Lines, Network, Node, Section, Table, Tag, Tone
from dragoman.domain.answers import Answers, Hold, Part, Said
from dragoman.domain.draft import Draft
from dragoman.domain.graph_model import GraphModel, Option, Statement

_SETTLED = {"always": "in every outcome", "never": "in no outcome", "sometimes": "open", "none holds": "open"}
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
        _assumptions(model, quotes),
        Lines("What the reports leave open", (Group("", tuple(Line(gap, ()) for gap in draft.gaps)),), "Nothing."),
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
    lines = tuple(line for said in part.lines for line in _line(said, quotes))
    return Lines(part.title, (Group("", lines),) if lines else (), "Nothing.", part.note)


def _line(said: Said, quotes: Collection[str]) -> Iterable[Line]:
    yield Line(said.text, _ids(said.evidence, quotes))
    for under in said.under:
        yield Line(f"\u2013 {under.text}", _ids(under.evidence, quotes))


def _leverage(answers: Answers, quotes: Collection[str]) -> tuple[Network | Table, ...]:
    """A picture of who holds what over whom, and its table."""
    holds = sorted(answers.leverage, key=lambda h: -(h.helps + h.harms))
    rows = tuple(
        (answers.parties.get(h.holder, h.holder), answers.parties.get(h.target, h.target), _holding(h, answers, quotes))
        for h in holds
    )
    table = Table("Who holds what over whom, in numbers", ("holder", "over", "by what"), rows)
    if len(answers.parties) < 2 or not holds:
        return (table,)
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
    told = "; ".join(f"{r[0]} over {r[1]}" for r in rows[:20])
    keys = ("can help more than harm", "can harm more than help", "can do either")
    return Network("Who holds what over whom", told, nodes, edges, keys, "in more situations"), table


def _holding(hold: Hold, answers: Answers, quotes: Collection[str]) -> Line:
    by = "; ".join(answers.options.get(o, o).partition(": ")[2] or o for o in hold.options)
    return Line(
        f"{by}: helps in {hold.helps:.0%} of situations, harms in {hold.harms:.0%}", _ids(hold.evidence, quotes)
    )


def _assumptions(model: GraphModel, quotes: Collection[str]) -> Lines:
    groups = []
    for maker in model.decision_makers:
        lines = tuple(_assumed(s, quotes) for s in maker.preferences.statements if "assumption" in s.extra)
        if lines:
            groups.append(Group(maker.name, lines))
    return Lines("What is assumed", tuple(groups), "Nothing is assumed.")


def _assumed(statement: Statement, quotes: Collection[str]) -> Line:
    told = statement.extra["assumption"]
    by, reason = (told.get("by"), told.get("reason")) if isinstance(told, Mapping) else ("", told)
    return Line(f"{statement.when}: {reason}", _ids(statement.evidence, quotes), f"assumed by {by}" if by else "")


def _ids(evidence: Iterable[object], quotes: Collection[str]) -> Ids:
    found = (str(e.get("statement")) for e in evidence if isinstance(e, Mapping))
    return tuple(dict.fromkeys(f for f in found if f in quotes))
