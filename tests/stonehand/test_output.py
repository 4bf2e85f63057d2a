"""A file is written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from layout.errors import AccessError
from stonehand import output


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_writes_the_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    output.write(tmp_path / "page.pdf", b"whole")
    assert (tmp_path / "page.pdf").read_bytes() == b"whole"
    assert _names(tmp_path) == ["page.pdf"]


def test_gives_the_rights_that_the_umask_gives(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        output.write(tmp_path / "page.pdf", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "page.pdf").stat().st_mode) == 0o640


def test_refuses_to_overwrite_unless_told_to(tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")
    with pytest.raises(AccessError, match=r"exists already.*--overwrite"):
        output.write(target, b"new")
    assert target.read_bytes() == b"old"
    output.write(target, b"new", overwrite=True)
    assert target.read_bytes() == b"new"


def test_writes_through_a_link_and_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(tmp_path / "page.pdf")
    output.write(tmp_path / "link.pdf", b"new", overwrite=True)
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "page.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "write"])
def test_a_full_disk_leaves_the_old_file_and_no_other(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "page.pdf"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(AccessError, match="No space left"):
        output.write(target, b"new", overwrite=True)
    assert _names(tmp_path) == ["page.pdf"]
    assert target.read_bytes() == b"old"


def test_a_stop_in_the_middle_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        output.write(tmp_path / "page.pdf", b"new")
    assert _names(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_an_error_of_access() -> None:
    with pytest.raises(AccessError, match="No space left"):
        output.write(Path("/dev/full"), b"new")


def test_a_device_needs_no_leave_to_overwrite() -> None:
    output.write(Path(os.devnull), b"new")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        pytest.param("missing/page.pdf", "folder does not exist.*mkdir", id="no folder"),
        pytest.param(".", "is a folder", id="a folder"),
    ],
)
def test_says_why_a_target_cannot_be(path: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(AccessError, match=problem):
        output.check(tmp_path / path, overwrite=True)


def test_names_of_any_length_that_the_system_takes_are_written(tmp_path: Path) -> None:
    name = "版" * 83 + ".pdf"
    output.write(tmp_path / name, b"whole")
    assert _names(tmp_path) == [name]
    with pytest.raises(AccessError, match="File name too long"):
        output.check(tmp_path / ("版" * 100), overwrite=True)
