"""`python -m tests`: format, lint, types, import contracts and tests, one summary, one exit status.

The README, the commit hook and CI call this and nothing else. All checks run, also after one has
failed. Arguments go to pytest: `python -m tests -k title`.
"""

import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
_SCRIPTS = Path(sysconfig.get_path("scripts"))

CHECKS: dict[str, tuple[str, ...]] = {
    "format": (sys.executable, "-m", "ruff", "format", "--check", "."),
    "lint": (sys.executable, "-m", "ruff", "check", "."),
    "types": (sys.executable, "-m", "mypy"),
    "imports": (str(_SCRIPTS / "lint-imports"),),
    "tests": (sys.executable, "-m", "pytest", "--durations=10", "--durations-min=2"),
}


def main() -> int:
    """Run every check; the exit status is 0 if all passed, or else 1."""
    lines = [_checked(name, command) for name, command in CHECKS.items()]
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return int(any(line.startswith("FAILED") for line in lines))


def _checked(name: str, command: tuple[str, ...]) -> str:
    """Run one check in the open; its line of the summary."""
    sys.stdout.write(f"--- {name}\n")
    sys.stdout.flush()
    start = time.monotonic()
    asked = sys.argv[1:] if name == "tests" else []
    code = subprocess.run([*command, *asked], cwd=ROOT, check=False).returncode
    return f"{'FAILED' if code else 'passed'}  {name} ({time.monotonic() - start:.1f} s)"


if __name__ == "__main__":
    sys.exit(main())
