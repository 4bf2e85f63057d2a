"""The frame of a PDF file: its table of objects, its trailer."""

import re

import pytest

from exporters.pdf.file import File


def _filled(count: int) -> bytes:
    """A file of so many streams, a catalog, and an information dictionary written last of all."""
    file = File()
    info = file.reserve()
    for number in range(count):
        file.add_stream(b"%d" % number, level=0)
    catalog = file.add("<</Type/Catalog>>")
    file.write(info, "<</Title(Qinghe)>>")
    return file.finished(catalog, info)


@pytest.mark.parametrize("count", [0, 1, 120])
def test_the_table_tells_where_every_object_begins(count: int) -> None:
    data = _filled(count)
    start = int(data.split()[-2])
    head, *rows = re.findall(rb"(\d{10} \d{5} [fn] \n)", data[start:])
    assert data[start:].startswith(b"xref\n0 %d\n%b" % (count + 3, head))
    assert head == b"0000000000 65535 f \n"
    for number, row in enumerate(rows, start=1):
        assert data[int(row[:10]) :].startswith(b"%d 0 obj\n" % number)
    assert len(rows) == count + 2


def test_the_trailer_names_catalog_and_information() -> None:
    trailer = _filled(1).rpartition(b"trailer\n")[2]
    assert trailer.startswith(b"<</Size 4/Root 3 0 R/Info 1 0 R/ID[<")


def test_another_text_has_another_identifier() -> None:
    one, two = (re.findall(rb"/ID\[(<\w{32}>)(<\w{32}>)\]", _filled(n))[0] for n in (1, 2))
    assert one[0] == one[1]
    assert one != two
