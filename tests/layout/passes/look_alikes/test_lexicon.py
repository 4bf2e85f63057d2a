import pytest

from layout.passes.look_alikes.clause import Clause
from layout.passes.look_alikes.lexicon import Entry, Word, lexicon, simplified, with_noughts
from layout.passes.look_alikes.neighbours import EDGE, unjoined


def words_at(text: str, place: int) -> list[str]:
    words = lexicon()(text[place]).words_at(text, place)
    return [text[place : place + word.length] for word in words]


def test_finds_every_word_that_begins_at_a_place() -> None:
    assert words_at("停车场里", 0) == ["停", "停车", "停车场"]
    assert words_at("停车场外", 1) == ["车", "车场"]


def test_common_words_score_above_rare_ones() -> None:
    alone = [lexicon()(character).alone.score for character in "的人曰"]
    assert alone == sorted(alone, reverse=True)


def test_some_characters_mostly_begin_longer_words() -> None:
    begins = [lexicon()(c).goes_on() > lexicon()(c).alone.score for c in "参的\n"]
    assert begins == [True, False, False]


@pytest.mark.parametrize(
    "character", ["\n", "a", "\U0002a6d6"], ids=["a mark", "Latin", "unheard of"]
)
def test_an_unknown_character_is_a_rare_word(character: str) -> None:
    (word,) = lexicon()(character).words_at(character, 0)
    assert word.length == 1
    assert word.score < lexicon()("曰").alone.score


def test_figures_are_known_before_what_is_counted() -> None:
    assert words_at(with_noughts("9月"), 0) == ["0", "0月"]


def test_names_of_places_are_told() -> None:
    words = lexicon()("郑").words_at("郑州", 0)
    assert [word.is_name for word in words] == [False, True]


def test_traditional_characters_are_looked_up_as_simplified() -> None:
    assert simplified("週末的經濟學", "Hant") == "周末的经济学"
    assert simplified("經濟", "Hans") == "經濟"


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        pytest.param("回覆本報", "回复本报", id="as another"),
        pytest.param("覆蓋率", "覆盖率", id="as it is"),
        pytest.param("瞭解", "了解", id="at the beginning"),
    ],
)
def test_a_character_of_two_simple_forms_goes_by_its_word(words: str, folded: str) -> None:
    assert simplified(words, "Hant") == folded


def _toy(character: str) -> Entry:
    pairs = {"甲": "乙b", "乙": "丙b"}.get(character, "")
    longer = {"甲": " 丙丁b "}.get(character, "")
    return Entry(Word(1, -5.0, False), pairs, pairs + longer.strip()[:1], longer)


def test_a_clause_is_cut_into_its_likeliest_words() -> None:
    clause = Clause("甲乙丁", "甲乙丁", _toy, unjoined)
    pair = lexicon()("的").alone.score  # any score serves: what counts is that the parts add up
    assert pair < 0
    assert clause.loose == [2]
    made = max(clause.made(1, "丙"), key=lambda m: len(m.word))
    assert (made.start, made.word, made.end) == (0, "甲丙丁", 3)
    assert clause.fit(made) == made.score
    assert clause.apart(2) == clause.best - (-5.0)


def test_words_stand_where_their_neighbours_like_them() -> None:
    likes = {("甲", "乙"): 2.0, ("丁", EDGE): 1.0, ("甲", "丙"): -2.0}
    clause = Clause("甲乙丁", "甲乙丁", _alone, lambda *beside: likes.get(beside, 0.0))
    (made,) = clause.made(1, "丙")
    assert clause.best == 3 * -5.0 + 3.0
    assert clause.fit(made) == 3 * -5.0 - 1.0
    assert clause.most(made) == clause.fit(made) - clause.best


def _alone(_: str) -> Entry:
    return Entry(Word(1, -5.0, False), "", "", "")
