"""Death notices: a name stands over a text that begins with it, and tells an age.

`Harlan J. Stoddard` over `Harlan "Bud" Stoddard, 78, of rural Wickersham` looks like a subhead, but
each of the dead has a notice of their own.
"""

import re

_NAME = re.compile(
    r"([A-Z][\w’'-]+)(?: [A-Z\"“(][\w.’'\"”)-]*){0,3} ([A-Z][\w’'-]+)(?:,? (?:Jr|Sr)\.)?$"
)
_AGE = re.compile(r", (?:aged? )?[0-9]{1,3},")
_NEAR = 90


def names_the_dead(words: str, below: str) -> bool:
    """Whether words are the name that the text below begins with, before an age."""
    name = _NAME.match(words.title() if words.isupper() else words)
    if not name:
        return False
    told, (first, last) = below[:_NEAR].casefold(), map(str.casefold, name.groups())
    return told.startswith(first) and last in told and bool(_AGE.search(told))
