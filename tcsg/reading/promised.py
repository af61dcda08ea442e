"""Titles of lists that hand out work, or look back at what was handed out: known by their words and by the list below.

`Who has promised what`, `To be done, and who does it`, `Left from the last call`, `Bits from June`: nobody can write all of them down, so
each word has to be one of those that such titles have, and what stands below has to tell who does it, or how it went.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Section
from tcsg.reading.headings import Opening, read_opening
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import is_sure, split_owners
from tcsg.reading.numbering import unnumbered
from tcsg.reading.owners import find_owners
from tcsg.reading.parts import CALENDAR, tells_meeting
from tcsg.reading.shares import is_share_of
from tcsg.reading.status import find_status
from tcsg.reading.strikes import UNDONE_SIGNS
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_TITLE = 60
"""Characters of a title."""
_ASKED = 120
"""Characters of a title that asks for something."""
_ENOUGH = 200
"""Items below a title that tell what it heads."""
_WORD = late.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EARLIER = frozenset(("previously", "old business", "old items", "unfinished business", "carried over", "letztes mal", "la dernière fois"))
"""What a list of what was to be done since the last meeting is called besides `Last time`."""
_SHARES = frozenset(
    (
        *("what needs doing", "what needs to be done", "what is to be done", "what to do", "things to hand in", "responsibilities"),
        *(
            "note to self",
            "notes to self",
            "notes to ourselves",
            "not to forget",
            "don't forget",
            "do not forget",
            "loose ends",
            "loose ends to tie up",
        ),
        *("division of work", "division of labour", "division of tasks", "work distribution", "distribution of work", "work division", "work split"),
    )
)
"""What a list is called that hands out work."""
_REMARKED = late.compile(
    r"\s[–—-]{1,2}\s+(?:not (?:yet|done|started)|no (?:progress|news|answer|reply)|still|nothing|did (?:so|it|that)|in (?:progress|hand))\b",
    re.IGNORECASE,
)
"""How it went, in words that say little by themselves."""
_OWN = late.compile(r"^(?:(?:the|my|our) )?(?:[\w-]{2,20}(?:'s|s') |my |our )")
"""Whose list it is: `Chairs' notes to self`."""
_MINE = ("'s ", "s' ", "my ", "our ")
"""Of these it has one."""
_WHO = frozenset("who whom wer qui".split())
_DOES = frozenset(
    """
    do does did doing done promised promises promise took takes take taking taken volunteered volunteers agreed offered offers gets got handed will
    signed bit tut macht übernimmt fait prend
    """.split()
)
"""What a title says that people have to do with tasks."""
_UNTIL = ("until ", "till ", "bis ")
_AROUND = frozenset(
    """
    what has have is are to be and by when up for on the us we each other of it with needed left until till job jobs chores in next meeting call time
    need needs must following these happens
    was bis wann et quoi quand
    """.split()
)
_BACK = frozenset("last previous prior past old older earlier left leftover leftovers since still remaining former carried outstanding".split())
_THINGS = frozenset(
    """
    items points topics tasks things stuff bits pieces steps promises jobs matters list lists ones rest remains homework follow-ups followups
    to-dos todos plate leftovers
    """.split()
)
"""What may be left of a meeting."""
_MEETINGS = frozenset(
    "meeting meetings call calls session sessions telecon interim sitting sittings time month week fortnight sprint quarter term year".split()
)
_GLUE = frozenset(
    "the our of from on at in and with we us is are was what where how it became happened did go went over open by to now stand".split()
)
_OF = frozenset("of from since".split())


_CHARGE = 4
"""Words of a charge, `to` with them."""
_WORKER = late.compile(
    r"(?P<who>[^:]{2,40}?)(?:,? (?:who )?(?:to|will|shall|should|must|is to|are to|has to|have to|needs? to|is going to|agreed to|promised to"
    r"|(?:was|were) asked to|wird|soll))"
    r"(?: (?:work|carry|follow up|report)(?: on)?| do| see to| look (?:at|into)| take (?:on|care of)| handle| prepare| check| bring| deal with)?"
    r"(?: (?:the following|these|this|all this|folgendes))?$"
)
"""Who is to do what stands below: `Rod to work on:`, `Ann will:`."""
_WORKER_ENDS = frozenset(
    """
    to will shall should must wird soll work carry up report on do at into of handle prepare check bring with following these this folgendes
    """.split()
)
"""Of these words it ends with one."""


_ASKING = late.compile(r"\s(?://|\||[–—-]{1,2})\s(?=[^\W\d_])")
"""What parts a title from what readers are asked to do about its list."""
_ANSWER = frozenset(
    "email e-mail mail send reply answer respond return report tell write contact inform notify let please submit complete finish".split()
)
"""With one of these words they are asked."""


_TASKS = r"(?:tasks?|work|jobs|chores|duties|roles|responsibilities|assignments|action items)"
_GIVEN = r"(?:delegated|assigned|allocated|distributed|handed out|given out|shared out|divided(?: up)?|split(?: up)?)"
_DELEGATED = late.compile(
    rf"(?:[\w ]{{0,20}} )?(?:{_TASKS}(?: (?:was|were|are|is|has been|have been|got))? {_GIVEN}"
    rf"|{_GIVEN} (?:(?:the|our|some|these|remaining) ){{0,2}}{_TASKS})\b"
)
"""That tasks were handed out: `A few tasks were delegated, for now`, `We divided the work`."""
_GIVING = ("delegated", "assigned", "allocated", "distributed", "out", "divided", "split")
"""Of these it has one."""


_SHARING = _WHO | _DOES | _AROUND
_LOOKING = _BACK | _THINGS | _MEETINGS | _GLUE | CALENDAR


def _begins_and_ends(key: str, words: frozenset[str]) -> bool:
    """Whether the first word of a title is one of those, and the last one or a number: most lines are told from titles by this, fast."""
    first, last = key.split(None, 1)[:1], key.rsplit(None, 1)[-1:]
    return bool(first) and first[0].strip(",:") in words and (last[0] in words or last[0][-1:].isdigit() or last[0][:1].isdigit())


def hands_out(title: str) -> bool:
    """Whether a title says that the list below hands out work: `What needs doing`, `Who has promised what`."""
    key = title.casefold().strip(" :?!.").replace("’", "'")
    if key in _SHARES or (any(map(key.__contains__, _MINE)) and _OWN.sub("", key) in _SHARES):
        return True
    if any(map(key.__contains__, _GIVING)) and _DELEGATED.match(key):
        return True
    if not _begins_and_ends(key, _SHARING) and not key.startswith(_UNTIL):
        return False
    said = {*_WORD.findall(key)}
    if key.startswith(_UNTIL) and len(said) > 1:
        return said <= CALENDAR | _MEETINGS | {"until", "till", "bis", "the", "our", "next", "zum"}
    if said.isdisjoint(_DOES) or not said <= _WHO | _DOES | _AROUND:
        return False
    return not said.isdisjoint(_WHO) or any(map(key.__contains__, ("to be done", "promise", "need doing", "needs doing")))


def worker(title: str, names: Names) -> str | None:
    """Those known whom a title tells to do what stands below it: `Rod to work on`, `Ann and Rod will`."""
    _, blank, last = title.rpartition(" ")
    match = _WORKER.match(title.rpartition(". ")[2]) if blank and last in _WORKER_ENDS else None
    owners = split_owners(match["who"], names) if match else ()
    return match["who"] if match and owners and all(names.knows(o) or o.casefold() in w.EVERYBODY for o in owners) else None


def charged(words: str, names: Names) -> str:
    """Whom the words behind a mark charge with what is listed below, in few words: `Sam to`, `Sam to sort out`; "" when they say more."""
    said = plain(words)
    if (head := said.removesuffix(" to").removesuffix(" will")) != said and split_owners(head, names):
        return head
    owned = find_owners(said, names)
    told = owned is not None and owned.start == 0 and owned.form == "to" and 1 < len(said[owned.end :].split()) <= _CHARGE
    return said[: owned.end] if told and owned is not None else ""


def opens_asked(item: Item) -> Opening | None:
    """The opening that a heading is which asks behind a dash for an answer to its list: `Actions – send your news to Ann by Friday`."""
    heads = item.shape is Shape.HEADING and len(item.text) <= _ASKED
    asked = _ASKING.search(item.text) if heads else None
    if asked is None or item.text[asked.end() :].split(maxsplit=1)[0].casefold() not in _ANSWER:
        return None
    found = read_opening(item.text[: asked.start()])
    plain_list = found is not None and found.actions and not found.mixed and found.title[-1:] == "s"
    return replace(found, title=plain(item.text)) if found is not None and plain_list else None


def is_share(item: Item, names: Names) -> bool:
    """Whether an item of such a list is somebody's: `Hal: the first chapter`, `the first chapter (Hal)`."""
    owned = find_owners(plain(item.text), names, marked=True)
    return is_share_of(item, names) or (owned is not None and all(is_sure(o, names) for o in owned.owners))


def looks_back(title: str) -> bool:
    """Whether a title is of what an earlier meeting left to do: `Left from last time`, `Steps of #30`, `Bits from June`."""
    key = title.casefold().strip(" :?!.")
    words = _WORD.findall(key) if _begins_and_ends(key, _LOOKING) else []
    if not words or words[0] in _MEETINGS or words[0].isdigit():
        return False
    days = [word for word in words if word in CALENDAR or word[0].isdigit()]
    if not all(word in _BACK or word in _THINGS or word in _MEETINGS or word in _GLUE or word in days for word in words):
        return False
    whence = not _OF.isdisjoint(words) and (days or not _MEETINGS.isdisjoint(words))
    what = not _THINGS.isdisjoint(words) or words[0] in _OF or words[0] in _BACK
    return bool(whence and what) or (not _BACK.isdisjoint(words) and not _THINGS.isdisjoint(words))


def opens_reviewed(items: Sequence[Item], n: int, names: Names) -> Opening | None:
    """The opening that a title such as `Last time` is when half of the list below it tells at one end how it went: `✔ Tune the piano`."""
    item = items[n]
    heads = item.shape is Shape.BULLET and item.text[-1:] == ":" and not item.boxed  # `- From the last call:` above a list of its own
    if not (heads or item.shape in (Shape.HEADING, Shape.LINE)) or len(item.lines) > 1 or len(item.text) > _TITLE:
        return None
    title = unnumbered(plain(item.text)).strip(" :")
    back = looks_back(title)
    if not (back or tells_meeting(title, earlier=True) or title.casefold() in _EARLIER):
        return None
    near = items[n + 1 : n + 1 + _ENOUGH]
    below = list(takewhile(lambda it: it.shape is Shape.BULLET and (not heads or it.indent > item.indent), near))
    outer = [it for it in below if it.indent == below[0].indent]
    told = sum(tells(it, names) or (back and _reports(plain(it.text), names)) for it in outer)
    if len(outer) > 1 and (2 * told >= len(outer) or (back and told and _are_shared(outer, names))):
        return Opening(title, actions=True, section=Section.REVIEW)
    return Opening(title, actions=True, section=Section.REVIEW) if back and is_reviewed_table(near, names) else None


def tells(item: Item, names: Names) -> bool:
    """Whether an item tells at one end how it went."""
    return item.boxed or item.text[:1] in UNDONE_SIGNS or find_status(item.text, names.idiom) is not None


def _reports(text: str, names: Names) -> bool:
    """Whether words tell how it went, as they do in a review."""
    if _REMARKED.search(text) is not None:
        return True
    from tcsg.reading.outcome import find_outcome  # lazy: few lists are looked at so closely

    return find_outcome(text, names.idiom) is not None


def _are_shared(outer: Sequence[Item], names: Names) -> bool:
    """Whether two of three items tell whose they are or how they went."""
    return 3 * sum(tells(it, names) or is_share(it, names) for it in outer) >= 2 * len(outer)


def is_reviewed_table(near: Sequence[Item], names: Names) -> bool:
    """Whether a table stands there whose last column tells in half of the rows how it went, and most rows name somebody."""
    rows = [it for it in takewhile(lambda it: it.shape is Shape.ROW, near) if it.header and it.cells != it.header and len(it.cells) > 1]
    if not rows:
        return False
    from tcsg.reading.states import read_state  # lazy: on many pages there is no table

    told = sum(read_state(it.header[-1], plain(it.cells[-1]), plain(it.cells[0]), names) is not None for it in rows)
    named = sum(any(_names_somebody(cell, names) for cell in it.cells[:-1]) for it in rows)
    return len(rows) > 1 and 2 * told >= len(rows) and 2 * named >= len(rows)


def _names_somebody(cell: str, names: Names) -> bool:
    owned = find_owners(plain(cell), names, marked=True)
    return names.knows(plain(cell)) or (owned is not None and all(is_sure(o, names) for o in owned.owners))
