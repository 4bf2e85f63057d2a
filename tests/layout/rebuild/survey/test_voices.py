"""Who asks and who answers, by the names before the colons."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.voices import voice_signs
from tests.layout.rebuild.proofs import told


def _voices(*blocks: str) -> list[str]:
    pieces = [p for i, words in enumerate(blocks) for p in pieces_of(words, i)]
    rest = [blocks[p.block][p.start :] for p in pieces]
    return [" ".join(signs) for signs in voice_signs(pieces, rest)]


ASKED = "Courier: What is next?"
ANSWERED = "Amos Pryce: We open the north side in spring."


def test_the_name_whose_words_are_questions_asks() -> None:
    found = _voices(ASKED, ANSWERED, "Courier: And then?", "Amos Pryce: We rest.")
    assert found == ["asking_voice", "answering_voice"] * 2


def test_a_question_that_lost_its_mark_still_asks() -> None:
    found = _voices("Courier: What do you tell people who", ANSWERED, "Courier: Why", ANSWERED)
    assert found == ["asking_voice", "answering_voice"] * 2


def test_names_that_speak_once_make_no_interview() -> None:
    assert _voices("Today: Rain, high near 50.", "Tonight: Clear. Why?") == ["", "", ""]


def test_who_speaks_before_anybody_asks_answers_nothing() -> None:
    found = _voices("Amos Pryce: The river wins", ASKED, ANSWERED, "Courier: And then?", ANSWERED)
    assert found == ["", *["asking_voice", "answering_voice"] * 2]


def test_two_who_both_ask_make_no_interview() -> None:
    assert _voices(*["One Voice: Why?", "Other Voice: Why?"] * 2) == [""] * 4


def test_reads_an_interview_under_names() -> None:
    page = ["# A talk with Amos Pryce", *[ASKED, ANSWERED] * 2]
    assert told(*page) == [
        "headline A talk with Amos Pryce",
        *[f"question {ASKED}", f"answer {ANSWERED}"] * 2,
    ]


def test_a_paper_and_whom_it_asks_are_voices_in_chinese() -> None:
    turns = ["时报：怕不怕？", "高原：怕。怕什么？怕来不及。", "时报：家里人呢？", "高原：在家。"]
    assert _voices(*turns) == ["asking_voice", "answering_voice"] * 2
    assert _voices("时间：九点", "地点：渡口", "时间：十点", "地点：渡口") == [""] * 4
    assert [line.split()[0] for line in told("# 渡口夜话", *turns)[1:]] == [
        "question",
        "answer",
    ] * 2


def test_letters_with_a_stop_ask_and_answer() -> None:
    found = _voices("Q. Why boats?", "A. I like them.", "Q. And cars?", "A. They rust.")
    assert found == ["asking_voice", "answering_voice"] * 2


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("【问】", "【答】"),
        ("◎记者：", "◎高原："),
        ("▲记者：", "●高原："),
        ("Q1：", "A1："),
        ("《青禾周刊》：", "高原："),
        ("■", "高原："),
    ],
)
def test_voices_are_marked_in_many_ways(asks: str, answers: str) -> None:
    said = f"{asks}怕不怕？", f"{answers}怕。怕什么？怕来不及。"
    assert [w.partition(" ")[0] for w in told("# 高原的话", *said * 3)[1:]] == [
        "question",
        "answer",
    ] * 3


def test_brackets_that_nobody_asks_in_are_no_voices() -> None:
    assert _voices("【本报讯】船来了。", "【本报讯】桥通了。") == ["", ""]
