from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout import rebuild
from layout.model import Page, texts_of
from layout.passes.look_alikes import mend_look_alikes
from layout.text import Amendment, Edit, Rule, Suggestion, Text, kept
from layout.walk import map_texts
from readers.markdown import read_markdown
from tests.build import page_of


def body(*paragraphs: str, language: str = "zh-Hans") -> Page:
    return page_of("\n".join(f"paragraph {words}" for words in paragraphs), language)


def texts(page: Page) -> Iterator[Text]:
    for article in page.articles:
        for block in article.blocks:
            yield from texts_of(block)


def mended(*paragraphs: str, language: str = "zh-Hans") -> str:
    page = mend_look_alikes(body(*paragraphs, language=language))
    return "\n".join(text.plain for text in texts(page))


def marks(page: Page) -> list[Edit | Suggestion]:
    found = [fragment.mark for text in texts(page) for fragment in text.fragments]
    return [m for m in found if isinstance(m, Edit | Suggestion) and m.rule is Rule.LOOK_ALIKE]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("每到周未，广场上都很热闹。", "每到周末，广场上都很热闹。", id="a weekend"),
        pytest.param("如令日子好过多了。", "如今日子好过多了。", id="nowadays"),
        pytest.param("他做了三十年主洽医师。", "他做了三十年主治医师。", id="a physician"),
        pytest.param("列车的没计时速为350公里。", "列车的设计时速为350公里。", id="a speed"),
        pytest.param("会议定于9月26曰召开。", "会议定于9月26日召开。", id="a day behind a figure"),
        pytest.param("他己经走了二十里路。", "他已经走了二十里路。", id="a third of three alike"),
        pytest.param("银行发放了一笔货款。", "银行发放了一笔货款。", id="a word that may be meant"),
        pytest.param("全年任务基本完咸。", "全年任务基本完成。", id="parts in common"),
        pytest.param(
            "新工厂招了两百名工入。", "新工厂招了两百名工人。", id="behind a measure word"
        ),
        pytest.param("余额三万二干七百元。", "余额三万二千七百元。", id="between numerals"),
        pytest.param("家住渡口的虞女土来电。", "家住渡口的虞女士来电。", id="behind a family name"),
    ],
)
def test_mends_a_character_where_another_makes_a_word(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "words",
    [
        "结果还没计算出来，未来几天会公布。",
        "圆满的月亮令人想起家乡，他已经老了。",
        "太平村的村民说，人口比入口处的牌子上写的多。",
        "土生土长的干部走进千家万户。",
        "本报记者秦晓峰采访了护士长何伟。",
        "大夫说，天太热，不大好走，也不太好走。",
        "家住河边的何知远今年七十二岁，教练柏子涵在少年宫教书。",
        "丁一鸣是镇上的医生，白知远承包了鱼塘。",
        "他从雨里穿过，像拾起一片叶子，送出一封信。",
        "西红柿涨价了，茄子也贵。",
    ],
)
def test_leaves_good_words_alone(words: str) -> None:
    page = mend_look_alikes(body(words))
    assert [text.plain for text in texts(page)] == [words]
    assert marks(page) == []


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("山上的茶-天比-天香。", "山上的茶一天比一天香。", id="twice in a clause"),
        pytest.param("-窝蜂地上项目不行。", "一窝蜂地上项目不行。", id="at the beginning"),
        pytest.param("她-边摘茶，一边唱歌。", "她一边摘茶，一边唱歌。", id="once of twice"),
        pytest.param("他是全省第—名。", "他是全省第一名。", id="a long dash"),
        pytest.param(
            "引进技术，｜-批老厂换了新颜。", "引进技术，一批老厂换了新颜。", id="a line end"
        ),
    ],
)
def test_reads_a_dash_as_one(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "words",
    [
        "中国-东盟博览会在南宁开幕。",
        "比分是3-5，A-1区的观众最多。",
        "京-沪两地的航班增加到每天20-30班。",
        "他来了——又走了。",
        "该展位在B-天津馆旁。",
    ],
)
def test_leaves_dashes_between_names_and_figures(words: str) -> None:
    assert mended(words) == words


@pytest.mark.parametrize(
    ("words", "language"),
    [
        pytest.param("不到十分鐘，一船漁獲全部售完。", "zh-Hant", id="a boatful"),
        pytest.param("匪徒扮水喉匠入屋行劫。", "zh-Hant", id="into the flat"),
        pytest.param("隔籬鄰舍都聽得見。", "zh-Hant", id="next door"),
        pytest.param("他用一船石头换了一车沙。", "zh-Hans", id="a boatful of stones"),
        pytest.param("秦秋云带着徒弟上山。", "zh-Hans", id="a name"),
        pytest.param("你决定将使用哪种方法？", "zh-Hans", id="which"),
        pytest.param("选择格式-行-隐藏。", "zh-Hans", id="a menu"),
        pytest.param("發言人回覆說，已瞭解情況。", "zh-Hant", id="two simple forms"),
        pytest.param("Why did it take so tions.", "en", id="pieces of words"),
        pytest.param("A text-becn-tool.", "en", id="a name with hyphens"),
    ],
)
def test_changes_nothing_that_may_be_right(words: str, language: str) -> None:
    assert mended(words, language=language) == words


def test_hears_the_page_before_the_dictionary() -> None:
    told = "“一联三帮”行动开始后，干部帮企业解决难题。"
    page = mend_look_alikes(body(told, "全市召开“一联三邦”推进会。"))
    (mark,) = marks(page)
    assert "elsewhere" in mark.why
    assert (
        page.articles[0].blocks[1:]
        != body(told, "全市召开“一联三邦”推进会。").articles[0].blocks[1:]
    )


def test_an_engine_that_was_mended_once_is_believed_to_err_again() -> None:
    words = "孩子们都围着入。"
    assert not marks(mend_look_alikes(body(words)))
    page = mend_look_alikes(body("厂里招了两百名工入。", words))
    assert [mark.reading for mark in marks(page) if isinstance(mark, Suggestion)] == ["人"]


def test_the_name_of_a_person_is_mended_where_the_page_has_it_twice() -> None:
    told = "船队队长乔太岭说，风停了。", "村里人都知道乔大岭。", "乔大岭今年七十岁。"
    assert mended(*told).startswith("船队队长乔大岭说")
    assert mended(*told[:2]).startswith("船队队长乔太岭说")


def test_a_dash_that_begins_a_line_is_offered_as_one_of_a_word() -> None:
    words = "这种机器把街上锅碗瓢盆的声音 -并放大，老人戴上听不清话，很是苦恼， 不肯再戴。"
    page = rebuild.rebuild(read_markdown("page", f"# 护耳\n\n{words}"))
    assert [mark.reading for mark in marks(page) if isinstance(mark, Suggestion)] == ["一"]


def test_a_rare_character_is_known_in_traditional_text_too() -> None:
    assert mended("他是笫二次上山。", language="zh-Hant") == "他是第二次上山。"


def test_a_name_goes_by_what_the_page_says() -> None:
    page = [
        "云陵市召开会议。",
        "云陵市的茶叶香。",
        "记者从云陵市农业局获悉。",
        "到云陕市来的人多了。",
    ]
    assert "到云陵市来" in mended(*page)


def test_mends_traditional_text_by_its_own_shapes() -> None:
    assert mended("他己經把書晝完了。", language="zh-Hant").startswith("他已經")
    assert mended("請在周未前繳費。", language="zh-Hant") == "請在周末前繳費。"


def test_the_evidence_is_told_in_the_characters_of_the_page() -> None:
    page = mend_look_alikes(body("他己經做了三年，說了-種東西。", language="zh-Hant"))
    why = [mark.why for mark in marks(page)]
    assert why[0].startswith("已經 is a likelier word")
    assert why[1].startswith("一種 is a word")


def test_a_doubtful_reading_is_offered_and_not_made() -> None:
    words = "县里也拨出专款，修好了这条路。"
    page = mend_look_alikes(body(words))
    assert [text.plain for text in texts(page)] == [words]
    for mark in marks(page):
        assert isinstance(mark, Suggestion)
        assert mark.certainty < 0.9


def test_a_voice_goes_by_the_other_voices_of_the_page() -> None:
    said = ["问：水从哪里来？", "答：从山上来。", "问：够吗？", "答：够了。", "问：冬天呢？"]
    read = [*said, "间：谁修的渠？", "答：大家修的。"]
    assert mended(*read).splitlines()[-2] == "问：谁修的渠？"
    assert mended("间：谁修的渠？", "答：大家修的。").startswith("间")


def test_what_only_the_neighbours_speak_for_is_offered() -> None:
    page = mend_look_alikes(body("他们等了三个小时，终于都走丁。"))
    (offer,) = marks(page)
    assert isinstance(offer, Suggestion)
    assert offer.reading == "了"


def test_the_source_keeps_what_was_read_and_the_ledger_says_why() -> None:
    page = mend_look_alikes(body("每到周未，广场上都很热闹。"))
    (text,) = texts(page)
    assert text.raw == "每到周未，广场上都很热闹。"
    (mark,) = marks(page)
    assert isinstance(mark, Edit)
    assert "周末" in mark.why
    assert 0.9 <= mark.certainty < 1


def test_a_second_reading_finds_nothing_more() -> None:
    once = mend_look_alikes(body("每到周未，-批人来。", "如令日子好过多了。"))
    assert mend_look_alikes(once) == once


def test_what_is_mended_bears_witness() -> None:
    """At first the first is not sure; those that are misread alike must not hold each other up."""
    page = body("鱼塘收人比去年多。", "旅游总收人12亿元。", "全镇总收人15亿元。")
    once = mend_look_alikes(page)
    assert next(texts(once)).plain == "鱼塘收入比去年多。"
    again = map_texts(once, lambda text: kept(text.plain, 0, len(text)))
    assert [t.plain for t in texts(mend_look_alikes(again))] == [t.plain for t in texts(once)]


def test_says_nothing_of_odd_characters() -> None:
    words = "\ud83d\ude00㐀𠀀□\u200b甲-乙。"
    assert mended(words) == words


def test_reads_on_over_the_old_line_ends_of_a_rebuilt_page() -> None:
    source = "# 河边的集市\n\n每到周 未，广场上都很热闹，-到傍晚就 亮起灯来，游客 如 令越来越多。"
    page = mend_look_alikes(rebuild.rebuild(read_markdown("page", source)))
    assert "每到周末" in "".join(text.plain for text in texts(page))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param(
            "It has becn closed since May.", "It has been closed since May.", id="c for e"
        ),
        pytest.param("They saw tbe harbor.", "They saw the harbor.", id="b for h"),
        pytest.param("A rnodern building.", "A modern building.", id="two letters for one"),
        pytest.param("The counci1 voted.", "The council voted.", id="a figure for a letter"),
        pytest.param("The shu ttered mill.", "The shuttered mill.", id="a word in two"),
        pytest.param("It fell on Wedne sday.", "It fell on Wednesday.", id="a day in two"),
        pytest.param("Tbis is the first.", "This is the first.", id="a sentence's first word"),
        pytest.param("Pier 9 and Picr 10.", "Pier 9 and Pier 10.", id="a name that the page has"),
        pytest.param("It went lnto the sea.", "It went into the sea.", id="no sentence begins"),
        pytest.param("A house in Elm Strcet.", "A house in Elm Street.", id="no name has it"),
    ],
)
def test_mends_english_words(read: str, printed: str) -> None:
    assert mended(read, language="en") == printed


def test_a_name_is_mended_by_the_likelier_of_its_readings() -> None:
    read = "In Novcmber it rained. November was wet, and Northgate slept. Nortbgate is Northgate."
    page = mend_look_alikes(body(read, language="en"))
    assert [text.plain for text in texts(page)] == [read]
    assert [m.reading for m in marks(page) if isinstance(m, Suggestion)] == ["e", "h"]


def test_what_an_engine_did_once_it_may_have_done_again() -> None:
    page = mend_look_alikes(body("Tbe ships lay off tbe mill that boused us.", language="en"))
    assert [text.plain for text in texts(page)] == ["The ships lay off the mill that boused us."]
    assert [m.reading for m in marks(page) if isinstance(m, Suggestion)] == ["h"]


@pytest.mark.parametrize(
    "words",
    [
        "Theo Varga and Ines Halloran met on the 3rd at 9am.",
        "Write to office@larkport.gov or see www.larkport.gov.",
        "It isn't the mayor's; they'll vote 6-3.",
        "The barn burned; a clan of farmers came.",
        "THE LARKPORT COURIER, A5",
        "He said selfies and podcasts are in deed art.",
        "A bas relief of Hannah Pryce stood in the nave.",
        "Sheriff Beem had been seen. Wes Hoyt was there, and it was late.",
    ],
)
def test_leaves_english_words_alone(words: str) -> None:
    page = mend_look_alikes(body(words, language="en"))
    assert [text.plain for text in texts(page)] == [words]
    assert marks(page) == []


def test_what_another_rule_marked_is_left_to_it() -> None:
    displaced = Edit(Rule.DISPLACED, "stood elsewhere")
    page = body("每到周未，广场上都很热闹。")
    (text,) = texts(page)
    marked = text.amended([Amendment(0, len(text), None, displaced)])
    page = map_texts(page, lambda _: marked)
    assert mend_look_alikes(page) == page


@given(
    st.lists(
        st.text(alphabet="周未末己已一-—ー天比入人0179， 。e\u0301cbrnmlI1|'’\ud800𠀀", max_size=40)
    )
)
def test_the_source_stays_whole(paragraphs: list[str]) -> None:
    for language in ("zh-Hans", "zh-Hant", "en"):
        page = body("甲", *paragraphs, language=language)
        before, after = list(texts(page)), list(texts(mend_look_alikes(page)))
        assert [text.raw for text in before] == [text.raw for text in after]
        assert mend_look_alikes(page).source == page.source


def test_no_word_of_another_language_is_read_as_english() -> None:
    german = "Wir haben lange gewartet, sagte er, und nun wird es Zeit, dass wieder gebaut wird."
    assert (
        mended(german, "Er lasse die alte stehen.", language="en")
        == f"{german}\nEr lasse die alte stehen."
    )
    spanish = "El barco que va de la isla al puerto no sale hasta que suba el agua en la boca."
    event = "La banda municipal canta el lunes a las nueve de la noche en la plaza principal."
    assert mended(spanish, event, language="en") == f"{spanish}\n{event}"
    english = "He went large lengths to tell them that the old bridge would be built again in May."
    assert mended(german, english.replace("would", "wou1d"), language="en").endswith(english)
