"""The file is one that archives and screen readers accept, and the same every time."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import page
import pytest

from exporters.pdf import write
from exporters.pdf.attachments import Attachment, Relation
from exporters.pdf.file import File
from fonts.finding import found
from fonts.metrics import Ruler
from layout.sheet import Forme
from tests.exporters.pdf import verapdf
from tests.exporters.pdf.formes import forme_of, newspaper, photograph, words
from tests.exporters.pdf.reading import Object, opened, structure
from tests.fonts.making import save_font
from tests.programs import needs

FORMES = {
    "newspaper": newspaper(),
    "empty": forme_of(),
    "without-a-date": replace(newspaper(), day=None, publisher=""),
    "odd-characters": words("私\ue123用 \x00\ud800\u0378 〓\u200b\u00ad𠮷 —— “a”"),
    "markup": replace(words("<&>"), title='<&>"\x01', publisher="]]> & Söhne"),
    "taiwan": words("春水，骨。", language="zh-Hant"),
}
PICTURES = {"willow.png": photograph("RGBA")}
CARRIED = (
    Attachment("page-04 要闻.md", "# 春水涨满清河\n".encode(), "text/markdown", Relation.SOURCE),
    Attachment("edition.json", b"{}", "application/json", Relation.DATA, "the rebuilt model"),
)
PROFILES = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
RARE = "\U00030ede"
EVERY_FORME = pytest.mark.parametrize("forme", FORMES.values(), ids=FORMES)


@EVERY_FORME
@pytest.mark.parametrize("profile", PROFILES, ids=str)
def test_page_validation_accepts(
    forme: Forme, profile: page.ValidationProfile, tmp_path: Path
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(write(forme, PICTURES))
    result = page.validate_pdf(str(file), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in result.failures] == []


@needs("qpdf")
@EVERY_FORME
def test_qpdf_accepts(forme: Forme, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(write(forme, PICTURES))
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_verapdf_accepts(tmp_path: Path) -> None:
    jar = verapdf.jar()
    if jar is None:
        pytest.skip(verapdf.WHY_NOT)
    for name, forme in FORMES.items():
        (tmp_path / f"{name}.pdf").write_bytes(write(forme, PICTURES))
    assert verapdf.complaints(jar, *sorted(tmp_path.iterdir())) == ""


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"q"])
def test_the_length_of_a_stream_is_plain_whatever_it_ends_in(end: bytes) -> None:
    file = File()
    file.add_stream(b"BT ET" + end, level=0)
    info = file.add("<<>>")
    data = file.finished(file.add("<</Type/Catalog>>"), info)
    stream = data.partition(b"stream\n")[2].partition(b"endstream")[0]
    assert stream.removesuffix(b"\r\n") == b"BT ET" + end
    assert b"/Length %d>>" % (5 + len(end)) in data


@EVERY_FORME
def test_bytes_are_the_same_every_time(forme: Forme) -> None:
    assert write(forme, PICTURES) == write(forme, PICTURES)


@pytest.mark.parametrize("cff", [False, True], ids=["TrueType", "CFF"])
@pytest.mark.parametrize("em", [1000, 2048])
def test_a_font_of_the_user_makes_no_difference(cff: bool, em: int, tmp_path: Path) -> None:
    font = save_font(tmp_path / "Rare.otf", RARE, cff=cff, em=em)
    data = write(words(f"春{RARE}水"), {}, Ruler(found(RARE, [tmp_path])))
    font.with_suffix(".pdf").write_bytes(data)
    assert structure(data).all_text == f"春{RARE}水"
    for profile in PROFILES:
        assert page.validate_pdf(str(font.with_suffix(".pdf")), profile=profile).is_compliant
    jar = verapdf.jar()
    if jar is not None:
        assert verapdf.complaints(jar, font.with_suffix(".pdf")) == ""


def test_bytes_do_not_depend_on_the_process() -> None:
    code = (
        "import sys, tests.exporters.pdf.test_archive as t;"
        "sys.stdout.buffer.write(t.write(t.FORMES['newspaper'], t.PICTURES))"
    )
    one, two = (
        subprocess.check_output(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    )
    assert one == two == write(FORMES["newspaper"], PICTURES)


def test_carried_files_come_out_as_they_went_in() -> None:
    pdf = opened(write(newspaper(), PICTURES, attachments=CARRIED))
    out = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    assert out == {each.name: each.data for each in CARRIED}
    root: Object = pdf.Root
    assert {str(each.AFRelationship) for each in root.AF} == {"/Source", "/Data"}


def test_a_file_that_carries_others_is_pdfa_3a(tmp_path: Path) -> None:
    jar = verapdf.jar()
    if jar is None:
        pytest.skip(verapdf.WHY_NOT)
    file = tmp_path / "a.pdf"
    file.write_bytes(write(newspaper(), PICTURES, attachments=CARRIED))
    assert verapdf.complaints(jar, file, profiles=("3a", "ua1")) == ""


def test_metadata_tell_title_publisher_and_day() -> None:
    pdf = opened(write(newspaper(), PICTURES))
    info: Object = pdf.docinfo
    with pdf.open_metadata() as packet:
        assert packet["dc:title"] == str(info.Title) == "清河日报"
        assert packet["dc:creator"] == ["清河日报社"]
        assert packet["xmp:CreateDate"] == "2022-09-27T00:00:00Z"
    assert str(info.CreationDate).startswith("D:20220927000000")
    assert str(info.Author) == "清河日报社"


@needs("pdffonts", "poppler-utils")
def test_every_font_is_embedded(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(write(newspaper(), PICTURES))
    rows = subprocess.check_output(["pdffonts", file], text=True).splitlines()[2:]
    assert len(rows) == 4
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)
