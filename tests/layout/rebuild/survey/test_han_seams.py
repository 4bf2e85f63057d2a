"""Words that stand across a seam, and neighbours that only happen to meet there."""

import pytest

from layout.rebuild.survey.han_seams import HanSeams, bond, is_bridged, unfinished


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


PAGE = HanSeams.of(["许家桥的硅碳 新材料已经投产。"], "Hans")


@pytest.mark.parametrize(
    ("before", "behind", "why"),
    [
        pytest.param(
            "全县的硅碳", "新材料也", "硅碳新材料 stands elsewhere on the page", id="a phrase"
        ),
        pytest.param("路灯一到傍", "晚就亮", "a word stands across 傍|晚", id="a word"),
        pytest.param("县里统", "-采购", "a word stands across 统|一", id="a dash for 一"),
        pytest.param(
            "园里种下荷花、", "睡莲等", "an enumeration goes on there", id="an enumeration"
        ),
        pytest.param(
            "都来看了。”", "乔玉林说。", "who said it stands behind a quotation", id="a speaker"
        ),
        pytest.param(
            "总长达36", "公里，", "a figure and its unit stand across 6|公", id="a figure"
        ),
    ],
)
def test_what_hangs_together_says_why(before: str, behind: str, why: str) -> None:
    told = PAGE.bond(before, behind)
    assert (told.gain > 0, told.why) == (True, why)


def test_the_likelier_of_two_words_holds_more() -> None:
    sure, chance = PAGE.bond("讲述发生在身", "边的故事"), PAGE.bond("占了将近一", "边的故事")
    assert chance.why
    assert sure.gain > chance.gain + 0.5


def test_behind_the_mark_of_an_enumeration_not_every_word_goes_on_with_it() -> None:
    assert PAGE.bond("园里种下荷花、", "县里介绍，睡莲等").gain == 0


def test_a_figure_is_not_followed_by_what_it_does_not_count() -> None:
    assert PAGE.bond("总长达36", "县里介绍").gain < 0


def test_a_line_that_opens_a_quotation_and_leaves_it_ends_nothing() -> None:
    assert PAGE.odd("他说：“走吧。", "明天见。”") == 0
    assert PAGE.odd("他走了，", "明天见。”") > 0


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        pytest.param("请乡亲们一起参", range(90, 100), id="hardly a word"),
        pytest.param("船靠在码头的石阶", range(10), id="the end of a word"),
        pytest.param("渠水流到这里就更", range(20, 60), id="a word that begins others"),
        pytest.param("茶农试着用它吊运", range(20), id="a word that the lexicon lacks"),
        pytest.param("一共修了12", range(1), id="a figure"),
    ],
)
def test_the_last_character_may_begin_a_word_that_goes_on(words: str, likely: range) -> None:
    assert int(100 * unfinished(words, "Hans")) in likely


def test_what_a_seam_leaves_unfinished_does_not_go_on_there() -> None:
    half, whole = (PAGE.bond(f"请乡亲们一起{words}", "作了发言").gain for words in ("参", "参与"))
    assert half < -1 < whole


def test_characters_that_often_meet_hang_together() -> None:
    fond, strange = PAGE.bond("全村三百", "人来看戏"), PAGE.bond("他说还要的", "得到")
    assert fond.gain > 0 > strange.gain


def test_a_particle_makes_the_word_before_it_whole() -> None:
    assert PAGE.bond("请乡亲们一起参", "了军").gain == 0
