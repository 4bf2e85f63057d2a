import gc
from weakref import ref

from layout.rebuild import rebuild
from layout.remembered import for_a_page, forget
from readers.markdown import read_markdown


class Words(str):
    """Words that tell when they are gone."""


@for_a_page
def as_read(words: str) -> str:
    return words


def test_asks_once_until_the_page_is_done() -> None:
    asked = []

    @for_a_page
    def length(words: str) -> int:
        asked.append(words)
        return len(words)

    assert [length("稻田"), length("稻田")] == [2, 2]
    forget()
    assert length("稻田") == 2
    assert asked == ["稻田", "稻田"]


def test_holds_nothing_behind_a_page() -> None:
    words = Words("稻田")
    gone = ref(as_read(words))
    del words
    assert gone() is not None
    rebuild(read_markdown("page", "稻田里的水退了。"))
    gc.collect()
    assert gone() is None
