"""Pages with their truth: those of examples/, and where they lie beside us those of ../shared."""

import json
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent
SHARED = _ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Case:
    """A page's OCR text and the truth behind it, in the format npr-truth/1."""

    name: str
    ocr: Path
    truth: dict[str, object]


def examples() -> tuple[Case, ...]:
    """The pages of examples/."""
    return tuple(_example(path) for path in sorted(_HERE.glob("*.json")))


def _example(path: Path) -> Case:
    paper, _, number = path.stem.partition("-")
    ocr = _ROOT / "examples" / paper / f"page-{number}.md"
    return Case(path.stem, ocr, json.loads(path.read_text(encoding="utf-8")))


def shared() -> tuple[Case, ...]:
    """The pages of ../shared; none where it is absent."""
    folders = [SHARED / "pages" / "xuchang", *sorted((SHARED / "pages" / "dev").glob("*"))]
    return tuple(
        Case(folder.name, folder / "ocr.md", json.loads((folder / "truth.json").read_text("utf-8")))
        for folder in folders
        if (folder / "truth.json").exists()
    )
