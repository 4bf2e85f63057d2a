"""`stonehand preview`: the composed page as a picture, with what it was taken for drawn over it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Unpack

import click

from layout.errors import UsageError
from stonehand import output
from stonehand.commands.wishes import AskedSetup, setup_of, setup_options
from stonehand.plan import STREAM, check_setup, source_of, with_corrections
from stonehand.press import Press
from stonehand.run import press_for
from stonehand.terminal import say

_PATH = click.Path(path_type=Path)
_HELP = {
    "output": "The PNG; further sheets get a number behind its name. Default: as the page.",
    "overlay": (
        "Number the blocks in reading order, colour their roles, tell the old measures, "
        "mark joins of columns and what is lost."
    ),
    "dpi": "Dots to the inch.",
    "corrections": "What a person decided (see stonehand check --write); may be repeated.",
    "images": "Where pictures lie that are not in the page's own folder.",
    "overwrite": "Replace files that exist.",
}


class Asked(AskedSetup):
    """The options as click hands them over."""

    name: str
    output: Path | None
    overlay: bool
    dpi: int
    corrections: tuple[Path, ...]
    images: Path | None
    overwrite: bool


@click.command("preview")
@click.argument("name", metavar="INPUT")
@click.option("-o", "--output", metavar="FILE", type=_PATH, help=_HELP["output"])
@click.option("--overlay", is_flag=True, help=_HELP["overlay"])
@click.option(
    *("--dpi", "dpi"),
    metavar="N",
    type=click.IntRange(20, 400),
    default=110,
    show_default=True,
    help=_HELP["dpi"],
)
@setup_options
@click.option("--corrections", metavar="FILE", type=_PATH, multiple=True, help=_HELP["corrections"])
@click.option("--images", metavar="DIR", type=_PATH, help=_HELP["images"])
@click.option("--overwrite", is_flag=True, help=_HELP["overwrite"])
def command(**asked: Unpack[Asked]) -> int:
    """Draw the composed page as PNG, to see it at once.

    INPUT may be - for standard input. This needs: pip install 'stonehand[preview]'

    \b
    stonehand preview page-04.md                      page-04.png
    stonehand preview page-04.md -o look.png --overlay
    """  # noqa: D301  \b keeps lines apart in click
    setup = setup_of(asked)
    check_setup(setup, asked["images"])
    (source,) = with_corrections([source_of(asked["name"])], asked["corrections"])
    first = asked["output"] or Path(f"{source.name}.png")
    if str(first) == STREAM or first.suffix.lower() != ".png":
        raise UsageError(f"{first} is no name for a picture", hint="end it in .png")
    output.check(first, asked["overwrite"])
    press = press_for(source, setup, asked["images"])
    drawn = list(_drawn(press, asked["dpi"], overlay=asked["overlay"]))
    for note in press.notes:
        say(f"stonehand: {note}")
    targets = list(_targets(first, len(drawn)))
    for target in targets:
        output.check(target, asked["overwrite"])
    for target, data in zip(targets, drawn, strict=True):
        output.write(target, data, asked["overwrite"])
    return 0


def _targets(first: Path, sheets: int) -> Iterator[Path]:
    yield first
    for number in range(2, sheets + 1):
        yield first.with_stem(f"{first.stem}-{number}")


def _drawn(press: Press, dpi: int, *, overlay: bool) -> Iterator[bytes]:
    from exporters.pdf import write
    from exporters.pdf.raster import rastered

    pdf = write(press.forme, press.pictures, press.ruler)
    for sheet, picture in enumerate(rastered(pdf, dpi)):
        if overlay:
            from stonehand.overlay import overlaid

            picture = overlaid(picture, press.edition, press.forme, sheet, press.ruler)
        file = BytesIO()
        picture.save(file, "PNG")
        yield file.getvalue()
