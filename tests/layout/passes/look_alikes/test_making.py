import tomllib
from pathlib import Path

from layout.passes.look_alikes import latin, lexicon
from layout.passes.look_alikes.making.chinese_words import DATA, entries, folds, letters, lines
from layout.passes.look_alikes.making.shapes import look_alike_lines, neighbours

NEWSPAPER = {
    "words": {"p": "非遗"},
    "words_never": {"list": "自已"},
    "alone_never": {"list": "曰"},
    "numerals": {"list": "万 亿"},
    "after_figures": {"w": "年 万元"},
    "after_numerals": {"r": "人"},
}
SOURCE = "自 99 r\n自己 90000 r\n自已 263 d\n曰 900 v\n许昌 50 ns\n张无忌 500 nr\nB超 3 n\n"


def test_words_get_a_letter_by_how_common_they_are() -> None:
    kept = letters(entries(SOURCE), NEWSPAPER, {})
    assert kept["自己"] > kept["许昌"].lower()
    assert kept["许昌"].isupper()
    assert kept["非遗"] == "p"
    assert kept["0年"] == "w"
    assert kept["0万元"] == "w"
    assert kept["亿人"] == "r"
    assert {"自已", "张无忌", "B超"}.isdisjoint(kept)


def test_a_line_has_all_words_of_its_first_character() -> None:
    (line,) = lines({"停": "k", "停车": "m", "停车场": "i", "停业": "d"})
    assert line == "停k|车m|业d|车| 车场i \n"


def test_of_several_simplified_characters_the_first_is_taken() -> None:
    assert folds("乾\t干 乾\n係\t系\n") == "乾係\n干系\n"


def test_shapes_that_differ_least_are_neighbours() -> None:
    found = neighbours({"甲": 0b111100, "乙": 0b111101, "丙": 0b000011})
    assert [character for _, character in found["甲"]] == ["乙"]
    assert found["丙"] == []


def test_listed_and_measured_look_alikes_come_in_grades() -> None:
    measured = {"甲": [(0.05, "乙"), (0.1, "丁"), (0.15, "戊")], "乙": [], "丙": []}
    lines_found = list(look_alike_lines(["甲乙", "甲丙"], measured))
    assert lines_found == ["丙|甲\n", "乙|甲\n", "甲乙|丙|丁|戊\n"]


def test_every_character_of_the_table_is_listed_once_in_a_group() -> None:
    groups = tomllib.loads((DATA / "confusions.toml").read_text("utf-8"))["han"]
    for group in " ".join(groups.values()).split():
        assert len(group) == len(set(group)) > 1, group


def test_english_confusions_change_something() -> None:
    assert all(printed != read for printed, read, _ in latin.confusions())


def test_the_data_say_where_they_come_from() -> None:
    package = Path(lexicon.__file__).parent
    licences = "".join(path.read_text("utf-8") for path in package.glob("LICENSES/*.txt"))
    for name in ("words.txt", "folds.txt", "english.txt"):
        assert f"data/{name}" in licences
