"""A ruler on which every Han character and full-width mark is 1 em and all Latin type 1/2 em."""

from collections.abc import Mapping

from layout.compose.lines.ruler import Hand
from layout.script import is_east_asian
from layout.sheet import Face, Shaping

_SHARED = "“”‘’—…·"


class _Advances(dict[str, int]):
    def __init__(self, *, latin: bool) -> None:
        super().__init__(dict.fromkeys(_SHARED, 500) if latin else {})

    def __missing__(self, character: str) -> int:
        code = ord(character)
        wide = code >= 0x2E80 or 0x2010 <= code < 0x2C00
        self[character] = 1000 if wide else 250 if character == " " else 500
        return self[character]


ADVANCES, LATIN_ADVANCES = _Advances(latin=False), _Advances(latin=True)


class FixedRuler:
    """Answers the same for every face."""

    def advances(self, face: Face, language: str) -> Mapping[str, int]:
        return ADVANCES if not language or is_east_asian(language) else LATIN_ADVANCES

    def shaping(self, face: Face, text: str, language: str) -> Shaping:
        """One pair is kerned, and one ligature narrower than its letters."""
        kerns = tuple((at + 1, -100) for at in range(len(text)) if text.startswith("AV", at))
        ligatures = tuple((at, at + 2, -60) for at in range(len(text)) if text.startswith("fi", at))
        return Shaping(kerns, ligatures)


HAND, LATIN_HAND = (Hand(FixedRuler(), Face.SONG, language) for language in ("zh-Hans", "en"))
TRADITIONAL_HAND = HAND._replace(language="zh-Hant")
