"""Straight quotes get their direction: by nesting, by what stands beside them, at the least cost.

The OCR writes one mark for opening and closing, and sometimes a single one for a double. Each mark
of a paragraph opens or closes a pair, double or single inside double; the cheapest reading of all
of them together wins, and where a mark finds no partner it stays as it was and is reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.model import Page
from layout.script import is_han
from layout.text import Amendment, Edit, Rule, Suggestion, Text
from layout.walk import map_texts

_STRAIGHT = re.compile(r"[\"']")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z])|(?<=s)'(?=\s)|'(?=[0-9]{2}s?\b)")
_PAIRS = {"zh-Hans": "“”‘’", "zh-Hant": "「」『』", "en": "“”‘’"}
# What a pair looks like from outside: an opening mark stands behind these, a closing one before.
_BEFORE_OPEN = "（《〈“‘「『：，。、；！？—…(:, \n"
_BEHIND_CLOSE = "）》〉”’」』，。、；：！？—…),.;:!? \n"
_NEVER_BEHIND_OPEN = "。，、；：！？）》,;:!?)"
_WRONG_SIDE = 1.2
_OTHER_MARK = 2.0
_LONE_SINGLE = 1.5
_STRAY = 4.0
_LEFT_OPEN = 2.5
_EDIT = Edit(Rule.QUOTE)


@dataclass(frozen=True, slots=True)
class _Path:
    """A reading of the marks so far: its cost, the pairs now open, the mark read for each."""

    cost: float
    open: str
    read: tuple[str, ...]


def turn_quotes(page: Page) -> Page:
    """Every straight quote that has a partner as the curly or corner mark of its side."""
    marks = _PAIRS[page.language]
    return map_texts(page, lambda text: _turned(text, marks))


def _turned(text: Text, marks: str) -> Text:
    words = text.plain
    kept = {m.start() for m in _APOSTROPHE.finditer(words)}
    places = [m.start() for m in _STRAIGHT.finditer(words) if m.start() not in kept]
    if not places:
        return text
    read = _read(words, places)
    return text.amended(_changes(words, places, read, marks))


def _changes(
    words: str, places: Sequence[int], read: Sequence[str], marks: str
) -> Iterator[Amendment]:
    for place, side in zip(places, read, strict=True):
        if side in _SIDES:
            yield Amendment(place, place + 1, marks[_SIDES.index(side)], _EDIT)
        elif place == len(words.rstrip()) - 1 and is_han(words[place - 1 : place] or " "):
            why = "a lone mark stands where the closing mark belongs"
            yield Amendment(place, place + 1, "。", Edit(Rule.LOOK_ALIKE, why, 0.85))
        else:
            lone = Suggestion("", Rule.QUOTE, "this quotation mark has no partner", 0.6)
            yield Amendment(place, place + 1, None, lone)


_SIDES = ("open double", "close double", "open single", "close single")
_STRAY_MARK = "stray"


def _read(words: str, places: Sequence[int]) -> tuple[str, ...]:
    paths = {"": _Path(0.0, "", ())}
    for place in places:
        reached: dict[str, _Path] = {}
        for path in paths.values():
            for step in _steps(words, place, path):
                best = reached.get(step.open)
                if best is None or step.cost < best.cost:
                    reached[step.open] = step
        paths = reached
    return min(paths.values(), key=lambda p: p.cost + _LEFT_OPEN * len(p.open)).read


def _steps(words: str, place: int, path: _Path) -> Iterator[_Path]:
    mark, before, behind = words[place], words[place - 1 : place], words[place + 1 : place + 2]
    opening = 0.0 if not before or before in _BEFORE_OPEN else _WRONG_SIDE
    closing = 0.0 if not behind or behind in _BEHIND_CLOSE else _WRONG_SIDE
    if not behind or behind in _NEVER_BEHIND_OPEN:
        opening += _STRAY
    if not before:
        closing += _STRAY
    as_double = 0.0 if mark == '"' else _OTHER_MARK
    as_single = 0.0 if mark == "'" else _OTHER_MARK
    if not path.open:
        yield _then(path, opening + as_double, "d", "open double")
        yield _then(path, opening + as_single + _LONE_SINGLE, "s", "open single")
    elif path.open[-1] == "d":
        yield _then(path, closing + as_double, path.open[:-1], "close double")
        yield _then(path, opening + as_single, path.open + "s", "open single")
    else:
        yield _then(path, closing + as_single, path.open[:-1], "close single")
    yield _then(path, _STRAY, path.open, _STRAY_MARK)


def _then(path: _Path, cost: float, now_open: str, side: str) -> _Path:
    return _Path(path.cost + cost, now_open, (*path.read, side))
