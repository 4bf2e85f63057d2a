"""Who made a page, as its Latin lines name them."""

import pytest

from layout.model import Editor
from layout.rebuild.signs.latin_editors import latin_editors, names_editors


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "Features editor: Ada Quill, 555-0188", ["Features editor|Ada Quill"], id="a telephone"
        ),
        pytest.param(
            "Page editor: Ada Quill Copy editor: R. Osei",
            ["Page editor|Ada Quill", "Copy editor|R. Osei"],
            id="two in a line",
        ),
        pytest.param(
            "Ada Quill, Publisher Noel de Vries, Managing Editor",
            ["Publisher|Ada Quill", "Managing Editor|Noel de Vries"],
            id="duties behind the names",
        ),
        pytest.param(
            "Layout: Ada Quill Proofreader: R. Osei",
            ["Layout|Ada Quill", "Proofreader|R. Osei"],
            id="who set and who read it",
        ),
        pytest.param("Redaktion: Jörg Älter", ["Redaktion|Jörg Älter"], id="German"),
        pytest.param(
            "Copy editors: Ada Quill, Ben Roe",
            ["Copy editors|Ada Quill", "Copy editors|Ben Roe"],
            id="one duty, two names",
        ),
        pytest.param(
            "Copy desk: A. Quill and B. Roe",
            ["Copy desk|A. Quill", "Copy desk|B. Roe"],
            id="names joined",
        ),
    ],
)
def test_reads_who_made_the_page(words: str, expected: list[str]) -> None:
    made = [Editor(*told.split("|")) for told in expected]
    assert list(latin_editors(words)) == made


def test_a_line_of_names_and_duties_is_told_from_a_sentence() -> None:
    assert names_editors("Ada Quill, Publisher Noel Vries, Editor")
    assert not names_editors("Ada Quill, editor of the review, said on Monday that it will close.")
