"""Decide from the command line which inputs make one edition and where each file goes.

    INPUT … -o FILE or -     one edition of all inputs in the order given
    INPUT … -o DIR           an edition for each input, named after it
    INPUT …                  the same, in the current folder
    -                        from standard input to standard output
    no INPUT                 one edition of the pages in the current folder, or of --edition's

A name with a suffix is a file, any other a folder, which has to be there. With several formats a
file's suffix gives way to that of each format.
"""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from exporters import EXPORTERS
from layout.errors import AccessError, ConfigError, InputError, Origin, UsageError
from stonehand.edition import FILE_NAME, UNKNOWN, Card, read_card
from stonehand.press import Setup
from stonehand.run import PLAIN, Settings, Source, Target, Task
from stonehand.terminal import is_terminal

if TYPE_CHECKING:
    from layout.corrections.decisions import Correction

ALL = "all"
STREAM = "-"

_DEFAULT_FORMAT = "pdf"
_SHEET = re.compile(r"-[1-9][0-9]*$")  # what tells apart the pages of one file
_MOST_BYTES = 64 * 2**20  # more than a reader takes; without a bound a pipe could fill the memory
_METS = re.compile(r"(?:^|[-_.])mets(?:$|[-_.])")  # in the name of a file that lists others
# Files that tell about a folder; the pages beside them are what one wants to print.
_ABOUT = frozenset(
    {"readme", "notes", "license", "copying", "changelog", "contributing", "authors"}
)


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, word by word."""

    inputs: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: str | None = None
    edition: Path | None = None
    settings: Settings = PLAIN


@dataclass(frozen=True, slots=True)
class _Stream:
    """Standard output."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file for one edition."""

    path: Path


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder for files named after the inputs."""

    path: Path


_Place = _Stream | _File | _Folder


def plan(request: Request) -> tuple[Task, ...]:
    """The editions to be made. Raises UsageError where the request contradicts itself."""
    check_setup(request.settings.setup, request.settings.images)
    try:
        return _tasks(request)
    except OSError as fault:
        at = Origin(str(fault.filename)) if fault.filename else None
        raise AccessError(f"cannot be looked for: {fault.strerror}", at) from fault


def _tasks(request: Request) -> tuple[Task, ...]:
    place = _place(request)
    formats = _formats(request, place)
    card = _card(request)
    if request.inputs:
        tasks = _named(request, place, formats, card)
    else:
        tasks = (_found(request, place, formats, card),)
    tasks = _with_corrections(tasks, request.settings.corrections)
    _check_targets(tasks)
    return tasks


def check_setup(setup: Setup, images: Path | None) -> None:
    """Refuse what cannot be set up, and folders that are not there, before any page is read."""
    if setup != PLAIN.setup:  # the usual sheets are known to be possible
        _ = setup.style
    for folder in setup.fonts:
        _check_folder(folder, "--font-dir names a folder of TrueType or OpenType fonts")
    if images is not None:
        _check_folder(images, "--images names the folder where pictures lie")


def _check_folder(folder: Path, hint: str) -> None:
    if not folder.is_dir():
        raise AccessError("there is no such folder", Origin(str(folder)), hint)


def _place(request: Request) -> _Place:
    if request.output == "":
        raise UsageError("-o names nothing", hint="is a variable empty?")
    if request.output == STREAM or (request.output is None and request.inputs == (STREAM,)):
        return _Stream()
    if request.output is None:
        if STREAM in request.inputs:
            hint = "-o FILE binds all inputs, -o DIR writes a file for each"
            raise UsageError("where shall standard input and the others go?", hint=hint)
        return _Folder(Path())
    path = Path(request.output)
    is_folder = path.is_dir() if path.exists() else not path.suffix
    return _Folder(path) if is_folder else _File(path)


def _formats(request: Request, place: _Place) -> tuple[str, ...]:
    formats = tuple(EXPORTERS) if ALL in request.formats else tuple(dict.fromkeys(request.formats))
    match place:
        case _Stream():
            return _one_for_stream(formats or (_DEFAULT_FORMAT,))
        case _File(path):
            return _fitting(formats, path)
        case _Folder():
            return formats or (_DEFAULT_FORMAT,)
        case _:
            assert_never(place)


def _one_for_stream(formats: tuple[str, ...]) -> tuple[str, ...]:
    if len(formats) > 1:
        hint = "choose one with -f, or name a folder with -o"
        raise UsageError("standard output holds one format only", hint=hint)
    if formats != ("json",) and is_terminal(sys.stdout):
        hint = f"name a file with -o page.{formats[0]}, or send the output on with > or |"
        raise UsageError(f"a terminal cannot show {formats[0].upper()}", hint=hint)
    return formats


def _fitting(formats: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """The formats for a file of that name: the suffix names one, or at least does not deny it."""
    named = path.suffix.lower().removeprefix(".")
    if not formats and named not in EXPORTERS:
        hint = f"end its name in .{', .'.join(EXPORTERS)}, or choose with -f"
        raise UsageError(f"which format is {path}?", hint=hint)
    if formats and named in EXPORTERS and named not in formats:
        chosen = " -f ".join(("", *formats)).strip()
        raise UsageError(f"-o {path} and {chosen} are different formats", hint="drop one of them")
    return formats or (named,)


def _card(request: Request) -> Card:
    if request.edition is not None:
        return read_card(request.edition)
    here = Path(FILE_NAME)
    return read_card(here) if not request.inputs and here.exists() else UNKNOWN


def _named(
    request: Request, place: _Place, formats: tuple[str, ...], card: Card
) -> tuple[Task, ...]:
    if request.inputs.count(STREAM) > 1:
        raise UsageError("standard input can be read only once", hint="give - once")
    sources = tuple(map(source_of, request.inputs))
    together = (sources,) if not isinstance(place, _Folder) else tuple((s,) for s in sources)
    return tuple(
        Task(group, _targets(place, group[0].name, formats), card, settings=request.settings)
        for group in together
    )


def _found(request: Request, place: _Place, formats: tuple[str, ...], card: Card) -> Task:
    folder = card.file.parent if card.file else Path()
    sources = tuple(map(Source, card.pages or _pages_in(folder)))
    targets = _targets(place, folder.resolve().name or "edition", formats)
    return Task(sources, targets, card, sort=not card.pages, settings=request.settings)


def _pages_in(folder: Path) -> Sequence[Path]:
    """Its pages: files of text or, where there are none, those that tell places as well.

    An engine writes the same page in several formats, and a METS lists the pages beside it.
    """
    from readers import LOCATED, READERS, TEXT

    files = sorted(f for f in folder.iterdir() if f.is_file() and not f.name.startswith("."))
    files = [file for file in files if file.stem.lower() not in _ABOUT]
    for known in (TEXT, LOCATED):
        pages = [file for file in files if file.suffix.lower() in known]
        if pages:
            return [page for page in pages if _METS.search(page.stem.lower())] or pages
    hint = f"name them, or go to a folder with files in {', '.join(READERS)}"
    raise InputError("there are no pages in this folder", hint=hint)


def _with_corrections(tasks: Sequence[Task], files: Sequence[Path]) -> tuple[Task, ...]:
    """The tasks with corrections given to the sources of the pages that they name."""
    sources = with_corrections([source for task in tasks for source in task.sources], files)
    corrected = iter(sources)
    return tuple(
        replace(task, sources=tuple(next(corrected) for _ in task.sources)) for task in tasks
    )


def with_corrections(sources: Sequence[Source], files: Sequence[Path]) -> tuple[Source, ...]:
    """The sources with the corrections in these files that name their pages.

    Raises ConfigError where one names a page that none of them can have.
    """
    if not files:
        return tuple(sources)
    from stonehand.corrections_file import read_corrections  # a module that most runs can spare

    named = {source.name for source in sources}
    found: dict[str, list[Correction]] = {name: [] for name in named}
    for correction in [each for file in files for each in read_corrections(file)]:
        name = correction.page if correction.page in named else _SHEET.sub("", correction.page)
        if name not in named:
            hint = "a page is called like its file without the suffix; name that file as INPUT"
            raise ConfigError(f"there is no page {correction.page}", correction.origin, hint)
        found[name].append(correction)
    return tuple(replace(source, corrections=tuple(found[source.name])) for source in sources)


def source_of(name: str) -> Source:
    """The input of that name; standard input is read here and now, for a process of its own."""
    return Source(Path(name), _standard_input() if name == STREAM else None)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise AccessError("standard input is closed", hint="name a file instead of -")
    return sys.stdin.buffer.read(_MOST_BYTES)


def _targets(place: _Place, stem: str, formats: tuple[str, ...]) -> tuple[Target, ...]:
    match place:
        case _Stream():
            return tuple(Target(name, None) for name in formats)
        case _File(path):
            return tuple(Target(name, _suffixed(path, name, formats)) for name in formats)
        case _Folder(path):
            return tuple(Target(n, path / f"{stem}{EXPORTERS[n].suffix}") for n in formats)
        case _:
            assert_never(place)


def _suffixed(path: Path, name: str, formats: tuple[str, ...]) -> Path:
    return path if len(formats) == 1 else path.with_suffix(EXPORTERS[name].suffix)


def _check_targets(tasks: Sequence[Task]) -> None:
    """Refuse two editions for one file, and a file that is itself an input."""
    targets = [(t.path, task) for task in tasks for t in task.targets if t.path is not None]
    refuse_inputs([path for path, _ in targets], [file for task in tasks for file in task.files])
    taken: dict[str, Task] = {}
    for path, task in targets:
        file = os.path.realpath(path)
        if file in taken:
            both = f"{taken[file].name} and {task.name}"
            hint = "-o FILE binds them into one edition; or export them one by one"
            raise UsageError(f"{both} would both become {path}", hint=hint)
        taken[file] = task


def refuse_inputs(targets: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuse to write over what is read, whatever it is called. Raises UsageError.

    Links are followed as far as they lead: one in a circle is found out when it is opened.
    """
    read = set(map(os.path.realpath, inputs))
    for target in targets:
        if os.path.realpath(target) in read:
            hint = "write to another file; a page is OCR text in .md or .txt"
            raise UsageError(f"{target} is an input", hint=hint)
