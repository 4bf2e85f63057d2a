"""What LibreOffice makes of the columns, measured in the PDF that it writes."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import ceil
from pathlib import Path

import pypdfium2
import pytest

from exporters.docx import BROADSHEET, write
from exporters.docx.columns import ems
from layout.geometry import Size, mm
from layout.model import Edition, Role
from tests.build import edition_of
from tests.exporters.docx.opened import opened, styled, words
from tests.exporters.docx.test_revisions import MENDED, TRACKED, edition_with, revisions
from tests.rebuilt import rebuilt_page

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice"), reason="needs soffice (Debian: libreoffice-writer)"
)

HAN = "春夏秋冬山水日月风花雪夜东西南北天地人和" * 40  # 800 characters, no marks
HEADLINE = "清河两岸话春秋"
MEASURES = [16, 25, 13.5, 40]
COLUMNS = [6, 4, 7, 2]
PAGE = "\n".join(f"article news {ems}\nheadline {HEADLINE}\nparagraph {HAN}" for ems in MEASURES)
TABLOID = Size(mm(273), mm(393))


@dataclass(frozen=True)
class Character:
    """A character as printed: its edges and its middle in points, y downwards."""

    left: float
    right: float
    middle: float
    text: str


@dataclass(frozen=True)
class Page:
    """A printed page: its size in points and its lines, from the top down."""

    size: tuple[float, float]
    lines: tuple[tuple[Character, ...], ...]

    def article(self, index: int) -> list[tuple[Character, ...]]:
        """The body lines of an article: those between its headline and the next one."""
        heads = [i for i, line in enumerate(self.lines) if text_of(line) == HEADLINE]
        end = [*heads, len(self.lines)][index + 1]
        return list(self.lines[heads[index] + 1 : end])


def text_of(line: Sequence[Character]) -> str:
    return "".join(c.text for c in line)


def converted(data: bytes, suffix: str, folder: Path) -> Path:
    """What LibreOffice makes of a DOCX."""
    file = folder / "edition.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir"]
    out = [str(folder / "out"), str(file)]
    subprocess.run([*command, *out], check=True, capture_output=True, timeout=180)
    return folder / "out" / f"edition.{suffix}"


def printed(data: bytes, folder: Path) -> list[Page]:
    """The pages of a DOCX as LibreOffice prints them."""
    with pypdfium2.PdfDocument(converted(data, "pdf", folder)) as document:
        return [Page(page.get_size(), tuple(_lines(page))) for page in document]


def _lines(page: pypdfium2.PdfPage) -> Iterator[tuple[Character, ...]]:
    found = sorted(_characters(page), key=lambda c: (round(c.middle), c.left))
    for _, row in groupby(found, key=lambda c: round(c.middle)):
        line: list[Character] = []
        for character in row:
            if line and character.left - line[-1].right > 10:
                yield tuple(line)
                line = []
            line.append(character)
        yield tuple(line)


def _characters(page: pypdfium2.PdfPage) -> Iterator[Character]:
    textpage, (_, height) = page.get_textpage(), page.get_size()
    for index in range(textpage.count_chars()):
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        text = textpage.get_text_range(index, 1)
        if text.strip():
            yield Character(left, right, height - (top + bottom) / 2, text)


@pytest.fixture(scope="module")
def broadsheet(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return printed(write(edition_of(PAGE)), tmp_path_factory.mktemp("broadsheet"))


@pytest.fixture(scope="module")
def tabloid(tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    data = write(edition_of(PAGE), sheet=TABLOID)
    return printed(data, tmp_path_factory.mktemp("tabloid"))


def test_a_page_is_one_sheet(broadsheet: list[Page]) -> None:
    [page] = broadsheet
    assert page.size == pytest.approx((BROADSHEET.width, BROADSHEET.height), abs=0.5)


@pytest.mark.parametrize("index", range(4), ids=[f"{ems} ems" for ems in MEASURES])
def test_full_lines_hold_as_many_characters_as_measured(broadsheet: list[Page], index: int) -> None:
    lengths = Counter(len(line) for line in broadsheet[0].article(index))
    assert max(lengths) == int(MEASURES[index])
    [(commonest, number)] = lengths.most_common(1)
    assert commonest == int(MEASURES[index])
    assert number >= sum(lengths.values()) - 2  # the indented first line and the last one


@pytest.mark.parametrize(
    ("index", "columns"), list(enumerate(COLUMNS)), ids=[f"{ems} ems" for ems in MEASURES]
)
def test_columns_are_as_many_as_the_measure_allows(
    broadsheet: list[Page], index: int, columns: int
) -> None:
    lefts = Counter(round(line[0].left) for line in broadsheet[0].article(index))
    assert len([left for left, number in lefts.items() if number > 1]) == columns


@pytest.mark.parametrize(
    ("index", "columns"), list(enumerate(COLUMNS)), ids=[f"{ems} ems" for ems in MEASURES]
)
def test_columns_are_balanced(broadsheet: list[Page], index: int, columns: int) -> None:
    lines = broadsheet[0].article(index)
    depth = len({round(line[0].middle) for line in lines})
    assert depth == ceil(len(lines) / columns)


def test_columns_fill_the_width_between_the_margins(broadsheet: list[Page]) -> None:
    left = 0.046 * BROADSHEET.width
    lines = broadsheet[0].article(0)
    assert min(line[0].left for line in lines) == pytest.approx(left, abs=1)
    assert max(line[-1].right for line in lines) == pytest.approx(BROADSHEET.width - left, abs=1)


def test_a_headline_stands_in_the_middle_of_the_sheet(broadsheet: list[Page]) -> None:
    [headline] = [line for line in broadsheet[0].lines if text_of(line) == HEADLINE][:1]
    middle = (headline[0].left + headline[-1].right) / 2
    assert middle == pytest.approx(BROADSHEET.width / 2, abs=2)


def test_a_first_line_is_indented_by_two_characters(broadsheet: list[Page]) -> None:
    first, second, *_ = [line for line in broadsheet[0].article(0) if line[0].left < 100]
    assert first[0].left - second[0].left == pytest.approx(2 * 9.5, abs=0.6)


@pytest.mark.parametrize("index", range(3), ids=[f"{ems} ems" for ems in MEASURES[:3]])
def test_lines_are_as_long_on_a_smaller_sheet(tabloid: list[Page], index: int) -> None:
    lengths = Counter(len(line) for line in tabloid[0].article(index))
    assert max(lengths) == lengths.most_common(1)[0][0] == int(MEASURES[index])


def test_revisions_comments_and_styles_survive_libreoffice(tmp_path: Path) -> None:
    ours = write(edition_with(MENDED), editing=TRACKED)
    theirs = converted(ours, "docx", tmp_path).read_bytes()
    for without in ("del", "ins"):
        assert words(theirs, without=without) == words(ours, without=without)
    assert {author for _, author, _ in revisions(theirs)} == {"沈知远", "沈知远 (residue)"}
    assert [c.text for c in opened(theirs).comments] == [c.text for c in opened(ours).comments]
    assert [name for name, _ in styled(theirs)] == [name for name, _ in styled(ours)]


@cache
def _generated(seed: int) -> Edition:
    """A page as it comes from poor OCR, with its residue, losses and doubts."""
    page = rebuilt_page(seed)
    return Edition("", page.language, (page,))


def test_a_generated_page_comes_out_whole(tmp_path: Path) -> None:
    """One sheet with every word on it, no line longer than the widest measure of its articles."""
    edition = _generated(7)
    [page] = printed(write(edition), tmp_path)
    assert page.size == pytest.approx((BROADSHEET.width, BROADSHEET.height), abs=0.5)
    shown = Counter(c.text for line in page.lines for c in line)
    said = Counter("".join("".join(words(write(edition))).split()))
    assert said - shown == Counter()
    articles = edition.pages[0].articles
    widest = max(article.measure.width for article in articles if article.measure)
    body = ["".join(p.plain.split()) for a in articles for p in a.paragraphs(Role.BODY)]
    lines = [text_of(line) for line in page.lines]
    lengths = [ems(line) for line in lines if any(line in text for text in body)]
    assert len(lengths) > 30
    assert widest - 1 <= max(lengths) <= widest + 1


def test_a_generated_page_survives_libreoffice(tmp_path: Path) -> None:
    """Revisions, comments and styles; LibreOffice may keep a line end that we deleted."""
    ours = write(_generated(7), editing=TRACKED)
    theirs = converted(ours, "docx", tmp_path).read_bytes()
    for without in ("del", "ins"):
        found, wanted = (
            [w.replace("\n", "") for w in words(data, without=without)] for data in (theirs, ours)
        )
        assert found == wanted
    kinds = [
        Counter((kind, author) for kind, author, said in revisions(data) if said.strip("↵ "))
        for data in (theirs, ours)
    ]
    assert kinds[0] == kinds[1]
    assert [c.text for c in opened(theirs).comments] == [c.text for c in opened(ours).comments]
    assert [name for name, _ in styled(theirs)] == [name for name, _ in styled(ours)]
