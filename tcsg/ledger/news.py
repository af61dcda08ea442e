"""What carrying has to tell: what changed, what is doubtful, and what to ask a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.frozen import frozen
from tcsg.ledger.derive import GONE
from tcsg.model import Finding, Place, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.ledger.fold import Folded, Unsure
    from tcsg.ledger.keys import Held
    from tcsg.model import Action, Ledger, Mention


@frozen
class Change:
    """One thing that carrying changed, in words."""

    action: str
    words: str
    by_hand: bool = False


@frozen
class Question:
    """Something that only a person can tell, asked once: whether a mention is an action, or which one it is."""

    meeting: str
    path: str
    mention: Mention
    action: str
    rivals: tuple[Action, ...] = ()
    """The earlier actions that it may be; none when the question is about the reading."""
    about: str = "action"
    """`action` when the question is whether it is one, `status` whether it is done, `same` which one it is."""


def changes(known: Ledger, ledger: Ledger) -> tuple[Change, ...]:
    """What is other in the new ledger than in the old one, in words, action after action."""
    before = {i: a for a in known.actions for i in (a.id, *a.aliases)}
    hashes = {m.key: m.sha256 for m in known.meetings}
    amended = {m.key for m in ledger.meetings if hashes.get(m.key, m.sha256) != m.sha256}
    found: list[Change] = []
    for action in ledger.actions:
        old = before.get(action.id)
        if old is None:
            who = f" [{', '.join(action.owners)}]" if action.owners else ""
            found.append(Change(action.id, f"{action.id} raised: {action.text}{who}"))
            continue
        words = [] if old is action else _changed(old, action)
        if words:
            corrected = bool(amended & {*old.seen}) and not {*action.seen} - {*old.seen}
            found.append(Change(action.id, f"{action.id} {'corrected: ' if corrected else ''}{'; '.join(words)}"))
    paths = {m.key: m.path for m in known.meetings}
    moved = [m for m in ledger.meetings if paths.get(m.key, m.path) != m.path]
    return (*found, *(Change("", f"meeting {m.key} is now {m.path}") for m in moved))


def findings(unsure: Iterable[Unsure], held: Sequence[Held], unminuted: Iterable[Action]) -> Iterable[Finding]:
    """What was doubtful, and what the minutes no longer tell."""
    for one in unsure:
        rivals = " or ".join(f"{t.id} ({t.wordings[-1].text[:60]})" for t in one.rivals)
        message = f"{one.thread.id} may be {rivals}; kept apart: {one.mention.text}"
        yield Finding("ambiguous-match", Severity.WARNING, Place(one.meeting.path, one.mention.line), message, one.thread.id)
    for meeting in held:
        if meeting.minutes is None:
            message = f"the minutes of meeting {meeting.meeting.key} are gone; the ledger keeps its actions"
            yield Finding("minutes-gone", Severity.WARNING, Place(meeting.meeting.path, 1), message)
    paths = {h.meeting.key: h.meeting.path for h in held}
    for action in unminuted:
        if action.why != GONE:
            message = f"{action.id} is no longer in the minutes but has entries made by hand: {action.text}"
            yield Finding("unminuted", Severity.WARNING, Place(paths.get(action.raised, "minutes"), 1), message, action.id)


def questions(folded: Folded, ledger: Ledger) -> tuple[Question, ...]:
    """What to ask: doubtful readings first, then doubtful matches, in the order of the minutes."""
    records = {a.id: a for a in ledger.actions}
    readings = [
        Question(sighting.meeting.key, sighting.meeting.path, mention, thread.id)
        for thread in folded.threads
        for sighting in thread.sightings
        for mention in sighting.mentions
        if not mention.certain and mention.restates is None
    ]
    halves = [
        Question(sighting.meeting.key, sighting.meeting.path, mention, thread.id, about="status")
        for thread in folded.threads
        for sighting in thread.sightings[-1:]
        for mention in sighting.mentions
        if mention.unsure is not None and thread.open
    ]
    matches = [
        Question(u.meeting.key, u.meeting.path, u.mention, u.thread.id, tuple(records[t.id] for t in u.rivals if t.id in records), "same")
        for u in folded.unsure
    ]
    return (*readings, *halves, *matches)


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
    if old.seen != new.seen and new.seen:
        later = [k for k in new.seen if k not in old.seen]
        words.append(
            ("minuted at " + later[0] if any(e.added for e in old.by_hand) else "in the minutes again")
            if not old.seen
            else f"carried at {', '.join(later)}"
            if later
            else "seen less often"
        )
    if old.plan != new.plan:
        words += [f"serves {i}" for i in new.plan if i not in old.plan] + [f"serves {i} no longer" for i in old.plan if i not in new.plan]
    if old.aliases != new.aliases:
        words.append(f"also known as {', '.join(new.aliases)}")
    return words
