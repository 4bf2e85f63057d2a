"""Small proofs: words printed at a measure, and a rebuilt page told in one line for each block.

`told` writes a block as its role and its words, as in `tests.build`. In the words ⟨16⟩ is a gap of
at most 16 ems, ‖ the foot of a column; old line ends inside a column leave no trace.
"""

from collections.abc import Iterator, Sequence

from layout.model import Block, Figure, Page, Paragraph, Table
from layout.rebuild import rebuild
from layout.text import Gap, LineEnd, Text
from readers.markdown import read_markdown
from tests.generate.setting import Setting, latin_lines, line_starts

RICE = (
    "青禾县的早稻今年第一次用上了无人机。清晨六点，严守田站在田埂上，看着机器贴着稻穗飞过去，"
    "不到一刻钟就撒完了三十亩地的肥料。",
    "县农技站站长乔玉林介绍，全县去年买了四十二台无人机，培训了一百二十名飞手，飞手大多是返乡的"
    "年轻人，每人每天能照看两百亩稻田。",
    "“以前撒一次肥要请六个人，干上整整三天。”严守田说，“现在我坐在树下喝茶，年轻人按几个键，"
    "活就干完了。”",
    "柳湾镇还把各村的闲房收拾出来，办起了飞手之家。村里管吃住，飞手按亩收费，忙完青禾县的田，"
    "再去邻县接活，一年能飞七个月。",
    "秋收之后，县里打算把无人机用到果园和茶山上去。茶山坡陡，人工采摘费力，飞手们正在试着用它吊运"
    "茶青，第一批试运定在下月初。",
    "也有人担心机器太吵，惊了塘里的鱼。镇里于是定下规矩，鱼塘边三十米内不许低飞，早上七点以前不许"
    "起飞，违者当天停飞。",
)
FERRY = (
    "The ferry at Alder Point will carry passengers until the end of October, the harbor board "
    "said, and the new footbridge should be open by then.",
    "Workers have set nine of the twelve spans, and the remaining three are waiting on a barge in "
    "the inner basin until the weather turns.",
    "“We would rather be late than wet,” said Nora Whitlow, who has run the crossing for thirty "
    "years and means to walk the bridge on its first day.",
    "Fares stay at two dollars, and bicycles still ride free on the morning boats, though the "
    "last evening boat was dropped in spring.",
)


def lines(words: str, measure: float, punctuation: str = "kaiming") -> list[str]:
    """The printed lines of a paragraph, its first line two ems short."""
    starts = line_starts(words, Setting(measure, punctuation))
    return [words[a:b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]


def latin(words: str, measure: int) -> list[str]:
    """The printed lines of a Latin paragraph, words broken at line ends with a hyphen."""
    return [words[a.start : a.end] + "-" * a.hyphen for a in latin_lines(words, measure)]


def block(printed: Sequence[str]) -> str:
    """Lines as an engine gives them: in one block, a space for each line end."""
    return " ".join(printed)


def page(*blocks: str) -> str:
    """Blocks as an engine gives them."""
    return "\n\n".join(blocks)


def rebuilt(*blocks: str) -> Page:
    """The page that these blocks make."""
    return rebuild(read_markdown("page", page(*blocks)))


def told(*blocks: str) -> list[str]:
    """The rebuilt page, head and foot first, each block as its role and words."""
    given = rebuilt(*blocks)
    whole = [*given.folio.paragraphs, *(b for article in given.articles for b in article.blocks)]
    return [line for b in whole for line in _told(b)]


def _told(given: Block) -> Iterator[str]:
    match given:
        case Paragraph():
            yield f"{given.role} {marked(given.text)}"
        case Table():
            yield "table " + " // ".join(" | ".join(map(str, row)) for row in given.rows)
        case Figure():
            if given.path is not None:
                yield f"picture {given.path}"
            for words in (given.caption, given.credit):
                if words is not None:
                    yield from _told(words)


def marked(text: Text) -> str:
    """The words with gaps as ⟨16⟩ and feet of columns as ‖."""
    words = ""
    for fragment in text.fragments:
        match fragment.mark:
            case Gap(longest=longest):
                words += f"⟨{longest:g}⟩"
            case LineEnd(column=True):
                words += "‖" + fragment.text
            case _:
                words += fragment.text
    return words
