"""Speak to whoever sits at the terminal, if someone does, and let no page speak to it directly."""

import sys
import unicodedata
from typing import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees what is written there; a stream that was closed is None."""
    return stream is not None and stream.isatty()


def harmless(words: str) -> str:
    """Words from a page or a file's name, unable to command a terminal or to pose as a line."""
    return "".join("\ufffd" if unicodedata.category(c)[0] == "C" else c for c in words)


def say(words: str) -> None:
    """One line on standard error, above a bar if one is shown: it listens to `sys.stderr`."""
    if sys.stderr is not None:
        sys.stderr.write(f"{harmless(words)}\n")
