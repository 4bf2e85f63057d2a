"""Write what was made so that a reader finds either the whole file or none.

The bytes go to a new file in the target's folder, are forced to disk, and take the target's name
in one step. Whatever goes wrong on the way, the new file is removed and an old one stands as it
stood. A device (`/dev/null`) is written to directly: it has no whole to keep.
"""

import os
import sys
from pathlib import Path

from layout.errors import AccessError, Origin


def check(path: Path, overwrite: bool) -> None:
    """Refuse a target that cannot be written, before any work is done for it.

    Raises AccessError where its folder is missing or closed to us, where it is a folder itself,
    and where it exists and `overwrite` is not set.
    """
    try:
        _check(path, overwrite, Origin(str(path)))
    except OSError as fault:
        raise _unwritten(str(path), fault) from fault


def _check(path: Path, overwrite: bool, at: Origin) -> None:
    if path.is_dir():
        raise AccessError("is a folder", at, "name a file in it")
    if not path.parent.is_dir():
        raise _homeless(path, at)
    if _is_device(path):
        return
    if path.exists() and not overwrite:
        raise AccessError("exists already", at, "--overwrite replaces it")
    if not os.access(_behind_links(path).parent, os.W_OK):
        raise AccessError("its folder cannot be written to", at, "choose another one with -o")


def _homeless(path: Path, at: Origin) -> AccessError:
    if path.parent.exists():
        return AccessError(f"{path.parent} is no folder", at, "choose another one with -o")
    return AccessError("its folder does not exist", at, f"make it first: mkdir -p {path.parent}")


def write(path: Path, data: bytes, overwrite: bool = False) -> None:
    """Write the bytes to the path, whole or not at all. Raises AccessError."""
    check(path, overwrite)
    try:
        if _is_device(path):
            path.write_bytes(data)
        else:
            _write_beside(_behind_links(path), data)
    except OSError as fault:
        raise _unwritten(str(path), fault) from fault


def write_stdout(data: bytes) -> None:
    """Write the bytes to standard output. Raises AccessError where nobody reads on."""
    if sys.stdout is None:
        raise AccessError("standard output is closed", hint="name a file with -o")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as fault:
        # The interpreter flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise _unwritten("standard output", fault) from fault


def _behind_links(path: Path) -> Path:
    """Where the bytes go, since a link stays one; `Path.resolve` falls over links in a circle."""
    return Path(os.path.realpath(path))


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _write_beside(target: Path, data: bytes) -> None:
    beside = target.with_name(f".stonehand-{os.getpid()}.part")
    # Opened this way, not by tempfile, the file gets the rights that the user's umask gives.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _unwritten(where: str, fault: OSError) -> AccessError:
    reason = fault.strerror or str(fault)
    return AccessError(f"cannot be written: {reason}", Origin(where), "is there room and a reader?")
