import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.rebuild.lines.pieces import in_bracket, pieces_of, space_behind

_BLOCKS = st.text("稻田，。●-1.、 \n\r\t　aB", max_size=40)


def words_of(block: str) -> list[str]:
    return [piece.words for piece in pieces_of(block, 0)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param("早稻熟了，镇 里人都来", ["早稻熟了，镇", "里人都来"], id="a blank"),
        pytest.param("早稻\n熟了\r\n来人", ["早稻", "熟了", "来人"], id="line breaks"),
        pytest.param("早稻 \t 熟了", ["早稻", "熟了"], id="a run of blanks"),
        pytest.param("　　早稻 熟了\n", ["早稻", "熟了"], id="blanks at the ends"),
        pytest.param("● 3月，早稻 熟了", ["● 3月，早稻", "熟了"], id="a bullet goes with its item"),
        pytest.param("熟了。 ● 4月", ["熟了。", "● 4月"], id="a second bullet in the block"),
        pytest.param("1. 早稻 熟了", ["1. 早稻", "熟了"], id="a number goes with its item"),
        pytest.param("- 早稻\n- 晚稻", ["- 早稻", "- 晚稻"], id="dashes of a list"),
        pytest.param("早稻 1. 晚稻", ["早稻", "1.", "晚稻"], id="a number inside a line"),
        pytest.param("早稻 ●", ["早稻", "●"], id="a bullet that marks nothing"),
        pytest.param(
            "@@ 4月，早稻 熟了 @5月", ["@@ 4月，早稻", "熟了", "@5月"], id="a misread bullet"
        ),
        pytest.param(
            "Fares rise. e Boats stop. @ Free",
            ["Fares rise.", "e Boats stop.", "@ Free"],
            id="a misread bullet in Latin text",
        ),
        pytest.param(
            "Fares rise. m Boats stop. = Ferry 12 waits. e@ 9 a.m.: free",
            ["Fares rise.", "m Boats stop.", "= Ferry 12 waits.", "e@ 9 a.m.: free"],
            id="more of them",
        ),
        pytest.param(
            "Thanks to strangers On April 30 I fainted",
            ["Thanks to strangers", "On April 30 I fainted"],
            id="a heading before a day",
        ),
        pytest.param(
            "LEGAL NOTICES NOTICE TO CREDITORS",
            ["LEGAL NOTICES", "NOTICE TO CREDITORS"],
            id="a usual label over a head in capitals",
        ),
        pytest.param("INSIDE THE VAULT", ["INSIDE THE VAULT"], id="one word is no such label"),
        pytest.param(
            "It was a waste Q. What is next?",
            ["It was a waste", "Q. What is next?"],
            id="a question behind a lost stop",
        ),
        pytest.param("WATER: Wells run dry", ["WATER: Wells run dry"], id="a word that leads in"),
        pytest.param("BOSTON, August 14", ["BOSTON, August 14"], id="a place and a day"),
        pytest.param("Rye, 8s. 6d.", ["Rye, 8s. 6d."], id="shillings"),
        pytest.param("John Q. Public spoke", ["John Q. Public spoke"], id="an initial"),
        pytest.param("Life On Mars was late", ["Life On Mars was late"], id="a title"),
        pytest.param(
            "Boats to stop by Nora Whitlow",
            ["Boats to stop", "by Nora Whitlow"],
            id="a byline behind a headline",
        ),
        pytest.param("Daily photo by Nora Whitlow", ["Daily photo by Nora Whitlow"], id="a credit"),
        pytest.param("a@b.cn 早稻", ["a@b.cn", "早稻"], id="an address has none"),
        pytest.param(" \n ", [], id="blank"),
        pytest.param("早稻熟于二○一六年 秋", ["早稻熟于二○一六年", "秋"], id="a circle for nought"),
        pytest.param("早稻熟于二 ○一六年", ["早稻熟于二", "○一六年"], id="behind a line end"),
        pytest.param(
            "1958年　早稻\n1960年 晚稻", ["1958年　早稻", "1960年 晚稻"], id="years of events"
        ),
        pytest.param("1958年 3月，早稻", ["1958年", "3月，早稻"], id="a year over its events"),
        pytest.param("早稻 ○晚稻", ["早稻", "○晚稻"], id="a circle for a bullet"),
        pytest.param(
            "早稻熟了（乔小满摄）", ["早稻熟了", "（乔小满摄）"], id="a credit in brackets"
        ),
        pytest.param(
            "早稻熟了。乔小满 摄", ["早稻熟了。", "乔小满", "摄"], id="a credit with a blank"
        ),
        pytest.param("早稻熟了。记者乔小满摄", ["早稻熟了。", "记者乔小满摄"], id="a credit"),
        pytest.param("早稻熟了（晚稻未熟）", ["早稻熟了（晚稻未熟）"], id="other brackets"),
    ],
)
def test_blanks_part_chinese_pieces(block: str, expected: list[str]) -> None:
    assert words_of(block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(
            "Fares rise. Boats stop.", ["Fares rise.", "Boats stop."], id="sentences are pieces"
        ),
        pytest.param("Fares rise,\nboats stop.", ["Fares rise,", "boats stop."], id="so are lines"),
        pytest.param("Fares rise.\n", ["Fares rise."], id="the last line break says nothing"),
        pytest.param(
            "“Fares rise.” He left.", ["“Fares rise.”", "He left."], id="a quote behind the stop"
        ),
        pytest.param("He paid $2. 50 went home.", ["He paid $2.", "50 went home."], id="a figure"),
        pytest.param(
            "He went home. and so on", ["He went home. and so on"], id="lower case goes on"
        ),
        pytest.param("Mr. Whitlow saw Dr. Lee.", ["Mr. Whitlow saw Dr. Lee."], id="titles"),
        pytest.param("At 8 a.m. The boat left.", ["At 8 a.m. The boat left."], id="the hour"),
        pytest.param("Nora B. Whitlow left.", ["Nora B. Whitlow left."], id="an initial"),
        pytest.param("On Oct. 5 it rained.", ["On Oct. 5 it rained."], id="a month"),
        pytest.param(
            "Bridge opens By Nora Whitlow", ["Bridge opens", "By Nora Whitlow"], id="a byline"
        ),
        pytest.param("It rained Continued on A7", ["It rained", "Continued on A7"], id="a jump"),
        pytest.param(
            "The last boat Photo by Ada Quill", ["The last boat", "Photo by Ada Quill"], id="credit"
        ),
        pytest.param(
            "AROUND TOWN Library opens", ["AROUND TOWN", "Library opens"], id="a label in capitals"
        ),
        pytest.param("DEATH OF E. V. WHITLOW", ["DEATH OF E. V. WHITLOW"], id="initials, no label"),
        pytest.param("R. J. Whitlow, Poole", ["R. J. Whitlow, Poole"], id="initials of a name"),
        pytest.param("US Boats stop", ["US Boats stop"], id="two capitals are no label"),
        pytest.param(
            "4. Bring a copy of your 5. Doors open",
            ["4. Bring a copy of your", "5. Doors open"],
            id="the number of the next item",
        ),
        pytest.param(
            "Monday: Chili at 11 a.m. Tuesday: Rolls",
            ["Monday: Chili at 11 a.m.", "Tuesday: Rolls"],
            id="the next day",
        ),
        pytest.param(
            "milk and squeezed • 3 eggs, beaten with 2 cups of sugar and 7 spoons of cold cream",
            [
                "milk and squeezed",
                "• 3 eggs, beaten with 2 cups of sugar and 7 spoons of cold cream",
            ],
            id="an item behind the end of another",
        ),
        pytest.param("T HE first boat left", ["T HE first boat left"], id="a drop cap"),
        pytest.param("A boat and 5 men and 9 dogs", ["A boat and 5 men and 9 dogs"], id="no items"),
        pytest.param(
            "a widow on Foundry The vote was",
            ["a widow on Foundry", "The vote was"],
            id="an opener",
        ),
        pytest.param(
            "raising the sea- The harbor is", ["raising the sea-", "The harbor is"], id="torn"
        ),
    ],
)
def test_sentences_and_labels_part_latin_pieces(block: str, expected: list[str]) -> None:
    assert words_of(block) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(
            "Bridge gets a second chance Detours to last all winter",
            ["Bridge gets a second chance", "Detours to last all winter"],
            id="a second heading",
        ),
        pytest.param(
            "Council Backs a Plan To Reopen the Old Depot",
            ["Council Backs a Plan To Reopen the Old Depot"],
            id="every word has a capital",
        ),
    ],
)
def test_a_capital_parts_a_heading_that_has_them_for_names(block: str, expected: list[str]) -> None:
    assert [piece.words for piece in pieces_of(block, 0, heading=True)] == expected
    assert words_of(block) == [block]


@given(_BLOCKS)
def test_pieces_and_the_blanks_around_them_are_the_block(block: str) -> None:
    pieces = pieces_of(block, 3)
    blanks = [block[piece.end : piece.behind] for piece in pieces]
    lead = block[: pieces[0].start] if pieces else block
    assert not "".join([lead, *blanks]).strip()
    words = (piece.words + blank for piece, blank in zip(pieces, blanks, strict=True))
    assert lead + "".join(words) == block
    assert all(piece.block == 3 for piece in pieces)


def test_a_piece_knows_its_place() -> None:
    first, second, third = pieces_of("早稻\n　　熟了 来人", 0)
    assert (first.opens, first.closes, first.newline, first.lead) == (True, False, True, 0)
    assert (second.opens, second.closes, second.newline, second.lead) == (False, False, False, 2)
    assert (third.opens, third.closes) == (False, True)


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        pytest.param("（记者", True, id="full-width"),
        pytest.param("(记者", True, id="half-width"),
        pytest.param("（记者 乔小满）", False, id="closed"),
        pytest.param("（记者)", False, id="closed by the other kind"),
        pytest.param("记者）", False, id="never opened"),
    ],
)
def test_knows_the_inside_of_a_bracket(words: str, inside: bool) -> None:
    assert in_bracket(words) is inside


@pytest.mark.parametrize(
    ("words", "ems"),
    [
        pytest.param("本报讯", 1.0, id="a dateline"),
        pytest.param("本报讯（记者 乔小满）", 1.0, id="with its reporter"),
        pytest.param("据新华社北京3月2日电", 1.0, id="of an agency"),
        pytest.param("【記者喬小滿／柳灣報導】", 1.0, id="in traditional brackets"),
        pytest.param("本报讯（记者", 0.5, id="inside its bracket"),
        pytest.param("本报讯，昨日早稻熟了（图", 0.5, id="inside another"),
        pytest.param("本报讯（记者 乔小满）早稻熟了（见图）", 0.0, id="behind what follows it"),
        pytest.param("【编者按】", 0.0, id="a label in brackets"),
        pytest.param("早稻熟了，发来喜讯", 0.0, id="another word"),
    ],
)
def test_knows_the_space_behind_a_dateline(words: str, ems: float) -> None:
    assert space_behind(words) == ems


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param(True, ["一户一策到一村——", "早稻出山"], id="a heading"),
        pytest.param(False, ["一户一策到一村——早稻出山"], id="running text"),
    ],
)
def test_a_dash_parts_a_kicker_from_the_headline_it_was_glued_to(
    heading: bool, expected: list[str]
) -> None:
    pieces = pieces_of("一户一策到一村——早稻出山", 0, heading=heading)
    assert [piece.words for piece in pieces] == expected
