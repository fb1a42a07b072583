"""Executors: the same work in this process or in several, results in the order of the items."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_state: Any = None


def in_this_process(make: Callable[[], Any], work: Callable[[Any, In], Out], items: Iterable[In]) -> Iterator[Out]:
    """`work(state, item)` for each item, with one state made by `make`."""
    state = make()
    return (work(state, item) for item in items)


def in_processes(
    make: Callable[[], Any], work: Callable[[Any, In], Out], items: Iterable[In], *, jobs: int
) -> Iterator[Out]:
    """The same in `jobs` processes, each with its own state; at most four items a process wait at any time.

    `make` and `work` are functions of a module; items and results must pickle.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(make,)) as pool:
        waiting: deque[Future[Out]] = deque()
        for item in items:
            waiting.append(pool.submit(_run, work, item))
            if len(waiting) >= 4 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _start(make: Callable[[], Any]) -> None:
    global _state
    _state = make()


def _run(work: Callable[[Any, In], Out], item: In) -> Out:
    return work(_state, item)
