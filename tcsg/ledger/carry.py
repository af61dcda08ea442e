"""Carry: the ledger that follows from all minutes, the old ledger giving ids, answers and what was recorded by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tcsg.ledger.derive import GONE, derive
from tcsg.ledger.fold import Folded, Thread, fold
from tcsg.ledger.keys import Held, order_meetings, split_id
from tcsg.model import Action, ByHand, Finding, Ledger, Mention, Place, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.model import Committee, Minutes


@dataclass(frozen=True, slots=True)
class Link:
    """Which action a mention belongs to: every mention has exactly one."""

    action: str
    meeting: str
    path: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that carrying changed, in words."""

    action: str
    words: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """What carrying gives: the ledger, the action of every mention, the changes, and what to tell the user."""

    ledger: Ledger
    links: tuple[Link, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def carry(minutes: Sequence[Minutes], known: Ledger, committee: Committee, reading: str, today: date) -> Carried:
    """Fold all minutes into a ledger; `today` dates what somebody typed into the old one. Minutes without a day are left out."""
    held = order_meetings(minutes, known)
    stands = order_meetings(_unchanged(minutes, known), known)
    folded = fold(stands, known)
    hand = {a.id: a.by_hand for a in known.actions}
    taken = _typed(folded, stands, known, committee, today) if known.reading == reading else ()
    for action_id, entry, _ in taken:
        hand[action_id] = (*hand[action_id], entry)
    if [h.minutes for h in held] != [h.minutes for h in stands]:
        folded = fold(held, known)
    actions = [_action(t, _hand_of(t, hand), committee, _calendar(held)) for t in folded.threads]
    actions += [_unminuted(a, hand[a.id], held) for a in _lost(folded, known)]
    order = {h.meeting.key: n for n, h in enumerate(held)}
    actions.sort(key=lambda a: (order.get(a.raised, -1), split_id(a.id)[1], a.id))
    ledger = Ledger(tuple(h.meeting for h in held), known.answers, tuple(actions), reading, known.extra)
    typed = tuple(Change(i, f"{i} {words}, as typed into the ledger", by_hand=True) for i, _, words in taken)
    return Carried(ledger, _links(folded), (*typed, *_changes(known, ledger)), tuple(_findings(folded, held, actions)))


def _unchanged(minutes: Iterable[Minutes], known: Ledger) -> list[Minutes]:
    hashes = {m.path: m.sha256 for m in known.meetings}
    return [m for m in minutes if hashes.get(m.path) == m.sha256]


def _calendar(held: Sequence[Held]) -> dict[str, date]:
    """The day of the next minutes after each meeting."""
    return {one.meeting.key: then.meeting.day for one, then in zip(held, held[1:], strict=False)}


def _hand_of(thread: Thread, hand: dict[str, tuple[ByHand, ...]]) -> tuple[ByHand, ...]:
    return tuple(sorted((e for record in thread.claimed for e in hand[record.id]), key=lambda e: e.on))


def _action(thread: Thread, by_hand: tuple[ByHand, ...], committee: Committee, calendar: dict[str, date]) -> Action:
    action = derive(thread.id, thread.sightings, by_hand, committee, calendar)
    aliases = dict.fromkeys(i for record in thread.claimed for i in (record.id, *record.aliases) if i != thread.id)
    extra = next((record.extra for record in thread.claimed if record.id == thread.id), ())
    return replace(action, aliases=tuple(aliases), by_hand=by_hand, extra=extra)


def _typed(folded: Folded, held: Sequence[Held], known: Ledger, committee: Committee, today: date) -> tuple[tuple[str, ByHand, str], ...]:
    """What somebody typed into the ledger: a fact that differs although none of its minutes changed."""
    read = {h.meeting.key for h in held if h.minutes is not None}
    calendar = _calendar(held)
    found = []
    for thread in folded.threads:
        for record in thread.claimed[:1]:
            if not set(record.seen) <= read or len(thread.claimed) > 1:
                continue
            derived = derive(record.id, thread.sightings, record.by_hand, committee, calendar)
            entry, words = _difference(derived, record, today)
            if entry is not None:
                found.append((record.id, entry, words))
    return tuple(found)


def _difference(derived: Action, record: Action, today: date) -> tuple[ByHand | None, str]:
    entry, words = ByHand(today), []
    if record.status is not derived.status:
        entry, words = replace(entry, status=record.status), [f"is {record.status}"]
    if record.due != derived.due:
        entry = replace(entry, due=record.due.isoformat() if record.due else "none")
        words.append(f"is due {record.due or 'at no date'}")
    if record.owners != derived.owners:
        entry = replace(entry, owners=record.owners)
        words.append(f"belongs to {', '.join(record.owners) or 'nobody'}")
    return (entry, " and ".join(words)) if words else (None, "")


def _lost(folded: Folded, known: Ledger) -> list[Action]:
    """Records that no mention of today's minutes stands for."""
    found = {record.id for t in folded.threads for record in t.claimed}
    return [a for a in known.actions if a.id not in found]


def _unminuted(action: Action, by_hand: tuple[ByHand, ...], held: Sequence[Held]) -> Action:
    """Edited out of its minutes: dropped, unless somebody recorded something about it."""
    if by_hand:
        return replace(action, by_hand=by_hand)
    days = {h.meeting.key: h.meeting.day for h in held}
    return replace(action, status=Status.DROPPED, closed=action.closed or days.get(action.raised), why=GONE)


def _links(folded: Folded) -> tuple[Link, ...]:
    return tuple(
        Link(thread.id, sighting.meeting.key, sighting.meeting.path, mention)
        for thread in folded.threads
        for sighting in thread.sightings
        for mention in sighting.mentions
    )


def _changes(known: Ledger, ledger: Ledger) -> tuple[Change, ...]:
    before = {i: a for a in known.actions for i in (a.id, *a.aliases)}
    changes: list[Change] = []
    for action in ledger.actions:
        old = before.get(action.id)
        if old is None:
            who = f" [{', '.join(action.owners)}]" if action.owners else ""
            changes.append(Change(action.id, f"{action.id} raised: {action.text}{who}"))
            continue
        words = _changed(old, action)
        if words:
            changes.append(Change(action.id, f"{action.id} {'; '.join(words)}"))
    for old in known.meetings:
        new = next((m for m in ledger.meetings if m.key == old.key), None)
        if new and new.path != old.path:
            changes.append(Change("", f"meeting {old.key} is now {new.path}"))
    return tuple(changes)


def _changed(old: Action, new: Action) -> list[str]:
    words = []
    if old.status is not new.status:
        said = {Status.DONE: "done", Status.DROPPED: "dropped", Status.OPEN: "open again"}[new.status]
        words.append(said + (f" ({new.why})" if new.why else ""))
    if old.due != new.due:
        words.append(f"due {old.due or 'at no date'} → {new.due or 'at no date'}")
    if old.owners != new.owners:
        words.append(f"owners {', '.join(old.owners) or 'nobody'} → {', '.join(new.owners) or 'nobody'}")
    if old.text != new.text:
        words.append(f"reads: {new.text}")
    if old.seen != new.seen:
        later = [k for k in new.seen if k not in old.seen]
        words.append(f"carried at {', '.join(later)}" if later else "seen less often")
    if old.aliases != new.aliases:
        words.append(f"also known as {', '.join(new.aliases)}")
    return words


def _findings(folded: Folded, held: Sequence[Held], actions: Sequence[Action]) -> Iterable[Finding]:
    for unsure in folded.unsure:
        rivals = " or ".join(f"{t.id} ({t.wordings[-1].text[:60]})" for t in unsure.rivals)
        message = f"{unsure.thread.id} may be {rivals}; kept apart: {unsure.mention.text}"
        yield Finding("ambiguous-match", Severity.WARNING, Place(unsure.path, unsure.mention.line), message, unsure.thread.id)
    for one in held:
        if one.minutes is None:
            message = f"the minutes of meeting {one.meeting.key} are gone; the ledger keeps its actions"
            yield Finding("minutes-gone", Severity.WARNING, Place(one.meeting.path, 1), message)
    paths = {h.meeting.key: h.meeting.path for h in held}
    threads = {t.id for t in folded.threads}
    for action in actions:
        if action.id not in threads and action.why != GONE:
            message = f"{action.id} is no longer in the minutes but has entries made by hand: {action.text}"
            yield Finding("unminuted", Severity.WARNING, Place(paths.get(action.raised, "minutes"), 1), message, action.id)
