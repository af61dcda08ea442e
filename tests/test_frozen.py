"""Frozen values are dataclasses in all but when their methods are made."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

import pytest

from tcsg import frozen as house
from tcsg.frozen import frozen, slotted
from tcsg.model import Place


@frozen
class Lamp:
    """A lamp."""

    room: str
    watts: int = 40
    colors: list[str] = field(default_factory=list)
    notes: object = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @property
    def bright(self) -> bool:
        return self.watts > 60


@dataclass(frozen=True, slots=True)
class Plain:
    """The same by the standard library."""

    room: str
    watts: int = 40
    colors: list[str] = field(default_factory=list)
    notes: object = field(default_factory=lambda: MappingProxyType({}), compare=False)


def test_it_is_made_compared_and_shown_as_a_dataclass_is() -> None:
    assert Lamp("hall") == Lamp("hall", 40, [], MappingProxyType({"a": 1}))
    assert Lamp("hall") != Lamp("attic")
    assert Lamp("hall").__eq__(Plain("hall")) is NotImplemented
    assert repr(Lamp("hall", watts=80)) == repr(Plain("hall", watts=80)).replace("Plain", "Lamp")
    assert Lamp("hall", 80).bright
    assert Lamp.__doc__ == "A lamp."
    assert [f.name for f in fields(Lamp)] == [f.name for f in fields(Plain)]
    assert dataclasses.is_dataclass(Lamp)


def test_each_value_has_its_own_default_from_a_factory() -> None:
    one, other = Lamp("hall"), Lamp("attic")
    one.colors.append("red")
    assert other.colors == []


def test_what_is_worked_out_follows_from_the_other_fields() -> None:
    @frozen
    class Room:
        wide: int
        long: int = 1
        area: int = field(init=False, repr=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "area", self.wide * self.long)

    room = Room(3, 4)
    assert room.area == 12
    assert house.replace(room, wide=5).area == replace(room, wide=5).area == 20
    assert repr(room).endswith("Room(wide=3, long=4)")
    with pytest.raises(TypeError):
        Room(3, 4, 12)  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        room.area = 5  # type: ignore[misc]


def test_a_value_of_many_fields_works_out_as_well() -> None:
    @frozen
    class Shelf:
        boards: int
        width: int = 1
        depth: int = 1
        height: int = 1
        room: str = ""
        load: int = field(init=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "load", self.boards * self.width)

    assert Shelf(3, 4).load == 12
    assert house.replace(Shelf(3, 4), boards=2).load == 8
    assert Shelf(3, 4) == Shelf(3, 4)


def test_it_stays_what_it_is() -> None:
    lamp = Lamp("hall")
    with pytest.raises(dataclasses.FrozenInstanceError):
        lamp.room = "attic"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del lamp.room
    assert replace(lamp, room="attic") == Lamp("attic")
    assert lamp.room == "hall"


def test_replacing_gives_what_dataclasses_give() -> None:
    lamp = Lamp("hall", 80, ["red"])
    for changes in ({}, {"room": "attic"}, {"watts": 5, "colors": []}):
        assert house.replace(lamp, **changes) == replace(lamp, **changes)
    assert house.replace(lamp, room="attic").colors is lamp.colors
    with pytest.raises(TypeError):
        house.replace(lamp, price=3)  # type: ignore[call-arg]


def test_a_value_of_many_fields_is_as_frozen_as_one_of_few() -> None:
    @frozen
    class Many:
        open: int
        same: int
        cls: int
        new: int
        become: int = 5
        notes: list[str] = field(default_factory=list)

    many = Many(1, 2, 3, 4)
    assert house.replace(many, new=9) == Many(1, 2, 3, 9, 5, [])
    assert type(many) is type(house.replace(many, new=9)) is Many
    for value in (many, house.replace(many, open=0)):
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.same = 1  # type: ignore[misc]
        assert not hasattr(value, "__dict__")


def test_missing_and_strange_arguments_are_refused() -> None:
    with pytest.raises(TypeError):
        Lamp()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Lamp("hall", price=3)  # type: ignore[call-arg]


def test_equal_values_have_equal_hashes_and_places_an_order() -> None:
    assert len({Place("a.md", 1), Place("a.md", 1), Place("a.md", 2)}) == 2
    assert min(Place("b.md", 1), Place("a.md", 2), Place("a.md", 1)) == Place("a.md", 1)
    with pytest.raises(TypeError):
        Lamp("a") < Lamp("b")  # type: ignore[operator]  # noqa: B015


def test_it_can_be_matched_and_pickled() -> None:
    match Lamp("hall", 60):
        case Lamp(room, watts):
            assert (room, watts) == ("hall", 60)
    assert pickle.loads(pickle.dumps(Place("a.md", 3))) == Place("a.md", 3)  # noqa: S301


def test_nothing_is_compiled_until_it_is_used() -> None:
    spy = "from tcsg.model import Action; print(type(vars(Action)['__init__']).__name__)"
    done = subprocess.run([sys.executable, "-c", spy], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "_Later"


def test_a_dataclass_may_have_it_as_its_base() -> None:
    @dataclass(frozen=True, slots=True)
    class Spot(Place):
        column: int

    spot = Spot("a.md", 1, 3)
    assert [f.name for f in fields(spot)] == ["path", "line", "column"]
    assert str(replace(spot, line=2)) == "a.md:2"
    with pytest.raises(dataclasses.FrozenInstanceError):
        spot.line = 4  # type: ignore[misc]


def test_to_be_replaced_takes_no_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    @frozen
    class Mark:
        color: str

    monkeypatch.setattr("inspect.signature", pytest.fail)  # it reads Python's own grammar for it, and is slow
    assert replace(Mark("red"), color="blue").color == "blue"


@slotted
class Shelf:
    room: str
    books: list[str] = field(default_factory=list)
    full: bool = False


def test_what_changes_has_slots_and_is_only_itself() -> None:
    shelf, other = Shelf("hall"), Shelf("hall")
    shelf.full = True
    shelf.books.append("atlas")
    assert (shelf.full, other.full, other.books) == (True, False, [])
    assert shelf != Shelf("hall", ["atlas"], full=True)
    assert repr(shelf) == "Shelf(room='hall', books=['atlas'], full=True)"
    with pytest.raises(AttributeError):
        shelf.depth = 3  # type: ignore[attr-defined]
