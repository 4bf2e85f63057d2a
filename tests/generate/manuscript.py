"""What the invented paper printed, before anyone scanned it: blocks, articles, a page."""

from dataclasses import dataclass

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, headline, item ...: its role in the words of the truth format.

    `parts`: the lines of a headline. `bullet`: what stands before an item, outside its text.
    `alt_roles`: what else a reader might fairly call it.
    """

    role: str
    text: str
    parts: tuple[str, ...] = ()
    bullet: str = ""
    alt_roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """Blocks in reading order, and the setting: measure in ems (Latin: characters), columns."""

    kind: str
    blocks: tuple[Block, ...]
    measure: float | None = None
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Folio:
    """The page's own lines, and what they say in the truth's words."""

    facts: Json
    blocks: tuple[Block, ...]
    below: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A page as it was printed."""

    lang: str
    punctuation: str
    folio: Folio
    articles: tuple[Article, ...]


def headed(parts: list[str], role: str = "headline") -> Block:
    """A headline in parts; one that ends in a colon or dash needs no space before the next."""
    text = parts[0]
    for part in parts[1:]:
        text += part if text.endswith(("：", "——")) else " " + part
    return Block(role, text, tuple(parts) if len(parts) > 1 else ())
