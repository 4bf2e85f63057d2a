"""The scorer of ../shared, asked about a rebuilt page through the neutral result."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from exporters.json import write
from layout.model import Edition, Page
from tests.cases import SHARED
from tests.neutral import neutral
from tests.truth import Row, dumped

SCORER = SHARED / "score.py"


def their_score(rebuilt: Page, truth: Row) -> Mapping[str, float | None]:
    """What score.py says of the page, by its own names."""
    model = json.loads(write(Edition("", rebuilt.language, (rebuilt,))))
    with TemporaryDirectory() as name:
        files = [Path(name) / "truth.json", Path(name) / "result.json"]
        files[0].write_text(dumped(truth), encoding="utf-8")
        files[1].write_text(json.dumps(neutral(model), ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, str(SCORER), *map(str, files), "--json"]
        done = subprocess.run(command, capture_output=True, check=True)
    found: Mapping[str, float | None] = json.loads(done.stdout)
    return found
