"""One run of type as operators that show text: codes, and the shifts between them.

Shifts become numbers in a TJ array, which count thousandths of an em to the left. Dashes that make
one stroke overlap by a hair, or a viewer's smoothing would show a pale seam between them.
Characters that need care are shown one by one: in the font that has them, moved back to the width
they are set to, with ActualText where a private code would mean nothing to a reader
(ISO 19005-2, 6.2.11.7.3).
"""

import re
from collections.abc import Iterator, Mapping

from exporters.pdf.lettering import UNUSUAL, Lettering, is_private
from exporters.pdf.syntax import number, utf16
from layout.sheet import Run

Shifts = tuple[tuple[int, float], ...]

_DIGITS = 4  # hexadecimal ones that make a code
_STROKE = "——"
_STROKES = re.compile("——+")
_OVERLAP = 40  # thousandths of an em


def shown(run: Run, lettering: Lettering) -> str:
    """The operators that show a run, its font being set already; they leave it set."""
    codes = run.text.translate(lettering.codes)
    shifts = _with_strokes(run) if _STROKE in run.text else run.shifts
    if UNUSUAL in codes:
        return "".join(_with_care(run, dict(shifts), lettering))
    if not shifts:
        return f"<{codes}>Tj"
    return f"[{_shifted(codes, shifts)}]TJ"


def _with_strokes(run: Run) -> Shifts:
    shifts = dict(run.shifts)
    for start, end in (match.span() for match in _STROKES.finditer(run.text)):
        for index in range(start + 1, end):
            shifts[index] = shifts.get(index, 0.0) - _OVERLAP
        shifts[end] = shifts.get(end, 0.0) + _OVERLAP * (end - start - 1)
    shifts.pop(len(run.text), None)
    return tuple(sorted(shifts.items()))


def _shifted(codes: str, shifts: Shifts) -> str:
    pieces, done = [], 0
    for index, amount in shifts:
        at = index * _DIGITS
        if at > done:
            pieces.append(f"<{codes[done:at]}>")
        pieces.append(number(-amount))
        done = at
    pieces.append(f"<{codes[done:]}>")
    return " ".join(pieces)


def _with_care(run: Run, shifts: Mapping[int, float], lettering: Lettering) -> Iterator[str]:
    back, name = 0.0, lettering.name
    for index, character in enumerate(run.text):
        sort = lettering.sorts[character]
        type_ = lettering.types[sort.fount]
        if type_.name != name:
            name = type_.name
            yield f"/{name} {number(run.size)} Tf"
        back -= shifts.get(index, 0.0)
        text = f"[{number(back)}<{type_.code(character, sort)}>]TJ"
        yield _spoken(character, text) if is_private(character) else text
        back = type_.excess(character, sort)
    if name != lettering.name:
        yield f"/{lettering.name} {number(run.size)} Tf"


def _spoken(character: str, operators: str) -> str:
    return f"/Span<</ActualText<FEFF{utf16(character)}>>>BDC {operators} EMC "
