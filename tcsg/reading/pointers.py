"""Items that hold no more than a link: to a list of actions, or to something to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.headings import read_opening
from tcsg.reading.markdown import Item, plain
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.status import find_status
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_LINK_ALONE = late.compile(r"\[([^\[\]]{1,300})\]\(([^()\s]{1,500})\)[\s.]*$|<?https?://\S{1,500}$")
_LABELLED = late.compile(r"[^:@]{1,60}:\s+<?https?://\S{1,500}$")
"""What a link shows: `The slides: https://…`."""
_ISSUE = late.compile(r"/(?:issues?|pull|pulls|merge_requests|browse|tickets?|work_items)/")
"""Where a tracker has a task."""
_PROMISE = late_names(r"[A-Z][\w.'’/&-]{0,30}(?:,? (?:and )?[A-Z][\w.'’-]{0,30}){0,3} (?:to|will|should) [a-z]")
"""Who is to do what a link says: `[Ann to ring the bank](#a2)`."""


def points_elsewhere(item: Item, following: Item | None, names: Names) -> bool:
    """Whether an item is nothing but a link to a list of actions, `[Action items](…)`, or to something to read."""
    opening = read_opening(plain(item.text)) if "](" in item.text and item.text[:1] == "[" else None  # `[Last meeting](…) action items` is as good
    alone = following is None or following.indent <= item.indent  # else it is a topic
    return (opening is not None and opening.actions and not opening.rest) or (alone and only_shows(item, names))


def is_link(item: Item) -> bool:
    """Whether an item is nothing but a link."""
    return ("://" in item.text or "](" in item.text) and _LINK_ALONE.match(item.text) is not None


def only_shows(item: Item, names: Names) -> bool:
    """Whether an item is nothing but a link to something to read: its words order nothing, name nobody, and no tracker has it for a task."""
    if item.boxed or not (is_link(item) or _LABELLED.match(item.text)):
        return False
    if (told := find_status(item.text)) is not None and told.start > 0:
        return False  # `Draw up the rota. Done: https://…`
    words = plain(item.text)
    owned = find_owners(words, names, marked=True)
    if owned is not None and all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owned.owners):
        return False  # `[AB] Write up the poll: https://…`
    return not starts_with_verb(words) and _PROMISE.match(words) is None and _ISSUE.search(item.text) is None
