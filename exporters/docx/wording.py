"""The words of a paragraph as runs: as corrected, as the source has them, or with every revision.

A revision is a w:ins or w:del, a move a w:moveFrom with its w:moveTo (ECMA-376 part 1, 17.13.5).
Accepting all of them leaves the corrected text, with the sign for lost print in its place;
rejecting all leaves the source's characters. What was not corrected but is in doubt is a comment.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from exporters.docx.editing import Track
from exporters.docx.job import Job
from exporters.docx.moves import is_move
from exporters.docx.notes import evidence, signature
from exporters.docx.wordml import run
from layout.marks import beside_signs
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text

LINE_BREAK = '<w:r><w:br w:type="textWrapping"/></w:r>'

_WHITE = 2.5  # points beside a sign for lost print: a word space

# What is dropped because it never was part of the text.
_RESIDUE = frozenset(
    {Rule.MARKUP, Rule.BLANK, Rule.LINE_END, Rule.COLUMN_CUT, Rule.STRAY_SPACE, Rule.BULLET}
)


def runs(text: Text, job: Job, breaks: Collection[int] = ()) -> str:
    """The text as runs; where it is the corrected one, it has line breaks at the given offsets."""
    match job.editing.track:
        case Track.ACCEPT:
            cuts = pairwise([0, *sorted(breaks), len(text)])
            return LINE_BREAK.join(_spaced(text.cut(a, b).shown(job.gap_mark)) for a, b in cuts)
        case Track.REJECT:
            return run(inside(text).raw)
        case Track.ALL:
            return "".join(_tracked(inside(text), job, breaks))
        case _:
            assert_never(job.editing.track)


def inside(text: Text) -> Text:
    """The text without dropped line ends at its edges: the paragraph's own end is one of them."""
    fragments = list(text.fragments)
    for order, strip in ((1, str.lstrip), (-1, str.rstrip)):
        for index in list(range(len(fragments)))[::order]:
            fragment = fragments[index]
            if not fragment.raw:
                continue
            if fragment.text or not _is_residue(fragment.mark):
                break
            raw = strip(fragment.raw, "\r\n")
            fragments[index] = replace(fragment, raw=raw)
            if raw:
                break
    return Text(tuple(fragments))


def _tracked(text: Text, job: Job, breaks: Collection[int]) -> Iterator[str]:
    kept = ""
    for offset, fragment in text.placed():
        remark = evidence(fragment.mark, job.language) if job.notes and _shows(fragment) else ""
        broken = isinstance(fragment.mark, LineEnd) and offset + len(fragment.text) in breaks
        if _reads(fragment, job) == fragment.raw and not remark and not broken:
            kept += fragment.text
            continue
        revised = _revised(fragment, job)
        yield _spaced(kept, _reads(fragment, job)) + (
            job.notes.on(revised, remark) if job.notes and remark else revised
        )
        yield LINE_BREAK if broken else ""
        kept = ""
    yield run(kept)


def _spaced(text: str, behind: str = "") -> str:
    """Runs of a text before another, with white beside the Latin sign for lost print."""
    done, start = "", 0
    for end in beside_signs(text + behind):
        if 0 < end <= len(text):
            done += run(text[start : end - 1]) + run(text[end - 1 : end], white=_WHITE)
            start = end
    return done + run(text[start:])


def _shows(fragment: Fragment) -> bool:
    """Whether a comment has words to stand at: of what was struck out, none are left."""
    return bool(fragment.text) or not isinstance(fragment.mark, Edit)


def _revised(fragment: Fragment, job: Job) -> str:
    """A fragment as what was taken out of the source and what was put into the text."""
    text = _reads(fragment, job)
    if text == fragment.raw:
        return run(text)
    if is_move(fragment.mark) and not (text and fragment.raw):
        return _move(fragment, job)
    residue = _is_residue(fragment.mark)
    author = job.editing.residue_author if residue else job.editing.author
    removed = run(fragment.raw, "delText", hidden=residue)
    return _revision("del", removed, author, job) + _revision("ins", run(text), author, job)


def _move(fragment: Fragment, job: Job) -> str:
    """One end of a move; both ends bear one name, after the place that the words came from."""
    kind = "moveTo" if fragment.text else "moveFrom"
    signed = signature(job.editing.author, job.editing)
    number = job.binder.number()
    words = run(fragment.text or fragment.raw)
    return (
        f'<w:{kind}RangeStart w:id="{number}" {signed} w:name="move_{job.page}_{fragment.at}"/>'
        f'<w:{kind} w:id="{job.binder.number()}" {signed}>{words}</w:{kind}>'
        f'<w:{kind}RangeEnd w:id="{number}"/>'
    )


def end_of(text: Text, job: Job) -> str:
    """What the mark of a paragraph bears that is there only before revisions, or only after them.

    All its words were moved away or struck out, or all were supplied; nothing for any other.
    """
    held = [f for f in text.fragments if f.raw or _reads(f, job)]
    if job.editing.track is not Track.ALL or not held:
        return ""
    if all(is_move(f.mark) and not f.text for f in held):
        kind = "moveFrom"
    elif not any(_reads(f, job) for f in held):
        kind = "del"
    elif not any(f.raw for f in held):
        kind = "ins"
    else:
        return ""
    signed = signature(job.editing.author, job.editing)
    return f'<w:rPr><w:{kind} w:id="{job.binder.number()}" {signed}/></w:rPr>'


def _reads(fragment: Fragment, job: Job) -> str:
    """What the corrected text shows for a fragment."""
    return job.gap_mark if isinstance(fragment.mark, Gap) else fragment.text


def _is_residue(mark: Mark | None) -> bool:
    """Whether a change removes what never was text; its revision is there, but out of sight."""
    match mark:
        case LineEnd():
            return True
        case Edit(rule=rule):
            return rule in _RESIDUE
        case Gap() | Suggestion() | None:
            return False
        case _:
            assert_never(mark)


def _revision(kind: str, runs: str, author: str, job: Job) -> str:
    if not runs:
        return ""
    signed = f'w:id="{job.binder.number()}" {signature(author, job.editing)}'
    return f"<w:{kind} {signed}>{runs}</w:{kind}>"
