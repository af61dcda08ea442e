"""Lists of earlier actions in a chat log, below the command that names them: `!topic Tasks from last week`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.headings import read_opening
from tcsg.reading.logs import TOPIC, strip_log
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.owners import find_owners
from tcsg.reading.promised import looks_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

_TOPIC = late.compile(r"[#!](?:sub)?topic\s+(\S.{0,200})$", re.IGNORECASE)
_INFO = late.compile(r"[#!](?:info|link)\s+", re.IGNORECASE)
_LEVEL = 4
"""Level of a topic as a title."""


def with_topics(items: Sequence[Item], names: Names) -> tuple[Item, ...]:
    """The items with each topic as a title, where one is of actions; what is told there of somebody's action stands without its speaker."""
    topics = {n: topic for n, item in enumerate(items) if (topic := _topic(item)) is not None}
    if not any(_is_of_actions(topic, names) for topic in topics.values()):
        return tuple(items)
    return tuple(_titled(items, topics, names))


def _titled(items: Sequence[Item], topics: dict[int, str], names: Names) -> Iterator[Item]:
    within = False
    for n, item in enumerate(items):
        if n in topics:
            within = _is_of_actions(topics[n], names)
            yield replace(item, shape=Shape.HEADING, lines=(topics[n],), level=_LEVEL, marker=TOPIC, checked=None)
        elif within and item.shape is Shape.LINE:
            yield replace(item, lines=tuple(_told(line, names) for line in item.lines))
        else:
            yield item


def _topic(item: Item) -> str | None:
    """The topic that a command of a log names."""
    if item.shape is not Shape.LINE or len(item.lines) > 1:
        return None
    said, _ = strip_log(item.text)
    found = _TOPIC.match(said) if said != item.text else None
    return found[1] if found is not None else None


def _is_of_actions(topic: str, names: Names) -> bool:
    opening = read_opening(topic, names.idiom)
    return (opening is not None and not opening.rest) or looks_back(topic)


def _told(line: str, names: Names) -> str:
    """A line of a log without its speaker, when it tells what somebody was to do."""
    said, command = strip_log(line)
    if command or said == line:
        return line
    said = _INFO.sub("", said, count=1)
    owned = find_owners(plain(said), names)
    told = owned is not None and owned.start == 0 and owned.form == "to" and all(map(names.knows, owned.owners))
    return said if told and not said.rstrip().endswith("?") else line
