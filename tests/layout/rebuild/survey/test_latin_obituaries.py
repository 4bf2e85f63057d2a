"""The names that stand over death notices."""

import pytest

from layout.rebuild.survey.latin_obituaries import names_the_dead
from tests.layout.rebuild.proofs import FERRY, told


@pytest.mark.parametrize(
    ("words", "below", "named"),
    [
        pytest.param("Orrin J. Quill", 'Orrin "Bud" Quill, 78, of Elk Ford, died', True, id="both"),
        pytest.param(
            "ADA QUILL", "Ada Mae (Roe) Quill, aged 91, died on Sunday", True, id="capitals"
        ),
        pytest.param("Orrin Quill", "Orrin Quill of Elk Ford opened a mill", False, id="no age"),
        pytest.param("Ada Quill", "Nora Whitlow, 44, takes the helm", False, id="another"),
        pytest.param("A mill is sold", "A mill, 90, is sold", False, id="no name"),
    ],
)
def test_knows_a_name_over_what_tells_an_age(words: str, below: str, named: bool) -> None:
    assert names_the_dead(words, below) is named


def test_each_of_the_dead_has_a_notice() -> None:
    notice = "Orrin Quill, 78, of Alder Point, died on Sunday at home. " + FERRY[0]
    page = told(
        "## Ada M. Roe", "Ada Roe, 91, of Elk Ford, died. " + FERRY[1], "Orrin J. Quill", notice
    )
    assert page[2] == "headline Orrin J. Quill"
