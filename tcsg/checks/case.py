"""What a rule may look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.identity import folded
from tcsg.ledger.merging import Who
from tcsg.model import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tcsg.ledger.carry import Carried, Link
    from tcsg.ledger.people import Directory
    from tcsg.model import Action, Committee, Finding, Ledger, Mention, Minutes
    from tcsg.plan.state import Standing
    from tcsg.plan.values import Plan


LEDGER = "minutes/ledger.yaml"


@frozen
class Known:
    """What checking found that is the same on every day, as long as minutes, ledger and committee.yaml are."""

    timeless: tuple[Finding, ...]
    places: Mapping[str, tuple[Place, Place]]
    """Of each open action, where the day in force was stated, and its latest mention."""
    plans: tuple[Plan, ...] = ()
    """The action plans, as far as rules ask them."""


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
    known: Known | None = None
    """What is the same on every day; with it, only the actions that are open or serve a commitment need to be there."""
    plans: tuple[Plan, ...] = ()
    """The action plans with the ids of their commitments."""

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each commitment stands."""
        from tcsg.plan.state import standings

        links = [link for mine in self.links.values() for link in mine]
        return standings(self.plans, self.carried.ledger, links, self.committee, self.today)

    def last_place(self, action: Action) -> Place:
        """The latest mention of an action; the ledger when its minutes are gone."""
        if self.known is not None and action.id in self.known.places:
            return self.known.places[action.id][1]
        links = self.links.get(action.id, ())
        return Place(links[-1].path, links[-1].mention.line) if links else Place(LEDGER, 1)

    def due_place(self, action: Action) -> Place:
        """Where the day in force was stated: the latest meeting that states it, the agenda item before the summary."""
        if self.known is not None and action.id in self.known.places:
            return self.known.places[action.id][0]
        stating = [k for k in self.links.get(action.id, ()) if k.mention.due is not None and k.mention.due.words == action.due_words]
        if not stating:
            return self.last_place(action)
        last = stating[-1].meeting
        best = min(
            (k for k in stating if k.meeting == last), key=lambda k: (k.mention.kind is Kind.SUMMARY, k.mention.restates is not None, k.mention.line)
        )
        return Place(best.path, best.mention.line)

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
