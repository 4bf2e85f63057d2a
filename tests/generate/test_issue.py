"""Issues keep their word: of one paper and day, their jump lines naming the right pages."""

from itertools import chain

import pytest

from tests.generate import Issue, issue
from tests.truth import Row, blocks, lost, maps, misread, rows, same_character, texts

ISSUES = [issue(seed) for seed in range(6)]


def folio(truth: Row) -> Row:
    facts = truth["folio"]
    assert isinstance(facts, dict)
    return facts


def of_role(article: Row, role: str) -> list[str]:
    return [str(block["text"]) for block in rows(article["blocks"]) if block["role"] == role]


def test_an_issue_is_a_function_of_its_seed_and_length() -> None:
    assert issue(3) == ISSUES[3]
    assert len(issue(3, 16).pages) == 16
    assert {len(issue(seed, length).pages) for seed in range(3) for length in (1, 2)} == {1, 2}


@pytest.mark.parametrize("made", ISSUES, ids=range(len(ISSUES)))
def test_its_pages_are_of_one_paper_and_day_and_numbered(made: Issue) -> None:
    facts = [folio(page.truth) for page in made.pages]
    assert len({(each["paper"], each["date"]) for each in facts}) == 1
    numbers = [int("".join(filter(str.isdigit, str(each["page"])))) for each in facts]
    assert numbers == list(range(1, len(facts) + 1))


@pytest.mark.parametrize("made", ISSUES, ids=range(len(ISSUES)))
def test_a_story_that_jumps_names_the_page_and_is_answered_there(made: Issue) -> None:
    labels = [str(folio(page.truth)["page"]) for page in made.pages]
    for (start, first), (goal, second) in made.jumps:
        head = rows(made.pages[start].truth["articles"])[first]
        rest = rows(made.pages[goal].truth["articles"])[second]
        assert start < goal
        assert [labels[goal] in line for line in of_role(head, "jump")] == [True]
        assert [labels[start] in line for line in of_role(rest, "jump")] == [True]
        assert rows(head["blocks"])[-1]["role"] == "jump"
        assert of_role(rest, "paragraph")


def test_no_other_line_jumps() -> None:
    for made in ISSUES:
        told = chain.from_iterable(blocks(page.truth) for page in made.pages)
        assert sum(block["role"] == "jump" for block in told) == 2 * len(made.jumps)
    assert sum(len(made.jumps) for made in ISSUES) > len(ISSUES)


@pytest.mark.parametrize("made", ISSUES, ids=range(len(ISSUES)))
def test_every_character_of_the_ocr_text_is_accounted_for(made: Issue) -> None:
    for page in made.pages:
        printed, wrong = texts(page.truth), misread(page.truth)
        gone = {(block, at) for block, places in lost(page.truth).items() for at in places} | wrong
        for start, end, block, first, last in maps(page.truth):
            assert end - start == last - first
            gone |= {(block, at) for at in range(first, last)}
            for at, shown in enumerate(page.ocr[start:end], first):
                assert same_character(shown, printed[block][at]) or (block, at) in wrong
        for block, text in printed.items():
            left = [c for at, c in enumerate(text) if (block, at) not in gone]
            assert not "".join(left).strip(" |")
