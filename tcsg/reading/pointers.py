"""Items that hold no more than a link: to a list of actions, or to something to read."""

from __future__ import annotations

from tcsg import late
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Item, plain
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.status import find_status
from tcsg.reading.text import late_names

_LINK_ALONE = late.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,500})\)[\s.]*$|<?https?://\S{1,500}$")
_LABELLED = late.compile(r"[^:@]{1,60}:\s+<?https?://\S{1,500}$")
"""What a link shows: `The slides: https://…`."""
_ISSUE = late.compile(r"/(?:issues?|pull|pulls|merge_requests|browse|tickets?|work_items)/")
"""Where a tracker has a task."""
_PROMISE = late_names(r"[A-Z][\w.'’/&-]{0,30}(?:,? (?:and )?[A-Z][\w.'’-]{0,30}){0,3} (?:to|will|should) [a-z]")
"""Who is to do what a link says: `[Ann to ring the bank](#a2)`."""


def points_elsewhere(item: Item, following: Item | None) -> bool:
    """Whether an item is nothing but a link to a list of actions, `[Action items](…)`, or to something to read."""
    opening = read_opening(plain(item.text)) if "](" in item.text and item.text[:1] == "[" else None  # `[Last meeting](…) action items` is as good
    alone = following is None or following.indent <= item.indent  # else it is a topic
    return (opening is not None and opening.actions and not opening.rest) or (alone and only_shows(item))


def is_link(item: Item) -> bool:
    """Whether an item is nothing but a link."""
    return ("://" in item.text or "](" in item.text) and _LINK_ALONE.match(item.text) is not None


def only_shows(item: Item) -> bool:
    """Whether an item is nothing but a link to something to read: its words give no order, and no tracker has it for a task."""
    if item.boxed or not (is_link(item) or _LABELLED.match(item.text)):
        return False
    if (told := find_status(item.text)) is not None and told.start > 0:
        return False  # `Draw up the rota. Done: https://…`
    words = plain(item.text)
    return not starts_with_verb(words) and _PROMISE.match(words) is None and _ISSUE.search(item.text) is None
