"""Items alike: lines near each other that begin in one way, or are built in one, as in a list.

《渡口》 柳眉著, 19:30 男篮联赛, 东湾3比1西岭: a line of running text may begin so by chance, but
three within a few lines of each other are items of a list, though no bullet marks them. Where
mostly each is one line, its blanks part what it tells, and it fills no measure: it is read as a
programme is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import or_

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import is_closed, shows
from layout.rebuild.survey.lines_alike import lines_alike

_KINDS = ("told_book", "told_hour", "told_score", "told_day", "told_event", "told_field")
_SIGNS = {"told_event": "event"}
_FEWEST, _NEAR, _FEW = 3, 8, 3  # items; pieces from one to the next; of a field
_WITHIN = "in_programme"
_TOLD, _START = (
    re.compile("[0-9《：:月日号天晚周期]"),
    14,
)  # what any of the kinds holds near its start
_COLON = re.compile("[：:]")


def items_alike(
    pieces: Sequence[Piece], rest: Sequence[str], parted: Sequence[bool], rows: Sequence[bool]
) -> Mapping[int, str]:
    """The pieces of such items, by number, and what each is.

    `rest` are the words from each to the end of its block; `parted`: which are of a heading,
    `rows`: which are of a table. Two rows of one may be lines of a longer list.
    """
    found = dict[int, str]()
    for run in lines_alike(pieces, parted):
        if sum(rows[i] for i in run) < min(_FEWEST, len(run)):
            found |= _as_lines(pieces, run, "programme")
    parted = [*map(or_, parted, rows)]
    hopes = [
        not apart and bool(_TOLD.search(words, 0, _START))
        for apart, words in zip(parted, rest, strict=True)
    ]
    for kind in _KINDS:
        begin = [hope and shows(kind, words) for hope, words in zip(hopes, rest, strict=True)]
        firsts = [i for i, begins in enumerate(begin) if begins and found.get(i) != _WITHIN]
        if kind == "told_hour":
            firsts = [i for i in firsts if _is_first(pieces, begin, i)]
        for run in _runs(firsts, parted):
            if len(run) >= _FEWEST and (kind != "told_field" or _are_fields(pieces, run)):
                found = {**_told(pieces, run, _SIGNS.get(kind, "programme")), **found}
    return found


def _is_first(pieces: Sequence[Piece], begin: Sequence[bool], index: int) -> bool:
    """Whether a piece begins what is told: the hour behind 周二 does not, but goes on with it."""
    before = pieces[index - 1]
    return before.newline or before.closes or not begin[index - 1]


def _runs(firsts: Sequence[int], parted: Sequence[bool]) -> Iterator[list[int]]:
    """What begins items near each other, without a heading or a row of a table between."""
    run: list[int] = []
    for i in firsts:
        if run and (i - run[-1] > _NEAR or any(parted[run[-1] : i])):
            yield run
            run = []
        run.append(i)
    yield run


def _are_fields(pieces: Sequence[Piece], run: Sequence[int]) -> bool:
    """Whether each names another thing, and tells it in a few words, as no speaker does."""
    names = {_COLON.split(pieces[i].words)[0] for i in run}
    few = all(following - i <= _FEW for i, following in pairwise(run))
    told = pieces[run[0] : _line_end(pieces, run[-1])]
    return few and len(names) == len(run) and not any(is_closed(piece.words) for piece in told)


def _told(pieces: Sequence[Piece], run: Sequence[int], sign: str) -> Mapping[int, str]:
    lines = sum(_line_end(pieces, i) == following for i, following in pairwise(run))
    if 2 * lines >= len(run) - 1:
        return _as_lines(pieces, run, sign)
    sign = "alike" if sign == "programme" else sign
    all_of_them = range(run[0], _line_end(pieces, run[-1]))
    kept = any(pieces[i].newline and not pieces[i].closes for i in all_of_them)
    apart = {
        i
        for i in all_of_them
        if kept and not (pieces[i - 1].newline or pieces[i - 1].closes or i in run)
    }
    within = {i: "apart_in_item" if i in apart else "among_items" for i in all_of_them}
    return within | dict.fromkeys(run, sign)


def _as_lines(pieces: Sequence[Piece], run: Sequence[int], sign: str) -> Mapping[int, str]:
    all_of_them = range(run[0], _line_end(pieces, run[-1]))
    return {i: sign if i in run else _WITHIN for i in all_of_them}


def _line_end(pieces: Sequence[Piece], index: int) -> int:
    """Behind which piece the line ends that a piece begins."""
    while not (pieces[index].newline or pieces[index].closes):
        index += 1
    return index + 1
