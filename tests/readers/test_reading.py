from pathlib import Path

import pytest

from layout.errors import InputError
from readers import read, read_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_knows_the_encoding(encoding: str) -> None:
    (page,) = read_bytes("清河日报，第三版".encode(encoding), "a.txt", "a")
    assert page.source == "清河日报，第三版"


def test_form_feeds_part_pages() -> None:
    pages = read_bytes("甲\f乙\n\f".encode(), "a.txt", "a")
    assert [(p.name, p.source) for p in pages] == [("a-1", "甲"), ("a-2", "乙\n")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "no text", id="empty"),
        pytest.param(b" \n\n", "no text", id="blank"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text", id="a picture"),
        pytest.param(b"\xff\xff\xff\n", "GB18030", id="no known encoding"),
        pytest.param(b"a" * (9 * 2**20), "MiB", id="too long"),
    ],
)
def test_refuses_what_is_no_page(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_bytes(data, "a.txt", "a")


def test_refuses_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    folder = tmp_path / "pages.md"
    folder.mkdir()
    with pytest.raises(InputError, match="folder"):
        read(folder)
    for name in ("none.md", "none", "none.pdf"):
        with pytest.raises(InputError, match="no such file"):
            read(tmp_path / name)


def test_text_of_any_name_may_come_through_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("清河日报", encoding="utf-8")
    with pytest.raises(InputError, match=r"a name without suffix .*through a pipe"):
        read(tmp_path / "page")
