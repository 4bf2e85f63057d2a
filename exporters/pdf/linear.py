"""A PDF rearranged so that its first page shows before the rest has arrived over a network.

Done by pikepdf, which is asked for only here: `pip install 'stonehand[linearize]'`.
"""

from io import BytesIO

from layout.errors import DependencyError


def linearized(data: bytes) -> bytes:
    """The same document, linearized (ISO 32000-1, annex F); still archival, still reproducible.

    Raises DependencyError where pikepdf is not installed.
    """
    try:
        import pikepdf
    except ImportError as absent:
        problem = "a linearized PDF needs the package pikepdf"
        raise DependencyError(problem, hint="pip install 'stonehand[linearize]'") from absent
    rearranged = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(rearranged, linearize=True, deterministic_id=True, preserve_pdfa=True)
    return rearranged.getvalue()
