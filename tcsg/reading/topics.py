"""Titles and bullets that are no actions: what they head is, or they are what is talked about."""

from __future__ import annotations

import re
from itertools import islice, pairwise, repeat, takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Section
from tcsg.reading.blocks import Block, is_elsewhere, opens, style
from tcsg.reading.bold import bracketed_bold
from tcsg.reading.boxes import ticks
from tcsg.reading.dates import Calendar
from tcsg.reading.doers import doers
from tcsg.reading.doubt import PLANS
from tcsg.reading.due import find_due
from tcsg.reading.markdown import LINK, Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.members import is_somebodys, reads_as_order
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.pointers import only_shows, points_elsewhere
from tcsg.reading.shares import is_share_of, is_speech
from tcsg.reading.status import find_status, read_report
from tcsg.reading.text import spelt_in
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.reading.marks import Mark
    from tcsg.reading.names import Names

_ANY_DAY = Calendar(None)
_ENOUGH = 200
"""Items below a heading or a bullet that tell what it heads."""


def has_marks_below(items: Iterable[Item], item: Item, names: Names) -> bool:
    """Whether one of the sub-bullets of an item is marked as an action: then the item is a topic, and they tell what was said of it."""
    return any(
        lead_mark(below.text, names.idiom)
        for below in takewhile(lambda it: it.shape is Shape.BULLET and it.indent > item.indent, islice(items, _ENOUGH))
    )


_MANY = 12
"""Points that few agendas have."""
_SEVERAL = 2
"""Titles by which talk is parted."""
_TURNS = 4
"""Points of which what people said has no fewer."""
_SPEAKER = 50
_PAUSED = late.compile(r"\w[*_]{0,3}(?::[*_]{0,3}|\s[–—-])\s")
_SAID = 7
"""Words of a point where more is told than a title."""
_NOTED = 5
"""The same below a title that promises as much."""


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


_AND = r"(?:,? and |,? & ?| ?/ ?| ?\+ ?|, )"
_BESIDE_NEWS = late.compile(
    rf"\b(?:updates?|status|progress|reports?|announcements?){_AND}\w|\w{_AND}(?:updates|reports|announcements)$", re.IGNORECASE
)
"""What a title says of news beside actions: `Updates and action items`, but not `Updates on action items`."""
_NEWS = ("update", "status", "progress", "report", "announcement")
"""Of these words it has one."""


def is_news(title: str, items: Iterable[Item], level: int, names: Names) -> bool:
    """Whether a title names news beside actions, and most points below it are sentences that tell what happened.

    So it is below any title where somebody's report announces them: `Ann showed how we use actions:`.
    """
    below = list(takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH)))
    if below and below[0].shape is Shape.LINE and below[0].text[-1:] == ":" and _reports(below[0], names):
        points = [item for item in below if item.shape is Shape.BULLET]
        return bool(points) and 3 * sum(item.boxed or reads_as_order(item, names) for item in points) <= len(points)
    if not any(map(title.casefold().__contains__, _NEWS)) or not _BESIDE_NEWS.search(title):
        return False
    bullets = [item for item in below if item.shape is Shape.BULLET and item.text]
    points = [item for item in bullets if item.indent == bullets[0].indent]
    told = sum(item.text[-1] in ".!" and len(item.text.split()) > _SAID and not reads_as_order(item, names) for item in points)
    return 0 < len(points) <= 2 * told


_HELPING = ("has", "had", "also", "already", "then")
"""What may stand before what somebody did: `Ann has also used it`."""


def _reports(item: Item, names: Names) -> bool:
    """Whether a sentence begins with somebody known and what they told or did."""
    words = [word for word in plain(item.text).split()[:5] if word not in _HELPING][:3]
    if len(words) < 3 or "following" in item.text:
        return False
    return (names.knows(words[0]) and is_past(words[1])) or (names.knows(" ".join(words[:2])) and is_past(words[2]))


def is_by_topic(items: Iterable[Item], level: int, names: Names) -> bool:
    """Whether a list of old actions is told by topics: titles in bold, and bullets below them that are talk and no tasks."""
    below = list(takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH)))
    titles = [n for n, item in enumerate(below[:-1]) if _is_bold(item) and below[n + 1].shape is Shape.BULLET]
    if len(titles) < _SEVERAL or titles[0] != 0 or any(_is_whose(plain(below[n].text), names) for n in titles):
        return False
    points = [item for item in below if item.shape is Shape.BULLET and item.text]
    tasks = sum(item.boxed or reads_as_order(item, names) or find_status(item.text, names.idiom) is not None for item in points)
    return 2 * tasks < len(points)


def _is_whose(title: str, names: Names) -> bool:
    """Whether a title names people who are known, and nothing else."""
    owners = split_owners(title.strip(" :"), names)
    return bool(owners) and all(names.knows(o) or is_group(o) for o in owners)


def _is_bold(item: Item) -> bool:
    return item.shape is Shape.LINE and item.text[:2] == item.text[-2:] == "**"


_AGENDAS = frozenset(("agenda", "tagesordnung", "ordre du jour"))
_OF_AGENDAS = frozenset("meeting items topics notes minutes discussion and und et the with plus protokoll notizen de la".split())
"""What the title of an agenda may say besides: `Agenda and notes`."""


def names_agenda(title: str) -> bool:
    """Whether a casefolded title is that of an agenda, be it one with notes: `meeting agenda`, `agenda & minutes`."""
    agenda = next((name for name in _AGENDAS if name in title), None)
    return agenda is not None and _OF_AGENDAS.issuperset(spelt_in(title.replace(agenda, "", 1)))


def is_minuted(title: str, items: Iterable[Item], level: int) -> bool:
    """Whether a heading called `Agenda` heads what was said: more points than an agenda has, some below others, and most of many words.

    Fewer words will do where its title says so: `Agenda and notes`.
    """
    below = takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH))
    points = [item for item in below if item.shape is Shape.BULLET and item.text and not item.boxed]
    said = sum(len(item.text.split()) for item in points)
    words = _NOTED if "note" in title or "minutes" in title else _SAID
    return len(points) >= _MANY and said >= words * len(points) and len({item.indent for item in points}) > 1


def is_talk(items: Iterable[Item], level: int, names: Names) -> bool:
    """Whether fewer than half of the points below a sub-heading of that `level` tell somebody to do something, or they are what people said."""
    below = takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH))
    points = [item for item in below if item.shape is Shape.BULLET and item.text]
    least = min((item.quote for item in points), default=0)
    points = [item for item in points if item.quote == least]  # what is quoted below them tells of them
    if len(points) < 2 or 2 * sum(reads_as_order(item, names) for item in points) < len(points):
        return len(points) > 1
    points = [item for item in points if lead_mark(item.text, names.idiom) is None]
    if len(points) < _TURNS or not all(map(_PAUSED.search, (item.text[:_SPEAKER] for item in points))):
        return False
    from tcsg.reading.dialogue import converse  # lazy: few lists are told so

    return converse([item.text for item in points], names)


def has_lists(items: Iterable[Item], level: int, names: Names) -> bool:
    """Whether lists of actions, each below a title of its own, stand among the items before the next heading of that `level`."""
    below = takewhile(lambda item: item.shape is not Shape.HEADING or item.level > level, islice(items, _ENOUGH))
    openings = (opens(item, following, names) for item, following in pairwise(below) if item.shape is not Shape.HEADING)
    return any(opening is not None and opening.actions and not opening.rest for opening in openings)


def asks_only(title: str, outer: Sequence[Item], names: Names) -> bool:
    """Whether a title such as `Next steps`, which heads talk as often as tasks, heads nothing but questions that name nobody."""
    return title.casefold().startswith(PLANS) and len(outer) > 0 and all(map(is_question, outer, repeat(names)))


def is_question(item: Item, names: Names) -> bool:
    """Whether an item asks something and tells nobody to do it: `Open letter to the council?`; `Who brings the tea?` looks for an owner."""
    if item.text[:4].casefold() == "who ":
        return False
    return item.text.rstrip(" *_")[-1:] == "?" and not item.boxed and find_owners(plain(item.text), names, marked=True) is None


_TO_READERS = ("please ", "see also ", "see the ", "note ", "note that ", "nb ", "reminder", "bitte ", "merci de ", "prière de ")
"""How a sentence begins that tells readers what to do with the list below it."""


def is_for_readers(block: Block, item: Item, following: Item | None, names: Names) -> bool:
    """Whether an item points to a list elsewhere, is only a question below such a title, or tells readers what to do with the list below.

    `Should we divide it?`, but not an order that is put so; `Please tell Ann when it is done` right below the title.
    """
    if points_elsewhere(item, following, names):
        return True
    if item.shape is Shape.LINE and block.floor is None and following is not None and following.shape in (Shape.BULLET, Shape.ROW):
        return plain(item.text).casefold().startswith(_TO_READERS)
    if item.text[-3:].rstrip(" *_")[-1:] != "?" or block.section is Section.REVIEW or not block.title.casefold().startswith(PLANS):
        return False
    return is_question(item, names) and not starts_with_verb(item.text)


_POINT = late.compile(r"([*_]{1,3})[^\W\d_][^*_:]{1,30}(?::\1|\1\s?:)\s")
"""A point of a list by its title: `*Focus*: one leads a talk`."""


def is_point(items: Sequence[Item], n: int, mark: Mark, names: Names) -> bool:
    """Whether a mark is only the title of a point, as it is of those below it: `*Tasks*: a round of all` above `*Focus*: one leads a talk`."""
    item = items[n]
    if item.text[:1] not in ("*", "_") or mark.word[-1:] not in "sS" or mark.owners or item.shape is not Shape.BULLET:
        return False
    below = [it for it in items[n + 1 : n + 3] if it.indent == item.indent and it.shape is Shape.BULLET and _POINT.match(it.text)]
    told = plain(item.text[mark.end :])
    tells = starts_with_verb(told) or find_owners(told, names, marked=True) is not None or find_due(told, _ANY_DAY) is not None
    return len(below) > 1 and not tells and all(lead_mark(it.text, names.idiom) is None for it in below)


def stands_beside(block: Block | None, item: Item, following: Item | None) -> bool:
    """Whether a bullet such as `Homework` stands in a list of actions as one of them, with nothing below it."""
    if block is None or item.shape is not Shape.BULLET or item.indent != block.floor or style(item) != block.marker:
        return False
    return item.text[-1:] != ":" and (following is None or following.indent <= item.indent)


def is_label(item: Item, following: Item | None, names: Names) -> bool:
    """Whether a bullet such as `Website:` only groups the items below it."""
    text = plain(item.text)
    if item.boxed or following is None or following.indent <= item.indent or following.shape is not Shape.BULLET:
        return False
    if ticks(following) or doers(following.text, names):
        return False  # they tell of it
    if following.boxed and not _is_order(text, names) and (not starts_with_verb(text) or is_somebodys(following, names)):
        return True
    if not text.endswith(":"):
        lone = len(text.split()) == 1 or not reads_as_order(item, names)
        return len(text.split()) <= 4 and lone and is_somebodys(following, names)
    if LINK.fullmatch(item.text.strip()) or only_shows(following, names) or bracketed_bold(item.text, names):
        return False  # what is linked is a thing, and what stands below it is said of it
    if is_elsewhere(text.casefold().strip(" :")) or is_somebodys(following, names) or is_share_of(following, names):
        return True
    reported = read_report(plain(following.text), names.idiom) is not None or is_speech(plain(following.text))
    return not reported and find_owners(text, names) is None and not starts_with_verb(text)


def heads_orders(items: Iterable[Item], item: Item, names: Names) -> bool:
    """Whether a bullet is a topic: it tells nobody to do anything, and each of the several bullets below it does or begins with a verb.

    Whom bold brackets name is told as well: `the log is kept in the shed (**Ann**)`. Below `The stove smokes` a single order to somebody known
    does, too.
    """
    deeper = takewhile(lambda it: it.shape in (Shape.BULLET, Shape.LINE) and it.indent > item.indent, islice(items, _ENOUGH))
    below = [it for it in deeper if it.shape is Shape.BULLET]
    direct = [it for it in below if it.indent == below[0].indent]
    thing = plain(item.text).strip(" :").casefold() in w.ACRONYMS  # `Jira` above one order
    alone = len(below) == 1 and _is_order_to_known(below[0], names) and find_due(plain(item.text), _ANY_DAY) is None
    if item.boxed or len(direct) < 2 - (thing or alone) or find_status(item.text, names.idiom) is not None or doers(direct[0].text, names):
        return False
    titled = item.lines[0].rstrip("* ").endswith(":")
    if find_owners(plain(item.text), names, marked=True) is not None or (not titled and reads_as_order(item, names)):
        return False
    orders = sum(reads_as_order(it, names) or bool(bracketed_bold(it.text, names, marked=True)) for it in direct)
    return 2 * orders >= len(direct) if titled else orders == len(direct)


def _is_order_to_known(item: Item, names: Names) -> bool:
    """Whether a bullet tells somebody known to do something: `Ann to sweep the flue`, `sweep the flue (Ann)`."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True) if not item.boxed else None
    if owned is None or not all(map(names.knows, owned.owners)) or doers(text, names):
        return False
    return (
        starts_with_verb(text)
        if owned.start
        else owned.form == "to" and starts_with_verb(text[owned.end :].removeprefix(" to ").removeprefix(" will "))
    )


def _is_order(text: str, names: Names) -> bool:
    owned = find_owners(text, names)
    return owned is not None and owned.form == "to"
