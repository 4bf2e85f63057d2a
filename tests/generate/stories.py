"""The reporters: one function for each kind of article in Chinese, writing its blocks."""

from collections.abc import Callable
from random import Random

from tests.generate.manuscript import Block, headed
from tests.generate.phrases import Writer, inventory, phrases

_COMMON = "zh-Hans"
_KINDS = inventory("zh-kinds")


def topics() -> tuple[str, ...]:
    """What the papers write about."""
    found = inventory(_COMMON)["topic"]
    assert isinstance(found, dict)
    return tuple(found)


def of_kind(kind: str, key: str) -> list[str]:
    """The phrases said only in this kind of article."""
    return list(phrases(_KINDS, kind, key))


def on(topic: str, key: str) -> list[str]:
    """The phrases said only on this topic."""
    return list(phrases(inventory(_COMMON), "topic", topic, key))


def news(w: Writer, topic: str) -> list[Block]:
    """The main form: label, kicker, headline, deck, byline, paragraphs with subheads, jump."""
    rng = w.rng
    blocks = [*_heading(w, topic, grand=True), *_byline(w)]
    if rng.random() < 0.2:
        blocks.append(Block("editor_note", w.pick(of_kind("editor_note", "text"))))
    sections = rng.choice([0, 0, 2, 3])
    count = rng.randint(3, 7) + sections
    paragraphs = _paragraphs(w, topic, count)
    if not any(b.role == "byline" for b in blocks) and rng.random() < 0.6:
        paragraphs[0] = _dateline(w) + paragraphs[0]
    blocks += _with_subheads(w, topic, paragraphs, sections)
    if not any(b.role == "byline" for b in blocks) and "讯" not in paragraphs[0][:6]:
        blocks.append(Block("byline", w.say(rng.choice(_AT_THE_END)), alt_roles=("signoff",)))
    if rng.random() < 0.15:
        blocks.append(Block("jump", rng.choice(_JUMPS)))
    return blocks


_AT_THE_END = [
    "（本报记者 {person}）",
    "（{person}）",
    "（记者 {person} 通讯员 {person}）",
    "记者 {person} 报道",
    "{person} {person}",
]
_JUMPS = ["（下转第3版）", "（下转第四版）", "下转第2版", "（下转A06版）", "►下转04版"]
_BYLINES = [
    "本报记者 {person}",
    "本报记者 {person}",
    "本报记者 {person} 通讯员 {person}",
    "本报记者 {person} {person}",
    "记者 {person}",
    "□ 本报记者 {person}",
    "□本报记者 {person} 通讯员 {person}",
    "本报记者 {person} 实习生 {person}",
    "本报记者 {person}/文 {person}/图",
    "通讯员 {person} {person}",
    "{person}",
    "本报首席记者 {person}",
    "文/本报记者 {person}",
]
_DATELINES = [
    "本报讯（记者 {person}）",
    "本报讯（记者 {person} 通讯员 {person}）",
    "本报{@:today}讯（记者{person}）",
    "本报讯 ",
    "新华社北京{@:today}电（记者 {person}、{person}）",
    "新华社{@:cityname}{@:today}电 ",
    "据新华社北京{@:today}电 ",
]


def _dateline(w: Writer) -> str:
    return w.say(w.rng.choice(_DATELINES))


def _byline(w: Writer) -> list[Block]:
    if w.rng.random() < 0.25:
        return []
    return [Block("byline", w.say(w.rng.choice(_BYLINES)))]


def _heading(w: Writer, topic: str, grand: bool) -> list[Block]:
    rng = w.rng
    blocks = []
    if grand and rng.random() < 0.35:
        blocks.append(Block("column_label", w.pick(phrases(inventory(_COMMON), "label"))))
    if grand and rng.random() < 0.5:
        blocks.append(Block("kicker", w.pick(on(topic, "kicker"))))
    blocks.append(headed(w.pick(on(topic, "headline")).split("|")))
    if grand and rng.random() < 0.4:
        blocks.append(Block("subheadline", w.pick(on(topic, "deck"))))
    return blocks


def _paragraphs(w: Writer, topic: str, count: int) -> list[str]:
    own, general = on(topic, "sentence"), list(phrases(inventory(_COMMON), "general"))
    told = []
    for number in range(count):
        size = w.rng.choice([1, 2, 2, 2, 3, 3, 4])
        sentences = w.some(own, size) if number % 3 != 2 else w.some(general, size)
        if w.rng.random() < 0.5:
            sentences[-1] = w.pick(general)
        told.append("".join(sentences))
    return told


def _with_subheads(w: Writer, topic: str, paragraphs: list[str], sections: int) -> list[Block]:
    places: set[int] = set()
    if sections:
        step = max(2, len(paragraphs) // (sections + 1))
        places = set(range(step, len(paragraphs) - 1, step))
    mark = w.rng.choice(["", "", "", "◆", "■ "])
    numbers = iter("一二三四五六七八九")
    style = w.rng.choice(["plain", "plain", "numbered", "paired"])
    blocks = []
    for number, paragraph in enumerate(paragraphs):
        if number in places:
            words = w.pick(on(topic, "subhead"))
            words = f"{next(numbers)}、{words}" if style == "numbered" else mark + words
            blocks.append(Block("subhead", words))
        blocks.append(Block("paragraph", paragraph))
    return blocks


def brief(w: Writer, topic: str) -> list[Block]:
    """A short report: headline, dateline, one to three paragraphs."""
    paragraphs = _paragraphs(w, topic, w.rng.randint(1, 3))
    paragraphs[0] = _dateline(w) + paragraphs[0]
    return [*_heading(w, topic, grand=False), *(Block("paragraph", p) for p in paragraphs)]


def sidebar(w: Writer, topic: str) -> list[Block]:
    """Several briefs under one label."""
    blocks = [Block("column_label", w.rng.choice(["简讯", "短讯", "图说新闻", "速览", "要闻速递"]))]
    for _ in range(w.rng.randint(2, 4)):
        other = w.rng.choice(topics())
        blocks.append(headed([w.pick(on(other, "headline")).replace("|", " ")]))
        blocks.append(Block("paragraph", _dateline(w) + _paragraphs(w, other, 1)[0]))
    return blocks


def commentary(w: Writer, topic: str) -> list[Block]:
    """Label, perhaps the expert as kicker, headline, author, paragraphs of opinion."""
    rng = w.rng
    blocks = []
    if rng.random() < 0.8:
        blocks.append(Block("column_label", w.pick(of_kind("commentary", "label"))))
    if rng.random() < 0.3:
        blocks.append(Block("kicker", w.pick(of_kind("commentary", "kicker"))))
    blocks.append(headed([w.pick(of_kind("commentary", "headline"))]))
    blocks.append(
        Block(
            "byline",
            w.say(rng.choice(["{person}", "本报评论员", "□ {person}", "本报记者 {person}"])),
        )
    )
    for _ in range(rng.randint(3, 6)):
        said = w.some(of_kind("commentary", "sentence"), rng.randint(2, 4))
        blocks.append(Block("paragraph", "".join(said)))
    return blocks


def interview(w: Writer, topic: str) -> list[Block]:
    """Questions and answers under 问/答, 记者 and a name, or Q and A."""
    rng = w.rng
    name = w.name("p:person")
    ask, reply = rng.choice(
        [
            ("问：", "答："),
            ("记者：", f"{name}："),
            ("记者：", "答："),
            ("Q：", "A："),
            ("问：", f"{name}："),
        ]
    )
    blocks = (
        [Block("column_label", w.pick(of_kind("interview", "label")))] if rng.random() < 0.6 else []
    )
    blocks.append(headed(w.pick(of_kind("interview", "headline")).split("|")))
    blocks += _byline(w)
    blocks.append(Block("paragraph", w.pick(of_kind("interview", "intro"))))
    for _ in range(rng.randint(3, 6)):
        blocks.append(Block("question", ask + w.pick(of_kind("interview", "question"))))
        answers = w.some(of_kind("interview", "answer"), rng.randint(1, 2))
        blocks.append(Block("answer", reply + answers[0]))
        blocks += [Block("answer", a, alt_roles=("paragraph",)) for a in answers[1:]]
    return blocks


def timeline(w: Writer, topic: str) -> list[Block]:
    """Years as headings, dated items under them, perhaps a compiler's name at the end."""
    rng = w.rng
    w.next_article(subject=on(topic, "subject")[0])
    bullet = rng.choice(["●", "●", "●", "■", "◆", "▲", ""])
    blocks = [headed([w.pick(of_kind("timeline", "headline"))])]
    first = int(w.name("@:year")) - rng.randint(5, 11)
    for year in range(first, first + rng.randint(4, 9)):
        blocks.append(Block("timeline_year", f"{year}年"))
        for day in _days(rng):
            words = f"{day}，{w.pick(of_kind('timeline', 'item'))}"
            blocks.append(Block("timeline_item", words, bullet=bullet))
    if rng.random() < 0.6:
        sign = w.say(
            rng.choice(["（{person} 整理）", "（本报记者 {person} 整理）", "（据市档案馆资料）"])
        )
        blocks.append(Block("signoff", sign, alt_roles=("byline",)))
    return blocks


def _days(rng: Random) -> list[str]:
    months = sorted(rng.sample(range(1, 13), rng.randint(1, 4)))
    return [f"{m}月" if rng.random() < 0.2 else f"{m}月{rng.randint(1, 28)}日" for m in months]


def listing(w: Writer, topic: str) -> list[Block]:
    """A headline over marked or numbered items."""
    rng = w.rng
    w.next_article(subject=on(topic, "subject")[0])
    blocks = [headed([w.pick(of_kind("list", "headline"))])]
    style = rng.choice(["●", "■", "★", "numbered"])
    for number in range(1, rng.randint(4, 9)):
        words = w.pick(of_kind("list", "item"))
        if style == "numbered":
            blocks.append(Block("list_item", f"{number}．{words}"))
        else:
            blocks.append(Block("list_item", words, bullet=style))
    return blocks


def poem(w: Writer, topic: str) -> list[Block]:
    """A headline, the poet, verse lines."""
    blocks = [headed([w.pick(of_kind("poem", "headline"))]), Block("byline", w.say("{person}"))]
    verses = w.some(of_kind("poem", "line"), w.rng.randint(8, 16))
    return [*blocks, *(Block("poem_line", verse) for verse in verses)]


def notice(w: Writer, topic: str) -> list[Block]:
    """A public notice with who signs it."""
    words = w.some(of_kind("notice", "sentence"), w.rng.randint(2, 3))
    return [
        headed([w.pick(of_kind("notice", "headline"))]),
        Block("paragraph", "".join(words)),
        Block("signoff", w.pick(of_kind("notice", "sign")), alt_roles=("byline",)),
    ]


def weather(w: Writer, topic: str) -> list[Block]:
    """The forecast, a paragraph a day."""
    days = w.some(of_kind("weather", "sentence"), w.rng.randint(2, 4))
    return [
        headed([w.pick(of_kind("weather", "headline"))]),
        *(Block("paragraph", d) for d in days),
    ]


def photo(w: Writer, topic: str) -> list[Block]:
    """A caption and who took the picture."""
    credit = w.say(w.rng.choice(_CREDITS))
    return [Block("caption", w.pick(on(topic, "caption"))), Block("photo_credit", credit)]


_CREDITS = [
    "本报记者 {person} 摄",
    "本报记者 {person} 摄",
    "{person} 摄",
    "（{person} 摄）",
    "记者 {person} 摄影报道",
    "新华社记者 {person} 摄",
    "（资料图片）",
    "通讯员 {person} {person} 摄",
]

Reporter = Callable[[Writer, str], list[Block]]
REPORTERS: dict[str, Reporter] = {
    "news": news,
    "feature": news,
    "brief": brief,
    "sidebar": sidebar,
    "commentary": commentary,
    "interview": interview,
    "timeline": timeline,
    "list": listing,
    "poem": poem,
    "notice": notice,
    "weather": weather,
    "photo": photo,
}
