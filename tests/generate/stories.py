"""The reporters: one function for each kind of article, writing its blocks in any language."""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from tests.generate.manuscript import Block, headed
from tests.generate.phrases import Writer

MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
MONTHS += ["August", "September", "October", "November", "December"]
_NUMERALS = "一二三四五六七八九"


def news(w: Writer, topic: str, long: bool = False) -> list[Block]:
    """The main form: label, kicker, headline, deck, byline, paragraphs with subheads, jump."""
    rng = w.rng
    blocks = [*_heading(w, topic), *_byline(w)]
    if rng.random() < 0.08:
        blocks.append(Block("jump", w.pick("jump_from")))
    if rng.random() < 0.2:
        blocks.append(Block("editor_note", w.pick("editor_note", "text")))
    signed = any(b.role == "byline" for b in blocks)
    sections = rng.choice([0, 0, 2, 3])
    length = rng.randint(8, 14) if long else rng.randint(3, 7)
    paragraphs = _paragraphs(w, topic, length + sections)
    dated = not signed and rng.random() < 0.6
    if dated:
        paragraphs[0] = w.pick("dateline") + paragraphs[0]
    blocks += _with_subheads(w, topic, paragraphs, sections)
    if not signed and not dated:
        blocks.append(Block("byline", w.pick("byline_end"), alt_roles=("signoff",)))
    if rng.random() < 0.15:
        blocks.append(Block("jump", w.pick("jump")))
    return blocks


def _byline(w: Writer) -> list[Block]:
    return [] if w.rng.random() < 0.25 else [Block("byline", w.pick("byline"))]


def _heading(w: Writer, topic: str) -> list[Block]:
    blocks = []
    if w.rng.random() < 0.35:
        blocks.append(Block("column_label", w.pick("label"), alt_roles=_capitals(w, "kicker")))
    if w.rng.random() < 0.5:
        words = w.pick("topic", topic, "kicker")
        blocks.append(Block("kicker", words, alt_roles=_capitals(w, "column_label")))
    blocks.append(_headline(w, "topic", topic, "headline"))
    if w.rng.random() < 0.4:
        blocks.append(Block("subheadline", w.pick("topic", topic, "deck")))
    return blocks


def _capitals(w: Writer, role: str) -> tuple[str, ...]:
    """English labels and kickers are both a few words in capitals: either reading will do."""
    return (role,) if w.lang == "en" else ()


def _headline(w: Writer, *keys: str) -> Block:
    return headed(w.pick(*keys).split("|"))


def _paragraphs(w: Writer, topic: str, count: int) -> list[str]:
    return [w.between.join(_sentences(w, topic, number)) for number in range(count)]


def _sentences(w: Writer, topic: str, number: int) -> list[str]:
    """On the topic in two paragraphs of three, while it lasts; what any story may say between."""
    sizes = [1, 1, 2, 2] if w.lang == "en" else [1, 2, 2, 3, 3, 4, 5]
    own = ("topic", topic, "sentence")
    said = []
    for _ in range(w.rng.choice(sizes)):
        on_topic = number % 3 != 2 and w.has_fresh(*own)
        said.append(w.pick(*own) if on_topic else w.pick("general"))
    return said


def _with_subheads(w: Writer, topic: str, paragraphs: Sequence[str], sections: int) -> list[Block]:
    step = max(2, len(paragraphs) // (sections + 1)) if sections else len(paragraphs)
    mark = w.rng.choice(["", "", "", "◆", "■ "]) if w.lang != "en" else ""
    numbers = iter(_NUMERALS)
    numbered = w.lang != "en" and w.rng.random() < 0.25
    blocks = []
    for number, paragraph in enumerate(paragraphs):
        if number and number % step == 0 and number < len(paragraphs) - 1:
            words = w.pick("topic", topic, "subhead")
            words = f"{next(numbers)}、{words}" if numbered else mark + words
            blocks.append(Block("subhead", words))
        blocks.append(Block("paragraph", paragraph))
    return blocks


def brief(w: Writer, topic: str) -> list[Block]:
    """A short report: headline, dateline, one to three paragraphs."""
    paragraphs = _paragraphs(w, topic, w.rng.randint(1, 3))
    paragraphs[0] = w.pick("dateline") + paragraphs[0]
    return [_headline(w, "topic", topic, "headline"), *_bodies(paragraphs)]


def _bodies(paragraphs: Sequence[str]) -> list[Block]:
    return [Block("paragraph", words) for words in paragraphs]


def sidebar(w: Writer, topic: str) -> list[Block]:
    """Several briefs under one label."""
    blocks = [Block("column_label", w.pick("brief_label"))]
    for _ in range(w.rng.randint(2, 4)):
        other = w.rng.choice(w.list("topic"))
        blocks.append(headed([w.pick("topic", other, "headline").replace("|", " ")]))
        blocks += _bodies([w.pick("dateline") + _paragraphs(w, other, 1)[0]])
    return blocks


def commentary(w: Writer, topic: str) -> list[Block]:
    """Label, perhaps the expert as kicker, headline, author, paragraphs of opinion."""
    rng = w.rng
    blocks = []
    if rng.random() < 0.8:
        blocks.append(Block("column_label", w.pick("commentary", "label")))
    if rng.random() < 0.3:
        blocks.append(Block("kicker", w.pick("commentary", "kicker")))
    blocks.append(_headline(w, "commentary", "headline"))
    blocks.append(Block("byline", w.pick("commentary", "byline")))
    for _ in range(rng.randint(3, 6)):
        told = w.some(rng.randint(2, 4), "commentary", "sentence")
        blocks.append(Block("paragraph", w.between.join(told)))
    return blocks


def interview(w: Writer, topic: str) -> list[Block]:
    """Questions and answers under 问/答, 记者 and a name, or Q and A."""
    rng = w.rng
    ask, reply = w.pick("interview", "voices").split("|")
    blocks = []
    if rng.random() < 0.6:
        blocks.append(Block("column_label", w.pick("interview", "label")))
    blocks.append(_headline(w, "interview", "headline"))
    blocks += _byline(w)
    blocks.append(Block("paragraph", w.pick("interview", "intro")))
    for _ in range(rng.randint(3, 5)):
        blocks.append(Block("question", ask + w.pick("interview", "question")))
        first, *more = w.some(rng.choice([1, 1, 1, 2]), "interview", "answer")
        blocks.append(Block("answer", reply + first))
        blocks += [Block("answer", a, alt_roles=("paragraph",)) for a in more]
    return blocks


def timeline(w: Writer, topic: str) -> list[Block]:
    """Years as headings, dated items under them, perhaps a compiler's name at the end."""
    rng = w.rng
    w.next_article(subject=w.list("topic", topic, "subject")[0])
    bullet = rng.choice(["●", "●", "●", "■", "◆", "▲", ""])
    blocks = [_headline(w, "timeline", "headline")]
    first = int(w.say("{@:year}")) - rng.randint(5, 11)
    for year in range(first, first + rng.randint(4, 9)):
        blocks.append(Block("timeline_year", str(year) if w.lang == "en" else f"{year}年"))
        for day in _days(rng, w.lang):
            words = day + w.pick("timeline", "item")
            blocks.append(Block("timeline_item", words, bullet=bullet))
    if rng.random() < 0.6:
        sign = w.pick("timeline", "sign")
        blocks.append(Block("signoff", sign, alt_roles=("byline",)))
    return blocks


def _days(rng: Random, lang: str) -> list[str]:
    months = sorted(rng.sample(range(1, 13), rng.randint(1, 4)))
    return [_day(rng, month, lang) for month in months]


def _day(rng: Random, month: int, lang: str) -> str:
    exact = rng.random() < 0.8
    if lang == "en":
        name = MONTHS[month - 1]
        return f"{name} {rng.randint(1, 28)}: " if exact else f"{name}: "
    return f"{month}月{rng.randint(1, 28)}日，" if exact else f"{month}月，"


def listing(w: Writer, topic: str) -> list[Block]:
    """A headline over marked or numbered items, figures most of them."""
    rng = w.rng
    w.next_article(subject=w.list("topic", topic, "subject")[0])
    blocks = [_headline(w, "list", "headline")]
    bullet = rng.choice(["●", "■", "★", ""])
    dot = ". " if w.lang == "en" else rng.choice(["．", "、"])
    for number, words in enumerate(w.some(rng.randint(4, 9), "list", "item"), 1):
        numbered = words if bullet else f"{number}{dot}{words}"
        blocks.append(Block("list_item", numbered, bullet=bullet))
    return blocks


def table(w: Writer, topic: str) -> list[Block]:
    """Rows of figures under a title, the first row their heads; perhaps a paragraph before."""
    rng = w.rng
    columns = rng.randint(3, 4)
    heads = [w.list("table", "head")[0], *rng.sample(w.list("table", "head")[1:], columns - 1)]
    blocks = []
    if rng.random() < 0.5:
        blocks.append(_headline(w, "table", "headline"))
        blocks += _bodies([w.pick("general")])
    blocks.append(Block("table_title", w.pick("table", "title")))
    blocks.append(Block("table_row", " | ".join(heads)))
    for name in rng.sample(w.list("county" if w.lang != "en" else "street"), rng.randint(3, 4)):
        cells = [_figure(rng) for _ in range(columns - 1)]
        blocks.append(Block("table_row", " | ".join([name, *cells])))
    if rng.random() < 0.5:
        source = w.pick("table", "source")
        blocks.append(Block("signoff", source, alt_roles=("byline", "paragraph")))
    return blocks


def _figure(rng: Random) -> str:
    return rng.choice(
        [f"{rng.randint(1, 99)}", f"{rng.uniform(1, 99):.1f}", f"{rng.randint(100, 9999)}"]
    )


def poem(w: Writer, topic: str) -> list[Block]:
    """A headline, the poet, verse lines."""
    verses = w.some(w.rng.randint(8, 16), "poem", "line")
    poet = Block("byline", w.say("{person}"))
    return [_headline(w, "poem", "headline"), poet, *(Block("poem_line", v) for v in verses)]


def notice(w: Writer, topic: str) -> list[Block]:
    """A public notice with who signs it."""
    words = w.some(w.rng.randint(2, 3), "notice", "sentence")
    sign = Block("signoff", w.pick("notice", "sign"), alt_roles=("byline",))
    return [_headline(w, "notice", "headline"), *_bodies([w.between.join(words)]), sign]


def weather(w: Writer, topic: str) -> list[Block]:
    """The forecast, a paragraph a day."""
    days = w.some(w.rng.randint(2, 3), "weather", "sentence")
    return [_headline(w, "weather", "headline"), *_bodies(days)]


def post(w: Writer, topic: str) -> list[Block]:
    """An article as people type it: a title, paragraphs under subheads, a list, a table."""
    blocks = [headed([w.pick("topic", topic, "headline").replace("|", " ")])]
    blocks += _bodies(_paragraphs(w, topic, 2))
    blocks.append(Block("subhead", w.pick("topic", topic, "subhead")))
    blocks += _bodies(_paragraphs(w, topic, 1))
    items = w.some(w.rng.randint(3, 6), "list", "item")
    blocks += [Block("list_item", item, bullet="-") for item in items]
    blocks.append(Block("subhead", w.pick("topic", topic, "subhead")))
    blocks += _bodies(_paragraphs(w, topic, 2))
    rows = [b for b in table(w, topic) if b.role == "table_row"]
    return blocks + (rows if w.rng.random() < 0.5 else [])


def photo(w: Writer, topic: str) -> list[Block]:
    """A caption and who took the picture."""
    credit = Block("photo_credit", w.pick("credit"))
    return [Block("caption", w.pick("topic", topic, "caption")), credit]


REPORTERS: dict[str, Callable[[Writer, str], list[Block]]] = {
    "news": news,
    "feature": partial(news, long=True),
    "brief": brief,
    "sidebar": sidebar,
    "commentary": commentary,
    "interview": interview,
    "timeline": timeline,
    "list": listing,
    "table": table,
    "poem": poem,
    "notice": notice,
    "weather": weather,
    "photo": photo,
    "post": post,
}
