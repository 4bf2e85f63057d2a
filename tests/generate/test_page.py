"""The generator keeps its word: pure, and every character of the OCR text accounted for."""

import pytest

from tests.generate import PROFILES, page

_SAME = {"，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")"}
_SAME |= {"“": '"', "”": '"', "‘": "'", "’": "'"}


def test_a_page_is_a_function_of_its_seed() -> None:
    assert page(7) == page(7)
    assert page(7).ocr != page(8).ocr


@pytest.mark.parametrize("profile", PROFILES)
def test_every_mapped_character_is_as_printed_or_noted_as_misread(profile: str) -> None:
    for seed in range(8):
        made = page(seed, profile)
        texts = _texts(made.truth)
        wrong = {(c["block"], c["offset"]) for c in _rows(made.truth["corrections"])}
        for start, end, block, first, last in _maps(made.truth):
            assert end - start == last - first
            pairs = zip(made.ocr[start:end], texts[block][first:last], strict=True)
            for at, (shown, right) in enumerate(pairs, first):
                assert shown in {right, _SAME.get(right)} or (block, at) in wrong


@pytest.mark.parametrize("profile", PROFILES)
def test_what_the_map_leaves_out_is_noted_as_lost(profile: str) -> None:
    for seed in range(8):
        truth = page(seed, profile).truth
        seen: dict[str, set[int]] = {}
        for _, _, block, first, last in _maps(truth):
            seen.setdefault(block, set()).update(range(first, last))
        stops = {(c["block"], c["offset"]) for c in _rows(truth["corrections"])}
        for block, text in _texts(truth).items():
            lost = {o for a, b in _lost(truth, block) for o in range(a, b)}
            absent = set(range(len(text))) - seen.get(block, set()) - lost
            assert all(text[o] == " " or (block, o) in stops for o in absent), (seed, block)


def _rows(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


def _blocks(truth: dict[str, object]) -> list[dict[str, object]]:
    inside = [b for a in _rows(truth["articles"]) for b in _rows(a["blocks"])]
    return _rows(truth["page_blocks"]) + inside


def _texts(truth: dict[str, object]) -> dict[str, str]:
    return {str(b["id"]): str(b["text"]) for b in _blocks(truth)}


def _lost(truth: dict[str, object], block: str) -> list[tuple[int, int]]:
    found = next(b for b in _blocks(truth) if b["id"] == block).get("lost", [])
    assert isinstance(found, list)
    return found


def _maps(truth: dict[str, object]) -> list[tuple[int, int, str, int, int]]:
    found = truth["ocr_map"]
    assert isinstance(found, list)
    return found
