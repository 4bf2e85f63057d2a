"""One rule, one file: each pass takes a page and returns it mended."""

from collections.abc import Callable

from layout.model import Page
from layout.passes.drop_caps import mend_drop_caps
from layout.passes.hyphens import mend_hyphens
from layout.passes.look_alikes import mend_look_alikes
from layout.passes.mistaken_marks import mend_mistaken_marks
from layout.passes.punctuation import widen_marks
from layout.passes.quotes import turn_quotes
from layout.passes.stumps import declare_stumps
from layout.passes.years import restore_years

# In this order: quotes are judged by the full-width marks beside them, stumps by what is mended.
PASSES: tuple[Callable[[Page], Page], ...] = (
    mend_hyphens,
    mend_drop_caps,
    widen_marks,
    mend_mistaken_marks,
    turn_quotes,
    restore_years,
    mend_look_alikes,
    declare_stumps,
)
