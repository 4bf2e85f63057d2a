"""The options of `stonehand export` that say how sheets, and each of the formats, are to look."""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, TypedDict, TypeVar

import click
from click.core import ParameterSource

from exporters.wishes import PLAIN, Archive, DocxLayout, EpubLayout, Track, Wishes, Writing
from layout.errors import UsageError
from stonehand.press import USUAL, Setup

Command = TypeVar("Command", bound=Callable[..., Any])


class AskedSetup(TypedDict):
    """The options on sheets, as click hands them over."""

    paper: str
    lines: str
    columns: int | None
    body_size: float | None
    font_dir: tuple[Path, ...]
    apparatus: str


class AskedWishes(TypedDict):
    """The options on formats, as click hands them over."""

    pdfa: str
    linearize: bool
    docx_layout: str
    track_changes: str
    author: str
    epub_layout: str
    epub_cover: bool
    epub_embed_font: bool
    writing: str


def setup_options(command: Command) -> Command:
    """Give a command the options on sheets."""
    return _given(command, _SETUP)


def wish_options(command: Command) -> Command:
    """Give a command the options on formats."""
    return _given(command, _WISHES)


def setup_of(asked: AskedSetup) -> Setup:
    """The sheets that were asked for."""
    return Setup(
        asked["paper"],
        asked["lines"],
        asked["columns"],
        asked["body_size"],
        asked["font_dir"],
        asked["apparatus"],
    )


def wishes_of(asked: AskedWishes) -> Wishes:
    """What was asked of the formats. Raises UsageError for wishes that contradict each other."""
    wishes = Wishes(
        docx_layout=DocxLayout(asked["docx_layout"]),
        track=Track(asked["track_changes"]),
        author=asked["author"],
        epub_layout=EpubLayout(asked["epub_layout"]),
        epub_fonts=asked["epub_embed_font"],
        epub_cover=asked["epub_cover"],
        writing=Writing(asked["writing"]),
        pdfa=Archive(asked["pdfa"]),
        linearize=asked["linearize"],
    )
    if wishes.epub_layout is EpubLayout.FIXED and wishes.writing is Writing.VERTICAL:
        hint = "drop --writing vertical or --epub-layout fixed"
        raise UsageError("the lines of a fixed page stand as they are composed", hint=hint)
    return wishes


def idle(given: click.Context, formats: Collection[str]) -> Iterator[str]:
    """A remark on each option that was given for a format, if none like it is made."""
    for name, own in _FORMATS.items():
        if own not in formats and given.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            yield f"--{name.replace('_', '-')} does nothing here: it is for {own.upper()}"


_FORMATS = {
    "pdfa": "pdf",
    "linearize": "pdf",
    "docx_layout": "docx",
    "track_changes": "docx",
    "author": "docx",
    "epub_layout": "epub",
    "epub_cover": "epub",
    "epub_embed_font": "epub",
    "writing": "epub",
}


def _given(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):  # the first one outermost, as decorators stand
        command = option(command)
    return command


def _choice(name: str, choices: type[StrEnum], default: StrEnum, told: str) -> Any:
    values = [each.value for each in choices]
    return click.option(
        name, type=click.Choice(values), default=default.value, show_default=True, help=told
    )


_SETUP: tuple[Any, ...] = (
    click.option(
        "--paper",
        metavar="NAME",
        default=USUAL.paper,
        show_default=True,
        help="Sheets: broadsheet, tabloid, berliner, a3, a4 or like 300x450mm.",
    ),
    click.option(
        "--lines",
        type=click.Choice(["reflow", "original"]),
        default=USUAL.lines,
        show_default=True,
        help="Fill the new columns, or end lines where the old print did.",
    ),
    click.option(
        "--columns", metavar="N", type=click.IntRange(min=1), help="Columns of a sheet's grid."
    ),
    click.option("--body-size", metavar="PT", type=float, help="Size of the body type in points."),
    click.option(
        "--font-dir",
        metavar="DIR",
        type=click.Path(path_type=Path),
        multiple=True,
        help="Look here first for characters that the bundled fonts lack; may be repeated.",
    ),
    click.option(
        "--apparatus",
        type=click.Choice(["none", "marks", "full"]),
        default=USUAL.apparatus,
        show_default=True,
        help="Sheets: show nothing of what was lost and added, mark it, or list all changes too.",
    ),
)
_WISHES: tuple[Any, ...] = (
    _choice("--pdfa", Archive, PLAIN.pdfa, "PDF/A-2a, or 3a, which carries source and model."),
    click.option("--linearize", is_flag=True, help="A PDF whose first page shows early."),
    _choice(
        "--docx-layout",
        DocxLayout,
        PLAIN.docx_layout,
        "The newspaper's columns, the composed page in boxes, or one column.",
    ),
    _choice(
        "--track-changes",
        Track,
        PLAIN.track,
        "DOCX: corrections as revisions with comments, made, or not made.",
    ),
    click.option(
        "--author",
        metavar="NAME",
        default=PLAIN.author,
        show_default=True,
        help="DOCX: in whose name revisions and comments stand.",
    ),
    _choice("--epub-layout", EpubLayout, PLAIN.epub_layout, "A book that flows, or fixed pages."),
    click.option("--epub-cover", is_flag=True, help="Draw the first sheet as the cover."),
    click.option("--epub-embed-font", is_flag=True, help="Put the bundled fonts in the book."),
    _choice("--writing", Writing, PLAIN.writing, "EPUB: the direction of lines."),
)
