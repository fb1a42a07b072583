"""The dateline at the head of a dispatch (`CAIRO, July 14 (Agency) - ...`): it names a place of writing and no party."""

from __future__ import annotations

from dragoman.domain.parse import Parse, Sentence

DASHES = frozenset({"-", "--", "–", "—", "---"})
LONGEST = 18


def dateline_end(parse: Parse, sentence: Sentence) -> int:
    """Number of the first token after the sentence's dateline; of its first token where it has none."""
    first = parse.tokens[sentence.first]
    if not (first.text.isupper() and first.text.isalpha() and len(first.text) > 2):
        return sentence.first
    for token in parse.tokens[sentence.first + 1 : min(sentence.first + LONGEST, sentence.last - 1)]:
        if token.text in DASHES and parse.tokens[token.index - 1].end < token.start:
            return token.index + 1
    return sentence.first
