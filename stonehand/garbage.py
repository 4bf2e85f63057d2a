"""How often Python looks for cyclic garbage: seldom, for nearly all that is made stays to the end.

A page is frozen values that hold one another and no cycles. Looking through them again and again,
as Python does by default after every 700 new containers, is a tenth of a long run.
"""

import gc

_AFTER = 2_000_000  # more new containers than gone; a page of a megabyte makes half as many


def look_seldom() -> None:
    """From now on, in this process."""
    gc.set_threshold(_AFTER)
