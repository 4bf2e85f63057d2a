"""The command line as a user meets it: files, one line for what goes wrong, exit codes."""

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from stonehand.cli import COMMANDS, main

PAGE = """04 | 要闻
2022-09-27 星期二

# 清河新桥昨日通车

清河新桥昨日上午十时通车，两岸居民不必再绕行十里。桥长三百二十米，
桥面宽二十四米，设双向四条车道。

新桥自去年三月动工，比原定工期早了四十天。
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a page in it."""
    here = tmp_path / "issue"
    here.mkdir()
    (here / "page-04.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def standard_input(monkeypatch: pytest.MonkeyPatch) -> Iterator[BytesIO]:
    """What a pipe brings in."""
    data = BytesIO(PAGE.encode())
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(data))
    yield data
    monkeypatch.undo()


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def _one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that was said on standard error, and nothing on standard output."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    assert err.startswith("stonehand: ")
    return err


def test_writes_every_format_beside_each_other_in_silence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "page-04.md", "-f", "all"]) == 0
    assert _names(folder) == [f"page-04.{s}" for s in ("docx", "epub", "json", "md", "pdf")]
    assert (folder / "page-04.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "page-04.epub").read_bytes().startswith(b"PK")
    assert capsys.readouterr() == ("", "")


def test_needs_no_input_in_a_folder_of_pages(folder: Path) -> None:
    assert main(["export", "--format", "pdf"]) == 0
    assert _names(folder) == ["issue.pdf", "page-04.md"]


def test_binds_the_folder_in_the_order_of_page_numbers(folder: Path) -> None:
    (folder / "z.txt").write_text(PAGE.replace("04", "02", 1), encoding="utf-8")
    assert main(["export", "-o", "x.json"]) == 0
    edition = json.loads((folder / "x.json").read_text("utf-8"))
    assert [page["folio"]["number"] for page in edition["pages"]] == ["02", "04"]


def test_binds_named_inputs_in_the_order_given(folder: Path) -> None:
    (folder / "z.txt").write_text(PAGE, encoding="utf-8")
    (folder / "e.toml").write_text('title = "清河日报"\nnumber = 7', encoding="utf-8")
    inputs = ["z.txt", "page-04.md"]
    assert main(["export", *inputs, "-o", "x.json", "--edition", "e.toml"]) == 0
    edition = json.loads((folder / "x.json").read_text("utf-8"))
    assert [page["name"] for page in edition["pages"]] == ["z", "page-04"]
    assert (edition["title"], edition["number"]) == ("清河日报", "7")


def test_a_form_feed_parts_pages(folder: Path) -> None:
    (folder / "two.txt").write_text(f"{PAGE}\f{PAGE}", encoding="utf-8")
    assert main(["export", "two.txt", "-o", "x.json"]) == 0
    assert len(json.loads((folder / "x.json").read_text("utf-8"))["pages"]) == 2


def test_reads_a_pipe_and_writes_to_one(
    standard_input: BytesIO, capfdbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    assert main(["export", "-", "-f", "json"]) == 0
    edition = json.loads(capfdbinary.readouterr().out)
    assert edition["pages"][0]["name"] == "stdin"
    assert _names(folder) == ["page-04.md"]


def test_a_file_can_be_sent_to_a_pipe(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "page-04.md", "-f", "pdf", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF")


def test_same_page_same_bytes(folder: Path) -> None:
    main(["export", "page-04.md", "-f", "all"])
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    os.utime(folder / "page-04.md", (0, 0))
    main(["export", "page-04.md", "-f", "all", "--overwrite"])
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_refuses_to_overwrite(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "page-04.json").write_text("old")
    assert main(["export", "page-04.md", "-f", "all"]) == 5
    assert "page-04.json: exists already (--overwrite replaces it)" in _one_line(capsys)
    assert _names(folder) == ["page-04.json", "page-04.md"]
    assert main(["export", "page-04.md", "-f", "json", "--overwrite"]) == 0
    assert (folder / "page-04.json").read_text("utf-8").startswith("{")


def test_links_in_a_circle_are_no_fault_of_ours(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "circle.md").symlink_to("circle.md")
    assert main(["export", "circle.md", "-f", "json"]) == 5
    assert "circle.md: cannot be read: " in _one_line(capsys)
    assert _names(folder) == ["circle.md", "page-04.md"]


def test_resume_leaves_alone_what_is_newer_than_its_page(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, age in (("a", 100), ("b", -100)):
        (folder / f"{name}.md").write_text(PAGE, encoding="utf-8")
        (folder / f"{name}.json").write_text("old")
        now = time.time()
        os.utime(folder / f"{name}.json", (now + age, now + age))
    assert main(["export", "a.md", "b.md", "-f", "json", "--resume", "-v"]) == 0
    assert (folder / "a.json").read_text("utf-8") == "old"
    assert (folder / "b.json").read_text("utf-8") != "old"
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "a.json is up to date",
        "b.json",
        "stonehand: 2 of 2 editions are done",
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_failing_page_does_not_stop_the_others(
    jobs: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.md").touch()
    (folder / "last.md").write_text(PAGE, encoding="utf-8")
    inputs = ["page-04.md", "empty.md", "none.md", "last.md"]
    assert main(["export", *inputs, "-f", "json", "--jobs", jobs]) == 2
    assert _names(folder) == ["empty.md", "last.json", "last.md", "page-04.json", "page-04.md"]
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[1] for line in said[:2]] == ["empty.md", "none.md"]
    assert said[2:] == [
        "stonehand: 2 of 4 editions are done; failed: empty.md, none.md",
    ]


def test_an_edition_lacks_no_page_unnoticed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.md").touch()
    assert main(["export", "page-04.md", "empty.md", "none.md", "-o", "x.pdf"]) == 2
    assert [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()] == [
        "empty.md",
        "none.md",
    ]
    assert not (folder / "x.pdf").exists()


def _bad(name: str, data: bytes | None) -> list[str]:
    if data is not None:
        Path(name).write_bytes(data)
    return ["export", name, "-f", "json"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("none.md", None, 2, id="missing"),
        pytest.param("empty.md", b"", 2, id="empty"),
        pytest.param("blank.md", b" \n\r\n\t", 2, id="blank"),
        pytest.param("binary.md", bytes(range(256)) * 9, 2, id="binary"),
        pytest.param("scan.png", b"\x89PNG\r\n\x1a\n", 2, id="a picture"),
        pytest.param("latin.md", b"caf\xe9 \xff\xfe", 2, id="wrong encoding"),
        pytest.param("long.md", b"a" * 10**8, 2, id="100 MB of one character"),
        pytest.param(".", None, 2, id="a folder"),
        pytest.param("..", None, 2, id="the folder above"),
    ],
)
def test_a_bad_input_gets_one_line_with_a_hint(
    name: str, data: bytes | None, code: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_bad(name, data)) == code
    line = _one_line(capsys)
    assert name in line
    assert line.endswith(")\n"), "a hint stands in brackets at the end"
    assert not list(folder.glob("*.json"))
    assert not list(folder.glob(".*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_closed_file_or_folder_is_an_error_of_access(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "page-04.md").chmod(0)
    assert main(["export", "page-04.md"]) == 5
    assert "Permission denied" in _one_line(capsys)
    (folder / "page-04.md").chmod(0o400)
    folder.chmod(0o500)
    assert main(["export", "page-04.md"]) == 5
    assert "cannot be written" in _one_line(capsys)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param([], 1, "Usage", id="nothing"),
        pytest.param(["print"], 1, "No such command", id="no such command"),
        pytest.param(["export", "--colour"], 1, "No such option", id="no such option"),
        pytest.param(["export", "-f", "rtf"], 1, "'rtf' is not one of", id="no such format"),
        pytest.param(["export", "--jobs", "0"], 1, "0 is not in the range", id="no jobs"),
        pytest.param(["export", "-q", "-v"], 1, "contradict", id="quiet and verbose"),
        pytest.param(["export", "--paper", "papyrus"], 1, "papyrus", id="no such paper"),
        pytest.param(["inspect"], 1, "Missing argument", id="nothing to inspect"),
        pytest.param(["completion"], 1, "Choose from: bash, zsh, fish", id="no shell"),
        pytest.param(["export", "-o", ""], 1, "-o names nothing", id="empty name"),
        pytest.param(["export", "--images", "no"], 5, "no: there is no such folder", id="images"),
        pytest.param(["inspect", "none.md"], 2, "none.md", id="inspecting nothing"),
        pytest.param(["export", "-o", "no/x.pdf"], 5, "mkdir -p no", id="no folder"),
        pytest.param(
            ["export", "-o", "page-04.md/x.pdf"], 5, "page-04.md is no folder", id="a file"
        ),
        pytest.param(["export", "-o", "/dev/full", "-f", "json"], 5, "No space", id="full disk"),
        pytest.param(["export", "--edition", "no.toml"], 5, "No such file", id="no edition.toml"),
        pytest.param(["export", "--edition", "page-04.md"], 9, "not TOML", id="bad edition.toml"),
        pytest.param(["export", "-o", "x" * 300 + ".pdf"], 5, "too long", id="name too long"),
        pytest.param(["export", "x" * 300 + ".md"], 5, "too long", id="input name too long"),
    ],
)
def test_exit_codes(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_a_fault_of_ours_is_code_15_with_its_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("stonehand.run.rebuilt", faulty)
    assert main(["export", "page-04.md"]) == 15
    assert "Traceback" in capsys.readouterr().err
    monkeypatch.setattr("stonehand.commands.export.plan", faulty)
    assert main(["export", "page-04.md"]) == 15
    assert "ZeroDivisionError: ours" in capsys.readouterr().err


def test_an_interrupted_run_is_code_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    assert main(["export", "page-04.md", "-f", "json"]) == 130
    assert "interrupted" in capsys.readouterr().err
    assert _names(folder) == ["page-04.md"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_tidily(sign: signal.Signals, folder: Path) -> None:
    """Heard while it reads a pipe, which it must to have taken more than a pipe can hold."""
    command = [sys.executable, "-m", "stonehand", "export", "-", "-f", "json"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, sign, signal.SIG_DFL),  # ignored in a job behind `&`
    ) as process:
        assert process.stdin
        assert process.stderr
        assert process.stdout
        with process.stdin:
            process.stdin.write(b" " * 2**20)
            process.stdin.flush()
            time.sleep(0.3)  # Python looks for signals between two reads, not within one
            process.send_signal(sign)
            assert process.stderr.read().strip() == b"stonehand: interrupted"
            assert process.stdout.read() == b""
        assert process.wait() == 130


def test_a_reader_that_leaves_gets_one_line() -> None:
    pipe = "{ sleep 0.3; '%s' -m stonehand export page-04.md -f json -o -; echo $? >&2; } | true"
    done = subprocess.run(["bash", "-c", pipe % sys.executable], capture_output=True, text=True)
    assert done.stderr.splitlines() == [
        "stonehand: standard output: cannot be written: Broken pipe (is there room and a reader?)",
        "5",
    ]


def test_nothing_is_fetched(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, closed)
    links = "![桥](https://example.com/a.png)\n\n<img src='http://example.com/b.png'>\n"
    entity = '<!DOCTYPE a [<!ENTITY b SYSTEM "http://example.com/c">]>\n\n&b;\n'
    (folder / "page-04.md").write_text(f"{PAGE}\n{links}\n{entity}", encoding="utf-8")
    assert main(["export", "page-04.md", "-f", "all"]) == 0
    assert "nothing is fetched from a network" in capsys.readouterr().err


def test_a_picture_outside_the_folder_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "secret.png").write_bytes(b"secret")
    (folder / "page-04.md").write_text(f"{PAGE}\n![桥](../secret.png)\n", encoding="utf-8")
    assert main(["export", "page-04.md", "-f", "all"]) == 2
    assert "page-04.md:11: picture ../secret.png leads out" in _one_line(capsys)
    assert _names(folder) == ["page-04.md"]


def test_a_picture_is_in_every_format_that_can_show_it(folder: Path) -> None:
    Image.new("RGB", (64, 48), "red").save(folder / "bridge.png")
    (folder / "page-04.md").write_text(f"{PAGE}\n![桥](bridge.png)\n", encoding="utf-8")
    assert main(["export", "page-04.md", "-f", "all"]) == 0
    with PdfDocument(folder / "page-04.pdf") as pdf:
        assert [o.get_px_size() for o in pdf[0].get_objects([FPDF_PAGEOBJ_IMAGE])] == [(64, 48)]
    for suffix in ("docx", "epub"):
        with ZipFile(folder / f"page-04.{suffix}") as package:
            assert [name for name in package.namelist() if name.endswith(".png")]


def test_words_of_a_page_do_not_command_the_terminal(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = PAGE.replace("清河新桥昨日", "清河\x1b[31m红\x07\x9b2J桥")
    (folder / "page-04.md").write_text(f"{text}\n![桥](\x1b[2J.png)\n", encoding="utf-8")
    assert main(["inspect", "page-04.md"]) == 0
    assert main(["export", "page-04.md", "-f", "json"]) == 0
    said = "".join(capfd.readouterr())
    assert "红" in said
    assert not set("\x1b\x07\x9b") & set(said)


def test_inspect_shows_the_page_as_lines(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "page-04.md"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith("page page-04 ")
    assert any(line.strip() == "headline 清河新桥昨日通车" for line in lines)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_STONEHAND_COMPLETE" in capsys.readouterr().out


def test_completes_command_lines() -> None:
    line = {"COMP_WORDS": "stonehand export --form", "COMP_CWORD": "2"}
    env = {**os.environ, **line, "_STONEHAND_COMPLETE": "bash_complete"}
    done = subprocess.run(
        [sys.executable, "-m", "stonehand"], env=env, capture_output=True, text=True
    )
    assert done.stdout.strip() == "plain,--format"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"Usage: stonehand {command}" in out
    assert max(map(len, out.splitlines())) <= 80


def test_commands_are_told_of_in_whole_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out.partition("Commands:\n")[2].splitlines()
    assert len(listed) == len(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


def test_help_that_finds_no_room_gets_one_line() -> None:
    command = [sys.executable, "-m", "stonehand", "--help"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 5
    assert done.stderr.startswith("stonehand: the system refuses: No space left")
    assert done.stderr.count("\n") == 1


def test_what_is_said_stands_on_lines_of_its_own_above_the_bar(folder: Path) -> None:
    for name in ("a", "b"):
        (folder / f"{name}.md").write_text(PAGE, encoding="utf-8")
    inside, outside = pty.openpty()
    command = [sys.executable, "-m", "stonehand", "export", "a.md", "b.md", "-f", "json"]
    shown = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    done = subprocess.run(command, stderr=outside, env=shown)
    os.close(outside)
    seen = _read_all(inside)
    assert done.returncode == 0
    assert "Making editions" in seen
    for name in ("a.json", "b.json"):
        before = re.search(rf"[^\n]*(?={name})", seen)
        assert before
        assert not re.sub(r".*\r|\x1b\[[0-9;?]*[A-Za-z]", "", before[0]), "behind the bar"


def _read_all(terminal: int) -> str:
    """What was shown on a terminal that has no writers any more."""
    shown = b""
    with suppress(OSError):  # how Linux tells that nobody writes any more
        while data := os.read(terminal, 4096):
            shown += data
    os.close(terminal)
    return shown.decode()


def test_help_imports_nothing_that_only_work_needs() -> None:
    code = (
        "import sys; from stonehand.cli import main; main(['export', '--help']);"
        "print(*{m.split('.')[0] for m in sys.modules})"
    )
    out = subprocess.check_output([sys.executable, "-c", code], text=True)
    loaded = out.splitlines()[-1].split()
    heavy = {"rich", "reportlab", "docx", "ebooklib", "lxml", "PIL", "uharfbuzz", "markdown_it"}
    assert set(loaded).isdisjoint({*heavy, "budoux", "multiprocessing", "fonts", "readers"})
