from pathlib import Path

import pytest

from layout.errors import InputError
from readers import read, read_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_knows_the_encoding(encoding: str) -> None:
    (page,) = read_bytes("清河日报，第三版".encode(encoding), "a.txt", "a")
    assert page.source == "清河日报，第三版"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "big5hkscs", "cp950"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("立法院昨天通過預算案，經濟部長說明國際情勢。", id="traditional"),
        pytest.param("甲，1、2、3", id="little but marks"),
    ],
)
def test_knows_old_encodings_by_the_characters_in_use(text: str, encoding: str) -> None:
    (page,) = read_bytes(text.encode(encoding), "a.txt", "a")
    assert page.source == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("Größe, Fußgänger und Straßen", "latin-1", id="German"),
        pytest.param("The café of Señor Núñez", "cp1252", id="accents in English"),
        pytest.param("日本の新聞は毎日発行されています。", "shift_jis", id="Japanese"),
    ],
)
def test_refuses_what_would_be_read_as_other_words(text: str, encoding: str) -> None:
    with pytest.raises(InputError, match=r"neither UTF-8 nor .* \(save the text as UTF-8\)"):
        read_bytes(text.encode(encoding), "a.txt", "a")


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


def test_looks_at_the_root_of_xml(tmp_path: Path) -> None:
    file = tmp_path / "page.xml"
    file.write_text("<mods/>")
    with pytest.raises(InputError, match=r"no reader for XML of the kind 'mods' \(known are ALTO"):
        read(file)


def test_markup_in_a_text_stays_text() -> None:
    (page,) = read_bytes(b"<p>Fog lifts.</p>", "-", "a")
    assert page.source == "<p>Fog lifts.</p>"
