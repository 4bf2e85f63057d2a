"""Tasks in processes: outcomes in order, and a process that dies fails its own task only."""

import os
import signal
from pathlib import Path

from stonehand.pool import pooled
from stonehand.run import Outcome, Source, Task

NAMES = ["a", "deadly", "b", "c"]


def _task(name: str) -> Task:
    return Task((Source(Path(name)),), ())


def _work(task: Task) -> Outcome:
    if task.name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(task, notes=(task.name,))


def test_a_process_that_dies_fails_its_own_task_only() -> None:
    outcomes = list(pooled(_work, [_task(name) for name in NAMES], 2))
    assert [outcome.task.name for outcome in outcomes] == NAMES
    assert [outcome.notes for outcome in outcomes] == [("a",), (), ("b",), ("c",)]
    (problem,) = outcomes[1].problems
    assert str(problem) == "deadly: its process was ended (perhaps for want of memory)"
    assert problem.exit_code == 15


def test_leaving_early_starts_no_more_tasks() -> None:
    coming = pooled(_work, [_task(name) for name in "abcdef"], 2)
    assert next(coming).task.name == "a"
    coming.close()
