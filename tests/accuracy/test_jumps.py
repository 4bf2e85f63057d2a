"""Stories of generated issues that jump from page to page are joined, and no others."""

from layout.jumps import continuations
from layout.rebuild import rebuild
from readers import read_bytes
from tests.generate import Issue, issue

_LEAST = 0.9


def joined(made: Issue) -> list[tuple[int, int]]:
    """From which pages to which."""
    texts = (read_bytes(page.ocr.encode(), "p", "p") for page in made.pages)
    pages = [rebuild(scanned) for (scanned,) in texts]
    return [(start, goal) for (start, _), (goal, _) in continuations(pages).items()]


def test_stories_that_jump_are_found() -> None:
    made = [issue(seed, 4) for seed in range(8)]
    meant = [[(start, goal) for (start, _), (goal, _) in each.jumps] for each in made]
    found = [joined(each) for each in made]
    assert [
        pair
        for pairs, known in zip(found, meant, strict=True)
        for pair in pairs
        if pair not in known
    ] == []
    assert sum(map(len, found)) >= _LEAST * sum(map(len, meant)) > 0
