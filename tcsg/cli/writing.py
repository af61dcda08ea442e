"""Changing the ledger: under the lock, minutes carried in the same write, a way back kept for undo."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import typer

from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import Asked
from tcsg.cli.terminal import note, write
from tcsg.errors import UsageError
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.query import find_action, near_ids, select
from tcsg.ledger.recording import added, changes, placed, record, settles
from tcsg.ledger.records import splice
from tcsg.model import Action, ByHand, Ledger
from tcsg.output.text import clean, count
from tcsg.workspace import History, patch_between


@dataclass(frozen=True, slots=True)
class Choice:
    """Which actions a command is about: ids as typed, else filters, which are shown and asked about."""

    ids: list[str] | None
    asked: Asked = field(default_factory=Asked)
    yes: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What is recorded, from its day and reason, and how it is said."""

    make: Callable[[date, str | None], ByHand]
    said: str
    owners: tuple[str, ...] = ()


def wanted(ledger: Ledger, typed: str) -> Action:
    """The action of an id as typed; UsageError with the nearest ids when there is none."""
    action = find_action(ledger, typed)
    if action is None:
        near = near_ids(ledger, typed)
        cure = f"did you mean {' or '.join(near)}?" if near else "`tcsg actions --status all` lists them"
        raise UsageError(f"there is no action {typed!r}; {cure}")
    return action


def record_all(context: typer.Context, choice: Choice, entry: Entry, on: date | None, why: str | None) -> None:
    """Record one thing about every action chosen, in one write, and say each."""
    desk = open_desk(context)
    if not choice.ids and choice.asked == Asked():
        raise UsageError("name the actions by their ids, or choose them with filters such as --owner or --meeting")
    by_hand = entry.make(on or desk.today, why)
    if not choice.ids and not _confirmed(_chosen(desk.ledger(), desk, choice), choice, entry):
        return
    with desk.workspace.lock():
        desk = desk.again()
        actions = _chosen(desk.ledger(), desk, choice)
        _known_owners(desk, entry.owners)
        news = [a for a in actions if changes(a, by_hand)]
        after = _recorded(desk, news, by_hand, f"{context.info_name} {_ids(news)}") if news else desk.ledger()
    texts = {a.id: a.text for a in after.actions}
    for action in actions:
        said = entry.said if action in news else f"is {entry.said} already"
        write(clean(f"{action.id} {said}: {texts[action.id]}") + "\n")


def _recorded(desk: Desk, actions: list[Action], by_hand: ByHand, words: str) -> Ledger:
    """Write the entry into each record: into just these when the ledger is current, else by way of a carry."""
    days = {m.key: m.day for m in desk.ledger().meetings}
    if desk.is_current and desk.stored_bytes is not None and all(settles(a, by_hand, days) for a in actions):
        data = desk.stored_bytes
        try:
            for action in actions:
                data = splice(data, record(action, by_hand))
        except LookupError:  # not canonical: it is written anew below
            pass
        else:
            save(desk, data, words)
            return desk.ledger()
    carried = desk.carried(strict=True, recorded={a.id: by_hand for a in actions})[1]
    save(desk, dump_ledger(carried.ledger).encode(), words)
    return carried.ledger


def save(desk: Desk, data: bytes, words: str) -> bool:
    """Replace the ledger, the way back kept first; False when its bytes are the same. To be called within the lock."""
    if data == desk.stored_bytes:
        return False
    history = History(desk.workspace.root)
    history.push(patch_between(words, desk.stored_bytes, data))
    return desk.workspace.write_ledger(data, desk.stored_bytes)


def add_action(context: typer.Context, text: str, due: str | None, owners: tuple[str, ...], on: date | None) -> None:
    """Add an action of no minutes, read as a line of minutes would be, and say its id."""
    desk = open_desk(context)
    day = on or desk.today
    with desk.workspace.lock():
        desk = desk.again()
        ledger = desk.carried(strict=True)[1].ledger
        mention = desk.read_line(text, day, ledger)
        if due is None and mention.due is not None and mention.due.day is not None:
            due = mention.due.day.isoformat()
        who = owners or mention.owners
        _known_owners(desk, who)
        action = added(ledger, mention.text, ByHand(day, due=due, owners=who or None, added=mention.text))
        save(desk, dump_ledger(placed(ledger, action)).encode(), f"add {action.id}")
    said = f" [{', '.join(action.owners) or 'nobody'}{f', due {action.due}' if action.due else ''}]"
    write(clean(f"{action.id} added: {action.text}{said}") + "\n")


def undo_last(context: typer.Context) -> None:
    """Put back the bytes that the last command replaced, and say which it was."""
    desk = open_desk(context)
    with desk.workspace.lock():
        data = desk.stored_bytes
        history = History(desk.workspace.root)
        found = history.latest(data)
        if found is None or data is None:
            raise UsageError("there is nothing to undo")
        patch, path = found
        desk.workspace.restore_ledger(patch.back(data), data)
        path.unlink(missing_ok=True)
    write(clean(f"undone: {patch.words}") + "\n")


def _ids(actions: list[Action]) -> str:
    shown = ", ".join(a.id for a in actions[:4])
    return shown if len(actions) <= 4 else f"{shown} and {len(actions) - 4} more"


def _chosen(ledger: Ledger, desk: Desk, choice: Choice) -> list[Action]:
    if choice.ids:
        return list(dict.fromkeys(wanted(ledger, typed) for typed in choice.ids))
    directory = desk.directory(ledger)
    return [r.action for r in select(ledger, choice.asked.query(ledger, directory, desk.today), directory, desk.today)]


def _confirmed(actions: list[Action], choice: Choice, entry: Entry) -> bool:
    """Show what the filters chose, and ask; without a terminal to ask on, --yes must have said it."""
    if not actions:
        raise UsageError("the filters choose no action")
    for action in actions:
        note(f"{action.id} {', '.join(action.owners) or 'nobody'}: {action.text}")
    if choice.yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(f"{count(len(actions), 'action')} would be {entry.said}; add --yes to do it")
    return typer.confirm(f"{count(len(actions), 'action')} {entry.said}?", err=True)


def _known_owners(desk: Desk, owners: tuple[str, ...]) -> None:
    """Warn of an owner that nobody is called: most likely a slip of the finger."""
    directory = desk.directory(desk.ledger())
    latest = directory.meetings[-1].key if directory.meetings else ""
    for owner in owners:
        if not directory.owner(owner, latest).known and directory.group(owner) is None:
            note(f"warning: nobody in the minutes or in committee.yaml is called {owner!r}")
