"""Generated pages read back as the model has them, on every paper and in both line modes."""

from dataclasses import replace
from pathlib import Path

import pytest

from fonts.metrics import Ruler
from layout.sheet import Run, edges
from layout.style import style
from tests.exporters.pdf.sweep import (
    WAYS,
    Specimen,
    misread_drawing,
    misread_structure,
    specimen,
)
from tests.programs import needs


@pytest.fixture(scope="module", params=range(len(WAYS)), ids=[f"{p}-{m}" for p, m in WAYS])
def made(request: pytest.FixtureRequest) -> Specimen:
    return specimen(request.param)


@pytest.fixture(scope="module")
def ruler() -> Ruler:
    return Ruler()


def test_the_structure_reads_as_the_model(made: Specimen) -> None:
    assert misread_structure(made) == ""


@needs("pdftotext", "poppler-utils")
def test_pdftotext_reads_what_was_set(made: Specimen, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made.data)
    assert misread_drawing(made, file) == ""


def test_nothing_hangs_out_of_the_type_area(made: Specimen, ruler: Ruler) -> None:
    """But the white halves of marks, which are half an em at most."""
    paper = style(made.name.split("-")[-3]).paper
    for sheet in made.forme.sheets:
        for run in (item for item in sheet.drawn if isinstance(item, Run) and item.text.strip()):
            left, *_, right = list(edges(run, ruler.advances))[: len(run.text.rstrip()) + 1]
            white = run.size * (0.5 + max(0.0, run.spread) / 1000) + 0.1
            assert left > paper.side - white, run
            assert right < sheet.size.width - paper.side + white, run
            assert run.at.y > run.size * 0.7, run
            assert run.at.y < sheet.size.height - paper.foot + run.size * 0.2, run


@needs("pdftotext", "poppler-utils")
def test_another_text_is_told(tmp_path: Path) -> None:
    one, other = specimen(0), specimen(len(WAYS))
    swapped, file = replace(one, data=other.data), tmp_path / "a.pdf"
    file.write_bytes(other.data)
    assert misread_structure(swapped).startswith("at 0: ")
    assert misread_drawing(swapped, file) != ""
