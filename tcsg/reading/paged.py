"""The heads and feet of pages, which stand amid what goes over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading import blocks
from tcsg.reading.markdown import Item, Shape

if TYPE_CHECKING:
    from tcsg.reading.blocks import Block
    from tcsg.reading.names import Names

_PAGED = late.compile(r"\bpage\b|\b\d{4}\b|\s{2}\d{1,3}$|^\d{1,3}\s{2}", re.IGNORECASE)


def is_running_title(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether a line is the head or foot of a page that a list of actions goes over."""
    if item.shape is not Shape.LINE or not item.gap or following is None or following.shape is not Shape.BULLET or not _PAGED.search(item.text):
        return False
    return blocks.style(following) == block.marker and following.indent == block.floor and blocks.looks_like_action(following, names)
