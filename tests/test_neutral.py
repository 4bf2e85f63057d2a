import json

from exporters.json import write
from layout.model import Article, Edition, Editor, Folio, Kind, Page, Paragraph, Role, Section
from layout.text import Edit, Fragment, Rule, Suggestion, Text, joined, kept, supplied
from tests.build import edition_of
from tests.neutral import Json, neutral


def result_of(notation: str) -> Json:
    return neutral(json.loads(write(edition_of(notation))))


def result_of_blocks(*blocks: Paragraph) -> Json:
    folio = Folio("04", editors=(Editor("编辑", "甲"),))
    page = Page("p", "", "zh-Hans", folio, (Section("", (Article(Kind.NEWS, blocks),)),))
    return neutral(json.loads(write(Edition("t", "zh-Hans", (page,)))))


def test_articles_keep_measure_roles_and_parts() -> None:
    result = result_of("article news 19.5\nheadline 甲乙 / 丙丁\nparagraph 一行｜二行")
    assert result["articles"] == [
        {
            "measure": 19.5,
            "columns": None,
            "blocks": [
                {"role": "headline", "text": "甲乙 丙丁", "parts": ["甲乙", "丙丁"]},
                {"role": "paragraph", "text": "一行二行"},
            ],
        }
    ]


def test_figures_give_their_words_and_tables_their_rows() -> None:
    result = result_of(
        "article photo\npicture a.png\ncaption 车间\nphoto_credit 甲 摄\n"
        "article table\ntable_title 产量\ntable 年 | 数 // 2012 | 3⟨1⟩"
    )
    words = [[(b["role"], b["text"]) for b in a["blocks"]] for a in result["articles"]]
    assert words == [
        [("caption", "车间"), ("photo_credit", "甲 摄")],
        [("table_title", "产量"), ("table_row", "年 数"), ("table_row", "2012 3")],
    ]
    assert [(x["article"], x["block"], x["offset"]) for x in result["lacunae"]] == [(1, 2, 6)]


def test_gaps_are_lacunae_where_they_stand() -> None:
    result = result_of("paragraph 百强⟨2⟩｜第二⟨3⟩行")
    places = [(x["article"], x["block"], x["offset"], x["kind"]) for x in result["lacunae"]]
    assert places == [(0, 0, 2, "lost_chars"), (0, 0, 4, "lost_chars")]
    assert result_of("paragraph 百强⟨2⟩")["lacunae"][0]["kind"] == "lost_tail"


def test_a_heading_that_was_supplied_is_a_loss_before_the_next_block() -> None:
    year = Paragraph(Role.YEAR, supplied("2013年", 4, Edit(Rule.LOST_YEAR)))
    event = Paragraph(Role.EVENT, kept("1月18日", 0, 5))
    result = result_of_blocks(event, year, event, year)
    assert [b["role"] for b in result["articles"][0]["blocks"]] == ["timeline_item"] * 2
    assert [(x["block"], x.get("offset"), x["suggested"]) for x in result["lacunae"]] == [
        (1, 0, "2013年"),
        (1, None, "2013年"),
    ]


def test_corrections_made_and_proposed_are_listed() -> None:
    changed = Fragment("帮", "邦", 2, Edit(Rule.LOOK_ALIKE, "一联三帮"))
    quote = Fragment("“", '"', 3, Edit(Rule.QUOTE))
    doubted = Fragment("作", "作", 4, Suggestion("业", Rule.LOOK_ALIKE, "", 0.4))
    stop = supplied("。", 5, Edit(Rule.CLOSING_MARK))
    text = joined([kept("一联", 0, 2), Text((changed, quote, doubted)), stop])
    found = result_of_blocks(Paragraph(Role.BODY, text))["corrections"]
    assert [(c["offset"], c["wrong"], c["right"]) for c in found] == [
        (2, "邦", "帮"),
        (4, "作", "业"),
        (5, "", "。"),
    ]


def test_the_folio_is_told() -> None:
    folio = result_of_blocks()["folio"]
    assert (folio["page"], folio["section"]) == ("04", None)
    assert folio["editors"] == [{"role": "编辑", "name": "甲"}]
