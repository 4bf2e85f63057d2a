"""The words of a page's head and foot, kept in `folio.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def folio_words() -> dict[str, Any]:
    """The file, read once."""
    return tomllib.loads(Path(__file__).with_name("folio.toml").read_text("utf-8"))
