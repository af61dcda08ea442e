"""What two sides that changed one thing agree on: the rules of a merge of three for single values, lists and facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tcsg.model import Action, ByHand

T = TypeVar("T")


class Sides(NamedTuple, Generic[T]):
    """One thing as it was, and as the two sides have it."""

    base: T
    ours: T
    theirs: T

    @property
    def both_changed(self) -> bool:
        """Whether neither side left it as it was."""
        return self.base not in (self.ours, self.theirs)


def agreed(one: Sides[T], later: Callable[[T], object] = repr) -> T:
    """What the side has that changed it; when both did, the one that is `later`, whichever side it is on."""
    if one.both_changed:
        return max(one.ours, one.theirs, key=later)  # type: ignore[arg-type,return-value,unused-ignore]
    return one.theirs if one.ours == one.base else one.ours


def all_of(base: Iterable[str], *sides: Iterable[str]) -> tuple[str, ...]:
    """All keys, those of the base first."""
    return tuple(dict.fromkeys([*base, *(key for side in sides for key in side)]))


def union(base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]) -> tuple[list[T], list[T], list[T]]:
    """What both sides have, what only ours has new, and what only theirs has new; what a side took away is away."""
    counts = [Counter(side) for side in (base, ours, theirs)]
    kept: list[T] = []
    new: tuple[list[T], list[T]] = [], []
    for item in dict.fromkeys([*base, *ours, *theirs]):
        was, mine, other = (count[item] for count in counts)
        total = agreed(Sides(was, mine, other), later=int)
        both = min(total, mine, other)
        kept += [item] * both
        new[mine < other].extend([item] * (total - both))
    return kept, *new


def woven(items: Iterable[T], ours: Sequence[T], theirs: Sequence[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    """The items in the order of the side that has just these; else each side's order is kept, and `key` decides between the two."""
    left = Counter(items)
    same = [side for side in (ours, theirs) if Counter(side) == left]
    if same and same[0] == same[-1]:
        return tuple(same[0])
    rows = [[item for item in side if item in left] for side in (ours, theirs)]
    found: list[T] = []
    while any(rows):
        heads = [row[0] for row in rows if row]
        item = min(heads, key=key)
        for row in rows:
            if row and row[0] == item:
                row.pop(0)
        if left[item] > 0:
            left[item] -= 1
            found.append(item)
    return (*found, *left.elements())


def last(entries: Iterable[ByHand], name: str) -> object:
    """What the last entry that sets a fact makes it; None when none does."""
    return next((value for e in reversed(list(entries)) if (value := getattr(e, name)) is not None), None)


_FACTS = {"status": ("status", "closed", "why"), "due": ("due", "due_words"), "owners": ("owners",)}
"""The fields that change together, by the entry that can set them."""


def facts(base: Action | None, ours: Action, theirs: Action, days: Mapping[str, date]) -> tuple[Action, bool]:
    """A record with the facts of the side that changed each, and whether some were changed on both.

    Of two changes the one counts for which there is the later evidence, an entry or a meeting; the next carry derives it anew.
    """
    again = False
    decided = ours
    for name, fields in _FACTS.items():
        values = Sides(*(None if a is None else tuple(getattr(a, f) for f in fields) for a in (base, ours, theirs)))
        again |= values.both_changed and values.ours != values.theirs
        proof = {id(side): _evidence(base, side, name, days) for side in (ours, theirs)}
        by_value = {values.ours: proof[id(ours)], values.theirs: proof[id(theirs)]}
        value = agreed(values, later=lambda v, by_value=by_value: (by_value.get(v, ""), repr(v)))  # type: ignore[misc]
        decided = replace(decided, **dict(zip(fields, value or (), strict=True)))
    words = Sides(*(None if a is None else (a.text, a.raised) for a in (base, ours, theirs)))
    text, raised = agreed(words) or (ours.text, ours.raised)
    return replace(decided, text=text, raised=raised), again or (words.both_changed and words.ours != words.theirs)


def _evidence(base: Action | None, side: Action, name: str, days: Mapping[str, date]) -> str:
    """The day of the latest new thing that could have changed a fact, an entry after a meeting of the same day."""
    old_seen, old_entries = (base.seen, base.by_hand) if base else ((), ())
    minuted = [f"{days[key]}" for key in side.seen if key not in old_seen and key in days]
    recorded = [f"{e.on} by hand" for e in side.by_hand if e not in old_entries and getattr(e, name) is not None]
    return max([*minuted, *recorded], default="")
