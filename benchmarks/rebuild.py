"""`python benchmarks/rebuild.py [PAGE] [--most BYTES]`: how rebuilding grows with the page.

The page is rebuilt once, then as 1, 2, 4 ... copies of itself one under the other, up to a
megabyte. The last column is the time per character against that of one copy: about 1 all the way
down, if time grows as the page does.
"""

import argparse
import time
from pathlib import Path

from layout.model import Page
from layout.rebuild import rebuild
from readers.markdown import read_markdown

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "qinghe" / "page-04.md"
MEGABYTE = 1_000_000


def timed(source: str) -> tuple[Page, float]:
    """The rebuilt page, and the milliseconds that reading and rebuilding took."""
    start = time.perf_counter()
    page = rebuild(read_markdown("page", source))
    return page, (time.perf_counter() - start) * 1000


def copies(source: str, most: int) -> list[int]:
    """1, 2, 4 ... as long as so many copies stay below the bytes asked for."""
    size = len(source.encode())
    return [2**n for n in range(40) if 2**n * size <= most] or [1]


def main() -> None:
    """Print a line for each number of copies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--most", type=int, default=MEGABYTE, help="bytes of the longest page")
    asked = parser.parse_args()
    source = asked.page.read_text("utf-8").strip() + "\n\n"
    timed(source)  # the first run reads tables and word lists
    print(f"{'copies':>8}{'kB':>8}{'articles':>10}{'ms':>10}{'per character':>15}")
    alone = 0.0
    for count in copies(source, asked.most):
        page, spent = timed(source * count)
        each = spent / (len(source) * count)
        alone = alone or each
        size = len(source.encode()) * count / 1000
        print(f"{count:>8}{size:>8.0f}{len(page.articles):>10}{spent:>10.0f}{each / alone:>15.2f}")


if __name__ == "__main__":
    main()
