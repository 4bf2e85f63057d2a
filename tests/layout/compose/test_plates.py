"""Pictures: as wide as their column or lifted over several, in their proportion; empty frames."""

from collections import Counter

import pytest

from layout.compose import compose
from layout.geometry import Size
from layout.sheet import Forme, Picture, Run, Tint
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler

PHOTO = "article photo\npicture a.png\ncaption 茶农采茶"
LONG = "paragraph " + "春天的田野里到处是忙碌的身影，" * 90
STORY = f"article news 16\nheadline 长长的新闻\n{LONG}\npicture a.png\ncaption 茶农采茶\n{LONG}"


def forme_of(notation: str, sizes: dict[str, Size] | None = None) -> Forme:
    return compose(edition_of(notation), style(), FixedRuler(), sizes)


def picture_of(forme: Forme) -> Picture:
    (picture,) = (
        each for sheet in forme.sheets for each in sheet.drawn if isinstance(each, Picture)
    )
    return picture


@pytest.mark.parametrize("size", [Size(1200, 800), Size(600, 900), Size(3000, 500)], ids=str)
def test_a_picture_keeps_its_proportion(size: Size) -> None:
    box = picture_of(forme_of(PHOTO, {"a.png": size})).box
    assert box.width / box.height == pytest.approx(size.width / size.height)


def test_a_picture_that_is_not_at_hand_is_a_frame_with_its_words_inside() -> None:
    forme = forme_of(PHOTO, {})
    picture = picture_of(forme)
    assert picture.path is None
    assert Tint(picture.box, line=0.0, line_width=0.7) in forme.sheets[0].drawn
    (words,) = (r for r in forme.sheets[0].drawn if isinstance(r, Run) and r.text == "茶农采茶")
    assert picture.box.y < words.at.y < picture.box.bottom


def test_the_words_of_a_picture_stand_below_it() -> None:
    forme = forme_of(PHOTO, {"a.png": Size(3, 2)})
    box = picture_of(forme).box
    (words,) = (r for r in forme.sheets[0].drawn if isinstance(r, Run) and r.text == "茶农采茶")
    assert words.at.y > box.bottom


def test_in_many_columns_a_picture_is_lifted_over_two() -> None:
    forme = forme_of(STORY, {"a.png": Size(3, 2)})
    box = picture_of(forme).box
    lines = [r for r in forme.sheets[0].drawn if isinstance(r, Run) and r.element is not None]
    columns = Counter(round(r.at.x) for r in lines if len(r.text) >= 14)
    under = [count for left, count in columns.items() if box.x - 30 < left < box.right]
    assert len(under) == 2
    assert max(under) < max(columns.values()) - 10
    assert not any(box.x < r.at.x < box.right and box.y < r.at.y < box.bottom for r in lines)


def test_a_lifted_picture_is_read_where_the_text_has_it() -> None:
    forme = forme_of(STORY, {"a.png": Size(3, 2)})
    elements = [
        each.element
        for each in forme.sheets[0].drawn
        if isinstance(each, Run | Picture) and each.element is not None
    ]
    assert elements == sorted(elements)
