"""XML that nobody vouches for, parsed: nothing is fetched, no entity is put in."""

import re

from lxml import etree

from layout.errors import InputError, Origin

_NUMBER = re.compile(r"\s*[+-]?\d+(?:\.\d*)?")


def parser() -> etree.XMLParser:
    """A parser that takes nothing but what the file itself says."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def parsed(data: bytes, file: str) -> etree._Element:
    """The root of an XML document; `file` is what errors call it. Raises InputError."""
    try:
        return etree.fromstring(data, parser())
    except etree.XMLSyntaxError as fault:
        at = Origin(file, fault.lineno or 0)
        raise InputError(f"this is no XML: {fault.msg}", at, "is the file whole?") from None


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace: versions of a format differ in that."""
    return etree.QName(element).localname


def number(element: etree._Element, attribute: str) -> float:
    """The number that an attribute begins with; 0 where there is none."""
    found = _NUMBER.match(element.get(attribute, ""))
    return float(found[0]) if found else 0.0
