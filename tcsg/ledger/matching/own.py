"""The numbers that a committee gives its actions, as they are compared: `A-134` and `ACTION-134` are one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.numbering import bare_number

if TYPE_CHECKING:
    from collections.abc import Iterable

_ID = late.compile(r"[Aa][0-9A-Za-z-]+\.\d+$")
_PLACES = 2
"""Digits of the numbers that the list of a meeting may come to."""
_COUNTED = late.compile(r"([^\W\d_]{0,8}[-.#]?)0{0,3}(\d{1,6})$|(#)0{0,3}(\d{1,6})$")


@lru_cache(maxsize=4096)
def own_number(cite: str) -> str | None:
    """A committee's own number without the letters that call it an action; None for an id of the ledger."""
    return None if _ID.match(cite) else bare_number(cite)


def may_be_places(numbers: Iterable[str]) -> bool:
    """Whether numbers may be no more than places in a list that counts from 1, and so tell no two actions apart."""
    return all(number.isdigit() and len(number) <= _PLACES for number in numbers)


def own_numbers(cites: Iterable[str]) -> frozenset[str]:
    """The committee's own numbers among those that an action bears."""
    return frozenset([number for cite in cites if (number := own_number(cite)) is not None])


@lru_cache(maxsize=4096)
def counted(number: str) -> tuple[str, int] | None:
    """What stands before a number that may be of a count, and the number: of `T-34` and `#34`, but not of `58.3`."""
    match = _COUNTED.match(number)
    return ((match[1] or match[3] or "").casefold(), int(match[2] or match[4])) if match else None
