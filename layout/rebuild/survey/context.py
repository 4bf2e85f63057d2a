"""The signs that a line owes to its place: its length, its block, its neighbours, the page."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import is_closed, shows, signs_among, signs_of
from layout.rebuild.survey.over_texts import over_texts
from layout.rebuild.survey.place import PARTED, PROSE_EMS, Place, in_a_row
from layout.rebuild.survey.programme import programmes
from layout.rebuild.survey.tables import are_tables
from layout.script import LETTER

_EDGE_BLOCKS = 7
_SIZES = (4.0, 6.5, 9.5, 20.0, 32.0)
_SIZE_NAMES = ("tiny", "small", "short", "medium", "long", "huge")
_PLACES = {
    (False, False): ("middle",),
    (True, False): ("opens",),
    (False, True): ("closes",),
    (True, True): ("opens", "closes"),
}  # by whether a piece opens its block, and whether it closes it
_PARTS = re.compile(r"[ _]")
_BLANKS = re.compile(r"\s+")
_LABEL = re.compile(rf"{LETTER}{{2,5}}$")
_PAPER = re.compile(rf"^{LETTER}{{2,5}}(?:[日晚时時早晨周商新都市]?[报報]|周刊|周末)$")
_STATISTIC = re.compile(rf"^(?:{LETTER}|[（）()]){{2,14}}[：: ]\s?[0-9]")
_VERSE = re.compile(
    r"^(?=.{3,13}$)[^，。！？；,;!?：:0-9]{2,11}(?:[，、,][^，。！？；,;!?：:0-9]{2,9})?[，。！？；,;!?]?$"
)
NAME = re.compile(rf"{LETTER}{{2,3}}$")
_TELLING = (
    "credit",
    "byline",
    "dateline",
    "bullet",
    "number_item",
    "year",
    "question",
    "answer",
    "names_only",
    "date",
    "notice",
    "dash_item",
    "event",
    "organisation",
    "from_somewhere",
)
_TOLD = (*_TELLING, "contact", "inner_stop")
_SIGNED = frozenset({"byline_block", "names_only_block"})
_OF_PERSONS = ("editors", "byline", "signoff")
_AHEAD = ("byline", "dateline")
_SET = ("", "set_one", "set_two", "set")
_LISTED = frozenset(
    {"bullet_block", "number_item_block", "year_block", "stat", "verse", "field", "programme"}
)
_ITEM_MARKS = ("bullet", "number_item", "dash_item", "event")
_ITEMS = frozenset(f"{mark}_block" for mark in _ITEM_MARKS)
_ANSWERS = frozenset({"answer_block", "repeated_speaker"})
_FIELD = re.compile(rf"({LETTER}{{2,5}})[：:](?=.{{1,28}}$)")
_FEWEST_FIELDS = 3
_SPEAKER = re.compile(rf"((?:{LETTER}|·){{2,5}}|[A-Z][\w.]+(?: [A-Z][\w.]+)*)\s*[：:]")
_COLONS, _COLON_INSIDE = "：:", ("colon_inside",)
_NO_LEVEL = 7
_NOTICE = 8
_GIVERS = frozenset({"organisation_block", "date_block"})
_VERSES, _VERSES_MORE, _TITLE = 4, 2, 1
_VERSE_MARKS = "，。！？,?!"
_OLD_FORMS, _OLD_LENGTHS = frozenset({4, 8}), frozenset({4, 5, 6, 7})
_TWINS = range(3, 10)
_SHORTEST, _LONGEST = 7.0, 24.0  # ems: a headline under a label of a few characters
_STOPS = ("。", ".")
_NO_HEADLINE = frozenset(
    {"table", "verse", "stat", "dash_item_block", "bullet_block", "number_item_block", "prose"}
    | {"byline_block", "names_only_block", "organisation_block", "date_block", "credit_block"}
    | {"field", "year_block", "event_block", "dateline_block", "question_block", "answer_block"}
)
_LARGE, _NEARLY = 2, 2
_HEADLINE, _UNLIKE, _HALVES = 3, 5, range(5, 11)
FAR = 90
"""So many characters from a line's start signs are sought in the rest of its block."""

_CREDIT = 5  # pieces


def in_one_line(words: str) -> str:
    """Words with each blank as one space."""
    return _BLANKS.sub(" ", words).strip()


def block_signs(places: Sequence[Place], measures: Sequence[int]) -> tuple[frozenset[str], ...]:
    """For every block in turn, the signs that all its lines share. Measures are in steps."""
    prose = [i for i, place in enumerate(places) if place.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(places), -1)
    rows = are_tables(places)
    own = [set(_signs(place)) for place in places]
    verses = frozenset(_verses(places, own))
    for i in _fields(places):
        own[i].add("field")
    for i in programmes(places, own, rows):
        own[i].add("programme")
    for i, signs in enumerate(own):
        signs |= set(_position(i, len(places), first, last))
        if rows[i]:
            signs.add("table")
        if i in verses:
            signs.add("verse")
    for i, signs in enumerate(own):
        signs |= set(_around(places, own, rows, i))
    told = (*_measure_signs(prose, measures, len(places)), *_speakers(places))
    for i, sign in (
        *told,
        *_under_notices(own),
        *_dated_again(own),
        *_over_signed(places, own),
        *_titles(own),
        *over_texts(places, own),
    ):
        own[i].add(sign)
    for i in _open_lists(places, own):
        own[i].add("open_list")
    for i in _answering(places, own):
        own[i].add("answering")
    return tuple(frozenset(signs) for signs in own)


def _around(
    places: Sequence[Place], own: Sequence[set[str]], rows: Sequence[bool], index: int
) -> Iterator[str]:
    """What the blocks on either side tell of this one."""
    nothing: set[str] = set()
    before = own[index - 1] if index else nothing
    following, next_but_one = (*own[index + 1 : index + 3], nothing, nothing)[:2]
    if "number_item_block" in own[index] and "number_item_block" in following | before:
        yield "numbered_run"
    if index and _is_longer(places[index], places[index - 1]):
        yield "longer"
    if index + 1 < len(rows) and rows[index + 1] and not rows[index]:
        yield "before_table"
    if _LABEL.match(places[index].words) and _may_be_headed(
        places[index + 1 : index + 2], following
    ):
        yield "over_longer"
    if following & _LISTED and "byline_block" not in following:
        yield "before_list"
    yield from _over_verses(before, own[index], following, next_but_one)
    if "credit_block" in following:
        yield "credit_near"
    elif "credit_block" in next_but_one:
        yield "credit_soon"
    yield from (f"before_{sign}" for sign in _AHEAD if f"{sign}_block" in following)
    if "byline_block" not in own[index] | following:
        yield from _beside(places[index], places[index + 1 : index + 2], "behind")
    if "byline_block" not in own[index] | before:
        yield from _beside(places[index], places[max(0, index - 1) : index], "before")


def _may_be_headed(following: Sequence[Place], signs: Set[str]) -> bool:
    """Whether the next block is one line, without a stop, as long as a headline under a label."""
    alone = any(
        (place.level or len(place.pieces) == 1)
        and _SHORTEST <= place.ems <= _LONGEST
        and not place.words.endswith(_STOPS)
        for place in following
    )
    return alone and signs.isdisjoint(_NO_HEADLINE)


def _over_verses(
    before: Set[str], own: Set[str], following: Set[str], next_but_one: Set[str]
) -> Iterator[str]:
    """What verses tell of the block before them, or before the name of their poet."""
    if "verse" in following and before & _SIGNED and own.isdisjoint(_SIGNED | {"verse"}):
        yield "under_name"
    if "named_verse" in following:
        yield "over_verse"
    elif "verse" in next_but_one and own.isdisjoint({"verse", "prose"}):
        yield "before_verse" if following.isdisjoint(_SIGNED) else "over_verse"


def _beside(place: Place, neighbour: Sequence[Place], side: str) -> Iterator[str]:
    """How a line of display stands to its neighbour: its type is larger, or they are twins.

    The level that an OCR engine gives a heading is noise, but of two neighbours the one of the
    higher level mostly is the larger. A headline of two halves of one length is often cut in two.
    """
    for other in neighbour:
        if other.level and other.level < (place.level or _NO_LEVEL):
            yield f"larger_{side}"
        if _are_twins(place, other):
            yield f"twin_{side}"
        elif _may_be_halves(place, other):
            yield f"half_{side}"


def _are_twins(one: Place, two: Place) -> bool:
    sizes = len(one.words), len(two.words)
    alone = len(one.pieces) == len(two.pieces) == 1
    large = one.level == two.level <= _LARGE
    alike = abs(sizes[0] - sizes[1]) <= (_NEARLY if large else 0)
    named = shows("label_word", one.words) or shows("label_word", two.words)
    return alone and min(one.level, two.level) > 0 and alike and max(sizes) in _TWINS and not named


def _may_be_halves(one: Place, two: Place) -> bool:
    """Whether two headings of large type are nearly as long as the halves of a headline are."""
    sizes = len(one.words), len(two.words)
    alone = len(one.pieces) == len(two.pieces) == 1
    large = min(one.level, two.level) > 0 and max(one.level, two.level) <= _HEADLINE
    large = large and abs(one.level - two.level) <= 1
    alike = min(sizes) in _HALVES and max(sizes) in _HALVES and abs(sizes[0] - sizes[1]) <= _UNLIKE
    return alone and large and alike


def _is_longer(place: Place, before: Place) -> bool:
    short = max(place.ems, before.ems) < PROSE_EMS / 2
    return short and place.ems > before.ems + 2


def _measure_signs(
    prose: Sequence[int], measures: Sequence[int], count: int
) -> Iterator[tuple[int, str]]:
    """For the blocks between two of running text: whether the measure changes there."""
    for before, behind in pairwise(prose):
        alike = abs(measures[before] - measures[behind]) <= 2
        for i in range(before + 1, min(behind, count)):
            yield i, "same_measure" if alike else "new_measure"


def _signs(place: Place) -> Iterator[str]:
    """The signs of a block by itself."""
    if place.table:
        yield "whole_table"
    if place.level:
        yield "heading"
    if place.prose:
        yield "prose"
    if any(c.isdigit() for c in place.words):
        yield "figures"
    yield from _looks(place)
    yield from _shape(place)


def _looks(place: Place) -> Iterator[str]:
    shown = signs_among(_TOLD, place.words[:FAR])
    yield from (f"{sign}_block" for sign in _TELLING if sign in shown)
    if "contact" in shown and "inner_stop" not in shown:
        yield "contact_block"
    if "credit" not in shown and _ends_in_credit(place):
        yield from ("credit_near", "own_credit")
    if _PAPER.match(place.words):
        yield "masthead"
    if _STATISTIC.match(place.words) and place.ems < PROSE_EMS:
        yield "stat"


def _shape(place: Place) -> Iterator[str]:
    pieces = place.pieces
    if place.set and (len(pieces) > 2 or not place.level):
        yield _SET[min(len(pieces), 3)]
    if len(pieces) == 1:
        yield "alone"
        if place.closed:
            yield "alone_closed"
    if place.display:
        yield "display"
    if place.ems <= PARTED and _are_two_parts([len(part) for part in _PARTS.split(place.words)]):
        yield "two_parts"
    named = len(pieces) > _VERSES and bool(NAME.match(pieces[0].words))
    if _are_verse_shaped(place, pieces[named:]):
        yield "verse_shaped"
        if named:
            yield "named_verse"
    if _are_regular([piece.words for piece in pieces]):
        yield "regular_verse"


def _are_verse_shaped(place: Place, pieces: Sequence[Piece]) -> bool:
    """Whether pieces of a block could be verses, and do not name who made the page or the text."""
    shaped = not (place.level or place.runs) and all(_VERSE.match(p.words) for p in pieces)
    return shaped and not any(shows(sign, place.words) for sign in _OF_PERSONS)


def _are_regular(lines: Sequence[str]) -> bool:
    """Whether lines are those of a poem in an old form: of one length, and marked in turn."""
    lengths = {len(line.rstrip(_VERSE_MARKS)) for line in lines}
    marked = all(line[-1] in "。！？" for line in lines[1::2]) and all(
        line[-1] in "，,！？?" for line in lines[::2]
    )
    return len(lines) in _OLD_FORMS and len(lengths) == 1 and lengths <= _OLD_LENGTHS and marked


def _are_two_parts(lengths: Sequence[int]) -> bool:
    return len(lengths) == 2 and 2 * abs(lengths[0] - lengths[1]) <= min(lengths)


def _ends_in_credit(place: Place) -> bool:
    most = min(len(place.pieces), _CREDIT)
    ends = (" ".join(p.words for p in place.pieces[-n:]) for n in range(1, most + 1))
    behind_stop = place.words.rpartition("。")[2]
    return any(shows("credit", end) for end in (behind_stop, *ends))


def _speakers(places: Sequence[Place]) -> Iterator[tuple[int, str]]:
    """Blocks that begin with a name and a colon, where that name speaks more than once."""
    names = [_SPEAKER.match(place.words) for place in places]
    often = Counter(name[1] for name in names if name)
    for i, name in enumerate(names):
        if name and often[name[1]] > 1:
            yield i, "repeated_speaker"


def _open_lists(places: Sequence[Place], own: Sequence[set[str]]) -> Iterator[int]:
    """Items in a row that mostly end without a mark, so that their last one may too."""
    for run in in_a_row(not signs.isdisjoint(_ITEMS | {"field", "programme"}) for signs in own):
        if _are_open(places[run.start : run.stop]):
            yield from run


def _are_open(places: Sequence[Place]) -> bool:
    """Whether there are several items in blocks, and most end without a mark."""
    ends = [end for place in places for end in _ends_of_items(place)]
    return len(ends) > 1 and 2 * sum(not is_closed(end.words) for end in ends) > len(ends)


def _ends_of_items(place: Place) -> Iterator[Piece]:
    """The last piece of every item in a block."""
    for piece, following in pairwise((*place.pieces, None)):
        if piece and (not following or any(shows(mark, following.words) for mark in _ITEM_MARKS)):
            yield piece


def _under_notices(own: Sequence[set[str]]) -> Iterator[tuple[int, str]]:
    """The blocks under the heading of a notice: it ends with who gives it, and the day."""
    left, signed = 0, False
    for i, signs in enumerate(own):
        signs_it = not signs.isdisjoint(_GIVERS)
        if "heading" in signs or (signed and not signs_it):
            left = 0
        if left:
            yield i, "under_notice"
        left, signed = max(0, left - 1), bool(left) and signs_it
        if "notice_block" in signs and "prose" not in signs:
            left = _NOTICE


def _over_signed(places: Sequence[Place], own: Sequence[set[str]]) -> Iterator[tuple[int, str]]:
    """What stands over text that somebody from somewhere signs, as letters are: its headline."""
    for i, signs in enumerate(own):
        if "from_somewhere_block" in signs or _is_signature(places[i]):
            over = i - 1
            while over > 0 and _is_running(places[over]):
                over -= 1
            if 0 <= over < i - 1:
                yield over, "over_signed"


def _is_signature(place: Place) -> bool:
    """Whether a block is a name in brackets, with or without what it did: （皖南 茶缘）."""
    return place.words[:1] in ("（", "(") and shows("signoff", place.words)


def _is_running(place: Place) -> bool:
    return not place.level and (place.prose or place.set or place.closed)


def _titles(own: Sequence[set[str]]) -> Iterator[tuple[int, str]]:
    """The titles of more verses by the poet who is named over the first of a group's titles."""
    grouped = False
    for i, signs in enumerate(own):
        titled = not signs.isdisjoint({"over_verse", "before_verse"}) and signs.isdisjoint(_SIGNED)
        signed = i + 1 < len(own) and not own[i + 1].isdisjoint(_SIGNED)
        grouped = "under_name" in signs or (grouped and "prose" not in signs and not signed)
        if grouped and titled:
            yield i, "under_name"


def _dated_again(own: Sequence[set[str]]) -> Iterator[tuple[int, str]]:
    """Dates behind the text of a page whose head has told its own."""
    dates = [i for i, signs in enumerate(own) if "date_block" in signs]
    if dates and "top" in own[dates[0]]:
        yield from ((i, "dated_again") for i in dates if "top" not in own[i])


def _fields(places: Sequence[Place]) -> Iterator[int]:
    """Blocks in a row of one line each that name a thing and tell it: 籍贯：柳湾. A list."""
    named = [_FIELD.match(place.words) if not place.closed else None for place in places]
    start = 0
    for is_field, run in groupby(named, bool):
        told = tuple(run)
        behind = start + len(told)
        names = [found[1] for found in told if found]
        if is_field and len(set(names)) == len(names) >= _FEWEST_FIELDS:
            yield from range(start, behind)
        start = behind


def _answering(places: Sequence[Place], own: Sequence[set[str]]) -> Iterator[int]:
    """Blocks of running text between an answer and the next question: the answer goes on."""
    told: list[int] = []
    answers = False
    for i, signs in enumerate(own):
        if "question_block" in signs or _is_asked(places[i], signs):
            yield from told
            told, answers = [], False
        elif not signs.isdisjoint(_ANSWERS):
            told, answers = [], True
        elif "heading" in signs:
            told, answers = [], False
        elif answers and (places[i].prose or places[i].closed):
            told.append(i)


def _is_asked(place: Place, signs: set[str]) -> bool:
    return "repeated_speaker" in signs and shows("asks", place.words[-4:])


def _position(index: int, count: int, first_prose: int, last_prose: int) -> Iterator[str]:
    if index == 0:
        yield "first"
    if index < min(first_prose, _EDGE_BLOCKS):
        yield "top"
    elif index > max(last_prose, count - _EDGE_BLOCKS):
        yield "foot"
    else:
        yield "inside_page"


def _verses(places: Sequence[Place], own: Sequence[set[str]]) -> Iterator[int]:
    """The blocks of verses in a row: more lines than a kicker, a headline and a deck have.

    Under a title of its own behind other verses, a poem may be shorter. Before running text the
    last block of them is its head, if it is no longer than one.
    """
    left = -_TITLE - 1
    for run in in_a_row("verse_shaped" in signs for signs in own):
        heads = len(places[run[-1]].pieces) < _VERSES and _is_text(own, run.stop)
        verses = range(run.start, _last_stanza(places, run.start, run.stop - heads))
        lines = sum(len(places[i].pieces) for i in verses)
        if lines >= (_VERSES if run.start - left > _TITLE else _VERSES_MORE):
            yield from verses
            left = run.stop


def _last_stanza(places: Sequence[Place], start: int, behind: int) -> int:
    """Behind which block verses end: a few lines, each alone, behind a whole stanza are heads."""
    alone = behind
    while alone > start and len(places[alone - 1].pieces) == 1:
        alone -= 1
    is_stanza = alone > start and len(places[alone - 1].pieces) >= _VERSES
    return alone if is_stanza and behind - alone < _VERSES else behind


def _is_text(own: Sequence[set[str]], index: int) -> bool:
    """Whether running text begins with a block, or behind it if it is a byline."""
    signed = index < len(own) and "byline_block" in own[index]
    return any("prose" in signs for signs in own[index + signed : index + signed + 1])


def line_signs(words: str, rest: str, ems: float, piece: Piece) -> tuple[str, ...]:
    """The signs of one line: its looks, its length, its place in the block."""
    size = _SIZE_NAMES[bisect_left(_SIZES, ems)]
    place = _PLACES[piece.opens, piece.closes]
    colon = _COLON_INSIDE if words[-1] in _COLONS and len(words) < len(rest) else ()
    return (*signs_of(words, rest), size, *place, *colon)
