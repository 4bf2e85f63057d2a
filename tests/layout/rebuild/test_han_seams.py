"""Words that stand across a seam, and neighbours that only happen to meet there."""

import pytest

from layout.rebuild.han_seams import bond, is_bridged


@pytest.mark.parametrize(
    ("before", "behind", "script"),
    [
        ("河边的路灯一到傍", "晚就亮了", "Hans"),
        ("这条渠修好以前，一批设", "备搁在岸上", "Hans"),
        ("廟方請來年輕匠", "師重修屋脊", "Hant"),
    ],
)
def test_a_word_cut_in_two_bridges_the_seam(before: str, behind: str, script: str) -> None:
    assert is_bridged(before, behind, script)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("田里的水已经放满", "据镇里介绍"),
        ("船靠了岸。", "晚上又开走"),
        ("一共修了12", "座桥"),
        ("", "桥"),
    ],
)
def test_words_that_end_and_begin_there_do_not(before: str, behind: str) -> None:
    assert not is_bridged(before, behind, "Hans")


def test_only_the_characters_beside_the_seam_count() -> None:
    assert bond("河边的路灯一到傍", "晚", "Hans") == bond("灯一到傍", "晚", "Hans")
