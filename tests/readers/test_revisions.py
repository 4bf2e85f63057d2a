"""A DOCX that comes back is read as it now stands, and one that would do harm is not read."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from exporters.docx import write
from exporters.docx.editing import Editing, Track
from exporters.docx.properties import digest
from layout.errors import InputError
from layout.model import Edition
from layout.redlines.collation import Hand, Reading
from readers.revisions import read_revisions
from tests.build import edition_of
from tests.readers.editor import STORY, W, part_of, rewritten, with_story
from tests.rebuilt import rebuilt_page

EDITION = edition_of("headline 甲乙 / 丙丁\nparagraph 一行｜二行⟨2⟩完\npicture 1.png\ncaption 图说")
ALL = Editing(track=Track.ALL, date=datetime(2022, 9, 27, tzinfo=UTC))
DOCX = write(EDITION, editing=ALL)
_RELATIONS = "word/_rels/document.xml.rels"
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<w:body><w:p>{}</w:p></w:body></w:document>"
)


def _body(data: bytes) -> list[str]:
    return [reading.words for reading in read_revisions(data, "e.docx").body if reading.words]


def _paragraph(content: str) -> Reading:
    data = rewritten(DOCX, STORY, _DOCUMENT.format(content).encode())
    return read_revisions(data, "e.docx").body[0]


@pytest.mark.parametrize("track", Track)
def test_reads_the_text_as_corrected(track: Track) -> None:
    """Whatever revisions there are; the number of a figure is hidden and no word of its caption."""
    words = [w.replace("\n", "") for w in _body(write(EDITION, editing=Editing(track=track)))]
    gap = "" if track is Track.REJECT else "〔…〕"
    assert words == ["甲乙 丙丁", f"一行二行{gap}完", "图说"]


def test_tells_what_it_was_made_from() -> None:
    assert read_revisions(DOCX, "e.docx").digest == digest(EDITION.pages)


def test_reads_heads_and_feet_apart() -> None:
    margins = [reading.words for reading in read_revisions(DOCX, "e.docx").margins]
    assert any("要闻" in words for words in margins)
    assert not any("要闻" in words for words in _body(DOCX))


_SIGNED = 'w:author="王一" w:date="2024-05-01T10:00:00Z"'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            f"<w:r><w:t>甲</w:t></w:r><w:ins {_SIGNED}><w:r><w:t>乙丙</w:t></w:r></w:ins>",
            Reading("甲乙丙", (Hand(1, 3, "王一", "2024-05-01"),)),
            id="words written in",
        ),
        pytest.param(
            f"<w:r><w:t>甲</w:t></w:r><w:del {_SIGNED}><w:r><w:delText>乙</w:delText></w:r>"
            "</w:del>",
            Reading("甲", (Hand(1, 1, "王一", "2024-05-01"),)),
            id="words struck out",
        ),
        pytest.param(
            '<w:ins w:author="Stonehand"><w:r><w:t>甲</w:t></w:r></w:ins>',
            Reading("甲"),
            id="a revision of ours is nobody's hand",
        ),
        pytest.param(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>见</w:t></w:r>",
            Reading("见"),
            id="hidden words",
        ),
        pytest.param(
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r>',
            Reading("见"),
            id="words that are hidden no longer",
        ),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> SEQ Figure </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>图</w:t></w:r>',
            Reading("图"),
            id="the number that a field came to",
        ),
        pytest.param(
            "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>",
            Reading("甲\n乙\t丙"),
            id="breaks and tabs",
        ),
        pytest.param(
            "<w:hyperlink><w:r><w:t>下转</w:t></w:r></w:hyperlink>", Reading("下转"), id="a link"
        ),
        pytest.param(
            "<mc:AlternateContent><mc:Choice><w:r><w:t>甲</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>甲</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            Reading("甲"),
            id="a copy for old programs",
        ),
    ],
)
def test_reads_a_paragraph(content: str, expected: Reading) -> None:
    assert _paragraph(content) == expected


def test_knows_our_revisions_by_any_name() -> None:
    """Residue goes by a name of its own, which tells who we are."""
    page = rebuilt_page(0)
    edition = Edition("", page.language, (page,))
    data = write(edition, editing=Editing(track=Track.ALL, author="编辑部"))
    assert not any(reading.hands for reading in read_revisions(data, "e.docx").body)


def _bomb() -> bytes:
    return rewritten(DOCX, "word/media/big.bin", bytes(20 * 2**20))


def _twice() -> bytes:
    made = BytesIO(DOCX)
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(made, "a", ZIP_DEFLATED) as package:
        package.writestr(STORY, b"<a/>")
    return made.getvalue()


def _crowd() -> bytes:
    made = BytesIO(DOCX)
    with ZipFile(made, "a") as package:
        for number in range(5001):
            package.writestr(f"word/{number}", b"")
    return made.getvalue()


def _damaged() -> bytes:
    with ZipFile(BytesIO(DOCX)) as package:
        at = package.getinfo(STORY).header_offset + 60
    return DOCX[:at] + bytes(40) + DOCX[at + 40 :]


def _entities(text: str) -> bytes:
    declared = f"<!DOCTYPE a [{text}]>".encode()
    story = part_of(DOCX).split(b"?>", 1)[1]
    return rewritten(DOCX, STORY, declared + story)


def _related(target: str, mode: str, kind: str = "image") -> bytes:
    relation = (
        f'<Relationship Id="x9" Target="{target}" TargetMode="{mode}" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    )
    rels = part_of(DOCX, _RELATIONS).replace(
        b"</Relationships>", f"{relation}</Relationships>".encode()
    )
    return rewritten(DOCX, _RELATIONS, rels)


def _named(name: str) -> bytes:
    return rewritten(DOCX, "word/settings.xml", None, name)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(lambda: b"", "no DOCX", id="nothing"),
        pytest.param(lambda: b"# page\n", "no DOCX", id="text"),
        pytest.param(lambda: DOCX[:2000], "no DOCX", id="half a file"),
        pytest.param(_damaged, "damaged", id="bytes that do not unpack"),
        pytest.param(lambda: rewritten(DOCX, STORY, None, "a"), "no text document", id="no story"),
        pytest.param(lambda: rewritten(DOCX, STORY, b"<a>"), "no XML", id="broken XML"),
        pytest.param(_bomb, "times its size", id="a bomb"),
        pytest.param(_crowd, "parts", id="thousands of parts"),
        pytest.param(_twice, "two parts of one name", id="two parts of one name"),
        pytest.param(lambda: _named("../../x.xml"), "leads out", id="a name that leads out"),
        pytest.param(lambda: _named("/etc/x.xml"), "leads out", id="a name from the root"),
        pytest.param(lambda: _named("C:/x.xml"), "leads out", id="a name with a drive"),
        pytest.param(
            lambda: _entities('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'), "entities", id="entities"
        ),
        pytest.param(
            lambda: _entities('<!ENTITY a SYSTEM "file:///etc/passwd">'), "entities", id="a file"
        ),
        pytest.param(
            lambda: _related("http://example.org/1.png", "External"), "elsewhere", id="an address"
        ),
        pytest.param(
            lambda: _related("file:///x.dotm", "External", "attachedTemplate"),
            "elsewhere",
            id="a template",
        ),
        pytest.param(
            lambda: _related("../../../etc/passwd", "Internal"), "leads out", id="a path out"
        ),
        pytest.param(
            lambda: _related("..%2f..%2fetc/passwd", "Internal"), "leads out", id="a veiled path"
        ),
    ],
)
def test_refuses(data: Callable[[], bytes], problem: str) -> None:
    with pytest.raises(InputError, match=problem) as refusal:
        read_revisions(data(), "e.docx")
    assert str(refusal.value).startswith("e.docx: ")
    assert "\n" not in str(refusal.value)


def test_takes_a_link_that_an_editor_put_in() -> None:
    """Nobody follows it but a reader's own click."""
    data = _related("http://example.org/", "External", "hyperlink")
    assert _body(data) == _body(DOCX)


def test_leaves_deleted_paragraphs_empty() -> None:
    def strike(root: etree._Element) -> None:
        for paragraph in root.iter(f"{W}p"):
            paragraph[:] = [child for child in paragraph if child.tag == f"{W}pPr"]

    assert _body(with_story(DOCX, strike)) == []
