"""The costs as a file: they speak of roles and signs that there are, and they add up."""

import tomllib
from importlib.resources import files

import pytest

from layout.rebuild.signs.costs import ROLES, costs, line_costs
from layout.rebuild.survey import survey
from readers.markdown import read_markdown
from tests.generate import page
from tests.layout.rebuild.proofs import RICE, block, lines

_FILE = tomllib.loads(files("layout.rebuild.signs").joinpath("costs.toml").read_text("utf-8"))
_SIGNS = tomllib.loads(files("layout.rebuild.signs").joinpath("signs.toml").read_text("utf-8"))
_LATIN = tomllib.loads(files("layout.rebuild.signs").joinpath("latin.toml").read_text("utf-8"))
_SIZES = {"tiny", "small", "short", "medium", "long", "huge"}
_PLACES = {"opens", "closes", "middle", "colon_inside", "overfull"}


@pytest.mark.parametrize("table", ["begin", "inside", "stay", "follow"])
def test_costs_are_of_roles_that_there_are(table: str) -> None:
    assert set(_FILE[table]) <= {*ROLES, "any", "start"}


def test_what_follows_are_roles_too() -> None:
    named = {role for before, row in _FILE["follow"].items() if before != "any" for role in row}
    assert named <= set(ROLES)


def test_costs_are_of_signs_that_pages_show() -> None:
    """Signs of looks and size are known by name; those of a place must be met on some page."""
    known = {"base", *_SIZES, *_PLACES, *_SIGNS["line"], *_SIGNS["rest"]}
    rice = [block(lines(words, 16)) for words in RICE]
    glued = f"# 飞手住进村里\n\n严守田 {rice[0]} 飞手从哪里来 {rice[1]}\n\n{rice[2]}"
    news = f"田埂上的课堂 本报讯 {rice[0]}"
    dated = f"2024年10月8日\n\n# 停水公告\n\n{rice[0]}\n\n2024年10月7日"
    fields = "## 船工名片\n\n姓名：乔小满\n\n年龄：59岁\n\n籍贯：柳湾镇"
    verse = "渡头灯影一江风， 野水无人雁过空。 莫问归舟何处泊， 芦花深处有渔翁。"
    films = "《渡口》10:20 13:05\n\n《船工》9:50 12:10"
    heads = "# 柳湾镇水利现场推进会在渡口召开 抢住晴好天气 补齐水网短板\n\n## 一座桥，\n\n## 两岸人"
    letter = f"## 该不该持证\n\n{rice[0]}\n\n{rice[1]}\n\n柳湾镇农民 乔老四"
    verses = "船靠岸的时候\n\n风从芦苇里来\n\n老人收起缆绳\n\n太阳落了"
    poems = f"## 渡口（组诗）\n\n乔小满\n\n船歌\n\n{verses}"
    broken = "## 柳湾新增两家农业合作示 范社"
    halves = "## 柳湾老桥合龙\n\n### 两岸人看了一夜"
    pictured = "![](a.png)\n\n9月3日，飞手在鱼塘边调试无人机。"
    boxed = f"### 小贴士 飞手防暑五件事\n\n{rice[0]}"
    scores = "\n\n".join(f"{town}3比1西岭（20比25、\n25比21）" for town in ("柳湾", "石桥", "青禾"))
    games = "\n\n".join(
        f"{town}3比1西岭 主场\n（20比25、25比21）" for town in ("柳湾", "石桥", "青禾")
    )
    elected = "温涛 余禾 乔小满 严冬生\n\n方志明 卢成功 田守业 刘培根"
    wide = "### 全县早稻喜获丰收 亩产过千斤\n\n# 无人机进田"
    for words in (
        scores,
        games,
        elected,
        wide,
        glued,
        news,
        dated,
        fields,
        verse,
        films,
        heads,
        letter,
        poems,
        broken,
        boxed,
        halves,
        pictured,
        *(page(seed).ocr for seed in range(48)),
    ):
        stream = survey(read_markdown("page", words)).stream
        known |= {sign for signs in stream.signs for sign in signs}
    named = {sign for table in ("begin", "inside") for row in _FILE[table].values() for sign in row}
    assert named - known == set()


def test_every_sign_of_latin_words_has_a_cost() -> None:
    asked = {
        sign for table in ("begin", "inside") for row in _LATIN[table].values() for sign in row
    }
    assert {*_LATIN["line"], *_LATIN["rest"]} <= asked


@pytest.mark.parametrize("role", ["headline", "paragraph", "caption"])
def test_the_signs_of_a_line_add_up(role: str) -> None:
    begin, inside, _ = line_costs(frozenset({"heading", "short"}))
    rows, at = costs(), ROLES.index(role)
    assert begin[at] == pytest.approx(sum(rows.begin[s][at] for s in ("base", "heading", "short")))
    assert inside[at] == pytest.approx(
        sum(rows.inside[s][at] for s in ("base", "heading", "short") if s in rows.inside)
    )


def test_a_sign_without_a_cost_costs_nothing() -> None:
    assert line_costs(frozenset({"no such sign"})) == line_costs(frozenset())


def test_a_sign_means_the_same_to_every_role_that_does_not_name_it() -> None:
    row, own = costs().begin["byline"], _FILE["begin"]
    for role, cost in zip(ROLES, row, strict=True):
        assert cost == own[role].get("byline", own["any"]["byline"])


def test_some_role_may_follow_every_other() -> None:
    follow = costs().follow
    assert len(follow) == len(ROLES) + 1
    assert all(len(row) == len(ROLES) for row in follow)
    assert all(min(row) < 1 for row in follow)
