"""The truth of the examples fits their OCR text, character by character."""

import pytest

from tests.cases import Case, examples
from tests.truth import maps, misread, same_character, texts


@pytest.mark.parametrize("case", examples(), ids=lambda case: case.name)
def test_every_mapped_character_is_as_printed_or_noted_as_misread(case: Case) -> None:
    ocr = case.ocr.read_text(encoding="utf-8")
    printed, wrong = texts(case.truth), misread(case.truth)
    for start, end, block, first, last in maps(case.truth):
        assert end - start == last - first
        for at, shown in enumerate(ocr[start:end], first):
            assert same_character(shown, printed[block][at]) or (block, at) in wrong


@pytest.mark.parametrize("case", examples(), ids=lambda case: case.name)
def test_every_han_character_of_the_text_is_mapped(case: Case) -> None:
    ocr = case.ocr.read_text(encoding="utf-8")
    mapped = {at for start, end, *_ in maps(case.truth) for at in range(start, end)}
    assert not [c for at, c in enumerate(ocr) if "一" <= c <= "鿿" and at not in mapped]
