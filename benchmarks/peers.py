"""`python -m benchmarks.peers [PAGE] [--only PART] [--rounds N]`: Stonehand beside other programs.

The same text, in the same fonts, on the same sheet. Everything is done in turn, and what is printed
are medians of ratios within a round: the machine may be busy. Needs `pip install -e '.[bench]'`.
PAGE is OCR text; without it, a page is invented, as are the hundred others.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pypandoc

from benchmarks.clock import Pipe, Spent, in_turn, median, python, ratio, run, run_all
from benchmarks.matter import ocr, rebuilt, story, write_pages
from benchmarks.rivals import RIVALS
from exporters import EXPORTERS
from exporters.wishes import PLAIN
from readers.markdown import read_markdown
from stonehand.edition import bind
from stonehand.garbage import look_seldom
from stonehand.press import Press

PANDOC = pypandoc.get_pandoc_path()  # Debian 12's own is too old to write Typst
MANY, ISSUE, BOOK, JOBS = 100, 16, 200, 2


def printed(press: Press, format_: str) -> bytes:
    """The press's edition in a format, sheets composed anew."""
    return EXPORTERS[format_].write(Press(press.edition, press.pictures), PLAIN)


def pandoc_to(page: Path, suffix: str, out: Path) -> Pipe:
    """Pandoc alone."""
    return [[PANDOC, "-f", "markdown", str(page), "-o", str(out / f"{page.stem}.{suffix}")]]


def pandoc_typst(page: Path, *where: str) -> Pipe:
    """Pandoc piped into Typst."""
    typst = python("benchmarks.rivals", "typst-pipe", *where)
    return [[PANDOC, "-f", "markdown", "-t", "typst", str(page)], typst]


def export(*words: str) -> Pipe:
    """The command of Stonehand."""
    return [python("stonehand", "export", *words, "--overwrite", "-q")]


# --- one page in one process ----------------------------------------------------------------------


def warm(source: str, rounds: int) -> None:
    """A page as a PDF, again and again in one process."""
    page = rebuilt(source)
    words = [(passage.words, passage.head) for passage in story([page])]
    press = Press(bind([page]), {})
    rivals = {name: partial(setter, words) for name, setter in RIVALS.items()}
    ours = {
        "sheets and PDF": partial(printed, press, "pdf"),
        "from OCR text": lambda: printed(Press(bind([rebuilt(source)]), {}), "pdf"),
    }
    laps = in_turn({**ours, **rivals}, rounds)
    print(f"one page, warm, {sum(len(w) for w, _ in words)} characters: PDF (of processors)")
    for name in [*ours, *rivals]:
        ratios = ((ratio(laps, name, other), other) for other in RIVALS)
        shares = "".join(f"{r.wall:>7.2f} ({r.processors:.2f}) {other}" for r, other in ratios)
        print(f"  {name:<16}{median(laps, name):>8.1f} ms{shares}")


def warm_others(source: str, rounds: int) -> None:
    """A page as DOCX and EPUB, from its rebuilt text and from its OCR text."""
    press = Press(bind([rebuilt(source)]), {})
    actions: dict[str, Callable[[], object]] = {
        "read": lambda: read_markdown("page", source),
        "read and rebuild": lambda: rebuilt(source),
    }
    actions |= {name: partial(printed, press, name) for name in ("docx", "epub", "json")}
    laps = in_turn(actions, rounds)
    print("one page, warm: what the other stages take")
    for name in actions:
        print(f"  {name:<16}{median(laps, name):>8.1f} ms")


# --- one page in a fresh process ------------------------------------------------------------------


def cold(source: str, rounds: int, folder: Path) -> None:
    """A page as a PDF from the shell and back: time, and memory at the peak."""
    page, words = folder / "page.md", folder / "story.json"
    page.write_text(source, "utf-8")
    words.write_text(json.dumps(story([rebuilt(source)])), "utf-8")
    pipes: dict[str, Pipe] = {
        "stonehand export": export(str(page), "-o", str(folder / "page.pdf")),
        "pandoc | Typst": pandoc_typst(page, "everywhere"),
        "with our fonts only": pandoc_typst(page),
    }
    pipes |= {name: [python("benchmarks.rivals", name, str(words))] for name in RIVALS}
    print("one page, cold: PDF")
    show(turns(pipes, rounds), "pandoc | Typst")


def turns(pipes: Mapping[str, Pipe], rounds: int) -> dict[str, list[Spent]]:
    """Commands in turn, after a round that does not count."""
    actions = {name: partial(run, pipe) for name, pipe in pipes.items()}
    spent: dict[str, list[Spent]] = {name: [] for name in actions}
    for _ in range(rounds + 1):
        for name, action in actions.items():
            spent[name].append(action())
    return {name: each[1:] for name, each in spent.items()}


def show(spent: Mapping[str, list[Spent]], other: str, count: int = 1) -> None:
    """A line for each: median time, its ratio to the other's, memory."""
    for name, rounds in spent.items():
        time = statistics.median(each.wall for each in rounds) / count
        pairs = list(zip(rounds, spent[other], strict=True))
        times = statistics.median(a.wall / b.wall for a, b in pairs)
        busy = statistics.median(a.processors / b.processors for a, b in pairs)
        memory = statistics.median(each.memory for each in rounds)
        told = f"{name:<20}{time:>8.1f} ms{times:>7.2f} {other} ({busy:.2f} of processors)"
        print(f"  {told}{memory:>7.0f} MiB", flush=True)


# --- many pages -----------------------------------------------------------------------------------


def many(rounds: int, folder: Path) -> None:
    """A hundred different pages, two at a time, in every format that pandoc has too."""
    pages = write_pages(folder, MANY)
    out = folder / "out"
    out.mkdir()
    every = [str(page) for page in pages]
    rivals: dict[str, list[Pipe]] = {
        "pdf": [pandoc_typst(page, "everywhere") for page in pages],
        "docx": [pandoc_to(page, "docx", out) for page in pages],
        "epub": [pandoc_to(page, "epub", out) for page in pages],
    }
    for format_, pipes in rivals.items():
        ours = export(*every, "-f", format_, "-o", str(out), "--jobs", str(JOBS))
        other = "pandoc | Typst" if format_ == "pdf" else "pandoc"
        spent: dict[str, list[Spent]] = {"stonehand --jobs 2": [], other: []}
        for _ in range(rounds):
            spent["stonehand --jobs 2"].append(run(ours))
            spent[other].append(run_all(pipes, JOBS))
        print(f"{MANY} different pages, {JOBS} at a time: {format_}, a page")
        show(spent, other, MANY)


def bound(rounds: int, folder: Path) -> None:
    """One edition of two hundred pages as one PDF; an issue of sixteen as one EPUB."""
    pages = write_pages(folder, BOOK)
    words = folder / "story.json"
    words.write_text(json.dumps(story(rebuilt(page.read_text("utf-8")) for page in pages)), "utf-8")
    files = [str(page) for page in pages]
    pipes = {
        "stonehand export": export(*files, "-o", str(folder / "edition.pdf")),
        "stonehand --jobs 2": export(
            *files, "-o", str(folder / "edition.pdf"), "--jobs", str(JOBS)
        ),
        "Typst": [python("benchmarks.rivals", "Typst", str(words))],
    }
    print(f"one edition of {BOOK} pages: PDF")
    show(turns(pipes, rounds), "Typst")
    issue(files[:ISSUE], rounds)


def issue(files: list[str], rounds: int) -> None:
    """An issue, warm, stage by stage."""
    sources = [Path(file).read_text("utf-8") for file in files]
    press = Press(bind([rebuilt(source) for source in sources]), {})
    laps = in_turn(
        {
            "rebuild": lambda: [rebuilt(source) for source in sources],
            "epub": partial(printed, press, "epub"),
            "docx": partial(printed, press, "docx"),
            "pdf": partial(printed, press, "pdf"),
        },
        rounds,
        warm_up=1,
    )
    print(f"one issue of {len(files)} pages, warm")
    for name in laps[0]:
        print(f"  {name:<16}{median(laps, name):>8.1f} ms")


PARTS = ("warm", "cold", "many", "bound")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path)
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--rounds", type=int, default=15, help="of one page; many pages take a few")
    asked = parser.parse_args()
    look_seldom()  # as the program does
    parts = asked.only or PARTS
    few = max(1, asked.rounds // 5)
    source = asked.page.read_text("utf-8") if asked.page else ocr(0, "crowded")
    if "warm" in parts:
        warm(source, asked.rounds)
        warm_others(source, asked.rounds)
    for part, rounds in (("cold", asked.rounds), ("many", few), ("bound", few)):
        if part in parts:
            with tempfile.TemporaryDirectory() as folder:
                match part:
                    case "cold":
                        cold(source, rounds, Path(folder))
                    case "many":
                        many(rounds, Path(folder))
                    case _:
                        bound(rounds, Path(folder))


if __name__ == "__main__":
    main()
