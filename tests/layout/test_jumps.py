from collections.abc import Sequence
from dataclasses import replace

import pytest

from layout.jumps import Jump, carried_on, continuations, page_key, read_jump
from layout.model import Page, Role
from layout.text import Gap, Text
from layout.walk import map_texts
from tests.build import edition_of


@pytest.mark.parametrize(
    ("line", "jump"),
    [
        ("（下转第3版）", Jump("3", onward=True)),
        ("下转03版", Jump("3", onward=True)),
        ("（上接第一版）", Jump("1", onward=False)),
        ("紧接第十二版 上接", Jump("12", onward=False)),
        ("Continued on A8", Jump("A8", onward=True)),
        ("See MUSEUM, Page A5", Jump("A5", onward=True)),
        ("FROM PAGE A1", Jump("A1", onward=False)),
        ("► See PLAN, 4A", Jump("A4", onward=True)),
        ("（文轉A3版）", Jump("A3", onward=True)),
        ("（文接A1版）", Jump("A1", onward=False)),
        ("（續見A6）", Jump("A6", onward=True)),
        ("下转", None),
        ("第3版", None),
        ("2022", None),
    ],
)
def test_jump_lines_are_read(line: str, jump: Jump | None) -> None:
    assert read_jump(line) == jump


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("04", "4"),
        ("A03", "A3"),
        ("a3", "A3"),
        ("3A", "A3"),
        ("3rd", "3"),
        ("十", "10"),
        ("二十一", "21"),
        ("", ""),
    ],
)
def test_page_numbers_are_compared_by_what_they_mean(label: str, key: str) -> None:
    assert page_key(label) == key


def test_an_article_goes_on_where_its_jump_is_answered() -> None:
    pages = edition_of(
        "page 01 | 要闻 | 2022-09-27\narticle news\nheadline 甲\njump 下转第3版\n"
        "page 02 | 要闻 | 2022-09-27\narticle news\nheadline 乙\n"
        "page 03 | 综合 | 2022-09-27\narticle news\nheadline 丙\narticle news\njump 上接第1版\n"
    ).pages
    assert continuations(pages) == {(0, 0): (2, 1)}


def test_of_two_that_answer_the_one_with_the_same_words_is_meant() -> None:
    pages = edition_of(
        "page A1 | Local | 2022-09-27\n"
        "article news\nheadline Council backs harbor plan\njump See HARBOR, page A3\n"
        "article news\nheadline School museum opens\njump See MUSEUM, page A3\n"
        "page A3 | Local | 2022-09-27\n"
        "article news\nheadline Museum\njump From page A1\n"
        "article news\nheadline Harbor\njump From page A1\n",
        "en",
    ).pages
    assert continuations(pages) == {(0, 0): (1, 1), (0, 1): (1, 0)}


def test_what_cannot_be_told_apart_is_not_joined() -> None:
    pages = edition_of(
        "page 01 | 要闻 | 2022-09-27\narticle news\nheadline 甲\njump 下转第2版\n"
        "page 02 | 要闻 | 2022-09-27\n"
        "article news\nheadline 乙\njump 上接第1版\narticle news\nheadline 丙\njump 上接第1版\n"
    ).pages
    assert continuations(pages) == {}


def test_two_pages_that_point_at_each_other_make_no_circle() -> None:
    line = "article news\nheadline 甲\njump 下转第{0}版\njump 上接第{0}版\n"
    head = "page 0{} | 要闻 | 2022-09-27\n"
    pages = edition_of(head.format(1) + line.format(2) + head.format(2) + line.format(1)).pages
    assert continuations(pages) == {(0, 0): (1, 0)}


JUMPING = (
    "page 01 | 要闻 | 2022-09-27\narticle news\nheadline 甲\nparagraph 前⟨2⟩\nparagraph 中⟨2⟩\n"
    "jump 下转第{there}版\narticle news\nparagraph 旁⟨2⟩\n"
    "page 03 | 综合 | 2022-09-27\narticle news\njump 上接第1版\nparagraph 后⟨2⟩\n"
)


def gaps(pages: Sequence[Page]) -> str:
    texts = (p.text for page in pages for a in page.articles for p in a.paragraphs(Role.BODY))
    return "".join(text.shown("…") for text in texts)


def test_a_text_that_goes_on_elsewhere_has_lost_nothing_there() -> None:
    pages = edition_of(JUMPING.format(there=3)).pages
    assert gaps(pages) == "前…中…旁…后…"
    assert gaps(carried_on(pages)) == "前…中旁…后…"


def test_a_text_that_nothing_answers_may_have_lost_its_end() -> None:
    pages = edition_of(JUMPING.format(there=9)).pages
    assert carried_on(pages) == pages


def test_a_gap_that_a_person_confirmed_stays() -> None:
    pages = edition_of(JUMPING.format(there=3)).pages

    def confirmed(text: Text) -> Text:
        marks = (
            replace(f.mark, certainty=1.0) if isinstance(f.mark, Gap) else f.mark
            for f in text.fragments
        )
        pairs = zip(text.fragments, marks, strict=True)
        return Text(tuple(replace(fragment, mark=mark) for fragment, mark in pairs))

    sure = [map_texts(page, confirmed) for page in pages]
    assert list(carried_on(sure)) == sure
