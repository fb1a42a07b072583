"""The cyclic garbage collector held back while very many records are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles inside, and as before after it.

    The records of a situation hold no cycles, so each search walks all of them again for nothing: a third of the time at
    100,000 statements. Reference counting frees memory as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
