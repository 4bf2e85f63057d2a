"""What is lost or in doubt is listed, decided in a file, and exported as decided."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from stonehand.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "qinghe" / "page-04.md"
FORM = "page-04.corrections.toml"
_LEFT_OPEN = (
    "\n老艄公程有根也来了，他在桥头站了半天，对身边的年轻人说：“船停了，人还在，河也还在。"
    "年轻人听了，都笑了起来。\n"
)  # a quotation without its end: what is only suggested
_FIELDS = re.compile(
    r"(?P<file>.+):(?P<line>\d+):(?P<column>\d+):\t(?P<kind>gap|suggestion|correction|move|editor)\t"
    r"(?P<state>[^\t]+)\t(?P<certainty>\d+%)\t(?P<words>[^\t]+)\t(?P<evidence>[^\t]*)"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a page in it that has lost something of every kind."""
    page = EXAMPLE.read_text("utf-8") + _LEFT_OPEN
    (tmp_path / EXAMPLE.name).write_text(page, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def listed(capsys: pytest.CaptureFixture[str]) -> Callable[..., list[dict[str, str]]]:
    """What a check lists, a line as its fields."""

    def run(*arguments: str, code: int = 0) -> list[dict[str, str]]:
        assert main(["check", *arguments]) == code
        out, _ = capsys.readouterr()
        found = [_FIELDS.fullmatch(line) for line in out.splitlines()]
        assert all(found), out
        return [match.groupdict() for match in found if match]

    return run


Listed = Callable[..., list[dict[str, str]]]


def _entries(form: str) -> list[str]:
    return form.split("[[correction]]\n")[1:]


def _decide(folder: Path, kind: str, *changes: tuple[str, str]) -> int:
    """Change the first entry of a kind in a fresh form; the number of its first line."""
    assert main(["check", "page-04.md", "--write", FORM]) == 0
    form = (folder / FORM).read_text("utf-8")
    entry = next(entry for entry in _entries(form) if f'kind = "{kind}"' in entry)
    decided = entry
    for old, new in changes:
        assert old in decided
        decided = decided.replace(old, new, 1)
    (folder / FORM).write_text(form.replace(entry, decided, 1), "utf-8")
    return form.count("\n", 0, form.index(entry))


def _exported(folder: Path, *options: str) -> dict[str, bytes]:
    out = folder / "out"
    out.mkdir(exist_ok=True)
    arguments = ["export", "page-04.md", "-f", "all", "-o", "out", "--overwrite", *options]
    assert main(arguments) == 0
    return {file.name: file.read_bytes() for file in out.iterdir()}


def _history(folder: Path) -> list[dict[str, str]]:
    """What happened to the words of the page's paragraphs, the form applied."""
    made = json.loads(_exported(folder, "--corrections", FORM)["page-04.json"])
    return [
        entry
        for section in made["pages"][0]["sections"]
        for article in section["articles"]
        for block in article["blocks"]
        for entry in block.get("history", [])
    ]


def test_lists_a_line_each_with_its_place(folder: Path, listed: Listed) -> None:
    source = (folder / "page-04.md").read_text("utf-8").splitlines()
    found = listed("page-04.md")
    assert {"gap", "correction", "suggestion"} <= {each["kind"] for each in found}
    for each in found:
        assert each["state"] == ("applied" if each["kind"] in {"correction", "move"} else "open")
        spot = re.search(r"\[(.*)→(.*)\]", each["words"])
        line = source[int(each["line"]) - 1]
        assert not spot or line.startswith(spot[1], int(each["column"]) - 1), each
    (torn,) = [each for each in found if "一天要过两〔…〕多人" in each["words"]]
    assert source[int(torn["line"]) - 1][int(torn["column"]) - 2] == "两"


def test_lists_routine_changes_when_asked(listed: Listed) -> None:
    usual, all_of_them = listed("page-04.md"), listed("page-04.md", "-v")
    assert [each for each in all_of_them if "half-width mark" not in each["evidence"]] != usual
    assert len([each for each in all_of_them if each["evidence"].startswith("half-width")]) > 50
    assert all(each in all_of_them for each in usual)


def test_a_clean_page_has_nothing_to_list(folder: Path, listed: Listed) -> None:
    (folder / "clean.md").write_text("# 新桥\n\n新桥昨日通车。\n", "utf-8")
    assert listed("clean.md", "--strict") == []


def test_strict_is_a_gate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "page-04.md", "--strict", "--write", FORM]) == 4
    assert re.search(r"^stonehand: open questions: \d+ \(", capsys.readouterr().err)
    form = (folder / FORM).read_text("utf-8")
    (folder / FORM).write_text(form.replace('who = ""', 'who = "王一"'), "utf-8")
    assert main(["check", "page-04.md", "--strict", "--corrections", FORM]) == 0
    assert "denied by 王一" in capsys.readouterr().out


@pytest.mark.parametrize("verbose", [[], ["-v"]], ids=["", "with routine changes"])
def test_a_form_that_nobody_touched_changes_nothing(folder: Path, verbose: list[str]) -> None:
    assert main(["check", "page-04.md", "--write", FORM, *verbose]) == 0
    assert _exported(folder, "--corrections", FORM) == _exported(folder)


def test_the_form_explains_itself(folder: Path) -> None:
    main(["check", "page-04.md", "--write", FORM])
    head = (folder / FORM).read_text("utf-8").split("[[")[0]
    for key in ("accept", "text", "who", "when, why", "gap", "suggestion", "correction", "move"):
        assert re.search(rf"^#   {key} ", head, re.MULTILINE), key


def test_a_gap_is_filled_by_a_person(folder: Path) -> None:
    _decide(
        folder,
        "gap",
        ('text = ""', 'text = "百"'),
        ('who = ""', 'who = "王一"'),
        ('when = ""', "when = 2024-05-01"),
        ('why = ""', 'why = "seen on film"'),
    )
    (filled,) = [each for each in _history(folder) if each.get("text") == "百"]
    assert (filled["kind"], filled["rule"]) == ("supplied", "an editor's correction")
    assert filled["why"].endswith("filled in by 王一, 2024-05-01: seen on film")


def test_a_suggestion_is_accepted(folder: Path) -> None:
    _decide(folder, "suggestion", ("accept = false", "accept = true"))
    entries = tomllib.loads((folder / FORM).read_text("utf-8"))["correction"]
    (accepted,) = [e for e in entries if e["kind"] == "suggestion" and e["accept"]]
    why = f"{accepted['evidence']}; accepted by an editor"
    (made,) = [each for each in _history(folder) if each.get("why") == why]
    assert (made["at"], made["raw"], made.get("text", "")) == (
        accepted["at"],
        accepted["spot"],
        accepted["reading"],
    )


def test_a_correction_is_refused(folder: Path) -> None:
    _decide(folder, "correction", ("accept = true", "accept = false"))
    entries = tomllib.loads((folder / FORM).read_text("utf-8"))["correction"]
    (refused,) = [e for e in entries if e["kind"] == "correction" and not e["accept"]]
    here = [each for each in _history(folder) if each["at"] == refused["at"]]
    assert refused["rule"] not in [each.get("rule") for each in here]


def test_the_documented_examples_fit_the_example_page(folder: Path) -> None:
    pages = (ROOT / "docs" / "corrections.md").read_text("utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", pages, re.DOTALL)
    (folder / FORM).write_text("\n".join(blocks), "utf-8")
    whys = [each.get("why", "") for each in _history(folder)]
    assert [why for why in whys if why.endswith("2024-10-20: read on the microfilm")]
    assert "set by 周以恒" in whys


def test_decisions_are_carried_into_the_next_form(folder: Path) -> None:
    _decide(folder, "correction", ("accept = true", "accept = false"), ('who = ""', 'who = "王一"'))
    again = ["--corrections", FORM, "--write", "again.toml"]
    assert main(["check", "page-04.md", *again]) == 0
    assert (folder / "again.toml").read_text("utf-8") == (folder / FORM).read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "change", "problem"),
    [
        pytest.param(
            "gap", ('before = "', 'before = "甲乙丙'), "the page has no", id="no such words"
        ),
        pytest.param("gap", ("accept = false", 'accept = "no"'), "accept has", id="wrong type"),
        pytest.param("suggestion", ("reading", "raeding"), "unknown key", id="unknown key"),
        pytest.param(
            "gap", ('page = "page-04"', 'page = "page-40"'), "there is no page page-40", id="page"
        ),
        pytest.param(
            "gap",
            ('page = "page-04"', 'page = "page-04-2"'),
            "there is no page page-04-2",
            id="sheet",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(
    kind: str,
    change: tuple[str, str],
    problem: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = _decide(folder, kind, change)
    capsys.readouterr()
    for command in (["export", "-f", "json", "-o", "x.json"], ["inspect"], ["check"]):
        assert main([*command, "page-04.md", "--corrections", FORM]) == 9
        out, err = capsys.readouterr()
        place = re.match(rf"stonehand: {re.escape(FORM)}:(\d+): {problem}.*\(.+\)\n$", err)
        assert place, err
        assert first <= int(place[1]) <= first + 20
        assert out == ""
    assert not (folder / "x.json").exists()


def test_a_form_is_not_overwritten_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / FORM).write_text("# my work\n", "utf-8")
    assert main(["check", "page-04.md", "--write", FORM]) == 5
    assert "exists already (--overwrite replaces it)" in capsys.readouterr().err
    assert (folder / FORM).read_text("utf-8") == "# my work\n"
    assert main(["check", "page-04.md", "--write", FORM, "--overwrite"]) == 0
    assert "[[correction]]" in (folder / FORM).read_text("utf-8")


def test_no_form_is_written_for_pages_that_cannot_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "page-04.md", "no.md", "--write", FORM]) == 2
    assert "no.md: there is no such file" in capsys.readouterr().err
    assert not (folder / FORM).exists()


def test_one_form_serves_several_pages(folder: Path) -> None:
    shutil.copy("page-04.md", "other.md")
    assert main(["check", "page-04.md", "other.md", "--write", FORM]) == 0
    form = (folder / FORM).read_text("utf-8")
    assert form.count('page = "page-04"') == form.count('page = "other"') > 0
    arguments = ["export", "page-04.md", "other.md", "-f", "json", "-o", "x.json"]
    assert main([*arguments, "--corrections", FORM]) == 0


def test_pages_of_one_file_are_told_apart(folder: Path, listed: Listed) -> None:
    page = (folder / "page-04.md").read_text("utf-8")
    (folder / "two.md").write_text(f"{page}\f{page}", "utf-8")
    found = listed("two.md", "--write", FORM)
    assert {each["file"] for each in found} == {"two-1", "two-2"}
    assert main(["export", "two.md", "-o", "x.json", "--corrections", FORM]) == 0


def test_standard_input_is_corrected_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch, listed: Listed
) -> None:
    for options in (["--write", FORM], ["--corrections", FORM]):
        data = BytesIO((folder / "page-04.md").read_bytes())
        monkeypatch.setattr("sys.stdin", TextIOWrapper(data))
        assert listed("-", *options)
        monkeypatch.undo()
        monkeypatch.chdir(folder)
    assert 'page = "stdin"' in (folder / FORM).read_text("utf-8")


def test_corrections_are_no_target(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.json").write_text("", "utf-8")
    arguments = ["export", "page-04.md", "-o", "c.json", "--corrections", "c.json"]
    assert main([*arguments, "--overwrite"]) == 1
    assert "c.json is an input" in capsys.readouterr().err


def test_a_page_is_no_target(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (folder / "page-04.md").read_bytes()
    assert main(["check", "page-04.md", "--write", "page-04.md", "--overwrite"]) == 1
    assert "page-04.md is an input" in capsys.readouterr().err
    assert (folder / "page-04.md").read_bytes() == page


def test_an_export_is_out_of_date_when_decisions_changed(folder: Path) -> None:
    _decide(folder, "gap", ('text = ""', 'text = "百"'))
    arguments = ["export", "page-04.md", "-f", "json", "--resume"]
    assert main(arguments) == 0
    assert main([*arguments, "--corrections", FORM]) == 0
    assert "filled in by an editor" not in (folder / "page-04.json").read_text("utf-8")
    (folder / FORM).touch()
    assert main([*arguments, "--corrections", FORM]) == 0
    assert "filled in by an editor" in (folder / "page-04.json").read_text("utf-8")


def test_a_terminal_shows_the_lines_around_a_spot(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stonehand.commands.check.is_terminal", lambda _: True)
    assert main(["check", "page-04.md"]) == 0
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    torn = next(n for n, line in enumerate(lines) if "〔…〕多人" in line)
    assert lines[torn - 2].startswith("gap  page-04.md:")
    assert lines[torn - 1 : torn + 2] == [
        "    石门渡最忙的时候，一天要过两",
        "    〔…〕多人。种菜的、读书的、走亲戚的、",
        "    抬嫁妆的，都在这条船上挤过。1998",
    ]
    assert re.fullmatch(r"\d+ gaps, .*; open: \d+", lines[-1])


def test_a_terminal_is_told_that_there_is_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stonehand.commands.check.is_terminal", lambda _: True)
    (folder / "clean.md").write_text("# 新桥\n\n新桥昨日通车。\n", "utf-8")
    assert main(["check", "clean.md"]) == 0
    assert capsys.readouterr().out == "nothing is lost, in doubt or corrected\n"


def test_words_of_a_page_do_not_command_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (folder / "page-04.md").read_text("utf-8")
    (folder / "page-04.md").write_text(page.replace("一天要过两", "一天\x1b[31m要过两"), "utf-8")
    for terminal in (False, True):
        monkeypatch.setattr("stonehand.commands.check.is_terminal", lambda _, t=terminal: t)
        assert main(["check", "page-04.md", "--write", FORM, "--overwrite"]) == 0
        assert "\x1b[31m" not in capsys.readouterr().out
    assert "\x1b" not in (folder / FORM).read_text("utf-8")
