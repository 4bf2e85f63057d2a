"""Of what kind articles are."""

import pytest

from layout.model import Kind
from tests.layout.rebuild.proofs import RICE, block, lines, rebuilt

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_HEAD = "# 无人机飞进稻田"
_PHOTO = "9月3日，飞手在鱼塘边调试无人机。 本报记者 乔小满 摄"


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        pytest.param([_HEAD, *_RICE * 2], Kind.NEWS, id="news"),
        pytest.param([_HEAD, *_RICE[:3]], Kind.BRIEF, id="brief"),
        pytest.param(
            [_HEAD, *_RICE[:2], "### 飞手住进村里", *_RICE[2:4]], Kind.NEWS, id="subheads"
        ),
        pytest.param(["#### 柳湾时评", _HEAD, "乔小满", *_RICE], Kind.COMMENTARY, id="commentary"),
        pytest.param(
            ["# 飞手的一天", "问：飞几亩？", "答：两百亩。", "问：怕什么？", "答：怕电线。"],
            Kind.INTERVIEW,
            id="interview",
        ),
        pytest.param(
            ["# 农机大事记", "1958年", "● 3月，拖拉机进镇。", "1976年", "● 5月，插秧机试用。"],
            Kind.TIMELINE,
            id="chronology",
        ),
        pytest.param(
            ["# 用药须知", "1. 看风向，风大不飞。", "2. 鱼塘边不飞。", "3. 飞完清洗药箱。"],
            Kind.LISTING,
            id="list",
        ),
        pytest.param(["# 停水公告", _RICE[0], "青禾县供水公司"], Kind.NOTICE, id="notice"),
        pytest.param(
            ["# 渡口", "船靠岸的时候", "风正从芦苇里出来", "老人把缆绳", "绕过第三根木桩"],
            Kind.POEM,
            id="poem",
        ),
        pytest.param(
            ["各镇早稻亩产", "镇 亩产 增幅\n柳湾 512 3.1%\n石桥 498 1.2%"],
            Kind.TABLE,
            id="table",
        ),
        pytest.param([_PHOTO], Kind.PHOTO, id="photograph"),
    ],
)
def test_articles_are_of_a_kind(blocks: list[str], kind: Kind) -> None:
    assert [article.kind for article in rebuilt(*blocks).articles] == [kind]
