"""The two sides of a merge under common names: the same meeting and action called alike, different ones told apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tcsg.ledger.keys import Numbers, dated_key, split_id
from tcsg.ledger.matching import SURE, likeness, words_of
from tcsg.ledger.plan_sides import aligned_plans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tcsg.model import Action, Answer, Ledger, Meeting


@dataclass(slots=True)
class _Names:
    """What one side's names become; local to one merge."""

    ids: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    """Ids that stay good for an action, by its new id."""


def aligned(base: Ledger, ours: Ledger, theirs: Ledger) -> tuple[Ledger, Ledger, tuple[str, ...]]:
    """Both sides so that a key is one meeting and an id one action, and what had to be called otherwise, in words.

    Which of two keeps the name does not depend on which side it is on: whoever merges, the names are the same.
    """
    said: list[str] = []
    one, other = _Names(), _Names()
    _name_meetings(base, (ours, one), (theirs, other), said)
    ours, theirs = _renamed(ours, one), _renamed(theirs, other)
    ours, theirs = aligned_plans(base, ours, theirs, said)
    one, other = _Names(), _Names()
    _name_actions(base, (ours, one), (theirs, other), said)
    return _renamed(ours, one), _renamed(theirs, other), tuple(said)


def _name_meetings(base: Ledger, ours: tuple[Ledger, _Names], theirs: tuple[Ledger, _Names], said: list[str]) -> None:
    old = {m.key for m in base.meetings}
    taken = {m.key.casefold() for ledger in (base, ours[0], theirs[0]) for m in ledger.meetings}
    new = [[m for m in ledger.meetings if m.key not in old] for ledger in (ours[0], theirs[0])]
    for a in new[0]:
        for b in new[1]:
            if a.key != b.key and _one_meeting(a, b):
                key = min(a.key, b.key)
                ours[1].keys[a.key] = theirs[1].keys[b.key] = key
            elif a.key == b.key and not _one_meeting(a, b):
                loser, names = (b, theirs[1]) if (a.day, a.path) < (b.day, b.path) else (a, ours[1])
                key = dated_key(loser.day, taken)
                taken.add(key)
                names.keys[loser.key] = key
                side = theirs[0] if loser is b else ours[0]
                names.ids |= {i: f"A{key}.{split_id(i)[1]}" for i in _ids(side.actions) if split_id(i)[0] == loser.key}
                said.append(f"two meetings are called {loser.key}: {loser.path} is now {key}, and its actions A{key}.1 and so on")


def _one_meeting(a: Meeting, b: Meeting) -> bool:
    return (bool(a.sha256) and a.sha256 == b.sha256) or a.path == b.path or (a.key == b.key and a.day == b.day)


def _name_actions(base: Ledger, ours: tuple[Ledger, _Names], theirs: tuple[Ledger, _Names], said: list[str]) -> None:
    old = _ids(base.actions)
    numbers = Numbers((*old, *_ids(ours[0].actions), *_ids(theirs[0].actions)))
    new = [{a.id: a for a in ledger.actions if a.id not in old} for ledger in (ours[0], theirs[0])]
    same_minutes = {m.key for m in ours[0].meetings} & {m.key for m in theirs[0].meetings if m in ours[0].meetings}
    same = {i for i in new[0].keys() & new[1].keys() if _one_action(new[0][i], new[1][i], same_minutes)}
    rest = [{i: a for i, a in side.items() if i not in same} for side in new]
    for a, b in _twins(rest[0], rest[1]):
        _name_twins(a, b, (ours, theirs), numbers)
    for i in sorted(rest[0].keys() & rest[1].keys()):
        if i in ours[1].ids or i in theirs[1].ids:
            continue
        a, b = rest[0][i], rest[1][i]
        loser, keeper, names = (b, a, theirs[1]) if _rank(a) <= _rank(b) else (a, b, ours[1])
        names.ids[i] = numbers.give(split_id(i)[0])
        said.append(f"{i} was given on both sides: it is now only `{keeper.text}`; `{loser.text}` is now {names.ids[i]}")


def _one_action(a: Action, b: Action, same_minutes: Iterable[str]) -> bool:
    """Whether the records that two sides gave one id are one action: the same words, the same minutes, or surely the same words."""
    if a.text == b.text:
        return True
    added = [[e.added for e in r.by_hand if e.added] for r in (a, b)]
    if not any(added) and a.raised == b.raised and a.raised in same_minutes:
        return True
    return not any(added) and likeness(words_of(a.text, a.owners), words_of(b.text, b.owners)) >= SURE


def _twins(ours: Mapping[str, Action], theirs: Mapping[str, Action]) -> list[tuple[Action, Action]]:
    """New records of the two sides that have the same words of the same meeting, and no third has."""
    by_words: dict[tuple[str, str], tuple[list[Action], list[Action]]] = {}
    for n, side in enumerate((ours, theirs)):
        for action in side.values():
            by_words.setdefault((action.raised, action.text), ([], []))[n].append(action)
    return [(here[0], there[0]) for here, there in by_words.values() if len(here) == len(there) == 1 and here[0].id != there[0].id]


def _name_twins(a: Action, b: Action, sides: tuple[tuple[Ledger, _Names], tuple[Ledger, _Names]], numbers: Numbers) -> None:
    """Give one action the lower of its two ids that means nothing else, and keep the other if that means nothing else."""
    (ours, one), (theirs, other) = sides
    free = [i for i, ledger in ((a.id, theirs), (b.id, ours)) if i not in _ids(ledger.actions)]
    free.sort(key=lambda i: (split_id(i)[1], i))
    target = free[0] if free else numbers.give(split_id(a.id)[0])
    one.ids[a.id] = other.ids[b.id] = target
    for alias in free[1:]:
        one.aliases[target] = other.aliases[target] = alias


def _rank(action: Action) -> tuple[str, str]:
    return str(action.by_hand[0].on) if action.by_hand else "", action.text


def _ids(actions: Iterable[Action]) -> set[str]:
    return {i for a in actions for i in (a.id, *a.aliases)}


def _renamed(ledger: Ledger, names: _Names) -> Ledger:
    if not (names.ids or names.keys):
        return ledger
    meetings = tuple(replace(m, key=names.keys.get(m.key, m.key)) for m in ledger.meetings)
    return replace(
        ledger,
        meetings=meetings,
        answers=tuple(_answer(a, names) for a in ledger.answers),
        actions=tuple(_action(a, names) for a in ledger.actions),
    )


def _answer(answer: Answer, names: _Names) -> Answer:
    value = answer.value if answer.verdict == "action" else names.ids.get(answer.value, answer.value)
    return replace(answer, meeting=names.keys.get(answer.meeting, answer.meeting), value=value)


def _action(action: Action, names: _Names) -> Action:
    now = names.ids.get(action.id, action.id)
    aliases = [names.ids.get(i, i) for i in action.aliases]
    if now in names.aliases:
        aliases.append(names.aliases[now])
    return replace(
        action,
        id=now,
        raised=names.keys.get(action.raised, action.raised),
        seen=tuple(names.keys.get(k, k) for k in action.seen),
        aliases=tuple(dict.fromkeys(i for i in aliases if i != now)),
        by_hand=tuple(e if e.same is None else replace(e, same=names.ids.get(e.same, e.same)) for e in action.by_hand),
    )
