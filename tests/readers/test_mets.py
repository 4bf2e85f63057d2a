"""METS: the pages of an issue, from the files that it lists."""

from pathlib import Path

import pytest

from layout.errors import InputError
from readers import read

_METS = """<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
<fileSec><fileGrp USE="IMAGE"><file ID="i1" MIMETYPE="image/tiff"><FLocat xlink:href="1.tif"/>
</file></fileGrp><fileGrp USE="FULLTEXT">
<file ID="t2" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="file://./alto/2.xml"/></file>
<file ID="t1" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="{first}"/></file>
<file ID="m1" MIMETYPE="text/xml"><FLocat xlink:href="mods.xml"/></file>
</fileGrp></fileSec>
<structMap TYPE="LOGICAL"><div><fptr><area FILEID="t2" BEGIN="b1"/></fptr></div></structMap>
{physical}</mets>"""

_PHYSICAL = """<structMap TYPE="PHYSICAL"><div TYPE="issue">
<div TYPE="page"><fptr FILEID="i1"/><fptr FILEID="m1"/><fptr FILEID="t1"/></div>
<div TYPE="page"><fptr><par><area FILEID="t2"/></par></fptr></div></div></structMap>"""

_ALTO = (
    '<alto><Page><TextBlock><TextLine><String CONTENT="{}"/></TextLine></TextBlock></Page></alto>'
)


def issue(folder: Path, *, first: str = "alto/1.xml", physical: str = _PHYSICAL) -> Path:
    (folder / "alto").mkdir()
    for name, word in (("1", "Fog"), ("2", "Rain")):
        (folder / "alto" / f"{name}.xml").write_text(_ALTO.format(word))
    (folder / "mods.xml").write_text("<mods/>")
    file = folder / "mets.xml"
    file.write_text(_METS.format(first=first, physical=physical))
    return file


def test_pages_come_in_the_order_of_print(tmp_path: Path) -> None:
    pages = read(issue(tmp_path))
    assert [(page.name, page.source) for page in pages] == [
        ("mets-1", "Fog\n"),
        ("mets-2", "Rain\n"),
    ]


def test_without_structure_they_come_as_they_are_listed(tmp_path: Path) -> None:
    assert [page.source for page in read(issue(tmp_path, physical=""))] == ["Rain\n", "Fog\n"]


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        ("https://example.org/1.xml", "this page is not here"),
        ("//example.org/1.xml", "this page is not here"),
        ("../1.xml", "leads out of the folder"),
        ("file:///1.xml", "leads out of the folder"),
        ("alto/3.xml", "there is no such file"),
        ("alto", "this is a folder"),
    ],
)
def test_looks_nowhere_else(tmp_path: Path, first: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read(issue(tmp_path, first=first))


def test_a_list_of_itself_has_no_pages(tmp_path: Path) -> None:
    file = issue(tmp_path, first="mets.xml", physical="")
    assert [page.source for page in read(file)] == ["Rain\n"]
