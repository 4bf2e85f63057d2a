"""Read a TOML file that a person wrote, and tell slips of the pen with their line."""

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from layout.errors import AccessError, ConfigError, Origin

_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")


def read_text(path: Path) -> str:
    """The characters of the file. Raises AccessError if it is closed, ConfigError if not UTF-8."""
    at = Origin(str(path))
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        hint = "look at its spelling, and whether it is a file that you may read"
        raise AccessError(f"cannot be read: {fault.strerror}", at, hint) from fault
    except UnicodeDecodeError as fault:
        raise ConfigError("is not UTF-8 text", at, "save it as UTF-8") from fault


def parse(path: Path, text: str) -> Mapping[str, object]:
    """The values in the text of the file. Raises ConfigError with the line where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = _SYNTAX_PLACE.search(str(fault))
        line = int(place[1]) if place else text.count("\n") + 1
        problem = _SYNTAX_PLACE.sub("", str(fault)).removesuffix(" (at end of document)")
        hint = 'write keys as title = "…", one a line'
        raise ConfigError(f"is not TOML: {problem}", Origin(str(path), line), hint) from fault


def meant(key: str, keys: Collection[str]) -> str:
    """The hint for a key that is none of these."""
    from difflib import get_close_matches  # for the rare slip of the pen

    near = get_close_matches(key, keys, 1)
    return f"did you mean {near[0]}?" if near else f"the keys are {', '.join(keys)}"
