"""What the command line asks for: which inputs make one edition, where each file goes."""

from pathlib import Path

import pytest

from layout.errors import ConfigError, InputError, StonehandError, UsageError
from stonehand.plan import Request, plan
from stonehand.press import Setup
from stonehand.run import Settings, Task


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: two pages, a note on them, a folder for output."""
    here = tmp_path / "2022-09-27"
    (here / "out").mkdir(parents=True)
    for name in ("a.md", "b.txt", "README.md", "notes.txt", ".hidden.md", "scan.png"):
        (here / name).write_text("甲", encoding="utf-8")
    monkeypatch.chdir(here)
    return here


def _shape(tasks: tuple[Task, ...]) -> list[tuple[str, str]]:
    """Each edition as its inputs and its outputs."""
    return [
        (
            " ".join(str(s.path) for s in task.sources),
            " ".join(str(t.path or "-") for t in task.targets),
        )
        for task in tasks
    ]


@pytest.mark.parametrize(
    ("inputs", "formats", "output", "shape"),
    [
        pytest.param("a.md", "", None, [("a.md", "a.pdf")], id="PDF unless told otherwise"),
        pytest.param("x/a.md", "epub", None, [("x/a.md", "a.epub")], id="into the current folder"),
        pytest.param("a.md", "", "x.docx", [("a.md", "x.docx")], id="format by suffix"),
        pytest.param("a.md", "", "X.PDF", [("a.md", "X.PDF")], id="suffix in capitals"),
        pytest.param("a.md", "json", "x.txt", [("a.md", "x.txt")], id="any name for one format"),
        pytest.param("a.md", "pdf pdf", "", [("a.md", "a.pdf")], id="a format named twice"),
        pytest.param("a.md", "pdf epub", "x.pdf", [("a.md", "x.pdf x.epub")], id="two formats"),
        pytest.param("a.md b.txt", "", None, [("a.md", "a.pdf"), ("b.txt", "b.pdf")], id="each"),
        pytest.param(
            "a.md b.txt",
            "",
            "out",
            [("a.md", "out/a.pdf"), ("b.txt", "out/b.pdf")],
            id="each into a folder",
        ),
        pytest.param("b.txt a.md", "", "x.epub", [("b.txt a.md", "x.epub")], id="bound"),
        pytest.param("a.md b.txt", "json", "-", [("a.md b.txt", "-")], id="bound into a pipe"),
        pytest.param("a.md", "", "new", [("a.md", "new/a.pdf")], id="a folder yet to be made"),
        pytest.param("", "", None, [("a.md b.txt", "2022-09-27.pdf")], id="the current folder"),
        pytest.param("", "pdf", "out", [("a.md b.txt", "out/2022-09-27.pdf")], id="to a folder"),
        pytest.param("", "", "x.epub", [("a.md b.txt", "x.epub")], id="the folder as a file"),
    ],
)
def test_plans(inputs: str, formats: str, output: str | None, shape: list[tuple[str, str]]) -> None:
    request = Request(tuple(inputs.split()), tuple(formats.split()), output or None)
    assert _shape(plan(request)) == shape


def test_all_formats_are_those_of_the_table() -> None:
    (task,) = plan(Request(("a.md",), ("all",)))
    assert [t.path and t.path.name for t in task.targets] == ["a.pdf", "a.docx", "a.epub", "a.json"]


@pytest.mark.parametrize(
    ("request_", "problem", "kind"),
    [
        pytest.param(
            Request(("a.md",), (), "x.odt"), "which format is x.odt", UsageError, id="odt"
        ),
        pytest.param(
            Request(("a.md",), ("pdf",), "x.epub"),
            "different formats",
            UsageError,
            id="format against suffix",
        ),
        pytest.param(
            Request(("a.md", "x/a.md")),
            "a.md and x/a.md would both become a.pdf",
            UsageError,
            id="one name for two",
        ),
        pytest.param(
            Request(("a.md",), ("json",), "a.md"), "is an input", UsageError, id="over the input"
        ),
        pytest.param(Request(("a.md", "-")), "where shall", UsageError, id="a pipe among files"),
        pytest.param(Request(("-", "-"), (), "x.pdf"), "only once", UsageError, id="two pipes"),
        pytest.param(
            Request(("a.md",), ("all",), "-"), "one format only", UsageError, id="all into a pipe"
        ),
        pytest.param(
            Request(("a.md",), settings=Settings(Setup("papyrus"))),
            "no paper",
            UsageError,
            id="paper",
        ),
    ],
)
def test_refuses_contradictions(
    request_: Request, problem: str, kind: type[StonehandError]
) -> None:
    with pytest.raises(kind, match=problem) as refused:
        plan(request_)
    assert refused.value.hint


def test_a_folder_without_pages_is_no_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "out")
    with pytest.raises(InputError, match=r"no pages in this folder .*\.md"):
        plan(Request())


def test_a_mets_stands_for_the_pages_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("1.xml", "issue_mets.xml", "metsuke.xml"):
        (tmp_path / name).write_text("<alto/>")
    monkeypatch.chdir(tmp_path)
    (task,) = plan(Request())
    assert [str(source.path) for source in task.sources] == ["issue_mets.xml"]


def test_the_folder_takes_its_order_from_edition_toml(folder: Path) -> None:
    (folder / "edition.toml").write_text('title = "清河"\npages = ["b.txt", "README.md"]', "utf-8")
    (task,) = plan(Request())
    assert _shape((task,)) == [("b.txt README.md", "2022-09-27.pdf")]
    assert (task.card.title, task.sort) == ("清河", False)


def test_the_folders_pages_are_put_in_order_unless_it_is_given(folder: Path) -> None:
    (folder / "edition.toml").write_text('title = "清河"', "utf-8")
    (task,) = plan(Request())
    assert (task.card.title, task.sort) == ("清河", True)


def test_another_edition_brings_its_own_folder(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.md").write_text("甲", "utf-8")
    (other / "e.toml").write_text('title = "清河"', "utf-8")
    (task,) = plan(Request(edition=other / "e.toml"))
    assert [s.path for s in task.sources] == [other / "c.md"]
    assert [t.path for t in task.targets] == [Path("other.pdf")]


def test_named_inputs_take_a_card_only_if_it_is_named(folder: Path) -> None:
    (folder / "edition.toml").write_text("nonsense", "utf-8")
    assert plan(Request(("a.md",)))[0].card.title == ""
    with pytest.raises(ConfigError):
        plan(Request(("a.md",), edition=folder / "edition.toml"))
