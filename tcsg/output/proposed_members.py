"""The members and groups of a proposed committee.yaml."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.merging import merge
from tcsg.ledger.quoting import flow
from tcsg.output.text import clean, count
from tcsg.reading.names import initials_of
from tcsg.reading.naming import is_collective
from tcsg.reading.words import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.ledger.merging import Merged
    from tcsg.model import Minutes

_LONGEST = 12
"""Characters of what can be initials."""
_MOST = 30
"""Lines of suggestions of one sort."""


@frozen
class _Listed:
    """Somebody under one pair of initials: the days of the first and the last meeting that lists them so, and how many do."""

    name: str
    first: date
    last: date
    times: int = 1


def members_block(minutes: Sequence[Minutes]) -> str:
    """The people with initials, each with how often and when the minutes list them; the others as suggestions."""
    dated = [(m, m.day) for m in minutes if m.day is not None]
    merged = merge([p for m, _ in reversed(dated) for p in m.people], [[p.name for p in m.people] for m, _ in dated])
    with_initials: dict[str, list[_Listed]] = {}
    without: list[_Listed] = []
    for held, day in dated:
        for person in held.people:
            if person.initials is None:
                _list(without, person.name, day, merged)
            elif _can_be(person.initials):
                _list(with_initials.setdefault(person.initials, []), person.name, day, merged)
    initialled = {one for listed in with_initials.values() for p in listed if (one := merged.find(p.name))}
    unlisted = [p for p in without if merged.find(p.name) not in initialled]
    used = Counter(w for m in minutes for w in (*(o for a in m.mentions for o in a.owners), *(s for s, _ in m.speakers)))
    sure, likely = _derived(unlisted, with_initials, used)
    lines = {initials: _member(initials, listed, len(dated)) for initials, listed in with_initials.items()}
    lines |= {
        i: f"  {flow(i)}: {{name: {flow(p.name)}}}  # listed without initials, {_when(p, len(dated))}; {i} is used {_times(used[i])}\n"
        for i, p in sure
    }
    out = "members:\n" + "".join(lines[i] for i in sorted(lines)) if lines else "# members:\n"
    if not lines and not likely:
        return out + "#   AB: {name: Anna Berg, role: Secretary}\n"
    out += "# listed without initials:\n" if likely and lines else ""
    return out + "".join(f"#   {flow(i)}: {{name: {flow(clean(p.name))}}}   # {_when(p, len(dated))}\n" for i, p in likely[:_MOST])


def _can_be(initials: str) -> bool:
    return 0 < len(initials) <= _LONGEST and " " not in initials


def _list(listed: list[_Listed], name: str, day: date, merged: Merged) -> None:
    """Add a meeting to the one of these people who is meant, under the latest way of writing the name."""
    who = merged.find(name)
    at = next((n for n, one in enumerate(listed) if one.name == name or (who and merged.find(one.name) == who)), None)
    if at is None:
        listed.append(_Listed(name, day, day))
    elif listed[at].last < day:
        listed[at] = replace(listed[at], name=name, last=day, times=listed[at].times + 1)


def _derived(
    unlisted: Iterable[_Listed], taken: dict[str, list[_Listed]], used: Counter[str]
) -> tuple[list[tuple[str, _Listed]], list[tuple[str, _Listed]]]:
    """People without initials under those of their names: the ones that the minutes use for nobody else, and the others."""
    by_initials: dict[str, list[_Listed]] = {}
    for person in unlisted:
        by_initials.setdefault(initials_of(person.name), []).append(person)
    sure = [
        (i, people[0]) for i, people in sorted(by_initials.items()) if len(people) == 1 and i not in taken and used[i] and len(i) > 1 and _can_be(i)
    ]
    rest = [(i, p) for i, people in by_initials.items() for p in people if (i, p) not in sure and len(i) > 1 and _can_be(i)]
    return sure, sorted(rest, key=lambda pair: (-pair[1].times, pair[1].name))


def _when(listed: _Listed, total: int) -> str:
    span = f"on {listed.first}" if listed.times == 1 else f"from {listed.first} to {listed.last}"
    return f"at {listed.times} of {count(total, 'meeting')}, {span}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _member(initials: str, listed: list[_Listed], total: int) -> str:
    """One pair of initials; people who had them one after the other are a list with the days on which they changed hands."""
    if len(listed) == 1:
        return f"  {flow(initials)}: {{name: {flow(listed[0].name)}}}  # {_when(listed[0], total)}\n"
    lines = [f"  {flow(initials)}:  # more than one person had these initials\n"]
    days = [one.first for one in listed]
    for n, one in enumerate(listed):
        later = min((day for day in days if day > one.first), default=None)
        until = f", until: {later - timedelta(days=1)}" if later else ""
        start = f", from: {one.first}" if one.first > days[0] else ""
        twin = one.first in days[:n]
        lines.append(f"    {'# ' if twin else ''}- {{name: {flow(one.name)}{start}{until}}}  # {_when(one, total)}\n")
        if twin:
            lines.append("    # ^ listed at the same meeting as the one above: give one of them other initials\n")
    return "".join(lines)


def groups_block(minutes: Sequence[Minutes]) -> str:
    """The groups that own actions, how often: suggestions, for the minutes do not say who is in them."""
    owned = Counter(" ".join(o.split()) for m in minutes for a in m.mentions for o in a.owners if is_collective(o))
    names: dict[str, Counter[str]] = {}
    for name, times in owned.items():
        names.setdefault(name.casefold().removeprefix("the "), Counter())[name] += times
    rows = sorted(((sum(forms.values()), min(forms, key=lambda f: (-forms[f], f))) for forms in names.values()), key=lambda row: (-row[0], row[1]))
    if not rows:
        return "# groups: {Steering Group members: all, Exec: [AB, CD]}   # no group owns an action\n"
    out = "# groups:   # who are they? then `--owner` finds what is theirs\n"
    for times, name in rows[:_MOST]:
        key = name.casefold().removeprefix("the ")
        everybody = key in EVERYBODY or key.endswith(" members")
        who, said = ("all", "; understood as everybody already") if everybody else ("[AB, CD]", "")
        out += f"#   {flow(clean(name))}: {who}   # owns actions at {count(times, 'place')}{said}\n"
    return out
