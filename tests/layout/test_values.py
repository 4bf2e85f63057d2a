"""Values behave as frozen, slotted dataclasses of Python's own do."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import ClassVar

import pytest

from layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """A value with fields of every kind."""

    face: str
    size: float = 10.5
    lines: list[str] = field(default_factory=list)
    cache: dict[str, int] = field(default_factory=dict, compare=False)
    points: ClassVar[int] = 72

    @property
    def inches(self) -> float:
        """The size in inches."""
        return self.size / self.points


@dataclass(frozen=True)
class Word:
    """A value with room beside its only field."""

    letters: str

    @cached_property
    def shape(self) -> list[str]:
        """Made once."""
        return [*self.letters]


@dataclass(frozen=True, slots=True)
class Blank:
    """A value without fields."""


@dataclasses.dataclass(frozen=True, slots=True)
class Python:
    """The same as Python makes it."""

    face: str
    size: float = 10.5
    lines: list[str] = field(default_factory=list)
    cache: dict[str, int] = field(default_factory=dict, compare=False)
    points: ClassVar[int] = 72


@pytest.mark.parametrize("kind", [Type, Python])
def test_fields_are_filled_in_order_by_name_or_as_usual(kind: Callable[..., Type]) -> None:
    one, two = kind("Song", 9), kind(size=9, face="Song")
    assert (one.face, one.size, one.lines, one.points) == ("Song", 9, [], 72)
    assert one == two
    assert one.lines is not two.lines
    assert kind("Song").size == 10.5
    with pytest.raises(TypeError, match="face"):
        kind()


@pytest.mark.parametrize(
    ("value", "other", "alike"),
    [
        pytest.param(Type("Song"), Type("Song"), True, id="equal"),
        pytest.param(Type("Song"), Type("Kai"), False, id="one field differs"),
        pytest.param(Type("Song"), Type("Song", cache={"a": 1}), True, id="a field not compared"),
        pytest.param(Type("Song"), Python("Song"), False, id="another class"),
        pytest.param(Word("ab"), Word("ab"), True, id="one field"),
        pytest.param(Word("ab"), ("ab",), False, id="a tuple"),
        pytest.param(Blank(), Blank(), True, id="no field"),
    ],
)
def test_values_are_equal_by_class_and_fields(value: object, other: object, alike: bool) -> None:
    assert (value == other) is alike


def test_equal_values_are_one_key() -> None:
    assert {Word("ab"): 1, Word("cd"): 2, Blank(): 3}[Word("ab")] == 1
    assert len({Word("ab"), Word("ab"), Blank(), Blank()}) == 2


@pytest.mark.parametrize("name", ["letters", "shape", "unheard_of"])
def test_a_value_never_changes(name: str) -> None:
    word = Word("ab")
    with pytest.raises(FrozenInstanceError, match=name):
        setattr(word, name, "cd")
    with pytest.raises(FrozenInstanceError, match=name):
        delattr(word, name)
    assert word == Word("ab")


def test_a_slotted_value_holds_nothing_but_its_fields() -> None:
    assert not hasattr(Type("Song"), "__dict__")
    word = Word("ab")
    assert word.shape is word.shape
    assert vars(word) == {"shape": ["a", "b"]}


def test_it_is_shown_as_python_shows_it() -> None:
    assert repr(Type("宋", 9)) == repr(Python("宋", 9)).replace("Python", "Type")
    assert repr(Blank()) == "Blank()"


@pytest.mark.parametrize("value", [Type("Song", 9, ["a"]), Word("ab"), Blank()], ids=repr)
def test_it_can_be_copied_and_sent(value: object) -> None:
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert again == value
        assert type(again) is type(value)


def test_what_was_made_of_it_is_not_sent() -> None:
    word = Word("ab")
    assert word.shape
    assert vars(pickle.loads(pickle.dumps(word))) == {}


def test_to_python_it_is_a_dataclass() -> None:
    assert replace(Type("Song", 9), face="Kai") == Type("Kai", 9)
    assert dataclasses.asdict(Word("ab")) == {"letters": "ab"}
    assert [each.name for each in dataclasses.fields(Type)] == ["face", "size", "lines", "cache"]
    match Type("Song", 9):
        case Type(face, size):
            assert (face, size) == ("Song", 9)
