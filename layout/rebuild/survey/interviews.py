"""Interviews in blocks: the names that speak again and again, and how far an answer goes on."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from layout.rebuild.signs import shows
from layout.rebuild.survey.place import Place
from layout.script import LETTER

_SPEAKER = re.compile(rf"((?:{LETTER}|·){{2,5}}|[A-Z][\w.]+(?: [A-Z][\w.]+)*)\s*[：:]")
_ANSWERS = frozenset({"answer_block", "repeated_speaker"})


def speakers(places: Sequence[Place]) -> Iterator[tuple[int, str]]:
    """Blocks that begin with a name and a colon, where that name speaks more than once."""
    names = [_SPEAKER.match(place.words) for place in places]
    often = Counter(name[1] for name in names if name)
    for i, name in enumerate(names):
        if name and often[name[1]] > 1:
            yield i, "repeated_speaker"


def answering(places: Sequence[Place], own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """Blocks of running text between an answer and the next question: the answer goes on."""
    told: list[int] = []
    answers = False
    for i, signs in enumerate(own):
        if "question_block" in signs or _is_asked(places[i], signs):
            yield from ((j, "answering") for j in told)
            told, answers = [], False
        elif not signs.isdisjoint(_ANSWERS):
            told, answers = [], True
        elif "heading" in signs:
            told, answers = [], False
        elif answers and (places[i].prose or places[i].closed):
            told.append(i)


def _is_asked(place: Place, signs: Set[str]) -> bool:
    return "repeated_speaker" in signs and shows("asks", place.words[-4:])
