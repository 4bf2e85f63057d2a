"""Print the scores of generated pages and of the examples.

python -m tests.accuracy --seeds 0-199             one line for all
python -m tests.accuracy --seeds 0-199 --by page   a line for each profile, page, or kind of damage
python -m tests.accuracy --seeds 0-199 --worst 10  the ten worst pages
python -m tests.accuracy --seeds 12 --misses       everything that came out wrong on page 12
python -m tests.accuracy --written --by profile    pages written by hand, by language
python -m tests.accuracy --labelled                the examples and the pages of ../shared
python -m tests.accuracy --write docs/accuracy.md  all of it as a document
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tests.accuracy import Score
from tests.accuracy.pages import generated, labelled, written
from tests.accuracy.report import report
from tests.accuracy.table import kinds, overall, table, total
from tests.generate import PROFILES
from tests.truth import seeds

Row = tuple[str, str, Score]


@click.command(help=__doc__)
@click.option("--seeds", "numbers", default="0-99", show_default=True)
@click.option("--profile", type=click.Choice(list(PROFILES)))
@click.option("--labelled", "by_hand", is_flag=True, help="instead of generated pages")
@click.option("--written", "invented", is_flag=True, help="the same of tests/manuscripts")
@click.option("--by", type=click.Choice(["profile", "page", "kind"]))
@click.option("--worst", default=0, metavar="N")
@click.option("--misses", is_flag=True, help="everything that came out wrong")
@click.option("--write", type=click.Path(path_type=Path), help="the whole document")
def main(
    numbers: str,
    profile: str | None,
    by_hand: bool,
    invented: bool,
    by: str | None,
    worst: int,
    misses: bool,
    write: Path | None,
) -> None:
    """Score pages and print the table."""
    if write:
        write.write_text(report(), encoding="utf-8")
        return
    pages = labelled() if by_hand else written() if invented else generated(seeds(numbers), profile)
    scored = [(p.name, p.tags[0], p.score) for p in pages if p.score]
    for line in table(list(_rows(scored, by, worst))):
        click.echo(line)
    if by == "kind":
        click.echo("\n".join(kinds(total(score for _, _, score in scored))))
    if misses:
        click.echo("\n".join(f"{name}: {m}" for name, _, score in scored for m in score.misses))


def _rows(scored: Sequence[Row], by: str | None, worst: int) -> Iterator[tuple[str, Score]]:
    if by == "page":
        yield from ((name, score) for name, _, score in scored)
    if by == "profile":
        for profile in sorted({profile for _, profile, _ in scored}):
            yield profile, total(score for _, p, score in scored if p == profile)
    for name, profile, score in sorted(scored, key=lambda row: overall(row[2]))[:worst]:
        yield f"{name} {profile}", score
    yield "all", total(score for _, _, score in scored)


if __name__ == "__main__":
    main()
