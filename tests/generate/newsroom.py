"""The make-up editor: decide from the seed what stands on a page and how it is set."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.generate.folio import NO_FOLIO, folio
from tests.generate.manuscript import Article, Block, Manuscript
from tests.generate.phrases import Writer, inventory
from tests.generate.stories import REPORTERS

_HAN_MEASURES = [
    11,
    12,
    13,
    13,
    14,
    14,
    15,
    15,
    16,
    16,
    16,
    17,
    18,
    19,
    19.5,
    20,
    21,
    22,
    24,
    25,
    26,
]
_LATIN_MEASURES = [22, 24, 26, 28, 30, 32, 34, 36, 36, 38, 40, 42, 44, 48]
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


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of page: articles it must carry, how many more drawn from which, who reads it.

    `engine`: "poor", "tesseract", "clean" (no residue at all) or "markdown" (a typed article).
    """

    first: tuple[str, ...]
    more: tuple[int, int]
    draw: tuple[str, ...]
    lang: str = "zh-Hans"
    engine: str = "poor"


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
    "figures": Profile(("table",), (1, 3), ("list", "table", "news", "brief")),
    "traditional": Profile(("news",), (1, 4), (*_MIXED, "list", "table", "notice"), "zh-Hant"),
    "english": Profile(("news",), (1, 4), (*_MIXED, "list", "table", "weather"), "en"),
    "tesseract": Profile(("news",), (1, 3), _MIXED, engine="tesseract"),
    "tesseract-en": Profile(("news",), (1, 3), _MIXED, "en", "tesseract"),
    "clean": Profile(("news",), (0, 3), (*_MIXED, "list", "table"), engine="clean"),
    "clean-en": Profile(("news",), (0, 3), (*_MIXED, "list", "table"), "en", "clean"),
    "markdown": Profile(("post",), (0, 0), ("post",), engine="markdown"),
    "markdown-en": Profile(("post",), (0, 0), ("post",), "en", "markdown"),
}


def manuscript(rng: Random, profile: Profile) -> Manuscript:
    """The whole page as printed."""
    day = any_day(rng)
    w = Writer(rng, profile.lang, world(rng, profile.lang, day))
    punctuation = any_punctuation(rng, profile.lang)
    told = articles(w, profile)
    lines = NO_FOLIO if profile.engine == "markdown" else folio(w, day)
    return Manuscript(profile.lang, punctuation, lines, told)


def any_day(rng: Random) -> date:
    """A day of publication."""
    return date(2014, 1, 1) + timedelta(days=rng.randrange(4000))


def articles(w: Writer, profile: Profile) -> tuple[Article, ...]:
    """What stands on a page, in the order of reading."""
    rng = w.rng
    kinds = [*profile.first, *(rng.choice(profile.draw) for _ in range(rng.randint(*profile.more)))]
    topics = _topics(w, len(kinds))
    told = [_article(w, kind, topic) for kind, topic in zip(kinds, topics, strict=True)]
    return tuple(_photos_within(rng, told))


def any_punctuation(rng: Random, lang: str) -> str:
    """How wide the marks are set."""
    if lang == "en":
        return "latin"
    return rng.choice(
        ["kaiming", "kaiming", "kaiming", "full"] if lang == "zh-Hans" else ["kaiming", "full"]
    )


def _topics(w: Writer, count: int) -> list[str]:
    """A different topic for each article, while they last."""
    known = list(w.list("topic"))
    w.rng.shuffle(known)
    return [known[n % len(known)] for n in range(count)]


def world(rng: Random, lang: str, day: date) -> dict[str, str]:
    """What phrases may call from the start: the city, the day and the days before."""
    cities = inventory(lang)["city"]
    assert isinstance(cities, list)
    city = str(rng.choice(cities))
    before = [day - timedelta(days=rng.randint(1, 9)) for _ in range(4)]
    recent = {f"day{n}": f"{d.month}月{d.day}日" for n, d in enumerate(before, 1)}
    return recent | {
        "city": city,
        "CITY": city.upper(),
        "cityname": city.removesuffix("市"),
        "year": str(day.year),
        "lastyear": str(day.year - 1),
        "nextyear": str(day.year + 1),
        "today": f"{day.month}月{day.day}日",
        "dayno": str(day.day - 1 or day.day),
    }


def _article(w: Writer, kind: str, topic: str) -> Article:
    w.next_article()
    blocks = tuple(REPORTERS[kind](w, topic))
    measure = None if kind in {"photo", "poem"} else float(w.rng.choice(_measures(w.lang, kind)))
    columns = {"news": 4, "feature": 5, "timeline": 1}.get(kind, 2)
    return Article(kind, blocks, measure, w.rng.randint(1, columns))


def _measures(lang: str, kind: str) -> list[float]:
    known: list[float] = list(_LATIN_MEASURES if lang == "en" else _HAN_MEASURES)
    middle = sorted(known)[len(known) // 2]
    if kind in {"brief", "sidebar", "notice", "weather"}:
        return [m for m in known if m <= middle + 1]
    if kind in {"timeline", "commentary", "list"}:
        return [m for m in known if m >= middle - 1]
    return known


def _photos_within(rng: Random, articles: list[Article]) -> list[Article]:
    """Some photographs stand inside the story before them: their words become its blocks."""
    told: list[Article] = []
    for article in articles:
        host = told[-1] if told else None
        fits = host is not None and host.kind in {"news", "feature"} and article.kind == "photo"
        if host and fits and rng.random() < 0.35:
            told[-1] = _with_photo(rng, host, article.blocks)
        else:
            told.append(article)
    return told


def _with_photo(rng: Random, host: Article, photo: tuple[Block, ...]) -> Article:
    bodies = [i for i, b in enumerate(host.blocks) if b.role == "paragraph"]
    at = rng.choice([*bodies[1:], len(host.blocks)])
    return replace(host, blocks=host.blocks[:at] + photo + host.blocks[at:])
