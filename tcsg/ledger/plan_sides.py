"""Plans and the ids of their commitments on two sides of a merge: told apart where one id was given to two, then put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.ledger.agree import Sides, agreed, all_of
from tcsg.ledger.linking import plan_key
from tcsg.ledger.matching import REWORDED, likeness, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tcsg.model import Committed, Ledger, PlanFile


def aligned_plans(base: Ledger, ours: Ledger, theirs: Ledger, said: list[str]) -> tuple[Ledger, Ledger]:
    """Both sides so that a key is one plan and an id one commitment; whichever side is ours, the names are the same."""
    old = {p.key for p in base.plans}
    new = [{p.key: p for p in side.plans if p.key not in old} for side in (ours, theirs)]
    for key in sorted(new[0].keys() & new[1].keys()):
        a, b = new[0][key], new[1][key]
        if a.path != b.path and a.sha256 != b.sha256:
            free = next_key(key[:4], {p.key for side in (base, ours, theirs) for p in side.plans})
            said.append(f"two plans are called P{key}: {max(a.path, b.path)} is now P{free}")
            ids = {c.id: f"P{free}.{plan_key(c.id)[1]}" for side in (ours, theirs) for c in side.commitments if plan_key(c.id)[0] == key}
            if a.path > b.path:
                ours = _renamed(ours, {key: free}, ids)
            else:
                theirs = _renamed(theirs, {key: free}, ids)
    return _apart(base, ours, theirs, said)


def _apart(base: Ledger, ours: Ledger, theirs: Ledger, said: list[str]) -> tuple[Ledger, Ledger]:
    """Both sides with another number for one of two commitments that got the same."""
    old = {c.id for c in base.commitments}
    mine, other = ({c.id: c for c in side.commitments if c.id not in old} for side in (ours, theirs))
    numbers = {*old, *mine, *other}
    for i in sorted(mine.keys() & other.keys(), key=plan_key):
        a, b = mine[i], other[i]
        if likeness(words_of(a.words), words_of(b.words)) >= REWORDED:
            continue
        keeper, loser = sorted((a, b), key=lambda c: c.words)
        now = next_commitment(plan_key(i)[0], numbers)
        numbers.add(now)
        said.append(f"{i} was given on both sides: it is now only `{keeper.words}`; `{loser.words}` is now {now}")
        if loser is a:
            ours = _renamed(ours, {}, {i: now})
        else:
            theirs = _renamed(theirs, {}, {i: now})
    return ours, theirs


def next_key(year: str, taken: Collection[str]) -> str:
    """What the next plan of a year is called: `2025`, `2025b`, `2025c` and so on."""
    if year not in taken:
        return year
    letters = (a + b for a in ("", *"abcdefghijklmnopqrstuvwxyz") for b in "bcdefghijklmnopqrstuvwxyz")
    return next(f"{year}{letter}" for letter in letters if f"{year}{letter}" not in taken)


def next_commitment(key: str, ids: Iterable[str]) -> str:
    """The next free id of a plan; a number once given never comes back."""
    return f"P{key}.{max((plan_key(i)[1] for i in ids if plan_key(i)[0] == key), default=0) + 1}"


def _renamed(ledger: Ledger, keys: Mapping[str, str], ids: Mapping[str, str]) -> Ledger:
    def now(one: str | None) -> str | None:
        return None if one is None else ids.get(one, one)

    actions = tuple(
        replace(
            a,
            plan=tuple(sorted((ids.get(i, i) for i in a.plan), key=plan_key)),
            by_hand=tuple(replace(e, link=now(e.link), unlink=now(e.unlink)) if e.link or e.unlink else e for e in a.by_hand),
        )
        for a in ledger.actions
    )
    plans = tuple(replace(p, key=keys.get(p.key, p.key)) for p in ledger.plans)
    return replace(ledger, actions=actions, plans=plans, commitments=tuple(replace(c, id=ids.get(c.id, c.id)) for c in ledger.commitments))


def merged_plans(sides: Sides[Ledger]) -> tuple[tuple[PlanFile, ...], tuple[Committed, ...], bool]:
    """The plans and the commitments of both sides, and whether the next carry has to look at them again."""
    plans = [{p.key: p for p in side.plans} for side in sides]
    commitments = [{c.id: c for c in side.commitments} for side in sides]
    again = any(Sides(*(getattr(side, name) for side in sides)).both_changed for name in ("plans", "commitments"))
    again &= (sides.ours.plans, sides.ours.commitments) != (sides.theirs.plans, sides.theirs.commitments)
    # An id that was given once stays: a side that lacks one has lost it.
    kept_plans = [found for key in sorted(all_of(*plans)) if (found := agreed(Sides(*(p.get(key) for p in plans)))) is not None]
    ids = sorted(all_of(*commitments), key=plan_key)
    kept = [agreed(Sides(*(c.get(i) for c in commitments))) or next(c[i] for c in commitments if i in c) for i in ids]
    return tuple(kept_plans), tuple(kept), again
