"""The neutral result of a page, made from nothing but its JSON export.

Lost headings that the evidence supplied count as losses in front of the next block; figures give
their caption and credit, tables a line for each row. Offsets count in the texts given here.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from exporters.json import write
from stonehand.edition import bind
from stonehand.run import Source, rebuilt

Json = dict[str, Any]

_CORRECTIONS = frozenset({"misread character", "lost closing mark", "an editor's correction"})


@dataclass(frozen=True, slots=True)
class Words:
    """A block as the neutral format has it, with the history of its text."""

    role: str
    text: str
    history: tuple[Json, ...]
    parts: tuple[str, ...] = ()

    @property
    def is_supplied(self) -> bool:
        given = [e.get("text", "") for e in self.history if e["kind"] == "supplied"]
        return bool(self.text) and sum(map(len, given)) == len(self.text)

    def written(self) -> Json:
        parts = {"parts": list(self.parts)} if self.parts else {}
        return {"role": self.role, "text": self.text, **parts}


def neutral(model: Json) -> Json:
    """The pages of an exported edition in one `npr-result/1`; the first page gives the folio."""
    pages = model["pages"]
    folio_words = [words for page in pages for words in _words(page["folio"]["paragraphs"])]
    articles = [a for page in pages for section in page["sections"] for a in section["articles"]]
    told = [(None, folio_words), *enumerate(list(_words(a["blocks"])) for a in articles)]
    return {
        "schema": "npr-result/1",
        "folio": _folio(pages[0]["folio"]),
        "page_blocks": [words.written() for words in folio_words],
        "articles": [
            {
                "measure": article["measure"] and article["measure"]["width"],
                "columns": article["columns"],
                "blocks": [w.written() for w in words if not w.is_supplied],
            }
            for article, (_, words) in zip(articles, told[1:], strict=True)
        ],
        "lacunae": [lost for index, words in told for lost in _lacunae(index, words)],
        "corrections": [made for index, words in told for made in _corrections(index, words)],
    }


def _folio(folio: Json) -> Json:
    return {
        "page": folio["number"] or None,
        "section": folio["section"] or None,
        "date": folio["day"],
        "weekday": folio["weekday"] or None,
        "paper": folio["paper"] or None,
        "editors": [{"role": e["duty"], "name": e["name"]} for e in folio["editors"]],
    }


def _words(blocks: list[Json]) -> Iterator[Words]:
    for block in blocks:
        if block["role"] == "table":
            yield from (_row(cells) for cells in block["rows"])
        elif block["role"] == "figure":
            yield from _words([words for words in (block["caption"], block["credit"]) if words])
        else:
            history, parts = tuple(block["history"]), tuple(block.get("parts", ()))
            yield Words(block["role"], block["text"], history, parts)


def _row(cells: list[Json]) -> Words:
    starts = accumulate((len(cell["text"]) + 1 for cell in cells), initial=0)
    history = (
        {**entry, "offset": start + entry["offset"]}
        for start, cell in zip(starts, cells, strict=False)
        for entry in cell["history"]
    )
    return Words("table_row", " ".join(cell["text"] for cell in cells), tuple(history))


def _placed(words: list[Words]) -> Iterator[tuple[int, Words]]:
    """Every block with its index among those that are written."""
    index = 0
    for each in words:
        yield index, each
        index += not each.is_supplied


def _lacunae(article: int | None, words: list[Words]) -> Iterator[Json]:
    written = sum(not each.is_supplied for each in words)
    for index, each in _placed(words):
        if each.is_supplied:
            lost = {"article": article, "kind": "lost_block", "suggested": each.text}
            yield lost | (
                {"block": index, "offset": 0} if index < written else {"block": index - 1}
            )
            continue
        for entry in each.history:
            if entry["kind"] == "gap":
                yield {
                    "article": article,
                    "block": index,
                    "offset": entry["offset"],
                    "kind": "lost_tail" if entry["offset"] == len(each.text) else "lost_chars",
                    "suggested": entry.get("guess", ""),
                }


def _corrections(article: int | None, words: list[Words]) -> Iterator[Json]:
    for index, each in _placed(words):
        for entry in () if each.is_supplied else each.history:
            if entry["kind"] == "suggestion" or entry.get("rule") in _CORRECTIONS:
                yield {
                    "article": article,
                    "block": index,
                    "offset": entry["offset"],
                    "wrong": entry.get("raw", ""),
                    "right": entry.get("reading", entry.get("text", "")),
                }


def main() -> None:
    """Rebuild the page whose path is the only argument, and print its neutral result."""
    source = Source(Path(sys.argv[1]))
    edition = bind(rebuilt(source))
    result = neutral(json.loads(write(edition)))
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
