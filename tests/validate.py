"""`python -m tests.validate FILE...`: hold finished files against the checkers of their formats.

PDF: qpdf, page-validation, veraPDF. DOCX: openxml-audit, the Open XML SDK. EPUB: epubcheck, DAISY
Ace. JSON: our schema. What npm has is fetched once, into build/node; a checker that is not to be
had counts as an objection.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import jsonschema
import page

from tests.exporters.epub import checkers
from tests.exporters.pdf import verapdf as reference

SCHEMA = Path(__file__).parent.parent / "exporters" / "stonehand.schema.json"
_QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

NODE = Path(__file__).parent.parent / "build" / "node"
NODE_PACKAGES = ("@daisy/ace@1.4.6", "@ooxml-tools/validate@0.4.6")

Check = Callable[[Path], str]
"""What a checker has against a file; empty if nothing."""

Many = Callable[[Sequence[Path]], Mapping[str, Sequence[str]]]
"""The same for a checker that starts slowly and is shown all files at once."""


def _said(*command: str) -> str:
    env = {**os.environ, "JDK_JAVA_OPTIONS": _QUICK_JAVA}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@cache
def _node(program: str) -> str:
    """The path of a program that npm brings."""
    path = NODE / "node_modules" / ".bin" / program
    if not path.exists():
        NODE.mkdir(parents=True, exist_ok=True)
        # Scripts would download browsers; Ace is shown the Chromium that is installed.
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(NODE))
        subprocess.run(["npm", "install", *options, *NODE_PACKAGES], check=True)
    return str(path)


def qpdf(file: Path) -> str:
    """The file's syntax; warnings count."""
    return _said("qpdf", "--check", str(file))


def pdfa(file: Path) -> str:
    """PDF/A-2a and PDF/UA-1."""
    profiles = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
    results = [page.validate_pdf(str(file), profile=profile) for profile in profiles]
    return "\n".join(f"{f.rule_id}: {f.message}" for result in results for f in result.failures)


def verapdf(file: Path) -> str:
    """The same, by the reference checker."""
    program = reference.jar()
    return reference.complaints(program, file) if program else reference.WHY_NOT


def openxml(file: Path) -> str:
    """ECMA-376, as the newest Word reads it."""
    return _said(sys.executable, "-m", "openxml_audit", str(file))


def open_xml_sdk(file: Path) -> str:
    """The same, by the library that Word's makers publish."""
    said = subprocess.check_output([_node("ooxml-validate"), str(file), "--of", "json"], text=True)
    return "" if json.loads(said) == [] else said


def schema(file: Path) -> str:
    """The published schema of the JSON export."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    found = validator.iter_errors(json.loads(file.read_text("utf-8")))
    return "\n".join(error.message for error in found)


CHECKS: Mapping[str, tuple[Check, ...]] = {
    ".pdf": (qpdf, pdfa, verapdf),
    ".docx": (openxml, open_xml_sdk),
    ".epub": (),
    ".json": (schema,),
}
CHECKS_OF_MANY: Mapping[str, tuple[Many, ...]] = {".epub": (checkers.epubcheck, checkers.ace)}


def main(names: list[str]) -> int:
    """Print a line for each checker and file; 1 if any of them objects."""
    worst = 0
    for checker, file, against in _checked([Path(name) for name in names]):
        worst = max(worst, int(bool(against)))
        sys.stdout.write(f"{'FAILED' if against else 'passed'}  {checker}  {file.name}\n")
        sys.stdout.write(f"{against}\n" if against else "")
    return worst


def _checked(files: Sequence[Path]) -> Iterator[tuple[str, Path, str]]:
    for file in files:
        for check in CHECKS[file.suffix]:
            yield check.__name__, file, check(file).strip()
    for suffix, checks in CHECKS_OF_MANY.items():
        alike = [file for file in files if file.suffix == suffix]
        for look in checks if alike else ():
            against = look(alike)
            yield from ((look.__name__, file, "\n".join(against[str(file)])) for file in alike)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
