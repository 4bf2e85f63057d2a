"""What the metadata says about access, each claim only where this very book bears it out.

The terms are those of schema.org as the W3C's accessibility vocabulary for publications lists them.
Conformance to a standard is not claimed: that is for whoever has checked a finished book.
"""

from collections.abc import Iterable, Iterator, Mapping

from exporters.epub.chapter import has_notes
from exporters.epub.labels import Labels
from exporters.epub.pictures import figures_of
from exporters.epub.plan import Plan
from layout.model import Edition

_FLOWING = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
_SHEETS = ("tableOfContents", "readingOrder", "pageNavigation")

Claims = Iterator[tuple[str, str]]
"""Pairs of a schema.org term and its value."""


def access_to(
    edition: Edition, plan: Plan, pictures: Mapping[str, str], labels: Labels, *, cover: bool
) -> Claims:
    """What is true of a book that flows; `pictures` are those in the book."""
    paged = ("pageBreakMarkers", "pageNavigation") if plan.anchors else ()
    noted = any(map(has_notes, plan.chapters))
    parts = (("flow", True), ("breaks", bool(paged)), ("notes", noted))
    summary = labels.between.join(labels.summary[name] for name, holds in parts if holds)
    yield from _claims(edition, pictures, (*_FLOWING, *paged), cover=cover)
    yield "accessibilitySummary", summary


def access_to_sheets(edition: Edition, pictures: Mapping[str, str], labels: Labels) -> Claims:
    """What is true of a book of sheets."""
    yield from _claims(edition, pictures, _SHEETS, cover=False)
    yield "accessibilitySummary", labels.summary["sheets"]


def _claims(
    edition: Edition, pictures: Mapping[str, str], features: Iterable[str], *, cover: bool
) -> Claims:
    """The cover, if there is one, is always described; a picture by the page's own words only."""
    shown = [figure for figure in figures_of(edition) if figure.path in pictures]
    described = all(figure.alt.plain.strip() for figure in shown)
    yield "accessMode", "textual"
    if shown or cover:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual" if described else "textual,visual"
    yield from (("accessibilityFeature", feature) for feature in features)
    if (shown or cover) and described:
        yield "accessibilityFeature", "alternativeText"
    yield "accessibilityHazard", "none"
