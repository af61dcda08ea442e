"""What is talked about where an action stands: the title of the agenda item, and the point below it, `- Volunteers` above `- ACTION: …`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.model import Kind, Section
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.sentences import spans
from tcsg.reading.text import spelt_in, words_in
from tcsg.reading.time_words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from tcsg.model import Mention
    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names

_LONGEST = 160
"""Characters of a point that are read."""
_TITLE = 12
"""Words of a title."""
_SHORT = 3
"""Letters of a word that tells something."""
_ALIKE = 5
"""Letters that two words must begin with to be forms of one."""
FRAME = frozenset(
    """
    agenda discussion discussions item items note notes minute minutes meeting meetings information business new old other topic topics
    update updates report reports general any round table open floor misc miscellaneous main points announcement announcements welcome
    introduction introductions aob matters arising next action actions request requests question questions review summary overview
    standing status news progress session part section day all hands final closing opening check last previous ai ais housekeeping
    correspondence approve approval past step steps task tasks todo todos
    """.split()
)
"""Words of titles that stand over whatever a meeting talks about."""
POINTING = frozenset("this these it them".split())
"""What points to something that stands above."""
_MATTER = 5
"""Words of a sentence that only names the matter of its paragraph: `Kitchen ceiling. The stain is bigger.`"""
_LITTLE = 3
"""Telling words of a task that is the same below many things."""
_SMALL = frozenset("and for from into not our out over that the their this was what when who why with week month day".split()).union(MONTHS, WEEKDAYS)
"""Words that tell no topic: days are those of the meeting."""


@frozen
class Topic:
    """What is talked about where an action stands: the beginnings of the words that tell it."""

    own: frozenset[str]
    """Those of the point, or of the title where there is none."""
    around: frozenset[str]
    """Those of both."""


def lists_of_items(mentions: Iterable[Mention]) -> frozenset[str]:
    """The titles of the lists of actions that stand below several agenda items, and so tell of these: one at the end is of the whole meeting."""
    found: dict[str, set[str]] = {}
    for one in mentions:
        if one.agenda_item is not None and (title := _list_of(one)) is not None:
            found.setdefault(title, set()).add(one.agenda_item)
    return frozenset([title for title, items in found.items() if len(items) > 1])


def _list_of(mention: Mention) -> str | None:
    """The title of the list of actions in which one stands; a table is one, be it below no title of its own."""
    return "" if mention.block is None and mention.kind is Kind.TABLE else mention.block


def topic_of(mention: Mention, lists: Container[str]) -> Topic | None:
    """The topic of an action; None in a review, in a list but one of those `lists`, and where titles stand over whatever a meeting talks about.

    What says little by itself has it from the point above it in any list.
    """
    if mention.point and (mention.section is Section.REVIEW or mention.block is not None) and _says_little(mention.text, mention.owners):
        return _topic(None, mention.point)
    if mention.section is Section.REVIEW or ((title := _list_of(mention)) is not None and title not in lists):
        return None
    return _topic(mention.agenda_item, mention.point) if mention.agenda_item or mention.point else None


@lru_cache(maxsize=1024)
def _topic(title: str | None, point: str | None) -> Topic | None:
    here, there = beginnings(point or ""), beginnings(title or "")
    return Topic(here or there, here | there) if here or there else None


def _says_little(text: str, owners: Sequence[str]) -> bool:
    """Whether a task leaves to what stands above it what it is about: `Bo to review it`, `then Bo to report to the board`."""
    said = words_in(text.casefold())
    return not POINTING.isdisjoint(said) or "why" in said or len(beginnings(text) - beginnings(" ".join(owners))) <= _LITTLE


@lru_cache(maxsize=1024)
def beginnings(text: str) -> frozenset[str]:
    """What the telling words of a text begin with."""
    return frozenset([word[:_ALIKE] for word in spelt_in(text.casefold()) if len(word) >= _SHORT and word not in FRAME and word not in _SMALL])


def beginning(word: str) -> str:
    """What a word begins with, as those of a topic do."""
    return word[:_ALIKE]


def are_apart(one: Topic | None, other: Topic | None, here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two actions stand under topics that have nothing to do with each other; `here` and `there` are the beginnings of their words.

    One may say what the other leaves to the topic above it: `draft the policy` below `Website`, `draft the website policy`; and what
    says its topic itself is known by that wherever it stands.
    """
    if one is None or other is None or one == other:
        return False
    mine, theirs = one.own - here, other.own - there
    return bool(mine and theirs) and mine.isdisjoint(other.around | there) and theirs.isdisjoint(one.around | here)


def with_points(drafts: tuple[Draft, ...], items: Sequence[Item], names: Names) -> tuple[Draft, ...]:
    """The drafts, each bullet among them with the outermost bullet that it stands below and that is no name, nor the title of their list.

    One that stands below no other but an action, and leaves to it what it is about, has that: `then Bo to review it`.
    """
    drafts = tuple(replace(d, point=before) if (before := _said_before(d)) else d for d in drafts)
    if not any(draft.indent > 0 for draft in drafts):
        return drafts
    taken = {line: d for d in drafts for line in range(d.line, d.end + 1)}
    points: dict[int, str] = {}
    above: list[tuple[int, str | None, Draft | None]] = []
    for item in items:
        if item.shape in (Shape.HEADING, Shape.RULE) or (item.shape is Shape.LINE and not item.indent):
            above = []
        elif item.shape is Shape.BULLET:
            while above and above[-1][0] >= item.indent:
                above.pop()
            block = taken[item.line].block if item.line in taken else None
            title = block.title if block is not None else None
            if item.line in taken and (told := next((text for _, text, _ in above if text and text != title), None) or _of_action(above, names)):
                points[item.line] = told
            above.append((item.indent, None, taken[item.line]) if item.line in taken else (item.indent, _told(item, names), None))
    return tuple(replace(d, point=points[d.line]) if d.line in points and d.point is None else d for d in drafts) if points else drafts


def _said_before(draft: Draft) -> str:
    """What a paragraph tells before its one marked sentence, where that leaves to it what it is about: `The lift is loud. Bo to find out why.`."""
    if draft.kind is not Kind.INLINE or draft.block is not None or not draft.whole:
        return ""
    before = draft.whole[: max(0, draft.whole.find(draft.text))]
    said = [before[begin:end] for begin, end in spans(before)]
    if not _says_little(plain(draft.text), ()):
        return plain(said[0]).strip(" .") if said and len(said[0].split()) <= _MATTER else ""
    while len(said) > 1 and sum(map(len, said)) > _LONGEST:
        del said[0]
    return plain(" ".join(said))[:_LONGEST]


def _of_action(above: Sequence[tuple[int, str | None, Draft | None]], names: Names) -> str | None:
    """The task of the innermost action above, without whose it is."""
    draft = next((draft for _, _, draft in reversed(above) if draft is not None), None)
    if draft is None:
        return None
    from tcsg.reading.owners import find_owners  # lazy: few lists have actions below others

    text = plain(draft.text[:_LONGEST])
    owned = find_owners(text, names, marked=True)
    return f"{text[: owned.start]} {text[owned.end :]}".strip(" :") if owned is not None else text


def _told(item: Item, names: Names) -> str | None:
    """What a bullet says that is a title, and not only a name."""
    text = plain(item.text[:_LONGEST]).strip(" :")
    return None if not text or text[-1] == "." or len(text.split()) > _TITLE or names.knows(text) else text
