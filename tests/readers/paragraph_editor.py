"""Edit the paragraphs of a DOCX as an editor would: part, join, write, strike out, move them.

Every edit is written as Word tracks it: the mark at the end of a paragraph bears the revision
(ECMA-376 part 1, 17.13.5). What leaves no trace is the same with all of that accepted.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from lxml import etree

from tests.readers.editor import DAY, EDITOR, W, change_words, is_plain, run_like, with_story

_NEW = (
    "本报讯（记者 王一）编辑部补记。",
    "A new paragraph, with <b>marks</b> & all.",
    "又讯",
    "“问？”",
)
_LEFT_ALONE = ("Caption", "Credit", "Table", "Picture", "SectionEnd")  # styles


def edited_paragraphs(data: bytes, seed: int, number: int, *, tracked: bool) -> bytes:
    """The document with so many edits, of paragraphs and of words."""
    rng = Random(seed)

    def change(root: etree._Element) -> None:
        desk = _Desk(root, rng)
        for edit in rng.sample(_EDITS * (number // len(_EDITS) + 1), number):
            (edit if desk.has_room else _reword)(desk)
        if not tracked:
            _accept(root)

    return with_story(data, change)


@dataclass(frozen=True, slots=True)
class _Desk:
    root: etree._Element
    rng: Random

    @property
    def has_room(self) -> bool:
        """Whether there are paragraphs to choose from: some pages are one table."""
        return any(_is_free(p) and _is_free(p.getnext()) for p in self.root[0])

    def pick(self, *, followed: bool = False) -> etree._Element:
        """A paragraph of live text that ends no section; `followed` by another one."""
        free = [p for p in self.root[0] if _is_free(p) and (not followed or _is_free(p.getnext()))]
        return self.rng.choice(free)

    def signed(self, kind: str) -> etree._Element:
        signature = {f"{W}id": "9", f"{W}author": EDITOR, f"{W}date": f"{DAY}T10:00:00Z"}
        return etree.Element(f"{W}{kind}", signature)

    def mark(self, paragraph: etree._Element, kind: str) -> None:
        """Let the end of a paragraph bear a revision."""
        properties = paragraph[0]
        look = etree.SubElement(properties, f"{W}rPr")
        look.append(self.signed(kind))

    def wrap(self, paragraph: etree._Element, kind: str) -> None:
        """Put all runs of a paragraph into a revision."""
        for run in [each for each in paragraph if each.tag == f"{W}r"]:
            revision = self.signed(kind)
            run.addprevious(revision)
            revision.append(run)
            if kind == "del":
                for text in run.iter(f"{W}t"):
                    text.tag = f"{W}delText"


def _is_free(paragraph: etree._Element | None) -> bool:
    if paragraph is None or paragraph.tag != f"{W}p" or len(paragraph) < 2:
        return False
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val", "") if style is not None else ""
    marked = paragraph.find(f"{W}pPr/{W}rPr") is not None
    ends = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    plain = all(run.tag == f"{W}r" and is_plain(run) for run in list(paragraph)[1:])
    return plain and not marked and not ends and not name.startswith(_LEFT_ALONE)


def _part(desk: _Desk) -> None:
    paragraph = desk.pick()
    run = desk.rng.choice(list(paragraph)[1:])
    words = run.findtext(f"{W}t") or ""
    at = desk.rng.randrange(1, len(words)) if len(words) > 1 else 0
    second = etree.Element(f"{W}p")
    second.append(deepcopy(paragraph[0]))
    halves = [run_like(run, half) for half in (words[:at], words[at:])]
    behind = list(run.itersiblings())
    run.addprevious(halves[0])
    paragraph.remove(run)
    second.extend([halves[1], *behind])
    paragraph.addnext(second)
    desk.mark(paragraph, "ins")


def _join(desk: _Desk) -> None:
    desk.mark(desk.pick(followed=True), "del")


def _write(desk: _Desk) -> None:
    neighbour = desk.pick()
    paragraph = etree.Element(f"{W}p")
    paragraph.append(deepcopy(neighbour[0]))
    paragraph.append(run_like(neighbour[1], desk.rng.choice(_NEW)))
    neighbour.addnext(paragraph)
    desk.wrap(paragraph, "ins")
    desk.mark(paragraph, "ins")


def _strike(desk: _Desk) -> None:
    paragraph = desk.pick()
    desk.wrap(paragraph, "del")
    desk.mark(paragraph, "del")


def _move(desk: _Desk) -> None:
    paragraph, goal = desk.pick(), desk.pick()
    if goal is paragraph:
        return
    there = deepcopy(paragraph)
    goal.addnext(there)
    desk.wrap(paragraph, "moveFrom")
    desk.mark(paragraph, "moveFrom")
    desk.wrap(there, "moveTo")
    desk.mark(there, "moveTo")


def _reword(desk: _Desk) -> None:
    change_words(desk.root, desk.rng, tracked=True)


_EDITS: list[Callable[[_Desk], None]] = [_part, _join, _write, _strike, _move, _reword]


def _accept(root: etree._Element) -> None:
    """Make every revision of the editor, as Word's one button does it."""
    for revision in [each for each in root.iter() if each.get(f"{W}author") == EDITOR]:
        kind, parent = etree.QName(revision).localname, revision.getparent()
        assert parent is not None
        if parent.tag == f"{W}rPr":
            _settle_end(parent, gone=kind in {"del", "moveFrom"})
            continue
        at = parent.index(revision)
        parent[at : at + 1] = [] if kind in {"del", "moveFrom"} else list(revision)


def _settle_end(look: etree._Element, *, gone: bool) -> None:
    """Take the revision off the end of a paragraph; one that is gone goes on with the next."""
    properties = look.getparent()
    paragraph = properties.getparent() if properties is not None else None
    assert properties is not None
    assert paragraph is not None
    properties.remove(look)
    behind = paragraph.getnext()
    if gone and behind is not None and behind.tag == f"{W}p":
        behind[1:1] = list(paragraph)[1:]
        body = paragraph.getparent()
        assert body is not None
        body.remove(paragraph)
