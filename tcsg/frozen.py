"""Frozen dataclasses that cost next to nothing until the first value is made.

`dataclasses.dataclass` compiles six methods for each class when its module is imported, half a millisecond or more; a command
has some sixty classes and uses ten. This one compiles them when one of them is first asked for. What comes out is a dataclass
to `replace`, `fields` and type checkers: frozen, with slots, equal and hashed by its fields. It has no bases, and of what
`field` can say it knows `default`, `default_factory` and `compare`, and `init=False` for what a `__post_init__` works out from the
other fields; a dataclass may have it as its base. `slotted` does the same for classes whose values change.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError, field
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")

_METHODS = ("__init__", "__eq__", "__hash__", "__repr__", "__replace__", "__dataclass_fields__", "__dataclass_params__")
_ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, order: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, order: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class a frozen dataclass with slots; with `order` its values compare as the tuples of their fields."""
    fixed = {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}

    def made(cls: Any) -> Any:
        return _with_methods(cls, (*_METHODS, *(_ORDER if order else ())), fixed)

    return made if cls is None else made(cls)


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def slotted(cls: type[T], /) -> type[T]:
    """Make a class one of slots whose values change, each equal to nothing but itself."""
    made: type[T] = _with_methods(cls, ("__init__", "__repr__"), {})
    return made


def _with_methods(cls: Any, methods: Sequence[str], fixed: Mapping[str, object]) -> Any:
    """The class with slots for its fields, with some methods that wait until they are asked for, and others as they are."""
    if cls.__bases__ != (object,):
        raise TypeError(f"{cls.__name__} has bases; make it with dataclasses.dataclass")
    space: dict[str, Any] = dict(cls.__dict__)
    names = tuple(space.get("__annotations__", ()))
    given = {name: space.pop(name) for name in names if name in space}
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    later = {name: _Later(name, given) for name in methods if name not in cls.__dict__}
    return type(cls)(cls.__name__, (), {**space, **later, **fixed, "__slots__": names, "__match_args__": names})


def _refuse(_self: object, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__slots__]


def _restore(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    from dataclasses import replace as replace  # noqa: PLC0414 - to a type checker it is that one
else:

    def replace(value: Any, /, **changes: object) -> Any:
        """`dataclasses.replace` for a frozen value, in a fifth of the time: for where values are replaced by the thousand."""
        return value.__replace__(**changes)


_SAME = object()
"""Stands for what a field has already."""
_BECOME = object.__dict__["__class__"].__set__
_FEW = 4
"""Fields that are set one by one as quickly."""


class _Later:
    """Stands for a method of a class until that is asked for; then the method takes its place."""

    __slots__ = ("given", "name")

    def __init__(self, name: str, given: Mapping[str, Any]) -> None:
        self.name = name
        self.given = given

    def __get__(self, value: object, cls: type) -> Any:
        made = _told if self.name.startswith("__dataclass_") else _method
        setattr(cls, self.name, made(self.name, cls, self.given))
        return getattr(cls if value is None else value, self.name)


def _method(name: str, cls: Any, given: Mapping[str, Any]) -> Any:
    """A method, compiled; what it says is what `dataclasses` would write, but for the assignment, which goes by the slots."""
    space = {"_cls": cls}
    names = [n for n in cls.__slots__ if not isinstance(given.get(n), Field) or given[n].init]
    compared = [n for n in cls.__slots__ if not isinstance(given.get(n), Field) or given[n].compare]
    mine, other = (f"({''.join(f'{who}.{n}, ' for n in compared)})" for who in ("self", "other"))
    if name == "__init__":
        space |= {f"_{n}": _default(given[n]) for n in names if n in given}
        body = _filled("self", cls, space, {n: f"_{n}() if {n} is _{n} else {n}" if _factory(given.get(n)) else n for n in names})
        text = f"def __init__(self, {', '.join(f'{n}=_{n}' if n in given else n for n in names)}):\n " + "\n ".join(body or ["pass"])
    elif name == "__replace__":
        space |= {"__new": object.__new__, "__same": _SAME}
        body = _filled("__value", cls, space, {n: f"self.{n} if {n} is __same else {n}" for n in names})
        text = f"def __replace__(self, /, {', '.join(f'{n}=__same' for n in names)}):\n __value = __new(_cls)\n " + "\n ".join(
            [*body, "return __value"]
        )
    elif name == "__hash__":
        text = f"def __hash__(self):\n return hash({mine})"
    elif name == "__repr__":
        shown = [n for n in cls.__slots__ if not isinstance(given.get(n), Field) or given[n].repr]
        text = f"def __repr__(self):\n return f'{cls.__qualname__}({', '.join(f'{n}={{self.{n}!r}}' for n in shown)})'"
    else:
        text = f"def {name}(self, other):\n return {mine} {_ORDER.get(name, '==')} {other} if other.__class__ is _cls else NotImplemented"
    exec(text, space)  # noqa: S102 - the names are those of the class's own fields, as in `dataclasses`
    method: Any = space[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method


def _filled(value: str, cls: Any, space: dict[str, Any], fields: Mapping[str, str]) -> list[str]:
    """The lines that give a new value its fields, by name; what they ask for is put into `space`.

    A frozen class takes an attribute only by a call of its slot, and a value of many fields is made mostly of these calls. So while
    it is filled it is of a class with the same slots that is not frozen.
    """
    worked_out = [f"{value}.__post_init__()"] if hasattr(cls, "__post_init__") else []
    if cls.__setattr__ is object.__setattr__:
        return [*(f"{value}.{n} = {given}" for n, given in fields.items()), *worked_out]
    if len(fields) <= _FEW:
        space |= {f"_set_{n}": cls.__dict__[n].__set__ for n in fields}
        return [*(f"_set_{n}({value}, {given})" for n, given in fields.items()), *worked_out]
    space |= {"__become": _BECOME, "__unfrozen": type(cls.__name__, (), {"__slots__": cls.__slots__})}
    filled = [f"{value}.{n} = {given}" for n, given in fields.items()]
    return [f"__become({value}, __unfrozen)", *filled, f"{value}.__class__ = _cls", *worked_out]


def _factory(default: object) -> bool:
    return isinstance(default, Field) and default.default_factory is not MISSING


def _default(default: Any) -> Any:
    """The default of a parameter; of a field that has a factory the factory, which no caller gives as a value."""
    if not isinstance(default, Field):
        return default
    return default.default_factory if _factory(default) else default.default


def _told(name: str, cls: Any, given: Mapping[str, Any]) -> Any:
    """What `dataclasses` asks a dataclass about itself."""
    # With a docstring of its own: else `dataclasses` makes one of the signature, and for that brings a whole tokenizer.
    plain = type(cls.__name__, (), {"__annotations__": cls.__annotations__, "__module__": cls.__module__, "__doc__": cls.__name__, **given})
    return getattr(dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False, frozen=name == "__dataclass_params__")(plain), name)
