"""What plans and their commitments are called: ids given once, and known again by wording when a plan is amended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tcsg.ledger.carry import Change
from tcsg.ledger.linking import plan_key
from tcsg.ledger.matching import REWORDED, SURE, best, likeness, words_of
from tcsg.ledger.plan_sides import next_commitment, next_key
from tcsg.model import Committed, PlanFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tcsg.model import Ledger
    from tcsg.plan.values import Commitment, Plan


@dataclass(frozen=True, slots=True)
class Named:
    """The plans with their keys and ids, the records that the ledger keeps of them, and what is new, in words."""

    plans: tuple[Plan, ...]
    files: tuple[PlanFile, ...]
    commitments: tuple[Committed, ...]
    changes: tuple[Change, ...]


def named_plans(plans: Sequence[Plan], known: Ledger) -> Named:
    """Give every plan a key and every commitment an id; those that the ledger knows keep theirs.

    Records of commitments that left their plan, and of plans whose file is gone, are kept: no number comes back.
    """
    keyed = _keyed(plans, known)
    records = {c.id: c for c in known.commitments}
    files = {p.key: p for p in known.plans}
    changes: list[Change] = []
    done: list[Plan] = []
    for plan in keyed:
        key = str(plan.key)
        mine = [c for c in records.values() if plan_key(c.id)[0] == key]
        given = _given(plan, mine)
        changes += _changes(plan, given, {c.id: c for c in mine})
        files[key] = PlanFile(key, plan.path, plan.sha256)
        records |= {c.id: replace(c, gone=True) for c in mine} | {c.id: Committed(c.id, c.words) for c in given if c.id}
        done.append(replace(plan, commitments=given))
    ordered = tuple(records[i] for i in sorted(records, key=plan_key))
    return Named(tuple(done), tuple(files[key] for key in sorted(files)), ordered, tuple(changes))


def _keyed(plans: Sequence[Plan], known: Ledger) -> list[Plan]:
    """The plans in the order of their days, each with the key it has: by its path, its content, or as the one of that year whose file is gone."""
    tests: tuple[Callable[[Plan, PlanFile], bool], ...] = (
        lambda p, k: p.path == k.path,
        lambda p, k: p.sha256 == k.sha256,
        lambda p, k: k.key[:4] == str(p.start.year),
    )
    left = {k.key: k for k in known.plans}
    found: dict[str, str] = {}
    ordered = sorted(plans, key=lambda p: (p.start, p.path))
    for test in tests:
        for plan in ordered:
            old = None if plan.path in found else next((k for k in left.values() if test(plan, k)), None)
            if old is not None:
                found[plan.path] = left.pop(old.key).key
    taken = {k.key for k in known.plans}
    for plan in ordered:
        if plan.path not in found:
            found[plan.path] = next_key(str(plan.start.year), taken)
            taken.add(found[plan.path])
    return [replace(p, key=found[p.path]) for p in ordered]


def _given(plan: Plan, records: Sequence[Committed]) -> tuple[Commitment, ...]:
    """The commitments of a plan with their ids: as the file states them, as the ledger knows the words, else new ones."""
    key = str(plan.key)
    found: dict[int, str] = {}
    for n, one in enumerate(plan.commitments):
        if one.id is not None and plan_key(one.id)[0] == key and one.id not in found.values():
            found[n] = one.id
    left = [r for r in records if r.id not in found.values()]
    for n, one in enumerate(plan.commitments):
        same = None if n in found else next((r for r in left if r.words == one.words), None)
        if same is not None:
            found[n] = same.id
            left.remove(same)
    scores = _alike({n: c for n, c in enumerate(plan.commitments) if n not in found}, left)
    found |= {n: left[r].id for n, r in best(scores).items()}
    ids = {*found.values(), *(r.id for r in records)}
    for n in range(len(plan.commitments)):
        if n not in found:
            found[n] = next_commitment(key, ids)
            ids.add(found[n])
    return tuple(replace(one, id=found[n]) for n, one in enumerate(plan.commitments))


def _alike(commitments: dict[int, Commitment], records: Sequence[Committed]) -> dict[tuple[int, int], float]:
    """How surely each commitment is each record, reworded; pairs that are not are left out."""
    known = [words_of(r.words) for r in records]
    scores = {(n, r): likeness(words_of(one.words), words) for n, one in commitments.items() for r, words in enumerate(known)}
    return {(n, r): score for (n, r), score in scores.items() if score >= (SURE if records[r].gone else REWORDED)}


def _changes(plan: Plan, given: Sequence[Commitment], before: dict[str, Committed]) -> list[Change]:
    new = [str(c.id) for c in given if c.id not in before]
    said = []
    if new:
        in_a_row = len(new) > 1 and plan_key(new[-1])[1] - plan_key(new[0])[1] + 1 == len(new)
        said.append(Change("", f"{f'{new[0]} to {new[-1]}' if in_a_row else ', '.join(new)} given to what {plan.path} commits to"))
    said += [Change("", f"{c.id} reads: {c.words}") for c in given if c.id in before and before[c.id].words != c.words]
    there = {c.id for c in given}
    said += [Change("", f"{c.id} is no longer in {plan.path}: {c.words}") for c in before.values() if c.id not in there and not c.gone]
    return said
