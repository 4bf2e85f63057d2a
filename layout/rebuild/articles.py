"""An article of its drafts: what it holds, of what kind it is, how wide it was set."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from layout.model import Article, Kind, Measure
from layout.rebuild.blocks import blocks_of
from layout.rebuild.costs import INDENTED, ITEMS
from layout.rebuild.drafts import HEADS, PICTURE, Draft
from layout.rebuild.latin_measure import latin_measure
from layout.rebuild.measure import certainty_of, combined, lines_costs, list_costs
from layout.rebuild.survey import Survey

_BRIEF_LENGTH = 320


def article_of(survey: Survey, drafts: Sequence[Draft]) -> Article:
    """The article that these drafts make."""
    blocks = tuple(blocks_of(survey, drafts))
    return Article(_kind(drafts), blocks, _measure(survey, drafts))


def _kind(drafts: Sequence[Draft]) -> Kind:
    count = {role: sum(d.role == role for d in drafts) for role in {d.role for d in drafts}}
    body = sum(len(d.text) for d in drafts if d.role in INDENTED)
    if all(d.role in PICTURE for d in drafts):
        return Kind.PHOTO
    for kind, roles in _TELLING:
        if sum(len(d.text) for d in drafts if d.role in roles) > body or (
            kind is Kind.INTERVIEW and count.get("question", 0) > 1
        ):
            return kind
    shown = {sign for d in drafts if d.role in HEADS for sign in d.signs}
    if "notice" in shown:
        return Kind.NOTICE
    if "opinion" in shown:
        return Kind.COMMENTARY
    return Kind.BRIEF if body < _BRIEF_LENGTH and count.get("subhead", 0) == 0 else Kind.NEWS


_TELLING: tuple[tuple[Kind, frozenset[str]], ...] = (
    (Kind.INTERVIEW, frozenset({"question"})),
    (Kind.TIMELINE, frozenset({"timeline_item", "timeline_year"})),
    (Kind.LISTING, frozenset({"list_item"})),
    (Kind.POEM, frozenset({"poem_line"})),
    (Kind.TABLE, frozenset({"table_row"})),
)


def _measure(survey: Survey, drafts: Sequence[Draft]) -> Measure | None:
    """The measure under which the lines of the article's running text agree."""
    told = [draft for draft in drafts if draft.role in INDENTED | ITEMS]
    if survey.language == "en":
        return latin_measure(told)
    scale, steps = survey.scale, _steps(survey, told)
    lines = sum(len(steps[place]) for place in ("first", "inner", "item"))
    if not lines or not any(survey.stream.measures):
        return None
    running = lines_costs(steps["first"], steps["inner"], steps["last"], scale)
    table = combined(running, list_costs(steps["item"], steps["alone"], scale))
    chosen = min(range(len(table)), key=table.__getitem__)
    width = scale.low + chosen
    return Measure(
        width=width * scale.unit,
        narrowest=min([*steps["inner"], width]) * scale.unit,
        punctuation=scale.punctuation,
        certainty=round(certainty_of(table, chosen), 3),
        lines=lines,
    )


def _steps(survey: Survey, drafts: Sequence[Draft]) -> Mapping[str, list[int]]:
    """The widths of all lines in steps, by where they stand."""
    found: dict[str, list[int]] = defaultdict(list)
    for draft in drafts:
        for i, reading in enumerate(draft.readings):
            pieces = survey.stream.pieces[reading.first : reading.behind]
            words = "".join(piece.words for piece in pieces)
            place = _place(i, len(draft.readings), item=draft.role in ITEMS)
            found[place].append(survey.scale.steps(words))
    return found


def _place(index: int, count: int, *, item: bool) -> str:
    """Where a line of a paragraph stands; one of a list item is not indented."""
    if index:
        return "inner" if index < count - 1 else "last"
    if count == 1:
        return "alone" if item else "last"
    return "item" if item else "first"
