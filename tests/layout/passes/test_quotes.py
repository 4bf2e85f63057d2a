import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.passes.quotes import turn_quotes
from layout.text import Edit, Rule, Suggestion, Text, supplied
from layout.walk import map_texts
from tests.build import page_of


def turned(words: str, language: str = "zh-Hans") -> Text:
    page = turn_quotes(page_of(f"paragraph {words}", language))
    return next(page.articles[0].paragraphs()).text


def doubted(text: Text) -> list[int]:
    """The places of quotation marks that found no partner."""
    return [at for at, f in text.placed() if isinstance(f.mark, Suggestion)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param('他说："熟了。"', "他说：“熟了。”", id="speech"),
        pytest.param('"熟了。"他说，"来吧。"', "“熟了。”他说，“来吧。”", id="speech in two parts"),
        pytest.param('所谓"飞手"就是他们', "所谓“飞手”就是他们", id="a word"),
        pytest.param('"甲""乙""丙"三队', "“甲”“乙”“丙”三队", id="quotes side by side"),
        pytest.param("他说：\"'飞手'来了。\"", "他说：“‘飞手’来了。”", id="nested at the start"),
        pytest.param("\"来的是'飞手'。\"", "“来的是‘飞手’。”", id="nested inside"),
        pytest.param("\"他叫'飞手'\"", "“他叫‘飞手’”", id="nested at the end"),
        pytest.param("他说：'熟了。\"", "他说：“熟了。”", id="single for an opening double"),
        pytest.param("他说：\"熟了。'", "他说：“熟了。”", id="single for a closing double"),
        pytest.param('（"飞手"）', "（“飞手”）", id="in brackets"),
        pytest.param('《"飞手"》', "《“飞手”》", id="in a title"),
        pytest.param("他说：'熟了。'", "他说：“熟了。”", id="singles for both doubles"),
        pytest.param("所谓“飞手'就是他们", "所谓“飞手”就是他们", id="single behind a turned one"),
        pytest.param("'飞手”就是他们", "“飞手”就是他们", id="single before a turned one"),
        pytest.param(
            '他说："他喊："熟了！"大家来了。"', "他说：“他喊：“熟了！”大家来了。”", id="in its like"
        ),
        pytest.param('称号"飞手"、"田把式"', "称号“飞手”、“田把式”", id="in a row"),
    ],
)
def test_straight_quotes_get_their_direction(words: str, expected: str) -> None:
    text = turned(words)
    assert text.plain == expected
    assert not doubted(text)
    turned_marks = [f.mark for f in text.fragments if f.text != f.raw]
    assert all(isinstance(mark, Edit) and mark.rule is Rule.QUOTE for mark in turned_marks)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param('他說："熟了。"', "他說：「熟了。」", id="double"),
        pytest.param("他說：\"來的是'飛手'。\"", "他說：「來的是『飛手』。」", id="nested"),
    ],
)
def test_traditional_text_takes_corner_brackets(words: str, expected: str) -> None:
    assert turned(words, "zh-Hant").plain == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param('"Late," she said.', "“Late,” she said.", id="speech"),
        pytest.param('She said, "Late."', "She said, “Late.”", id="speech at the end"),
        pytest.param("\"He said 'late,'\" she said.", "“He said ‘late,’” she said.", id="nested"),
        pytest.param('Read "The Tide" twice.', "Read “The Tide” twice.", id="a title"),
        pytest.param('("Late.")', "(“Late.”)", id="in brackets"),
    ],
)
def test_english_quotes(words: str, expected: str) -> None:
    assert turned(words, "en").plain == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("It's the sailors' boat.", id="in a word and behind an s"),
        pytest.param("Back in the '90s.", id="before a decade"),
        pytest.param("O'Quill wouldn't go.", id="in names"),
    ],
)
def test_apostrophes_are_turned_and_are_no_quotes(words: str) -> None:
    text = turned(words, "en")
    assert text.plain == words.replace("'", "’")
    assert text.raw == words
    assert not doubted(text)


def test_apostrophes_inside_quotes_do_not_close_them() -> None:
    assert turned('"It\'s late," she said.', "en").plain == "“It’s late,” she said."


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param('他说："熟了。"来人了。"', 7, id="a third double"),
        pytest.param("早稻'熟了。", 2, id="a lone single"),
    ],
)
def test_a_mark_without_a_partner_stays_and_is_doubted(words: str, place: int) -> None:
    text = turned(words)
    assert text.plain[place] == words[place]
    assert doubted(text) == [place]


def test_a_quote_may_stay_open_where_its_end_was_lost() -> None:
    assert turned('他说："熟了').plain == "他说：“熟了"


def test_single_marks_stay_in_english_that_has_no_others() -> None:
    assert turned("'Late,' she said.", "en").plain == "‘Late,’ she said."
    assert turned("\"Yes.\" 'Late,' she said.", "en").plain == "“Yes.” “Late,” she said."


@pytest.mark.parametrize(
    ("words", "where", "reading"),
    [
        pytest.param('他说："熟了。', 6, "。”", id="to the end"),
        pytest.param('"熟了。老何说。人都来了。', 3, "。”", id="before who says it"),
        pytest.param("他说：“熟了。", 6, "。”", id="a turned mark"),
    ],
)
def test_a_quotation_left_open_is_told_where_it_would_end(
    words: str, where: int, reading: str
) -> None:
    text = turned(words)
    (place,) = doubted(text)
    mark = next(f.mark for at, f in text.placed() if at == place and f.mark)
    assert isinstance(mark, Suggestion)
    assert (place, mark.reading, mark.rule) == (where, reading, Rule.QUOTE)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("paragraph “熟了。\nparagraph “来吧。”", id="that goes on"),
        pytest.param("paragraph “熟了⟨4⟩", id="whose end was lost"),
    ],
)
def test_no_end_is_offered_for_a_quotation(page: str) -> None:
    (first, *_) = turn_quotes(page_of(page, "zh-Hans")).articles[0].paragraphs()
    assert not doubted(first.text)


def test_the_stop_that_was_read_as_a_quote_is_not_supplied_again() -> None:
    page = page_of("paragraph 早稻都熟了'", "zh-Hans")
    stop = supplied("。", 6, Edit(Rule.CLOSING_MARK, "the last line is short", 0.9))
    page = turn_quotes(map_texts(page, lambda text: text + stop))
    (paragraph,) = page.articles[0].paragraphs()
    assert [(f.text, f.raw) for f in paragraph.text.fragments] == [
        ("早稻都熟了", "早稻都熟了"),
        ("。", "'"),
    ]


def test_ten_thousand_marks_are_paired_as_two_are() -> None:
    words = "他说：'熟了。\"" * 5_000
    assert turned(words).plain == "他说：“熟了。”" * 5_000


def test_a_quote_where_a_stop_belongs_is_a_stop() -> None:
    text = turned('早稻都熟了"')
    assert text.plain == "早稻都熟了。"
    edit = text.fragments[-1].mark
    assert isinstance(edit, Edit)
    assert edit.rule is Rule.LOOK_ALIKE


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("他说：“熟了。”", id="curly ones"),
        pytest.param("他說：「熟了。」", id="corner brackets"),
        pytest.param("早稻熟了。", id="none"),
    ],
)
def test_what_has_a_direction_keeps_it(words: str) -> None:
    assert turned(words).plain == words


_CLAUSE = st.sampled_from(["早稻", "熟了，人都来了", "一块田", "飞手"])
_INNER = st.lists(_CLAUSE | _CLAUSE.map("他喊：‘{}！’".format), min_size=1, max_size=3)
_SPEECH = st.lists(
    _INNER.map(lambda parts: f"他说：“{'，'.join(parts)}。”"), min_size=1, max_size=3
)
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@given(_SPEECH.map("".join))
def test_speech_comes_back_as_it_was_printed(printed: str) -> None:
    assert turned(printed.translate(_STRAIGHT)).plain == printed


@given(st.text("稻\"'，。： a", max_size=16))
def test_every_mark_keeps_its_place(words: str) -> None:
    text = turned(f"稻{words}田")
    assert text.raw == f"稻{words}田"
    assert text.plain.translate(_STRAIGHT).replace("'", '"') == f"稻{words}田".replace("'", '"')


def test_apostrophes_stand_before_letters_with_accents() -> None:
    assert turned("L'État paie jusqu'à l'été.", "en").plain == "L’État paie jusqu’à l’été."


def test_german_quotation_marks_stay() -> None:
    german = "„Wir haben gewartet“, sagte er. „Nun wird gebaut.“"
    assert turned(german, "en").plain == german
    assert not doubted(turned(german, "en"))
