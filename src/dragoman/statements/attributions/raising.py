"""Cues that the parse hangs inside the content of another cue although they share its source.

In "the envoy said it opposed the draft and warned that ..." and "the envoy said the talks failed, adding that ..."
the second cue is the envoy's. Not so a reply in "the traders were angry, the envoy said, and replied that ...".
"""

from __future__ import annotations

from dragoman.domain.attribution import Act
from dragoman.domain.parse import Parse, Token
from dragoman.statements.attributions.grammar import SUBJECTS, passive
from dragoman.statements.attributions.lexicon import Lexicon

_MAX_CLIMB = 4
_REPLIES = frozenset({"reply", "answer", "respond", "retort", "counter", "object", "protest", "ask", "agree", "refuse"})


def matrix(parse: Parse, lexicon: Lexicon, token: Token) -> Token | None:
    """The cue whose source does `token` too, where `token` hangs inside that cue's clause; None where it does not."""
    verb = lexicon.verb(token)
    if verb is None or not _speaks(lexicon, token) or parse.child(token.index, *SUBJECTS) or passive(parse, token):
        return None
    joined = token.dep == "conj" and token.tag in ("VBD", "VBZ")
    if not joined and not (token.dep == "advcl" and token.tag == "VBG" and _after_comma(parse, token)):
        return None
    at = parse.head(token.index)
    for _ in range(_MAX_CLIMB):
        above = parse.head(at.index)
        if above.index == at.index or at.dep not in ("ccomp", "conj", "xcomp"):
            return None
        if at.dep == "ccomp" and _speaks(lexicon, above) and above.index < token.index:
            if at.index < above.index and token.lemma.lower() in _REPLIES:
                return None
            return above if not joined or above.tag == token.tag else None
        at = above
    return None


def hole(parse: Parse, token: Token) -> tuple[int, int]:
    """First and last token of the clause of a raised cue, with the conjunction before it."""
    first, last = parse.edges(token.index)
    while first > 0 and parse.tokens[first - 1].pos in ("CCONJ", "PUNCT") and parse.tokens[first - 1].text not in '"”':
        first -= 1
    return first, last


def _speaks(lexicon: Lexicon, token: Token) -> bool:
    verb = lexicon.verb(token)
    return verb is not None and (verb.people.get("clause") is Act.SPEECH or verb.people.get("object") is Act.SPEECH)


def _after_comma(parse: Parse, token: Token) -> bool:
    first = parse.edges(token.index)[0]
    return first > 0 and parse.tokens[first - 1].text in (",", "—", "–", "--", "-")
