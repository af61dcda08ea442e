"""How each commitment stands: the actions that serve it, what they have come to, and whether anything moves."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.derive import speaking
from tcsg.ledger.query import days_late
from tcsg.ledger.standing import Silence
from tcsg.model import Place, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.ledger.carry import Link
    from tcsg.model import Action, Committee, Ledger
    from tcsg.plan.values import Commitment, Plan


class State(StrEnum):
    """Whether a commitment moves."""

    NOT_STARTED = "not started"
    IN_HAND = "in hand"
    STALLED = "stalled"
    DONE = "done"
    DROPPED = "dropped"


@frozen
class Serving:
    """An action that serves a commitment, how many days it is late, and the last place of the minutes that speaks of it."""

    action: Action
    late: int | None
    place: Place | None


@frozen
class Evidence:
    """A done action as evidence: what was done, when it was closed, and where the minutes say so.

    `by_hand` when no minutes say that it is done, but somebody recorded it; the place is then the last that speaks of it.
    """

    action: Action
    words: str
    on: date | None
    place: Place | None
    by_hand: bool
    meeting: str | None = None


@frozen
class Standing:
    """A commitment with how it stands on a day."""

    plan: Plan
    commitment: Commitment
    state: State
    why: str
    """The state in words: since when, or why nobody can tell."""
    actions: tuple[Serving, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    silent: int = 0
    """Minutes since the last word of an action that serves it, or since the plan began."""
    late: int | None = None
    """Days since the day that the plan sets for it."""

    @property
    def id(self) -> str:
        """The commitment's id."""
        return str(self.commitment.id)

    def count(self, status: Status) -> int:
        """How many of its actions have a status."""
        return sum(s.action.status is status for s in self.actions)

    @property
    def overdue(self) -> int:
        """How many of its actions are late."""
        return sum(s.late is not None for s in self.actions)


def standings(plans: Iterable[Plan], ledger: Ledger, links: Iterable[Link], committee: Committee, today: date) -> tuple[Standing, ...]:
    """Every commitment of the plans as it stands on a day; `links` are the mentions of the actions."""
    serving: dict[str, list[Action]] = {}
    for action in ledger.actions:
        for commitment in action.plan:
            serving.setdefault(commitment, []).append(action)
    mine: dict[str, list[Link]] = {}
    for link in links:
        mine.setdefault(link.action, []).append(link)
    when = (committee, today, Silence(ledger, today))
    return tuple(_standing(plan, one, serving.get(str(one.id), []), mine, ledger, when) for plan in plans for one in plan.commitments)


def _standing(
    plan: Plan, one: Commitment, actions: Sequence[Action], links: dict[str, list[Link]], ledger: Ledger, when: tuple[Committee, date, Silence]
) -> Standing:
    committee, today, silence = when
    served = tuple(Serving(a, days_late(a, today), evidence_of(a, links.get(a.id, []), ledger).place) for a in actions)
    evidence = tuple(evidence_of(a, links.get(a.id, []), ledger) for a in actions if a.status is Status.DONE)
    last = max((day for a in actions if (day := silence.last_word(a)) is not None), default=None)
    silent = sum((plan.start <= m.day if last is None else last < m.day) and m.day <= today for m in ledger.meetings)
    due = one.timescale.day if one.timescale else None
    state, why = _state(one, served, silent, committee.stalled_after, begun=plan.start <= today)
    late = (today - due).days if due is not None and due < today and state not in (State.DONE, State.DROPPED) else None
    return Standing(plan, one, state, why, served, evidence, silent, late)


def _state(one: Commitment, served: Sequence[Serving], silent: int, after: int, *, begun: bool) -> tuple[State, str]:
    """The state and its reason. Only the plan can say that a commitment is done: when all its actions are, the next may be to come."""
    if one.status is not Status.OPEN:
        return (State.DONE if one.status is Status.DONE else State.DROPPED), "as the plan says"
    stalled = f"no action in {'1 meeting' if silent == 1 else f'{silent} meetings'}"
    if not served:
        if not begun:
            return State.NOT_STARTED, "the plan has not begun"
        if silent >= after:
            return State.STALLED, stalled
        return State.NOT_STARTED, ""
    if silent >= after:
        return State.STALLED, stalled
    if all(s.action.status is not Status.OPEN for s in served):
        return State.IN_HAND, "all its actions are closed"
    return State.IN_HAND, ""


def _ordered(links: Iterable[Link], ledger: Ledger) -> list[Link]:
    days = {m.key: m.day for m in ledger.meetings}
    return sorted(links, key=lambda k: (days[k.meeting], k.path, k.mention.line))


def _latest(links: Iterable[Link], ledger: Ledger) -> Link | None:
    """The latest meeting's own words, an agenda item before a summary."""
    ordered = _ordered(links, ledger)
    here = [k for k in ordered if k.meeting == ordered[-1].meeting]
    first = speaking(k.mention for k in here)[:1]
    return next((k for k in here if k.mention in first), None)


def evidence_of(action: Action, links: Iterable[Link], ledger: Ledger) -> Evidence:
    """What the minutes say of an action: where they first call it done, else the latest that they say."""
    mine = list(links)
    told = next((k for k in _ordered(mine, ledger) if k.mention.status is Status.DONE), None)
    link = told or _latest(mine, ledger)
    place = Place(link.path, link.mention.line) if link else None
    return Evidence(action, link.words(action) if link else action.text, action.closed, place, told is None, link.meeting if link else None)
