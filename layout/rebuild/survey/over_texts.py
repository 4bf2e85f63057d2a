"""What stands over a text and is known by that: pen names, the headlines of interviews.

A few characters alone between a headline and its text, in smaller type, are who wrote it. Nothing
else tells 老茶客 for a name, but that it is no word: a short subhead that opens a text, 缘起 or
引子, is one. Over the first question of several voices stands what heads them all.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from layout.passes.look_alikes.lexicon import lexicon
from layout.rebuild.signs import signs_among
from layout.rebuild.survey.place import Place
from layout.script import HAN

_TEXT = frozenset({"prose", "set"})
_NAME = re.compile(f"[{HAN}]{{2,3}}$")
_LONGER = 2.0  # ems, of the headline
_VOICES, _REPLY = frozenset({"question_block", "answer_block"}), 4  # blocks
_OTHERS = ("box", "label_word", "section_word", "notice", "weather", "jump", "credit", "signoff")


def over_texts(places: Sequence[Place], own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """The blocks that stand so, and what shows it; `own` are the signs of each."""
    for i, (signs, following) in enumerate(pairwise(own)):
        answers = (told & _VOICES for told in own[max(0, i - _REPLY) : i])
        if "question_block" in following - signs and not any(answers):
            yield i, "over_questions"
    rows = zip(places, places[1:], own[2:], strict=False)
    for i, (head, place, following) in enumerate(rows, 1):
        under = _is_over_text(place, head, following) or _is_over_verse(place, head, following)
        if under and _may_be_name(place.words):
            yield i, "under_head"


def _is_over_text(place: Place, head: Place, following: Set[str]) -> bool:
    longer = head.display and head.ems >= place.ems + _LONGER
    return bool(following & _TEXT) and longer and _is_smaller(place, head)


def _is_over_verse(place: Place, head: Place, following: Set[str]) -> bool:
    """Whether it stands between verses and their title, which may be as short."""
    titled = head.display and head.level > 0 and not signs_among(("label_word",), head.words)
    return "verse" in following and titled and _is_smaller(place, head)


def _is_smaller(place: Place, head: Place) -> bool:
    return not place.level or 0 < head.level < place.level


def _may_be_name(words: str) -> bool:
    if not _NAME.match(words) or signs_among(_OTHERS, words):
        return False
    return all(
        word.length < len(words) for word in lexicon(counted=True)(words[0]).words_at(words, 0)
    )
