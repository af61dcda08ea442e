"""What is left when all else is known: the one action of the same owner that has to do with what is said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tcsg.ledger.matching import Kin, kin
from tcsg.ledger.places import stands_alike
from tcsg.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group, Thread
    from tcsg.model import Meeting


def left_over(meeting: Meeting, groups: Sequence[Group], state: Following, pairs: Mapping[int, int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The groups that are the action that is left, and which; `but` are those that each is said not to be.

    Both are the same people's, open at the meeting before, and have a telling word in common that no other has. In a reviewed list
    that is enough where one says nothing else, or they stand alike in their lists; elsewhere both must be for whatever is to be done
    with a thing: `sort out the mower`, `deal with the mower`.
    """
    taken = set(pairs.values())
    alone = _akin([n for n in _lately(meeting, state) if n not in taken], groups, state, pairs, but)
    return {g: n for (g, n), near in alone.items() if _is_left(near, g, groups, pairs) or _stands(g, n, groups, state, pairs)}


def told_again(meeting: Meeting, groups: Sequence[Group], state: Following, pairs: Mapping[int, int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The groups that name an action, and nothing else, which another group of the meeting is: `Flyers`, where `flyer design` is listed."""
    if not any(g not in pairs and _only_names(group) for g, group in enumerate(groups)):
        return {}
    taken = set(pairs.values())
    alone = _akin([n for n in _lately(meeting, state) if n in taken], groups, state, pairs, but)
    return {g: n for (g, n), near in alone.items() if near.whole and _only_names(groups[g])}


def _only_names(group: Group) -> bool:
    """Whether a group of a reviewed list says nothing of what is to be done."""
    return group.words.section is Section.REVIEW and not group.words.deeds


def _lately(meeting: Meeting, state: Following) -> list[int]:
    """The threads that were left open at the meeting before."""
    return [n for n in dict.fromkeys(state.at.get(state.order[meeting.key] - 1, ())) if state.threads[n].is_open(meeting.day)]


def _akin(
    threads: Sequence[int], groups: Sequence[Group], state: Following, pairs: Mapping[int, int], but: Mapping[int, set[int]]
) -> dict[tuple[int, int], Kin]:
    """The groups without an action and the threads that have to do with each other and with no third."""
    mine = [g for g, group in enumerate(groups) if g not in pairs and group.words.owners] if threads else []
    whose = {n: _whose(state.threads[n].wordings) for n in threads} if mine else {}
    found = {
        (g, n): near
        for g in mine
        for us in (_whose(groups[g].wordings),)
        for n in threads
        if not us.isdisjoint(whose[n]) and n not in but.get(g, ()) and (near := _kin(groups[g], state.threads[n]))
    }
    here, there = Counter(g for g, _ in found), Counter(n for _, n in found)
    return {(g, n): near for (g, n), near in found.items() if here[g] == there[n] == 1}


def _whose(wordings: Iterable[Words]) -> frozenset[frozenset[str]]:
    """The owners of some wordings, as they are known and as they are minuted: what is kin has either in common."""
    return frozenset([who for words in wordings for who in (words.owners, words.literal)])


def _is_left(near: Kin, g: int, groups: Sequence[Group], pairs: Mapping[int, int]) -> bool:
    reviewed = groups[g].words.section is Section.REVIEW or (near.same and _is_reviewed(groups[g], groups, pairs))
    return near.whole and (near.general or reviewed)


def _stands(g: int, n: int, groups: Sequence[Group], state: Following, pairs: Mapping[int, int]) -> bool:
    return groups[g].words.section is Section.REVIEW and stands_alike(g, n, groups, state, pairs)


def _is_reviewed(group: Group, groups: Sequence[Group], pairs: Mapping[int, int]) -> bool:
    """Whether it stands in a list of old actions: one that is called so, or has two or more that are known, and no fewer than others."""
    if group.words.section is not None or group.mentions[0].block is None:
        return group.words.section is Section.REVIEW
    beside = [g for g, other in enumerate(groups) if other.mentions[0].block == group.mentions[0].block]
    known = sum(g in pairs for g in beside)
    return known > 1 and 2 * known >= len(beside)


def _kin(group: Group, thread: Thread) -> Kin | None:
    """What the wordings of both have in common that have most."""
    found = [near for one in group.wordings for other in thread.wordings if (near := kin(one, other))]
    return max(found, key=lambda near: (near.whole, near.shared), default=None)
