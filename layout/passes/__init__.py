"""One rule, one file: each pass takes a page and returns it mended."""

from collections.abc import Callable

from layout.model import Page

PASSES: tuple[Callable[[Page], Page], ...] = ()
