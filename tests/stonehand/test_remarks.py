"""A remark says where a spot is, what is there, and what was decided."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from layout.corrections.anchor import Anchor
from layout.corrections.decisions import Correction, Signature, asked
from layout.corrections.spots import Matter, spots
from layout.model import Article, Folio, Kind, Page, Paragraph, Role, Section
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text
from stonehand.excerpt import excerpt
from stonehand.remarks import Remark, remarks

_SIGNED = Signature("王一", "2024-05-01", "on film")


def _page(text: str, raw: str, mark: Mark) -> Page:
    """Two old lines, with a fragment of this kind at the end of the first."""
    fragments = [Fragment("新桥", "新桥", 0), Fragment(text, raw, 2, mark)]
    for words, source, each in (("", "\n", LineEnd()), ("通车。", "通车。", None)):
        fragments.append(Fragment(words, source, fragments[-1].end, each))
    article = Article(Kind.NEWS, (Paragraph(Role.BODY, Text(tuple(fragments))),))
    source = "".join(fragment.raw for fragment in fragments)
    return Page("p", source, "zh-Hans", Folio(), (Section("", (article,)),))


_TORN = _page("", "", Gap(3, "full and open", 0.9))
_MENDED = _page("帮", "邦", Edit(Rule.LOOK_ALIKE, "三帮 is a word", 0.95))
_DOUBTED = _page("己", "己", Suggestion("已", Rule.LOOK_ALIKE, "usual", 0.6))
_MOVED = _page("", "", LineEnd(column=True, why="moved here: it fits", certainty=0.9))


def _only(page: Page, corrections: Sequence[Correction] = ()) -> Remark:
    (remark,) = remarks(page, corrections)
    return remark


@pytest.mark.parametrize(
    ("page", "here", "state", "evidence"),
    [
        pytest.param(_TORN, "〔…〕", "open", "at most 3 em lost: full and open", id="a gap"),
        pytest.param(
            _MENDED, "[邦→帮]", "applied", "misread character: 三帮 is a word", id="a correction"
        ),
        pytest.param(_DOUBTED, "[己→已]", "open", "misread character: usual", id="a suggestion"),
        pytest.param(_MOVED, "‖", "applied", "moved here: it fits", id="a move"),
    ],
)
def test_tells_what_is_there(page: Page, here: str, state: str, evidence: str) -> None:
    remark = _only(page)
    assert (remark.line, remark.column) == (1, 3)
    assert (remark.before, remark.here, remark.behind) == ("新桥", here, "通车。")
    assert (remark.state, remark.evidence) == (state, evidence)
    assert remark.is_open is (state == "open")


@pytest.mark.parametrize(
    ("page", "accept", "text", "state", "here"),
    [
        pytest.param(_TORN, False, "昨日", "filled in", "[→昨日]", id="a gap filled"),
        pytest.param(_TORN, True, "", "confirmed", "〔…〕", id="a gap confirmed"),
        pytest.param(_TORN, False, "", "denied", "〔…〕", id="a gap denied"),
        pytest.param(_DOUBTED, True, "", "accepted", "[己→已]", id="a suggestion accepted"),
        pytest.param(_DOUBTED, False, "", "refused", "[己→已]", id="a suggestion refused"),
        pytest.param(_MENDED, True, "绑", "set", "[邦→绑]", id="a correction bettered"),
        pytest.param(_MOVED, False, "", "refused", "‖", id="a move refused"),
    ],
)
def test_tells_what_was_decided(page: Page, accept: bool, text: str, state: str, here: str) -> None:
    (spot,) = spots(page)
    decided = replace(asked(page, spot), accept=accept, text=text, signature=_SIGNED)
    remark = _only(page, [decided])
    assert remark.state == f"{state} by 王一, 2024-05-01: on film"
    assert remark.here == here
    assert not remark.is_open


def test_tells_of_a_correction_that_nobody_asked_for() -> None:
    own = Correction("p", Matter.EDITOR, Anchor(3, "", "通车", ""), True, text="竣工")
    remark = remarks(_TORN, [own])[1]
    assert (remark.matter, remark.state, remark.evidence) == (Matter.EDITOR, "set by an editor", "")
    assert (remark.before, remark.here, remark.behind) == ("新桥 ", "[通车→竣工]", "。")
    assert (remark.line, remark.column) == (2, 1)


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param(_TORN, ["新桥|〔…〕", "通车。"], id="a gap at a line's end"),
        pytest.param(_MENDED, ["新桥|[邦→帮]", "通车。"], id="a correction"),
        pytest.param(_MOVED, ["新桥|‖", "通车。"], id="a move"),
    ],
)
def test_shows_the_old_lines(page: Page, lines: list[str]) -> None:
    assert ["|".join(words for words, _ in line) for line in excerpt(_only(page))] == lines


def test_a_line_without_end_is_cropped() -> None:
    words = "长" * 100
    fragments = (
        Fragment(words, words, 0),
        Fragment("", "", 100, Gap(1, "", 0.5)),
        Fragment(words, words, 100),
    )
    article = Article(Kind.NEWS, (Paragraph(Role.BODY, Text(fragments)),))
    page = Page("p", words * 2, "zh-Hans", Folio(), (Section("", (article,)),))
    (line,) = excerpt(_only(page))
    assert [piece for piece, _ in line] == [f"…{'长' * 40}", "〔…〕", f"{'长' * 40}…"]
