"""Straight quotes get their direction, and what finds no partner is doubted.

The OCR writes one mark for opening and closing, and sometimes a single one for a double. Quotations
open with double marks and take single ones inside (GB/T 15834-2011, 4.8.3), in English where the
page has double marks at all. A straight mark without a partner stays as it was; a quotation left
open is told where its end would be, if that was not lost with other print. The apostrophes of
English words (don't) are turned as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.model import Page
from layout.passes.pairing import Pairing, Side, apostrophes, paired
from layout.script import in_han, is_east_asian
from layout.text import Amendment, Edit, Fragment, Gap, Rule, Suggestion, Text
from layout.walk import map_texts, read_texts

_MARKS = {"zh-Hans": "“”‘’", "zh-Hant": "「」『』", "en": "“”‘’"}
_OF_GERMAN = "„"
_STRAIGHT = "\"'"
_OPENING = tuple("\"'“‘「『")
_STOPS = tuple("。！？…!?.")
_SAYS = re.compile(
    "[。！？，](?=[^“”「」。！？]{1,12}(?:说|說|表示|道)[^，。]{0,2}[。，：])"
    "|[.!?,](?= (?:[A-Z][\\w.]* ){0,3}(?:said|says)\\b)"
)
_SINGLE_OUTSIDE, _UNUSUAL = 1.5, 4.5
_TURNED = Edit(Rule.QUOTE)
_OTHER_KIND = Edit(Rule.QUOTE, "its partner and its place ask for the other kind of mark", 0.95)
_FOR_STOP = Edit(Rule.LOOK_ALIKE, "a lone mark stands where the closing mark belongs", 0.95)
_NO_PARTNER = Suggestion("", Rule.QUOTE, "this quotation mark has no partner", 0.6)
_OPEN = "the quotation that opens with {} is never closed"


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a page quotes: its marks, and the price of single ones around the outside."""

    marks: str
    lone_single: float


def turn_quotes(page: Page) -> Page:
    """Every straight quote that has a partner as the curly or corner mark of its side."""
    if not is_east_asian(page.language):
        page = map_texts(page, lambda text: text.amended(_apostrophes(text.plain)))
    texts = [text.plain for text in read_texts(page)]
    manner = _Manner(_MARKS[page.language], _price_of_lone_singles(page.language, texts))
    following = iter([*texts[1:], ""])
    return map_texts(page, lambda text: _turned(text, manner, next(following)))


def _price_of_lone_singles(language: str, texts: Sequence[str]) -> float:
    double = is_east_asian(language) or any(mark in text for text in texts for mark in '"“')
    return _UNUSUAL if double else _SINGLE_OUTSIDE


def _apostrophes(words: str) -> Iterator[Amendment]:
    """The straight apostrophes of words, turned as the marks beside them are: don’t, O’Neill."""
    straight = (place for place in apostrophes(words) if words[place] == "'")
    if _OF_GERMAN not in words:
        yield from (Amendment(place, place + 1, "’", _TURNED) for place in straight)


def _turned(text: Text, manner: _Manner, following: str) -> Text:
    if _OF_GERMAN in text.plain:
        return text  # „so“: what opens in English closes here
    pairing = paired(text.plain, manner.lone_single)
    if not pairing.places:
        return text
    turned = _without_second_stop(text, pairing)
    changes = _changes(turned.plain, pairing, manner.marks)
    turned = turned.amended(changes)
    goes_on = following.lstrip().startswith(_OPENING)
    return turned if goes_on else turned.amended(_endings(turned, pairing, manner.marks))


def _changes(words: str, pairing: Pairing, marks: str) -> Iterator[Amendment]:
    for place, side in zip(pairing.places, pairing.sides, strict=True):
        if words[place] not in _STRAIGHT:
            continue
        if side is not Side.STRAY:
            as_read = (words[place] == '"') is (side in {Side.OPEN_DOUBLE, Side.CLOSE_DOUBLE})
            yield Amendment(
                place, place + 1, marks[side.value], _TURNED if as_read else _OTHER_KIND
            )
        elif _is_stop(words, place):
            yield Amendment(place, place + 1, "。", _FOR_STOP)
        else:
            yield Amendment(place, place + 1, None, _NO_PARTNER)


def _is_stop(words: str, place: int) -> bool:
    """Whether a lone mark ends a Chinese paragraph that has no stop of its own."""
    before = words[max(0, place - 1) : place]
    ends = not words[place + 1 : place + 2].strip() and place == len(words.rstrip()) - 1
    return ends and in_han(words) and before not in (*_STOPS, "")


def _without_second_stop(text: Text, pairing: Pairing) -> Text:
    """The text without the stop that was supplied behind a lone mark: the mark is the stop."""
    last = text.fragments[-1]
    is_lone = pairing.sides[-1] is Side.STRAY and pairing.places[-1] == len(text) - 2
    if is_lone and _is_supplied_stop(last) and text.plain[-2] in _STRAIGHT:
        return Text(text.fragments[:-1])
    return text


def _is_supplied_stop(fragment: Fragment) -> bool:
    mark = fragment.mark
    return not fragment.raw and isinstance(mark, Edit) and mark.rule is Rule.CLOSING_MARK


def _endings(text: Text, pairing: Pairing, marks: str) -> Iterator[Amendment]:
    """Where a quotation left open would end: before what tells who speaks, or with its paragraph.

    The reading is offered for the stop before which nothing but the closing mark is missing.
    """
    for place in pairing.left_open()[:1]:
        told = _SAYS.search(text.plain, place + 1)
        at = told.start() if told else len(text.plain.rstrip()) - 1
        stop, mark = text.plain[at], text.plain[place]
        if at > place and (told or stop in _STOPS) and _is_as_read(text, at):
            closing = marks[1] if mark in "“「" else marks[3]
            offer = Suggestion(stop + closing, Rule.QUOTE, _OPEN.format(mark), 0.6)
            yield Amendment(at, at + 1, None, offer)


def _is_as_read(text: Text, at: int) -> bool:
    """Whether a character is as the source has it, with no print missing behind the text."""
    if any(isinstance(fragment.mark, Gap) for fragment in text.fragments):
        return False
    return any(o <= at < o + len(f.text) and f.mark is None for o, f in text.placed())
