"""The engines: how each gathers printed rows into blocks, and how it writes them down."""

from dataclasses import dataclass
from random import Random

from tests.generate.rates import Rates


@dataclass(frozen=True, slots=True)
class Engine:
    """Habits of an engine. Numbers are chances from 0 to 1.

    `joiner` stands between the rows of a block. `marks` tells what becomes of full-width marks:
    "ascii", "full" or "mixed". `verses`: each "apart", or in one block by "lines" or "spaces".
    `tables`: "pipes", "html", "spaced" or "loose". `bullet`, if any, replaces the printed one.
    `levels`: what headings carry, "noise", "proper" or "none".
    """

    joiner: str = " "
    marks: str = "ascii"
    straight_quotes: bool = True
    dashes: str = "—"
    verses: str = "apart"
    tables: str = "pipes"
    bullet: str = ""
    levels: str = "noise"
    column_cuts: bool = True
    tight: bool = False
    merge_full: float = 0.7
    merge_any: float = 0.06
    block_split: float = 0.0
    kicker_head: float = 0.4
    label_merged: float = 0.1
    head_merged: float = 0.0
    head_split: float = 0.25
    byline_heading: float = 0.4
    caption_credit: float = 0.8
    items_grouped: float = 0.4
    displaced: float = 0.2
    caption_moved: float = 0.2
    heads_aside: float = 0.0
    blank_lines: float = 0.5


def engine(rng: Random, name: str, lang: str) -> Engine:
    """The engine of one page."""
    if name in {"clean", "markdown"}:
        return _faultless(rng, name, lang)
    han = lang != "en"
    habits = Engine(
        joiner=rng.choice([" ", " ", " ", " ", " ", "\n"]),
        marks=rng.choice(["ascii"] * 6 + ["full", "mixed"]) if lang == "zh-Hans" else "full",
        straight_quotes=rng.random() < 0.9,
        dashes=rng.choice("———-") if han else "—",
        verses=rng.choice(["apart", "lines", "spaces"]),
        tables=rng.choice(["pipes", "pipes", "html", "spaced", "loose"]),
    )
    return habits if name == "poor" else _tesseract(rng, habits)


def _tesseract(rng: Random, habits: Engine) -> Engine:
    """Finds fewer headings and more blocks, reads across columns, and drops spaces between Han."""
    return Engine(
        joiner=habits.joiner,
        marks=rng.choice(["ascii", "full"]),
        tables="loose",
        verses=habits.verses,
        tight=rng.random() < 0.8,
        merge_full=0.2,
        merge_any=0.06,
        block_split=0.2,
        label_merged=0.25,
        head_merged=0.25,
        items_grouped=0.2,
        displaced=0.1,
        heads_aside=0.4,
    )


def _faultless(rng: Random, name: str, lang: str) -> Engine:
    return Engine(
        joiner=" " if lang == "en" else "",
        marks="full",
        straight_quotes=False,
        levels="proper",
        bullet="-" if name == "markdown" else "",
        column_cuts=False,
        merge_full=0.0,
        merge_any=0.0,
        kicker_head=0.0,
        label_merged=0.0,
        head_split=0.0,
        byline_heading=0.0,
        caption_credit=0.0,
        items_grouped=0.0,
        displaced=0.0,
        caption_moved=0.0,
        blank_lines=0.0,
    )


def rates(rng: Random, name: str) -> Rates:
    """The damage to one page's characters and lines: about as much as the real pages show."""
    if name in {"clean", "markdown"}:
        return Rates()
    tesseract = name == "tesseract"
    return Rates(
        lost_tail=rng.uniform(0.0, 0.3) if tesseract else rng.uniform(0.3, 0.9),
        lost_head=rng.choice([0.0, 1.0, 1.0, 2.0 if tesseract else 0.0]),
        lost_stop=rng.choice([0.0, 1.0, 2.0]),
        lost_year=0.6,
        lost_line=0.1,
        dash_for_one=rng.choice([0.0, 1.0, 2.0]),
        misread=rng.choice([1.0, 3.0, 4.0]),
        misread_quote=rng.choice([0.0, 0.0, 1.0, 2.0]),
        quote_for_stop=rng.choice([0.0, 0.0, 1.0]),
        false_space=rng.choice([0.0, 1.0, 2.0, 2.0]),
        garbled_editors=0.4,
    )
