"""The house itself: its packages are those of this folder, and it stays as it is drawn."""

import ast
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
MODULES = [file for name in PACKAGES for file in sorted((ROOT / name).rglob("*.py"))]


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_the_one_in_this_folder(name: str) -> None:
    """Names as short as `layout` may belong to another distribution too."""
    file = import_module(name).__file__
    assert file is not None
    assert Path(file).parent == ROOT / name
    assert (ROOT / name / "py.typed").exists()


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_says_what_it_is(file: Path) -> None:
    docstring = ast.get_docstring(ast.parse(file.read_text("utf-8")))
    assert docstring
    assert docstring.partition("\n\n")[0].endswith(".")


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "tests").rglob("test_*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]


def test_every_runtime_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs/decisions/0002-runtime-dependencies.md").read_text("utf-8")
    names = [re.split(r"[<>=\[ ]", entry)[0] for entry in PROJECT["project"]["dependencies"]]
    assert [name for name in names if f"| {name} |" not in reasons] == []
