"""Tasks and pages in processes: all in order, and a process that dies fails its own task only."""

import os
import signal
from pathlib import Path

from stonehand.batch import make
from stonehand.pool import pooled, spreading
from stonehand.run import Outcome, Source, Target, Task

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


def _where(name: str) -> tuple[str, int]:
    return name, os.getpid()


def test_work_is_spread_over_processes_and_comes_back_in_order() -> None:
    with spreading(2) as spread:
        made = list(spread(_where, NAMES))
    assert [name for name, _ in made] == NAMES
    assert os.getpid() not in {process for _, process in made}


HERE = os.getpid()


def _dies_elsewhere(here: int) -> int:
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return here


def test_what_a_process_that_dies_leaves_is_done_here() -> None:
    with spreading(2) as spread:
        assert list(spread(_dies_elsewhere, [HERE] * 3)) == [HERE] * 3
        assert list(spread(_dies_elsewhere, [HERE])) == [HERE]


def test_an_edition_is_the_same_however_many_make_its_pages(tmp_path: Path) -> None:
    sources = tuple(Source(tmp_path / f"page-{number}.md") for number in range(1, 4))
    for number, source in enumerate(sources, 1):
        source.path.write_text(f"# 第{number}版的大标题\n\n本报讯 清河今日有雨。\n", "utf-8")
    files = [tmp_path / f"{jobs}.pdf" for jobs in (1, 2)]
    for jobs, file in enumerate(files, 1):
        (outcome,) = make([Task(sources, (Target("pdf", file),))], jobs)
        assert not outcome.problems
        assert not outcome.fault
    assert files[0].read_bytes() == files[1].read_bytes()


def test_pages_that_cannot_be_read_are_all_told_of_by_whoever_reads_them(tmp_path: Path) -> None:
    sources = tuple(Source(tmp_path / name) for name in ("none.md", "nor-this.md"))
    (outcome,) = make([Task(sources, (Target("pdf", tmp_path / "a.pdf"),))], 2)
    told = [str(problem) for problem in outcome.problems]
    assert len(told) == 2
    assert "none.md" in told[0]
    assert "nor-this.md" in told[1]
