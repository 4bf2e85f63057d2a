"""An edition takes its card from edition.toml, and what that leaves open from its pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from layout.errors import AccessError, ConfigError
from layout.model import Folio
from stonehand.edition import Card, bind, by_number, read_card
from tests.build import page_of


def _card(folder: Path, text: str) -> Card:
    (folder / "edition.toml").write_text(text, encoding="utf-8")
    return read_card(folder / "edition.toml")


def test_reads_every_key(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "b.md").touch()
    card = _card(
        tmp_path,
        """
        title = "清河日报"
        date = 2022-09-27
        number = 9821
        publisher = "清河日报社"
        language = "zh-Hans"
        pages = ["b.md", "a.md"]
        """,
    )
    assert card == Card(
        "清河日报",
        date(2022, 9, 27),
        "9821",
        "清河日报社",
        "zh-Hans",
        (tmp_path / "b.md", tmp_path / "a.md"),
        tmp_path / "edition.toml",
    )


def test_an_empty_card_knows_nothing(tmp_path: Path) -> None:
    assert _card(tmp_path, "") == Card(file=tmp_path / "edition.toml")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        pytest.param("# title\n\ntitel = 'a'", 3, "unknown key 'titel'.*mean title", id="unknown"),
        pytest.param("a.b = 1", 1, "unknown key 'a'.*keys are title", id="dotted"),
        pytest.param("\n[colour]\nx = 1", 2, "unknown key 'colour'", id="a table"),
        pytest.param("title = 1", 1, "title has a value of the wrong kind.*in quotes", id="title"),
        pytest.param("\ndate = '2022-09-27'", 2, "date has.*without quotes", id="quoted day"),
        pytest.param("date = 2022-09-27T10:00:00", 1, "without a time", id="a time"),
        pytest.param("number = true", 1, "whole number", id="a truth value"),
        pytest.param("number = 1.5", 1, "whole number", id="a fraction"),
        pytest.param("language = 'Chinese!'", 1, "BCP 47", id="no language tag"),
        pytest.param("pages = 'a.md'", 1, "list of file names", id="one page"),
        pytest.param("pages = [1]", 1, "in quotes", id="a number for a page"),
        pytest.param("title = 'a'\npages = [\n 'no.md']", 3, "no page no.md", id="missing page"),
        pytest.param("pages = ['../a.md']", 1, "leads out", id="page outside"),
        pytest.param("pages = ['/a.md']", 1, "leads out", id="page from the root"),
        pytest.param("pages = ['a.md',\n'a.md']", 1, "stands twice", id="page twice"),
        pytest.param("title = 'a'\ntitle = 'b'", 2, "not TOML: Cannot overwrite", id="key twice"),
        pytest.param("title = ", 1, "not TOML: Invalid value", id="no value"),
        pytest.param("title = 'a'\ndate", 2, "not TOML", id="no equals sign"),
    ],
)
def test_refuses_what_does_not_fit(text: str, line: int, problem: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=problem) as refused:
        _card(tmp_path, text)
    assert refused.value.at is not None
    assert refused.value.at.line == line
    assert refused.value.hint


def test_refuses_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes("title = '清河'".encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_card(tmp_path / "edition.toml")


def test_a_missing_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="No such file"):
        read_card(tmp_path / "edition.toml")


@pytest.mark.parametrize(
    ("folio", "title"),
    [
        pytest.param(
            Folio("04", "要闻", date(2022, 9, 27), paper="清河日报"),
            "清河日报 要闻 2022-09-27",
            id="all",
        ),
        pytest.param(Folio("04", "要闻"), "要闻", id="section"),
        pytest.param(Folio("04", "", date(2022, 9, 27)), "page-01 2022-09-27", id="day"),
        pytest.param(Folio(), "page-01", id="nothing"),
    ],
)
def test_a_page_names_its_edition(folio: Folio, title: str) -> None:
    page = replace(page_of("paragraph 甲"), folio=folio)
    assert bind([page]).title == title


def test_pages_fill_what_the_card_leaves_open() -> None:
    first = replace(page_of("paragraph a", "en"), folio=Folio())
    second, third = page_of("page 02 | 要闻 | 2022-09-27"), page_of("page 03 | 副刊 | 2022-09-28")
    edition = bind([first, second, third], Card(title="清河日报", number="7"))
    assert (edition.title, edition.number) == ("清河日报", "7")
    assert (edition.language, edition.day) == ("zh-Hans", date(2022, 9, 27))
    assert edition.pages == (first, second, third)


def test_pages_stand_in_the_order_of_their_printed_numbers() -> None:
    numbers = ["A10", "", "12", "A2", "2", "B1"]
    pages = [
        replace(page_of("paragraph 甲"), name=f"p{n}", folio=Folio(number))
        for n, number in enumerate(numbers)
    ]
    assert [p.folio.number for p in by_number(pages)] == ["2", "12", "A2", "A10", "B1", ""]
