"""All attributions of a report."""

from __future__ import annotations

from dataclasses import replace

from dragoman.domain.attribution import Act, Attribution, Manner, Voice
from dragoman.domain.mention import VoiceKind
from dragoman.domain.parse import Token
from dragoman.domain.text import Span
from dragoman.statements.attributions.adjectives import by_adjectives
from dragoman.statements.attributions.adverbs import by_adverbs
from dragoman.statements.attributions.beliefs import RULE as BELIEF
from dragoman.statements.attributions.beliefs import by_beliefs
from dragoman.statements.attributions.callings import Callings
from dragoman.statements.attributions.citing import with_cited
from dragoman.statements.attributions.commas import by_commas, parted
from dragoman.statements.attributions.continuations import continued
from dragoman.statements.attributions.draft import Draft
from dragoman.statements.attributions.echoes import by_so, with_late_sources
from dragoman.statements.attributions.grammar import phrase
from dragoman.statements.attributions.issued import with_issuers
from dragoman.statements.attributions.labels import by_labels
from dragoman.statements.attributions.lexicon import Lexicon, load_lexicon
from dragoman.statements.attributions.mistagged import by_mistagged
from dragoman.statements.attributions.nesting import distinct, enclosing
from dragoman.statements.attributions.nouns import by_nouns
from dragoman.statements.attributions.passing_on import whose_piece, with_origins
from dragoman.statements.attributions.passives import by_passives
from dragoman.statements.attributions.prepositions import by_prepositions
from dragoman.statements.attributions.presupposed import presupposed
from dragoman.statements.attributions.quotes import Quotes, find_quotes
from dragoman.statements.attributions.relays import cited_by, is_outlet, with_relays
from dragoman.statements.attributions.reported import by_quoting
from dragoman.statements.attributions.spans import after_dateline, whole_quotes
from dragoman.statements.attributions.stand_ins import with_stand_ins
from dragoman.statements.attributions.unsaid import is_nobody, is_unsaid
from dragoman.statements.attributions.verbs import by_verbs
from dragoman.statements.attributions.voices import own_outlet, referent_of, voice_of
from dragoman.statements.attributions.witnesses import by_witnesses
from dragoman.statements.context import Context

_PIECES = frozenset({"report", "article", "story", "dispatch", "column", "editorial", "piece", "broadcast", "feature"})
_RULES = (
    by_quoting,
    by_beliefs,
    by_witnesses,
    by_so,
    by_commas,
    by_prepositions,
    by_nouns,
    by_passives,
    by_verbs,
    by_adjectives,
    by_mistagged,
    by_adverbs,
)


def find_attributions(context: Context) -> tuple[Attribution, ...]:
    """The attributions of the report's body in text order, nested ones with `within`. Linear in the report's length."""
    lexicon = load_lexicon()
    quotes = find_quotes(context.report)
    drafts = list(by_labels(context, quotes, lexicon)) + [
        replace(draft, content=whole_quotes(quotes, draft.content, draft.cue))
        for sentence in context.body()
        for rule in _RULES
        for draft in rule(context, quotes, lexicon, sentence)
    ]
    starts = [block.span.start for block in context.report.blocks]
    drafts = [_past_dateline(context, d, starts) for d in drafts if d.content]
    kept = parted(context.parse, distinct(drafts))
    kept = with_late_sources(context, continued(context, quotes, kept))
    kept = with_stand_ins(context, lexicon, kept)
    kept = with_relays(context, lexicon, with_origins(context, lexicon, with_cited(context, lexicon, kept)))
    kept = with_issuers(context, lexicon, kept)
    outer = enclosing(context.parse, kept)
    callings = Callings(context, lexicon)
    return tuple(_attribution(context, lexicon, callings, quotes, draft, n, outer[n]) for n, draft in enumerate(kept))


def _past_dateline(context: Context, draft: Draft, starts: list[int]) -> Draft:
    content = after_dateline(context.text, draft.content, starts)
    source = after_dateline(context.text, (draft.source,), starts)[0] if draft.source is not None else None
    return replace(draft, content=content, source=source)


def _attribution(
    context: Context, lexicon: Lexicon, callings: Callings, quotes: Quotes, draft: Draft, number: int, outer: int | None
) -> Attribution:
    tokens = context.parse.tokens
    head = tokens[draft.source_head] if draft.source_head is not None else None
    voice = through = None
    speaker = tokens[draft.speaker] if draft.speaker is not None else head
    cue = tokens[draft.cue_head] if draft.cue_head is not None else None
    told = cue is not None and cue.pos == "VERB" and draft.rule != BELIEF
    silent = told and cue is not None and is_unsaid(context.parse, lexicon, cue)
    silent = silent or (head is not None and is_nobody(context.parse, head))
    if draft.act is Act.SPEECH and speaker is not None and not silent:
        named = draft.source if draft.speaker is None and draft.source is not None else phrase(context.parse, speaker)
        named = _before(named, draft.content)
        voice = _foreign(context, voice_of(context, lexicon, callings, named, speaker))
        if (
            voice is not None
            and draft.rule == "headline"
            and voice.entity is None
            and named.of(context.text) in voice.name
        ):
            voice = replace(voice, name=named.of(context.text))
        if draft.rule == "hearsay":
            voice = Voice(_hearsay(context, speaker), None, VoiceKind.UNNAMED)
    if draft.through is not None and not silent:
        relay = whose_piece(context, lexicon, tokens[draft.through])
        named = phrase(context.parse, relay, [draft.cue_head] if draft.cue_head is not None else [])
        through = _foreign(context, voice_of(context, lexicon, callings, named, relay))
        piece = speaker is not None and speaker.lower in _PIECES and cited_by(context.parse, speaker) is None
        if piece and is_outlet(context, lexicon, relay):
            voice, through = through, None
    return Attribution(
        id=f"a{number + 1}",
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        act=draft.act,
        manner=_manner(quotes, draft.content),
        within=f"a{outer + 1}" if outer is not None else None,
        source_head=draft.source_head,
        cue_head=draft.cue_head,
        referent=referent_of(context, head),
        voice=voice,
        through=through,
        presupposed=presupposed(context.parse, draft),
    )


def _hearsay(context: Context, noun: Token) -> str:
    """ "Reports", "a newspaper report": the noun with what tells its sort."""
    own = [t for t in context.parse.children(noun.index, "compound", "amod") if t.index < noun.index]
    return " ".join([*(t.text for t in own), noun.text])


def _before(named: Span, content: tuple[Span, ...]) -> Span:
    """`named` up to the content that the parse hangs on it ("from two officials that the port is shut")."""
    first = min((s.start for s in content if named.start < s.start < named.end), default=named.end)
    return Span(named.start, first)


def _foreign(context: Context, voice: Voice) -> Voice | None:
    """The voice, unless it is the report's own outlet."""
    return None if own_outlet(context, voice) else voice


def _manner(quotes: Quotes, content: tuple[Span, ...]) -> Manner:
    """Direct where quotes make up all of the content, mixed where they make up some."""
    whole = sum(len(s) for s in content)
    quoted = sum(min(q.span.end, s.end) - max(q.span.start, s.start) for s in content for q in quotes.meeting(s))
    if quoted == 0:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted >= whole - 3 * len(content) else Manner.MIXED
