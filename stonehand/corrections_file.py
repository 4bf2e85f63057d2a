"""Read a file of corrections: `[[correction]]` tables in TOML, as `stonehand check --write` makes.

    [[correction]]
    page = "page-04"               the page's name: its file's, without the suffix
    kind = "suggestion"            gap, suggestion, correction, move, editor; of paragraphs: split,
                                   join, insert, transpose
    at = 153                       the spot: characters of the source before it, and in quotation
    before = "一联三"
    spot = "邦"
    behind = "的经验"
    reading = "帮"                 what is proposed or set there
    rule = "misread character"     why; `evidence`, `certainty` (0 to 1) and, of a gap, `longest`
    accept = true                  the decision; left out, it is what holds without it
    text = ""                      the editor's own words
    role = "paragraph"             what a paragraph is that is inserted
    to = 0                         transposed behind the characters before this place,
    after = ""                     which end like that
    who = "王一"                   and `when`, `why`

Anything else is refused with its line, so that a slip of the pen is never ignored.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from layout.corrections.anchor import Anchor
from layout.corrections.decisions import PARAGRAPHS, Correction, Signature, holds_anyhow
from layout.corrections.spots import Matter
from layout.errors import ConfigError, Origin
from layout.model import Role
from layout.text import Rule
from stonehand.toml_file import meant, parse, read_text

TABLE = "correction"

_KEYS = (
    *("page", "kind", "at", "before", "spot", "behind", "reading", "longest", "rule", "evidence"),
    *("certainty", "accept", "text", "role", "to", "after", "who", "when", "why"),
)
_HEADER = re.compile(rf"^[ \t]*\[\[[ \t]*{TABLE}[ \t]*\]\]", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_READINGS = frozenset({Matter.SUGGESTION, Matter.CORRECTION})


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a file, each with its line. Raises ConfigError, AccessError if closed."""
    text = read_text(path)
    values = parse(path, text)
    for key in values:
        if key != TABLE:
            line = text.count("\n", 0, max(0, text.find(key))) + 1
            hint = f"every entry begins with [[{TABLE}]]"
            raise ConfigError(f"unknown key {key!r}", Origin(str(path), line), hint)
    return tuple(entry.correction() for entry in _entries(path, text, values.get(TABLE, [])))


def _entries(path: Path, text: str, tables: object) -> Iterator["_Entry"]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        hint = f"every entry begins with [[{TABLE}]]"
        raise ConfigError(f"{TABLE} is not a list of tables", Origin(str(path)), hint)
    starts = (*_starts(text, len(tables)), len(text))
    for table, (start, end) in zip(tables, pairwise(starts), strict=True):
        yield _Entry(path, text, start, end, table)


def _starts(text: str, count: int) -> Sequence[int]:
    """Where the entries begin; the file's beginning for all if they were written another way."""
    found = [header.start() for header in _HEADER.finditer(text)]
    if len(found) > count:  # one stands inside a quotation of several lines
        found = [start for start in found if _is_toml(text[:start])]
    return found if len(found) == count else [0] * count


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of the file, which stands in its text from start to end."""

    path: Path
    text: str
    start: int
    end: int
    values: Mapping[str, object]

    def correction(self) -> Correction:
        for key in self.values:
            if key not in _KEYS:
                raise self._fault(f"unknown key {key!r}", key, meant(key, _KEYS))
        matter = self._matter()
        correction = Correction(
            page=self._words("page", needed=True),
            matter=matter,
            anchor=self._anchor(),
            accept=self._flag("accept", holds_anyhow(matter)),
            reading=self._words("reading", needed=matter in _READINGS),
            rule=self._rule(),
            evidence=self._words("evidence"),
            certainty=self._number("certainty", 1.0),
            longest=self._number("longest", 0.0),
            text=self._line_of_words("text"),
            role=self._role(),
            to=self._goal() if matter is Matter.TRANSPOSE else None,
            signature=Signature(self._plain("who"), self._when(), self._plain("why")),
            origin=Origin(str(self.path), self._line("")),
        )
        self._check(correction)
        return correction

    def _check(self, correction: Correction) -> None:
        """Refuse what says nothing, or what its kind cannot say."""
        matter, spot = correction.matter, correction.anchor.spot
        if matter is Matter.GAP and spot:
            raise self._fault("a gap stands between characters", "spot", 'write spot = ""')
        if matter in PARAGRAPHS:
            self._check_paragraph(correction)
        if matter is Matter.MOVE and correction.text:
            hint = "accept = false puts them back; then correct them where they were"
            raise self._fault("a move has no text of its own", "text", hint)
        if matter is Matter.EDITOR and not spot and not correction.text:
            hint = "quote the spot, or write the text that is to stand there"
            raise self._fault("the entry says nothing", "", hint)

    def _check_paragraph(self, correction: Correction) -> None:
        inserts = correction.matter is Matter.INSERT
        if correction.anchor.spot:
            hint = 'write spot = "", and quote in before and behind'
            raise self._fault("paragraphs begin and end between characters", "spot", hint)
        if inserts and not correction.text:
            raise self._fault("the entry says nothing", "text", "write the paragraph as text")
        if correction.text and not inserts:
            hint = 'an entry of kind = "editor" sets words'
            raise self._fault(f"a {correction.matter} has no text of its own", "text", hint)

    def _role(self) -> Role:
        role = self._words("role") or Role.BODY
        if role not in set(Role):
            hint = meant(role, list(Role)).replace("keys", "roles")
            raise self._fault(f"there is no role {role!r}", "role", hint)
        return Role(role)

    def _goal(self) -> Anchor:
        after = self._words("after", needed=True)
        match self.values.get("to"):
            case int(to) if to >= 0 and not isinstance(to, bool):
                if bool(to) is bool(after):
                    return Anchor(to, after, "", "")
                hint = (
                    'quote the end of a paragraph; to = 0 with after = "" is the head of the page'
                )
                raise self._fault("to and after do not agree", "after", hint)
            case _:
                raise self._wrong("to", "the number of characters up to the end of a paragraph")

    def _matter(self) -> Matter:
        kind = self._words("kind", needed=True)
        if kind not in set(Matter):
            hint = meant(kind, list(Matter)).replace("keys", "kinds")
            raise self._fault(f"there is no kind {kind!r}", "kind", hint)
        return Matter(kind)

    def _rule(self) -> Rule:
        rule = self._words("rule") or Rule.EDITOR
        if rule not in set(Rule):
            hint = meant(rule, list(Rule)).replace("keys", "rules")
            raise self._fault(f"there is no rule {rule!r}", "rule", hint)
        return Rule(rule)

    def _anchor(self) -> Anchor:
        before, spot, behind = (self._words(k, needed=True) for k in ("before", "spot", "behind"))
        if not before + spot + behind:
            hint = "copy some characters of the page into before, spot and behind"
            raise self._fault("the entry quotes nothing", "before", hint)
        match self.values.get("at"):
            case bool() | None:
                raise self._wrong("at", "the number of characters before the spot")
            case int(at) if at >= 0:
                return Anchor(at, before, spot, behind)
            case _:
                raise self._wrong("at", "the number of characters before the spot")

    def _words(self, key: str, *, needed: bool = False) -> str:
        match self.values.get(key, None if needed else ""):
            case str(words):
                return words
            case None:
                raise self._fault(f"{key} is missing", "", f'write {key} = "…"')
            case _:
                raise self._wrong(key, 'text in quotes: "…"')

    def _plain(self, key: str) -> str:
        """Words for the ledger, on one line."""
        return " ".join(_CONTROL.sub(" ", self._words(key)).split())

    def _line_of_words(self, key: str) -> str:
        words = self._words(key)
        if _CONTROL.search(words):
            raise self._wrong(key, "one line, without tabs")
        return words

    def _when(self) -> str:
        match self.values.get("when"):
            case date() as day:
                return day.isoformat()
            case None | str():
                return self._plain("when")
            case _:
                raise self._wrong("when", "a day: 2024-05-01")

    def _flag(self, key: str, usual: bool) -> bool:
        match self.values.get(key, usual):
            case bool() as flag:
                return flag
            case _:
                raise self._wrong(key, "true or false, without quotes")

    def _number(self, key: str, usual: float) -> float:
        match self.values.get(key, usual):
            case bool():
                raise self._wrong(key, "a number")
            case int() | float() as number if 0 <= number < float("inf"):
                return float(number)
            case _:
                raise self._wrong(key, "a number")

    def _wrong(self, key: str, wanted: str) -> ConfigError:
        problem = f"{key} has a value of the wrong kind" if key in self.values else f"no {key}"
        return self._fault(problem, key, f"write {wanted}")

    def _fault(self, problem: str, key: str, hint: str) -> ConfigError:
        return ConfigError(problem, Origin(str(self.path), self._line(key)), hint)

    def _line(self, key: str) -> int:
        """The line of a key, or that on which the entry begins."""
        found = None
        if key:
            place = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.]", re.MULTILINE)
            found = place.search(self.text, self.start, self.end)
        return self.text.count("\n", 0, found.start() if found else self.start) + 1
