"""Who asks and who answers in an interview, told by the names before the colons.

`Courier: What is next?` `Amos Pryce: We open in spring.` Names take turns; the one whose words end
in question marks asks, the others answer. A name that speaks once speaks in no interview, and who
speaks before anybody asks, as in a headline, answers nothing. A name without a colon is one piece
with what it says (`voices_apart.py`). A question may stand behind a mere bullet; no bullet answers.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import shows
from layout.script import LETTER, in_han

_BULLETS = "◎○●◇◆□■★▲►▶"
_VOICE = re.compile(
    r"(?:((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}):|(?P<letter>[QA])\.)\s"
    rf"|[{_BULLETS}]?\s?《?(?P<han>(?:{LETTER}|·){{2,8}})》?\s?[：:](?!$)"
    r"|(?P<counted>[QA问答])[0-9]{1,2}\s?[：:.．]"
    rf"|[【\[](?P<bracketed>{LETTER}{{1,8}})[】\]](?!$)"
    rf"|(?P<bullet>[{_BULLETS}])"
)
_APART = re.compile(rf"{LETTER}{{1,4}}(?=\s)")
_TURN = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}: |\b[QA]\. ")
INTERROGATIVE = re.compile(
    r"(?:And |So |But )?(?:What|Why|How|Where|When|Who|Whom|Whose|Which|Do|Does|Did|Is|Are|Was|Were"
    r"|Can|Could|Will|Would|Should|Have|Has|Had)\b(?!,)"
)
_LEAST_TURNS = 2


def voice_signs(pieces: Sequence[Piece], rest: Sequence[str]) -> tuple[frozenset[str], ...]:
    """For every piece, whether it begins what an asking or an answering voice says."""
    spoken = [_voice(piece, words) for piece, words in zip(pieces, rest, strict=True)]
    turns: dict[str, list[bool]] = defaultdict(list)
    for i, name in enumerate(spoken):
        if name:
            turns[name].append(_asks(pieces, i))
    often = {name for name, asked in turns.items() if len(asked) >= _LEAST_TURNS}
    asking = {name for name, asked in turns.items() if mostly(asked)}
    voices = asking | {name for name in often if name not in _BULLETS}
    if not asking or asking == voices:
        return (frozenset(),) * len(pieces)
    first = next(i for i, name in enumerate(spoken) if name in asking)
    return tuple(
        _signs(name if i >= first else "", voices, asking) for i, name in enumerate(spoken)
    )


def mostly(told: Sequence[bool]) -> bool:
    """Whether something holds for most turns of a voice that takes enough of them."""
    return len(told) >= _LEAST_TURNS and 2 * sum(told) >= len(told)


def _voice(piece: Piece, words: str) -> str:
    """Who speaks, as the one group of the pattern that is there names it; mostly nobody."""
    if apart := _APART.match(piece.words):
        return apart[0]
    found = _VOICE.match(words)
    return found[found.lastgroup or 1] if found else ""


def _asks(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the words from a piece to the next voice ask: the OCR may have lost the mark.

    Of Chinese words only the end of their block tells: an answer often asks itself something.
    """
    if in_han(pieces[index].words):
        last = next((piece for piece in pieces[index:] if piece.closes), pieces[index])
        return shows("asks", last.words)
    near = " ".join(piece.words for piece in pieces[index : index + 3])
    behind = _VOICE.match(near)
    said = near[behind.end() :] if behind else near
    turn = _TURN.search(said)
    said = said[: turn.start()] if turn else said
    return "?" in said or bool(INTERROGATIVE.match(said))


def _signs(name: str, voices: set[str], asking: set[str]) -> frozenset[str]:
    if name not in voices:
        return frozenset()
    return frozenset({"asking_voice" if name in asking else "answering_voice"})
