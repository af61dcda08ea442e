"""Two ledgers that grew from one: merged record by record and field by field, and in doubt made again by the next carry.

A conflict is only what two people recorded by hand and cannot both hold; all else follows from the minutes and the entries.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tcsg.frozen import frozen
from tcsg.ledger.agree import Sides, T, agreed, all_of, facts, last, union, woven
from tcsg.ledger.canonical import dump_answer, dump_by_hand
from tcsg.ledger.carry import typed_difference
from tcsg.ledger.keys import split_id
from tcsg.ledger.linking import plan_key
from tcsg.ledger.plan_sides import merged_plans
from tcsg.ledger.quoting import flow, flow_value
from tcsg.ledger.sides import aligned
from tcsg.model import Action, Answer, ByHand, Ledger, Meeting, Raw

ABSENT = "\0"
"""A value that no ledger can hold, for a field that is not there."""
PLACEHOLDER = "\0tcsg conflict"
"""What stands in a merged ledger where the lines of a conflict will."""


@frozen
class Conflict:
    """What two sides recorded and cannot both hold, as the lines of each; `about` is an id, a meeting's key or `ledger`."""

    about: str
    what: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    line: str
    """The line that stands for it in the ledger as it is dumped."""


@frozen
class Merged:
    """What merging gives: a ledger without what is in conflict, the conflicts, and what else to say."""

    ledger: Ledger
    conflicts: tuple[Conflict, ...] = ()
    said: tuple[str, ...] = ()


def merge(base: Ledger, ours: Ledger, theirs: Ledger, today: date, take: str | None = None) -> Merged:
    """Merge two ledgers; `today` dates what somebody typed into one, `take` (`ours` or `theirs`) settles conflicts.

    `reading` is None in the result, so that the next carry makes every record again, when anything could follow from both
    sides that is on neither.
    """
    ours, theirs = _taken_over(base, ours, today), _taken_over(base, theirs, today)
    ours, theirs, said = aligned(base, ours, theirs)
    return _Merge(base, ours, theirs, take).merged(list(said))


def _taken_over(base: Ledger, side: Ledger, today: date) -> Ledger:
    """A side with what somebody typed into its records as entries: nothing that makes records differ, and they do."""
    if (side.meetings, side.reading, side.answers) != (base.meetings, base.reading, base.answers):
        return side
    old = {a.id: a for a in base.actions}
    actions = []
    for action in side.actions:
        was = old.get(action.id)
        if was is not None and (was.seen, was.by_hand) == (action.seen, action.by_hand):
            typed = typed_difference(was, action, today)
            action = replace(action, by_hand=(*action.by_hand, typed[0])) if typed else action  # noqa: PLW2901 - the record, taken over
        actions.append(action)
    return replace(side, actions=tuple(actions))


class _Merge:
    """One merge while it goes on: the three ledgers, and what was found on the way."""

    def __init__(self, base: Ledger, ours: Ledger, theirs: Ledger, take: str | None) -> None:
        aliases = _aliases(ours, theirs)
        self.base, self.ours, self.theirs = (_joined(side, aliases) for side in (base, ours, theirs))
        self.take = take
        self.conflicts: list[Conflict] = []
        self.again = (self.ours, self.theirs) != (ours, theirs)
        self.order: dict[str, int] = {}

    def merged(self, said: list[str]) -> Merged:
        meetings = self.meetings()
        self.order = {m.key: n for n, m in enumerate(meetings)}
        answers = self.answers()
        actions = self.actions(said)
        extra = self.unknown((self.base.extra, self.ours.extra, self.theirs.extra), "ledger", "")
        plans, commitments, changed = merged_plans(Sides(self.base, self.ours, self.theirs))
        reading = agreed(Sides(self.base.reading, self.ours.reading, self.theirs.reading))
        again = self.again or changed or bool(said) or bool(self.conflicts)
        ledger = Ledger(meetings, answers, actions, None if again else reading, extra, plans, commitments)
        return Merged(ledger, tuple(self.conflicts), tuple(said))

    def meetings(self) -> tuple[Meeting, ...]:
        found = []
        sides = [{m.key: m for m in ledger.meetings} for ledger in (self.base, self.ours, self.theirs)]
        for key in all_of(*sides):
            one = Sides(*(side.get(key) for side in sides))
            meeting = agreed(one, later=lambda m: "" if m is None else repr(m))
            found += [meeting] if meeting else []
            self.again |= one.both_changed and one.ours != one.theirs
        changed = [side != sides[0] for side in sides[1:]]
        self.again |= all(changed) and sides[1] != sides[2]
        return tuple(sorted(found, key=lambda m: (m.day, m.path)))

    def answers(self) -> tuple[Answer, ...]:
        kept, ours, theirs = union(self.base.answers, self.ours.answers, self.theirs.answers)
        against = [(a, b) for a in ours for b in theirs if _contradict(a, b)]
        disputed = {x for pair in against for x in pair}
        settled = [*kept, *(x for x in ours if x not in disputed), *(x for x in theirs if x not in disputed)]
        for meeting in dict.fromkeys(a.meeting for a, _ in against):
            mine, other = ([x for x in side if x in disputed and x.meeting == meeting] for side in (ours, theirs))
            blank = Answer(PLACEHOLDER, str(len(self.conflicts)), "action", "yes")
            ours_said, theirs_said, line = ([f"- {dump_answer(x)}" for x in part] for part in (mine, other, [blank]))
            conflict = Conflict(meeting, "answers", tuple(ours_said), tuple(theirs_said), line[0])
            settled += self.dispute(conflict, mine, other, blank)
        answered = self.base.answers not in (self.ours.answers, self.theirs.answers) or self.ours.answers != self.theirs.answers
        self.again |= answered and self.base not in (self.ours, self.theirs)
        known = len(self.order)
        return woven(settled, self.ours.answers, self.theirs.answers, lambda a: (self.order.get(a.meeting, known), a.words, a.verdict, a.value))

    def dispute(self, conflict: Conflict, ours: list[T], theirs: list[T], blank: T) -> list[T]:
        """What stands in the place of a disagreement: the side that is taken, or a blank."""
        if self.take is not None:
            self.again = True
            return ours if self.take == "ours" else theirs
        self.conflicts.append(conflict)
        return [blank]

    def actions(self, said: list[str]) -> tuple[Action, ...]:
        sides = [{a.id: a for a in ledger.actions} for ledger in (self.base, self.ours, self.theirs)]
        found: dict[str, list[Action]] = {}
        for i in all_of(*sides):
            one = Sides(*(side.get(i) for side in sides))
            action = one.ours if one.ours == one.theirs else self.one(one, said)
            if action is not None:
                found.setdefault(action.raised, []).append(action)
        for key, group in found.items():
            ranks = [{a.id: n for n, a in enumerate(a for a in side.values() if a.raised == key)} for side in sides]
            self.in_order(group, ranks)
        keys = sorted(found, key=lambda k: (self.order.get(k, -1), k))
        return tuple(a for key in keys for a in found[key])

    @staticmethod
    def in_order(group: list[Action], ranks: list[dict[str, int]]) -> None:
        """Sort the actions of a meeting as the side that changed their order has them; by their numbers if both did."""
        base, ours, theirs = ranks
        rank = theirs if ours == base else ours if theirs in (base, ours) else {}
        if not all(a.id in rank for a in group):
            rank = {}
        group.sort(key=lambda a: (rank.get(a.id, 0), split_id(a.id)[1], a.id))

    def one(self, one: Sides[Action | None], said: list[str]) -> Action | None:
        """The record that two different ones make."""
        base, ours, theirs = one
        left = ours or theirs
        if ours is not None and theirs is not None:
            return theirs if ours == base else ours if theirs == base else self.record(base, ours, theirs)
        if base is None or left is None:
            return left
        lost = self.ours if ours is None else self.theirs
        meeting_too = base.raised not in {m.key for m in lost.meetings} and base.raised in {m.key for m in self.base.meetings}
        if meeting_too and left == base:
            return None
        said.append(f"{left.id} is missing on one side; it was kept: {left.text}")
        return left

    def record(self, base: Action | None, ours: Action, theirs: Action) -> Action:
        was = base or replace(ours, by_hand=(), seen=(), aliases=(), plan=())
        by_hand, disputed = self.by_hand(ours.id, was, ours, theirs)
        seen = union(was.seen, ours.seen, theirs.seen)
        decided, again = facts(base, ours, theirs, {m.key: m.day for side in (self.ours, self.theirs) for m in side.meetings})
        moved = any(side.seen != was.seen for side in (ours, theirs)) if base else ours.seen != theirs.seen
        self.again |= again or disputed or moved
        aliases = [i for part in union(was.aliases, ours.aliases, theirs.aliases) for i in part]
        return replace(
            decided,
            seen=tuple(sorted({k for part in seen for k in part}, key=lambda k: (self.order.get(k, -1), k))),
            aliases=tuple(dict.fromkeys(aliases)),
            plan=tuple(sorted({i for part in union(was.plan, ours.plan, theirs.plan) for i in part}, key=plan_key)),
            by_hand=by_hand,
            extra=self.unknown((was.extra if base else (), ours.extra, theirs.extra), ours.id, "  "),
        )

    def by_hand(self, action_id: str, base: Action, ours: Action, theirs: Action) -> tuple[tuple[ByHand, ...], bool]:
        """The entries of both sides in the order of their days, and whether some of them cannot both hold."""
        kept, mine, other = (list(part) for part in union(base.by_hand, ours.by_hand, theirs.by_hand))
        said = {name: (last(mine, name), last(other, name)) for name in ("status", "due", "owners")}
        about = [name for name, (one, two) in said.items() if one is not None and two is not None and one != two]
        parts = [[e for e in side if any(getattr(e, name) is not None for name in about)] for side in (mine, other)]
        entries = [*kept, *(e for e in (*mine, *other) if e not in parts[0] and e not in parts[1])]
        if not about:
            return self.by_day(entries, ours, theirs), False
        blank = ByHand(date.max, note=f"{PLACEHOLDER} {len(self.conflicts)}")
        ours_said, theirs_said, line = ([f"  - {dump_by_hand(e)}" for e in part] for part in (*parts, [blank]))
        conflict = Conflict(action_id, " and ".join(about), tuple(ours_said), tuple(theirs_said), line[0])
        entries += self.dispute(conflict, parts[0], parts[1], blank)
        return self.by_day(entries, ours, theirs), True

    @staticmethod
    def by_day(entries: list[ByHand], ours: Action, theirs: Action) -> tuple[ByHand, ...]:
        return tuple(sorted(woven(entries, ours.by_hand, theirs.by_hand, lambda e: (e.on, dump_by_hand(e))), key=lambda e: e.on))

    def unknown(self, sides: tuple[tuple[tuple[str, Raw], ...], ...], about: str, indent: str) -> tuple[tuple[str, Raw], ...]:
        """Fields that this version does not know; what both sides set otherwise is a conflict."""
        base, ours, theirs = (dict(side) for side in sides)
        found: list[tuple[str, Raw]] = []
        for key in all_of(base, ours, theirs):
            one = Sides(*(side.get(key, ABSENT) for side in (base, ours, theirs)))
            if not one.both_changed or one.ours == one.theirs:
                value = agreed(one)
                found += [] if value is ABSENT else [(key, value)]
                continue
            blank: tuple[str, Raw] = (f"{PLACEHOLDER} {len(self.conflicts)}", None)
            pairs = [[] if value is ABSENT else [(key, value)] for value in (one.ours, one.theirs)]
            ours_said, theirs_said, line = ([f"{indent}{flow(k)}: {flow_value(v)}" for k, v in part] for part in (*pairs, [blank]))
            found += self.dispute(Conflict(about, key, tuple(ours_said), tuple(theirs_said), line[0]), pairs[0], pairs[1], blank)
        return tuple(found)


def _contradict(one: Answer, other: Answer) -> bool:
    """Whether two answers to one question cannot both hold."""
    if (one.meeting, one.words) != (other.meeting, other.words):
        return False
    if one.verdict == other.verdict:
        return one.verdict != "different" and one.value != other.value
    return {one.verdict, other.verdict} == {"same", "different"} and one.value == other.value


def _aliases(*sides: Ledger) -> dict[str, str]:
    """The ids that turned out to be another action's, on one side or both, with that action's id."""
    found: dict[str, str] = {}
    for side in sides:
        for action in side.actions:
            for alias in action.aliases:
                found[alias] = min(found.get(alias, action.id), action.id, key=lambda i: (split_id(i)[1], i))
    return found


def _joined(side: Ledger, aliases: dict[str, str]) -> Ledger:
    """A side with its records joined that the other side found to be one action."""
    if not any(a.id in aliases for a in side.actions):
        return side
    groups: dict[str, list[Action]] = {}
    for action in side.actions:
        groups.setdefault(_root(action.id, aliases), []).append(action)
    order = {m.key: n for n, m in enumerate(side.meetings)}
    actions = [records[0] if [a.id for a in records] == [root] else _as_one(root, records, order) for root, records in groups.items()]
    return replace(side, actions=tuple(actions))


def _root(action_id: str, aliases: dict[str, str]) -> str:
    passed = {action_id}
    while (further := aliases.get(action_id)) is not None and further not in passed:
        passed.add(further)
        action_id = further
    return action_id


def _as_one(root: str, records: list[Action], order: dict[str, int]) -> Action:
    """Records of one action as one, under the id `root`."""
    speaking = next((a for a in records if a.id == root), records[0])
    names = dict.fromkeys(i for a in records for i in (a.id, *a.aliases) if i != root)
    seen = sorted({k for a in records for k in a.seen}, key=lambda k: (order.get(k, -1), k))
    by_hand = sorted((e for a in records for e in a.by_hand), key=lambda e: e.on)
    return replace(speaking, id=root, aliases=tuple(names), seen=tuple(seen), by_hand=tuple(by_hand))
