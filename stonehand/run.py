"""Make one edition: read its pages, rebuild and bind them, write every format asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from exporters import EXPORTERS
from exporters.wishes import PLAIN as NO_WISHES
from exporters.wishes import Wishes
from layout.errors import ConfigError, StonehandError
from layout.model import Page
from layout.spread import Spread, in_turn
from stonehand import output
from stonehand.edition import UNKNOWN, Card, bind, by_number
from stonehand.pictures import Folders, Gathered, apart, gather, illustrated
from stonehand.press import USUAL, Press, Setup


@dataclass(frozen=True, slots=True)
class Source:
    """An input: a file, or with `data` what was read from standard input already.

    `corrections` are what a person decided about its pages.
    """

    path: Path
    data: bytes | None = None
    corrections: tuple["Correction", ...] = ()

    @property
    def name(self) -> str:
        """What its page is called; several are called so with a number behind."""
        return self.path.stem if self.data is None else "stdin"

    @property
    def folder(self) -> Path | None:
        """Where the pictures of its pages may lie; standard input has no such place."""
        return self.path.parent if self.data is None else None


@dataclass(frozen=True, slots=True)
class Target:
    """A file to be written in one of the formats; `path` None is standard output."""

    format: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every edition of one run; `corrections` are the files that were asked for."""

    setup: Setup = USUAL
    wishes: Wishes = NO_WISHES
    images: Path | None = None
    corrections: tuple[Path, ...] = ()
    overwrite: bool = False
    resume: bool = False


PLAIN = Settings()


@dataclass(frozen=True, slots=True)
class Task:
    """One edition to be made. `sort`: by printed page number, not in the order of the sources."""

    sources: tuple[Source, ...]
    targets: tuple[Target, ...]
    card: Card = UNKNOWN
    sort: bool = False
    settings: Settings = PLAIN

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the edition is made from."""
        pages = tuple(source.path for source in self.sources if source.data is None)
        card = (self.card.file,) if self.card.file else ()
        return (*pages, *card, *self.settings.corrections)

    @property
    def name(self) -> str:
        """What progress and summary call it."""
        return str(self.sources[0].path) + (" …" if len(self.sources) > 1 else "")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: the files written, those left as they were, problems and remarks.

    `fault` is the traceback of an error of ours.
    """

    task: Task
    written: tuple[Target, ...] = ()
    current: tuple[Target, ...] = ()
    problems: tuple[StonehandError, ...] = ()
    notes: tuple[str, ...] = ()
    fault: str = ""


if TYPE_CHECKING:
    from layout.corrections.decisions import Correction

T = TypeVar("T")
Track = Callable[[Sequence[Source]], Iterable[Source]]


def export(task: Task, track: Track = iter, spread: Spread = in_turn) -> Outcome:
    """Make the edition of a task; `track` may watch its sources go by, `spread` do several at once.

    What goes wrong for the user stands in the outcome. A page that fails leaves its edition
    unmade, since a paper must not lack a page unnoticed; a format that fails leaves the others be.
    """
    current = tuple(target for target in task.targets if _is_current(target, task))
    due = tuple(target for target in task.targets if target not in current)
    refused = _attempted(lambda target: _allow(target, task.settings), due)
    if refused or not due:
        return Outcome(task, current=current, problems=refused)
    pages: list[tuple[Page, Gathered]] = []
    coming = spread(_tried, task.sources)

    def take(source: Source) -> None:
        match next(coming):
            case StonehandError() as problem:
                raise problem
            case made:
                pages.extend(_illustrated(source, made, task.settings.images))

    unread = _attempted(take, track(task.sources))
    if unread:
        return Outcome(task, current=current, problems=unread)
    return replace(_printed(task, pages, due, spread), current=current)


def _tried(source: Source) -> tuple[Page, ...] | StonehandError:
    """The pages of a source, or why there are none: other sources may have problems to tell too."""
    try:
        return settled(source, rebuilt(source))
    except StonehandError as problem:
        return problem


def rebuilt(source: Source) -> tuple[Page, ...]:
    """The pages of a source, rebuilt."""
    from layout.rebuild import rebuild  # costs time that a refused target need not wait for
    from readers import read, read_bytes

    scanned = (
        read(source.path) if source.data is None else read_bytes(source.data, "-", source.name)
    )
    return tuple(map(rebuild, scanned))


def settled(source: Source, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The rebuilt pages of a source, corrected as a person decided.

    Raises ConfigError for a correction that fits none of them.
    """
    if not source.corrections:
        return pages
    from layout.corrections.setting import corrected

    names = {page.name for page in pages}
    for correction in source.corrections:
        if correction.page not in names:
            hint = f"the pages are called {', '.join(sorted(names))}"
            raise ConfigError(f"there is no page {correction.page}", correction.origin, hint)
    return tuple(corrected(page, source.corrections) for page in pages)


def press_for(source: Source, setup: Setup, images: Path | None = None) -> Press:
    """The pages of one source as an edition, ready to be printed."""
    pages = settled(source, rebuilt(source))
    bound, gathered = apart(tuple(_illustrated(source, pages, images)))
    return Press(bind(bound), gathered.pictures, setup, list(gathered.notes))


def _illustrated(
    source: Source, pages: Sequence[Page], images: Path | None
) -> Iterator[tuple[Page, Gathered]]:
    """The rebuilt pages of a source, each with its pictures."""
    for bare in pages:
        page = illustrated(bare, images)
        file = str(source.path) if len(pages) == 1 else page.name
        yield page, gather(page, file, Folders(source.folder, images))


def _printed(
    task: Task, pages: Sequence[tuple[Page, Gathered]], due: Sequence[Target], spread: Spread
) -> Outcome:
    bound, gathered = apart(pages)
    edition = bind(by_number(bound) if task.sort else bound, task.card)
    press = Press(edition, gathered.pictures, task.settings.setup, list(gathered.notes), spread)
    written: list[Target] = []

    def print_one(target: Target) -> None:
        data = EXPORTERS[target.format].write(press, task.settings.wishes)
        _deliver(target, data, task.settings)
        written.append(target)

    problems = _attempted(print_one, due)
    return Outcome(task, tuple(written), problems=problems, notes=tuple(press.notes))


def _deliver(target: Target, data: bytes, settings: Settings) -> None:
    if target.path is None:
        output.write_stdout(data)
    else:
        output.write(target.path, data, settings.overwrite or settings.resume)


def _allow(target: Target, settings: Settings) -> None:
    if target.path is not None:
        output.check(target.path, settings.overwrite or settings.resume)


def _is_current(target: Target, task: Task) -> bool:
    """Whether --resume may leave the target as it is: it is there, and every source is older."""
    if not task.settings.resume or target.path is None or not target.path.is_file():
        return False
    made = target.path.stat().st_mtime_ns
    return all(file.exists() and file.stat().st_mtime_ns < made for file in task.files)


def _attempted(action: Callable[[T], None], things: Iterable[T]) -> tuple[StonehandError, ...]:
    """Do it to each; the problems of those that failed."""
    problems: list[StonehandError] = []
    for thing in things:
        try:
            action(thing)
        except StonehandError as problem:
            problems.append(problem)
    return tuple(problems)
