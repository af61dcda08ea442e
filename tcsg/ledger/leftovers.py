"""What is left when all else is known: the one action of the same owner that has to do with what is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.matching import Kin, are_rivals, elsewhere, kin, orders, parted, same_owners, tells
from tcsg.ledger.matching.stems import common_words, form
from tcsg.ledger.matching.swaps import in_any_order
from tcsg.ledger.matching.telling import SMALL
from tcsg.ledger.places import stands_alike
from tcsg.ledger.whose import Whose
from tcsg.model import Section, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tcsg.ledger.following import Following
    from tcsg.ledger.matching import Words
    from tcsg.ledger.threads import Group, Thread
    from tcsg.model import Meeting, Reason

_LATELY = 3
"""Meetings back to which an open action was mentioned last that a review may have left over."""
_ENOUGH = 2
"""Telling words that no other open action has: more than two tasks have by chance."""


def is_parted(group: Group, thread: Thread) -> bool:
    """Whether another word stands in a group for one of the action, in whose very words it has not been told before."""
    issues = group.words.issues
    if issues and group.words.section is Section.REVIEW and any(issues == words.issues for words in thread.wordings):
        return False  # a list of old actions has it by the number of its issue
    said = {in_any_order(words) for words in thread.wordings}
    return not any(in_any_order(one) in said for one in group.wordings) and any(
        parted(one, words) for one in group.wordings for words in thread.wordings
    )


def lists_on(one: Group, other: Group) -> bool:
    """Whether a group lists what another one left open in its review, and neither is said in both places already."""
    if any(m.section is Section.REVIEW for m in one.mentions) or any(m.section is not Section.REVIEW for m in other.mentions):
        return False
    return one.open and other.open and not are_rivals(one.words, other.words) and not elsewhere(one.wordings, other.wordings)


_PART = 0.5
"""How much of the shorter these have to be."""
_SOME = 3
"""Those for which a person is asked where nothing says that a task is old."""
_HALF = 0.4
"""How much of the shorter they have to be for that."""
_MANY = 4
"""Those that a task told in new words has with what it was, where nothing says that it is old."""
_MOST = 0.6
"""How much of the shorter that has to be."""


@frozen
class Near:
    """A group and a thread that have to do with each other, and what of it no other thread has that may be the group."""

    kin: Kin
    own: frozenset[str]


def left_over(
    meeting: Meeting, groups: Sequence[Group], state: Following, pairs: Mapping[int, int], but: Mapping[int, set[int]]
) -> tuple[dict[int, int], Rest]:
    """The groups that are the action that is left, and which, and what is left then; `but` are those that each is said not to be.

    Both are the same people's, open, and have telling words in common that no other has. What reviews an action is that action where
    one says nothing else, or there are two such words, or they stand alike in their lists, or nothing else of these people is left;
    elsewhere both must be for whatever is to be done with a thing: `sort out the mower`, `deal with the mower`.
    """
    left: dict[int, int] = {}
    while True:  # what is known makes more of a list known, and leaves less
        rest = Rest(meeting, groups, state, {**pairs, **left}, but)
        more = {g: n for (g, n), near in rest.found.items() if rest.is_left(g, n, near)}
        if not more:
            return left, rest
        left |= more


def to_ask(rest: Rest, pairs: Mapping[int, int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The groups that may be an action that is left, and which: nothing tells that for certain, and no other may be it as well.

    They are the same people's and have something to do with each other, whatever is to be done with it. `rest` is what `left_over` left.
    """
    rest = Rest(rest.meeting, rest.groups, rest.state, pairs, but, before=rest)
    return {g: n for (g, n), near in rest.found.items() if rest.may_be(g, near)}


def told_again(meeting: Meeting, groups: Sequence[Group], state: Following, pairs: Mapping[int, int], but: Mapping[int, set[int]]) -> dict[int, int]:
    """The groups that name an action, and nothing else, which another group of the meeting is: `Flyers`, where `flyer design` is listed.

    So are those that tell of the one that is left of somebody's and is listed on: `Bo has drawn one of the flyers`.
    """
    if not any(g not in pairs and group.words.section is Section.REVIEW and (group.open or not group.words.deeds) for g, group in enumerate(groups)):
        return {}
    taken = set(pairs.values())
    threads = [n for n in lately(meeting, state, 1) if n in taken]
    rest = Rest(meeting, groups, state, pairs, but, threads)
    told = {g: n for (g, n), near in rest.found.items() if groups[g].open and near.kin.told and near.kin.owned == 1 and rest.is_left(g, n, near)}
    return told | {g: n for (g, n), near in rest.found.items() if near.kin.whole and _only_names(groups[g])}


def _only_names(group: Group) -> bool:
    """Whether a group of a reviewed list says nothing of what is to be done."""
    return group.words.section is Section.REVIEW and not group.words.deeds


def lately(meeting: Meeting, state: Following, meetings: int) -> list[int]:
    """The open threads that one of the meetings before mentioned last, the latest first."""
    here = state.order[meeting.key]
    places = range(here - 1, max(-1, here - 1 - meetings), -1)
    found = dict.fromkeys(n for place in places for n in state.at.get(place, ()))
    return [n for n in found if state.threads[n].is_open(meeting.day)]


def _tells(reason: Reason) -> bool:
    """Whether words tell how far it is; a box is empty in a new list as well."""
    return reason.about == "status" and reason.words[:1] in {"'", '"'}


class Rest:
    """The groups of a meeting that have no action yet, and the threads that are left."""

    all_tell = False
    """Whether the title above an action tells it also where nobody is named."""

    def __init__(
        self,
        meeting: Meeting,
        groups: Sequence[Group],
        state: Following,
        pairs: Mapping[int, int],
        but: Mapping[int, set[int]],
        threads: Sequence[int] | None = None,
        *,
        before: Rest | None = None,
    ) -> None:
        """What is left of all, or of some `threads`; `before` is what was left before a person is asked."""
        self.meeting = meeting
        self.groups = groups
        self.state = state
        self.pairs = pairs
        self.asked = before is not None
        taken = set(pairs.values())
        self.mine = [g for g in range(len(groups)) if g not in pairs]
        self.threads = [n for n in lately(meeting, state, _LATELY) if n not in taken] if threads is None else threads
        self._told: dict[int, bool] = {}
        self.near: Mapping[int, Sequence[int]] = self._who_is_near() if before is None or before.pairs != pairs else before.near
        akin = {(g, n): one for g in self.mine for n in self.near[g] if n not in but.get(g, ()) and (one := self._kin(g, n))}
        self.akin = self._rivals(akin)
        self.found = dict(self._nearest(self.akin))

    def _who_is_near(self) -> Mapping[int, Sequence[int]]:
        """The threads that each group can have to do with at all."""
        if not self.threads or not self.mine:
            return dict.fromkeys(self.mine, ())
        whose = Whose(self.state, self.threads)
        return {g: whose.near(self.groups[g], partial(self.is_told, g)) for g in self.mine}

    def is_told(self, g: int) -> bool:
        """What `_is_told` says of a group, worked out once: most have nothing to do with what is left."""
        if g not in self._told:
            self._told[g] = self._is_told(self.groups[g])
        return self._told[g]

    def _is_told(self, group: Group) -> bool:
        """Whether a group may tell what has become of an action: the list is a review, or it says how it went."""
        if group.words.section is Section.NEW:
            return False
        closed = any(m.status is not Status.OPEN or any(_tells(r) for r in m.reasons) for m in group.mentions)
        return closed or group.words.section is Section.REVIEW or tells(group.words) or self._reviewed(group)

    def _reviewed(self, group: Group) -> bool:
        """Whether it stands in a list of old actions: one that is called so, or has two or more that are known, and no fewer than others."""
        if group.words.section is not None or group.mentions[0].block is None:
            return group.words.section is Section.REVIEW
        beside = [g for g, other in enumerate(self.groups) if other.mentions[0].block == group.mentions[0].block]
        known = sum(g in self.pairs for g in beside)
        return known > 1 and 2 * known >= len(beside)

    def _rivals(self, akin: Mapping[tuple[int, int], Kin]) -> dict[tuple[int, int], Kin]:
        """Of these pairs those that can be: what is somebody's is nobody else's, and what gives an order is no other task."""
        owned = {g for (g, _), one in akin.items() if one.owned > 0}
        found = {(g, n): one for (g, n), one in akin.items() if one.owned > 0 or g not in owned}
        told = {n for (_, n), one in found.items() if one.told}
        return {(g, n): one for (g, n), one in found.items() if one.told or one.whole or n not in told}

    def _kin(self, g: int, n: int) -> Kin | None:
        """What the wordings of both have in common that have most."""
        group, thread, told = self.groups[g], self.state.threads[n], self.is_told(g)
        said = [*group.wordings, *(one.lead for one in group.wordings if told and one.lead is not None and not (one.remarked or orders(one.lead)))]
        near = [(kin(one, other, told=told, asked=self.asked), other) for one in said for other in self.wordings(n)]
        found = [one for one, other in near if one is not None and (one.owned > 0 or self.all_tell or other in thread.wordings)]
        if self.state.silent(self.meeting, thread):
            found = [near for near in found if not near.routine]  # that of the meeting before is meant
        if found and is_parted(group, thread):
            return None
        return max(found, key=lambda near: (near.whole, near.shared, near.owned), default=None)

    def wordings(self, n: int) -> Sequence[Words]:
        """The words with which a group is compared to know whether it is this thread, with what they leave to what was told above them."""
        return [words for one in self.state.threads[n].wordings for words in (one, one.filled) if words]

    def is_left(self, g: int, n: int, near: Near) -> bool:
        """Whether what they have in common is enough for them to be one."""
        group, one = self.groups[g], near.kin
        review = group.words.section is Section.REVIEW
        if one.told and self.tells_two(g, n, near):
            return False
        if one.told:
            much = one.part >= _PART
            if review and not one.swapped and not one.more and self._stands(g, n) and (one.owned > 0 or much):
                return True
            if one.owned < 0:
                most = review and one.part >= _MOST and len(near.own) >= _ENOUGH and not one.other
                return most or (one.whole and (not group.open or self._reviewed(group)))
            alone = review and not one.more and self._alone(g, n)
            return one.whole or (len(near.own) >= _ENOUGH and (alone or (much and not one.other))) or (alone and not one.other)
        many = len(near.own & one.things) >= _SOME if one.whole else len(near.own) >= _MANY
        if group.words.section is not Section.NEW and one.owned == 1 and one.part >= _MOST and many and not one.other:
            return True
        reviewed = review or (one.same and self._reviewed(group))
        return not one.goes_on and ((one.whole and (one.general or reviewed)) or (review and not one.swapped and self._stands(g, n)))

    def tells_two(self, g: int, n: int, near: Near) -> bool:
        """Whether a report tells of another action as well, beside this one: `his screenshots and the redo bug stay open`."""
        head, _, rest = self.groups[g].words.text.partition(" and ")
        first = next((word for word in rest.split() if word not in SMALL), "")
        if not first:
            return False
        said, after, mine = frozenset(map(form, head.split())), frozenset((form(first),)), near.kin.words
        others = [one.words for (h, m), one in self.akin.items() if h == g and m != n and not one.words & mine]
        return any(common_words(said, a) and common_words(after, b) for other in others for a, b in ((mine, other), (other, mine)))

    def may_be(self, g: int, near: Near) -> bool:
        """Whether what they have in common is enough to ask a person about."""
        group, one = self.groups[g], near.kin
        if group.words.section is Section.NEW:
            return False
        if one.told or group.words.section is Section.REVIEW:
            return one.owned > 0 or one.shared >= _ENOUGH
        if one.owned == 1 and len(near.own) >= _ENOUGH and one.part >= _MOST and group.words.section is None:
            return True  # what a list that is told whole at each meeting has for its owner in other words
        return one.owned > 0 and one.shared >= _SOME and one.part >= _HALF

    def may_be_one(self, g: int, h: int) -> bool:
        """Whether two groups may say one thing: one reviews it, and one lists it on."""
        return lists_on(self.groups[g], self.groups[h]) or lists_on(self.groups[h], self.groups[g])

    def _stands(self, g: int, n: int) -> bool:
        return stands_alike(g, n, self.groups, self.state, self.pairs)

    def _stands_nearer(self, g: int, h: int, n: int) -> bool:
        """Whether one group of a review stands where a thread stood, and the other, beyond one that is known, does not."""
        return self.groups[g].words.section is self.groups[h].words.section is Section.REVIEW and self._stands(g, n) and not self._stands(h, n)

    def _alone(self, g: int, n: int) -> bool:
        """Whether nothing else is left of these people, neither in the review nor of what the meeting before left open."""
        mine = self.groups[g].words
        groups = [h for h in self.mine if self.is_told(h) and same_owners(mine, self.groups[h].words) > 0]
        before = (m for m in lately(self.meeting, self.state, 1) if m in self.threads)
        threads = [m for m in before if any(same_owners(mine, words) > 0 for words in self.state.threads[m].wordings)]
        return groups == [g] and threads == [n]

    def _names(self, g: int, n: int, other: int) -> bool:
        """Whether a report that is nobody's names whose one action is, and not whose the other is: `Programme: Ann has two speakers`."""
        words = self.groups[g].words
        if words.owners or not self.is_told(g):
            return False
        said = frozenset(words.text.split())
        mine, theirs = (frozenset().union(*(one.people for one in self.state.threads[k].wordings)) for k in (n, other))
        return not said.isdisjoint(mine) and bool(theirs) and said.isdisjoint(theirs)

    def _nearest(self, akin: Mapping[tuple[int, int], Kin]) -> Iterable[tuple[tuple[int, int], Near]]:
        """The pairs of which each has more to do with the other than with any third, and the words that only these two have in common."""
        for (g, n), one in akin.items():
            others = [
                other.words for (h, m), other in akin.items() if h == g and m != n and not (other.shared == one.shared and self._names(g, n, m))
            ]
            rivals = [(h, other) for (h, m), other in akin.items() if m == n and h != g and not self.may_be_one(g, h)]
            own = one.words.difference(*others)
            if (
                own
                and all(len(other) < one.shared for other in others)
                and all(one.is_nearer(rival) or self._stands_nearer(g, h, n) for h, rival in rivals)
            ):
                yield (g, n), Near(one, own)
