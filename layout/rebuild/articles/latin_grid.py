"""How wide the articles of a Latin page are, told by each of them and by the columns they share.

Many pages are made up on a grid: their articles stand in columns of one measure, but for a box or a
wider lead. Where articles that tell their own measures agree, one that hardly tells its own is
likely to be set in the same; where they differ, it is not. Either a page has a grid of some measure
or none; with one, an article is on it or stands apart. How likely each is follows from what the
articles tell (Bayes). Shares are of all measures, and sum to one.
"""

from collections.abc import Mapping, Sequence
from math import exp, log

Shares = Mapping[int, float]

# Two articles of one measure by chance are no grid yet: one pair in about a dozen is within a
# character (see docs/decisions/0145-columns-that-articles-share.md).
_PAGES_WITHOUT = 12.0  # for each that has a grid
_ON_GRID = 0.6  # of the articles of a page that has one
_APART = 1 - _ON_GRID


def on_one_page(told: Sequence[Shares], usual: Shares) -> list[Shares]:
    """What is told of the measure of each article, given what is told of the others.

    `told`: by each article alone; `usual`: before anything is told.
    """
    fits = [
        {m: log(_APART + _ON_GRID * shares.get(m, 0.0) / usual[m]) for m in usual}
        for shares in told
    ]
    all_fit = {m: sum(fit[m] for fit in fits) for m in usual}
    return [
        _beside(shares, {m: all_fit[m] - fit[m] for m in usual}, usual)
        for shares, fit in zip(told, fits, strict=True)
    ]


def _beside(shares: Shares, others: Mapping[int, float], usual: Shares) -> Shares:
    """The shares of an article beside others that fit a grid of each measure so well (a log)."""
    most = max(0.0, *others.values())
    grid = {m: exp(fit - most) for m, fit in others.items()}
    apart = _PAGES_WITHOUT * exp(-most) + _APART * sum(usual[m] * grid[m] for m in usual)
    weighed = {m: share * (apart + _ON_GRID * grid[m]) for m, share in shares.items()}
    whole = sum(weighed.values())
    return {m: weight / whole for m, weight in weighed.items()}
