import tomllib
from pathlib import Path

from layout.passes.look_alikes import latin, lexicon
from layout.passes.look_alikes.lexicon import UNCOUNTED
from layout.passes.look_alikes.making.chinese_words import DATA, entries, folds, letters, lines
from layout.passes.look_alikes.making.neighbours import lines as neighbour_lines
from layout.passes.look_alikes.making.neighbours import pairs
from layout.passes.look_alikes.making.openings import beginnings
from layout.passes.look_alikes.making.openings import lines as opening_lines
from layout.passes.look_alikes.making.parts import codes, kinship
from layout.passes.look_alikes.making.shapes import (
    differences,
    kin,
    look_alike_lines,
)

NEWSPAPER = {
    "words": {"p": "非遗"},
    "words_never": {"list": "自已"},
    "alone_never": {"list": "曰"},
    "numerals": {"list": "万 亿"},
    "after_figures": {"w": "年 万元"},
    "after_numerals": {"r": "人"},
}
SOURCE = (
    "自 99 r\n自己 90000 r\n自已 263 d\n曰 900 v\n许昌 50 ns\n张无忌 500 nr\nB超 3 n\n"
    "送出 3 v\n西红柿 188 nr\n海拔 8 n\n"
)
UNIHAN = """# a comment
U+9700\tkCangjie\tMBMBL
U+9700\tkFourCornerCode\t1022.7
U+971C\tkCangjie\tMBDBU
U+971C\tkFourCornerCode\t1096.3 1096.4
U+4E00\tkCangjie\tM
U+4E00\tkFourCornerCode\t1000.0
U+4E8C\tkCangjie\tMM
"""


def test_words_get_a_letter_by_how_common_they_are() -> None:
    kept = letters(entries(SOURCE), NEWSPAPER)
    assert kept["自己"] > kept["许昌"].lower()
    assert kept["许昌"].isupper()
    assert kept["非遗"] == "p"
    assert kept["0年"] == "w"
    assert kept["0万元"] == "w"
    assert kept["亿人"] == "r"
    assert {"自已", "张无忌", "B超"}.isdisjoint(kept)


def test_a_word_that_nobody_counted_is_no_rare_one() -> None:
    kept = letters(entries(SOURCE), NEWSPAPER)
    assert kept["送出"] == UNCOUNTED


def test_who_has_no_family_name_is_no_person() -> None:
    assert "西红柿" in letters(entries(SOURCE), NEWSPAPER)


def test_a_line_has_all_words_of_its_first_character() -> None:
    (line,) = lines({"停": "k", "停车": "m", "停车场": "i", "停业": "d"})
    assert line == "停k|车m|业d|车| 车场i \n"


def test_characters_are_counted_where_a_word_ends_and_the_next_begins() -> None:
    met = pairs("19980101-01 三/m 个/q [工厂/n 工人/n]nt 。/w\n19980101-02 ２０/m 个/q ABC/nx\n")
    assert met["三", "个"] == met["0", "个"] == met["人", "#"] == 1
    assert ("工", "人") not in met
    assert met["个", "#"] == met["#", "三"] == met["#", "#"] - 1 == 1


def test_what_meets_often_is_listed_by_how_much_more_often_than_by_chance() -> None:
    met = pairs("- 三/m 个/q\n" * 90 + "- 三/m 天/q\n")
    assert list(neighbour_lines(met)) == [
        "#jj三o\n",
        "三jj个o\n",
        "个jj#o\n",
        "天aa\n",
    ]


def test_paragraphs_are_counted_by_what_they_begin_with_and_hold() -> None:
    town = "据/p 镇/n 上/f 的/u 人/n 说/v ，/w ２０/m 年/q 前/f 这里/r 还/d 没有/v 一/m 条/q 路/n "
    more = "。/w 如今/t 去/v 哪里/r 都/d 要/v 方便/a 得/u 多/a 。/w\n据悉/v 路/n 通/v 了/y 。/w\n"
    found = beginnings(town + more)
    assert found.paragraphs == {"据": 1, "据镇": 1}
    assert found.sentences == {"如": 1, "如今": 1}
    assert found.elsewhere["0"] == 2
    assert found.elsewhere["00"] == found.elsewhere["0年"] == 1
    assert found.elsewhere["，"] == 0  # which begins no line


def test_who_was_in_the_news_is_not_listed_by_name() -> None:
    found = beginnings("乔/nr 玉林/nr 站/v 在/p 田埂/n 上/f ，/w " * 5 + "。/w\n")
    assert found.paragraphs["乔"] == 1
    assert found.paragraphs["乔玉"] == found.elsewhere["乔玉"] == 0


def test_what_begins_paragraphs_is_listed_by_how_much_more_often_than_by_chance() -> None:
    told = "据悉/v 这里/r 的/u 人/n 都/d 在/p 路/n 上/f 。/w " * 4
    told_on = "的/u 确/d 有人/n 据/p 此/r 说/v 了/y 又/d 说/v ，/w " * 4
    listed = {line[0]: line for line in opening_lines(beginnings(f"{told}{told_on}。/w\n" * 50))}
    assert listed["据"][2] > "m" > listed["的"][2]
    assert listed["据"][listed["据"].index("悉") + 2] > "m"


def test_of_several_simplified_characters_the_first_is_taken() -> None:
    assert folds("乾\t干 乾\n係\t系\n").splitlines()[:2] == ["乾係", "干系"]


def test_what_may_stay_or_be_another_is_listed_apart() -> None:
    assert folds("乾\t干 乾\n覆\t覆 复\n瞭\t瞭 了\n").splitlines()[2] == "覆复 瞭了"


def test_shapes_that_differ_least_are_neighbours() -> None:
    found = differences({"甲": 0b111100, "乙": 0b111101, "丙": 0b000011}, 0.2)
    assert [character for _, character in found["甲"]] == ["乙"]
    assert found["丙"] == []


def test_kinship_is_of_spelling_and_corners() -> None:
    known = codes(UNIHAN)
    assert kinship("需", "霜", known) == (2 * 2 / 5 + 2 / 4) / 3
    assert kinship("需", "需", known) == 1.0
    assert kinship("需", "二", known) == 0.0


def test_kin_are_common_and_share_parts() -> None:
    near = [(0.24, "需"), (0.24, "雹"), (0.1, "一")]
    assert [other for _, other in kin("霜", near, codes(UNIHAN), "Hans")] == ["一", "需"]


def test_listed_and_measured_look_alikes_come_in_grades() -> None:
    measured = {"甲": [(0.05, "乙"), (0.1, "丁"), (0.15, "戊")], "乙": [], "丙": []}
    akin = {"甲": [(0.1, "丁"), (0.15, "己")]}
    lines_found = list(look_alike_lines(["甲乙", "甲丙"], [], measured, akin))
    assert lines_found == ["丙||甲\n", "乙||甲\n", "甲|乙|丙|丁|戊|己\n"]
    lines_found = list(look_alike_lines(["甲乙", "甲丙"], ["甲乙"], measured, akin))
    assert lines_found == ["丙||甲\n", "乙甲\n", "甲乙||丙|丁|戊|己\n"]


def test_a_rare_character_of_big5_is_listed_though_it_was_not_measured() -> None:
    """笫 is no simple form; 载, which is no character of Big5, is left out of its group."""
    measured: dict[str, list[tuple[float, str]]] = {"第": [], "裁": [], "栽": []}
    lines_found = list(look_alike_lines(["第笫", "裁栽载"], [], measured, {}))
    assert lines_found == ["栽||裁\n", "笫||第\n", "第||笫\n", "裁||栽\n"]


def test_every_character_of_the_table_is_listed_once_in_a_group() -> None:
    groups = tomllib.loads((DATA / "confusions.toml").read_text("utf-8"))["han"]
    for group in " ".join(groups.values()).split():
        assert len(group) == len(set(group)) > 1, group


def test_english_confusions_change_something() -> None:
    assert all(printed != read for printed, read, _ in latin.confusions())


def test_the_data_say_where_they_come_from() -> None:
    package = Path(lexicon.__file__).parent
    licences = "".join(path.read_text("utf-8") for path in package.glob("LICENSES/*.txt"))
    for name in ("words.txt", "neighbours.txt", "openings.txt", "folds.txt", "english.txt"):
        assert f"data/{name}" in licences
