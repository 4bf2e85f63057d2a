"""Phrases that call phrases: the small grammar in which the invented papers are written.

The notation stands at the head of words/zh-Hans.toml. Choices are made from one seeded source;
a phrase that was used on a page is not used again there while others are left.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

_CALL = re.compile(r"\{(?:([@0-9a-z]):)?(\w+)(?: (\S+) (\S+?))?\}")


@cache
def inventory(name: str) -> Mapping[str, object]:
    """One TOML file of words/, by name."""
    path = Path(__file__).with_name("words") / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


class Writer:
    """Writes one page in one language; it remembers what was said on the page and in the article.

    `world` holds what `@:` names call from the start: the city, the day and the days before.
    """

    def __init__(self, rng: Random, lang: str, world: Mapping[str, str]) -> None:
        self.rng = rng
        self.lang = lang
        self.between = " " if lang == "en" else ""
        self._inventory = inventory(lang)
        self._page = dict(world)
        self._article: dict[str, str] = {}
        self._used: set[str] = set()

    def next_article(self, **names: str) -> None:
        """Forget who was who in the article before; `names` are known from the start."""
        self._article = dict(names)

    def list(self, *keys: str) -> Sequence[str]:
        """The phrases that the keys lead to."""
        value: object = self._inventory
        for key in keys:
            assert isinstance(value, Mapping), keys
            value = value[key]
        return tuple(value) if isinstance(value, list | dict) else ()

    def say(self, phrase: str) -> str:
        """The phrase with everything it calls."""
        return _CALL.sub(self._called, phrase)

    def pick(self, *keys: str) -> str:
        """One of the phrases under the keys, said; a fresh one if any is left."""
        return self.one_of(self.list(*keys))

    def some(self, count: int, *keys: str) -> Sequence[str]:
        """That many phrases, different as long as they last."""
        return [self.pick(*keys) for _ in range(count)]

    def one_of(self, choices: Sequence[str]) -> str:
        """One of the phrases, said; a fresh one if any is left."""
        chosen = self.rng.choice(self._fresh(choices) or choices)
        self._used.add(chosen)
        return self.say(chosen)

    def has_fresh(self, *keys: str) -> bool:
        """Whether something under the keys was not yet said on the page."""
        return bool(self._fresh(self.list(*keys)))

    def _fresh(self, choices: Sequence[str]) -> Sequence[str]:
        return [c for c in choices if c not in self._used]

    def _called(self, call: re.Match[str]) -> str:
        scope, key, low, high = call.groups()
        if low is not None:
            return self._number(key, int(low), int(high))
        if scope is None:
            return self._article.get(key) or self._page.get(key) or self.pick(key)
        memory = self._page if scope == "@" else self._article
        slot = key if scope == "@" else f"{scope}:{key}"
        if slot not in memory:
            memory[slot] = self.pick(key)
        return memory[slot]

    def _number(self, key: str, low: int, high: int) -> str:
        whole = str(self.rng.randint(low, high))
        return f"{whole}.{self.rng.randint(1, 9)}" if key == "dec" else whole
