"""What is whole already comes out unharmed: rebuilt pages written clean, and ordinary Markdown."""

from collections.abc import Iterator

import pytest

from layout.model import Page, Role
from layout.passes import PASSES
from layout.rebuild import rebuild
from layout.text import kept
from layout.walk import map_texts, read_texts
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, RICE, told
from tests.rebuilt import rebuilt_page

# Of generated pages rebuilt, written clean and rebuilt again: the least share that must be alike.
_SAME_WORDS, _SAME_ROLES = 1.0, 0.95
_PAGES = range(16)

_MARKS = {
    Role.HEADLINE: "# ",
    Role.DECK: "## ",
    Role.SUBHEAD: "### ",
    Role.TABLE_TITLE: "#### ",
    Role.EVENT: "● ",
    Role.ITEM: "● ",
}


def whole(page: Page) -> Iterator[tuple[Role, str]]:
    """The paragraphs of a page that lack nothing, with their roles; blanks left out."""
    articles = (paragraph for article in page.articles for paragraph in article.paragraphs())
    for paragraph in (*page.folio.paragraphs, *articles):
        if not paragraph.text.gaps():
            yield paragraph.role, paragraph.plain


def clean(page: Page) -> str:
    """What a page has whole, as Markdown: a block for each paragraph, no line end inside."""
    return "\n\n".join(_MARKS.get(role, "") + words for role, words in whole(page))


def words_of(page: Page) -> list[str]:
    return [text.plain for text in read_texts(page)]


@pytest.mark.parametrize("seed", _PAGES)
def test_the_passes_find_nothing_in_what_they_made(seed: int) -> None:
    once = rebuilt_page(seed)
    twice = map_texts(once, lambda text: kept(text.plain, 0, len(text)))
    for mend in PASSES:
        twice = mend(twice)
    assert words_of(twice) == words_of(once)


def solid(words: str) -> str:
    return "".join(words.split())


def test_rebuilding_again_changes_little() -> None:
    same: list[bool] = []
    alike: list[bool] = []
    for seed in _PAGES:
        once = rebuilt_page(seed)
        twice = rebuild(read_markdown("page", clean(once)))
        words = [solid("".join(words for _, words in whole(page))) for page in (once, twice)]
        same.append(words[0] == words[1])
        again = {solid(words): role for role, words in whole(twice)}
        alike += [again.get(solid(words)) is role for role, words in whole(once)]
    assert sum(same) >= _SAME_WORDS * len(same), [seed for seed in _PAGES if not same[seed]]
    assert sum(alike) >= _SAME_ROLES * len(alike)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"""
            headline # 无人机飞进稻田
            paragraph {RICE[0]}
            subhead ### 飞手的规矩
            paragraph {RICE[5]}
            list_item 1. 起飞前先看风向，风大不飞。
            list_item 2. 鱼塘边三十米内不飞。
            list_item 3. 飞完清洗药箱，水不入河。
            paragraph {RICE[4]}
            """,
            id="Chinese",
        ),
        pytest.param(
            f"""
            headline # 飞手之家开张了
            subheadline ## 全县飞手达到120名 每天照看2.4万亩
            paragraph {RICE[3]}
            question 问：飞手从哪里来？
            answer 答：大多是返乡的年轻人。
            answer 会修拖拉机的，学起来最快。
            question 问：今后有什么打算？
            answer 答：先把茶山的路修通。
            paragraph {RICE[5]}
            """,
            id="interview",
        ),
        pytest.param(
            f"""
            headline # 无人机飞进稻田
            paragraph {RICE[0]}
            subhead ## 卖得掉才算丰收
            paragraph {RICE[4]}
            headline # 茶叶产量公布
            paragraph {RICE[5]}
            """,
            id="levels",
        ),
        pytest.param(
            f"""
            headline # Footbridge Opens Late
            paragraph {FERRY[0]}
            subhead ### What it takes
            paragraph {FERRY[1]}
            list_item 1. Ask the neighbors where the mud is.
            list_item 2. Believe them.
            paragraph {FERRY[2]}
            """,
            id="English",
        ),
        pytest.param(
            """
            headline # 田埂上怎样放无人机
            byline 乔小满
            paragraph 起飞以前先要看一看天，风从山口来的时候，机器在田埂上空站不稳，药也撒不匀。
            paragraph 老飞手都有自己的规矩，写在本子上，出门前念一遍才走。
            subhead ## 要带什么
            list_item 1. 两块充满的电池
            list_item 2. 一瓶清水
            list_item 3. 地图和哨子
            list_item 4. 耐心
            subhead ## 飞完以后
            paragraph 先断电，再清洗，药箱里的水倒进桶里带走，一滴也不要留在田边的沟渠里面。
            """,
            id="short paragraphs, a list under a subhead",
        ),
    ],
)
def test_an_ordinary_article_comes_out_as_it_went_in(page: str) -> None:
    given = [line.strip().partition(" ") for line in page.strip().splitlines()]
    expected = [f"{role} {words.lstrip('# ')}" for role, _, words in given]
    assert told(*(words for _, _, words in given)) == expected


def test_the_space_behind_a_dateline_stays() -> None:
    words = f"本报讯 {RICE[0]}"
    assert told("# 无人机飞进稻田", words, RICE[1])[1] == f"paragraph {words}"


@pytest.mark.parametrize("paragraphs", [RICE, FERRY], ids=["Chinese", "English"])
def test_paragraphs_without_line_ends_keep_every_character(paragraphs: tuple[str, ...]) -> None:
    page = rebuild(read_markdown("page", "\n\n".join(paragraphs)))
    assert page.articles[0].measure is None
    told = [paragraph.text for paragraph in page.articles[0].paragraphs()]
    assert [text.plain for text in told] == list(paragraphs)
    assert not [gap for text in told for gap in text.gaps()]
    assert [text.plain for text in told] == [text.raw.strip() for text in told]
