"""What the list of a meeting no longer has: where it goes on with what was open, what the review tells of and it leaves out is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.ledger.derive import in_short
from tcsg.ledger.matching import orders, same_owners
from tcsg.model import Kind, Section, Status
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Collection

    from tcsg.ledger.following import Following
    from tcsg.ledger.threads import Group, Thread
    from tcsg.model import Meeting, Mention

_LISTED = (Kind.BLOCK, Kind.TABLE, Kind.CHECKBOX)
_IS = frozenset("is are was were has have had did says said comes came goes went".split())
_LEAST = 2
"""Actions that a list takes over before what it leaves out tells anything."""


def left_off(meeting: Meeting, told: Collection[tuple[Group, int]], placed: Collection[tuple[Group, int]], state: Following) -> frozenset[int]:
    """The threads that are done because a review tells how they went, and the list of its meeting leaves them out.

    `told` and `placed` are what is told and all that stands in the minutes, each with its thread. The list has to have what the review leaves open
    in so many words: one that has only what is new tells nothing of the rest.
    """
    reviewed = [(group, n) for group, n in told if _is_reviewed(group) and not _is_new(state.threads[n], meeting)]
    if not reviewed:
        return frozenset()
    listed = [(group, state.threads[n]) for group, n in placed if any(map(_is_listed, group.mentions))]
    new = [group for group, thread in listed if _is_new(thread, meeting)]
    ended = [(group, n) for group, n in reviewed if not _stays_open(group)]
    if len(listed) - len(new) < max(_LEAST, 2 * (len(reviewed) - len(ended))):
        return frozenset()
    return frozenset(n for group, n in ended if _tells(group, state.threads[n]) and not any(_may_be(one, group, state.threads[n]) for one in new))


def _is_new(thread: Thread, meeting: Meeting) -> bool:
    return not thread.sightings or thread.sightings[0].meeting.key == meeting.key


def _is_listed(mention: Mention) -> bool:
    return mention.section is not Section.REVIEW and mention.kind in _LISTED and mention.status is Status.OPEN


def _is_reviewed(group: Group) -> bool:
    """Whether only the review has it, and leaves it open."""
    return group.open and all(m.section is Section.REVIEW for m in group.mentions) and not in_short(group.mentions[0])


def _stays_open(group: Group) -> bool:
    """Whether it is said to be open."""
    from tcsg.reading.still import stays_open  # lazy: few meetings come here

    return any(r.about == "status" for m in group.mentions for r in m.reasons) or any(stays_open(m.text) for m in group.mentions)


def _tells(group: Group, thread: Thread) -> bool:
    """Whether it tells how something went, and is not the mere task again."""
    said = group.words.text
    return (
        not orders(group.words)
        and all(said != words.text for words in thread.wordings)
        and any(is_past(word) or word in _IS for word in said.split())
    )


def _may_be(one: Group, told: Group, thread: Thread) -> bool:
    """Whether what the list has anew may be the rest of what the review tells of."""
    heads = told.words.heads.union(*(words.heads for words in thread.wordings))
    return not one.words.heads.isdisjoint(heads) and any(same_owners(one.words, words) != 0 for words in thread.wordings)
