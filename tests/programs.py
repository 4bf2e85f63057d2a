"""Programs with which tests look deeper: where one is absent, they skip and say what to install."""

import shutil

import pytest


def needs(program: str, package: str = "") -> pytest.MarkDecorator:
    """Mark tests that call a program, which a package of Debian brings."""
    reason = f"needs {program} (Debian: {package or program})"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)
