"""Change a text at a place of its source: the fragments there give way to others.

Whatever is done, each character of the source stays in the text: a fragment that is read otherwise
keeps its `raw` side, and only what the source never had can go.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from layout.corrections.anchor import Place
from layout.errors import ConfigError
from layout.text import Edit, Fragment, Gap, LineEnd, Suggestion, Text

Covers = Callable[[Fragment], bool]
Put = Callable[[Sequence[Fragment]], Iterable[Fragment]]

_BREAK = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True)
class Ground:
    """Texts by the places of the source that they hold."""

    texts: Sequence[Text]

    def holder(self, place: Place, covers: Covers) -> int | None:
        """The number of the text at a place, None where there is no text that is read.

        An empty place belongs to the text with a fragment there that `covers` knows, or else to
        that of the character before it, or else behind it.
        """
        if place.start < place.end:
            return self._at(place.start)
        for number, fragment in self._empty[place.start]:
            if covers(fragment):
                return number
        before = self._at(place.start - 1)
        return self._at(place.start) if before is None else before

    def _at(self, offset: int) -> int | None:
        index = bisect_right(self._held, (offset, len(self.texts))) - 1
        if index < 0:
            return None
        number = self._held[index][1]
        return number if offset < self._ends[index] else None

    @cached_property
    def _holding(self) -> Sequence[tuple[int, int, int]]:
        numbered = enumerate(self.texts)
        return sorted((f.at, n, f.end) for n, text in numbered for f in text.fragments if f.raw)

    @cached_property
    def _held(self) -> Sequence[tuple[int, int]]:
        return [(at, number) for at, number, _ in self._holding]

    @cached_property
    def _ends(self) -> Sequence[int]:
        return [end for _, _, end in self._holding]

    @cached_property
    def _empty(self) -> Mapping[int, Sequence[tuple[int, Fragment]]]:
        found: defaultdict[int, list[tuple[int, Fragment]]] = defaultdict(list)
        for number, text in enumerate(self.texts):
            for fragment in text.fragments:
                if not fragment.raw:
                    found[fragment.at].append((number, fragment))
        return found


def emended(text: Text, place: Place, covers: Covers, put: Put) -> Text:
    """The text with what `put` makes of its fragments at a place.

    At an empty place that is the fragment that `covers` knows, or none. Raises ConfigError where
    the place is not in one piece in this text, or would cut a fragment that was changed as one.
    """
    fragments = cut_at(cut_at(text.fragments, place.start, place), place.end, place)
    first, behind = _covered(fragments, place, covers)
    return Text((*fragments[:first], *put(fragments[first:behind]), *fragments[behind:]))


def cut_at(fragments: Sequence[Fragment], offset: int, place: Place) -> Sequence[Fragment]:
    """The fragments with one of them cut where the offset falls into it."""
    for number, fragment in enumerate(fragments):
        if fragment.at < offset < fragment.end:
            halves = _halves(fragment, offset - fragment.at, place)
            return (*fragments[:number], *halves, *fragments[number + 1 :])
    return fragments


def _halves(fragment: Fragment, length: int, place: Place) -> tuple[Fragment, Fragment]:
    if fragment.text == fragment.raw:
        return fragment.part(0, length), fragment.part(length, len(fragment.raw))
    if fragment.text:
        problem = f"the spot cuts through {fragment.raw!r}, which was changed as one"
        raise ConfigError(problem, place.origin, "let the spot hold all of it or none")
    behind = replace(fragment, raw=fragment.raw[length:], at=fragment.at + length)
    return replace(fragment, raw=fragment.raw[:length]), behind


def _covered(fragments: Sequence[Fragment], place: Place, covers: Covers) -> tuple[int, int]:
    if place.start == place.end:
        return _between(fragments, place.start, covers)
    inside = [
        n for n, f in enumerate(fragments) if f.raw and place.start <= f.at and f.end <= place.end
    ]
    held = sum(len(fragments[n].raw) for n in inside)
    here = fragments[inside[0] : inside[-1] + 1]
    if held < place.end - place.start or sum(len(f.raw) for f in here) > held:
        hint = "make an entry for each of its parts"
        raise ConfigError("the spot is not in one piece on the page", place.origin, hint)
    return inside[0], inside[-1] + 1


def _between(fragments: Sequence[Fragment], offset: int, covers: Covers) -> tuple[int, int]:
    for number, fragment in enumerate(fragments):
        if not fragment.raw and fragment.at == offset and covers(fragment):
            return number, number + 1
    ending = [n + 1 for n, f in enumerate(fragments) if f.raw and f.end == offset]
    starting = [n for n, f in enumerate(fragments) if f.raw and f.at == offset]
    number = (*ending, *starting, len(fragments))[0]
    return number, number


def read_as(fragments: Sequence[Fragment], words: str, at: int, mark: Edit) -> Iterator[Fragment]:
    """The fragments with these words instead of theirs; old line ends stay where they were."""
    carrier = _carrier(fragments)
    if carrier is None and words:
        yield Fragment(words, "", at, mark)
    for fragment in fragments:
        if fragment is carrier:
            yield replace(fragment, text=words, mark=mark)
        elif isinstance(fragment.mark, LineEnd):
            yield replace(fragment, text="")
        elif fragment.raw:
            yield replace(fragment, text="", mark=mark)


def _carrier(fragments: Sequence[Fragment]) -> Fragment | None:
    """The fragment that takes new words: one that is read, a line end last of all."""
    held = [fragment for fragment in fragments if fragment.raw]
    return min(held, key=lambda f: (isinstance(f.mark, LineEnd), not f.text), default=None)


def left(fragments: Sequence[Fragment], reading: str, mark: Edit) -> Iterator[Fragment]:
    """The fragments without this reading: as in the source if it was set, else as they are."""
    is_set = "".join(f.text for f in fragments) == reading
    for fragment in fragments:
        match fragment.mark:
            case Edit() if is_set:
                if fragment.raw:
                    yield replace(fragment, text=_BREAK.sub(" ", fragment.raw), mark=mark)
            case Suggestion():
                yield replace(fragment, mark=mark)
            case Edit() | Gap() | LineEnd() | None:
                yield fragment
