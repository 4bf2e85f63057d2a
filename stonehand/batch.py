"""Make editions one after the other or several at a time, and tell what became of each in order.

An edition that fails does not stop the others, whatever its fault.
"""

from collections.abc import Iterator, Sequence

from layout.spread import Spread, in_turn
from stonehand.run import Outcome, Task, Track, export


def make(tasks: Sequence[Task], jobs: int = 1, track: Track = iter) -> Iterator[Outcome]:
    """The outcomes, each as soon as it and all before it are there.

    `track` sees the sources of the editions that are made in this process. A single edition has its
    pages made several at a time.
    """
    if min(jobs, len(tasks)) > 1:
        from stonehand.pool import pooled  # a single page need not wait for its modules

        return pooled(attempt, tasks, jobs)
    if min(jobs, sum(len(task.sources) for task in tasks)) > 1:
        return _spread(tasks[0], jobs, track)
    return (attempt(task, track) for task in tasks)


def _spread(task: Task, jobs: int, track: Track) -> Iterator[Outcome]:
    from stonehand.pool import spreading

    with spreading(min(jobs, len(task.sources))) as spread:
        yield attempt(task, track, spread)


def attempt(task: Task, track: Track = iter, spread: Spread = in_turn) -> Outcome:
    """The outcome of a task; with a fault of ours as a traceback in it, so that others go on."""
    try:
        return export(task, track, spread)
    except Exception:  # noqa: BLE001  one page must not take the others with it
        import traceback  # wanted as seldom as it is slow to load

        return Outcome(task, fault=traceback.format_exc())
