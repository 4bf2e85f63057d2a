"""Whole issues: pages of one paper and day, with stories that jump from one page to a later one.

A story that jumps is cut between two of its paragraphs or inside one. Its first part ends with a
line that names the other page; there its rest begins with a line that names the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.generate.folio import Place, folio
from tests.generate.manuscript import Article, Block, Folio, Manuscript, headed
from tests.generate.newsroom import (
    PROFILES,
    Profile,
    any_day,
    any_punctuation,
    articles,
    world,
)
from tests.generate.phrases import Writer
from tests.generate.scan import Generated, scanned

_MOST_PAGES = 16
_LANGUAGES = ["zh-Hans", "zh-Hans", "zh-Hans", "zh-Hant", "en"]
_ENGINES = ["poor", "poor", "poor", "tesseract", "clean"]
_FEWEST_PARAGRAPHS = 4
_SHORTEST_HALF = 20
_MARKS = "，。、；：？！“”‘’（）《》,.;:?!\"'()"

Spot = tuple[int, int]
"""An article: the index of its page, its index on the page."""


@dataclass(frozen=True, slots=True)
class Issue:
    """The pages in their order, and which articles are one: where each begins and goes on."""

    pages: tuple[Generated, ...]
    jumps: tuple[tuple[Spot, Spot], ...]


def issue(seed: int, length: int | None = None) -> Issue:
    """The issue of this seed, of 1 to 16 pages where no length is given."""
    rng = Random(f"issue/{seed}/{length}")
    lang, engine = rng.choice(_LANGUAGES), rng.choice(_ENGINES)
    count = length or rng.randint(1, _MOST_PAGES)
    press = _Press(rng, lang, any_day(rng))
    plain = [press.page(rng.choice(_kinds(lang))) for _ in range(count)]
    folios = [press.folio(number) for number in range(1, count + 1)]
    told, jumps = press.jumped(plain, [str(each.facts["page"]) for each in folios])
    punctuation = any_punctuation(rng, lang)
    copies = [Manuscript(lang, punctuation, *each) for each in zip(folios, told, strict=True)]
    pages = [
        scanned(rng, copy, engine, f"i{seed}p{number}", ("issue", lang, punctuation))
        for number, copy in enumerate(copies, 1)
    ]
    return Issue(tuple(pages), tuple(jumps))


def _kinds(lang: str) -> list[Profile]:
    return [kind for kind in PROFILES.values() if kind.lang == lang and kind.engine == "poor"]


class _Press:
    """One paper on one day."""

    def __init__(self, rng: Random, lang: str, day: date) -> None:
        self.rng = rng
        self.lang = lang
        self.day = day
        self.world = world(rng, lang, day)
        self.form = rng.random()
        self.paper = self.writer().pick("paper")

    def writer(self, **names: str) -> Writer:
        return Writer(self.rng, self.lang, {**self.world, **names})

    def page(self, kind: Profile) -> list[Article]:
        """The articles of a page; a jump that leads to no page of this issue has no place here."""
        told = articles(self.writer(), kind)
        return [replace(a, blocks=tuple(b for b in a.blocks if b.role != "jump")) for a in told]

    def folio(self, number: int) -> Folio:
        """The folio of a page, in the same form on every page."""
        alike = Writer(Random(self.form), self.lang, self.world)
        return folio(alike, self.day, Place(self.paper, number, self.writer().pick("section")))

    def jumped(
        self, pages: Sequence[Sequence[Article]], labels: Sequence[str]
    ) -> tuple[list[tuple[Article, ...]], list[tuple[Spot, Spot]]]:
        """The pages with some stories cut in two, and where the halves stand."""
        told, jumps = [list(page) for page in pages], []
        for (start, number), goal in self.leaps(pages):
            names = {"onward": labels[goal], "back": labels[start]}
            told[start][number], rest = self.halves(pages[start][number], names)
            jumps.append(((start, number), (goal, len(told[goal]))))
            told[goal].append(rest)
        return [tuple(page) for page in told], jumps

    def leaps(self, pages: Sequence[Sequence[Article]]) -> list[tuple[Spot, int]]:
        """Which stories jump, to which pages: about half of those that can."""
        able = [
            (page, number)
            for page, told in enumerate(pages[:-1])
            for number, article in enumerate(told)
            if _can_jump(article)
        ]
        chosen = sorted(self.rng.sample(able, (len(able) + 1) // 2))
        return [(spot, self.rng.randrange(spot[0] + 1, len(pages))) for spot in chosen]

    def halves(self, story: Article, pages: Mapping[str, str]) -> tuple[Article, Article]:
        """The story on its own page, and what goes on elsewhere, perhaps under a short headline."""
        bodies = [n for n, block in enumerate(story.blocks) if block.role == "paragraph"]
        at = self.rng.choice(bodies[1:-1])
        before, behind = self.cut(story.blocks[at])
        onward = Block("jump", self.writer(there=pages["onward"]).pick("jump_onward"))
        back = Block("jump", self.writer(there=pages["back"]).pick("jump_back"))
        first = (*story.blocks[:at], *before, onward)
        return (
            replace(story, blocks=first),
            replace(story, blocks=(*self.head(story), back, *behind, *story.blocks[at + 1 :])),
        )

    def head(self, story: Article) -> list[Block]:
        heads = [block for block in story.blocks if block.role == "headline"]
        if not heads or self.rng.random() < 0.5:
            return []
        return [headed([(heads[0].parts or (heads[0].text,))[0]])]

    def cut(self, block: Block) -> tuple[list[Block], list[Block]]:
        """A paragraph in two, or all of it on the first page."""
        words = block.text
        spots = [
            n for n in range(_SHORTEST_HALF, len(words) - _SHORTEST_HALF) if _is_open(words, n)
        ]
        if not spots or self.rng.random() < 0.5:
            return [block], []
        at = self.rng.choice(spots)
        halves = words[:at].rstrip(), words[at:].lstrip()
        return [Block("paragraph", halves[0])], [Block("paragraph", halves[1])]


def _is_open(words: str, at: int) -> bool:
    """Whether a line may end here in the middle of a clause; Latin only between words."""
    before, behind = words[at - 1], words[at]
    if before in _MARKS or behind in _MARKS:
        return False
    return before == " " or (not before.isascii() and not behind.isascii())


def _can_jump(article: Article) -> bool:
    bodies = [block for block in article.blocks if block.role == "paragraph"]
    return article.kind in {"news", "feature"} and len(bodies) >= _FEWEST_PARAGRAPHS
