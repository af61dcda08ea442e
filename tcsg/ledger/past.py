"""The old ledger as the fold asks it: what it knows of each meeting, and which of its records a mention was."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tcsg.ledger.matching import REWORDED, likeness, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tcsg.ledger.keys import Held
    from tcsg.ledger.threads import Group
    from tcsg.model import Action, Answer, Ledger, Meeting


class Past:
    """The records of the old ledger by the meetings that mention them."""

    def __init__(self, held: Sequence[Held], known: Ledger) -> None:
        before = {(m.key, m.day, m.sha256) for m in known.meetings}
        self.actions = known.actions
        self.unchanged = frozenset(h.meeting.key for h in held if (h.meeting.key, h.meeting.day, h.meeting.sha256) in before)
        """Keys of the meetings whose minutes are what they were, or are gone."""
        self.fixed = self.unchanged if any(h.minutes is None for h in held) else frozenset()
        """Those of which the ledger, not the words, tells which known actions they mention: for with other minutes words are gone."""
        self._records: dict[str, list[Action]] = defaultdict(list)
        for action in known.actions:
            for key in action.seen or (action.raised,):
                self._records[key].append(action)
        self._answers: dict[str, list[Answer]] = defaultdict(list)
        for answer in known.answers:
            self._answers[answer.meeting].append(answer)

    def mentioned(self, meeting: Meeting) -> list[Action]:
        """The records that the minutes of a meeting mentioned."""
        return [r for r in self._records[meeting.key] if r.seen]

    def same(self, meeting: Meeting, group: Group) -> str | None:
        """The id of which a person said last that the mentions of a group are that action."""
        if meeting.key not in self._answers:
            return None  # of most meetings nobody has said anything
        said = None
        for answer in self._about(meeting, group):
            if answer.verdict == "same":
                said = answer.value
            elif answer.value == said:
                said = None
        return said

    def different(self, meeting: Meeting, group: Group) -> list[str]:
        """The ids of which a person said last that the mentions of a group are another action."""
        if meeting.key not in self._answers:
            return []
        last = {answer.value: answer.verdict for answer in self._about(meeting, group)}
        return [i for i, verdict in last.items() if verdict == "different"]

    def _about(self, meeting: Meeting, group: Group) -> Iterator[Answer]:
        return (a for a in self._answers[meeting.key] if a.words in group.said and a.verdict in ("same", "different"))

    def recognise(
        self, meeting: Meeting, groups: Sequence[Group], old: Mapping[int, int], claims: Mapping[str, int], said: Sequence[str | None]
    ) -> list[tuple[int, Action]]:
        """Which record each group of a meeting has: the one it cites, else the one with its words, else one that was reworded.

        `old` are the groups whose action is known from earlier meetings, `claims` the records that are. In unchanged minutes the new actions
        are the records in their order. Else a new action goes before one that is known, a record that began here goes to what begins here,
        and one that was still in the minutes before one that was not. What somebody `said` to be another action has only the record with
        its words, and only when nothing else has them. A record whose words are now said again by another action's belongs to that one.
        Minutes that are what they were bring nothing back that was edited out of them, but for its very words where nothing else is known
        by them; and what is one of their records is no other. An id that they give themselves, later than they were written, tells nothing.
        """
        records = [r for r in self._records[meeting.key] if r.id not in claims]
        live = [r for r in records if r.seen]
        if as_it_was := meeting.key in self.unchanged:
            new = _in_turn([(g, group.text, said[g]) for g, group in enumerate(groups) if g not in old], live, meeting.key)
            if new is not None:
                return new
        names = {i for r in records for i in (r.id, *r.aliases)}
        words = [words_of(r.text, r.owners) for r in records]
        here = {claims[r.id] for r in self.mentioned(meeting) if r.id in claims} if as_it_was else frozenset()
        told = [group.ids - ({r.id for r in records if r.raised == meeting.key} if as_it_was else set()) for group in groups]
        sure = {} if as_it_was else _word_for_word(records, groups, told, said)
        ranked = []
        for n, g in _to_compare(len(records), [g for g in range(len(groups)) if old.get(g) not in here], sure):
            r, group = records[n], groups[g]
            same = r.text == group.text
            score = likeness(words[n], group.words, REWORDED)
            if score < REWORDED and not same and r.id not in told[g]:
                continue
            other = (said[g] in names or said[g] in claims) and said[g] not in (r.id, *r.aliases)
            gone = as_it_was and not r.seen
            if (same or not other) and not (gone and (not same or g in old)):
                begins = (r.raised == meeting.key) is (g in old)
                ranked.append((gone, r.id not in told[g], not same, other, -score, g in old, begins, not r.seen, n, g))
        found = [(g, records[n]) for n, g in _first_come((n, g) for *_, n, g in sorted(ranked))]
        return found + _said_again(found, groups, [r for r in live if r.raised == meeting.key])


def _word_for_word(
    records: Sequence[Action], groups: Sequence[Group], told: Sequence[AbstractSet[str]], said: Sequence[str | None]
) -> dict[int, int]:
    """The records whose very words only they and one group have, where no id tells otherwise: nothing else goes before that."""
    ids = {r.id for r in records}
    cited = frozenset().union(*told)
    recorded, stated = Counter(r.text for r in records), Counter(group.text for group in groups)
    stating = {group.text: g for g, group in enumerate(groups) if stated[group.text] == 1 and said[g] is None and ids.isdisjoint(told[g])}
    return {n: stating[r.text] for n, r in enumerate(records) if r.text in stating and recorded[r.text] == 1 and r.id not in cited}


def _to_compare(records: int, groups: Sequence[int], sure: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The pairs of records and groups of which either may be the other: to compare all with all is dear, and most are sure."""
    settled = frozenset(sure.values())
    left = [g for g in groups if g not in settled]
    for n in range(records):
        yield from ((n, g) for g in ((sure[n],) if n in sure else left))


def _in_turn(new: Sequence[tuple[int, str, str | None]], live: Sequence[Action], key: str) -> list[tuple[int, Action]] | None:
    """The records of new actions in their order; None unless all are there, but for what somebody said to be another of them."""
    names = {i for r in live for i in (r.id, *r.aliases)}
    found: list[tuple[int, Action]] = []
    for g, text, said in new:
        record = live[len(found)] if len(found) < len(live) else None
        if record is not None and (record.raised, record.text) == (key, text):
            found.append((g, record))
        elif said not in names:
            return None
    return found if len(found) == len(live) else None


def _said_again(found: Sequence[tuple[int, Action]], groups: Sequence[Group], live: Iterable[Action]) -> list[tuple[int, Action]]:
    """The records left whose words a group has oftener than it has records with them: they were put together since."""
    had = Counter((g, record.text) for g, record in found)
    again = []
    for record in live:
        if any(record is other for _, other in found):
            continue
        for g, group in enumerate(groups):
            if sum(m.text == record.text for m in group.mentions) > had[g, record.text] and len(group.mentions) > 1:
                had[g, record.text] += 1
                again.append((g, record))
                break
    return again


def _first_come(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of which neither side is in an earlier one."""
    left: set[int] = set()
    right: set[int] = set()
    found = []
    for one, other in pairs:
        if one not in left and other not in right:
            found.append((one, other))
            left.add(one)
            right.add(other)
    return found
