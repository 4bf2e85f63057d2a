"""`stonehand import`: what an editor did to a DOCX becomes a file of corrections."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from layout.corrections.anchor import SourceLines
from layout.errors import AccessError, InputError, Origin, OutputError, UsageError
from layout.jumps import carried_on
from layout.model import Page, Role
from stonehand import output
from stonehand.plan import refuse_inputs, source_of
from stonehand.report import complain
from stonehand.run import rebuilt
from stonehand.terminal import say

if TYPE_CHECKING:
    from layout.redlines.proof import Redlines
    from layout.redlines.rewording import Loose
    from readers.revisions import EditedDocument

_PATH = click.Path(path_type=Path)
_SUFFIX = ".corrections.toml"
_MOST_BYTES = 128 * 2**20
_MOST_SHOWN = 60
_NOBODY = "an editor"
_HELP = {
    "into": "The file of corrections to write.",
    "pages": (
        "The OCR text that the DOCX was exported from; repeated for several pages, in their order. "
        "Default: the page beside FILE, if that is called like PAGE.corrections.toml."
    ),
    "who": "Whose changes those are that were not tracked. Default: who saved the DOCX last.",
    "overwrite": "Replace FILE if it exists.",
    "strict": "Exit with 4 if a change cannot be anchored.",
}


class Asked(TypedDict):
    """The options as click hands them over."""

    edited: Path
    into: Path
    pages: tuple[str, ...]
    who: str | None
    overwrite: bool
    strict: bool


@click.command("import")
@click.argument("edited", metavar="EDITED.docx", type=_PATH)
@click.option("--into", metavar="FILE", type=_PATH, required=True, help=_HELP["into"])
@click.option("--page", "pages", metavar="PAGE", multiple=True, help=_HELP["pages"])
@click.option("--who", metavar="NAME", help=_HELP["who"])
@click.option("--overwrite", is_flag=True, help=_HELP["overwrite"])
@click.option("--strict", is_flag=True, help=_HELP["strict"])
def command(**asked: Unpack[Asked]) -> int:
    """Turn an editor's changes to a DOCX into corrections.

    Every word that was changed, every correction of ours that was rejected and every paragraph that
    was parted, joined, added or put elsewhere becomes an entry with its place in the OCR text, the
    editor's name and the day; export --corrections sets it. Revisions that still stand count as
    accepted. FILE tells all that differs from the rebuilt page, also what the DOCX had from
    corrections before. What cannot be an entry, such as a word in the header, is told line by line.

    \b
    stonehand export page.md -f docx --track-changes all
    stonehand import page.docx --into page.corrections.toml
    stonehand export page.md -f pdf --corrections page.corrections.toml

    \b
    Exit codes: 0 done, 1 arguments, 2 input, 4 a change is left out (--strict),
    5 file access, 15 other, 130 interrupted.
    """  # noqa: D301  \b keeps lines apart in click
    output.check(asked["into"], asked["overwrite"])
    files = asked["pages"] or (_beside(asked["into"]),)
    refuse_inputs([asked["into"]], (*map(Path, files), asked["edited"]))
    document = _read(asked["edited"])
    read = [(name, page) for name in files for page in rebuilt(source_of(name))]
    pages = list(
        zip([name for name, _ in read], carried_on([page for _, page in read]), strict=True)
    )
    _check_made_from(document, [page for _, page in pages], asked["edited"])
    found = _collated(document, [page for _, page in pages], asked["who"])
    output.write(asked["into"], _form(pages, found), asked["overwrite"])
    told = [*_left_out(pages, found), *_margins(document, [page for _, page in pages])]
    for line in told:
        say(f"stonehand: {asked['edited']}: {line}")
    if told and asked["strict"]:
        return complain(OutputError(f"changes that are not in {asked['into']}: {len(told)}"))
    return 0


def _beside(into: Path) -> str:
    """The page that a file of corrections is named after."""
    from readers import READERS

    if into.name.endswith(_SUFFIX):
        stem = into.name.removesuffix(_SUFFIX)
        for suffix in READERS:
            page = into.with_name(stem + suffix)
            if page.is_file():
                return str(page)
    hint = f"name it with --page, or call the file like PAGE{_SUFFIX} beside it"
    raise UsageError("which page was this made from?", hint=hint)


def _read(path: Path) -> "EditedDocument":
    from readers.revisions import read_revisions

    at = Origin(str(path))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(f"is longer than {_MOST_BYTES // 2**20} MiB", at, "leave out pictures")
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", at, "look at its spelling") from None
    except IsADirectoryError:
        raise InputError("this is a folder", at, "name a DOCX in it") from None
    except OSError as fault:
        raise AccessError(f"cannot be read: {fault.strerror}", at) from fault
    return read_revisions(data, str(path))


def _check_made_from(document: "EditedDocument", pages: Sequence[Page], path: Path) -> None:
    """Refuse a document of another page: all of its text would seem to be an editor's."""
    from exporters.docx.properties import digest

    if document.digest and document.digest != digest(pages):
        hint = "name with --page the very files it was exported from, in their order"
        raise InputError("was made from other OCR text", Origin(str(path)), hint)


def _collated(
    document: "EditedDocument", pages: Sequence[Page], who: str | None
) -> Sequence["Redlines"]:
    from layout.corrections.decisions import Signature
    from layout.redlines.proof import redlines, shared_out

    signature = Signature(who or document.who or _NOBODY, document.when)
    shares = shared_out(pages, document.body)
    roles = _roles()
    return [redlines(p, share, signature, roles) for p, share in zip(pages, shares, strict=True)]


def _roles() -> dict[str, Role]:
    """What the styles of our documents stand for, by name."""
    from exporters.docx.look import look

    styles = look().styles
    return {style.name: role for style in styles for role in (style.roles or style.brief_roles)[:1]}


def _form(pages: Sequence[tuple[str, Page]], found: Sequence["Redlines"]) -> bytes:
    from stonehand.corrections_form import form
    from stonehand.remarks import remarks

    return form(
        (name, remark)
        for (name, page), lines in zip(pages, found, strict=True)
        for remark in remarks(page, lines.corrections, routine=True)
        if remark.correction.is_decided
    )


def _left_out(pages: Sequence[tuple[str, Page]], found: Sequence["Redlines"]) -> Iterator[str]:
    for (name, page), lines in zip(pages, found, strict=True):
        yield from _told(name, page, lines.loose)


def _told(name: str, page: Page, loose: Sequence["Loose"]) -> Iterator[str]:
    """A line for each change that is in no file of corrections."""
    lines = SourceLines(page.source)
    for each in loose:
        place = "" if each.at is None else f" ({name}:{lines.place(each.at)[0]})"
        by = f" by {each.who}" if each.who else ""
        yield f"{each.what}{by}: {_shortened(each.words)}{place}"


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"


def _margins(document: "EditedDocument", pages: Sequence[Page]) -> Iterator[str]:
    """A line for each header and footer that does not say what the pages have there."""
    printed = {_without_blanks(words) for page in pages for words in _head_and_foot(page)}
    unknown = any(not page.folio.paragraphs for page in pages)  # their heads are put together
    for margin in document.margins:
        words = _without_blanks(margin.words)
        if words and words not in printed and (margin.hands or not unknown):
            yield f"the head or foot of a page was changed: {_shortened(margin.words.strip())}"


def _head_and_foot(page: Page) -> Iterator[str]:
    from layout.marks import gap_mark

    for foot in (False, True):
        yield "".join(
            paragraph.text.shown(gap_mark(page.language))
            for paragraph in page.folio.paragraphs
            if (paragraph.role is Role.EDITOR_CREDITS) is foot
        )


def _without_blanks(words: str) -> str:
    return "".join(words.split())
