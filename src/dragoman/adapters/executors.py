"""Executors: the same work in this process or in several, results in the order of the items."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from dragoman.errors import InputError

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

    `make` and `work` are functions of a module; items, results and exceptions must pickle. An exception of `make` or
    `work` is raised here; `InputError` where a process ends from outside, as for want of memory. Where the caller
    stops, the work that is under way stops too.
    """
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(make,))
    try:
        waiting: deque[Future[Out]] = deque()
        for item in items:
            with _uninterrupted():
                waiting.append(pool.submit(_run, work, item))
            if len(waiting) >= 4 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise InputError(
            "a reading process was ended from outside, perhaps for want of memory; use fewer --jobs"
        ) from error
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A process that starts inside never sees an interrupt of the terminal, which this one answers for all."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(make: Callable[[], Any]) -> None:
    """An interrupt is left to the first process; an exception of `make` is kept for the first item."""
    global _state
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _state = make()
    except Exception as error:
        _state = _Failed(error)


def _run(work: Callable[[Any, In], Out], item: In) -> Out:
    if isinstance(_state, _Failed):
        raise _state.error
    return work(_state, item)


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception
