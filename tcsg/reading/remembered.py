"""What is worked out of a line is remembered while its page is read, since many rooms ask for it in their turn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 1 << 17
"""Texts that are remembered; a page of as many lines as one may have is asked for some two of each."""
_SMALL = 1 << 12
"""As many are remembered for the next page, whose titles are often the same."""
_rooms: list[Callable[..., object]] = []


def for_page(function: Callable[P, T]) -> Callable[P, T]:
    """Remember what a function says of a text until its page has been read."""
    made = lru_cache(maxsize=_MOST)(function)
    _rooms.append(made)
    return cast("Callable[P, T]", made)


def forget() -> None:
    """Forget it, once a page has been read, if it is much."""
    for made in _rooms:
        if made.cache_info().currsize > _SMALL:  # type: ignore[attr-defined]
            made.cache_clear()  # type: ignore[attr-defined]
