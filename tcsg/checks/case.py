"""What a rule may look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tcsg.ledger.identity import folded
from tcsg.ledger.merging import Who

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tcsg.ledger.carry import Carried, Link
    from tcsg.ledger.people import Directory
    from tcsg.model import Action, Committee, Ledger, Mention, Minutes, Place
    from tcsg.plan.state import Standing
    from tcsg.plan.values import Plan


@dataclass(frozen=True)
class Case:
    """The ledger as the minutes have it now, the ledger as it is stored, and the day that counts."""

    carried: Carried
    stored: Ledger | None
    minutes: tuple[Minutes, ...]
    committee: Committee
    directory: Directory
    today: date
    links: dict[str, tuple[Link, ...]]
    """The mentions of each action in the order of meetings and lines."""
    before: Ledger | None = None
    """The ledger of an earlier commit that the stored one is compared with."""
    plans: tuple[Plan, ...] = ()
    """The action plans with the ids of their commitments."""

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each commitment stands."""
        from tcsg.plan.state import standings

        links = [link for mine in self.links.values() for link in mine]
        return standings(self.plans, self.carried.ledger, links, self.committee, self.today)

    def last_place(self, action: Action) -> Place | None:
        """The latest mention of an action, None when its minutes are gone."""
        from tcsg.model import Place

        links = self.links.get(action.id, ())
        return Place(links[-1].path, links[-1].mention.line) if links else None

    def is_certain(self, action: Action) -> bool:
        """Whether a place of the minutes states the action beyond doubt, or a person recorded it: what is doubtful is `review`'s."""
        links = self.links.get(action.id, ())
        return bool(action.by_hand) or not links or any(k.mention.certain for k in links)

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {m.path: m.key for m in self.carried.ledger.meetings}

    @cached_property
    def _actions(self) -> dict[tuple[str, int, str], str]:
        return {(k.path, k.mention.line, k.mention.text): k.action for k in self.carried.links}

    def key(self, minutes: Minutes) -> str:
        """The key of the meeting that minutes are of."""
        return self._keys.get(minutes.path, "")

    def action(self, minutes: Minutes, mention: Mention) -> str | None:
        """The id of the action that a mention belongs to; None when a person said that it is none, or in other words."""
        return self._actions.get((minutes.path, mention.line, mention.text))

    def same_people(self, some: Iterable[str], others: Iterable[str], key: str) -> bool:
        """Whether two lists of owners mean the same people at a meeting, however they are written."""
        a, b = ({self._whom(words, key) for words in listed} for listed in (some, others))
        return all(any(_one(x, y) for y in b) for x in a) and all(any(_one(x, y) for x in a) for y in b)

    def _whom(self, words: str, key: str) -> Who:
        """The person an owner means, or the group under the words of its members: `All` and `Everyone` are the same."""
        members = self.directory.group(words)
        return self.directory.owner(words, key) if members is None else Who(" ".join(sorted(map(str.casefold, members))))


def _one(one: Who, other: Who) -> bool:
    """Whether two can be one: equal, or the words of the one are among the words of the other, whom nobody knows better."""
    if one == other or (one.known and other.known):
        return one == other
    a, b = set(folded(one.name).split()), set(folded(other.name).split())
    return a <= b or b <= a
