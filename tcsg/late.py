"""Patterns that are compiled when they are first asked, for what few minutes have: to compile one takes as long as to read a line.

What most minutes need is compiled with `re.compile`, whose patterns are asked more quickly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

_ASKED = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Pattern:
    """What stands for a pattern that has been asked: the methods of the compiled one are its own attributes, found as fast."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags


class _Late(Pattern):
    """What stands for a pattern that nobody has asked yet."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _ASKED:
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self.flags)
            self.__dict__.update((asked, getattr(compiled, asked)) for asked in _ASKED)
            self.__class__ = Pattern  # a class that has `__getattr__` finds what is there more slowly
            return self.__dict__[name]


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001 - read as `late.compile`, like `re.compile`
    """Stand for a pattern until it is asked. What is none raises `re.error` then, so a test compiles them all."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
