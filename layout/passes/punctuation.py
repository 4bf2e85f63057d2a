"""Half-width marks in Chinese text become full-width (GB/T 15834); figures and Latin keep theirs.

NFKC is no way to do it: it would also turn what is rightly full-width into ASCII.
"""

import re
from collections.abc import Iterator

from layout.model import Page
from layout.script import in_han, is_east_asian
from layout.text import Amendment, Edit, Rule, Text
from layout.walk import map_texts

_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
# Whatever is neither Latin nor ASCII: Han characters and their marks.
_FOREIGN = "[^\\x00-\\u02ff]"
_CHINESE = re.compile(_FOREIGN)
_NARROW = re.compile(r"[,;:?!().\[]|--")
_LABEL = re.compile("[\u4e00-\u9fff]{2,8}:")  # 邮箱:a@b.cn is Chinese, though most of it is not
_MARK = re.compile(r"[,;:?!]+")
_ROUNDS = 64  # a mark may be Chinese because the one beside it is: 稻(GDP),
# f(x), P(A), main(): a function with what it is of, no remark in brackets. APEC (1989) is one.
_FUNCTION = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]\([ -~]*\)|[a-z]+\([ -~]{0,3}\))", re.ASCII)
_PAIR = re.compile(r"\(([^()]*)\)")
_BRACKET = re.compile(r"[()]")
_STOP = re.compile(f"(?<={_FOREIGN})\\.(?![0-9A-Za-z.])")
_NUMBERED = re.compile(r"\[([12][0-9]{3})\](?=[0-9]+号)")
_RUNS = re.compile(f"\\.{{3,}}|(?<={_FOREIGN})--+|--+(?={_FOREIGN})")
_QUOTES = "\"'"
_EDIT = Edit(Rule.FULL_WIDTH)


def widen_marks(page: Page) -> Page:
    """Every half-width mark that stands in Chinese text as its full-width form."""
    return map_texts(page, _widened) if is_east_asian(page.language) else page


def _widened(text: Text) -> Text:
    if not _NARROW.search(text.plain) or not (in_han(text.plain) or _LABEL.match(text.plain)):
        return text
    for _ in range(_ROUNDS):
        before, text = text, _once(text)
        if text is before or not _NARROW.search(text.plain):
            break
    return text


def _once(text: Text) -> Text:
    words = text.plain
    runs = [(m.start(), m.end(), _run(m[0])) for m in _RUNS.finditer(words)]
    covered = {i for start, end, _ in runs for i in range(start, end)}
    singles = dict((*_marks(words), *_brackets(words)))
    changes = [*runs, *((i, i + 1, reading) for i, reading in singles.items() if i not in covered)]
    return text.amended(Amendment(*change, _EDIT) for change in changes)


def _run(dots_or_dashes: str) -> str:
    return "……" if dots_or_dashes[0] == "." else "——"


def _marks(words: str) -> Iterator[tuple[int, str]]:
    for found in _MARK.finditer(words):
        if _is_chinese(_before(words, found.start())) or _is_chinese(_behind(words, found.end())):
            for place, mark in enumerate(found[0], found.start()):
                yield place, _FULL_WIDTH[mark]
    for found in _STOP.finditer(words):
        yield found.start(), "。"
    for found in _NUMBERED.finditer(words):
        yield found.start(), "〔"
        yield found.end() - 1, "〕"


def _brackets(words: str) -> Iterator[tuple[int, str]]:
    """Both brackets of a pair alike, by what they hold and what they stand in."""
    if "(" not in words and ")" not in words:
        return
    paired = {place for called in _FUNCTION.finditer(words) for place in range(*called.span())}
    for pair in _PAIR.finditer(words):
        if pair.start() in paired:
            continue
        paired |= {pair.start(), pair.end() - 1}
        around = _before(words, pair.start()) + _behind(words, pair.end()) + pair[1]
        if _CHINESE.search(around):
            yield pair.start(), "（"
            yield pair.end() - 1, "）"
    for lone in _BRACKET.finditer(words):
        around = _before(words, lone.start()) + _behind(words, lone.end())
        if lone.start() not in paired and _CHINESE.search(around):
            yield lone.start(), _FULL_WIDTH[lone[0]]


def _is_chinese(character: str) -> bool:
    return bool(_CHINESE.match(character))


def _before(words: str, place: int) -> str:
    """The character before a place, straight quotes passed over."""
    while place and words[place - 1] in _QUOTES:
        place -= 1
    return words[place - 1 : place] if place else ""


def _behind(words: str, place: int) -> str:
    """The character behind a place, straight quotes passed over."""
    return words[place : place + 4].lstrip(_QUOTES)[:1]
