"""`python -m tests.exporters.docx.sweep [FILE...]`: generated pages as DOCX, held against checkers.

Fifty generated pages, and the files given, in all three layouts; every revision is in two of three
of them, and every fifth page was edited: its paragraphs parted, joined, added and put elsewhere.
openxml-audit and the Open XML SDK each see all of them in one run, and one more that is broken, to
which they have to object. Prints what they object to.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from exporters import EXPORTERS
from exporters.wishes import PLAIN, DocxLayout, Track, Wishes
from layout.corrections.setting import corrected
from layout.marks import gap_mark
from layout.model import Page
from layout.rebuild import rebuild
from layout.redlines.collation import Reading, units_of, words_of
from layout.redlines.proof import redlines
from layout.walk import read_texts
from readers import read_bytes
from stonehand.edition import bind
from stonehand.press import Press
from tests.exporters.docx.checkers import open_xml_sdk, openxml
from tests.generate import page as generated
from tests.readers.editor import STORY, part_of, rewritten

COUNT = 50
_EVERY = 5
_TRACKS = (Track.ALL, Track.REJECT, Track.ALL, Track.ACCEPT)


def pages(files: Sequence[Path]) -> Iterator[Page]:
    """The pages of these files, then the generated ones."""
    for file in files:
        yield from map(rebuild, read_bytes(file.read_bytes(), file.name, file.stem))
    for seed in range(COUNT):
        scanned = read_bytes(generated(seed).ocr.encode(), "page.md", f"g{seed:02}")
        for page in map(rebuild, scanned):
            yield page if seed % _EVERY else shuffled(page, seed)


def shuffled(page: Page, seed: int) -> Page:
    """The page as an editor might leave it, who parts, joins, adds and moves paragraphs."""
    rng = Random(seed)
    body = list(read_texts(page))[len(page.folio.paragraphs) :]
    words = [words_of(units) for units in units_of(body, gap_mark(page.language))]
    at = rng.randrange(len(words))
    words[at : at + 1] = [words[at][: len(words[at]) // 2], words[at][len(words[at]) // 2 :]]
    words.insert(rng.randrange(len(words)), words.pop(rng.randrange(len(words))))
    words.insert(rng.randrange(len(words)), "编辑部补记 <b>&</b>")
    at = rng.randrange(len(words) - 1)
    words[at : at + 2] = ["".join(words[at : at + 2])]
    found = redlines(page, [Reading(each) for each in words if each.strip()])
    return corrected(page, found.corrections)


def documents(page: Page, number: int) -> Iterator[tuple[str, bytes]]:
    """A page in each layout, with the name of its file."""
    press = Press(bind((page,)), {})
    for n, layout in enumerate(DocxLayout):
        track = _TRACKS[(number + n) % len(_TRACKS)]
        wishes: Wishes = replace(PLAIN, docx_layout=layout, track=track)
        name = f"{number:02}-{page.name}-{layout}-{track}.docx"
        yield name, EXPORTERS["docx"].write(press, wishes)


def main(names: Sequence[str]) -> int:
    """Print a line for each document that a checker objects to, and their sum; 1 if any does."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, page in enumerate(pages(list(map(Path, names)))):
            for name, data in documents(page, number):
                files.append(Path(folder) / name)
                files[-1].write_bytes(data)
        broken = Path(folder) / "broken.docx"
        broken.write_bytes(
            rewritten(data, STORY, part_of(data).replace(b"<w:pPr>", b"<w:pPr><w:q/>", 1))
        )
        worst = 0
        for check in (openxml, open_xml_sdk):
            against = dict(check([*files, broken]))
            worst |= not against.pop(str(broken))  # a checker that passes that one sees nothing
            bad = {file: said for file, said in against.items() if said}
            for file, said in bad.items():
                sys.stdout.write(f"{check.__name__}  {Path(file).name}: {said[0]}\n")
            sys.stdout.write(
                f"{check.__name__}: {len(against)} documents, {len(bad)} objected to\n"
            )
            worst |= bool(bad) or len(against) != len(files)
        return int(worst)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
