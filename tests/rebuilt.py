"""Generated pages as they are rebuilt, each once for all tests that ask for it."""

from functools import lru_cache

from layout.model import Page
from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.generate import page


@lru_cache(maxsize=64)
def rebuilt_page(seed: int) -> Page:
    return rebuild(read_markdown("page", page(seed).ocr))
