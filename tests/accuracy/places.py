"""Say in a few words where on the page something is, so that a miss can be found."""

from tests.accuracy.alignment import Aligned, Built, Printed
from tests.truth import Row, number

_CONTEXT = 14


def head(block: Printed) -> str:
    return f"{block.id} {block.surviving[:_CONTEXT]}"


def foot(block: Printed) -> str:
    return f"{block.id} {block.surviving[-_CONTEXT:]}"


def around(block: Printed, offset: int) -> str:
    before, after = max(0, offset - 8), offset + 8
    return f"{block.id} {block.text[before:offset]}|{block.text[offset:after]}"


def near(built: Built, offset: int) -> str:
    return f"{built.text[max(0, offset - 8) : offset]}|{built.text[offset : offset + 8]}"


def place(aligned: Aligned, told: Row) -> str:
    if "left" in told:
        first, second = (aligned.printed[str(told[side])] for side in ("left", "right"))
        return f"{foot(first)} | {head(second)}"
    return around(aligned.printed[str(told["block"])], number(told.get("offset", 0)))
