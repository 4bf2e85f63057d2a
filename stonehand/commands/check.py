"""`stonehand check`: gaps, suggestions and corrections, and the file in which to decide on them."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from layout.errors import OutputError, StonehandError
from stonehand import output
from stonehand.plan import refuse_inputs, source_of, with_corrections
from stonehand.remarks import Remark, one_line, remarks
from stonehand.report import complain
from stonehand.run import Source, rebuilt, settled
from stonehand.terminal import is_terminal, say

_PATH = click.Path(path_type=Path)
_HELP = {
    "corrections": "What a person decided already; may be repeated.",
    "write": "Write all this into a TOML file, to be decided there.",
    "overwrite": "Replace that file if it exists.",
    "strict": "Exit with 4 while a gap or suggestion is open.",
    "verbose": "List the routine changes too: width and direction of marks, joined words.",
}

Told = tuple[str, Remark]
"""What the file of a page is called, and a remark on it."""


class Asked(TypedDict):
    """The options as click hands them over."""

    inputs: tuple[str, ...]
    corrections: tuple[Path, ...]
    write: Path | None
    overwrite: bool
    strict: bool
    verbose: bool


@click.command("check")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--corrections", metavar="FILE", type=_PATH, multiple=True, help=_HELP["corrections"])
@click.option("--write", metavar="FILE", type=_PATH, help=_HELP["write"])
@click.option("--overwrite", is_flag=True, help=_HELP["overwrite"])
@click.option("--strict", is_flag=True, help=_HELP["strict"])
@click.option("-v", "--verbose", is_flag=True, help=_HELP["verbose"])
def command(**asked: Unpack[Asked]) -> int:
    """List what is lost, in doubt or corrected on a page.

    A gap is print that the OCR lost, a suggestion a reading that is likelier than what stands, a
    correction one that was proved and set, a move a fragment that was brought to its place. With
    --write they go into a file in which a person decides; export --corrections takes it from there.
    A file or pipe gets a line each: place, kind, state, certainty, words and evidence, parted by
    tabs.

    \b
    stonehand check page-04.md
    stonehand check page-04.md --write page-04.corrections.toml
    stonehand check page-04.md --corrections page-04.corrections.toml --strict
    stonehand check *.md | cut -f 1,2,5

    \b
    Exit codes: 0 done, 1 arguments, 2 input, 4 something is open (with --strict),
    5 file access, 9 a corrections file does not fit, 15 other, 130 interrupted.
    """  # noqa: D301  \b keeps lines apart in click
    target = asked["write"]
    if target is not None:
        refuse_inputs([target], map(Path, asked["inputs"]))
        output.check(target, asked["overwrite"])
    sources = with_corrections(tuple(map(source_of, asked["inputs"])), asked["corrections"])
    told: list[Told] = []
    worst = max([_checked(source, told, routine=asked["verbose"]) for source in sources])
    if target is not None and not worst:
        _write(target, told, overwrite=asked["overwrite"])
    return max(worst, _gate(told) if asked["strict"] else 0)


def _checked(source: Source, told: list[Told], *, routine: bool) -> int:
    """Tell of one input, also to `told`; the exit code."""
    try:
        found = list(_remarks(source, routine=routine))
    except StonehandError as problem:
        return complain(problem)
    told += found
    if is_terminal(sys.stdout):
        from stonehand.excerpt import draw  # only a terminal waits for rich

        draw(found)
    else:
        lines = "".join(f"{_line(file, remark)}\n" for file, remark in found)
        output.write_stdout(lines.encode("utf-8", "replace"))
    return 0


def _remarks(source: Source, *, routine: bool) -> Iterator[Told]:
    pages = rebuilt(source)
    settled(source, pages)  # refuses what does not fit
    for page in pages:
        file = str(source.path) if len(pages) == 1 else page.name
        mine = [each for each in source.corrections if each.page == page.name]
        for remark in remarks(page, mine, routine=routine):
            yield one_line(file), remark


def _line(file: str, remark: Remark) -> str:
    """A remark as fields parted by tabs."""
    return "\t".join(
        (
            f"{file}:{remark.line}:{remark.column}:",
            remark.matter,
            one_line(remark.state),
            f"{remark.certainty:.0%}",
            f"{remark.before}{remark.here}{remark.behind}",
            one_line(remark.evidence),
        )
    )


def _write(target: Path, told: Sequence[Told], *, overwrite: bool) -> None:
    from stonehand.corrections_form import form

    output.write(target, form(told), overwrite)
    if is_terminal(sys.stderr):
        say(str(target))


def _gate(told: Sequence[Told]) -> int:
    """Complain if something is open; the exit code."""
    open_ones = [remark for _, remark in told if remark.is_open]
    if not open_ones:
        return 0
    hint = "decide with --write FILE, then --corrections FILE"
    return complain(OutputError(f"open questions: {len(open_ones)}", hint=hint))
