"""Which commitment an action may serve, by wording: to be asked about, never to be assumed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from tcsg.ledger.matching import words_of
from tcsg.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.model import Action, Ledger
    from tcsg.plan.values import Commitment, Plan

ENOUGH = 0.3
"""The part of the shorter wording, by weight, that two must share before a person is asked."""
_LEAST = 2
"""Words that they must share."""
_FEW = 2
"""Commitments that are offered for one action at most."""


@dataclass(frozen=True, slots=True)
class Likely:
    """An action and a commitment that it may serve, with what speaks for it from 0 to 1."""

    action: Action
    commitment: Commitment
    score: float


def likely_links(plans: Sequence[Plan], ledger: Ledger) -> tuple[Likely, ...]:
    """What to ask, in the order of the actions: those that serve nothing, minuted while a plan runs, with the likeliest commitments.

    What somebody has answered, by `link` or `unlink`, is not asked again. Words weigh the more the fewer texts hold them.
    """
    days = {m.key: m.day for m in ledger.meetings}
    bags = {str(c.id): words_of(f"{c.words} {c.activity or ''}").bag for plan in plans for c in plan.commitments}
    texts = {a.id: words_of(a.text, a.owners).bag for a in ledger.actions}
    weights = _weights([*bags.values(), *texts.values()])
    found: list[Likely] = []
    for action in ledger.actions:
        if action.plan or action.status is Status.DROPPED:
            continue
        answered = {e.unlink for e in action.by_hand}
        seen = [days[key] for key in (*action.seen, action.raised) if key in days]
        open_to = (c for p in plans if any(p.start <= day <= p.end for day in seen) for c in _promised(p) if c.id not in answered)
        scored = [Likely(action, c, score) for c in open_to if (score := _shared(texts[action.id], bags[str(c.id)], weights)) >= ENOUGH]
        found += sorted(scored, key=lambda one: -one.score)[:_FEW]
    return tuple(found)


def _promised(plan: Plan) -> Iterator[Commitment]:
    return (c for c in plan.commitments if c.status is Status.OPEN)


def _weights(bags: Sequence[Iterable[str]]) -> dict[str, float]:
    """How much each word tells: nothing when every text holds it."""
    counts = Counter(word for bag in bags for word in bag)
    return {word: log(len(bags) / n) for word, n in counts.items()}


def _shared(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    both = one & other
    if len(both) < _LEAST:
        return 0.0
    small = min(sum(weights[word] for word in bag) for bag in (one, other))
    return sum(weights[word] for word in both) / small if small else 0.0
