"""Read and write the truth behind a page: the format npr-truth/1 as typed rows."""

import json
import re

Row = dict[str, object]
Place = tuple[int, int, str, int, int]

_ASCII = {"，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")"}
_ASCII |= {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "％": "%"}
_SPREAD_LIST = re.compile(r"\[\s+((?:[-\d.]+|\"[^\"\n]*\")(?:,\s+(?:[-\d.]+|\"[^\"\n]*\"))*)\s+\]")


def dumped(truth: Row) -> str:
    """The truth as JSON, its short lists on one line each."""
    spread = json.dumps(truth, ensure_ascii=False, indent=1)
    return _SPREAD_LIST.sub(lambda m: "[" + re.sub(r",\s+", ", ", m[1]) + "]", spread) + "\n"


def same_character(shown: str, right: str) -> bool:
    """Engines write ASCII for full-width marks; that is no misreading."""
    return shown in {right, _ASCII.get(right)}


def rows(value: object) -> list[Row]:
    """A list of objects."""
    assert isinstance(value, list)
    return value


def blocks(truth: Row) -> list[Row]:
    """Every block of the page, the folio's first."""
    inside = [b for a in rows(truth["articles"]) for b in rows(a["blocks"])]
    return rows(truth["page_blocks"]) + inside


def words(block: Row, key: str) -> tuple[str, ...]:
    """What a block lists under a key: its parts, its other roles; nothing where it lists none."""
    found = block.get(key, [])
    assert isinstance(found, list)
    return tuple(found)


def texts(truth: Row) -> dict[str, str]:
    """What was printed, by block."""
    return {str(b["id"]): str(b["text"]) for b in blocks(truth)}


def lost(truth: Row) -> dict[str, set[int]]:
    """The offsets of the characters that the OCR text lacks, by block."""
    return {
        str(b["id"]): {o for start, end in _pairs(b.get("lost", [])) for o in range(start, end)}
        for b in blocks(truth)
    }


def maps(truth: Row) -> list[Place]:
    """Where the OCR text comes from: its start and end, the block, the start and end there."""
    found = truth["ocr_map"]
    assert isinstance(found, list)
    return found


def misread(truth: Row) -> set[tuple[str, int]]:
    """The block and offset of every character noted as wrong or absent."""
    return {(str(c["block"]), number(c["offset"])) for c in rows(truth["corrections"])}


def seeds(text: str) -> range:
    """`7` or `0-199`, both ends included."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def _pairs(value: object) -> list[tuple[int, int]]:
    assert isinstance(value, list)
    return value


def number(value: object) -> int:
    assert isinstance(value, int)
    return value
