"""The folio: page, section, date, paper and editors, read as facts."""

from tests.accuracy.alignment import Aligned, leveled
from tests.accuracy.tally import Score
from tests.truth import Row, rows


def folio(aligned: Aligned, truth: Row, found: Score) -> None:
    folio, told = aligned.page.folio, truth["folio"]
    assert isinstance(told, dict)
    day = folio.day.isoformat() if folio.day else ""
    read = {"page": folio.number, "section": folio.section, "date": day}
    read |= {"weekday": folio.weekday, "paper": folio.paper}
    for key, value in read.items():
        if told.get(key):
            same = _folio_level(key, str(told[key])) == _folio_level(key, value)
            found.count("folio", same, f"{key} {value!r} for {told[key]!r}")
    names = {leveled(editor.name, latin=False) for editor in folio.editors}
    for editor in rows(told.get("editors") or []):
        name = leveled(str(editor["name"]), latin=False)
        found.count("folio", name in names, f"editor {editor['name']} not among {sorted(names)}")


def _folio_level(key: str, value: str) -> str:
    level = leveled(value, latin=False).lower()
    return level.removeprefix("第").removesuffix("版").lstrip("0") if key == "page" else level
