"""`python docs/pictures/make.py`: the README's pictures, made anew from what the example becomes.

PDF is drawn by pypdfium2. DOCX is shown as LibreOffice lays it out, EPUB as Chromium does, so both
have to be installed.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pypdfium2
from PIL import Image

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "qinghe" / "page-04.md"
WIDTH = 720
PHONE = (390, 700)
GREYS = 32


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(sys.executable, "-m", "stonehand", "export", EXAMPLE, "-f", "all", "-o", folder)
        sheet = _sheet(folder / "page-04.pdf", 3)
        _save(sheet, "pdf")
        _save(_detail(sheet), "pdf-detail")
        _run(
            "soffice",
            "--headless",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            folder / "office",
            folder / "page-04.docx",
        )
        _save(_sheet(folder / "office" / "page-04.pdf", 1.2), "docx")
        _save(_chapter(folder), "epub")


def _run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True, capture_output=True)  # noqa: S603


def _sheet(file: Path, scale: float) -> Image.Image:
    with pypdfium2.PdfDocument(file) as document:
        return document[0].render(scale=scale).to_pil()


def _detail(sheet: Image.Image) -> Image.Image:
    """The top left part at twice the size, where a headline and its columns are."""
    width, height = sheet.size
    return sheet.crop((0, 0, width // 2, height * 2 // 7))


def _chapter(folder: Path) -> Image.Image:
    """The first chapter on a phone's screen."""
    with zipfile.ZipFile(folder / "page-04.epub") as book:
        book.extractall(folder / "book")
    chapter = next((folder / "book").rglob("*article-01.xhtml"))
    picture = folder / "epub.png"
    size = ",".join(map(str, PHONE))
    _run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        f"--window-size={size}",
        "--force-device-scale-factor=2",
        f"--screenshot={picture}",
        chapter.as_uri(),
    )
    return Image.open(picture)


def _save(picture: Image.Image, name: str) -> None:
    width = min(WIDTH, picture.width)
    height = round(picture.height * width / picture.width)
    small = picture.convert("L").resize((width, height), Image.Resampling.LANCZOS)
    small.quantize(GREYS).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
