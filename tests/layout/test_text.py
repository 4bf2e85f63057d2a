from hypothesis import assume, given
from hypothesis import strategies as st

from layout.text import Amendment, Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text, joined

_EDIT = Edit(Rule.QUOTE)
_MARKS = st.sampled_from([None, _EDIT, LineEnd()])


_WORDS = st.text("甲乙,", max_size=4)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    fragments: list[Fragment] = []
    for _ in range(draw(st.integers(0, 8))):
        raw = draw(_WORDS)
        at = fragments[-1].end if fragments else 0
        fragments.append(Fragment(draw(st.just(raw) | _WORDS), raw, at, draw(_MARKS)))
        if draw(st.booleans()):
            fragments.append(Fragment("", "", at + len(raw), Gap(2, "", 1.0)))
    return Text(tuple(fragments))


@given(texts(), st.data())
def test_two_halves_are_the_whole(text: Text, data: st.DataObject) -> None:
    assume(text.plain)
    middle = data.draw(st.integers(1, len(text)))
    halves = text.cut(0, middle) + text.cut(middle, len(text))
    assert (halves.plain, halves.raw) == (text.plain, text.raw)
    assert len(halves.gaps()) == len(text.gaps())


@given(texts())
def test_the_part_from_end_to_end_is_the_whole(text: Text) -> None:
    assert text.cut(0, len(text)) == text


@given(texts())
def test_all_of_a_text_read_otherwise_is_one_change(text: Text) -> None:
    change = [Amendment(0, len(text), "丙", _EDIT)] if text.plain else []
    assert text.read_as("丙", _EDIT) == text.amended(change)


@given(texts(), st.data())
def test_amending_loses_nothing_of_the_source(text: Text, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    changes = [
        Amendment(a, b, data.draw(st.text("丙丁", max_size=2)), _EDIT)
        for a, b in zip(places[::2], places[1::2], strict=False)
    ]
    amended = text.amended(changes)
    assert amended.raw == text.raw
    expected, position = "", 0
    for change in changes:
        expected += text.plain[position : change.start] + (change.text or "")
        position = change.end
    assert amended.plain == expected + text.plain[position:]
    assert len(amended.gaps()) == len(text.gaps())


def test_a_suggestion_leaves_the_words_alone() -> None:
    text = joined([Text((Fragment("三邦", "三邦", 0),))])
    mark = Suggestion("帮", Rule.LOOK_ALIKE, "一联三帮 elsewhere", 0.9)
    pinned = text.amended([Amendment(1, 2, None, mark)])
    assert pinned.plain == "三邦"
    assert pinned.fragments[-1] == Fragment("邦", "邦", 1, mark)


def test_what_is_put_before_a_text_stands_where_it_begins() -> None:
    text = Text((Fragment("甲", "甲", 7),)).amended([Amendment(0, 0, None, Gap(2, "", 1.0))])
    assert [fragment.at for fragment in text.fragments] == [7, 7]
