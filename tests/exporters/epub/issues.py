"""`python -m tests.exporters.epub.issues`: fifty generated issues as books, held against checkers.

The issues have 1 to 16 pages. Every one is written as a book that flows, plain or bound in one of
the ways that the command line offers, every fifth as a book of fixed pages too. All is done twice,
in two processes that differ in time zone and hash seed: the bytes must be the same. epubcheck sees
all books, DAISY Ace those that are asked for.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from exporters.epub import Binding, write
from exporters.epub.cover import draw_cover
from exporters.epub.fixed import write_fixed
from layout.model import Edition
from layout.rebuild import rebuild
from layout.script import is_east_asian
from readers import read_bytes
from stonehand.edition import bind
from stonehand.press import Press
from tests.exporters.epub import checkers
from tests.generate import issue

COUNT, LONGEST = 50, 16
_EVERY_WAY = 5


def edition(seed: int, length: int | None = None) -> Edition:
    """A generated issue, rebuilt and bound."""
    pages = []
    for number, page in enumerate(issue(seed, length).pages, 1):
        name = f"page-{number:02}"
        pages += [rebuild(scanned) for scanned in read_bytes(page.ocr.encode(), name, name)]
    return bind(pages)


def books(seed: int) -> Iterator[tuple[str, bytes]]:
    """The books of an issue with their file names."""
    bound, way = edition(seed, seed % LONGEST + 1), seed % _EVERY_WAY
    yield f"issue-{seed:02}.epub", write(bound, binding=_binding(bound, way))
    if way == _EVERY_WAY - 1:
        press = Press(bound, {})
        yield f"issue-{seed:02}-fixed.epub", write_fixed(bound, press.forme, {}, press.ruler)


def _binding(bound: Edition, way: int) -> Binding:
    cover = draw_cover(Press(bound, {}).forme.sheets[0], {}) if way == 1 else b""
    return Binding(cover, vertical=way == 2 and is_east_asian(bound.language), own_fonts=way == 3)


@click.command()
@click.option("--ace", "sample", default=0, help="How many books Ace sees, spread over all.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to leave the books.")
@click.option("--write", "folder", type=click.Path(path_type=Path), help="Write them, no more.")
def main(sample: int, out: Path | None, folder: Path | None) -> None:
    """Write the books twice, compare them, check them."""
    if folder:
        _write(folder)
        return
    with tempfile.TemporaryDirectory() as scratch:
        first, second = out or Path(scratch) / "first", Path(scratch) / "second"
        _write_twice(first, second)
        names = sorted(file.name for file in first.iterdir())
        unlike = [n for n in names if (first / n).read_bytes() != (second / n).read_bytes()]
        _tell(f"{len(names)} books, the same bytes twice", unlike)
        files = [first / name for name in names]
        found = [_tell_of("epubcheck", checkers.epubcheck(files), len(files))]
        if sample:
            some = files[:: -(-len(files) // sample)]
            found.append(_tell_of("ace", checkers.ace(some), len(some)))
    sys.exit(int(bool(unlike) or any(found)))


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(COUNT):
        for name, data in books(seed):
            (folder / name).write_bytes(data)


def _write_twice(first: Path, second: Path) -> None:
    ways = ((first, "Asia/Shanghai", "1"), (second, "America/Lima", "2"))
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", __spec__.name, "--write", str(folder)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": chance},
        )
        for folder, zone, chance in ways
    ]
    codes = [writer.wait() for writer in writers]
    if any(codes):
        sys.exit("the books could not be written")


def _tell_of(checker: str, against: checkers.Complaints, count: int) -> bool:
    """Whether a checker complains, or has not seen every book."""
    complaints = [f"{Path(book).name}: {said}" for book, each in against.items() for said in each]
    _tell(f"{checker}: {len(against)} of {count} books", complaints)
    return bool(complaints) or len(against) != count


def _tell(done: str, against: Sequence[str]) -> None:
    sys.stdout.write(f"{'FAILED' if against else 'passed'}  {done}\n")
    sys.stdout.writelines(f"  {line}\n" for line in against)


if __name__ == "__main__":
    main()
