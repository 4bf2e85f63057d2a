"""Read a DOCX that an editor hands back: its paragraphs as they now read, and whose hand was there.

What still stands as a revision counts as made: inserted words are read, deleted ones are not, and a
paragraph whose mark was deleted goes on with the next. Out of sight is out of the text: hidden runs
and the results of SEQ fields. Line breaks are told of as such, for whoever knows which of them mean
anything; so are the ends of paragraphs in a cell of a table, which is one paragraph to us.
(ECMA-376 part 1: 17.13.5 revisions, 17.16 fields, 17.3.2.41 hidden text.)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from layout.redlines.collation import LINE_BREAK, Hand, Reading
from readers.package import Package, open_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_W}txbxContent"
_PAST = frozenset({f"{_W}del", f"{_W}moveFrom"})
_PRESENT = frozenset({f"{_W}ins", f"{_W}moveTo"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": ""}
_OFF = frozenset({"0", "false", "off"})
_RESIDUE = " (residue)"
_CUSTOM = "docProps/custom.xml"
_CORE = "docProps/core.xml"
_STORY = "word/document.xml"
_STYLES = "word/styles.xml"
_MARKERS = frozenset(f"{_W}{each}" for each in ("bookmarkStart", "bookmarkEnd", "proofErr"))
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS = "{http://purl.org/dc/terms/}"


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """What an editor made of an edition.

    `body` holds the paragraphs of the text, `margins` those of headers and footers. `digest` is the
    SHA-256 of the source that it was made from, as it says itself; `who` saved it last, and `when`,
    as a day.
    """

    body: tuple[Reading, ...]
    margins: tuple[Reading, ...]
    digest: str
    who: str
    when: str


def read_revisions(data: bytes, name: str) -> EditedDocument:
    """The document in a file's bytes; `name` is what errors call it.

    Raises InputError for what is no DOCX, and for one that is made to do harm.
    """
    package = open_package(data, name)
    if _STORY not in package.names:
        raise package.refused("this is no text document")
    margins = (n for n in package.names if n.startswith(("word/header", "word/footer")))
    return EditedDocument(
        _readings(package, _STORY),
        tuple(reading for part in margins for reading in _readings(package, part)),
        _custom(package, "Source SHA-256"),
        _core(package, f"{_CP}lastModifiedBy"),
        _core(package, f"{_TERMS}modified")[:10],
    )


def _readings(package: Package, part: str) -> tuple[Reading, ...]:
    root = package.markup(part)
    ours, styles = _ours(root), _styles(package)
    writing = _Writing(ours)
    found: list[Reading] = []
    for paragraph in root.iter(f"{_W}p"):
        if any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
            continue  # the copy of one that is kept for old programs
        if _holds_boxes(paragraph):  # its boxes' paragraphs come while it is not at its end
            found.append(_reading(paragraph, _Writing(ours), styles))
            continue
        _follow(paragraph, writing)
        _sign_end(paragraph, writing)
        if _goes_on(paragraph):
            continue
        if _has_more_in_cell(paragraph):
            writing.words.append(LINE_BREAK)
            continue
        found.append(_finished(paragraph, writing, styles))
        writing = _Writing(ours)
    return tuple(found)


def _ours(root: etree._Element) -> frozenset[str]:
    """The names that revisions bear which came with the document: residue tells which they are."""
    names = {each.get(f"{_W}author", "") for each in root.iter(*_PAST, *_PRESENT)}
    residue = {name for name in names if name.endswith(_RESIDUE)}
    return frozenset({*residue, *(name.removesuffix(_RESIDUE) for name in residue), "Stonehand"})


def _holds_boxes(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(_BOX), None) is not None


def _reading(
    paragraph: etree._Element, writing: "_Writing", styles: Mapping[str, tuple[str, ...]]
) -> Reading:
    _follow(paragraph, writing)
    return _finished(paragraph, writing, styles)


def _finished(
    paragraph: etree._Element, writing: "_Writing", styles: Mapping[str, tuple[str, ...]]
) -> Reading:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    names = styles.get(style.get(f"{_W}val", ""), ()) if style is not None else ()
    return Reading("".join(writing.words), tuple(writing.hands), names)


def _sign_end(paragraph: etree._Element, writing: "_Writing") -> None:
    """Note who put the end of a paragraph there, or took it away."""
    for mark in paragraph.iterfind(f"{_W}pPr/{_W}rPr/*"):
        if mark.tag in _PAST | _PRESENT:
            writing.sign(mark, writing.length)


def _goes_on(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph is deleted, and another follows that it goes on with."""
    gone = any(m.tag in _PAST for m in paragraph.iterfind(f"{_W}pPr/{_W}rPr/*"))
    return gone and _next_is_paragraph(paragraph)


def _has_more_in_cell(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == f"{_W}tc" and _next_is_paragraph(paragraph)


def _next_is_paragraph(paragraph: etree._Element) -> bool:
    behind = paragraph.getnext()
    while behind is not None and behind.tag in _MARKERS:
        behind = behind.getnext()
    return behind is not None and behind.tag == f"{_W}p" and not _holds_boxes(behind)


def _styles(package: Package) -> Mapping[str, tuple[str, ...]]:
    """The names of each style and of those that it is based on, by its id."""
    if _STYLES not in package.names:
        return {}
    found = {each.get(f"{_W}styleId", ""): each for each in package.markup(_STYLES)}
    return {key: tuple(_kin(key, found)) for key in found if key}


def _kin(key: str, found: Mapping[str, etree._Element]) -> Iterator[str]:
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        name, based = found[key].find(f"{_W}name"), found[key].find(f"{_W}basedOn")
        if name is not None:
            yield name.get(f"{_W}val", "")
        key = based.get(f"{_W}val", "") if based is not None else ""


@dataclass(slots=True)
class _Writing:
    """The words of a paragraph as they come, and the fields that are open: what each one is."""

    ours: frozenset[str]
    words: list[str] = field(default_factory=list)
    hands: list[Hand] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(map(len, self.words))

    def sign(self, revision: etree._Element, start: int) -> None:
        """Note whose revision it is that began there, unless it is ours."""
        who = revision.get(f"{_W}author", "")
        if who not in self.ours:
            day = revision.get(f"{_W}date", "")[:10]
            self.hands.append(Hand(start, self.length, who, day))


def _follow(element: etree._Element, writing: _Writing) -> None:
    """Write down what can be read in an element, in its order."""
    for child in element:
        tag = child.tag
        if tag in _PAST:
            writing.sign(child, writing.length)
        elif tag in _PRESENT:
            start = writing.length
            _follow(child, writing)
            writing.sign(child, start)
        elif tag == f"{_W}r":
            _write_run(child, writing)
        elif tag == f"{_W}fldSimple" and _is_seq(child.get(f"{_W}instr", "")):
            continue
        elif tag not in {_BOX, _FALLBACK, f"{_W}pPr"} and isinstance(tag, str):
            _follow(child, writing)


def _write_run(run: etree._Element, writing: _Writing) -> None:
    hidden = _is_hidden(run)
    for child in run:
        if child.tag == f"{_W}fldChar":
            _mark_field(child.get(f"{_W}fldCharType", ""), writing)
        elif child.tag == f"{_W}instrText" and writing.fields:
            writing.fields[-1] += child.text or ""
        elif child.tag in _BREAKS:
            writing.words.append(LINE_BREAK)
        elif not hidden and not any(map(_is_seq, writing.fields)):
            writing.words.append(_words(child))


def _mark_field(kind: str, writing: _Writing) -> None:
    if kind == "begin":
        writing.fields.append("")
    elif kind == "end" and writing.fields:
        writing.fields.pop()


def _is_seq(instruction: str) -> bool:
    return instruction.split()[:1] == ["SEQ"]


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "1") not in _OFF


def _words(element: etree._Element) -> str:
    if element.tag == f"{_W}t":
        return (element.text or "").replace("\n", " ")
    return _SIGNS.get(str(element.tag), "")


def _custom(package: Package, name: str) -> str:
    """The value of a custom property; nothing if there is none."""
    if _CUSTOM not in package.names:
        return ""
    root = package.markup(_CUSTOM)
    values = ("".join(map(str, each.itertext())) for each in root if each.get("name") == name)
    return next(values, "").strip()


def _core(package: Package, tag: str) -> str:
    if _CORE not in package.names:
        return ""
    return (package.markup(_CORE).findtext(tag) or "").strip()
