"""Make `english.txt`, the English vocabulary: run with the path of SCOWL's final lists.

SCOWL 2020.12.07 is in Debian's package scowl, its lists in /usr/share/dict/scowl. Common words are
those of its sizes 10 to 40 in general and American spelling; the size gives the grade. Of all other
lists to size 80, names and abbreviations too, those words are kept that one confusion of
`confusions.toml` makes a common word: they are not for mending.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from layout.passes.look_alikes.latin import Confusions, confusions, readings

DATA = Path(__file__).parents[1] / "data"
GRADES = {10: 1, 20: 2, 35: 3, 40: 4}
LARGEST = 80
MISREAD = frozenset({"ln", "ls", "wc"})
_GENERAL = re.compile(r"(english|american)-words")
_WORD = re.compile(r"[A-Za-z]+")


def main() -> None:
    """Write the file."""
    lists = sorted(Path(sys.argv[1]).iterdir())
    general = [path for path in lists if _GENERAL.fullmatch(path.stem)]
    grades: dict[str, int] = {}
    for size in sorted(GRADES, reverse=True):
        found = (word for path in general if _size(path) == size for word in _words(path))
        grades |= {word: GRADES[size] for word in found if word.islower()}
    others = {word for path in lists if _size(path) <= LARGEST for word in _words(path)}
    pairs = confusions()
    rare = sorted(word for word in others - set(grades) if _is_near(word, grades, pairs))
    common = (f"{grade} {word}" for word, grade in sorted(grades.items()))
    (DATA / "english.txt").write_text(f"{' '.join(common)}\n{' '.join(rare)}\n", "ascii")


def _is_near(word: str, grades: dict[str, int], pairs: Confusions) -> bool:
    named = word[1:].islower() and word.lower() not in grades
    return named and any(reading.word.lower() in grades for reading in readings(word, pairs))


def _words(path: Path) -> Iterator[str]:
    words = path.read_text("latin-1").split()
    return (word for word in words if _WORD.fullmatch(word) and word not in MISREAD)


def _size(path: Path) -> int:
    return int(path.suffix[1:])


if __name__ == "__main__":
    main()
