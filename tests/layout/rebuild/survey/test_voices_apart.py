"""Names that speak without a colon: one piece with what they say, if one asks and one answers."""

from itertools import groupby

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.voices_apart import with_names
from layout.text import Fragment, Text
from tests.layout.rebuild.proofs import RICE, block, lines, told

_ASKED = ("飞手一年飞几个月？", "鱼塘边能不能飞？", "夜里飞不飞？")
_TOLD = RICE[3:6]


def _pieces(*blocks: str) -> list[list[str]]:
    parted = [pieces_of(words, i) for i, words in enumerate(blocks)]
    joined = with_names(parted, [Text((Fragment(words, words, 0),)) for words in blocks])
    return [[piece.words for piece in each] for each in joined]


def _turns(asks: str, answers: str) -> list[str]:
    return [
        block(lines(f"{name} {words}", 16))
        for turn in zip(_ASKED, _TOLD, strict=True)
        for name, words in zip((asks, answers), turn, strict=True)
    ]


@pytest.mark.parametrize(("asks", "answers"), [("问", "答"), ("记", "乔"), ("记者", "乔小满")])
def test_an_interview_of_names_set_apart(asks: str, answers: str) -> None:
    words = told("04 | 人物", "2024年10月8日", "# 飞手的夏天", *_turns(asks, answers))[3:]
    assert [role for role, _ in groupby(line.split()[0] for line in words)] == [
        "question",
        "answer",
    ] * len(_ASKED)
    assert words[0] == f"question {asks} {_ASKED[0]}"


def test_a_question_glued_to_an_answer_is_parted() -> None:
    first, second, *others = _turns("问", "答")
    words = told("04 | 人物", "# 飞手的夏天", f"{first} {second} {others[0]}", *others[1:])
    assert f"question 问 {_ASKED[1]}" in words


def test_who_is_never_asked_is_no_voice() -> None:
    datelines = [f"本报讯 {words}" for words in RICE[:3]]
    assert _pieces(*datelines)[0][0] == "本报讯"
    bylines = ["本报记者 乔小满", "本报记者 严冬生"]
    found = _pieces(*bylines, *_turns("问", "答"))
    assert found[0] == bylines[0].split()
    assert found[2][0].startswith("问 ")
