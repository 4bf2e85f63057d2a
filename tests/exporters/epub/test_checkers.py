"""Books of every kind, held against epubcheck in one run."""

import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from exporters.epub import Binding, write
from exporters.epub.cover import draw_cover
from exporters.epub.fixed import write_fixed
from layout.geometry import Size
from layout.sheet import Sheet
from stonehand.press import Press
from tests.build import edition_of
from tests.exporters.epub import checkers
from tests.exporters.epub.issues import edition
from tests.exporters.epub.test_book import ENGLISH, ISSUE

pytestmark = pytest.mark.skipif(not shutil.which("java"), reason="epubcheck needs Java")


def jpeg() -> bytes:
    data = BytesIO()
    Image.new("RGB", (8, 8)).save(data, "JPEG")
    return data.getvalue()


def books() -> dict[str, bytes]:
    issue, english, generated = edition_of(ISSUE), edition_of(ENGLISH, "en"), edition(2, 3)
    cover = draw_cover(Sheet(Size(90, 120), "04", ()), {})
    press = Press(generated, {})
    return {
        "an issue": write(issue, {"a.jpg": jpeg()}, Binding(cover)),
        "English, with its fonts": write(english, binding=Binding(own_fonts=True)),
        "vertical": write(edition_of(ISSUE, "zh-Hant"), binding=Binding(vertical=True)),
        "generated": write(generated),
        "fixed": write_fixed(generated, press.forme, {}, press.ruler),
    }


def broken(book: bytes) -> bytes:
    """The book with a wrong element in one of its chapters."""
    spoilt = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as whole, zipfile.ZipFile(spoilt, "w") as copy:
        for member in whole.infolist():
            data = whole.read(member)
            wrong = data.replace(b"<header>", b"<heading>").replace(b"</header>", b"</heading>")
            copy.writestr(member, wrong)
    return spoilt.getvalue()


def test_epubcheck_has_nothing_to_say_but_of_what_is_broken_or_absent(tmp_path: Path) -> None:
    made = books()
    for name, book in (*made.items(), ("broken", broken(made["generated"]))):
        (tmp_path / f"{name}.epub").write_bytes(book)
    names = (*made, "broken", "absent")
    against = checkers.epubcheck([tmp_path / f"{name}.epub" for name in names])
    told = {Path(book).stem: complaints for book, complaints in against.items()}
    assert told.pop("broken")
    assert told.pop("absent")
    assert told == {name: [] for name in made}
