"""The head and foot of a page, read: page number, section, date, weekday, paper, editors."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from layout.model import Editor, Folio, Paragraph
from layout.rebuild.signs import compiled, shows
from layout.rebuild.signs.folio_words import folio_words
from layout.rebuild.signs.head_days import first_day, in_calendar
from layout.rebuild.signs.latin_editors import latin_editors
from layout.rebuild.signs.latin_folio import HeadLine, head_line
from layout.script import LETTER, is_han

_NUMBER = re.compile(
    r"第\s*(?P<a>[A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:版|$)"
    r"|版[次面]\W*(?P<b>[A-Z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
    r"|(?P<f>[A-Z]?[0-9]{1,3})\s*版"
    r"|(?:^|\s)(?P<g>[一二三四五六七八九十]{1,3})版$"
    rf"|(?:^\s*|[|｜丨/／]\s*)(?P<d>[A-Z]?[0-9]{{1,3}})(?=\s|$|[|｜丨·。/／]|(?![年月日]){LETTER}{{2,6}}$)"
    r"|(?:^|\s)(?P<e>[A-Z]?[0-9]{1,3})$"
    rf"|(?<={LETTER})(?P<h>[A-Z]?[0-9]{{1,2}})\s*$",
)
_NUMERIC_DAY = re.compile(r"(?P<y>[12][0-9]{3})[-./](?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})")
_SERIAL = re.compile(
    r"\S*(?:刊号|刊號|出版物号|代号|代號)\S*|(?:今日|本期|共)\S{1,3}[版张張]"
    r"|第[0-9一二三四五六七八九十]{1,2}[张張]|[总總]?第 ?[0-9]+ ?[期号號]|零售\S*"
)
_PAPER = re.compile(rf"{LETTER}{{2,6}}[报報](?![道导導])|{LETTER}{{2,6}}周刊|{LETTER}{{2}}周末")
# A weekly that stands behind the number of a page is a part of the paper.
_WEEKLY_PART = re.compile(rf"(?:版|[0-9])\s*[|｜丨]\s*({LETTER}{{2,6}}周刊)$")
_SECTION = re.compile(
    rf"{LETTER}{{2,8}}(?:·{LETTER}{{2,6}})?|[A-Z][A-Za-z&]*(?: [A-Z&][A-Za-z&]*)*"
)
# Beside the name of a paper the same name may stand in Latin letters.
_HAN_SECTION = re.compile(rf"{LETTER}{{2,8}}")
_NAME = re.compile(rf"(?<!{LETTER}){LETTER}{{1,2}} {LETTER}(?!{LETTER})|(?:{LETTER}|·){{2,4}}")
# An engine takes one of two ones for a letter: Bl2, Bl for B12, B1.
_LETTERED_ONE = re.compile(r"(?<=\b[A-Z])[Il]([0-9]*)(?![0-9A-Za-z])")
_LAST_LETTERS = re.compile(rf"{LETTER}+$")
_OLDEST = 1600
_SHORT_NUMERALS = (("廿", "二十"), ("卅", "三十"), ("元", "一"))
_LATIN_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+")


def folio_of(paragraphs: Sequence[Paragraph]) -> Folio:
    """What the paragraphs of a page's head and foot say."""
    credits_ = "\n".join(p.plain for p in paragraphs if p.role == "editor_credits")
    lines = [p.plain for p in paragraphs if p.role != "editor_credits"]
    told = [_han_line(line) if any(map(is_han, line)) else head_line(line) for line in lines]
    mastheads = [p.plain for p in paragraphs if p.role == "masthead" and any(map(is_han, p.plain))]
    told += [_han_line(line) for line in credits_.split("\n") if any(map(is_han, line))]
    return Folio(
        number=_first(told, "number"),
        section=_first([line for line in told if line.section not in mastheads], "section"),
        day=_first(told, "day"),
        weekday=_first(told, "weekday"),
        paper=_first(told, "paper") or next(iter(mastheads), ""),
        editors=tuple(_made(credits_)) or _foremost(_made("\n".join(lines))),
        paragraphs=tuple(paragraphs),
    )


def _first(told: Sequence[HeadLine], fact: str) -> Any:
    """What the first line that says it says of a fact; nothing if none does."""
    said = [attrgetter(fact)(line) for line in told]
    return next(filter(None, said), getattr(HeadLine(), fact))


def _han_line(words: str) -> HeadLine:
    """What a line with Chinese characters says of its page, before it names who made it."""
    rest = _LETTERED_ONE.sub(_one, _duties().split(words)[0])
    weekday = _weekday().search(rest)
    rest = _weekday().sub(" ", rest)  # its numeral is none of a year that touches it
    day, rest = first_day(rest, (_day(), _NUMERIC_DAY), _date, " ")
    for other in (_lunar(), _SERIAL):
        rest = other.sub(" ", rest)
    paper = None if _WEEKLY_PART.search(rest.rstrip()) else _PAPER.search(rest)
    rest = rest.replace(paper[0], " ") if paper else rest
    number = _NUMBER.search(rest)
    rest = rest[: number.start()] + " " + rest[number.end() :] if number else rest
    section = (_HAN_SECTION if paper else _SECTION).search(rest)
    return HeadLine(
        number=_number(number) if number else "",
        day=day,
        weekday=weekday[0] if weekday else "",
        paper=paper[0].strip() if paper else "",
        section=section[0] if section else "",
    )


def is_broken(words: str, behind: str) -> bool:
    """Whether a day, a weekday or a section is broken where a line ends before another."""
    whole, end = words + behind, len(words)
    section = _LAST_LETTERS.search(whole)
    if len(behind) == 1 and section and shows("section_word", section[0]):
        return True
    days = (day for day in (_day(), _NUMERIC_DAY, _weekday()) if not day.match(behind))
    return any(found.start() < end < found.end() for day in days for found in day.finditer(whole))


@cache
def _weekday() -> re.Pattern[str]:
    return compiled(["<weekday>"])


@cache
def _day() -> re.Pattern[str]:
    """A day by the calendar, or of the Republic: 二〇二四年十月八日, 民國十三年十月八日."""
    return compiled(
        [
            "(?:公[曆历元] ?)?(?:中[華华])?(?P<era>民[國国])? ?(?P<y><numeral>{2,6}|元) ?年 ?"
            "(?P<m><numeral>{1,3}) ?月 ?(?P<d><numeral>{1,3}) ?[日曰]"
        ]
    )


@cache
def _lunar() -> re.Pattern[str]:
    """A day by the moon, or what stands behind the name of its calendar or of its year."""
    return compiled(
        [
            r"<lunar>",
            r"[农農夏阴陰旧舊][历曆]\S*",
            r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S*",
        ]
    )


def _one(found: re.Match[str]) -> str:
    """The figures behind the letter of a page: no paper has more than two of them."""
    return found[1] if len(found[1]) > 1 else f"1{found[1]}"


def _number(found: re.Match[str]) -> str:
    written = next(group for group in found.groups() if group)
    return str(numeral(written)) if written[0] in "一二三四五六七八九十" else written


def numeral(written: str) -> int:
    """The value of digits or Chinese numerals: 二〇二四, 二十四, 廿四, 一百一十二."""
    for short, full in _SHORT_NUMERALS:
        written = written.replace(short, full)
    if written.isdecimal():
        return int(written)
    digits: dict[str, int] = folio_words()["numerals"]
    for unit, value in (("百", 100), ("十", 10)):
        if unit in written:
            many, _, rest = written.partition(unit)
            return value * digits.get(many, 1) + (numeral(rest) if rest else 0)
    return int("".join(str(digits.get(c, c)) for c in written))


def _date(parts: dict[str, str]) -> date | None:
    year = numeral(parts["y"]) + (1911 if parts.get("era") else 0)
    if year < _OLDEST:
        return None  # a year without its century, or without the era it counts from
    return in_calendar(year, numeral(parts["m"]), numeral(parts["d"]))


@cache
def _duties() -> re.Pattern[str]:
    """What those who made the page did, as their names follow it."""
    duties = folio_words()["duties"]
    known = sorted([*duties["words"], *duties["garbled"]], key=len, reverse=True)
    kinds, ends = ("|".join(map(re.escape, duties[name])) for name in ("kinds", "ends"))
    return re.compile(
        "|".join(
            rf"(?<!\w){re.escape(w)}(?=\W)|{re.escape(w)}(?=[:：])" if len(w) < 2 else re.escape(w)
            for w in known
        )
        + rf"|(?<=\s){LETTER}{{2,4}}(?=[:：/／]\s?{LETTER})|(?P<end>(?:{kinds})?(?:{ends}))"
    )


def _foremost(editors: Iterable[Editor]) -> tuple[Editor, ...]:
    """The first name of each duty: what follows it in the same line may be something else."""
    return tuple(next(named) for _, named in groupby(editors, key=lambda editor: editor.duty))


def _made(words: str) -> Iterator[Editor]:
    """Everyone that the lines name, with what they did."""
    return _han_editors(words) if any(map(is_han, words)) else latin_editors(words)


def _han_editors(words: str) -> Iterator[Editor]:
    duties = folio_words()["duties"]
    found = list(_duties().finditer(words))
    for mark, following in zip(found, [*found[1:], None], strict=False):
        if mark["end"]:
            continue
        span = words[mark.end() : following.start() if following else len(words)]
        names = _NAME.findall(span) or _LATIN_NAME.findall(span)
        duty = duties["garbled"].get(mark[0], mark[0])
        yield from (
            Editor(duty, name.replace(" ", "") if _NAME.fullmatch(name) else name) for name in names
        )
