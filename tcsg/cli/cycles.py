"""Work during which Python does not look for cycles among all values there are."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


@contextmanager
def unswept() -> Iterator[None]:
    """Leave cycles where they are: reading and following make a great many values and next to no cycles, and to look through all is dear."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # all that was made counts as old from here on, or the next new value would have Python look through it
            gc.enable()


def left(value: T) -> T:
    """Leave what was made to the system: to take apart all values of a long carry takes as long as to write its ledger.

    A cycle holds it, so that it goes when Python looks for cycles, which a command does not live to see.
    """
    held: list[object] = [value]
    held.append(held)
    return value
