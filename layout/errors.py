"""Everything that can go wrong for a user, as one closed tree with the exit code of each branch.

StonehandError            15  other
├── UsageError             1  the arguments do not fit together
├── InputError             2  the input cannot be read as a page
├── DependencyError        3  a program, package or font that the task needs is absent
├── OutputError            4  what was made is not valid, or a check found open questions
├── AccessError            5  a file cannot be opened, read or written
└── ConfigError            9  a configuration or corrections file does not fit

The numbers are those of OCRmyPDF. Any other exception is a fault of ours and shows its traceback.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a problem is: a file, and a line in it counted from one (0: the file as a whole)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class StonehandError(Exception):
    """A problem in one sentence, with where it is and what to do about it."""

    exit_code: ClassVar[int] = 15

    def __init__(self, problem: str, at: Origin | None = None, hint: str = "") -> None:
        super().__init__(problem, at, hint)  # all in args, so that errors cross process pools
        self.problem = problem
        self.at = at
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.at}: " if self.at else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.problem}{hint}"


class UsageError(StonehandError):
    """The arguments do not fit together."""

    exit_code = 1


class InputError(StonehandError):
    """The input cannot be read as a page."""

    exit_code = 2


class DependencyError(StonehandError):
    """A program, package or font that the task needs is absent."""

    exit_code = 3


class OutputError(StonehandError):
    """What was made is not valid, or a check found open questions."""

    exit_code = 4


class AccessError(StonehandError):
    """A file cannot be opened, read or written."""

    exit_code = 5


class ConfigError(StonehandError):
    """A configuration or corrections file does not fit."""

    exit_code = 9
