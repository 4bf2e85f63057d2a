"""Find fonts on this computer for characters that the bundled faces lack, and name what is left.

Nothing is looked for unless a character is missing. A folder named first wins; in it, the font
that has most of what is missing, then the one of the most ordinary weight; heavy faces get the
heaviest.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

from fonts.catalogue import STEM_TO_WEIGHT, FontFile
from fonts.fount import Fount, fonts_in
from fonts.metrics import Ruler
from layout.errors import Origin
from layout.model import Edition, texts_of
from layout.sheet import Face
from layout.text import Text

SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
INSTALLED = (
    Path("~/.local/share/fonts"),
    Path("~/.fonts"),
    Path("~/Library/Fonts"),
    Path("/usr/local/share/fonts"),
    Path("/usr/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
"""Where Linux, macOS and Windows keep their fonts."""
PACKAGES = ("pylopdf_fonts_zh_cn",)
"""Python packages that hold fonts: 31,000 characters in Noto Serif and Noto Sans."""
_MEANINGLESS = {"Cc", "Co", "Cs"}  # controls, private use, surrogates
_REGULAR, _BLACK = 400, 900
_Offer = tuple[FontFile, set[str]]


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font has, and where in the source it stands first."""

    character: str
    at: Origin

    def __str__(self) -> str:
        name = f"U+{ord(self.character):04X}"
        shown = f"{self.character} ({name})" if self.character.isprintable() else name
        return f"{self.at}: no font has {shown}; a substitute is printed"


def ruler_for(edition: Edition, folders: Iterable[Path] = ()) -> tuple[Ruler, tuple[Missing, ...]]:
    """A ruler with fonts enough for an edition, if they can be found; what they cannot print.

    The folders are looked through before those of the optional packages and of the system.
    """
    ruler = Ruler()
    wanted = _unprintable(edition, ruler)
    if wanted:
        offers = list(_sought(wanted, (*folders, *_packaged(), *INSTALLED)))
        ruler = Ruler(_fittest(wanted, offers, _REGULAR), _fittest(wanted, offers, _BLACK))
        wanted = _unprintable(edition, ruler)
    return ruler, tuple(_placed(edition, character) for character in sorted(wanted))


def found(wanted: Collection[str], folders: Iterable[Path]) -> tuple[FontFile, ...]:
    """As few fonts as have what is wanted, as far as the folders go.

    A character without a meaning of its own (private, control) is not looked for: a font that has
    it means something else by it.
    """
    return _fittest(wanted, _sought(wanted, folders), _REGULAR)


def _sought(wanted: Collection[str], folders: Iterable[Path]) -> Iterator[Sequence[_Offer]]:
    """The fonts of one folder after the other that have some of what is wanted, until all is."""
    left = {character for character in wanted if category(character) not in _MEANINGLESS}
    for folder in folders:
        offers = list(_offers(folder, left)) if left else []
        yield offers
        left = left.difference(*(has for _, has in offers))


def _fittest(
    wanted: Collection[str], folders: Iterable[Sequence[_Offer]], weight: int
) -> tuple[FontFile, ...]:
    """Of what the folders offer, as few fonts as will do, those nearest to a weight."""
    left, fonts = set(wanted), []
    for offers in folders:
        while offers := [(font, has & left) for font, has in offers if has & left]:
            font, has = min(offers, key=partial(_merit, weight))
            fonts.append(font)
            left -= has
    return tuple(fonts)


def _offers(folder: Path, wanted: Collection[str]) -> Iterator[_Offer]:
    paths = sorted(folder.expanduser().rglob("*"))
    for path in (path for path in paths if path.suffix.lower() in SUFFIXES):
        for font in fonts_in(path):
            type_ = Fount(font)  # not kept open: all of a system's fonts take 40 MiB
            has = {character for character in wanted if type_.glyph(character) is not None}
            if has:
                yield font, has


def _merit(weight: int, offer: _Offer) -> tuple[int, float, bool, str]:
    font, has = offer
    return -len(has), abs(font.stem - weight * STEM_TO_WEIGHT), not font.serif, font.name


def _packaged() -> Iterator[Path]:
    for package in PACKAGES:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            yield Path(spec.origin).parent


def _unprintable(edition: Edition, ruler: Ruler) -> set[str]:
    used = {character for text in _texts(edition) for character in text.plain}
    return set(ruler.missing(Face.SONG, used))


def _texts(edition: Edition) -> Iterator[Text]:
    for page in edition.pages:
        yield from (paragraph.text for paragraph in page.folio.paragraphs)
        yield from (
            text for article in page.articles for b in article.blocks for text in texts_of(b)
        )


def _placed(edition: Edition, character: str) -> Missing:
    for page in edition.pages:
        at = page.source.find(character)
        if at >= 0:
            return Missing(character, Origin(page.name, page.source.count("\n", 0, at) + 1))
    return Missing(character, Origin(edition.title))
