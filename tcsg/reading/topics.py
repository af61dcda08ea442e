"""Titles and bullets that are no actions: what they head is, or they are what is talked about."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tcsg.reading.blocks import is_elsewhere
from tcsg.reading.headings import Opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.members import is_share_of, is_somebodys, is_speech, reads_as_order
from tcsg.reading.naming import split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.status import find_status, read_report
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.names import Names

_TITLE = 60
"""Characters of a title."""
_RESULTS = frozenset("takeaway takeaways take-aways outcome outcomes conclusions commitments results deliverables".split())
"""What a list of what came out of a meeting is called, which may tell people what to do."""
_ENOUGH = 200
"""Items below a heading or a bullet that tell what it heads."""


def has_marks_below(items: Iterable[Item], item: Item, names: Names) -> bool:
    """Whether one of the sub-bullets of an item is marked as an action: then the item is a topic, and they tell what was said of it."""
    return any(
        lead_mark(below.text, names.idiom)
        for below in takewhile(lambda it: it.shape is Shape.BULLET and it.indent > item.indent, islice(items, _ENOUGH))
    )


def is_discussion(items: Iterable[Item], level: int, names: Names) -> bool:
    """Whether what stands below a heading called `Actions` reads as the discussion of a meeting.

    Its outer points hardly name a task, and most go on below. Looks at what comes before the next heading of that `level`.
    """
    below = list(takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH)))
    bullets = [item for item in below if item.shape is Shape.BULLET and item.text]
    outer = min((item.indent for item in bullets), default=0)
    points = [n for n, item in enumerate(bullets) if item.indent == outer]
    parents = [n for n in points if n + 1 < len(bullets) and bullets[n + 1].indent > outer]
    if len(points) < 4 or 2 * len(parents) < len(points) or any(split_owners(plain(bullets[n].text), names) for n in points):
        return False
    if 4 * sum(reads_as_order(bullets[n], names) for n in points) > len(points):
        return False
    tasks = sum(reads_as_order(item, names) for item in bullets)
    return 2 * tasks < len(bullets) - len(points)


def opens_results(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a title such as `Takeaways` or `Next meeting` is when most of the list below it tells somebody what to do."""
    item = items[n]
    if item.shape not in (Shape.HEADING, Shape.LINE) or len(item.lines) > 1 or len(item.text) > _TITLE or not _names_results(plain(item.text)):
        return None
    below = list(takewhile(lambda it: it.shape is Shape.BULLET, items[n + 1 : n + 1 + _ENOUGH]))
    outer = [it for it in below if it.indent == below[0].indent]
    if len(outer) < 2 or 2 * sum(_is_told(it, names) for it in outer) < len(outer):
        return None
    return Opening(plain(item.text).strip(" :"), actions=True)


def _is_told(item: Item, names: Names) -> bool:
    """Whether an item begins with a verb, or with somebody who is to or will do something; `The board is invited to …` tells nobody."""
    text = plain(item.text)
    owned = find_owners(text, names)
    told = owned is not None and owned.strong and (owned.form != "to" or text.startswith((" to ", " will "), owned.end))
    return told or item.boxed or starts_with_verb(text)


def _names_results(title: str) -> bool:
    """Whether a title tells of what came out of the meeting, or of the next one."""
    words = title.casefold().strip(" :").split()
    if 1 < len(words) <= 3 and words[-1] in ("meeting", "time", "call") and "next" in words[:-1]:
        return True
    return bool(words) and words[-1] in _RESULTS and all(word in _RESULTS or word in w.QUALIFIERS for word in words)


def is_label(item: Item, following: Item | None, names: Names) -> bool:
    """Whether a bullet such as `Website:` only groups the items below it."""
    text = plain(item.text)
    if item.boxed or following is None or following.indent <= item.indent or following.shape is not Shape.BULLET:
        return False
    if following.boxed and not _is_order(text, names) and (not starts_with_verb(text) or is_somebodys(following, names)):
        return True
    if not text.endswith(":"):
        lone = len(text.split()) == 1 or not reads_as_order(item, names)
        return len(text.split()) <= 4 and lone and is_somebodys(following, names)
    if is_elsewhere(text.casefold().strip(" :")) or is_somebodys(following, names) or is_share_of(following, names):
        return True
    reported = read_report(plain(following.text), names.idiom) is not None or is_speech(plain(following.text))
    return not reported and find_owners(text, names) is None and not starts_with_verb(text)


def heads_orders(items: Iterable[Item], item: Item, names: Names) -> bool:
    """Whether a bullet is a topic: it tells nobody to do anything, and each of the several bullets below it does or begins with a verb."""
    deeper = takewhile(lambda it: it.shape in (Shape.BULLET, Shape.LINE) and it.indent > item.indent, islice(items, _ENOUGH))
    below = [it for it in deeper if it.shape is Shape.BULLET]
    direct = [it for it in below if it.indent == below[0].indent]
    if item.boxed or len(direct) < 2 or find_status(item.text, names.idiom) is not None:
        return False
    titled = item.lines[0].rstrip("* ").endswith(":")
    if find_owners(plain(item.text), names, marked=True) is not None or (not titled and reads_as_order(item, names)):
        return False
    orders = sum(reads_as_order(it, names) for it in direct)
    return 2 * orders >= len(direct) if titled else orders == len(direct)


def _is_order(text: str, names: Names) -> bool:
    owned = find_owners(text, names)
    return owned is not None and owned.form == "to"
