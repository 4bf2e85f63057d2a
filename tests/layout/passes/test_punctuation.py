import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layout.ledger import Fate, ledger
from layout.model import Folio, Page, Paragraph, Role, Section
from layout.passes.punctuation import widen_marks
from layout.text import Rule
from tests.build import page_of

_WORD = st.sampled_from(["稻田", "A", "1", "3.1", "茶", "“茶”", " ", "f(x)", "", "[2018]4号"])
_MARK = st.sampled_from([*",;:?!()[].-—…，。", '"', "'", "--", "...", "?!", "!!!", "),"])
_SENTENCES = st.lists(st.tuples(_WORD, _MARK)).map(
    lambda pairs: "稻" + "".join(map("".join, pairs))
)


def widened(words: str, language: str = "zh-Hans") -> str:
    page = widen_marks(page_of(f"paragraph {words}", language))
    return next(page.articles[0].paragraphs()).plain


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("早稻熟了,人都来了", "早稻熟了，人都来了", id="comma"),
        pytest.param("早稻熟了;人都来了", "早稻熟了；人都来了", id="semicolon"),
        pytest.param("他说:熟了", "他说：熟了", id="colon"),
        pytest.param("熟了?熟了!", "熟了？熟了！", id="question and exclamation"),
        pytest.param("早稻(晚稻)", "早稻（晚稻）", id="brackets"),
        pytest.param("早稻熟了.", "早稻熟了。", id="a full stop"),
        pytest.param("早稻熟了....", "早稻熟了……", id="an ellipsis"),
        pytest.param("早稻--晚稻", "早稻——晚稻", id="a dash"),
        pytest.param("亩产512,比去年高", "亩产512，比去年高", id="a mark behind a figure"),
        pytest.param('他说:"熟了,来吧!"', '他说："熟了，来吧！"', id="beside straight quotes"),
        pytest.param("(GDP)增长", "（GDP）增长", id="Latin in brackets in Chinese"),
        pytest.param("青政发[2018]4号", "青政发〔2018〕4号", id="the year of a document"),
        pytest.param("早稻(GDP", "早稻（GDP", id="a lone bracket"),
        pytest.param("熟了?!熟了!!!", "熟了？！熟了！！！", id="marks side by side"),
        pytest.param("真的'?!'他问", "真的'？！'他问", id="marks side by side in quotes"),
        pytest.param("亚太经合组织APEC(1989)成立", "亚太经合组织APEC（1989）成立", id="a year"),
        pytest.param("邮箱:abcdefghij@example.com", "邮箱：abcdefghij@example.com", id="a label"),
        pytest.param("产量y(单位:斤)", "产量y（单位：斤）", id="a remark behind a letter"),
    ],
)
def test_marks_in_chinese_text_become_full_width(words: str, expected: str) -> None:
    assert widened(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("亩产1,024斤", id="thousands"),
        pytest.param("亩产3.1吨", id="a decimal"),
        pytest.param("上午8:30开镰", id="a time"),
        pytest.param("比分3:2险胜", id="a score"),
        pytest.param("网址https://example.org/a?b=1;c!d", id="an address"),
        pytest.param("信箱a.b@example.org", id="a mailbox"),
        pytest.param("2024-10-08开镰", id="a date"),
        pytest.param("版本3.11.2发布", id="a version"),
        pytest.param("歌名Hello, World传开", id="a Latin phrase"),
        pytest.param("早稻熟了，人都来了。", id="what is full-width already"),
        pytest.param("柳湾-石桥线", id="a hyphen"),
        pytest.param("设f(x)为产量，g(x, y)为面积。", id="functions"),
        pytest.param("程序从main()开始，求sin(x)的值。", id="functions with long names"),
    ],
)
def test_figures_times_and_latin_keep_theirs(words: str) -> None:
    assert widened(words) == words


def test_english_pages_keep_all() -> None:
    words = "The ferry (all of it) stops: why? 稻,田"
    assert widened(words, "en") == words


def test_every_text_of_the_page_is_mended() -> None:
    page = page_of(
        "headline 稻,田\ntable 年,月 | 数 // 稻,田 | 3\n"
        "picture a.png\ncaption 稻,田\nphoto_credit 稻,田"
    )
    own = next(page.articles[0].paragraphs(Role.HEADLINE))
    folio = Folio("04", paragraphs=(Paragraph(Role.FOLIO, own.text),))
    mended = widen_marks(Page("p", "", "zh-Hans", folio, (Section("", page.articles),)))
    words = [f.text for entry in ledger(mended) for f in [entry.fragment]]
    assert words.count("，") == 6
    assert "," not in words


def test_a_change_keeps_what_the_source_has() -> None:
    page = widen_marks(page_of("paragraph 熟了,来"))
    (changed,) = [entry.fragment for entry in ledger(page) if entry.fate is Fate.CHANGED]
    assert (changed.raw, changed.text, changed.at) == (",", "，", 2)
    assert getattr(changed.mark, "rule", None) is Rule.FULL_WIDTH


@given(_SENTENCES)
@example("稻A,),),),),),),稻田,")
def test_twice_is_once(words: str) -> None:
    assert widened(widened(words)) == widened(words)


@given(_SENTENCES)
def test_only_marks_change(words: str) -> None:
    assert [c for c in widened(words) if c.isalnum()] == [c for c in words if c.isalnum()]
