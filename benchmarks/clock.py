"""Time and memory: things done in turn, so that a busy machine is as unkind to all of them.

Only ratios of what was measured in the same minutes mean anything; medians are taken of the ratio
in each round, not of times.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

MILLISECONDS = 1000
_TO_MIB = 1024  # Linux counts the memory of a process in KiB

Action = Callable[[], object]
Pipe = Sequence[Sequence[str]]


class Lap(NamedTuple):
    """What an action took in this process: milliseconds on the wall and of processors."""

    wall: float
    processors: float


Round = Mapping[str, Lap]


class Spent(NamedTuple):
    """What a command took: milliseconds on the wall and of processors, MiB at most in a process.

    Processes that a command does not wait for itself are not in its processors' time.
    """

    wall: float
    processors: float
    memory: float


def work(action: Action) -> float:
    """Milliseconds of the processor: what a busy machine makes longer only by little."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * MILLISECONDS


def lap(action: Action) -> Lap:
    """How long an action takes."""
    start = time.perf_counter()
    processors = work(action)
    return Lap((time.perf_counter() - start) * MILLISECONDS, processors)


def in_turn(actions: Mapping[str, Action], rounds: int, warm_up: int = 2) -> Sequence[Round]:
    """Each action in each round, after rounds that do not count."""
    laps = [
        {name: lap(action) for name, action in actions.items()} for _ in range(warm_up + rounds)
    ]
    return laps[warm_up:]


def median(rounds: Sequence[Round], name: str) -> float:
    """The median of one action on the wall."""
    return statistics.median(each[name].wall for each in rounds)


def ratio(rounds: Sequence[Round], name: str, other: str) -> Lap:
    """The medians of how many times the other's time an action took in the same round."""
    wall = statistics.median(each[name].wall / each[other].wall for each in rounds)
    pairs = [(each[name].processors, each[other].processors) for each in rounds]
    return Lap(wall, statistics.median(one / two for one, two in pairs))


def run(pipe: Pipe) -> Spent:
    """Run commands, each fed by the one before it; wait for all of them.

    They are started by a small process: a child's peak counts what its parent held at the fork.
    """
    launcher = [sys.executable, "-S", __file__, json.dumps(pipe)]
    told = subprocess.run(launcher, env=compiled(), stdout=subprocess.PIPE, check=True).stdout
    return Spent(*json.loads(told))


def run_all(pipes: Sequence[Pipe], jobs: int) -> Spent:
    """Run many, so many at a time; the time that all of them took."""
    start = time.perf_counter()
    with ThreadPoolExecutor(jobs) as pool:
        every = list(pool.map(run, pipes))
    wall = (time.perf_counter() - start) * MILLISECONDS
    return Spent(wall, sum(e.processors for e in every), max(e.memory for e in every))


def compiled() -> dict[str, str]:
    """An environment in which Python keeps what it compiles, as pip does when it installs."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def python(module: str, *words: str) -> list[str]:
    """The command that runs a module with this Python."""
    return [sys.executable, "-m", module, *words]


def _launched(pipe: Pipe) -> Spent:
    start = time.perf_counter()
    running: list[subprocess.Popen[bytes]] = []
    for command in pipe:
        source = running[-1].stdout if running else subprocess.DEVNULL
        sink = subprocess.DEVNULL if command is pipe[-1] else subprocess.PIPE
        running.append(subprocess.Popen(command, stdin=source, stdout=sink))
        if running[1:] and (read := running[-2].stdout):
            read.close()  # the command before must hear when this one ends
    used = list(map(_used, running))
    wall = (time.perf_counter() - start) * MILLISECONDS
    processors = sum(each.ru_utime + each.ru_stime for each in used) * MILLISECONDS
    return Spent(wall, processors, max(each.ru_maxrss for each in used) / _TO_MIB)


def _used(process: "subprocess.Popen[bytes]") -> resource.struct_rusage:
    """Wait for a process; what it used, and what processes did that it waited for."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return usage


if __name__ == "__main__":
    print(json.dumps(_launched(json.loads(sys.argv[1]))))
