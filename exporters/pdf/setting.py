"""One run of type as operators that show text: codes, and the shifts between them.

Shifts become numbers in a TJ array, which count thousandths of an em to the left. Dashes that make
one stroke overlap by a hair, or a viewer's smoothing would show a pale seam between them. A
ligature has one code for all its letters, and takes up just the place that they would.
Characters that need care are shown one by one: in the font that has them, moved back to the width
they are set to, with ActualText where a private code would mean nothing to a reader
(ISO 19005-2, 6.2.11.7.3). Words in another language are marked with it (ISO 32000-1, 14.9.2.3).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from exporters.pdf.lettering import UNUSUAL, Hand, Lettering, is_private
from exporters.pdf.syntax import number, size, string, utf16
from layout.sheet import Run

Shifts = Mapping[int, float]

_DIGITS = 4  # hexadecimal ones that make a code
_STROKE = "——"
_STROKES = re.compile("——+")
_OVERLAP = 40  # thousandths of an em


def shown(run: Run, language: str, letterings: Mapping[Hand, Lettering]) -> str:
    """The operators that show a run, its font being set already; they leave it set.

    `language` is the document's.
    """
    own = run.language or language
    if not run.stretches:
        return _shown(run, letterings[run.face, own])
    told = []
    for piece in pieces(run, language):
        type_ = _shown(piece, letterings[run.face, piece.language])
        told.append(type_ if piece.language == own else _spoken(piece.language, type_))
    return " ".join(told)


def pieces(run: Run, language: str) -> Iterator[Run]:
    """A run in pieces of one language each; those behind the first begin where the last ended."""
    own, at = run.language or language, 0
    for start, end, other in run.stretches:
        if start > at:
            yield _part(run, at, start, own)
        yield _part(run, start, end, other)
        at = end
    if at < len(run.text):
        yield _part(run, at, len(run.text), own)


def _part(run: Run, start: int, end: int, language: str) -> Run:
    return replace(
        run,
        text=run.text[start:end],
        shifts=tuple([(at - start, by) for at, by in run.shifts if start <= at < end]),
        ligatures=tuple([(a - start, b - start) for a, b in run.ligatures if start <= a < end]),
        stretches=(),
        language=language,
    )


def _spoken(language: str, operators: str) -> str:
    return f"/Span<</Lang{string(language)}>>BDC {operators} EMC"


class _Line(NamedTuple):
    """What a run shows: characters and ligatures, their codes in a row, the shifts before them."""

    units: Sequence[str]
    codes: str
    shifts: Shifts


def _shown(run: Run, lettering: Lettering) -> str:
    if not run.shifts and not run.ligatures and _STROKE not in run.text:
        codes = run.text.translate(lettering.codes)
        if UNUSUAL not in codes:
            return f"<{codes}>Tj"
    line = _line(run, lettering)
    if UNUSUAL in line.codes:
        return "".join(_with_care(run, line, lettering))
    if not line.shifts:
        return f"<{line.codes}>Tj"
    return f"[{_shifted(line)}]TJ"


def _line(run: Run, lettering: Lettering) -> _Line:
    shifts = _with_strokes(run) if _STROKE in run.text else dict(run.shifts)
    if not run.ligatures:
        return _Line(run.text, run.text.translate(lettering.codes), shifts)
    moved: dict[int, float] = {}
    units: list[str] = []
    behind = 0.0
    for start, end in _units(run):
        moved[len(units)] = behind + shifts.get(start, 0.0)
        units.append(run.text[start:end])
        behind = _made_up(run, start, end, shifts, lettering) if end - start > 1 else 0.0
    codes = "".join([lettering.code(unit) for unit in units])
    return _Line(units, codes, {index: by for index, by in moved.items() if by})


def _units(run: Run) -> Iterator[tuple[int, int]]:
    """From where to where each character and each ligature goes."""
    at = 0
    for start, end in run.ligatures:
        yield from ((index, index + 1) for index in range(at, start))
        yield start, end
        at = end
    yield from ((index, index + 1) for index in range(at, len(run.text)))


def _made_up(run: Run, start: int, end: int, shifts: Shifts, lettering: Lettering) -> float:
    """By how much a ligature is narrower than its letters would be, with what is between them."""
    letters = sum([lettering.sorts[character].advance for character in run.text[start:end]])
    between = sum([shifts.get(index, 0.0) + run.spread for index in range(start + 1, end)])
    return letters + between - lettering.sorts[run.text[start:end]].advance


def _with_strokes(run: Run) -> Shifts:
    shifts = dict(run.shifts)
    for start, end in (match.span() for match in _STROKES.finditer(run.text)):
        for index in range(start + 1, end):
            shifts[index] = shifts.get(index, 0.0) - _OVERLAP
        shifts[end] = shifts.get(end, 0.0) + _OVERLAP * (end - start - 1)
    return dict(sorted(shifts.items()))


def _shifted(line: _Line) -> str:
    codes, told, done = line.codes, [], 0
    for index, amount in line.shifts.items():
        at = index * _DIGITS
        if at > done:
            told.append(f"<{codes[done:at]}>")
        told.append(number(-amount))
        done = at
    if done < len(codes):
        told.append(f"<{codes[done:]}>")
    return " ".join(told)


def _with_care(run: Run, line: _Line, lettering: Lettering) -> Iterator[str]:
    back, name = 0.0, lettering.name
    for index, unit in enumerate(line.units):
        sort = lettering.sorts[unit]
        type_ = lettering.types[sort.fount]
        if type_.name != name:
            name = type_.name
            yield f"/{name} {size(run.size)} Tf"
        back -= line.shifts.get(index, 0.0)
        text = f"[{number(back)}<{type_.code(unit, sort)}>]TJ"
        yield _told(unit, text) if is_private(unit) else text
        back = type_.excess(unit, sort)
    if back:
        yield f"[{number(back)}]TJ"
    if name != lettering.name:
        yield f"/{lettering.name} {size(run.size)} Tf"


def _told(character: str, operators: str) -> str:
    return f"/Span<</ActualText<FEFF{utf16(character)}>>>BDC {operators} EMC "
