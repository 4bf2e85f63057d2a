from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from exporters.epub.markup import document, element, escaped
from layout.carried import carried
from tests.exporters.epub.unpacked import XHTML, words

_ODD = st.text(st.sampled_from("甲<>&\"'\r\n\t \x00\x0b\x1b\x7f\x85\u2028\ud800\ufffe]😀"))


@given(_ODD)
def test_any_text_is_read_back_as_it_is(text: str) -> None:
    root = ET.fromstring(document("en", text, (), element("body", {}, escaped(text))))
    body = root.find(f"{XHTML}body")
    assert body is not None
    assert words(body) == carried(text)


@given(_ODD)
def test_any_text_can_be_an_attribute(text: str) -> None:
    read = ET.fromstring(element("p", {"title": text}))
    plain = carried(text).replace("\n", " ").replace("\t", " ")
    assert read.get("title", "") == plain


def test_what_xml_cannot_carry_is_replaced_visibly() -> None:
    assert carried("a\x00b\ud800c\ufffed\x1b") == "a\ufffdb\ufffdc\ufffed\ufffd".replace(
        "\ufffe", "\ufffd"
    )


def test_markup_in_text_stays_text() -> None:
    assert escaped('<a href="x">&amp;') == "&lt;a href=&quot;x&quot;&gt;&amp;amp;"


def test_an_alternative_text_may_be_empty_other_attributes_not() -> None:
    assert element("img", {"src": "a.png", "alt": "", "class": ""}) == '<img src="a.png" alt=""/>'
