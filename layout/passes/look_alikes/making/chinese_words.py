"""Make `words.txt` and `folds.txt`, the Chinese lexicon: run with the paths DICT and CHARACTERS.

DICT is `dict.txt` of the package jieba 0.42.1 (MIT licence): words with their frequency in some 60
million and their kind. CHARACTERS is `TSCharacters.txt` of OpenCC (Apache licence 2.0), as in the
package opencc-python-reimplemented 0.1.7: traditional characters with their simplified ones. Kept
are words of two to four characters that are not rare, of the longer ones only those that their
parts do not tell, and no persons: most of the list's are out of novels. What newspapers write
besides is in `newspaper.toml`. A word of which the list tells no count has a count of three there:
many are rare, many only came in late, as 送出 did.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

from layout.passes.look_alikes.lexicon import LETTERS, LONGEST, UNCOUNTED
from layout.passes.look_alikes.names import family_names

DATA = Path(__file__).parents[1] / "data"
RAREST, RAREST_LONG = 3, 10
SURE = LETTERS[10]
UNKNOWN = 3  # the count of a word that nobody counted
DOUBTFUL = 7  # rarer ones may be misprints themselves, and newer ones are more common than that
TELLING = 1.0  # nats by which a long word must be likelier than its likeliest parts
PLACES = frozenset({"ns", "nt"})
PEOPLE = frozenset({"nr", "nrt", "nrfg"})
_HAN = range(0x4E00, 0xA000)
Letters = dict[str, str]
Newspaper = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the source."""

    word: str
    count: int
    kind: str

    @property
    def letter(self) -> str:
        """How common it is: half nats, a capital letter for places."""
        if len(self.word) > 1 and self.count <= UNKNOWN and not self.is_name:
            return UNCOUNTED
        count = max(self.count, DOUBTFUL) if len(self.word) > 1 else self.count
        letter = half_nats(count)
        return letter.upper() if self.is_name else letter

    @property
    def is_name(self) -> bool:
        """Whether it names a place."""
        return self.kind in PLACES and len(self.word) > 1

    @property
    def is_worth_keeping(self) -> bool:
        """Common enough, and no person: many common words of two are said to be persons."""
        if len(self.word) == 1:
            return True
        if len(self.word) == 2:
            return self.count >= RAREST and (self.count >= DOUBTFUL or self.kind not in PEOPLE)
        is_person = self.kind in PEOPLE and self.word[0] in family_names()
        return self.count >= RAREST_LONG and not is_person


def half_nats(count: int) -> str:
    """How common something is that was counted, as a letter."""
    return LETTERS[round(2 * log(count or 1))]


def entries(source: str) -> Iterator[Entry]:
    """The words of Chinese characters that are short enough."""
    for line in source.splitlines():
        word, count, kind = line.split(" ")
        if len(word) <= LONGEST and all(ord(character) in _HAN for character in word):
            yield Entry(word, int(count), kind)


def letters(words: Iterable[Entry], newspaper: Newspaper) -> Letters:
    """Every word worth keeping, with its letter."""
    counts = {entry.word: entry for entry in words}
    kept = {
        word: entry.letter
        for word, entry in counts.items()
        if entry.is_worth_keeping and _tells(entry, counts)
    }
    for word in newspaper["words_never"]["list"].split():
        kept.pop(word, None)
    kept |= dict.fromkeys(newspaper["alone_never"]["list"], LETTERS[4])
    for letter, added in newspaper["words"].items():
        for word in added.split():
            if len(word) <= LONGEST:
                counted = kept.get(word, UNCOUNTED).lower().replace(UNCOUNTED, LETTERS[0])
                kept[word] = max(counted, letter, key=LETTERS.index)
    return kept | _counted(newspaper)


def _tells(entry: Entry, counts: Mapping[str, Entry]) -> bool:
    total = 17.9
    word = entry.word
    if len(word) <= 2:
        return True
    best = [0.0]
    for end in range(1, len(word) + 1):
        parts = [
            (start, counts.get(word[start:end])) for start in range(end) if end - start < len(word)
        ]
        best.append(max(best[s] + log((e.count if e else 0) or 1) - total for s, e in parts))
    return log(entry.count) - total > best[-1] + TELLING


def _counted(newspaper: Newspaper) -> Letters:
    found = {"0": "z"}
    for letter, units in newspaper["after_figures"].items():
        found |= {"0" + unit: letter for unit in units.split()}
    for letter, units in newspaper["after_numerals"].items():
        numerals = newspaper["numerals"]["list"].split()
        found |= {numeral + unit: letter for numeral in numerals for unit in units.split()}
    return found


def lines(kept: Letters) -> Iterator[str]:
    """The lines of words.txt, see `lexicon`."""
    tails: dict[str, list[str]] = {}
    for word in sorted(kept):
        tails.setdefault(word[0], []).append(word[1:])
    for first in sorted(tails):
        sure = [t for t in tails[first] if len(t) == 1 and _is_sure(kept[first + t])]
        pairs = "".join(t + kept[first + t] for t in sure)
        unsure = [t for t in tails[first] if len(t) == 1 and t not in sure]
        doubtful = "".join(t + kept[first + t] for t in unsure)
        longer = [t for t in tails[first] if len(t) > 1]
        seconds = "".join(dict.fromkeys(t[0] for t in longer))
        spelled = "".join(f" {t}{kept[first + t]}" for t in longer)
        alone = first + kept.get(first, "a").lower()
        yield "|".join((alone, pairs, doubtful, seconds, spelled + " " * bool(longer))) + "\n"


def _is_sure(letter: str) -> bool:
    return letter != UNCOUNTED and LETTERS.index(letter.lower()) > LETTERS.index(SURE)


def folds(source: str) -> str:
    """Traditional characters in one line, the simplified ones in the next.

    In a third those that may stay as they are or be another, each before that one: 覆 is itself in
    颠覆 and 复 in 回复.
    """
    pairs = [line.split("\t") for line in source.splitlines()]
    single = [(old, new.split(" ")[0]) for old, new in pairs]
    kept = [(old, new) for old, new in single if old != new and max(map(ord, old + new)) < 0x10000]
    forked = [old + new.split(" ")[1] for old, new in pairs if new.startswith(f"{old} ")]
    forms = ("".join(old for old, _ in kept), "".join(new for _, new in kept), " ".join(forked))
    return "".join(f"{line}\n" for line in forms)


def main() -> None:
    """Write both files."""
    words, characters = map(Path, sys.argv[1:])
    newspaper: Newspaper = tomllib.loads((DATA / "newspaper.toml").read_text("utf-8"))
    kept = letters(entries(words.read_text("utf-8")), newspaper)
    (DATA / "words.txt").write_text("".join(lines(kept)), "utf-8")
    (DATA / "folds.txt").write_text(folds(characters.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
