"""A linearized file is the same document, as archival as before."""

import sys
from pathlib import Path

import page
import pikepdf
import pytest

from exporters.pdf import write
from exporters.pdf.linear import linearized
from layout.errors import DependencyError
from tests.exporters.pdf import verapdf
from tests.exporters.pdf.formes import newspaper, photograph
from tests.exporters.pdf.reading import structure

DATA = write(newspaper(), {"willow.png": photograph()})


def test_says_what_it_said() -> None:
    assert structure(linearized(DATA)).all_text == structure(DATA).all_text


def test_is_the_same_every_time() -> None:
    assert linearized(DATA) == linearized(DATA)


def test_checkers_accept_it(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(linearized(DATA))
    with pikepdf.open(file) as pdf:
        assert pdf.is_linearized
        assert pdf.check_linearization()
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf(str(file), profile=profile).is_compliant
    jar = verapdf.jar()
    if jar is not None:
        assert verapdf.complaints(jar, file) == ""


def test_names_the_package_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(DependencyError, match=r"pip install 'stonehand\[linearize\]'"):
        linearized(DATA)
