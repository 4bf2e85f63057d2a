"""openxml-audit and the Open XML SDK for many documents at once: one start of each for all."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from openxml_audit import OpenXmlValidator

_NODE = Path(__file__).parents[3] / "build" / "node"
_PACKAGE = "@ooxml-tools/validate@0.4.6"

Complaints = Mapping[str, Sequence[str]]
"""What there is against each document, by its path as given; empty lists for those that pass."""


def openxml(documents: Sequence[Path]) -> Complaints:
    """ECMA-376, as the newest Word reads it."""
    # A validator that is used again takes the comments of one document for those of another.
    found = {str(file): OpenXmlValidator().validate(file).errors for file in documents}
    return {file: [str(error) for error in errors] for file, errors in found.items()}


def open_xml_sdk(documents: Sequence[Path]) -> Complaints:
    """The same, by the library that Word's makers publish. Needs npm."""
    script = str(Path(__file__).with_name("sdk.mjs"))
    command = ["node", script, str(_library()), *map(str, documents)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(line) for line in said.splitlines() if line.startswith("["))


def _library() -> Path:
    """The checker's module, fetched where it is not there."""
    module = _NODE / "node_modules" / "@ooxml-tools" / "validate" / "dist" / "npm" / "index.js"
    if not module.exists():
        _NODE.mkdir(parents=True, exist_ok=True)
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(_NODE))
        subprocess.run(["npm", "install", *options, _PACKAGE], check=True)
    return module
