"""From a scanned page to a rebuilt one: measures, joins, losses, roles, articles."""

from collections.abc import Sequence

from layout.model import Page, PictureBlock, ScannedPage, Section, TextBlock
from layout.passes import PASSES
from layout.rebuild.articles import articles_of
from layout.rebuild.articles.blocks import paragraph_of
from layout.rebuild.articles.grouping import grouped
from layout.rebuild.articles.standing import with_boxes
from layout.rebuild.drafts import PAGE_ROLES, Draft
from layout.rebuild.drafts.aside import with_heads_home
from layout.rebuild.drafts.heads import with_heads_whole
from layout.rebuild.drafts.interrupted import with_halves_joined
from layout.rebuild.drafts.late_heads import with_late_heads_over
from layout.rebuild.drafts.lesser_heads import with_lesser_heads_home
from layout.rebuild.drafts.losses import with_endings
from layout.rebuild.drafts.paragraphs import drafts_of, with_reasons
from layout.rebuild.drafts.split_heads import with_split_heads_whole
from layout.rebuild.lines.folded_heads import with_head_lines_whole
from layout.rebuild.lines.late_captions import with_captions_whole
from layout.rebuild.lines.misread_print import with_print_right
from layout.rebuild.lines.stray_blanks import closed_up
from layout.rebuild.lines.text_over_heads import with_text_apart
from layout.rebuild.lines.unparted import parted
from layout.rebuild.reading import read_sequence
from layout.rebuild.reading.astray import with_lines_home
from layout.rebuild.signs.folio import folio_of
from layout.rebuild.survey import Survey
from layout.rebuild.survey.cut_ins import surveyed_in_order
from layout.rebuild.survey.misread_bullets import with_bullets
from layout.remembered import forget
from layout.text import Edit, Rule, Text, joined


def rebuild(scanned: ScannedPage) -> Page:
    """The page as it was meant: every character of the source stands in one of its texts."""
    surveyed, moved, late = surveyed_whole(scanned)
    readings = read_sequence(surveyed.stream)
    if surveyed.stream.lined:  # where blocks are whole paragraphs no line of one went astray
        surveyed, readings = with_lines_home(surveyed, readings)
    drafts = with_reasons(drafts_of(surveyed, readings), moved, late)
    drafts = with_halves_joined(surveyed, drafts)
    drafts = with_heads_whole(drafts)
    drafts = with_endings(drafts, surveyed.stream)
    drafts = with_split_heads_whole(surveyed, _with_pictures(surveyed, drafts))
    drafts = with_late_heads_over(surveyed, drafts)
    drafts = with_lesser_heads_home(surveyed, drafts)
    drafts = with_heads_home(surveyed, drafts)
    page = _page(scanned, surveyed, drafts)
    for mend in PASSES:
        page = mend(page)
    forget()
    return page


def surveyed_whole(scanned: ScannedPage) -> tuple[Survey, frozenset[int], frozenset[int]]:
    """The page surveyed, with what was read out of its place set right before anything is read.

    With it the places of the source where heads begin that were moved, and late captions.
    """
    right = with_text_apart(with_head_lines_whole(with_print_right(closed_up(scanned))))
    whole, late = with_captions_whole(right)
    surveyed, moved = surveyed_in_order(parted(with_bullets(whole)))
    return surveyed, moved, late


def _with_pictures(surveyed: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    pictures = [
        Draft("picture", (), Text(), i, i)
        for i, block in enumerate(surveyed.blocks)
        if isinstance(block, PictureBlock)
    ]
    return tuple(sorted([*drafts, *pictures], key=lambda draft: draft.first_block))


def _page(scanned: ScannedPage, surveyed: Survey, drafts: Sequence[Draft]) -> Page:
    heads = [paragraph_of(draft) for draft in drafts if draft.role in PAGE_ROLES]
    folio = folio_of(heads)
    articles = with_boxes(articles_of(surveyed, grouped(drafts)), scanned)
    return Page(
        name=scanned.name,
        source=scanned.source,
        language=surveyed.language,
        folio=folio,
        sections=(Section(folio.section, articles),),
        spare=scanned.spare + _blank_blocks(surveyed),
        scan=scanned.scan,
    )


def _blank_blocks(surveyed: Survey) -> Text:
    """Blocks without a word: all their characters are blanks."""
    used = {piece.block for piece in surveyed.stream.pieces}
    return joined(
        text.read_as("", Edit(Rule.BLANK))
        for i, text in enumerate(surveyed.texts)
        if i not in used and isinstance(surveyed.blocks[i], TextBlock)
    )
