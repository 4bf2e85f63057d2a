"""How Hypothesis looks for examples: with patience, and in CI the same ones every time."""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")
