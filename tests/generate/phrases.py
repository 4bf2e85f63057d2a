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

Inventory = Mapping[str, object]


@cache
def inventory(name: str) -> Inventory:
    """One TOML file of words/, by name."""
    path = Path(__file__).with_name("words") / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def phrases(found: Inventory, *keys: str) -> Sequence[str]:
    """The list of phrases that the keys lead to."""
    value: object = found
    for key in keys:
        assert isinstance(value, Mapping), keys
        value = value[key]
    assert isinstance(value, list), keys
    return value


class Writer:
    """Says phrases for one page; it remembers what it said on the page and in the article."""

    def __init__(self, rng: Random, found: Inventory, page: Mapping[str, str]) -> None:
        self.rng = rng
        self._found = found
        self._page = dict(page)
        self._article: dict[str, str] = {}
        self._used: set[str] = set()

    def next_article(self, **names: str) -> None:
        """Forget who was who in the article before; `names` are known from the start."""
        self._article = dict(names)

    def name(self, key: str) -> str:
        """What the article calls `a:person`, or the page `@:city`."""
        return self.say("{" + key + "}")

    def say(self, phrase: str) -> str:
        """The phrase with everything it calls."""
        return _CALL.sub(self._called, phrase)

    def pick(self, choices: Sequence[str]) -> str:
        """One of the phrases, said; a fresh one if any is left."""
        fresh = [c for c in choices if c not in self._used]
        chosen = self.rng.choice(fresh or choices)
        self._used.add(chosen)
        return self.say(chosen)

    def some(self, choices: Sequence[str], count: int) -> list[str]:
        """That many phrases, different as long as they last."""
        return [self.pick(choices) for _ in range(count)]

    def _called(self, call: re.Match[str]) -> str:
        scope, key, low, high = call.groups()
        if low is not None:
            return self._number(key, int(low), int(high))
        if scope is None:
            return self._fresh(key)
        memory = self._page if scope == "@" else self._article
        slot = key if scope == "@" else f"{scope}:{key}"
        if slot not in memory:
            memory[slot] = self._fresh(key)
        return memory[slot]

    def _fresh(self, key: str) -> str:
        known = self._article.get(key) or self._page.get(key)
        return known or self.say(self.rng.choice(phrases(self._found, key)))

    def _number(self, key: str, low: int, high: int) -> str:
        whole = str(self.rng.randint(low, high))
        return f"{whole}.{self.rng.randint(1, 9)}" if key == "dec" else whole
