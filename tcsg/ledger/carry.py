"""Carry: the ledger that follows from all minutes, the old ledger giving ids, answers and what was recorded by hand."""

from __future__ import annotations

from dataclasses import field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.ledger.derive import in_short, unminuted
from tcsg.ledger.fold import fold
from tcsg.ledger.keys import Held, order_meetings
from tcsg.ledger.news import Change, Question, changes, findings, questions
from tcsg.ledger.thread_records import by_day, calendar_of, derived
from tcsg.model import Action, ByHand, Ledger, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from tcsg.ledger.ahead import Ahead
    from tcsg.ledger.checkpoint import Snapshot
    from tcsg.ledger.fold import Folded
    from tcsg.ledger.matching import Ground, Why
    from tcsg.model import Committee, Finding, Mention, Minutes

_NOTHING: Mapping[str, ByHand] = MappingProxyType({})


@frozen
class Link:
    """Which action a mention belongs to: every mention has exactly one."""

    action: str
    meeting: str
    path: str
    mention: Mention
    why: Why | None = None
    """Why the mention is taken for the action; None where it begins."""

    def words(self, action: Action) -> str:
        """The words of the mention; the action's own where it tells of that by its number, or of all at once."""
        return action.text if in_short(self.mention) else self.mention.text

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds for and against; none where it begins."""
        return () if self.why is None else self.why.grounds


@frozen
class Carried:
    """What carrying gives: the ledger, the changes, what to tell the user, and when they are asked for links and questions."""

    ledger: Ledger
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    rest: Callable[[], tuple[tuple[Link, ...], tuple[Question, ...]]] = field(default=lambda: ((), ()), compare=False)
    """Works out the links and questions."""
    snapshots: tuple[Snapshot, ...] = field(default=(), compare=False)
    """The fold before some of the meetings, from where later minutes can be followed."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The action of every mention."""
        return self.rest()[0]

    @property
    def questions(self) -> tuple[Question, ...]:
        """What only a person can tell."""
        return self.rest()[1]


ROUNDS = 9
"""How often at most the minutes are folded until nothing changes; once is the rule, twice nearly always enough."""


def carry(  # noqa: PLR0913 - what a carry depends on
    minutes: Sequence[Minutes],
    known: Ledger,
    committee: Committee,
    reading: str,
    today: date,
    recorded: Mapping[str, ByHand] = _NOTHING,
    *,
    untyped: bool = False,
    ahead: Ahead | None = None,
) -> Carried:
    """Fold all minutes into a ledger; `today` dates what somebody typed into the old one, `recorded` adds entries by id.

    Minutes without a day are left out. `untyped` says that nobody typed anything into the old ledger: it need not be folded to
    find that out. `ahead` has followed these minutes while they were read, as far as it went.
    """
    held = confirmed(order_meetings(minutes, known), known)
    keep = turns(held, known)
    stands = _unchanged(held, known) if known.reading == reading else ()
    if untyped and stands != held:
        folded, typed, stands = fold(held, known, keep), [], held
    else:
        folded = fold(stands, known, keep)
        typed = _typed(folded, stands, known, committee, today)
    with_entries = noted(noted(known, {t.action: t.entry for t in typed}), recorded)
    new = {i: entry for i, entry in recorded.items() if i not in {a.id for a in known.actions}}
    if stands != held or with_entries != known:
        folded = (ahead and ahead.folded(held, with_entries, keep)) or fold(held, with_entries, keep)
    before, ledger = with_entries, _ledger(folded, held, with_entries, committee, new)
    for _ in range(ROUNDS):
        if folded.settled or ledger == before:
            break
        folded = fold(held, ledger, keep)
        before, ledger = ledger, _ledger(folded, held, ledger, committee)
    ledger = replace(ledger, reading=reading)
    said = tuple(Change(t.action, f"{t.action} {t.words}, as typed into the ledger", by_hand=True) for t in typed)
    minuted = {t.id for t in folded.threads}
    found = tuple(findings(folded.unsure, held, [a for a in ledger.actions if a.id not in minuted]))
    rest = cache(lambda: (_links(folded), questions(folded, ledger)))
    return Carried(ledger, (*said, *changes(known, ledger)), found, rest, folded.snapshots if folded.settled else ())


def turns(held: Sequence[Held], known: Ledger) -> frozenset[int]:
    """The places before which the fold is worth keeping: the last meeting, and the first that is not as the ledger has it."""
    return frozenset(n for n in (len(held) - 1, first_change(held, known)) if 0 < n < len(held))


def first_change(held: Sequence[Held], known: Ledger) -> int:
    """The place of the first meeting that is not as the ledger has it."""
    both = zip(held, known.meetings, strict=False)
    return next((n for n, (one, meeting) in enumerate(both) if one.meeting != meeting), min(len(held), len(known.meetings)))


def confirmed(held: Sequence[Held], known: Ledger) -> tuple[Held, ...]:
    """The minutes with what a person said of doubtful readings: what is no action is left out, what is one is certain."""
    said = {(a.meeting, a.words, a.verdict): a.value for a in known.answers if a.verdict in ("action", "status")}
    if not said:
        return tuple(held)
    return tuple(h if h.minutes is None else replace(h, minutes=_as_said(h.minutes, h.meeting.key, said)) for h in held)


def _as_said(minutes: Minutes, key: str, said: Mapping[tuple[str, str, str], str]) -> Minutes:
    kept = []
    for mention in minutes.mentions:
        answer, status = said.get((key, mention.text, "action")), said.get((key, mention.text, "status"))
        if answer == "no":
            continue
        told = mention if answer is None else replace(mention, certain=True, text=mention.text if answer == "yes" else answer)
        kept.append(told if status is None else replace(told, status=Status(status), unsure=None))
    return replace(minutes, mentions=tuple(kept))


def from_scratch(known: Ledger, minutes: Iterable[Minutes]) -> Ledger:
    """The ledger without all that the minutes tell: only ids, the words they were given for, answers and entries made by hand.

    Actions of minutes that are gone stay as they are: nothing else tells of them.
    """
    there = {m.path for m in minutes}
    gone = {m.key for m in known.meetings if m.path not in there}
    return replace(known, reading=None, actions=tuple(a if gone & {*a.seen} or not a.seen else _bare(a) for a in known.actions))


def _bare(action: Action) -> Action:
    return Action(action.id, action.text, action.raised, seen=action.seen, aliases=action.aliases, by_hand=action.by_hand, extra=action.extra)


def _ledger(folded: Folded, held: Sequence[Held], known: Ledger, committee: Committee, recorded: Mapping[str, ByHand] = _NOTHING) -> Ledger:
    order = {h.meeting.key: n for n, h in enumerate(held)}
    calendar = calendar_of(held)
    actions = [derived(thread, committee, calendar, recorded) for thread in folded.threads] + _unminuted(folded, known)
    actions.sort(key=lambda a: order.get(a.raised, -1))
    return replace(known, meetings=tuple(h.meeting for h in held), actions=without_absent(actions, known))


def without_absent(actions: Iterable[Action], known: Ledger) -> tuple[Action, ...]:
    """The actions without the commitments that there are not."""
    there = {c.id for c in known.commitments}
    return tuple(a if there.issuperset(a.plan) else replace(a, plan=tuple(i for i in a.plan if i in there)) for a in actions)


def noted(known: Ledger, entries: Mapping[str, ByHand]) -> Ledger:
    """The ledger with one more entry by hand in the records of these ids."""
    if not entries:
        return known
    actions = (replace(a, by_hand=by_day([*a.by_hand, entries[a.id]])) if a.id in entries else a for a in known.actions)
    return replace(known, actions=tuple(actions))


def _unminuted(folded: Folded, known: Ledger) -> list[Action]:
    """The actions of the records that no mention of today's minutes stands for."""
    found = {record.id for t in folded.threads for record in t.claimed}
    days = {m.key: m.day for m in known.meetings}
    return [unminuted(a, days.get(a.raised)) for a in known.actions if a.id not in found]


@frozen
class _Typed:
    """What somebody typed into the record of an action, as an entry and in words."""

    action: str
    entry: ByHand
    words: str


def _unchanged(held: Sequence[Held], known: Ledger) -> tuple[Held, ...]:
    """The meetings of the old ledger, each with its minutes if they are what they were when it was made."""
    now = {(h.meeting.key, h.meeting.day, h.meeting.sha256): h for h in held}
    meetings = sorted(known.meetings, key=lambda m: (m.day, m.path))
    return tuple(now.get((m.key, m.day, m.sha256), Held(m, None)) for m in meetings)


def _typed(folded: Folded, held: Sequence[Held], known: Ledger, committee: Committee, today: date) -> list[_Typed]:
    """What somebody typed into the ledger: a fact that differs although none of the action's minutes changed."""
    calendar = calendar_of(held)
    stood = [derived(t, committee, calendar) for t in folded.threads if len(t.claimed) == 1] + _unminuted(folded, known)
    records = {a.id: a for a in known.actions}
    read = {h.meeting.key for h in held if h.minutes is not None}
    return [
        _Typed(was.id, *difference)
        for was in stood
        if was.seen == records[was.id].seen and read.issuperset(was.seen)
        if (difference := typed_difference(was, records[was.id], today))
    ]


def typed_difference(was: Action, record: Action, today: date) -> tuple[ByHand, str] | None:
    """What somebody typed into a record, as an entry of today and in words; None when nothing is other than it was."""
    entry, words = ByHand(today), []
    if record.status is not was.status:
        entry = replace(entry, status=record.status, why=record.why if record.why != was.why else None)
        words.append(f"is {record.status}")
    if record.due != was.due:
        entry = replace(entry, due=record.due.isoformat() if record.due else "none")
        words.append(f"is due {record.due or 'at no date'}")
    if record.owners != was.owners:
        entry = replace(entry, owners=record.owners)
        words.append(f"belongs to {', '.join(record.owners) or 'nobody'}")
    return (entry, " and ".join(words)) if words else None


def _links(folded: Folded) -> tuple[Link, ...]:
    return tuple(
        Link(thread.id, sighting.meeting.key, sighting.meeting.path, replace(mention, status=Status.DONE) if sighting.done else mention, sighting.why)
        for thread in folded.threads
        for sighting in thread.sightings
        for mention in sighting.mentions
    )


__all__ = ["Carried", "Change", "Link", "Question", "carry", "changes", "from_scratch"]
