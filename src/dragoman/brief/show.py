"""Text made fit to be shown: no control characters, no halves of surrogate pairs."""

from __future__ import annotations

import re

_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def readable(text: str) -> str:
    """`text` with what no page may hold replaced by U+FFFD."""
    return _UNSHOWN.sub("\ufffd", text)
