"""What the metadata says about access, each claim only where this very book bears it out.

The terms are those of schema.org as the W3C's accessibility vocabulary for publications lists them.
Conformance to a standard is not claimed: that is for whoever has checked a finished book.
"""

from collections.abc import Iterator, Mapping

from exporters.epub.pictures import figures_of
from exporters.epub.plan import Plan
from layout.model import Edition

_ALWAYS = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")


def access_to(
    edition: Edition, plan: Plan, pictures: Mapping[str, str], summary: str
) -> Iterator[tuple[str, str]]:
    """Pairs of a schema.org term and its value; `pictures` are those in the book."""
    figures = [f for f in figures_of(edition) if f.path in pictures]
    described = all(figure.alt.plain.strip() for figure in figures)
    yield "accessMode", "textual"
    if figures:
        yield "accessMode", "visual"
    if described:
        yield "accessModeSufficient", "textual"
    else:
        yield "accessModeSufficient", "textual,visual"
    for feature in _ALWAYS:
        yield "accessibilityFeature", feature
    if figures and described:
        yield "accessibilityFeature", "alternativeText"
    if plan.anchors:
        yield "accessibilityFeature", "pageBreakMarkers"
        yield "accessibilityFeature", "pageNavigation"
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", summary
