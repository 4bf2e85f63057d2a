import pytest

from layout.script import in_han, is_han, language_of, script_of


@pytest.mark.parametrize(
    ("words", "language"),
    [
        pytest.param("这块稻田归谁管，问问镇里", "zh-Hans", id="simplified"),
        pytest.param("這塊稻田歸誰管，問問鎮裡", "zh-Hant", id="traditional"),
        pytest.param("水田上下", "zh-Hans", id="characters of both writings"),
        pytest.param(
            "渡口停航，老鎮长說起来头头是道，东门开了", "zh-Hans", id="one misread character"
        ),
        pytest.param("The ferry stops here", "en", id="English"),
        pytest.param(
            "Nora Whitlow (何诺拉) runs the ferry", "en", id="English with a Chinese name"
        ),
        pytest.param("用 USB 接口充电，运行 Linux 系统", "zh-Hans", id="Chinese with Latin names"),
        pytest.param("12 34 — …", "en", id="no letter at all"),
        pytest.param("", "en", id="nothing"),
    ],
)
def test_knows_the_language(words: str, language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    ("words", "han"),
    [
        pytest.param("2024年", True, id="a year"),
        pytest.param("LED灯", True, id="one Han for three letters"),
        pytest.param("Whitlow说", False, id="a long name outweighs one character"),
        pytest.param("2024", False, id="figures"),
        pytest.param("，。", False, id="marks"),
    ],
)
def test_knows_chinese_text(words: str, han: bool) -> None:
    assert in_han(words) is han


@pytest.mark.parametrize("character", [*"一龥㐀𠮷豈"])
def test_han_is_han(character: str) -> None:
    assert is_han(character)


@pytest.mark.parametrize("character", [*"，。a1 あ〇"])
def test_all_else_is_not(character: str) -> None:
    assert not is_han(character)


@pytest.mark.parametrize(("language", "script"), [("zh-Hans", "Hans"), ("zh-Hant", "Hant")])
def test_a_chinese_language_names_its_script(language: str, script: str) -> None:
    assert script_of(language) == script
