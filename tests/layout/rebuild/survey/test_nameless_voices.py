"""Questions in blocks of their own, with answers between, are an interview that names nobody."""

from tests.layout.rebuild.proofs import FERRY, told

HEAD = "# Boats back at Alder Point after a winter in dock"
ASKED = ("What was the first thing you noticed?", "Will the boats change?", "And the last one?")


def test_three_questions_with_answers_between_are_an_interview() -> None:
    page = told(HEAD, *(words for pair in zip(ASKED, FERRY, strict=False) for words in pair))
    roles = [line.split()[0] for line in page]
    assert roles == ["headline", *["question", "answer"] * 3]


def test_a_question_between_paragraphs_is_none() -> None:
    page = told(HEAD, FERRY[0], ASKED[0], *FERRY[1:], ASKED[1], FERRY[0])
    assert not any(line.startswith(("question", "answer")) for line in page)


def test_questions_side_by_side_are_none() -> None:
    page = told(HEAD, FERRY[0], *ASKED, *FERRY[1:])
    assert not any(line.startswith(("question", "answer")) for line in page)
