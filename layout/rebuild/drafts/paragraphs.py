"""From lines as read to paragraphs: their words joined, every blank accounted for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from layout.rebuild.drafts import Draft
from layout.rebuild.drafts.lost_heads import lost_heads
from layout.rebuild.lines.pieces import Piece, bullet_of, space_behind
from layout.rebuild.reading import Reading
from layout.rebuild.signs.costs import INDENTED, ITEMS, ROLES
from layout.rebuild.survey import Survey
from layout.rebuild.survey.rosters import ROSTER, begins_name
from layout.text import Amendment, Edit, Fragment, Gap, LineEnd, Rule, Text, joined

# Roles whose halves were printed apart, as the parts of a programme are: the blank is one to keep.
_SPACED = frozenset(ROLES) - INDENTED - ITEMS - {"caption", "poem_line"}
_APART = frozenset({"in_programme", "apart_in_item"})
_DASHES, _COMMAS = "-*+–", ",;:!?"
_BLANK, _STRAY = Edit(Rule.BLANK), Edit(Rule.STRAY_SPACE)
_LAST_LATIN = "\u2e80"  # behind it stand what Chinese, Japanese and Korean are written with
_FIGURE_BEGUN = re.compile(r"(?:^|[^\x00-\x7f])[0-9]{1,3}\.?$")
_FIGURE_ENDED = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?[%％]?[^\x00-\x7f]")
_WHY_CUT_IN = "moved here: it was read in the middle of a sentence"
_WHY_LATE = "moved here: the line was read before the first of its caption"


def drafts_of(survey: Survey, readings: Sequence[Reading]) -> tuple[Draft, ...]:
    """The paragraphs of a page in the order of its source."""
    groups: list[list[Reading]] = []
    for reading in readings:
        if reading.begins or not groups:
            groups.append([])
        groups[-1].append(reading)
    return tuple(draft_of(survey, tuple(group)) for group in groups)


def with_reasons(
    drafts: Sequence[Draft], cut_in: frozenset[int], late: frozenset[int]
) -> tuple[Draft, ...]:
    """The drafts as they were read, those of blocks and lines that were moved with why."""
    reasons = {**dict.fromkeys(late, _WHY_LATE), **dict.fromkeys(cut_in, _WHY_CUT_IN)}
    return tuple(_with_reason(draft, reasons) if reasons else draft for draft in drafts)


def _with_reason(draft: Draft, reasons: Mapping[int, str]) -> Draft:
    """The draft with why a part of it was moved that begins at one of these places."""
    why = (reasons[f.at] for f in draft.text.fragments if f.at in reasons)
    return replace(draft, why=next(why, draft.why))


def draft_of(survey: Survey, readings: tuple[Reading, ...]) -> Draft:
    """The paragraph that these lines make."""
    pieces = survey.stream.pieces
    text = joined(_parts(survey, readings))
    if readings[0].role in ITEMS:
        text = _without_bullet(text)
    blocks = pieces[readings[0].first].block, pieces[readings[-1].behind - 1].block
    return Draft(readings[0].role, readings, text, *blocks)


def _parts(survey: Survey, readings: Sequence[Reading]) -> Iterator[Text]:
    lost = lost_heads(survey.stream, readings)
    numbers = [n for reading in readings for n in range(reading.first, reading.behind)]
    ends = {reading.behind - 1 for reading in readings}
    for here, following in zip(numbers, [*numbers[1:], None], strict=True):
        piece, text = survey.stream.pieces[here], survey.texts[survey.stream.pieces[here].block]
        if piece.opens and piece.start:
            yield text.cut(0, piece.start).read_as("", _BLANK)
        if here in lost:
            yield _gap(text.cut(piece.start, piece.end), lost[here])
        yield text.cut(piece.start, piece.end)
        tail = text.cut(piece.end, piece.behind)
        if following is None:
            yield tail.read_as("", _BLANK)
        elif here in ends and following in survey.stream.moved:
            yield tail.read_as("", _BLANK)
            yield _moved(survey, piece, following)
        else:
            behind = survey.stream.pieces[following]
            signs = survey.stream.signs[following]
            halves = readings[0].role in _SPACED and "broken_word" not in signs
            spaced = halves or not signs.isdisjoint(_APART)
            if signs & ROSTER:
                spaced = begins_name(piece.words, behind.words)
            column = LineEnd(column=piece.closes and not spaced)
            end = column if here in ends else None
            on_one_line = end is None or not (survey.stream.lined or piece.newline)
            printed = on_one_line and space_behind(_said(survey, numbers[0], here))
            yield tail if printed else _joint(tail, piece, behind, end, spaced=spaced)


def _said(survey: Survey, first: int, here: int) -> str:
    """The words of a paragraph up to one of its pieces, as far as they stand in that block."""
    start, piece = survey.stream.pieces[first], survey.stream.pieces[here]
    begins = start.start if start.block == piece.block else 0
    return survey.texts[piece.block].plain[begins : piece.end]


def _moved(survey: Survey, piece: Piece, following: int) -> Text:
    """The seam behind which a line was brought home: a place of the source, but no part of it."""
    behind = survey.stream.pieces[following]
    at = survey.texts[behind.block].cut(behind.start, behind.end).fragments[0].at
    apart = " " if _are_apart(piece.words, behind.words) else ""
    return Text((Fragment(apart, "", at, survey.stream.moved[following]),))


def _joint(tail: Text, piece: Piece, behind: Piece, mark: LineEnd | None, *, spaced: bool) -> Text:
    """The blank between two pieces of one paragraph: kept as a space, or dropped.

    `mark` is None where no line ended; `spaced`: halves were printed apart.
    """
    apart = spaced or _are_apart(piece.words, behind.words)
    if mark is None:
        return tail if apart else tail.read_as("", _STRAY)
    if apart and not piece.newline and not piece.closes and not spaced:
        return tail  # Latin sentences on one line: nobody knows where the print broke
    if not tail.plain:
        at = tail.fragments[-1].end if tail.fragments else 0
        return Text((*tail.fragments, Fragment(" " if spaced else "", "", at, mark)))
    return tail.read_as(" " if apart else "", mark)


def _gap(line: Text, gap: Gap) -> Text:
    return Text((Fragment("", "", line.fragments[0].at, gap),))


def _are_apart(before: str, behind: str) -> bool:
    """Whether words are Latin or figures, which a blank keeps apart.

    What goes on behind the mark of an address or inside a telephone number is one word, and the
    digits of a short figure in Chinese text are one figure. No blank stands before a comma.
    """
    end, start = before[-1], behind[0]
    if end > _LAST_LATIN or start > _LAST_LATIN or end in "@_":
        return False
    if not start.isdigit():
        return start not in _COMMAS
    figure = _FIGURE_BEGUN.search(before) and _FIGURE_ENDED.match(behind)
    return end not in "-—–" and not figure


def _without_bullet(text: Text) -> Text:
    words = text.plain
    bullet = bullet_of(words) or (
        words[:1] if words[:1] in _DASHES and words[1:2].isspace() else ""
    )
    if not bullet:
        return text
    behind = len(words) - len(words[len(bullet) :].lstrip())
    read_as = next(fragment.mark for fragment in text.fragments if fragment.text)
    edit = read_as if isinstance(read_as, Edit) else Edit(Rule.BULLET)
    return text.amended([Amendment(0, behind, "", edit)])
