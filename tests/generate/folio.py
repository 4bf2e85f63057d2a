"""The page's own lines: number, section, paper, date and editors, in the forms that papers use."""

from dataclasses import dataclass
from datetime import date

from tests.generate.manuscript import Block, Folio, Json
from tests.generate.phrases import Writer

_WEEKDAYS = "一二三四五六日"
_DIGITS = "一二三四五六七八九"
_FIRST_YEAR_OF_THE_REPUBLIC = 1912


NO_FOLIO = Folio({"page": None, "section": None, "date": None, "weekday": None, "paper": None}, ())


def chinese_number(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else _DIGITS[tens - 1] + "十")
    return head + (_DIGITS[ones - 1] if ones else "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: in which paper, as which of its pages, under which section's name."""

    paper: str
    number: int
    section: str


def folio(w: Writer, day: date, place: Place | None = None) -> Folio:
    """The folio of a page in the writer's language; what the place leaves open is drawn."""
    page, told = _page(w, place.number if place else w.rng.randint(2, 16))
    section = place.section if place else w.pick("section")
    paper = place.paper if place else _paper(w)
    weekday, date_text = _date(w, day)
    editors = _editors(w)
    facts: Json = {
        "paper": paper,
        "page": page,
        "section": section if "{section}" in told else None,
        "date": day.isoformat(),
        "date_text": date_text,
        "weekday": weekday if weekday in date_text else None,
        "editors": [{"role": role, "name": name} for role, name in editors],
    }
    lines = _english if w.lang == "en" else _chinese
    blocks = lines(w, told.format(page=page, section=section), date_text, paper)
    if editors:
        blocks.append(Block("editor_credits", _editor_line(w, editors)))
    return Folio(facts, tuple(blocks), below=w.rng.random() < 0.12)


def _paper(w: Writer) -> str | None:
    return w.pick("paper") if w.rng.random() < (0.7 if w.lang == "en" else 0.35) else None


def _page(w: Writer, number: int) -> tuple[str, str]:
    """The page's name, and a form in which it and its section are printed."""
    rng = w.rng
    if w.lang == "en":
        letter = rng.choice("AAABC")
        return f"{letter}{number}", rng.choice(["{section} | {page}", "{page} {section}", "{page}"])
    letter = rng.choice(["", "", "", "A", "B", "C"])
    page = f"{letter}{number:02d}" if letter or rng.random() < 0.6 else str(number)
    forms = ["{page} | {section}"] * 3 + ["{section} {page}", "{page} {section}"]
    forms += ["{section} | {page}", "{page}版：{section}", "{page}·{section}"]
    if not letter:
        forms += [f"第{number}版 {{section}}", f"第{chinese_number(number)}版 {{section}}"]
    return page, rng.choice(forms)


def _date(w: Writer, day: date) -> tuple[str, str]:
    if w.lang == "en":
        weekday = day.strftime("%A")
        return weekday, f"{weekday}, {day.strftime('%B')} {day.day}, {day.year}"
    weekday = "星期" + _WEEKDAYS[day.weekday()]
    plain = f"{day.year}年{day.month}月{day.day}日"
    forms = [f"{plain} {weekday}"] * 4 + [plain, f"{plain}{weekday}", f"{weekday} {plain}"]
    forms += [f"{day.isoformat()} {weekday}", f"{day.year}.{day.month}.{day.day} {weekday}"]
    if w.lang == "zh-Hant":
        year = day.year - _FIRST_YEAR_OF_THE_REPUBLIC + 1
        republican = f"民國{year}年{day.month}月{day.day}日"
        forms = [f"中華{republican} {weekday}", f"{republican} {weekday}", republican, forms[0]]
    else:
        forms.append(f"{plain} {weekday} 农历{w.rng.choice('三五六八九')}月{w.rng.choice(_LUNAR)}")
    return weekday, w.rng.choice(forms)


_LUNAR = ["初一", "初八", "十五", "廿三", "廿九"]


def _editors(w: Writer) -> list[tuple[str, str]]:
    roles = w.list("editor_role")
    chosen = w.rng.sample(roles, w.rng.choice([0, 1, 2, 2, 3, 3]))
    return [(role, w.say("{person}")) for role in sorted(chosen, key=roles.index)]


def _editor_line(w: Writer, editors: list[tuple[str, str]]) -> str:
    mark = ": " if w.lang == "en" else w.rng.choice([" ", " ", "：", "：", "/"])
    words = [f"{role}{mark}{name}" for role, name in editors]
    if w.rng.random() < 0.25:
        words.append(w.pick("editor_contact"))
    return " ".join(words)


def _chinese(w: Writer, told: str, date_text: str, paper: str | None) -> list[Block]:
    form = w.rng.random()
    if paper is None:
        return [Block("folio", told), Block("date", date_text)]
    if form < 0.4:
        return [Block("folio", f"{paper} {date_text} {told}")]
    if form < 0.7:
        return [Block("masthead", paper), Block("folio", told), Block("date", date_text)]
    return [Block("folio", told), Block("date", f"{paper} {date_text}")]


def _english(w: Writer, told: str, date_text: str, paper: str | None) -> list[Block]:
    form = w.rng.random()
    if paper and form < 0.5:
        return [Block("folio", f"{paper.upper()} | {date_text.upper()} | {told}")]
    if paper and form < 0.75:
        return [Block("masthead", paper), Block("folio", told), Block("date", date_text)]
    words = f"{paper} | {date_text}" if paper else date_text
    return [Block("folio", told), Block("date", words)]
