"""`python -m tests.exporters.pdf.sweep [FILE]...`: fifty generated pages as PDF, and the files.

The pages take turns on all papers, in both line modes, with marks and with all the apparatus; the
files are set in all of these ways. Their text is read back twice, by structure and by pdftotext,
and must be the model's to the character. qpdf, page-validation and veraPDF see each file; veraPDF
is started once for each of its profiles.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import click
import page as validator

from exporters.pdf import write
from fonts.finding import ruler_for
from layout.compose import compose
from layout.marks import gap_mark
from layout.model import Edition, Figure, texts_of
from layout.rebuild import rebuild
from layout.sheet import Forme, Run
from layout.style import Apparatus, LineMode, style
from readers import read_bytes
from stonehand.edition import bind
from tests.exporters.pdf import verapdf
from tests.exporters.pdf.reading import Node, structure
from tests.generate import PROFILES, page

COUNT = 50
PAPERS = ("broadsheet", "tabloid", "berliner", "a3", "a4", "120x160mm")
WAYS = tuple(product(PAPERS, LineMode))
_MARKS = (Apparatus.MARKS, Apparatus.FULL)  # without marks the text is not what `shown` tells
_SOFT_HYPHEN = "\xad"
_PROFILES = (validator.ValidationProfile.PDF_A_2A, validator.ValidationProfile.PDF_UA_1)


@dataclass(frozen=True)
class Specimen:
    """A generated page with what was made of it."""

    name: str
    edition: Edition
    forme: Forme
    data: bytes


def specimen(number: int) -> Specimen:
    """The page of this number; papers, line modes and kinds of page come round in turn."""
    profile = list(PROFILES)[number % len(PROFILES)]
    ocr = page(number, profile).ocr.encode()
    return _printed(f"{number:02}-{profile}", ocr, number)


def _printed(name: str, ocr: bytes, way: int) -> Specimen:
    paper, lines = WAYS[way % len(WAYS)]
    apparatus = _MARKS[way // len(WAYS) % len(_MARKS)]
    edition = bind([rebuild(scanned) for scanned in read_bytes(ocr, "page", "page")])
    ruler, _ = ruler_for(edition)
    forme = compose(edition, style(paper, lines, apparatus=apparatus), ruler, {})
    made = write(forme, {}, ruler)
    return Specimen(f"{name}-{paper}-{lines}-{apparatus}", edition, forme, made)


def misread_structure(made: Specimen) -> str:
    """Where the text by structure is not that of the model; empty if nowhere."""
    leaves = [text for text in _leaves(structure(made.data)) if text.strip()]
    told = [text for text in _texts(made.edition) if text.strip()]
    colophons = leaves[len(told) :] if "full" in made.name else []
    return _difference(told, leaves[: len(leaves) - len(colophons)])


def _texts(edition: Edition) -> Iterator[str]:
    """What is to be seen of each text, in reading order."""
    for each in edition.pages:
        for block in (block for article in each.articles for block in article.blocks):
            texts = texts_of(block)
            if isinstance(block, Figure):
                next(texts)  # a picture's alternative text is not seen
            yield from (text.shown(gap_mark(each.language)) for text in texts)


def _leaves(node: Node) -> Iterator[str]:
    """Texts without what the compositor added: bullets, links, hyphens at the ends of lines."""
    if node.kind in {"Lbl", "Link"}:
        return
    yield node.text.replace(_SOFT_HYPHEN, "")
    for kid in node.kids:
        yield from _leaves(kid)


def misread_drawing(made: Specimen, file: Path) -> str:
    """Where pdftotext reads something else than was set, in the order of drawing; empty if nowhere.

    Blanks are a reader's own affair.
    """
    said = subprocess.check_output(["pdftotext", "-raw", str(file), "-"], text=True)
    drawn = (item for sheet in made.forme.sheets for item in sheet.drawn)
    told = "".join([item.text for item in drawn if isinstance(item, Run)])
    return _difference(_solid(told), _solid(said))


def _solid(text: str) -> str:
    return "".join(text.split())


def _difference(expected: Sequence[str], found: Sequence[str]) -> str:
    if expected == found:
        return ""
    same = next((n for n, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), -1)
    at = same if same >= 0 else min(len(expected), len(found))
    near = slice(max(0, at - 5), at + 15)
    return f"at {at}: {expected[near]!r} is read as {found[near]!r}"


def _checked(file: Path) -> Iterator[str]:
    """What qpdf and page-validation have against a file."""
    command = ["qpdf", "--check", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"qpdf: {done.stdout}{done.stderr}"
    for profile in _PROFILES:
        result = validator.validate_pdf(str(file), profile=profile)
        yield from (f"page-validation: {f.rule_id}: {f.message}" for f in result.failures)


def _specimens(pages: Sequence[Path], count: int) -> Iterator[Specimen]:
    yield from map(specimen, range(count))
    for number, file in enumerate(pages):
        name = f"{number}-{file.parent.name}-{file.stem}"
        yield from (_printed(name, file.read_bytes(), way) for way in range(len(WAYS)))


@click.command()
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path))
@click.option("--count", default=COUNT, help="How many generated pages.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to leave the PDFs.")
def main(pages: tuple[Path, ...], count: int, out: Path | None) -> None:
    """Write the pages, read them back, check them."""
    program = verapdf.jar()
    with tempfile.TemporaryDirectory() as scratch:
        folder = out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        files: list[Path] = []
        against: list[str] = [] if program else [verapdf.WHY_NOT]
        for made in _specimens(pages, count):
            file = folder / f"{made.name}.pdf"
            file.write_bytes(made.data)
            files.append(file)
            found = [misread_structure(made), misread_drawing(made, file), *_checked(file)]
            against += [f"{file.name}: {fault}" for fault in found if fault]
        said = verapdf.complaints(program, *files) if program else ""
    sys.stdout.writelines(f"FAILED  {fault}\n" for fault in (*against, said) if fault)
    objections = len(against) + bool(said)
    sys.stdout.write(f"{len(files)} PDFs in {len(WAYS)} ways, {objections} objections\n")
    sys.exit(int(bool(against or said)))


if __name__ == "__main__":
    main()
