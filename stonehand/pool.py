"""Spread tasks over processes, or the pages of one task, and hand what comes of them back in order.

Processes rather than threads, because composing is Python's own work from end to end.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from layout.errors import Origin, StonehandError
from layout.spread import Spread
from stonehand.garbage import look_seldom
from stonehand.run import Outcome, Task

A = TypeVar("A")
B = TypeVar("B")


def pooled(
    work: Callable[[Task], Outcome], tasks: Sequence[Task], jobs: int
) -> Generator[Outcome, None, None]:
    """The outcomes of all tasks, each as soon as it and all before it are there.

    A process that dies takes the pool with it; what that leaves undone is then done one by one,
    each in a process of its own, so that only the task that ends its process again fails.
    """
    with _pool(min(jobs, len(tasks))) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            for task, future in zip(tasks, futures, strict=True):
                yield _outcome(future) or _alone(work, task)
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def spreading(workers: int) -> Iterator[Spread]:
    """What spreads any work over so many processes, which live as long as it is wanted."""
    with _pool(workers) as pool:
        try:
            yield partial(_spread, pool)
        finally:
            pool.shutdown(cancel_futures=True)


def _spread(
    pool: ProcessPoolExecutor, work: Callable[[A], B], things: Iterable[A], /
) -> Iterator[B]:
    """What a process that dies leaves undone is done here; nothing is held that has been given."""
    waiting = deque((thing, _sent(pool, work, thing)) for thing in things)
    while waiting:
        thing, future = waiting.popleft()
        try:
            result = future.result() if future else work(thing)
        except BrokenProcessPool:
            result = work(thing)
        yield result


def _sent(pool: ProcessPoolExecutor, work: Callable[[A], B], thing: A) -> "Future[B] | None":
    try:
        return pool.submit(work, thing)
    except BrokenProcessPool:
        return None


def _alone(work: Callable[[Task], Outcome], task: Task) -> Outcome:
    with _pool(1) as pool:
        made = _outcome(pool.submit(work, task))
    hint = "perhaps for want of memory"
    return made or Outcome(
        task, problems=(StonehandError("its process was ended", Origin(task.name), hint),)
    )


def _outcome(future: "Future[Outcome]") -> Outcome | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, _context(), initializer=_begin)


def _context() -> multiprocessing.context.BaseContext:
    """A fork of a process with threads may hang, so the ways that start from a clean one."""
    ways = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")


def _begin() -> None:
    """Ctrl-C reaches every process; the first one decides, the others end their page."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_seldom()
