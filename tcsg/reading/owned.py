"""The owners that words name, and where they stand in them."""

from __future__ import annotations

from tcsg.frozen import frozen


@frozen
class Owned:
    """The owners of a task, how they were found, and the span of the words that name them."""

    owners: tuple[str, ...]
    form: str
    start: int = 0
    end: int = 0
    strong: bool = False
    """Whether the form alone makes a line an action: `PB to …`, `… (PB)`."""
