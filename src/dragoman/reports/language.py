"""Which language a text is in, by its most frequent small words and its script; enough to tell English from others."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    file = resources.files("dragoman.reports") / "data" / "small_words.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["words"]
    return {language: frozenset(words.split()) for language, words in rows.items()}


def find_language(text: str) -> str:
    """An ISO 639-1 code; "und" where nothing speaks for any. Short texts in Latin letters count as English."""
    sample = text[:20_000]
    letters = sum(c.isalpha() for c in sample) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) > 0.4 * letters:
            return "ja" if code == "zh" and _SCRIPTS[4][1].search(sample) else code
    words = [w.lower() for w in _WORD.findall(sample)]
    if not words:
        return "und"
    shares = {code: sum(w in small for w in words) / len(words) for code, small in _small_words().items()}
    best = max(shares, key=lambda code: shares[code])
    if best == "en" or shares[best] <= 1.4 * shares["en"]:
        return "en"
    return best if len(words) >= 12 and shares[best] > 0.15 else "en"
