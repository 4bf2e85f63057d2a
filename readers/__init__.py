"""Every format we read, in one table: to add one, write its module and add its line."""

from collections.abc import Callable, Mapping
from pathlib import Path

from layout.errors import AccessError, InputError, Origin
from layout.model import ScannedPage
from readers.decoding import decode
from readers.markdown import read_markdown

READERS: Mapping[str, Callable[[str, str], ScannedPage]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_markdown,
    ".text": read_markdown,
}


def read(path: Path) -> tuple[ScannedPage, ...]:
    """The pages of a file: one, or several where form feeds part them.

    Raises AccessError where the file cannot be opened, InputError where it is no page of text.
    """
    at = Origin(str(path))
    try:
        path.stat()  # a file that is not there matters more than how it is called
        _check_suffix(path, at)
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", at, "look at its spelling") from None
    except IsADirectoryError:
        raise InputError("this is a folder", at, "name the files in it") from None
    except OSError as fault:
        hint = "may you open it?"
        raise AccessError(f"cannot be read: {fault.strerror}", at, hint) from None
    return read_bytes(data, str(path), path.stem)


def _check_suffix(path: Path, at: Origin) -> None:
    if path.suffix.lower() not in READERS and not path.is_dir():
        suffix = path.suffix or "a name without suffix"
        hint = f"known: {', '.join(READERS)}; any text through a pipe: stonehand export - < FILE"
        raise InputError(f"no reader for {suffix}", at, hint)


def read_bytes(data: bytes, file: str, name: str) -> tuple[ScannedPage, ...]:
    """The pages in a file's bytes; `file` is what errors call it, `name` what the pages are called.

    A form feed ends a page, as Tesseract and pdftotext write it.
    """
    sheets = [sheet for sheet in decode(data, file).split("\f") if sheet.strip()]
    names = [name] if len(sheets) == 1 else [f"{name}-{n}" for n in range(1, len(sheets) + 1)]
    return tuple(read_markdown(n, sheet) for n, sheet in zip(names, sheets, strict=True))
