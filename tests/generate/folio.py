"""The page's own lines: number, section, paper, date and editors, in the forms that papers use."""

from datetime import date
from random import Random

from tests.generate.manuscript import Block, Folio, Json
from tests.generate.phrases import Writer, inventory, phrases

WEEKDAYS = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
_DIGITS = "〇一二三四五六七八九"
_EDITOR_ROLES = [
    "编辑",
    "责任编辑",
    "责编",
    "版式",
    "美编",
    "校对",
    "组版",
    "主编",
    "一读",
    "值班主任",
]


def chinese_number(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    digits = "一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else digits[tens - 1] + "十")
    return head + (digits[ones - 1] if ones else "")


def chinese_folio(w: Writer, day: date) -> Folio:
    """The folio of a page in simplified Chinese."""
    rng = w.rng
    letter = rng.choice(["", "", "", "A", "B", "C"])
    number = rng.randint(2, 16)
    page = f"{letter}{number:02d}" if letter or rng.random() < 0.6 else str(number)
    section = w.say(rng.choice(phrases(inventory("zh-Hans"), "section")))
    weekday = WEEKDAYS[day.weekday()]
    paper = w.say("{paper}") if rng.random() < 0.35 else None
    date_text = _date_text(rng, day, weekday)
    editors = _editors(w)
    facts: Json = {
        "paper": paper,
        "page": page,
        "section": section,
        "date": day.isoformat(),
        "date_text": date_text,
        "weekday": weekday if weekday in date_text else None,
        "editors": [{"role": r, "name": n} for r, n in editors],
    }
    blocks = _lines(rng, page, number, section, date_text, paper)
    if editors:
        blocks.append(Block("editor_credits", _editor_line(rng, editors)))
    return Folio(facts, tuple(blocks), below=rng.random() < 0.12)


def _date_text(rng: Random, day: date, weekday: str) -> str:
    plain = f"{day.year}年{day.month}月{day.day}日"
    return rng.choice(
        [f"{plain} {weekday}"] * 4
        + [plain, f"{plain}{weekday}", f"{day.isoformat()} {weekday}", f"{weekday} {plain}"]
        + [f"{day.year}.{day.month}.{day.day} {weekday}", f"{plain} {weekday} 农历{_lunar(rng)}"]
    )


def _lunar(rng: Random) -> str:
    month = rng.choice(["正", "二", "三", "四", "五", "六", "七", "八", "九", "十"])
    return f"{month}月{rng.choice(['初一', '初八', '十五', '廿三', '廿九'])}"


def _editors(w: Writer) -> list[tuple[str, str]]:
    count = w.rng.choice([0, 1, 2, 2, 3, 3])
    roles = w.rng.sample(_EDITOR_ROLES, count)
    return [(role, w.say("{person}")) for role in sorted(roles, key=_EDITOR_ROLES.index)]


def _editor_line(rng: Random, editors: list[tuple[str, str]]) -> str:
    mark = rng.choice([" ", " ", "：", "：", "/"])
    line = " ".join(f"{role}{mark}{name}" for role, name in editors)
    contact = rng.random()
    if contact < 0.12:
        line += f" 电话：0{rng.randint(311, 899)}-{rng.randint(2000000, 8999999)}"
    elif contact < 0.24:
        line += f" 投稿邮箱：{rng.choice(['xwb', 'yaowen', 'zbjyzk', 'fukan'])}@example.com"
    return line


def _lines(
    rng: Random, page: str, number: int, section: str, date_text: str, paper: str | None
) -> list[Block]:
    told = rng.choice(
        [f"{page} | {section}"] * 3
        + [
            f"第{number}版 {section}",
            f"{section} {page}",
            f"{page} {section}",
            f"{section} | {page}",
        ]
        + [f"第{chinese_number(number)}版 {section}", f"{page}版：{section}", f"{page}·{section}"]
    )
    if paper is None:
        return [Block("folio", told), Block("date", date_text)]
    form = rng.random()
    if form < 0.4:
        return [Block("folio", f"{paper} {date_text} {told}")]
    if form < 0.7:
        return [Block("masthead", paper), Block("folio", told), Block("date", date_text)]
    return [Block("folio", told), Block("date", f"{paper} {date_text}")]
