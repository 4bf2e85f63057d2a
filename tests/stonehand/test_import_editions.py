"""A DOCX of several pages is held against them as they were bound: jumps explain some losses."""

from pathlib import Path

import pytest

from layout.jumps import carried_on
from layout.rebuild import rebuild
from readers import read
from stonehand.cli import main
from stonehand.corrections_file import read_corrections
from tests.generate import issue


def test_an_untouched_edition_corrects_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = []
    for number, page in enumerate(issue(3, 4).pages, 1):
        names.append(f"page-{number}.md")
        Path(names[-1]).write_text(page.ocr, encoding="utf-8")
    pages = [rebuild(scanned) for name in names for scanned in read(Path(name))]
    assert list(carried_on(pages)) != pages
    assert main(["export", *names, "-o", "issue.docx", "-q"]) == 0
    asked = [word for name in names for word in ("--page", name)]
    assert main(["import", "issue.docx", *asked, "--into", "issue.toml", "--strict"]) == 0
    assert read_corrections(Path("issue.toml")) == ()
