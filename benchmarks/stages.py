"""`python benchmarks/stages.py [PAGE] [--runs N]`: the time of each stage, cold and warm.

Cold is a fresh process that does each stage once, imports included, as a user meets it. Warm is the
same work again in a process that has done it before. All figures are medians in milliseconds; the
last lines are whole commands, from the shell and back.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "qinghe" / "page-04.md"
FORMATS = ("pdf", "docx", "epub", "json", "all")
WARM_UP = 3

Times = Mapping[str, float]


class Laps:
    """A stopwatch that notes how long it was since the stage before."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}
        self._start = time.perf_counter()

    def note(self, stage: str) -> None:
        """The stage ends here."""
        now = time.perf_counter()
        self.times[stage] = (now - self._start) * 1000
        self._start = now


def stages(page: Path) -> Times:
    """Milliseconds from a page's file to the bytes of every format, stage by stage."""
    laps = Laps()
    from exporters import EXPORTERS
    from exporters.wishes import PLAIN
    from stonehand.edition import bind
    from stonehand.press import Press

    laps.note("start")
    from readers import read

    scanned = read(page)
    laps.note("read")
    from layout.rebuild import rebuild

    edition = bind([rebuild(each) for each in scanned])
    laps.note("rebuild")
    press = Press(edition, {})
    _ = press.forme
    laps.note("compose")
    for name, exporter in EXPORTERS.items():
        exporter.write(press, PLAIN)
        laps.note(name)
    return laps.times


def cold(page: Path, runs: int) -> Times:
    """Medians of fresh processes; the first one, which may compile, does not count."""
    command = [sys.executable, __file__, str(page), "--once"]
    each = [subprocess.check_output(command, env=compiled()) for _ in range(runs + 1)]
    return medians(map(json.loads, each[1:]))


def compiled() -> dict[str, str]:
    """An environment in which Python keeps what it compiles, as pip does when it installs."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def warm(page: Path, runs: int) -> Times:
    """Medians in this process, after some runs that do not count."""
    return medians([stages(page) for _ in range(WARM_UP + runs)][WARM_UP:])


def medians(runs: Iterable[Times]) -> Times:
    """The median of each stage."""
    all_runs = list(runs)
    return {name: statistics.median(run[name] for run in all_runs) for name in all_runs[0]}


def command_time(arguments: Sequence[str], runs: int) -> float:
    """The median of a whole command, in milliseconds."""
    command = [sys.executable, "-m", "stonehand", *arguments]

    def once() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=compiled())
        return (time.perf_counter() - start) * 1000

    return statistics.median(once() for _ in range(runs))


def print_stages(page: Path, runs: int) -> None:
    """Print the table of stages."""
    cold_times, warm_times = cold(page, runs), warm(page, runs)
    print(f"{'stage':<10}{'cold':>8}{'warm':>8}")
    for name, spent in cold_times.items():
        print(f"{name:<10}{spent:>8.1f}{warm_times[name]:>8.1f}")
    print(f"{'together':<10}{sum(cold_times.values()):>8.1f}{sum(warm_times.values()):>8.1f}\n")


def print_commands(page: Path, runs: int) -> None:
    """Print how long whole commands take."""
    print(f"{command_time(['--version'], runs):>8.1f}  stonehand --version")
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            words = ["export", str(page), "-f", name, "-o", folder, "--overwrite"]
            print(f"{command_time(words, runs):>8.1f}  stonehand export {page.name} -f {name}")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(stages(asked.page)))
        return
    print(f"{asked.page.name}, medians of {asked.runs} runs, in milliseconds\n")
    print_stages(asked.page, asked.runs)
    print_commands(asked.page, asked.runs)


if __name__ == "__main__":
    main()
