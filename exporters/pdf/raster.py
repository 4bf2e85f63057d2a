"""The pages of a PDF as pictures, to see them without a viewer.

Done by PDFium, which is asked for only here: `pip install 'stonehand[preview]'`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layout.errors import DependencyError

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS = 72  # to the inch


def rastered(data: bytes, dpi: int) -> Iterator["Image"]:
    """Each page at so many dots to the inch.

    Raises DependencyError where pypdfium2 is not installed.
    """
    try:
        from pypdfium2 import PdfDocument
    except ImportError as absent:
        problem = "a preview needs the package pypdfium2"
        raise DependencyError(problem, hint="pip install 'stonehand[preview]'") from absent
    with PdfDocument(data) as document:
        for page in document:
            yield page.render(scale=dpi / _POINTS).to_pil().convert("RGB")
