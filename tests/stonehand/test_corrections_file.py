"""A file of corrections says what it was written to say, and slips of the pen are told."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.corrections.anchor import Anchor, anchored
from layout.corrections.decisions import Correction, Signature
from layout.corrections.setting import corrected
from layout.corrections.spots import Matter, spots
from layout.errors import AccessError, ConfigError, Origin
from layout.model import Page, Role
from layout.text import Rule
from stonehand.corrections_file import read_corrections
from stonehand.corrections_form import form
from stonehand.remarks import remarks
from tests.rebuilt import rebuilt_page

_ENTRY = """\
[[correction]]
page = "p"
kind = "editor"
at = 1
before = "三"
spot = "邦"
behind = "人"
text = "帮"
"""


def _read(folder: Path, text: str) -> tuple[Correction, ...]:
    path = folder / "c.toml"
    path.write_text(text, encoding="utf-8")
    return read_corrections(path)


def _formed(page: Page, corrections: tuple[Correction, ...] = (), *, routine: bool = False) -> str:
    told = remarks(page, corrections, routine=routine)
    return form(("page.md", remark) for remark in told).decode()


def test_reads_every_key(tmp_path: Path) -> None:
    (correction,) = _read(
        tmp_path,
        """
        [[correction]]
        page = "p"
        kind = "suggestion"
        at = 1
        before = "三"
        spot = "邦"
        behind = "人\\n"
        reading = "帮"
        longest = 2
        rule = "misread character"
        evidence = "三帮 is a word"
        certainty = 0.75
        accept = true
        text = "绑"
        who = "王一"
        when = 2024-05-01
        why = "seen\\non film"
        """,
    )
    assert correction == Correction(
        page="p",
        matter=Matter.SUGGESTION,
        anchor=Anchor(1, "三", "邦", "人\n"),
        accept=True,
        reading="帮",
        rule=Rule.LOOK_ALIKE,
        evidence="三帮 is a word",
        certainty=0.75,
        longest=2.0,
        text="绑",
        signature=Signature("王一", "2024-05-01", "seen on film"),
        origin=Origin(str(tmp_path / "c.toml"), 2),
    )


@pytest.mark.parametrize(
    ("kind", "accept"),
    [("gap", False), ("suggestion", False), ("correction", True), ("move", True), ("editor", True)],
)
def test_what_is_left_out_is_what_holds_anyhow(kind: str, accept: bool, tmp_path: Path) -> None:
    spot = "" if kind == "gap" else "邦"
    (correction,) = _read(
        tmp_path,
        f'correction = [{{page="p", kind="{kind}", at=1, before="三", spot="{spot}", behind="人",'
        ' reading="帮"}]',
    )
    assert (correction.accept, correction.signature) == (accept, Signature())
    assert correction.is_decided is (kind == "editor")


@pytest.mark.parametrize(
    ("change", "line", "problem"),
    [
        pytest.param(("text =", "txt ="), 8, "unknown key 'txt'.*mean text", id="unknown key"),
        pytest.param(("[[", "colour = 1\n[["), 1, "unknown key 'colour'", id="unknown table"),
        pytest.param(("[[correction]]", "[correction]"), 0, "not a list", id="one table"),
        pytest.param(('"editor"', '"gaps"'), 3, "no kind 'gaps'.*mean gap", id="unknown kind"),
        pytest.param(('"editor"', "1"), 3, "kind has a value of the wrong", id="kind no words"),
        pytest.param(('"editor"', '"gap"'), 6, "between characters", id="a gap with a spot"),
        pytest.param(('"editor"', '"move"'), 8, "move has no text", id="a move with text"),
        pytest.param(('"editor"', '"suggestion"'), 1, "reading is missing", id="no reading"),
        pytest.param(('"editor"', '"join"'), 6, "begin and end between", id="a join with a spot"),
        pytest.param(
            (
                '"editor"\nat = 1\nbefore = "三"\nspot = "邦"',
                '"split"\nat = 1\nbefore = ""\nspot=""',
            ),
            8,
            "split has no text",
            id="a split with text",
        ),
        pytest.param(
            (
                '"editor"\nat = 1\nbefore = "三"\nspot = "邦"\nbehind = "人"\ntext = "帮"',
                '"insert"\nat = 1\nbefore = "三"\nspot = ""\nbehind = ""',
            ),
            1,
            "says nothing",
            id="an empty paragraph",
        ),
        pytest.param(("at = 1", "at = 1\nrole = 'head'"), 5, "no role 'head'", id="a role"),
        pytest.param(('"editor"', '"transpose"\nafter = ""\nto = 4'), 4, "do not", id="no after"),
        pytest.param(('"editor"', '"transpose"\nafter = ""'), 1, "no to", id="no to"),
        pytest.param(('page = "p"\n', ""), 1, "page is missing", id="no page"),
        pytest.param(("at = 1\n", ""), 1, "no at", id="no place"),
        pytest.param(("at = 1", "at = -1"), 4, "at has", id="before the beginning"),
        pytest.param(("at = 1", "at = true"), 4, "at has", id="place true"),
        pytest.param(("at = 1", "at = 1.5"), 4, "at has", id="half a place"),
        pytest.param(("at = 1", "at = 1\nrule = 'guess'"), 5, "no rule 'guess'", id="a rule"),
        pytest.param(("at = 1", "at = 1\ncertainty = '1'"), 5, "certainty has", id="certainty"),
        pytest.param(("at = 1", "at = 1\nlongest = nan"), 5, "longest has", id="no number"),
        pytest.param(("at = 1", "at = 1\nlongest = true"), 5, "longest has", id="length true"),
        pytest.param(("at = 1", "at = 1\naccept = 'yes'"), 5, "accept has.*true or", id="accept"),
        pytest.param(("at = 1", "at = 1\nwhen = 2024"), 5, "when has.*2024-05-01", id="when"),
        pytest.param(('"帮"', '"帮\\n手"'), 8, "text has.*one line", id="text of two lines"),
        pytest.param(('"帮"', "帮"), 8, "not TOML", id="no quotes"),
        pytest.param(('"帮"', '"帮"\ntext = "a"'), 9, "not TOML", id="a key twice"),
        pytest.param(
            ('before = "三"\nspot = "邦"\nbehind = "人"', 'before=""\nspot=""\nbehind=""'),
            5,
            "quotes nothing",
            id="no quotation",
        ),
        pytest.param(
            ('spot = "邦"\nbehind = "人"\ntext = "帮"', 'spot=""\nbehind=""'), 1, "says", id="empty"
        ),
    ],
)
def test_refuses_slips_of_the_pen(
    change: tuple[str, str], line: int, problem: str, tmp_path: Path
) -> None:
    assert change[0] in _ENTRY
    with pytest.raises(ConfigError, match=problem) as refused:
        _read(tmp_path, _ENTRY.replace(*change))
    assert refused.value.at is not None
    assert refused.value.at.line == line
    assert refused.value.hint


def test_the_line_is_that_of_the_right_entry(tmp_path: Path) -> None:
    quoting = _ENTRY.replace('"人"', '"""人\n[[correction]]\n"""')
    with pytest.raises(ConfigError) as refused:
        _read(tmp_path, quoting + "\n" + _ENTRY.replace("at = 1", "at = 'x'"))
    assert refused.value.at is not None
    assert refused.value.at.line == 15


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="No such file"):
        read_corrections(tmp_path / "c.toml")


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    assert _read(tmp_path, "# nothing yet\n") == ()


@pytest.mark.parametrize("seed", range(0, 24, 3))
@pytest.mark.parametrize("routine", [False, True], ids=["", "routine"])
def test_a_file_with_no_decision_changes_nothing(seed: int, routine: bool, tmp_path: Path) -> None:
    page = rebuilt_page(seed)
    written = _read(tmp_path, _formed(page, routine=routine))
    assert len(written) == len(spots(page, routine=routine))
    assert not any(correction.is_decided for correction in written)
    assert corrected(page, written) == page


@pytest.mark.parametrize("seed", range(0, 24, 3))
def test_decisions_are_carried_over(seed: int, tmp_path: Path) -> None:
    page, signature = rebuilt_page(seed), Signature('王 "一"', "2024-05-01", "on\\film")
    at = next(page.articles[0].paragraphs()).text.start
    anchor = Anchor(at, "", page.source[at : at + 1], "")
    made = [replace(c, signature=signature) for c in _read(tmp_path, _formed(page))]
    made.append(Correction("page", Matter.EDITOR, anchor, True, text="甲"))
    again = _read(tmp_path, _formed(page, tuple(made)))
    assert {c.signature for c in again if c.matter is not Matter.EDITOR} <= {signature}
    assert corrected(page, again) == corrected(page, made)


def test_what_is_done_with_paragraphs_is_carried_over(tmp_path: Path) -> None:
    page, signature = rebuilt_page(0), Signature("王一", "2024-05-01")
    first, second, third = [p.text.start for p in page.articles[0].paragraphs()][:3]
    places = [anchored(page.source, at, at) for at in (first, second, third)]
    goal = Anchor(second + 1, page.source[second - 11 : second + 1], "", "")
    made = (
        Correction("page", Matter.INSERT, places[0], True, text="一", signature=signature),
        Correction("page", Matter.INSERT, places[0], True, text="二", role=Role.SUBHEAD),
        Correction("page", Matter.JOIN, places[1], True, signature=signature),
        Correction("page", Matter.SPLIT, places[2], True, signature=signature),
        Correction("page", Matter.TRANSPOSE, places[2], True, to=goal, signature=signature),
    )
    read = [each for each in _read(tmp_path, _formed(page, made)) if each.is_decided]
    assert tuple(replace(each, origin=None) for each in read) == made


def test_a_note_is_carried_over_though_it_decides_nothing(tmp_path: Path) -> None:
    page = rebuilt_page(0)
    first, *_ = _read(tmp_path, _formed(page))
    noted = replace(first, signature=Signature(why="ask the archive"))
    assert _read(tmp_path, _formed(page, (noted,)))[0].signature.why == "ask the archive"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_quotation_survives(words: str) -> None:
    page = replace(rebuilt_page(0), name=words)
    parsed = tomllib.loads(_formed(page))
    assert {entry["page"] for entry in parsed["correction"]} == {words}
