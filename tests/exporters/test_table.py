"""The table of formats."""

import subprocess
import sys

import pytest

from exporters import EXPORTERS

LIBRARIES = {
    "pdf": {"docx", "ebooklib"},
    "docx": {"reportlab", "ebooklib"},
    "epub": {"reportlab", "docx"},
    "json": {"reportlab", "docx", "ebooklib", "lxml", "PIL"},
}


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_is_called_by_its_suffix(name: str) -> None:
    assert EXPORTERS[name].suffix == f".{name}"


def test_the_table_itself_imports_no_format() -> None:
    code = "import exporters, sys; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert set(loaded).isdisjoint({"reportlab", "docx", "ebooklib", "lxml", "PIL", "json"})


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_imports_no_other_formats_library(name: str) -> None:
    code = f"import exporters.{name}, sys; print(*{{m.split('.')[0] for m in sys.modules}})"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert set(loaded).isdisjoint(LIBRARIES[name])
