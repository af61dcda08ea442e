"""Patterns that are compiled when they are first asked: a command compiles the half of them that its minutes need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

_ASKED = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub")


class _Late:
    """What stands for a pattern; from the first question on its methods are those of the compiled one, found as fast."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _ASKED:
                raise AttributeError(name)
            compiled = re.compile(self.pattern, self.flags)
            self.__dict__.update((asked, getattr(compiled, asked)) for asked in _ASKED)
            return self.__dict__[name]


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001 - read as `late.compile`, like `re.compile`
    """Stand for a pattern until it is asked. What is none raises `re.error` then, so a test compiles them all."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
