"""The answers that a filled form gives, topic by topic, with their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.plan.values import Passage, Topic
from tcsg.reading.markdown import Shape, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tcsg.plan.outline import Placed

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_TOLD = frozenset(Topic) - {Topic.SINCE, Topic.ONGOING, Topic.EXPECTED}
"""Topics of which the words themselves are wanted; of the others their items are."""


def passages(walk: Iterable[Placed]) -> tuple[Passage, ...]:
    """What the text says on each topic; a topic that is broken off and taken up again has two passages."""
    found: list[Passage] = []
    parts: list[tuple[Topic, int, int, str]] = []
    for one in walk:
        if one.topic not in _TOLD or one.item.shape is Shape.RULE:
            parts.append((Topic.SINCE, 0, 0, ""))  # a break
            continue
        text = _words(one)
        if text:
            parts.append((one.topic, one.item.line, one.item.end, text))
    last: Topic | None = None
    for topic, line, end, text in parts:
        if not line:
            last = None
            continue
        if topic is last:
            found[-1] = Passage(topic, (*found[-1].paragraphs, (line, text)), end)
        else:
            found.append(Passage(topic, ((line, text),), end))
        last = topic
    return tuple(found)


def _words(one: Placed) -> str:
    """The words of an item that answer; of a question only the address that stands behind it, of a signature all."""
    if not one.opens:
        return ", ".join(c for cell in one.item.cells if (c := plain(cell))) if one.item.shape is Shape.ROW else plain(one.item.text)
    if one.topic is Topic.SIGNED:
        return plain(one.item.text)
    address = _ADDRESS.search(one.item.text) if one.topic is Topic.PUBLICATION else None
    return address[0] if address else ""
