"""Articles of their drafts: what they hold, of what kind they are, how wide they were set."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from layout.model import Article, Kind, Measure
from layout.rebuild.articles.blocks import blocks_of
from layout.rebuild.articles.latin_measure import latin_measures
from layout.rebuild.articles.run_together import taken_apart, usual_length
from layout.rebuild.drafts import HEADS, PICTURE, Draft
from layout.rebuild.lines.fullness import Full, certainty_of, lines_costs, list_costs
from layout.rebuild.lines.scale import LATIN
from layout.rebuild.reading import Reading
from layout.rebuild.signs.costs import INDENTED, ITEMS, together
from layout.rebuild.survey import Survey

_BRIEF_LENGTH = 320


def articles_of(survey: Survey, groups: Iterable[Sequence[Draft]]) -> tuple[Article, ...]:
    """The articles of a page that these groups of drafts make."""
    made = tuple(map(tuple, groups))
    told = [[draft for draft in drafts if draft.role in INDENTED | ITEMS] for drafts in made]
    if survey.scale is LATIN:
        lined = any(survey.stream.measures)
        measures = latin_measures(told, lined=lined)
        if any(measures) and not lined:
            made = tuple(_taken_apart(survey, made, measures))
    else:
        measures = [_measure(survey, drafts) for drafts in told]
    return tuple(
        Article(_kind(drafts), tuple(blocks_of(survey, drafts)), measure)
        for drafts, measure in zip(made, measures, strict=True)
    )


def _taken_apart(
    survey: Survey, made: Sequence[Sequence[Draft]], measures: Sequence[Measure | None]
) -> Iterator[tuple[Draft, ...]]:
    usual = usual_length(made)
    for drafts, measure in zip(made, measures, strict=True):
        yield tuple(taken_apart(survey, drafts, measure, usual))


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


def _measure(survey: Survey, told: Sequence[Draft]) -> Measure | None:
    """The measure under which the lines of an article's running text agree."""
    scale, full, last = survey.scale, _full(survey, told), _last(survey, told)
    lines = sum(map(len, full.values()))
    if not lines or not any(survey.stream.measures):
        return None
    running = lines_costs(full["first"], full["inner"], last["last"], scale)
    table = together(running, list_costs(full["item"], last["alone"], scale))
    chosen = min(range(len(table)), key=table.__getitem__)
    width = scale.low + chosen
    return Measure(
        width=width * scale.unit,
        narrowest=min([*(steps for steps, _ in full["inner"]), width]) * scale.unit,
        punctuation=scale.punctuation,
        certainty=round(certainty_of(table, chosen), 3),
        lines=lines,
    )


def _full(survey: Survey, drafts: Sequence[Draft]) -> Mapping[str, list[Full]]:
    """The widths of all lines that another one follows, by where they stand."""
    found: dict[str, list[Full]] = defaultdict(list)
    pieces = survey.stream.pieces
    for draft in drafts:
        for i, (line, behind) in enumerate(pairwise(draft.readings)):
            place = "inner" if i else "item" if draft.role in ITEMS else "first"
            words = pieces[line.behind - 1].words, pieces[behind.first].words
            found[place].append((_steps(survey, line), survey.scale.line_break(*words)))
    return found


def _last(survey: Survey, drafts: Sequence[Draft]) -> Mapping[str, list[int]]:
    """The widths of all last lines in steps, those of items of one line apart."""
    found: dict[str, list[int]] = defaultdict(list)
    for draft in drafts:
        alone = len(draft.readings) == 1 and draft.role in ITEMS
        found["alone" if alone else "last"].append(_steps(survey, draft.last))
    return found


def _steps(survey: Survey, reading: Reading) -> int:
    return survey.stream.steps(reading.first, reading.behind)
