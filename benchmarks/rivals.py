"""Other programs that set a story as a PDF: Typst, WeasyPrint, and a plain document of ReportLab.

Each is given the paper, the columns, the sizes and the bundled fonts that Stonehand's sheets have,
and nothing more: headlines stand in the columns, and nothing is tagged but what a program tags by
itself. As a command, `python -m benchmarks.rivals NAME STORY.json` sets a story in a fresh process;
`typst-pipe` compiles the Typst source that it is fed, as it comes from pandoc; with `everywhere` it
looks for fonts in the whole system first, as Typst does unless told not to.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "fonts" / "files"
SONG, HEI = FONTS / "StonehandSong-Regular.ttf", FONTS / "StonehandHei-Bold.ttf"
WIDTH, HEIGHT, SIDE, COLUMNS, GUTTER = 390, 545, 16, 6, 6  # millimetres, but for the columns
BODY, LEADING, HEAD = 9.5, 14.0, 18.0  # points

_Passages = list[tuple[str, bool]]
_TYPST_MARKS = re.compile(r"[\\#$*_`<>@=+\-/~\[\]\"']")

PREAMBLE = f"""
#set page(width: {WIDTH}mm, height: {HEIGHT}mm, margin: {SIDE}mm, columns: {COLUMNS})
#set columns(gutter: {GUTTER}mm)
#set text(font: "Stonehand Song", size: {BODY}pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#set par(leading: {LEADING - BODY}pt, spacing: {LEADING - BODY}pt)
#show heading: set text(font: "Stonehand Hei", size: {HEAD}pt)
#let horizontalrule = []
"""


def typst(story: _Passages) -> bytes:
    """Set by Typst: a fresh compile, its fonts read anew."""
    lines = (("= " if head else "") + _TYPST_MARKS.sub(r"\\\g<0>", w) for w, head in story)
    return compiled("\n\n".join(lines))


def compiled(body: str, everywhere: bool = False) -> bytes:
    """Typst's own source on our sheet, as a PDF."""
    import typst as engine

    source = (PREAMBLE + body).encode()
    pdf: bytes = engine.compile(source, font_paths=[str(FONTS)], ignore_system_fonts=not everywhere)
    return pdf


def weasyprint(story: _Passages) -> bytes:
    """Set by WeasyPrint."""
    from weasyprint import HTML

    style = f"""
    @font-face {{ font-family: Song; src: url({SONG.as_uri()}) }}
    @font-face {{ font-family: Hei; src: url({HEI.as_uri()}) }}
    @page {{ size: {WIDTH}mm {HEIGHT}mm; margin: {SIDE}mm }}
    body {{ font: {BODY}pt/{LEADING}pt Song; columns: {COLUMNS}; column-gap: {GUTTER}mm }}
    p {{ margin: 0; text-indent: 2em; text-align: justify }}
    h1 {{ font: {HEAD}pt/1.2 Hei; margin: 0 }}
    """
    tags = (("h1" if head else "p", escape(words)) for words, head in story)
    body = "".join(f"<{tag}>{words}</{tag}>" for tag, words in tags)
    pdf: bytes = HTML(
        string=f"<html lang=zh><style>{style}</style><body>{body}</body></html>"
    ).write_pdf()
    return pdf


def platypus(story: _Passages) -> bytes:
    """Set by ReportLab's own flowing documents."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    for name, file in (("Song", SONG), ("Hei", HEI)):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    body = ParagraphStyle(
        "body", fontName="Song", fontSize=BODY, leading=LEADING, wordWrap="CJK",
        firstLineIndent=2 * BODY,
    )  # fmt: skip
    head = ParagraphStyle("head", fontName="Hei", fontSize=HEAD, leading=HEAD * 1.2, wordWrap="CJK")
    width = (WIDTH - 2 * SIDE - (COLUMNS - 1) * GUTTER) / COLUMNS
    frames = [
        Frame((SIDE + n * (width + GUTTER)) * mm, SIDE * mm, width * mm, (HEIGHT - 2 * SIDE) * mm,
              leftPadding=0, rightPadding=0)
        for n in range(COLUMNS)
    ]  # fmt: skip
    made = BytesIO()
    document = BaseDocTemplate(made, pagesize=(WIDTH * mm, HEIGHT * mm))
    document.addPageTemplates(PageTemplate("sheet", frames))
    document.build(
        [Paragraph(escape(words), head if is_head else body) for words, is_head in story]
    )
    return made.getvalue()


RIVALS: Mapping[str, Callable[[_Passages], bytes]] = {
    "Typst": typst,
    "WeasyPrint": weasyprint,
    "Platypus": platypus,
}


def main() -> None:
    """Set a story, or what is fed, and show how much came of it."""
    match sys.argv[1:]:
        case ["typst-pipe", *where]:
            print(len(compiled(sys.stdin.read(), everywhere=where == ["everywhere"])))
        case [name, story]:
            print(len(RIVALS[name](json.loads(Path(story).read_text("utf-8")))))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
