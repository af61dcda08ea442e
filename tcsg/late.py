"""Patterns that are compiled when they are first asked, for what few minutes have: to compile one takes as long as to read a line.

What most minutes need is compiled with `re.compile`, whose patterns are asked more quickly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

_ASKED = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Pattern:
    """What stands for a pattern that has been asked: the methods of the compiled one are its own attributes, found as fast."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def asked(self) -> Pattern:
        """Itself, compiled."""
        return self


class _Late(Pattern):
    """What stands for a pattern that nobody has asked yet."""

    def asked(self) -> Pattern:
        """Itself, compiled: it becomes what stands for that from now on."""
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((asked, getattr(compiled, asked)) for asked in _ASKED)
        self.__class__ = Pattern  # type: ignore[assignment]  # a class that has `__getattr__` finds what is there more slowly
        return self

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _ASKED:
                raise AttributeError(name)
            return getattr(self.asked(), name)


class _LateBeyond(_Late):
    """What stands for a pattern with letters beyond ASCII until a text is asked that has some; others are asked by one that has none.

    Where a class of a pattern mixes both, Python makes a table of 65,536 places to compile it.
    """

    def __init__(self, pattern: str, plain: str, flags: int) -> None:
        super().__init__(pattern, flags)
        self.plain = _Late(plain, flags)

    if not TYPE_CHECKING:

        def match(self, text: str, *span: int) -> re.Match[str] | None:
            return (self.plain if text.isascii() else self.asked()).match(text, *span)

        def search(self, text: str, *span: int) -> re.Match[str] | None:
            return (self.plain if text.isascii() else self.asked()).search(text, *span)

        def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
            return (self.plain if text.isascii() else self.asked()).fullmatch(text, *span)

        def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
            return (self.plain if text.isascii() else self.asked()).finditer(text, *span)


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001 - read as `late.compile`, like `re.compile`
    """Stand for a pattern until it is asked. What is none raises `re.error` then, so a test compiles them all."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


def beyond(pattern: str, plain: str, flags: int = 0) -> re.Pattern[str]:
    """The same for a pattern with letters beyond ASCII, beside the `plain` one that says the same of a text without any."""
    return cast("re.Pattern[str]", _LateBeyond(pattern, plain, flags))
