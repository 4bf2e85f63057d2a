"""What an editor did to a DOCX comes back as corrections, and exported with them it is there."""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from readers.revisions import read_revisions
from stonehand.cli import main
from stonehand.corrections_file import read_corrections
from tests.exporters.docx.opened import words
from tests.generate import page as generated
from tests.programs import needs
from tests.readers.editor import (
    DAY,
    EDITOR,
    all_accepted,
    edited,
    part_of,
    rewritten,
    some_rejected,
)
from tests.readers.paragraph_editor import edited_paragraphs

EXAMPLE = Path(__file__).parents[2] / "examples" / "qinghe" / "page-04.md"
FORM = "page-04.corrections.toml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the example page in it."""
    shutil.copy(EXAMPLE, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _exported(page: str, target: str, *options: str) -> bytes:
    assert main(["export", page, "-o", target, "--overwrite", *options]) == 0
    return Path(target).read_bytes()


def _words(data: bytes) -> list[str]:
    found = (reading.words.replace("\n", "") for reading in read_revisions(data, "x").body)
    return [words for words in found if words.strip()]


_WRITTEN = "<w:r><w:t>再版</w:t></w:r></w:p>"


@pytest.mark.parametrize("layout", ["columns", "plain", "page"])
@pytest.mark.parametrize("track", ["all", "accept"])
def test_an_untouched_document_corrects_nothing(layout: str, track: str) -> None:
    _exported("page-04.md", "p.docx", "--docx-layout", layout, "--track-changes", track)
    assert main(["import", "p.docx", "--into", FORM, "--strict"]) == 0
    assert read_corrections(Path(FORM)) == ()


@pytest.mark.parametrize("layout", ["columns", "page"])
def test_an_edited_document_comes_back(layout: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = _exported("page-04.md", "p.docx", "--docx-layout", layout, "--track-changes", "all")
    changed = edited(data, 4)
    Path("p.docx").write_bytes(changed)
    assert main(["import", "p.docx", "--into", FORM, "--strict"]) == 0
    assert capsys.readouterr().err == ""
    after = _exported("page-04.md", "q.docx", "--corrections", FORM, "--docx-layout", layout)
    assert _words(after) == _words(changed)
    signatures = {each.signature for each in read_corrections(Path(FORM))}
    assert {(each.who, each.when) for each in signatures} == {(EDITOR, DAY)}


@needs("soffice", "libreoffice-writer")
def test_comes_back_through_libreoffice(folder: Path) -> None:
    """Saved anew by another program, it tells the same as before."""
    data = _exported("page-04.md", "p.docx", "--track-changes", "all")
    Path("p.docx").write_bytes(edited(data, 4))
    assert main(["import", "p.docx", "--into", FORM]) == 0
    _save_anew(folder)
    again = ["import", "saved/p.docx", "--into", "again.toml", "--page", "page-04.md", "--strict"]
    assert main(again) == 0
    assert Path("again.toml").read_bytes() == Path(FORM).read_bytes()


@needs("soffice", "libreoffice-writer")
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "untracked"])
def test_edited_paragraphs_come_back_through_libreoffice(folder: Path, tracked: bool) -> None:
    """Parted, joined, written, struck out and moved: saved anew, the page reads as edited."""
    data = _exported("page-04.md", "p.docx")
    edits = {how: edited_paragraphs(data, 5, 12, tracked=how) for how in (True, False)}
    Path("p.docx").write_bytes(edits[tracked])
    _save_anew(folder)
    again = ["import", "saved/p.docx", "--into", FORM, "--strict"]
    assert main(again) == 0
    after = _exported("page-04.md", "q.docx", "--corrections", FORM)
    assert words(after) == words(edits[False])


def _save_anew(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "saved", "p.docx"]
    subprocess.run(["soffice", profile, *convert], check=True, capture_output=True, timeout=120)


@cache
def _ocr(seed: int) -> str:
    return generated(seed).ocr


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("how", ["tracked", "untracked", "accepted", "rejected"])
def test_edits_of_generated_pages_come_back(
    seed: int, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is told as left out is the only thing that may be missing."""
    Path("g.md").write_text(_ocr(seed), encoding="utf-8")
    data = _exported("g.md", "g.docx", "--track-changes", "all")
    capsys.readouterr()
    match how:
        case "accepted":
            data = all_accepted(data)
        case "rejected":
            data = some_rejected(data, seed)
        case _:
            data = edited(data, seed, tracked=how == "tracked")
    Path("g.docx").write_bytes(data)
    assert main(["import", "g.docx", "--into", "g.corrections.toml", "--strict"]) == 0
    after = _exported("g.md", "h.docx", "--corrections", "g.corrections.toml")
    assert _words(after) == _words(data)


@pytest.mark.parametrize("seed", range(20))
def test_ten_edits_of_a_generated_page_come_back(
    seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words and whole paragraphs, tracked on every other page: 200 edits in all, none lost."""
    Path("g.md").write_text(_ocr(seed), encoding="utf-8")
    data = _exported("g.md", "g.docx")
    edits = {
        tracked: edited_paragraphs(data, seed, 10, tracked=tracked) for tracked in (False, True)
    }
    wanted = words(edits[False])  # as they stand in the paragraphs, read by nothing of ours
    Path("g.docx").write_bytes(edits[bool(seed % 2)])
    capsys.readouterr()
    assert main(["import", "g.docx", "--into", "g.corrections.toml", "--strict"]) == 0
    after = _exported("g.md", "h.docx", "--corrections", "g.corrections.toml")
    assert words(after) == wanted


def test_signs_what_was_not_tracked_with_a_given_name() -> None:
    data = _exported("page-04.md", "p.docx")
    Path("p.docx").write_bytes(edited(data, 1, tracked=False))
    assert main(["import", "p.docx", "--into", FORM, "--who", "李四"]) == 0
    assert {each.signature.who for each in read_corrections(Path(FORM))} == {"李四"}


def test_tells_what_it_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    """The header of a page is read, but no correction tells what was written into it."""
    data = _exported("page-04.md", "p.docx")
    with ZipFile("p.docx") as package:
        part = next(name for name in package.namelist() if name.startswith("word/header"))
    header = part_of(data, part).replace(b"</w:p>", _WRITTEN.encode(), 1)
    Path("p.docx").write_bytes(rewritten(data, part, header))
    capsys.readouterr()
    assert main(["import", "p.docx", "--into", FORM]) == 0
    told = capsys.readouterr().err
    assert told.startswith("stonehand: p.docx: the head or foot of a page was changed: ")
    assert told.endswith("再版\n")
    assert main(["import", "p.docx", "--into", FORM, "--strict", "--overwrite"]) == 4


def test_takes_several_pages_in_their_order() -> None:
    Path("g.md").write_text(_ocr(1), encoding="utf-8")
    assert main(["export", "page-04.md", "g.md", "-o", "both.docx"]) == 0
    changed = edited(Path("both.docx").read_bytes(), 3, 20)
    Path("both.docx").write_bytes(changed)
    pages = ["--page", "page-04.md", "--page", "g.md"]
    assert main(["import", "both.docx", "--into", "both.toml", "--strict", *pages]) == 0
    assert {each.page for each in read_corrections(Path("both.toml"))} == {"page-04", "g"}
    both = ["export", "page-04.md", "g.md", "-o", "again.docx", "--corrections", "both.toml"]
    assert main(both) == 0
    assert _words(Path("again.docx").read_bytes()) == _words(changed)


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        pytest.param(["no.docx", "--into", FORM], 2, "no such file", id="no document"),
        pytest.param([".", "--into", FORM], 2, "a folder", id="a folder"),
        pytest.param(["page-04.md", "--into", FORM], 2, "no DOCX", id="not a DOCX"),
        pytest.param(["p.docx", "--into", "x.toml"], 1, "--page", id="no page"),
        pytest.param(
            ["p.docx", "--into", "p.docx"], 5, "exists already", id="a file that is there"
        ),
        pytest.param(
            ["p.docx", "--into", "g.md", "--page", "g.md", "--overwrite"],
            1,
            "is an input",
            id="the page itself",
        ),
        pytest.param(
            ["p.docx", "--into", "x.toml", "--page", "g.md"], 2, "other OCR text", id="other page"
        ),
    ],
)
def test_refuses(
    arguments: list[str], code: int, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _exported("page-04.md", "p.docx")
    Path("g.md").write_text(_ocr(1), encoding="utf-8")
    capsys.readouterr()
    assert main(["import", *arguments]) == code
    assert problem in capsys.readouterr().err
    assert not Path(FORM).exists()
