"""Print the scores of generated pages and of the examples.

python -m tests.accuracy --seeds 0-199             one line for all
python -m tests.accuracy --seeds 0-199 --by page   a line for each profile, page, or kind of damage
python -m tests.accuracy --seeds 0-199 --worst 10  the ten worst pages
python -m tests.accuracy --seeds 12 --misses       everything that came out wrong on page 12
python -m tests.accuracy --cases                   the examples and the pages of ../shared
"""

from collections.abc import Iterator

import click

from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.accuracy import Score, score
from tests.accuracy.table import kinds, overall, table, total
from tests.cases import examples, shared
from tests.generate import PROFILES, page
from tests.truth import Row, seeds

Marked = tuple[str, tuple[str, ...], Score]


@click.command(help=__doc__)
@click.option("--seeds", "numbers", default="0-99", show_default=True)
@click.option("--profile", type=click.Choice(list(PROFILES)))
@click.option("--cases", is_flag=True, help="the labelled pages instead of generated ones")
@click.option("--by", type=click.Choice(["profile", "page", "kind"]))
@click.option("--worst", default=0, metavar="N")
@click.option("--misses", is_flag=True)
def main(
    numbers: str, profile: str | None, cases: bool, by: str | None, worst: int, misses: bool
) -> None:
    """Score pages and print the table."""
    pages = list(_cases() if cases else _generated(numbers, profile))
    for line in table(list(_rows(pages, by, worst))):
        click.echo(line)
    if by == "kind":
        click.echo("\n".join(kinds(total(s for _, _, s in pages))))
    if misses:
        click.echo("\n".join(f"{name}: {miss}" for name, _, s in pages for miss in s.misses))


def _generated(numbers: str, profile: str | None) -> Iterator[Marked]:
    for seed in seeds(numbers):
        made = page(seed, profile)
        yield str(seed), made.tags, marked(made.ocr, made.truth)


def _cases() -> Iterator[Marked]:
    for case in (*examples(), *shared()):
        if case.truth.get("ocr_map"):
            yield case.name, ("case",), marked(case.ocr.read_text("utf-8"), case.truth)


def marked(ocr: str, truth: Row) -> Score:
    """The score of what the rebuilder makes of a text."""
    return score(rebuild(read_markdown(str(truth["id"]), ocr)), truth)


def _rows(pages: list[Marked], by: str | None, worst: int) -> Iterator[tuple[str, Score]]:
    if by == "page":
        yield from ((name, s) for name, _, s in pages)
    if by == "profile":
        for profile in sorted({tags[0] for _, tags, _ in pages}):
            yield profile, total(s for _, tags, s in pages if tags[0] == profile)
    for name, tags, s in sorted(pages, key=lambda marked: overall(marked[2]))[:worst]:
        yield f"{name} {tags[0]}", s
    yield "all", total(s for _, _, s in pages)


if __name__ == "__main__":
    main()
