"""Edit a DOCX as an editor would: words changed, struck out, written in; revisions rejected.

A change is tracked, in the name of EDITOR, or made without a trace. What an editor does by hand is
done to the XML of the story; all else in the file stays as it is.
"""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

EDITOR = "王一"
DAY = "2024-05-01"
STORY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NEW_WORDS = ("新", "两字", "一二三四", "new words", "“引”", "A&B <i>", "。")
_OURS = "Stonehand"


def rewritten(data: bytes, part: str, content: bytes | None, name: str | None = None) -> bytes:
    """The package with another content in a part, or with the part under another name."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            is_it = info.filename == part
            held = content if is_it and content is not None else old.read(info)
            new.writestr(name if is_it and name else info.filename, held)
        if part not in old.namelist() and content is not None:
            new.writestr(part, content)
    return made.getvalue()


def part_of(data: bytes, part: str = STORY) -> bytes:
    """The content of a part."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(part)


def with_story(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The document with its story changed in place."""
    root = etree.fromstring(part_of(data))
    change(root)
    return rewritten(data, STORY, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def edited(data: bytes, seed: int, number: int = 8, *, tracked: bool = True) -> bytes:
    """The document with so many changes: words of one to six characters, at random places."""
    rng = Random(seed)

    def change(root: etree._Element) -> None:
        for _ in range(number):
            change_words(root, rng, tracked=tracked)

    return with_story(data, change)


def change_words(root: etree._Element, rng: Random, *, tracked: bool) -> None:
    """Change one to six characters somewhere, strike them out, or write some in."""
    runs = [r for r in root.iter(f"{W}r") if is_plain(r)]
    if not runs:
        return
    run = rng.choice(runs)
    text = run.findtext(f"{W}t") or ""
    start = rng.randrange(len(text))
    kind = rng.choice(["change", "strike", "write"])
    end = start if kind == "write" else min(len(text), start + rng.randint(1, 6))
    new = "" if kind == "strike" else rng.choice(_NEW_WORDS)
    parts = [run_like(run, text[:start])]
    if tracked:
        parts += (
            [_revision("del", run_like(run, text[start:end], "delText"))] if end > start else []
        )
        parts += [_revision("ins", run_like(run, new))] if new else []
    else:
        parts += [run_like(run, new)] if new else []
    parts.append(run_like(run, text[end:]))
    parent = run.getparent()
    assert parent is not None
    at = parent.index(run)
    parent.remove(run)
    for part in reversed([p for p in parts if "".join(map(str, p.itertext()))]):
        parent.insert(at, part)


def is_plain(run: etree._Element) -> bool:
    """Whether it is a run of live text that no revision holds."""
    above = {each.tag for each in run.iterancestors()}
    held = {f"{W}{kind}" for kind in ("ins", "del", "moveTo", "moveFrom")}
    children = [child.tag for child in run if child.tag != f"{W}rPr"]
    return not above & held and children == [f"{W}t"] and bool(run.findtext(f"{W}t"))


def run_like(like: etree._Element, words: str, element: str = "t") -> etree._Element:
    """A run of these words that looks like another."""
    run = etree.Element(f"{W}r")
    look = like.find(f"{W}rPr")
    if look is not None:
        run.append(deepcopy(look))
    etree.SubElement(run, f"{W}{element}", {_SPACE: "preserve"}).text = words
    return run


def _revision(kind: str, run: etree._Element) -> etree._Element:
    signed = {f"{W}id": "9", f"{W}author": EDITOR, f"{W}date": f"{DAY}T10:00:00Z"}
    revision = etree.Element(f"{W}{kind}", signed)
    revision.append(run)
    return revision


def all_accepted(data: bytes) -> bytes:
    """The document with every revision of ours accepted, as Word's one button does it."""
    return with_story(data, lambda root: _settle(root, None, gone="del", stays="ins"))


def some_rejected(data: bytes, seed: int, share: float = 0.3) -> bytes:
    """The document with some of our corrections rejected, each deletion with its insertion."""
    return with_story(data, lambda root: _settle(root, Random(seed), "ins", "del", share))


def _settle(
    root: etree._Element, rng: Random | None, gone: str, stays: str, share: float = 1.0
) -> None:
    """Make or undo revisions, a w:del with the w:ins behind it; moves are left alone."""
    pending = [each for each in root.iter(f"{W}del", f"{W}ins") if _is_due(each, rng)]
    chosen = True
    for number, revision in enumerate(pending):
        is_second = number > 0 and revision.getprevious() is pending[number - 1]
        if rng is not None and not is_second:
            chosen = rng.random() < share
        if not chosen:
            continue
        parent = revision.getparent()
        assert parent is not None
        at = parent.index(revision)
        held = list(revision) if revision.tag == f"{W}{stays}" else []
        pending[number] = held[-1] if held else revision
        parent.remove(revision)
        for run in reversed(held):
            for deleted in run.iter(f"{W}delText"):
                deleted.tag = f"{W}t"
            parent.insert(at, run)


def _is_due(revision: etree._Element, rng: Random | None) -> bool:
    author = revision.get(f"{W}author")
    return author == _OURS or (rng is None and author == f"{_OURS} (residue)")
