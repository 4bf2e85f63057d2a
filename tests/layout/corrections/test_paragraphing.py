"""Paragraphs are parted, joined, added and put elsewhere as a person decided, each at its place."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.corrections.anchor import Anchor, anchored
from layout.corrections.decisions import Correction, Signature
from layout.corrections.setting import corrected
from layout.corrections.spots import Matter
from layout.errors import ConfigError, Origin
from layout.ledger import is_balanced
from layout.model import Page, Role
from layout.rebuild import rebuild
from layout.text import Edit, Fragment, Rule
from readers.markdown import read_markdown

_BY = Signature("王一", "2024-05-01")
_SOURCE = """\
# 春耕正当时

清河两岸麦苗青青。

合作社的技术员走进田间。

# 桥通了

新桥昨日通车。

| 县区 | 完成率 |
|---|---|
| 清河 | 12 |
"""
_WORDS = [
    "春耕正当时",
    "清河两岸麦苗青青。",
    "合作社的技术员走进田间。",
    "桥通了",
    "新桥昨日通车。",
]
_CELLS = ["县区", "完成率", "清河", "12"]
_PAGE = rebuild(read_markdown("p", _SOURCE))


def _at(words: str) -> int:
    return _SOURCE.index(words)


def _entry(matter: Matter, at: int, after: int | None = None, text: str = "") -> Correction:
    to = None if after is None else Anchor(after, _SOURCE[max(0, after - 6) : after], "", "")
    anchor = anchored(_SOURCE, at, at)
    return Correction("p", matter, anchor, accept=True, text=text, to=to, signature=_BY)


def _behind(words: str) -> int:
    return _at(words) + len(words)


def _words(page: Page) -> list[str]:
    return [p.plain for article in page.articles for p in article.paragraphs()]


_HEAD, _ONE, _TWO, _NEXT, _LAST = _WORDS


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [_entry(Matter.SPLIT, _at("麦苗"))],
            [_HEAD, "清河两岸", "麦苗青青。", _TWO, _NEXT, _LAST],
            id="parted",
        ),
        pytest.param(
            [_entry(Matter.SPLIT, _at("麦苗")), _entry(Matter.SPLIT, _at("两岸"))],
            [_HEAD, "清河", "两岸", "麦苗青青。", _TWO, _NEXT, _LAST],
            id="parted twice",
        ),
        pytest.param(
            [_entry(Matter.JOIN, _at(_TWO))], [_HEAD, _ONE + _TWO, _NEXT, _LAST], id="joined"
        ),
        pytest.param(
            [_entry(Matter.JOIN, _at(_ONE)), _entry(Matter.JOIN, _at(_TWO))],
            [_HEAD + _ONE + _TWO, _NEXT, _LAST],
            id="three joined",
        ),
        pytest.param(
            [_entry(Matter.JOIN, _at(_NEXT)), _entry(Matter.JOIN, _at(_LAST))],
            [_HEAD, _ONE, _TWO + _NEXT + _LAST],
            id="an article run on",
        ),
        pytest.param(
            [_entry(Matter.SPLIT, _at("麦苗")), _entry(Matter.JOIN, _at(_TWO))],
            [_HEAD, "清河两岸", "麦苗青青。" + _TWO, _NEXT, _LAST],
            id="a sentence given to the next paragraph",
        ),
        pytest.param(
            [_entry(Matter.INSERT, _behind(_ONE), text="新的。")],
            [_HEAD, _ONE, "新的。", _TWO, _NEXT, _LAST],
            id="added",
        ),
        pytest.param(
            [_entry(Matter.INSERT, _behind(_ONE), text=t) for t in ("一。", "二。")],
            [_HEAD, _ONE, "一。", "二。", _TWO, _NEXT, _LAST],
            id="two added at one place",
        ),
        pytest.param(
            [_entry(Matter.INSERT, 0, text="本报讯")], ["本报讯", *_WORDS], id="added above all"
        ),
        pytest.param(
            [_entry(Matter.TRANSPOSE, _at(_TWO), _behind(_HEAD))],
            [_HEAD, _TWO, _ONE, _NEXT, _LAST],
            id="put elsewhere",
        ),
        pytest.param(
            [_entry(Matter.TRANSPOSE, _at(_LAST), 0)],
            [_LAST, _HEAD, _ONE, _TWO, _NEXT],
            id="put above all",
        ),
        pytest.param(
            [
                _entry(Matter.SPLIT, _at("麦苗")),
                _entry(Matter.TRANSPOSE, _at("麦苗"), _behind(_LAST)),
                _entry(Matter.INSERT, _behind("青青。"), text="又及。"),
            ],
            [_HEAD, "清河两岸", _TWO, _NEXT, _LAST, "麦苗青青。", "又及。"],
            id="half of one put elsewhere, with words behind it",
        ),
    ],
)
def test_the_page_reads_as_decided(entries: list[Correction], expected: list[str]) -> None:
    after = corrected(_PAGE, entries)
    assert _words(after) == expected
    assert is_balanced(after)


@pytest.mark.parametrize("order", list(permutations([_ONE, _TWO, _LAST])))
def test_any_order_can_be_made(order: tuple[str, ...]) -> None:
    """Also where each is to follow another that is moved as well, whatever the file's order."""
    goals = [_behind(_HEAD), *(_behind(words) for words in order)]
    moved = [_entry(Matter.TRANSPOSE, _at(w), g) for w, g in zip(order, goals, strict=False)]
    for entries in (moved, moved[::-1]):
        assert _words(corrected(_PAGE, entries)) == [_HEAD, *order, _NEXT]


def test_an_article_can_be_put_elsewhere() -> None:
    moved = [
        _entry(Matter.TRANSPOSE, _at(_HEAD), _behind("12 ") - 1),
        _entry(Matter.TRANSPOSE, _at(_ONE), _behind(_HEAD)),
        _entry(Matter.TRANSPOSE, _at(_TWO), _behind(_ONE)),
    ]
    after = corrected(_PAGE, moved)
    assert [article.title for article in after.articles] == [_NEXT, _HEAD]
    assert _words(after) == [_NEXT, _LAST, _HEAD, _ONE, _TWO]


def test_what_is_added_is_a_persons() -> None:
    entry = _entry(Matter.INSERT, _behind(_ONE), text="新的。")
    paragraph = list(corrected(_PAGE, [entry]).articles[0].paragraphs())[2]
    mark = Edit(Rule.EDITOR, "added by 王一, 2024-05-01")
    assert paragraph.text.fragments == (Fragment("新的。", "", _behind(_ONE), mark),)
    assert paragraph.role is Role.BODY


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param(_entry(Matter.SPLIT, _at("麦苗")), "parted by", id="parted"),
        pytest.param(_entry(Matter.JOIN, _at(_TWO)), "joined by", id="joined"),
        pytest.param(_entry(Matter.TRANSPOSE, _at(_TWO), 0), "put here by", id="put elsewhere"),
    ],
)
def test_a_paragraph_tells_who_changed_it(entry: Correction, said: str) -> None:
    paragraphs = [p for a in corrected(_PAGE, [entry]).articles for p in a.paragraphs()]
    told = [r.what for p in paragraphs for r in p.reasons if _BY.who in r.what]
    assert told == [f"{said} 王一, 2024-05-01"]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param(_entry(Matter.SPLIT, _at(_ONE)), "begins there", id="parted at its start"),
        pytest.param(_entry(Matter.SPLIT, _at("率")), "two paragraphs", id="a cell parted"),
        pytest.param(_entry(Matter.JOIN, _at(_HEAD)), "first paragraph", id="nothing before it"),
        pytest.param(_entry(Matter.JOIN, _at("12")), "no paragraph", id="a cell joined"),
        pytest.param(
            _entry(Matter.TRANSPOSE, _at(_ONE), _behind(_ONE)), "ends there", id="behind itself"
        ),
        pytest.param(_entry(Matter.SPLIT, len(_SOURCE)), "no paragraph is there", id="behind all"),
    ],
)
def test_refuses_what_cannot_be(entry: Correction, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem) as refusal:
        corrected(_PAGE, [replace(entry, origin=Origin("c.toml", 3))])
    assert refusal.value.at == Origin("c.toml", 3)


@given(st.data())
def test_the_ledger_stays_balanced(data: st.DataObject) -> None:
    """Whatever is parted, joined and transposed, no character is lost or stands twice."""
    heads = [_at(words) for words in _WORDS]
    places = st.integers(0, _at("|"))
    cuts = data.draw(st.sets(places, max_size=3))
    joins = data.draw(st.sets(st.sampled_from(heads), max_size=3))
    moves = data.draw(st.dictionaries(st.sampled_from(heads), places, max_size=3))
    entries = [_entry(Matter.SPLIT, at) for at in cuts]
    entries += [_entry(Matter.JOIN, at) for at in joins]
    entries += [_entry(Matter.TRANSPOSE, at, to) for at, to in moves.items()]
    try:
        after = corrected(_PAGE, entries)
    except ConfigError:
        return
    assert is_balanced(after)
    assert sorted("".join(_words(after))) == sorted("".join(_WORDS))
