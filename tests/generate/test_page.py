"""The generator keeps its word: pure, and every character of the OCR text accounted for."""

import json

import pytest

from tests.generate import PROFILES, page
from tests.truth import dumped, lost, maps, misread, rows, same_character, texts

SEEDS = range(8)


def test_a_page_is_a_function_of_its_seed() -> None:
    assert page(7) == page(7)
    assert page(7).ocr != page(8).ocr


def test_the_truth_can_be_written_and_read_back() -> None:
    truth = page(3).truth
    assert json.loads(dumped(truth)) == truth


@pytest.mark.parametrize("profile", PROFILES)
def test_no_section_is_asked_for_that_the_page_does_not_print(profile: str) -> None:
    for truth in (page(seed, profile).truth for seed in SEEDS):
        facts = truth["folio"]
        assert isinstance(facts, dict)
        printed = " ".join(str(block["text"]) for block in rows(truth["page_blocks"]))
        assert str(facts["section"] or "") in printed


@pytest.mark.parametrize("profile", PROFILES)
def test_every_mapped_character_is_as_printed_or_noted_as_misread(profile: str) -> None:
    for made in (page(seed, profile) for seed in SEEDS):
        printed, wrong = texts(made.truth), misread(made.truth)
        for start, end, block, first, last in maps(made.truth):
            assert end - start == last - first
            for at, shown in enumerate(made.ocr[start:end], first):
                assert same_character(shown, printed[block][at]) or (block, at) in wrong


@pytest.mark.parametrize("profile", PROFILES)
def test_what_the_map_leaves_out_is_noted_as_lost(profile: str) -> None:
    for truth in (page(seed, profile).truth for seed in SEEDS):
        known = {(block, at) for block, gone in lost(truth).items() for at in gone}
        known |= misread(truth)
        known |= {(b, at) for _, _, b, first, last in maps(truth) for at in range(first, last)}
        for block, text in texts(truth).items():
            unknown = [c for at, c in enumerate(text) if (block, at) not in known]
            assert not "".join(unknown).strip(" |")
