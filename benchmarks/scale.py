"""`python -m benchmarks.scale [--only PART] [--page FILE]`: how time grows as text does.

`formats`: editions of 1, 10, 100 and 1,000 articles, ten to a page, as PDF, DOCX and EPUB, with 300
as a DOCX besides. `rebuild`: one page of OCR text, put together from many invented ones, or from
copies of FILE, up to a megabyte and then to a million characters. The last column is the time for
one article or character against that of the line before: 1 or less all the way down where growth
is linear. Times are those of the processor.
"""

import argparse
from functools import partial
from pathlib import Path

from benchmarks.clock import work
from benchmarks.matter import articles, rebuilt, text_of
from exporters import EXPORTERS
from exporters.wishes import PLAIN
from layout.model import Article, Edition, Folio, Page, Section
from stonehand.garbage import look_seldom
from stonehand.press import Press

TO_A_PAGE = 10
COUNTS = {"pdf": (1, 10, 100, 1000), "docx": (1, 10, 100, 300, 1000), "epub": (1, 10, 100, 1000)}
CHARACTERS = (25_000, 50_000, 100_000, 200_000)
MEGABYTE = MILLION = 1_000_000


def edition(stock: tuple[Article, ...]) -> Edition:
    """The articles as an edition of pages."""
    cuts = range(0, len(stock), TO_A_PAGE)
    pages = tuple(
        Page(f"page-{cut}", "", "zh-Hans", Folio(), (Section("", stock[cut : cut + TO_A_PAGE]),))
        for cut in cuts
    )
    return Edition("Scale", "zh-Hans", pages)


def formats() -> None:
    """Print a line for each number of articles in each format."""
    stock = articles(max(map(max, COUNTS.values())))
    print(f"{'format':<8}{'articles':>9}{'ms':>10}{'each, of the last':>20}")
    for format_, counts in COUNTS.items():
        before = 0.0
        for count in counts:
            write = partial(_written, format_, edition(stock[:count]))
            write()  # fonts and tables are read once
            each = work(write) / count
            share = f"{each / before:.2f}" if before else ""
            print(f"{format_:<8}{count:>9}{each * count:>10.0f}{share:>20}", flush=True)
            before = each


def _written(format_: str, bound: Edition) -> bytes:
    return EXPORTERS[format_].write(Press(bound, {}), PLAIN)


def sizes(text: str) -> tuple[int, ...]:
    """So many characters; one of the sizes is a megabyte of this text in UTF-8."""
    megabyte = len(text.encode()[:MEGABYTE].decode(errors="ignore"))
    return (*CHARACTERS, megabyte, MILLION)


def rebuilding(page: Path | None) -> None:
    """Print a line for each length of page."""
    text = _copied(page.read_text("utf-8").strip()) if page else text_of(MILLION)
    rebuilt(text[: CHARACTERS[0]])  # tables and word lists are read once
    print(f"{'characters':>10}{'kB':>8}{'ms':>10}{'each, of the last':>20}")
    before = 0.0
    for size in sizes(text):
        each = work(partial(rebuilt, text[:size])) / size
        kilobytes = len(text[:size].encode()) / 1000
        share = f"{each / before:.2f}" if before else ""
        print(f"{size:>10}{kilobytes:>8.0f}{each * size:>10.0f}{share:>20}", flush=True)
        before = each


def _copied(source: str) -> str:
    return (source + "\n\n") * (MILLION // len(source) + 1)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("formats", "rebuild"))
    parser.add_argument("--page", type=Path, help="a page to be copied")
    asked = parser.parse_args()
    look_seldom()  # as the program does
    if asked.only != "rebuild":
        formats()
    if asked.only != "formats":
        rebuilding(asked.page)


if __name__ == "__main__":
    main()
