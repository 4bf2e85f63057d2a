"""`stonehand export`: pages in, PDF, DOCX, EPUB and JSON out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from exporters import EXPORTERS
from layout.errors import UsageError
from stonehand.batch import make
from stonehand.commands.wishes import (
    AskedSetup,
    AskedWishes,
    idle,
    setup_of,
    setup_options,
    wish_options,
    wishes_of,
)
from stonehand.plan import ALL, Request, plan
from stonehand.progress import page_track, watched
from stonehand.report import Voice, report, summarize
from stonehand.run import Outcome, Settings, Task
from stonehand.terminal import say

_PATH = click.Path(path_type=Path)
_HELP = {
    "formats": "A format to write; may be repeated. Default: that of -o's suffix, or else pdf.",
    "output": "A file, a folder that is there, or - for standard output.",
    "edition": "Title, date, number, publisher, language and page order, as TOML.",
    "corrections": "What a person decided (see stonehand check --write); may be repeated.",
    "images": "Where pictures lie that are not in a page's own folder.",
    "overwrite": "Replace files that exist.",
    "resume": (
        "Leave files alone that are newer than their pages, whatever options they were made with; "
        "write the others anew."
    ),
    "jobs": "Make so many editions at a time, or so many pages of a single one.",
    "quiet": "Say nothing but what went wrong.",
    "verbose": "Name every file, even when piped.",
}


class Asked(AskedSetup, AskedWishes):
    """The options as click hands them over."""

    inputs: tuple[str, ...]
    formats: tuple[str, ...]
    output: str | None
    edition: Path | None
    corrections: tuple[Path, ...]
    images: Path | None
    overwrite: bool
    resume: bool
    jobs: int
    quiet: bool
    verbose: bool


@click.command("export")
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option(
    *("-f", "--format", "formats"),
    type=click.Choice([*EXPORTERS, ALL]),
    multiple=True,
    help=_HELP["formats"],
)
@click.option("-o", "--output", metavar="FILE|DIR|-", help=_HELP["output"])
@setup_options
@wish_options
@click.option("--edition", metavar="FILE", type=_PATH, help=_HELP["edition"])
@click.option("--corrections", metavar="FILE", type=_PATH, multiple=True, help=_HELP["corrections"])
@click.option("--images", metavar="DIR", type=_PATH, help=_HELP["images"])
@click.option("--overwrite", is_flag=True, help=_HELP["overwrite"])
@click.option("--resume", is_flag=True, help=_HELP["resume"])
@click.option("--jobs", metavar="N", default=1, type=click.IntRange(min=1), help=_HELP["jobs"])
@click.option("-q", "--quiet", is_flag=True, help=_HELP["quiet"])
@click.option("-v", "--verbose", is_flag=True, help=_HELP["verbose"])
def command(**asked: Unpack[Asked]) -> int:
    """Rebuild pages and write them as PDF, DOCX, EPUB or JSON.

    INPUT is a page as Markdown or plain text, or as hOCR, ALTO, PAGE or TSV, which tell where lines
    stood; - is standard input. Without -o, each input becomes a file of its name in the current
    folder. Without INPUT, the pages of the current folder become one edition, in the order of
    edition.toml or else of their page numbers.

    \b
    stonehand export page-04.md -f pdf          page-04.pdf
    stonehand export page-04.md -o fourth.epub  an EPUB, by its suffix
    stonehand export *.md -f all -o out         four files a page, in out/
    stonehand export *.md -o issue.pdf          all pages in one PDF
    stonehand export -f pdf                     this folder's pages likewise
    stonehand export - < page.md > page.pdf     from a pipe and to one

    \b
    Exit codes: 0 done, 1 arguments, 2 input, 3 something needed is missing,
    4 invalid output, 5 file access, 9 a TOML file, 15 other, 130 interrupted.
    """  # noqa: D301  \b keeps lines apart in click
    voice = Voice(asked["quiet"], asked["verbose"])
    if voice.quiet and voice.verbose:
        raise UsageError("-q and -v contradict each other", hint="drop one of them")
    settings = Settings(
        setup_of(asked),
        wishes_of(asked),
        asked["images"],
        asked["corrections"],
        asked["overwrite"],
        asked["resume"],
    )
    request = Request(
        asked["inputs"], asked["formats"], asked["output"], asked["edition"], settings
    )
    tasks = plan(request)
    if not voice.quiet:
        made = {target.format for task in tasks for target in task.targets}
        for remark in idle(click.get_current_context(), made):
            say(f"stonehand: {remark}")
    return _make(tasks, asked["jobs"], voice)


def _make(tasks: Sequence[Task], jobs: int, voice: Voice) -> int:
    outcomes: list[Outcome] = []
    worst = 0
    coming = make(tasks, jobs, page_track(len(tasks), voice))
    for outcome in watched(coming, len(tasks), voice, "Making editions"):
        worst = max(worst, report(outcome, voice))
        outcomes.append(outcome)
    summarize(outcomes, voice)
    return worst
