"""The block that a title opens by the list below it, where its words alone do not tell: `Takeaways`, `Actions Ann`, `Next week`."""

from __future__ import annotations

import re
from itertools import repeat, takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.aims import are_timed, is_plan, names_aims, names_results, names_tasks
from tcsg.reading.dates import Calendar
from tcsg.reading.deeds import opens_deeds
from tcsg.reading.due import find_due
from tcsg.reading.headings import Opening, read_opening
from tcsg.reading.infinitives import orders_abroad
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.members import is_somebodys, reads_as_order
from tcsg.reading.naming import split_owners
from tcsg.reading.numbering import unnumbered
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.promised import hands_out, is_share, opens_asked, opens_reviewed, worker
from tcsg.reading.reported import opens_board, opens_reported
from tcsg.reading.signed_lines import opens_signed
from tcsg.reading.spoken import says_that
from tcsg.reading.subheadings import is_sure, owners_of
from tcsg.reading.told_by_person import opens_told
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_TITLE = 60
"""Characters of a title."""
_LONGEST = 80
"""Characters of a line that may be a title by the list below it."""
_ASIDE = late.compile(r"[*_]{0,2}\([^()]{1,100}\)[*_]{0,2}")
_ANY_DAY = Calendar(None)
_HELD = frozenset("meeting meetings call calls session sessions treffen sitzung réunion".split())
_PART = late.compile(r"\b(?:to|will) (?:chair|host|facilitate|scribe|minute|lead|take (?:the )?(?:minutes|notes))[\s.!]*$")
"""Who has which part in a meeting."""
_AT_HOUR = late.compile(r"\b\d{1,2}(?:[:.]?\d\d)? ?(?:am|pm|UTC|GMT|[CE]ES?T|[EP][SD]?T|Uhr)\b|\b\d{1,2}:\d\d\b|\b\d{1,2}h\d\d\b", re.IGNORECASE)
_CONVENES = late.compile(
    r"[*_]{0,3}(?:the )?next (?:meeting|call|session)[*_]{0,3}\s*(?::|is\b|will be\b|on\b)|[*_]{0,3}(?:nächste Sitzung|prochaine réunion)\b",
    re.IGNORECASE,
)
"""A point that tells when the next meeting is, in a list that is called so: `Next meeting: 3 May`."""
_ENOUGH = 200
"""Items below a title that are looked at."""


def opening_at(items: Sequence[Item], n: int, titled: Opening | None, names: Names, *, within: bool) -> Opening | None:
    """The opening that an item is by its title, or else by the list below it; `within` a block no list of an earlier meeting begins."""
    if not _may_head(items[n]):
        return titled
    titled = _of_this(titled, items) if titled is not None and titled.review and titled.title[-1:].isdigit() else titled
    if titled is not None and titled.title.casefold() in _COURSEWORK and is_coursework(items, n, names):
        return None
    sure = titled is not None and (titled.actions or within)
    whose = None if sure else _opens_somebodys(items, n, names)
    opening = titled if sure else whose or opens_results(items, n, names, within=within) or titled  # `To be done` is a part, or a list of its own
    if within or (opening is not None and opening.actions):
        return opening
    if _has_aside(items, n):
        items, n = (items[n], *items[n + 2 : n + 2 + _ENOUGH]), 0
    return (
        opens_reviewed(items, n, names)
        or opens_asked(items[n])
        or opens_deeds(items, n, names)
        or opens_board(items, n, opening)
        or opens_reported(items, n, names)
        or opens_told(items, n, names)
        or opens_signed(items, n)
        or opening
    )


def _has_aside(items: Sequence[Item], n: int) -> bool:
    """Whether nothing but a remark in brackets stands between a heading and its list: `(thanks to Ann for the notes)`."""
    if items[n].shape is not Shape.HEADING or n + 2 >= len(items) or items[n + 1].shape is not Shape.LINE:
        return False
    return items[n + 2].shape is Shape.BULLET and _ASIDE.fullmatch(items[n + 1].text) is not None


def _of_this(titled: Opening, items: Sequence[Item]) -> Opening:
    """What a title opens that calls the meeting by its number: no review, where the page is headed so: `Actions of TB#14`, below `Board TB#14`."""
    number = titled.title.split()[-1].casefold()
    return replace(titled, section=None) if number in plain(items[0].text).casefold().split() else titled


def _may_head(item: Item) -> bool:
    """Whether the list below an item may make it a title: a heading, a short line, or one with a colon at its end; most lines are too long."""
    return item.shape is Shape.HEADING or (len(item.text) <= _LONGEST and len(item.lines) == 1) or item.text.rstrip("*_ ")[-1:] == ":"


def _opens_somebodys(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a title above a list is with nothing but people known behind it: `Actions Ann`, `Next steps for Ann and Bo`."""
    item = items[n]
    if item.shape not in (Shape.HEADING, Shape.LINE) or len(item.text) > _TITLE or n + 1 == len(items) or items[n + 1].shape is not Shape.BULLET:
        return None
    if n and item.shape is items[n - 1].shape is Shape.LINE and not item.gap and items[n + 1].gap:
        return None  # it closes the paragraph above, and a blank line parts it from the list
    title, _, who = plain(item.text).strip(" :").rpartition(" ")
    if not title or not names.knows(who):
        return None
    if " for " in title:
        title, _, head = title.rpartition(" for ")
        who = f"{head} {who}"
    found = read_opening(title, names.idiom)
    known = found is not None and found.actions and all(map(names.knows, split_owners(who, names) or (who,)))
    return replace(found, owner=who) if found is not None and known else None


_COURSEWORK = ("assignment", "assignments")


def is_coursework(items: Sequence[Item], n: int, names: Names) -> bool:
    """Whether a title `Assignments` heads what pupils are set: no point of the list below names anybody or tells anybody to do something."""
    item = items[n]
    deeper = item.indent if item.shape is Shape.BULLET else -1
    below = list(takewhile(lambda it: it.shape is Shape.BULLET and it.indent > deeper, items[n + 1 : n + 1 + _ENOUGH]))
    return bool(below) and not any(it.boxed or reads_as_order(it, names) or _names_somebody(plain(it.text), names) for it in below)


def _names_somebody(text: str, names: Names) -> bool:
    return bool(split_owners(text, names)) or find_owners(text, names, marked=True) is not None


def opens_results(items: Sequence[Item], n: int, names: Names, *, within: bool = False) -> Opening | None:
    """The opening that a title such as `Takeaways` or `Next meeting` is when most of the list below it tells somebody what to do."""
    item = items[n]
    if item.shape not in (Shape.HEADING, Shape.LINE, Shape.BULLET) or len(item.lines) > 1 or len(item.text) > _TITLE:
        return None
    deeper = n + 1 < len(items) and items[n + 1].shape is Shape.BULLET and items[n + 1].indent > item.indent
    if item.shape is Shape.BULLET and not deeper:
        return None
    title = unnumbered(plain(item.text)).strip(" :")
    who = worker(title, names) if item.shape is Shape.HEADING or item.text.rstrip("*_ ")[-1:] == ":" else None
    heads = deeper and (item.text.rstrip("*_ ")[-1:] == ":" or names_tasks(title))
    if item.shape is Shape.BULLET and (who is not None or within or not heads):
        return Opening(title, actions=True, owner=who) if who is not None else None
    plan, shared = is_plan(title), hands_out(title)
    told = bool(plan or shared or who or names_results(title) or (not within and names_tasks(title)))
    if not told and not (item.shape is Shape.HEADING and names_aims(title)):
        return None  # as most are
    first = n + 1 + is_motto(items, n + 1)
    near = items[first : first + _ENOUGH]
    if told:
        inner = item.indent if item.shape is Shape.BULLET else -1
        below = list(takewhile(lambda it: it.shape is Shape.BULLET and it.indent > inner, near)) or list(
            takewhile(lambda it: _is_somebodys_line(it, names), near)
        )
    else:
        below = _below_names(near, names)
    if who is not None:
        return Opening(title, actions=True, owner=who) if below else None
    outer = [it for it in below if it.indent == below[0].indent]
    least = 1 if plan or (outer and outer[0].boxed and item.shape is Shape.LINE) else 2
    if any(_CONVENES.match(it.text) for it in outer):
        return None  # the list is of when and where that meeting is, and what of
    dated = plan or are_timed(title)
    meant = [it for it in outer if not (_calls(it, title) or _serves(it, title))]
    tasks = sum(_is_told(it, names) or (dated and _is_dated(it)) or (shared and is_share(it, names)) for it in meant)
    return Opening(plain(item.text).strip(" :"), actions=True) if len(outer) >= least and 2 * tasks >= len(outer) else None


def _calls(item: Item, title: str) -> bool:
    """Whether an item below `Next meeting` only tells the hour of one: `Open house on 4 May at 6 pm`."""
    return not _HELD.isdisjoint(title.casefold().split()) and _AT_HOUR.search(item.text) is not None


def _serves(item: Item, title: str) -> bool:
    """Whether an item below `Next meeting` only tells who has which part in it: `Ann to chair`, `Bo to take minutes`."""
    return not _HELD.isdisjoint(title.casefold().split()) and _PART.search(item.text) is not None


def _below_names(items: Sequence[Item], names: Names) -> list[Item]:
    """The bullets below lines that each name somebody, up to the next heading; none where anything else stands."""
    below = list(takewhile(lambda it: it.shape in (Shape.BULLET, Shape.LINE), items))
    people = [owners_of(plain(item.text).strip(" :"), names) for item in below if item.shape is Shape.LINE and item.text.endswith(":")]
    named = len(people) > 0 and below[0].shape is Shape.LINE and all(owners and all(map(is_sure, owners, repeat(names))) for owners in people)
    return [item for item in below if item.shape is Shape.BULLET] if named else []


def is_motto(items: Sequence[Item], n: int) -> bool:
    """Whether a line below a title only says in emphasis or brackets what belongs there: `*Who does what until when*`."""
    line = items[n].text if n < len(items) and items[n].shape is Shape.LINE and len(items[n].lines) == 1 else ""
    return (line[:1] in ("*", "_") and line[-1:] == line[:1]) or (line[:1] == "(" and line[-1:] == ")")


def _is_dated(item: Item) -> bool:
    """Whether an item tells until when something is to be done."""
    return find_due(plain(item.text), _ANY_DAY) is not None


def _is_told(item: Item, names: Names) -> bool:
    """Whether an item begins with a verb, or with somebody who is to or will do something; `The board is invited to …` tells nobody."""
    text = plain(item.text)
    owned = find_owners(text, names)
    told = owned is not None and owned.strong and (owned.form != "to" or text.startswith((" to ", " will "), owned.end))
    if told and (
        says_that(text, names) or (owned is not None and owned.form == "handle" and is_past(text[owned.end :].lstrip(" :").partition(" ")[0]))
    ):
        return item.boxed  # `@ann tried a crane`, `@ann thinks that it holds`
    ordered = starts_with_verb(text) and text.split(None, 1)[0][-1] != ":"  # `Schedule: Thursday` orders nothing
    named = find_owners(text, names, marked=True) if ":" in text[:_TITLE] or " - " in text[:_TITLE] else None
    share = named is not None and named.form == "label" and named.start == 0 and starts_with_verb(text[named.end :])
    return told or item.boxed or ordered or share or orders_abroad(text)


def _is_somebodys_line(item: Item, names: Names) -> bool:
    """Whether a line is an order to somebody known at its head: `Ann: order the rope`."""
    called = item.shape is Shape.LINE and (":" in item.text[:40] or item.text.startswith("@"))
    owned = find_owners(plain(item.text), names, marked=True) if called else None
    if owned is not None and owned.form == "handle" and owned.start == 0:
        return item.text[owned.end :].strip() != ""
    return owned is not None and owned.form == "label" and owned.start == 0 and all(map(names.knows, owned.owners)) and is_somebodys(item, names)
