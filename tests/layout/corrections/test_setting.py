"""What a person decides is what the page says, and the ledger stays balanced."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.corrections.anchor import Anchor
from layout.corrections.decisions import OPEN, Correction, Signature, asked
from layout.corrections.setting import answered, corrected
from layout.corrections.spots import Matter, Spot, spots
from layout.errors import ConfigError, Origin
from layout.ledger import Fate, is_balanced, ledger
from layout.model import Article, Folio, Kind, Page, Paragraph, Role, Section
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text
from tests.rebuilt import rebuilt_page

_BY = Signature("王一", "2024-05-01", "on film")
_LOST = Gap(3, "full and open", 0.9)
_MOVED = LineEnd(column=True, why="moved here: 丙丁 elsewhere", certainty=0.9)


def _page(*paragraphs: tuple[Fragment, ...]) -> Page:
    """A page of body paragraphs; what stands in no fragment is dropped as blank between them."""
    blocks = tuple(Paragraph(Role.BODY, Text(fragments)) for fragments in paragraphs)
    held = sorted((f.at, f.raw) for fragments in paragraphs for f in fragments if f.raw)
    source, blanks = "", []
    for at, raw in held:
        if at > len(source):
            blanks.append(Fragment("", "\n" * (at - len(source)), len(source), Edit(Rule.BLANK)))
            source += blanks[-1].raw
        source += raw
    article = Article(Kind.NEWS, blocks)
    return Page("p", source, "zh-Hans", Folio(), (Section("", (article,)),), Text(tuple(blanks)))


def _row(*parts: str | tuple[str, str, Mark | None], at: int = 0) -> tuple[Fragment, ...]:
    """Fragments one behind the other: words that were kept, or (text, raw, mark)."""
    fragments: list[Fragment] = []
    for part in parts:
        text, raw, mark = (part, part, None) if isinstance(part, str) else part
        fragments.append(Fragment(text, raw, at, mark))
        at += len(raw)
    return tuple(fragments)


def _words(page: Page) -> list[str]:
    return [paragraph.plain for article in page.articles for paragraph in article.paragraphs()]


def _only(page: Page) -> Correction:
    (spot,) = spots(page)
    return asked(page, spot)


def _open(page: Page, *corrections: Correction) -> tuple[Spot, ...]:
    told = answered(page, corrections)
    return tuple(s for s, c in told if s and s.matter in OPEN and not c.is_decided)


def _mark(page: Page, rule: Rule) -> Edit:
    marks = [e.fragment.mark for e in ledger(page)]
    (mark,) = [m for m in marks if isinstance(m, Edit) and m.rule is rule]
    return mark


_MISREAD = _page(_row("三", ("帮", "邦", Edit(Rule.LOOK_ALIKE, "三帮 is a word", 0.95)), "人"))
_DOUBTED = _page(_row("三", ("己", "己", Suggestion("已", Rule.LOOK_ALIKE, "usual", 0.6)), "人"))
_UNENDED = _page(_row("三人", ("。", "", Edit(Rule.CLOSING_MARK, "short", 0.9))), _row("丙", at=4))
_TORN = _page(_row("三人", ("", "", _LOST)), _row("丙", at=4))
_YEAR = _page(
    _row("2012年"), _row(("2013年", "", Edit(Rule.LOST_YEAR, "", 0.95)), at=5), _row("丙", at=6)
)


@pytest.mark.parametrize(
    ("page", "accept", "text", "words"),
    [
        pytest.param(_MISREAD, True, "", ["三帮人"], id="a correction confirmed"),
        pytest.param(_MISREAD, False, "", ["三邦人"], id="a correction refused"),
        pytest.param(_MISREAD, False, "绑绑", ["三绑绑人"], id="a correction bettered"),
        pytest.param(_DOUBTED, True, "", ["三已人"], id="a suggestion accepted"),
        pytest.param(_DOUBTED, False, "", ["三己人"], id="a suggestion refused"),
        pytest.param(_DOUBTED, True, "以", ["三以人"], id="a suggestion bettered"),
        pytest.param(_UNENDED, True, "", ["三人。", "丙"], id="a closing mark confirmed"),
        pytest.param(_UNENDED, False, "", ["三人", "丙"], id="a closing mark refused"),
        pytest.param(_UNENDED, False, "！", ["三人！", "丙"], id="another closing mark"),
        pytest.param(_TORN, True, "", ["三人", "丙"], id="a gap confirmed"),
        pytest.param(_TORN, False, "", ["三人", "丙"], id="a gap denied"),
        pytest.param(_TORN, False, "同行。", ["三人同行。", "丙"], id="a gap filled"),
        pytest.param(_YEAR, False, "", ["2012年", "丙"], id="a year heading refused"),
        pytest.param(_YEAR, True, "2014年", ["2012年", "2014年", "丙"], id="another year"),
    ],
)
def test_what_is_decided_stands(page: Page, accept: bool, text: str, words: list[str]) -> None:
    decided = replace(_only(page), accept=accept, text=text, signature=_BY)
    after = corrected(page, [decided])
    assert _words(after) == words
    assert is_balanced(after)
    assert _open(page, decided) == ()


def test_the_ledger_tells_who_decided_and_why() -> None:
    accepted = corrected(_DOUBTED, [replace(_only(_DOUBTED), accept=True, signature=_BY)])
    assert _mark(accepted, Rule.LOOK_ALIKE) == Edit(
        Rule.LOOK_ALIKE, "usual; accepted by 王一, 2024-05-01: on film", 1.0
    )
    refused = corrected(_MISREAD, [replace(_only(_MISREAD), accept=False)])
    assert _mark(refused, Rule.EDITOR).why == "三帮 is a word; left as in the source by an editor"


def test_a_filled_gap_is_supplied_by_a_person() -> None:
    filled = corrected(_TORN, [replace(_only(_TORN), text="同行。", signature=_BY)])
    (supplied,) = [e.fragment for e in ledger(filled) if e.fate is Fate.SUPPLIED]
    why = "full and open; filled in by 王一, 2024-05-01: on film"
    assert supplied == Fragment("同行。", "", 2, Edit(Rule.EDITOR, why))


def test_a_confirmed_gap_stays_and_a_denied_one_goes() -> None:
    confirmed = corrected(_TORN, [replace(_only(_TORN), accept=True)])
    (gap,) = [spot.mark for spot in spots(confirmed)]
    assert gap == Gap(3, "full and open; confirmed by an editor", 1.0)
    assert spots(corrected(_TORN, [replace(_only(_TORN), signature=_BY)])) == ()


def test_a_guess_is_set_when_it_is_accepted() -> None:
    page = _page(_row("三", ("", "", replace(_LOST, guess="人"))))
    assert _words(corrected(page, [replace(_only(page), accept=True)])) == ["三人"]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(_DOUBTED, id="a suggestion"),
        pytest.param(_TORN, id="a gap"),
    ],
)
def test_what_nobody_decided_is_open(page: Page) -> None:
    assert _open(page) == spots(page)
    note = replace(_only(page), signature=Signature(why="ask the archive"))
    assert _open(page, note) == spots(page)
    assert corrected(page, [note]) == page


def test_corrections_wait_for_nobody() -> None:
    assert _open(_MISREAD) == ()
    assert _open(_UNENDED) == ()


@pytest.mark.parametrize(
    ("seam", "put_back"),
    [
        pytest.param(("", "", _MOVED), ["三人", "丙丁", "甲乙"], id="in Chinese"),
        pytest.param((" ", "", _MOVED), ["三人", "丙丁", "甲乙"], id="with a blank"),
    ],
)
def test_moved_words_go_home_when_refused(seam: tuple[str, str, Mark], put_back: list[str]) -> None:
    page = _page((*_row("三人"), *_row(seam, "甲乙", at=6)), _row("丙丁", at=3))
    move = _only(page)
    assert (move.matter, move.anchor.at) == (Matter.MOVE, 6)
    back = corrected(page, [replace(move, accept=False, signature=_BY)])
    assert _words(back) == put_back
    assert is_balanced(back)
    *_, returned = back.articles[0].paragraphs()
    assert returned.reasons[0].what == "put back by 王一, 2024-05-01: on film"
    kept = corrected(page, [replace(move, signature=_BY)])
    assert _words(kept) == _words(page)
    assert spots(kept)[0].mark.why == f"{_MOVED.why}; accepted by 王一, 2024-05-01: on film"


def test_a_doubtful_line_end_parts_a_paragraph_when_refused() -> None:
    seam = LineEnd(why="neither full nor short", certainty=0.6)
    page = _page(_row("三人", ("", " ", seam), "同行"))
    parted = corrected(page, [replace(_only(page), accept=False)])
    assert _words(parted) == ["三人", "同行"]
    assert is_balanced(parted)


def _own(spot: str, text: str, at: int, before: str = "", behind: str = "") -> Correction:
    return Correction("p", Matter.EDITOR, Anchor(at, before, spot, behind), True, text=text)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        pytest.param(_own("人", "入", 1), "三入 同行", id="a character"),
        pytest.param(_own("人 同", "人人皆", 1), "三人人皆行", id="across a line end"),
        pytest.param(_own("", "个", 1, "三"), "三个人 同行", id="put between"),
        pytest.param(_own("", "十", 0, "", "三"), "十三人 同行", id="put before all"),
        pytest.param(_own("三", "", 0), "人 同行", id="taken out"),
        pytest.param(_own(" ", "", 2), "三人同行", id="a blank taken out"),
    ],
)
def test_an_editor_corrects_what_was_not_listed(own: Correction, words: str) -> None:
    page = _page(_row("三人", (" ", " ", LineEnd()), "同行"))
    after = corrected(page, [own])
    assert _words(after) == [words]
    assert is_balanced(after)


def test_a_dropped_blank_can_be_wanted() -> None:
    page = _page(_row("记者", ("", " ", LineEnd()), "王一"))
    assert _words(corrected(page, [_own(" ", " ", 2)])) == ["记者 王一"]


def test_a_corrected_date_is_read_again() -> None:
    date = Paragraph(Role.DATE, Text(_row("2024年1O月16日")))
    page = replace(_page(), source="2024年1O月16日", folio=Folio(paragraphs=(date,)))
    after = corrected(page, [_own("O", "0", 6)])
    assert after.folio.day is not None
    assert after.folio.day.isoformat() == "2024-10-16"


@pytest.mark.parametrize("shift", [-40, -1, 1, 500])
def test_a_quotation_is_found_near_its_place(shift: int) -> None:
    correction = _only(_MISREAD)
    moved = replace(correction.anchor, at=max(0, correction.anchor.at + shift))
    decided = replace(correction, accept=False, anchor=moved)
    assert _words(corrected(_MISREAD, [decided])) == ["三邦人"]


@pytest.mark.parametrize(
    ("corrections", "problem", "line"),
    [
        pytest.param([_own("丁", "", 1)], "page has no “丁”", 1, id="not there"),
        pytest.param([_own("三", "", 4000)], "page has no “三”", 1, id="far from its place"),
        pytest.param([_own("人", "", 3)], "several places", 1, id="ambiguous"),
        pytest.param([_own("人。三", "", 1)], "page has no", 1, id="quoted as corrected"),
        pytest.param([_own("人\n\n丙", "", 8)], "not in one piece", 1, id="in two paragraphs"),
        pytest.param([_own("\n", "", 10)], "in no text of the page", 1, id="blank"),
        pytest.param([_own(".", "", 4)], "cuts through '...'", 1, id="half a change"),
        pytest.param(
            [_own("三人", "", 0), _own("人", "", 1)],
            "overlaps the entry at c.toml:1",
            2,
            id="overlap",
        ),
        pytest.param(
            [_own("", "a", 1, "三"), _own("", "b", 1, "三")], "overlaps", 2, id="twice at a place"
        ),
        pytest.param(
            [_own("", "a", 1, "三"), _own("三人", "b", 0)], "overlaps", 2, id="one in the other"
        ),
    ],
)
def test_refuses_what_does_not_fit(corrections: list[Correction], problem: str, line: int) -> None:
    page = _page(_row("三人", ("……", "...", Edit(Rule.FULL_WIDTH)), "三天三人"), _row("丙", at=11))
    numbered = [replace(each, origin=Origin("c.toml", n)) for n, each in enumerate(corrections, 1)]
    with pytest.raises(ConfigError, match=problem) as refused:
        corrected(page, numbered)
    assert refused.value.at == Origin("c.toml", line)
    assert refused.value.hint


def test_neighbours_do_not_overlap() -> None:
    page = _page(_row("三人行"))
    own = [_own("三", "四", 0), _own("人", "马", 1), _own("", "，", 2, "三人"), _own("行", "走", 2)]
    assert _words(corrected(page, own)) == ["四马，走"]


def test_other_pages_are_passed_over() -> None:
    assert corrected(_MISREAD, [replace(_own("没有", "", 0), page="q")]) == _MISREAD


def test_answers_stand_beside_their_questions() -> None:
    own, listed = _own("三", "四", 0), replace(_only(_MISREAD), signature=_BY)
    assert answered(_MISREAD, [own, listed]) == ((spots(_MISREAD)[0], listed), (None, own))
    assert answered(_MISREAD, []) == ((spots(_MISREAD)[0], _only(_MISREAD)),)


def test_routine_changes_are_listed_when_asked_for() -> None:
    page = _page(_row("三人", ("，", ",", Edit(Rule.FULL_WIDTH)), "丙"))
    assert spots(page) == ()
    (spot,) = spots(page, routine=True)
    assert _words(corrected(page, [replace(asked(page, spot), accept=False)])) == ["三人,丙"]


def test_a_word_parted_by_a_line_end_is_one_spot() -> None:
    mark = Suggestion("shuttered", Rule.LOOK_ALIKE, "a word", 0.8)
    page = _page(
        _row("a ", ("shu", "shu", mark), ("", "\n", LineEnd()), ("ttered", "ttered", mark))
    )
    correction = _only(page)
    assert correction.anchor.spot == "shu\nttered"
    assert _words(corrected(page, [replace(correction, accept=True)])) == ["a shuttered"]


_DECISIONS: tuple[Callable[[Correction], Correction], ...] = (
    lambda c: c,
    lambda c: replace(c, accept=True, signature=_BY),
    lambda c: replace(c, accept=False, signature=_BY),
    lambda c: replace(c, text="" if c.matter is Matter.MOVE else "甲 & <乙>", signature=_BY),
)


@given(st.integers(0, 60), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=60)
def test_the_ledger_stays_balanced(seed: int, rng: random.Random, routine: bool) -> None:
    page = rebuilt_page(seed)
    listed = [asked(page, spot) for spot in spots(page, routine=routine)]
    decided = [rng.choice(_DECISIONS)(correction) for correction in listed]
    after = corrected(page, decided)
    assert is_balanced(after)
    kept = {s.start for s in spots(after) if s.matter is Matter.SUGGESTION}
    undecided = {c.anchor.at for c in decided if not c.is_decided}
    assert kept <= undecided


@given(st.integers(0, 60), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_any_words_can_be_corrected(seed: int, rng: random.Random) -> None:
    page = rebuilt_page(seed)
    kept = [e.fragment for e in ledger(page) if e.fate is Fate.KEPT and len(e.fragment.raw) > 3]
    for fragment in rng.sample(kept, min(5, len(kept))):
        start = fragment.at + rng.randrange(len(fragment.raw) - 2)
        anchor = Anchor(start, "", page.source[start : start + 2], "")
        own = replace(_own("", "丙丁戊", 0), anchor=anchor, page="page")
        assert is_balanced(corrected(page, [own]))


@pytest.mark.parametrize("seed", range(0, 30, 3))
def test_what_is_only_listed_changes_nothing(seed: int) -> None:
    page = rebuilt_page(seed)
    for routine in (False, True):
        listed = [asked(page, spot) for spot in spots(page, routine=routine)]
        assert corrected(page, listed) == page
        assert [c for _, c in answered(page, listed, routine=routine)] == listed


@pytest.mark.parametrize("seed", range(0, 30, 3))
def test_refusing_all_leaves_the_words_of_the_source(seed: int) -> None:
    page = rebuilt_page(seed)
    listed = [asked(page, spot) for spot in spots(page, routine=True)]
    refused = [replace(c, accept=False, signature=_BY) for c in listed]
    assert all(e.fate is not Fate.SUPPLIED for e in ledger(corrected(page, refused)))
