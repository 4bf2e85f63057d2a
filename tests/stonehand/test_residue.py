"""Where joins of old columns and measures are found on a sheet."""

from dataclasses import replace

from layout.model import Edition
from layout.text import LineEnd, Text
from layout.walk import map_texts
from stonehand.press import Press, Setup
from stonehand.residue import Type, joins, measures
from tests.build import edition_of

WORDS = "清河两岸的春茶开采了茶农们背着竹篓上山采茶" * 3
NOTED = f"""
article news 16.5
headline 一片叶子富一方
byline 本报记者 沈知远
paragraph {WORDS}走过｜渡口的桥边{WORDS}
paragraph {WORDS}
"""


def _with_columns(edition: Edition) -> Edition:
    """The edition, each old line end in it the foot of a column."""

    def cut(text: Text) -> Text:
        return Text(
            tuple(
                replace(f, mark=LineEnd(column=True)) if isinstance(f.mark, LineEnd) else f
                for f in text.fragments
            )
        )

    return replace(edition, pages=tuple(map_texts(page, cut) for page in edition.pages))


def _press(edition: Edition) -> Press:
    return Press(edition, {}, Setup("a4"))


def test_a_join_stands_before_the_first_character_of_the_next_column() -> None:
    press = _press(_with_columns(edition_of(NOTED)))
    ((run, index),) = joins(press.edition, Type.of(press.forme.sheets[0]))
    assert run.text[index] == "渡"


def test_line_ends_inside_a_column_are_no_joins() -> None:
    press = _press(edition_of(NOTED))
    assert list(joins(press.edition, Type.of(press.forme.sheets[0]))) == []


def test_a_measure_stands_over_the_first_line_of_the_text() -> None:
    press = _press(edition_of(NOTED))
    ((run, told),) = measures(press.edition, Type.of(press.forme.sheets[0]))
    assert run.text.strip().startswith(WORDS[:4])
    assert told.startswith("16.5 em")
