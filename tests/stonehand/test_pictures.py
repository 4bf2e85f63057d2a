"""Pictures come from the page's own folder or --images; a path that leads out is refused."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from layout.errors import InputError
from layout.geometry import Size
from layout.model import Figure, Page
from stonehand.pictures import Folders, Gathered, apart, gather, illustrated, sizes
from tests.build import page_of


def _picture(kind: str = "PNG", grey: int = 0) -> bytes:
    data = BytesIO()
    Image.new("L", (2, 2), grey).save(data, kind)
    return data.getvalue()


def _page(path: str, number: str = "01") -> Page:
    return page_of(f"page {number} | 要闻 | 2022-09-27\nparagraph 甲\npicture {path}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page's folder with a picture in it, one below it, and a secret one beside it."""
    own = tmp_path / "own"
    (own / "images").mkdir(parents=True)
    (own / "bridge.png").write_bytes(_picture())
    (own / "images" / "bridge.png").write_bytes(_picture())
    (own / "南 桥.png").write_bytes(_picture())
    (tmp_path / "secret.png").write_bytes(_picture(grey=255))
    (own / "link.png").symlink_to(tmp_path / "secret.png")
    (own / "circle.png").symlink_to(own / "circle.png")
    (own / "way").symlink_to(tmp_path)
    return own


@pytest.mark.parametrize(
    "path",
    ["bridge.png", "./bridge.png", "images/../bridge.png", "images/bridge.png", "南%20桥.png"],
)
def test_takes_what_lies_in_the_pages_folder(path: str, folder: Path) -> None:
    gathered = gather(_page(path), "page.md", Folders(folder))
    assert gathered == Gathered({path: _picture()})


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../secret.png", id="dots"),
        pytest.param("%2e%2e/secret.png", id="dots in percents"),
        pytest.param("images/../../secret.png", id="in and out"),
        pytest.param("link.png", id="a link"),
        pytest.param("way/secret.png", id="a linked folder"),
        pytest.param("/etc/hostname", id="from the root"),
    ],
)
def test_refuses_a_path_that_leads_out(path: str, folder: Path) -> None:
    with pytest.raises(InputError, match=r"page\.md:3: .* leads out .*--images"):
        gather(_page(path), "page.md", Folders(folder))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("none.png", "is not there", id="missing"),
        pytest.param("images", "is not there", id="a folder"),
        pytest.param("circle.png", "is not there", id="a circle of links"),
        pytest.param("x" * 300, "is not there", id="a name too long"),
        pytest.param("nul\0.png", "is not there", id="a NUL"),
        pytest.param("http://example.com/a.png", "nothing is fetched", id="http"),
        pytest.param("HTTPS://example.com/a.png", "nothing is fetched", id="https"),
        pytest.param("//example.com/a.png", "nothing is fetched", id="no scheme"),
        pytest.param("\\\\server\\share\\a.png", "nothing is fetched", id="a share"),
        pytest.param("file:///etc/hostname", "nothing is fetched", id="file"),
        pytest.param("data:image/png;base64,AAAA", "nothing is fetched", id="data"),
        pytest.param("text.png", "is not a picture", id="a text"),
        pytest.param("cut.png", "is not a picture", id="a torn picture"),
        pytest.param("type.eps", "is not a picture", id="a PostScript program"),
        pytest.param("bomb.png", "is not a picture", id="a bomb"),
    ],
)
def test_does_without_what_cannot_be_had(path: str, reason: str, folder: Path) -> None:
    (folder / "text.png").write_text("no picture")
    (folder / "cut.png").write_bytes(_picture()[:40])
    (folder / "type.eps").write_bytes(_picture("EPS"))
    (folder / "bomb.png").write_bytes(_picture().replace(b"\0\0\0\2\0\0\0\2", b"\0\1\0\0\0\1\0\0"))
    gathered = gather(_page(path), "page.md", Folders(folder))
    assert not gathered.pictures
    assert reason in gathered.notes[0]


def test_looks_in_the_pictures_folder_too_by_path_and_by_name(folder: Path, tmp_path: Path) -> None:
    images = tmp_path / "images"
    (images / "a").mkdir(parents=True)
    (images / "a" / "1.jpg").write_bytes(_picture("JPEG"))
    (images / "2.jpg").write_bytes(_picture("JPEG", 255))
    folders = Folders(folder, images)
    assert gather(_page("a/1.jpg"), "page.md", folders).pictures == {"a/1.jpg": _picture("JPEG")}
    for path in ("/home/ocr/out/2.jpg", "C:/ocr/2.jpg", "C:\\ocr\\2.jpg", "../2.jpg"):
        assert gather(_page(path), "page.md", folders).pictures == {path: _picture("JPEG", 255)}


def test_a_page_from_standard_input_has_no_folder() -> None:
    gathered = gather(_page("bridge.png"), "-", Folders(None))
    assert "is not there" in gathered.notes[0]


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_turns_what_formats_cannot_carry_into_png(kind: str, folder: Path) -> None:
    (folder / "other").write_bytes(_picture(kind))
    pictures = gather(_page("other"), "page.md", Folders(folder)).pictures
    assert pictures["other"].startswith(b"\x89PNG")


def test_measures_pictures_in_pixels() -> None:
    wide = BytesIO()
    Image.new("L", (30, 20)).save(wide, "JPEG")
    assert sizes({"a": _picture(), "b": wide.getvalue()}) == {"a": Size(2, 2), "b": Size(30, 20)}
    assert sizes({}) == {}


def test_two_pictures_of_one_path_are_kept_apart() -> None:
    pages = [_page("1.png", "01"), _page("1.png", "02"), _page("1.png", "03")]
    black, white = {"1.png": _picture()}, {"1.png": _picture(grey=255)}
    bound, gathered = apart(
        [(p, Gathered(g)) for p, g in zip(pages, (black, white, black), strict=True)]
    )
    assert gathered.pictures == {"1.png": _picture(), "page-02/1.png": _picture(grey=255)}
    paths = [b.path for p in bound for a in p.articles for b in a.blocks if isinstance(b, Figure)]
    assert paths == ["1.png", "page-02/1.png", "1.png"]


def _numbered_folder(tmp_path: Path) -> Path:
    for name in ("page-01-10.png", "page-01-2.JPG", "page-01.png", "page-010-1.png", "notes.txt"):
        (tmp_path / name).write_bytes(_picture())
    (tmp_path / "page-01-x.png").write_bytes(_picture())
    return tmp_path


@pytest.mark.parametrize(
    ("pictures", "paths"),
    [
        pytest.param(["", "", ""], ["page-01.png", "page-01-2.JPG", "page-01-10.png"], id="order"),
        pytest.param(["", "a.png"], ["page-01.png", "a.png"], id="a named one stays"),
        pytest.param(["page-01.png", ""], ["page-01.png", "page-01-2.JPG"], id="none twice"),
        pytest.param([""] * 4, ["page-01.png", "page-01-2.JPG", "page-01-10.png", None], id="few"),
    ],
)
def test_captions_are_given_the_pictures_numbered_after_their_page(
    pictures: list[str], paths: list[str | None], tmp_path: Path
) -> None:
    frames = "".join(f"\npicture {path}\ncaption 桥" for path in pictures)
    page = illustrated(page_of(f"paragraph 甲{frames}"), _numbered_folder(tmp_path))
    assert [b.path for a in page.articles for b in a.blocks if isinstance(b, Figure)] == paths


def test_without_a_folder_frames_stay_empty(tmp_path: Path) -> None:
    page = page_of("paragraph 甲\npicture \ncaption 桥")
    assert illustrated(page, None) is page
    assert illustrated(page, tmp_path / "none") is page
