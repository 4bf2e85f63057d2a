"""Tell on standard error what became of each edition: files, remarks, problems, a summary."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from layout.errors import StonehandError
from stonehand.run import Outcome, Target
from stonehand.terminal import is_terminal, say


@dataclass(frozen=True, slots=True)
class Voice:
    """How much is said. Problems always are."""

    quiet: bool = False
    verbose: bool = False

    @property
    def talks(self) -> bool:
        """Whether success is worth a line: to a person at a terminal, or to who asked."""
        return self.verbose or (not self.quiet and is_terminal(sys.stderr))


def complain(problem: StonehandError) -> int:
    """Tell a problem in one line; its exit code."""
    say(f"stonehand: {problem}")
    return problem.exit_code


def report(outcome: Outcome, voice: Voice) -> int:
    """Tell what became of one edition; its exit code."""
    if not voice.quiet:
        for note in outcome.notes:
            say(f"stonehand: {note}")
    if voice.talks:
        for target in outcome.written:
            say(_name(target))
        for target in outcome.current:
            say(f"{_name(target)} is up to date")
    if outcome.fault:
        say(f"stonehand: {outcome.task.name}: a fault of this program, please report it:")
        for line in outcome.fault.splitlines():
            say(line)
        return StonehandError.exit_code
    return max((complain(problem) for problem in outcome.problems), default=0)


def summarize(outcomes: Sequence[Outcome], voice: Voice) -> None:
    """Tell how many of several editions were made, if anyone listens or some were not."""
    failed = [outcome for outcome in outcomes if outcome.problems or outcome.fault]
    if len(outcomes) < 2 or not (failed or voice.talks):
        return
    done = f"{len(outcomes) - len(failed)} of {len(outcomes)} editions are done"
    names = ", ".join(outcome.task.name for outcome in failed)
    say(f"stonehand: {done}" + (f"; failed: {names}" if failed else ""))


def _name(target: Target) -> str:
    return str(target.path) if target.path else "standard output"
