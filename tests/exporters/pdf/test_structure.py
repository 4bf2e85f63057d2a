"""The structure says what everything is, across columns and sheets."""

import pytest

from exporters.pdf import write
from layout.geometry import Box
from layout.sheet import Element, Entry, Forme, Picture, Sheet, Tag
from tests.exporters.pdf.formes import SIZE, forme_of, line, newspaper, photograph
from tests.exporters.pdf.reading import Node, Object, opened, operators, structure

DATA = write(newspaper(), {"willow.png": photograph()})


@pytest.fixture(scope="module")
def tree() -> Node:
    return structure(DATA)


def outline_of(node: Node) -> str:
    return node.kind + (f"({' '.join(map(outline_of, node.kids))})" if node.kids else "")


def test_elements_stand_in_reading_order(tree: Node) -> None:
    assert outline_of(tree) == (
        "Document(Sect(Article(Kicker Headline Byline P Subhead L(LI(Lbl LBody))"
        " Table(TR(TH TH) TR(TH TD)) Figure(Caption) P Figure(Caption))) Link Link)"
    )


def test_a_paragraph_across_columns_and_sheets_is_one(tree: Node) -> None:
    (paragraph, _) = tree.find("P")
    assert paragraph.text == (
        "“清河的水位昨天到了3.2 米，”值班员说——比去年早了……整整十天。（上接第一版）河水继续上涨。"
    )
    assert len(paragraph.entries.K) == 3


def test_a_mark_is_not_opened_for_every_line() -> None:
    assert operators(DATA).count("/P<</MCID") == 2


@pytest.mark.parametrize(
    ("kind", "entry", "values"),
    [
        pytest.param("Sect", "/T", ["要闻"], id="a section's name"),
        pytest.param("Article", "/T", ["春水涨满清河"], id="an article's title"),
        pytest.param("P", "/Lang", [None, "en"], id="a paragraph in another language"),
        pytest.param("Figure", "/Alt", ["河边的柳树", "北闸"], id="figures are described"),
    ],
)
def test_elements_say_what_is_known(
    tree: Node, kind: str, entry: str, values: list[str | None]
) -> None:
    found = [node.entries.get(entry) for node in tree.find(kind)]
    assert [value if value is None else str(value) for value in found] == values


def test_heads_say_what_they_head(tree: Node) -> None:
    assert [str(node.entries.A.Scope) for node in tree.find("TH")] == ["/Column", "/Column", "/Row"]


@pytest.mark.parametrize(
    ("label", "numbering"),
    [
        pytest.param("①", "/Decimal", id="figures"),
        pytest.param("●", "/Disc", id="bullets"),
        pytest.param("", "/None", id="nothing"),
    ],
)
def test_a_list_tells_how_it_is_numbered(label: str, numbering: str) -> None:
    tags = [(Tag.DOCUMENT, None), (Tag.LIST, 0), (Tag.ITEM, 1), (Tag.ITEM_BODY, 2)]
    elements = [Element(tag, parent) for tag, parent in tags]
    if label:
        elements.append(Element(Tag.LABEL, 2))
    runs = [line(label, 10, 20, 4)] if label else []
    tree = structure(write(forme_of(*runs, elements=tuple(elements)), {}))
    assert str(tree.find("L")[0].entries.A.ListNumbering) == numbering


@pytest.mark.parametrize(
    ("tags", "role"),
    [
        pytest.param((Tag.HEADLINE, Tag.SUBHEAD), "/H2", id="below a headline"),
        pytest.param((Tag.SUBHEAD, Tag.HEADLINE), "/H1", id="before any headline"),
    ],
)
def test_headings_do_not_skip_a_level(tags: tuple[Tag, ...], role: str) -> None:
    elements = (Element(Tag.DOCUMENT, None), *(Element(tag, 0) for tag in tags))
    pdf = opened(write(forme_of(elements=elements), {}))
    root: Object = pdf.Root
    assert str(root.StructTreeRoot.RoleMap.Subhead) == role


def test_elements_without_a_document_get_one() -> None:
    elements = (Element(Tag.ARTICLE, None), Element(Tag.ARTICLE, None))
    tree = structure(write(forme_of(line("田", 10, 20, 1), elements=elements), {}))
    assert outline_of(tree) == "Document(Article Article)"


def test_a_picture_nobody_described_is_described_by_the_title() -> None:
    elements = (Element(Tag.DOCUMENT, None), Element(Tag.FIGURE, 0))
    picture = Picture(Box(0, 0, 9, 9), None, 1)
    tree = structure(write(forme_of(picture, elements=elements), {}))
    assert str(tree.find("Figure")[0].entries.Alt) == "清河日报"


def test_links_lead_to_their_sheets(tree: Node) -> None:
    pdf = opened(DATA)
    first, second = pdf.pages
    (jump,), (back,) = (page.obj.Annots for page in (first, second))
    assert [float(corner) for corner in jump.Rect] == [20, 180, 120, 190]
    assert jump.Dest[0].objgen == second.obj.objgen
    assert back.Dest[0].objgen == first.obj.objgen
    assert float(back.Dest[3]) == 300 - 80
    assert [node.text for node in tree.find("Link")] == ["[转第05版]", "[上接第04版]"]


def test_the_outline_leads_to_its_places() -> None:
    pdf = opened(DATA)
    with pdf.open_outline() as outline:
        (section, next_page) = outline.root
        assert [section.title, next_page.title] == ["要闻", "下页"]
        assert [kid.title for kid in section.children] == ["春水涨满清河"]
        assert [kid.title for kid in section.children[0].children] == ["三件大事"]
        destination: Object = section.children[0].destination
        assert destination[0].objgen == pdf.pages[0].objgen
        assert float(destination[3]) == SIZE.height - 40


def test_an_outline_may_begin_deep_and_skip_levels() -> None:
    entries = tuple(Entry(str(i), depth, 0, 0.0) for i, depth in enumerate((2, 0, 3, 1)))
    forme = Forme("深", "zh-Hans", (Sheet(SIZE, "1", ()),), (), entries)
    pdf = opened(write(forme, {}))
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["0", "1"]
        assert [item.title for item in outline.root[1].children] == ["2", "3"]


def test_pages_are_labelled_as_printed() -> None:
    pdf = opened(DATA)
    labels: list[Object] = [page.label for page in pdf.pages]
    assert labels == ["04", "05"]
