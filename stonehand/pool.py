"""Spread tasks over processes, and hand their outcomes back in order.

Processes rather than threads, because composing is Python's own work from end to end.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from layout.errors import StonehandError
from stonehand.run import Outcome, Task


def pooled(work: Callable[[Task], Outcome], tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """The outcomes of all tasks, each as soon as it and all before it are there."""
    workers = min(jobs, len(tasks))
    with ProcessPoolExecutor(workers, _context(), initializer=_leave_interrupts) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            for task, future in zip(tasks, futures, strict=True):
                yield _outcome(task, future)
        finally:
            pool.shutdown(cancel_futures=True)


def _outcome(task: Task, future: "Future[Outcome]") -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        hint = "perhaps for want of memory: try --jobs 1"
        return Outcome(task, problems=(StonehandError("its process was ended", hint=hint),))


def _context() -> multiprocessing.context.BaseContext:
    """A fork of a process with threads may hang, so the ways that start from a clean one."""
    ways = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process; the first one decides, the others end their page."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
