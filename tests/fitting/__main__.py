"""Fit the costs of roles to generated pages and to pages written by hand.

python -m tests.fitting --seeds 300-1299          what would change, the greatest change first
python -m tests.fitting --seeds 300-1299 --write  costs.toml and latin.toml with the new values
"""

from collections.abc import Iterator
from pathlib import Path

import click

import layout.rebuild.signs
from layout.remembered import forget
from tests.fitting.descent import Pace, fitted
from tests.fitting.entries import Values, moved, rewritten, written
from tests.fitting.known import Proven, proven
from tests.generate import page
from tests.manuscripts import damaged, names
from tests.truth import seeds

_PACE = Pace()
_FOLDER = Path(layout.rebuild.signs.__file__).parent
_FIRST = 100  # set of damage: the first few are scored
_ENGINES = ("poor", "poor", "tesseract", "poor", "markdown", "clean")


@click.command(help=__doc__)
@click.option("--seeds", "numbers", default="300-1299", show_default=True)
@click.option("--weight", default=3, show_default=True, help="how often those pages are taken")
@click.option("--rounds", default=_PACE.rounds, show_default=True)
@click.option("--pull", default=_PACE.pull, show_default=True)
@click.option("--write", is_flag=True, help="put the values into the files")
def main(numbers: str, weight: int, rounds: int, pull: float, write: bool) -> None:
    """Read pages, fit, and tell what changed."""
    by_hand = list(_by_hand())
    pages = [*_generated(seeds(numbers)), *by_hand * weight]
    click.echo(f"{len(pages)} pages")
    pace = Pace(pull=pull, rounds=rounds)
    values = fitted(pages, written(), pace, _tell_round)
    _tell(values)
    if write:
        for path in sorted({_FOLDER / entry.file for entry in values}):
            text = path.read_text("utf-8")
            path.write_text(rewritten(text, path.name, values), encoding="utf-8")


def _generated(numbers: range) -> Iterator[Proven]:
    for seed in numbers:
        yield proven(page(seed))
        forget()


def _by_hand() -> Iterator[Proven]:
    for name in names():
        for seed, engine in enumerate(_ENGINES, _FIRST):
            yield proven(damaged(name, seed, engine))
            forget()


def _tell_round(number: int, faults: int) -> None:
    click.echo(f"round {number + 1}: {faults} faults")


def _tell(values: Values) -> None:
    far = moved(values)
    for entry in sorted(far, key=lambda e: -abs(far[e])):
        click.echo(f"{far[entry]:+.1f}  {entry.table}.{entry.row}.{entry.sign}")


if __name__ == "__main__":
    main()
