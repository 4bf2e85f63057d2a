"""Write generated pages to folders: `python -m tests.generate 0-9 --out DIR [--profile NAME]`."""

from pathlib import Path

import click

from tests.generate import PROFILES, page
from tests.truth import dumped, seeds


@click.command()
@click.argument("numbers")
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--profile", type=click.Choice(list(PROFILES)))
def write(numbers: str, out: Path, profile: str | None) -> None:
    """Write DIR/<seed>/ocr.md and truth.json for every seed."""
    for seed in seeds(numbers):
        made = page(seed, profile)
        folder = out / f"{seed:05d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "ocr.md").write_text(made.ocr, encoding="utf-8")
        (folder / "truth.json").write_text(dumped(made.truth), encoding="utf-8")


if __name__ == "__main__":
    write()
