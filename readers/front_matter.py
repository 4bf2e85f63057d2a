"""What a program says of a page above it, in YAML between two rules: no words of the page.

Engines that read with a language model begin so (`primary_language: en`), and programs that keep
Markdown do. Only keys in small Latin letters count: a printed notice has none.
"""

import re

_END = r"(?:\r\n|\r|\n)"
_KEY = rf"[a-z][\w-]*:(?:[ \t][^\r\n]*)?{_END}"
_MORE = rf"(?:[ \t]+|- )[^\r\n]*{_END}"
_FRONT_MATTER = re.compile(rf"---[ \t]*{_END}(?:{_KEY}(?:{_MORE})*)+---[ \t]*(?:{_END}|$)")


def behind_front_matter(source: str) -> int:
    """Where the page begins behind it; 0 where there is none."""
    found = _FRONT_MATTER.match(source)
    return found.end() if found else 0
