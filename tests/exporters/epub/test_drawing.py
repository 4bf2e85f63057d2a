"""Runs of type as SVG text: each character in its place, Latin text in its own forms."""

import pytest

from exporters.epub.drawing import Means, draw
from exporters.epub.labels import labels_for
from fonts.metrics import Ruler
from layout.geometry import Point, Size
from layout.sheet import Face, Run, Sheet


def drawn(run: Run) -> str:
    means = Means(Ruler(), (), {}, labels_for("en"))
    return str(draw(Sheet(Size(300, 400), "1", (run,)), means))


@pytest.mark.parametrize(
    ("language", "face", "second"),
    [
        pytest.param("en", "song latin", 14.62, id="narrow marks in Latin text"),
        pytest.param("zh-Hans", "song", 20, id="an em in Chinese"),
        pytest.param("", "song", 20, id="and where nothing is said"),
    ],
)
def test_marks_are_as_wide_as_their_language_has_them(
    language: str, face: str, second: float
) -> None:
    svg = drawn(Run(Point(10, 20), Face.SONG, 10, "“a", language=language))
    assert f'class="{face}"' in svg
    assert f'x="10 {second:g}"' in svg
