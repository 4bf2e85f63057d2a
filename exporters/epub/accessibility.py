"""What the metadata says about access, each claim only where this very book bears it out.

The terms are those of schema.org as the W3C's accessibility vocabulary for publications lists them.
Conformance to a standard is not claimed: that is for whoever has checked a finished book.
"""

from collections.abc import Iterable, Iterator, Mapping

from exporters.epub.pictures import figures_of
from exporters.epub.plan import Plan
from layout.model import Edition

_FLOWING = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
_SHEETS = ("tableOfContents", "readingOrder", "pageNavigation")

Claims = Iterator[tuple[str, str]]
"""Pairs of a schema.org term and its value."""


def access_to(edition: Edition, plan: Plan, pictures: Mapping[str, str], summary: str) -> Claims:
    """What is true of a book that flows; `pictures` are those in the book."""
    paged = ("pageBreakMarkers", "pageNavigation") if plan.anchors else ()
    return _claims(edition, pictures, (*_FLOWING, *paged), summary)


def access_to_sheets(edition: Edition, pictures: Mapping[str, str], summary: str) -> Claims:
    """What is true of a book of sheets."""
    return _claims(edition, pictures, _SHEETS, summary)


def _claims(
    edition: Edition, pictures: Mapping[str, str], features: Iterable[str], summary: str
) -> Claims:
    shown = [figure for figure in figures_of(edition) if figure.path in pictures]
    described = all(figure.alt.plain.strip() for figure in shown)
    yield "accessMode", "textual"
    if shown:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual" if described else "textual,visual"
    yield from (("accessibilityFeature", feature) for feature in features)
    if shown and described:
        yield "accessibilityFeature", "alternativeText"
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", summary
