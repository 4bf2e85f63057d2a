"""Write the corrections file of pages: an entry for each spot, for a person to decide.

What `corrections_file` reads is what is written here. Decisions that were made before are carried
over; of what is undecided, only the spots that the pages have now.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from layout.corrections.anchor import anchored
from layout.corrections.decisions import PARAGRAPHS, Correction, asked
from layout.corrections.spots import Matter
from stonehand.corrections_file import TABLE
from stonehand.remarks import Remark

_WITHOUT_TEXT = frozenset({Matter.MOVE, Matter.SPLIT, Matter.JOIN, Matter.TRANSPOSE})
_HEAD = """\
# Corrections for a person to decide. Used by: stonehand export --corrections THIS-FILE INPUT
#
# Each entry is a place of the OCR text. Its kind tells what there is to decide:
#
#   gap          print is lost here, at most `longest` ems of it
#   suggestion   `reading` is likelier than `spot`, but not proved; `spot` stands
#   correction   `reading` is proved, and stands instead of `spot`
#   move         the words behind were brought here from elsewhere on the page
#
# You decide with
#
#   accept       true: set `reading`, keep the move; of a gap: print is lost indeed, mark it so.
#                false: leave `spot` as it is, take the move back; of a gap: nothing is lost.
#   text         your own words for this place, whatever `accept` says; they fill a gap
#   who          your name. With it even a plain false is a decision; without it, a gap or
#                suggestion with accept = false and no text is open.
#   when, why    the day, as in 2024-05-01, and your grounds; all three go into the ledger
#
# To correct what is not listed, add an entry of kind = "editor" with page, at, before, spot,
# behind and text: at is how many characters of the page stand before the spot (nearly is enough,
# if the quotation is there once), and text = "" takes the spot out. Entries must not overlap.
#
# The other keys tell where the place is and what is known of it; leave them as they are.
"""


def form(remarks: Iterable[tuple[str, Remark]]) -> bytes:
    """The file for these remarks, each with the name of the file that its page is from."""
    entries = ["\n".join(_entry(file, remark)) for file, remark in remarks if _is_kept(remark)]
    return "\n\n".join([_HEAD.rstrip(), *entries, ""]).encode()


def _is_kept(remark: Remark) -> bool:
    return remark.spot is not None or remark.correction.is_decided


def _entry(file: str, remark: Remark) -> Iterator[str]:
    correction = _carried(remark)
    yield f"[[{TABLE}]]"
    yield f"# {file}:{remark.line}:{remark.column}: {remark.before}{remark.here}{remark.behind}"
    for key, value in _values(correction):
        yield f"{key} = {value}"


def _carried(remark: Remark) -> Correction:
    """The correction for a spot as it is now, with the decision that there was."""
    made, page, spot = remark.correction, remark.page, remark.spot
    if spot is None:
        place = made.anchor.place(page.source)
        to = made.to.place(page.source).end if made.to else 0
        goal = replace(anchored(page.source, to, to), behind="") if made.to else None
        return replace(made, anchor=anchored(page.source, place.start, place.end), to=goal)
    fresh = asked(page, spot)
    if made.is_decided:
        return replace(made, anchor=fresh.anchor)
    return replace(fresh, signature=made.signature)  # it may hold a note


def _values(correction: Correction) -> Iterator[tuple[str, str]]:
    anchor, signature = correction.anchor, correction.signature
    yield "page", _quoted(correction.page)
    yield "kind", _quoted(correction.matter)
    yield "at", str(anchor.at)
    yield "before", _quoted(anchor.before)
    yield "spot", _quoted(anchor.spot)
    yield "behind", _quoted(anchor.behind)
    yield from _known(correction)
    yield "accept", "true" if correction.accept else "false"
    if correction.matter not in _WITHOUT_TEXT:
        yield "text", _quoted(correction.text)
    if correction.matter is Matter.INSERT:
        yield "role", _quoted(correction.role)
    if correction.to is not None:
        yield "to", str(correction.to.at)
        yield "after", _quoted(correction.to.before)
    yield "who", _quoted(signature.who)
    yield "when", _quoted(signature.when)
    yield "why", _quoted(signature.why)


def _known(correction: Correction) -> Iterator[tuple[str, str]]:
    """What rebuilding knows of the place; of an editor's own entry, nothing."""
    if correction.matter is Matter.EDITOR or correction.matter in PARAGRAPHS:
        return
    if correction.matter is Matter.GAP:
        yield "longest", f"{correction.longest:g}"
    if correction.reading or correction.matter in {Matter.SUGGESTION, Matter.CORRECTION}:
        yield "reading", _quoted(correction.reading)
    if correction.matter in {Matter.SUGGESTION, Matter.CORRECTION}:
        yield "rule", _quoted(correction.rule)
    yield "evidence", _quoted(correction.evidence)
    yield "certainty", f"{correction.certainty:g}"


def _quoted(words: str) -> str:
    """A basic string: TOML escapes as JSON does, and DEL besides."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
