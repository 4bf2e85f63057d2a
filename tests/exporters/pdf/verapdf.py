"""`python -m tests.exporters.pdf.verapdf FILE...`: the reference checker for PDF/A and PDF/UA.

veraPDF is fetched once, by Maven, into build/verapdf. Where there is no Java or Maven does not
reach its repository, `jar` returns None; a test then skips and says so.
"""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

WHY_NOT = "veraPDF is not at hand: it needs Java, and Maven with a way to its central repository"
PROFILES = ("2a", "ua1")
_VERSION = "1.28.2"
_FOLDER = Path(__file__).parents[3] / "build" / "verapdf"
_JAR = _FOLDER / f"greenfield-apps-{_VERSION}.jar"
_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
_PATIENCE = 300  # seconds for a first download


@cache
def jar() -> Path | None:
    """The program, fetched if need be."""
    if not shutil.which("java"):
        return None
    if not _JAR.exists() and shutil.which("mvn"):
        artifact = f"-Dartifact=org.verapdf.apps:greenfield-apps:{_VERSION}"
        command = ["mvn", "-q", "-B", "dependency:copy", artifact, f"-DoutputDirectory={_FOLDER}"]
        subprocess.run(command, check=False, timeout=_PATIENCE, capture_output=True)
    return _JAR if _JAR.exists() else None


def complaints(program: Path, *files: Path, profiles: tuple[str, ...] = PROFILES) -> str:
    """What veraPDF has against the files; empty if nothing."""
    return "".join([_complaints(program, profile, files) for profile in profiles])


def _complaints(program: Path, profile: str, files: tuple[Path, ...]) -> str:
    command = ["java", "-cp", str(program), _MAIN, "--format", "text", "-v", "-f", profile]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    passed = sum(line.startswith("PASS") for line in done.stdout.splitlines())
    return "" if passed == len(files) else done.stdout + done.stderr


def main() -> int:
    """Print the complaints; 1 if there are any, 3 without veraPDF."""
    program = jar()
    if program is None:
        sys.stderr.write(f"{WHY_NOT}\n")
        return 3
    said = complaints(program, *map(Path, sys.argv[1:]))
    sys.stdout.write(said)
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
