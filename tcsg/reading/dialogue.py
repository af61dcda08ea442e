"""Minutes that are what people said, one after the other: `Ann: Have we got a spare?`, `Bo: No.`; their lines are those of a chat log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.markdown import Shape
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.shares import closes_told
from tcsg.reading.spoken import is_speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.markdown import Item
    from tcsg.reading.names import Names

_TURN = late.compile(r"([^\W\d_][\w.'’-]{1,23}): +(?=\S)")
"""Who speaks, and what: a word before a colon."""
_FEWEST = 6
"""Turns of which a dialogue has no fewer."""
_ASKED = "?"


def as_log(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with the turns of a dialogue spelt as those of a chat log: `<Ann> Have we got a spare?`.

    A dialogue has several who speak, who ask and answer; what begins as an order is none: `Ann: ring the bank`.
    """
    turns = [line for item in items if item.shape is Shape.LINE for line in item.lines if ": " in line[:26] and _speaks(line, names)]
    if len(turns) < _FEWEST or not _talk(turns, names):
        return items
    return tuple(
        replace(item, lines=tuple(_turn(line, names) for line in item.lines)) if item.shape is Shape.LINE and not _reviews(item, names) else item
        for item in items
    )


def _reviews(item: Item, names: Names) -> bool:
    """Whether most lines of a paragraph close with how far it is: each tells of an action of whoever speaks."""
    return 2 * sum(closes_told(line, names) for line in item.lines) > len(item.lines)


def _speaks(line: str, names: Names) -> bool:
    found = _TURN.match(line)
    return found is not None and names.knows(found[1])


def _talk(turns: Sequence[str], names: Names) -> bool:
    """Whether these lines are talk: two speakers or more, a question, and few orders."""
    said = [(line.partition(": ")[0].casefold(), line.partition(": ")[2].strip()) for line in turns]
    asked = sum(text.endswith(_ASKED) for _, text in said)
    spoken = asked + sum(is_speech(line, names) for line in turns)
    orders = sum(starts_with_verb(text) or text.startswith("to ") for _, text in said)
    return len({who for who, _ in said}) > 1 and asked > 0 and 4 * spoken >= len(turns) and 5 * orders < len(turns)


def _turn(line: str, names: Names) -> str:
    found = _TURN.match(line) if ": " in line[:26] else None
    return f"<{found[1]}> {line[found.end() :]}" if found is not None and names.knows(found[1]) else line
