"""Pages written by hand, as papers of many kinds print them: what no generator would think of.

Each file is one page in TOML: its language, its way with marks, its own lines (`page`) with what
they say (`folio`), and its articles, each with its kind, measure and columns. A block is its role
and its text, a headline of several lines all of them; where it has a bullet or may fairly be called
something else it is a table. `damaged` scans such a page as the generator scans its own.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from tests.generate.manuscript import Article, Block, Folio, Json, Manuscript, headed
from tests.generate.scan import Generated, scanned

_HERE = Path(__file__).parent
_FACTS = ("page", "section", "date", "weekday", "paper")

Told = Mapping[str, str] | Sequence[str]


def names() -> tuple[str, ...]:
    """The pages by language and kind, like `zh/sports`."""
    return tuple(
        str(path.relative_to(_HERE).with_suffix("")) for path in sorted(_HERE.glob("*/*.toml"))
    )


def manuscript(name: str) -> Manuscript:
    """The page of this name as it was printed."""
    told = tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))
    facts: Json = dict.fromkeys(_FACTS) | told["folio"]
    folio = Folio(facts, tuple(map(_block, told["page"])), below=told.get("folio_below", False))
    articles = tuple(
        Article(a["kind"], tuple(map(_block, a["blocks"])), a.get("measure"), a.get("columns", 1))
        for a in told["articles"]
    )
    return Manuscript(told["lang"], told["punctuation"], folio, articles)


def damaged(name: str, seed: int, engine: str = "poor") -> Generated:
    """The page of this name as an engine reads it, with the damage of this seed."""
    copy, folder = manuscript(name), name.partition("/")[0]
    tags = (folder, copy.lang, copy.punctuation)
    return scanned(Random(f"{name}/{seed}"), copy, engine, f"{name}-{seed}", tags)


def _block(told: Told) -> Block:
    if not isinstance(told, Mapping):
        role, *parts = told
        return headed(parts, role)
    role, text, bullet = told["role"], told["text"], told.get("bullet", "")
    return Block(role, text, bullet=bullet, alt_roles=tuple(told.get("alt_roles", ())))
