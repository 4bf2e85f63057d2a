"""The make-up editor: decide from the seed what stands on a page and how it is set."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.generate import stories
from tests.generate.folio import chinese_folio
from tests.generate.manuscript import Article, Block, Manuscript
from tests.generate.phrases import Writer, inventory, phrases

MEASURES = [11, 12, 13, 13, 14, 14, 15, 15, 16, 16, 16, 17, 18, 19, 19.5, 20, 21, 22, 24, 25, 26]


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of page: the articles it must carry, how many more, and the kinds to draw from."""

    first: tuple[str, ...]
    more: tuple[int, int]
    draw: tuple[str, ...]
    lang: str = "zh-Hans"
    tags: tuple[str, ...] = field(default=())


_MIXED = (
    "news",
    "news",
    "brief",
    "brief",
    "commentary",
    "timeline",
    "interview",
    "photo",
    "sidebar",
)
PROFILES: dict[str, Profile] = {
    "mixed": Profile(("news",), (1, 4), _MIXED),
    "real": Profile(("news", "timeline", "commentary", "photo"), (0, 0), _MIXED),
    "feature": Profile(("feature",), (0, 1), ("photo",)),
    "crowded": Profile(("news", "brief", "brief", "photo"), (4, 10), _MIXED),
    "interview": Profile(("interview",), (0, 2), ("brief", "commentary", "photo")),
    "chronicle": Profile(("timeline",), (0, 2), ("brief", "photo", "commentary")),
    "service": Profile(
        ("list", "notice"), (1, 4), ("weather", "notice", "brief", "sidebar", "list")
    ),
    "culture": Profile(("poem",), (1, 3), ("commentary", "poem", "feature")),
}


def manuscript(rng: Random, profile: Profile) -> Manuscript:
    """The whole page as printed."""
    day = date(2014, 1, 1) + timedelta(days=rng.randrange(4000))
    w = Writer(rng, inventory("zh-Hans"), _world(rng, day))
    punctuation = rng.choice(["kaiming", "kaiming", "kaiming", "full"])
    kinds = [*profile.first, *(rng.choice(profile.draw) for _ in range(rng.randint(*profile.more)))]
    articles = [_article(w, kind) for kind in kinds]
    articles = _photos_within(rng, articles)
    return Manuscript(profile.lang, punctuation, chinese_folio(w, day), tuple(articles))


def _world(rng: Random, day: date) -> dict[str, str]:
    city = rng.choice(phrases(inventory("zh-Hans"), "city"))
    before = day - timedelta(days=rng.randint(1, 9))
    return {
        "city": city,
        "cityname": city.removesuffix("市"),
        "year": str(day.year),
        "lastyear": str(day.year - 1),
        "nextyear": str(day.year + 1),
        "today": f"{day.month}月{day.day}日",
        "recent": f"{before.month}月{before.day}日",
    }


def _article(w: Writer, kind: str) -> Article:
    rng = w.rng
    topic = rng.choice(stories.topics())
    w.next_article()
    blocks = tuple(stories.REPORTERS[kind](w, topic))
    measure = None if kind in {"photo", "poem"} else float(rng.choice(_measures(kind)))
    columns = {"news": 4, "feature": 5, "timeline": 1}.get(kind, 2)
    return Article(kind, blocks, measure, rng.randint(1, columns))


def _measures(kind: str) -> list[float]:
    if kind in {"brief", "sidebar", "notice", "weather"}:
        return [m for m in MEASURES if m <= 18]
    if kind in {"timeline", "commentary", "list"}:
        return [m for m in MEASURES if m >= 15]
    return list(MEASURES)


def _photos_within(rng: Random, articles: list[Article]) -> list[Article]:
    """Some photographs stand inside the story before them: their words become its blocks."""
    told: list[Article] = []
    for article in articles:
        host = told[-1] if told else None
        if (
            article.kind == "photo"
            and host
            and host.kind in {"news", "feature"}
            and rng.random() < 0.35
        ):
            told[-1] = _with_photo(rng, host, article.blocks)
        else:
            told.append(article)
    return told


def _with_photo(rng: Random, host: Article, photo: tuple[Block, ...]) -> Article:
    bodies = [i for i, b in enumerate(host.blocks) if b.role == "paragraph"]
    at = rng.choice([*bodies[1:], len(host.blocks)])
    blocks = host.blocks[:at] + photo + host.blocks[at:]
    return Article(host.kind, blocks, host.measure, host.columns)
