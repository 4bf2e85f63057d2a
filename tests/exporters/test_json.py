import json
from datetime import date
from importlib.resources import files
from itertools import chain
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from exporters.json import SCHEMA, write
from layout.geometry import Box, Size
from layout.model import (
    Article,
    Edition,
    Editor,
    Folio,
    Kind,
    Page,
    Punctuation,
    Role,
    Section,
    Table,
)
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text
from tests.build import edition_of
from tests.exporters.editions import editions, texts

Json = dict[str, Any]


def in_json(text: Text) -> Json:
    """The text as a cell of a table in the export, read back."""
    article = Article(Kind.TABLE, (Table(((text,),)),))
    page = Page("p", "", "zh-Hans", Folio(), (Section("", (article,)),))
    exported = json.loads(write(Edition("t", "zh-Hans", (page,))))
    cell = exported["pages"][0]["sections"][0]["articles"][0]["blocks"][0]["rows"][0][0]
    assert isinstance(cell, dict)
    return cell


def text_from(words: Json) -> Text:
    """A text from its export, with nothing but what the schema tells about it."""
    fragments: list[Fragment] = []
    done, source = 0, words["at"]
    for entry in chain(words["history"], [{"kind": "end", "offset": len(words["text"]), "at": 0}]):
        plain = words["text"][done : entry["offset"]]
        fragments.append(Fragment(plain, plain, source))
        read = Fragment(entry.get("text", ""), entry.get("raw", ""), entry["at"], mark_from(entry))
        fragments.append(read)
        done, source = entry["offset"] + len(read.text), read.end
    return Text(tuple(fragments))


def mark_from(entry: Json) -> Mark | None:
    why, certainty = entry.get("why", ""), entry.get("certainty", 1.0)
    match entry["kind"]:
        case "gap":
            return Gap(entry["longest"], why, certainty, entry.get("guess", ""))
        case "line_end":
            return LineEnd(entry.get("column", False), why, certainty)
        case "suggestion":
            return Suggestion(entry["reading"], Rule(entry["rule"]), why, certainty)
    return Edit(Rule(entry["rule"]), why, certainty) if "rule" in entry else None


def merged(text: Text) -> tuple[Fragment, ...]:
    """The fragments with neighbours that were plainly kept as one."""
    whole: list[Fragment] = []
    for fragment in text.fragments:
        plain = fragment.mark is None and fragment.text == fragment.raw
        last = whole[-1] if whole else None
        if plain and not fragment.text:
            continue
        if plain and last and (last.mark, last.text, last.end) == (None, last.raw, fragment.at):
            both = last.text + fragment.text
            whole[-1] = Fragment(both, both, last.at)
        else:
            whole.append(fragment)
    return tuple(whole)


@given(texts())
def test_every_text_can_be_rebuilt_from_the_file(text: Text) -> None:
    assert merged(text_from(in_json(text))) == merged(text)


@pytest.fixture(scope="module")
def schema() -> Json:
    published: Json = json.loads(files("exporters").joinpath("stonehand.schema.json").read_bytes())
    return published


@given(edition=editions())
def test_every_edition_fits_the_schema(edition: Edition, schema: Json) -> None:
    written = json.loads(write(edition))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(
        written
    )


def test_tells_where_articles_stood(schema: Json) -> None:
    article = Article(Kind.NEWS, (), box=Box(10.004, 20, 100, 1 / 3))
    page = Page("p", "", "zh-Hans", Folio(), (Section("", (article,)),), scan=Size(240, 100))
    written = json.loads(write(Edition("t", "zh-Hans", (page,))))
    jsonschema.validate(written, schema)
    (told,) = written["pages"]
    assert told["scan"] == {"width": 240, "height": 100}
    box = told["sections"][0]["articles"][0]["box"]
    assert box == {"x": 10.0, "y": 20, "width": 100, "height": 0.33}


def test_the_schema_is_one(schema: Json) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SCHEMA


@pytest.mark.parametrize(
    ("path", "values"),
    [
        pytest.param(("paragraph", "role"), Role, id="roles"),
        pytest.param(("article", "kind"), Kind, id="kinds"),
        pytest.param(("measure", "punctuation"), Punctuation, id="punctuation"),
        pytest.param(("entry", "rule"), Rule, id="rules"),
    ],
)
def test_the_schema_knows_every_word(path: tuple[str, str], values: Any, schema: Json) -> None:
    definition, name = path
    assert schema["$defs"][definition]["properties"][name]["enum"] == [v.value for v in values]


def test_everything_in_the_schema_is_described(schema: Json) -> None:
    bare = [
        f"{name}.{key}"
        for name, definition in schema["$defs"].items()
        for key, value in definition.get("properties", {}).items()
        if "description" not in value and "$ref" not in value and "const" not in value
    ]
    assert bare == []


def test_a_page_reads_well() -> None:
    written = write(edition_of("headline 甲乙 / 丙丁\nparagraph 一行｜百强⟨2⟩")).decode()
    lines = [line.strip().rstrip(",") for line in written.splitlines()]
    assert '"parts": ["甲乙", "丙丁"]' in lines
    assert '"history": [{"kind": "line_end", "offset": 3, "at": 3}]' in lines
    assert '"text": "一行百强"' in lines
    assert '"why": "the line is full and ends in the air"' in lines
    assert written.endswith("}\n")


def test_the_folio_is_written() -> None:
    folio = Folio("04", "要闻", date(2022, 9, 27), "星期二", "清河日报", (Editor("编辑", "甲"),))
    page = Page("p", "s", "zh-Hans", folio, ())
    written = json.loads(write(Edition("清河日报", "zh-Hans", (page,), date(2022, 9, 27))))
    assert written["day"] == "2022-09-27"
    assert written["pages"][0]["folio"]["editors"] == [{"duty": "编辑", "name": "甲"}]
    assert written["pages"][0]["folio"]["day"] == "2022-09-27"


def test_characters_no_text_should_hold_survive() -> None:
    odd = "\x00\x1b\x85\u2028\ud800]]>&\ufffe"
    assert in_json(Text((Fragment(odd, odd, 0),)))["text"] == odd


def test_the_same_edition_gives_the_same_bytes() -> None:
    notation = "headline 甲\nparagraph 乙⟨3⟩\ntable 年 | 数 // 2012 | 3"
    assert write(edition_of(notation)) == write(edition_of(notation))
