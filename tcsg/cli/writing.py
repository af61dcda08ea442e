"""Changing the ledger: under the lock, minutes carried in the same write, a way back kept for undo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING

import typer

from tcsg.cli.bringing import brought, bytes_of
from tcsg.cli.desk import Desk, open_desk
from tcsg.cli.filters import Asked
from tcsg.cli.saving import save
from tcsg.cli.scanning import named_actions
from tcsg.cli.terminal import note, say
from tcsg.errors import UsageError
from tcsg.frozen import frozen
from tcsg.ledger.canonical import dump_ledger
from tcsg.ledger.query import Row, find_action, select, wanted
from tcsg.ledger.recording import added, changes, placed, record, settles
from tcsg.ledger.records import splice
from tcsg.model import Action, Answer, ByHand, Ledger
from tcsg.output.text import clean, count
from tcsg.workspace import History, as_typed

if TYPE_CHECKING:
    from tcsg.ledger.carry import Carried


@frozen
class Choice:
    """Which actions a command is about: ids as typed, else filters, which are shown and asked about."""

    ids: list[str] | None
    asked: Asked = field(default_factory=Asked)
    yes: bool = False


@frozen
class Entry:
    """What is recorded, from its day and reason, and how it is said."""

    make: Callable[[date, str | None], ByHand]
    said: str
    owners: tuple[str, ...] = ()
    stands: str | None = None
    """How it is said of what was so already, when that is not `is` and the words."""


def record_all(context: typer.Context, choice: Choice, entry: Entry, on: date | None, why: str | None) -> None:
    """Record one thing about every action chosen, in one write, and say each."""
    desk = open_desk(context)
    if bool(choice.ids) == (choice.asked != Asked()):
        raise UsageError("name the actions by their ids, or choose them with filters such as --owner or --meeting: one of the two")
    by_hand = _as_typed(entry.make(on or desk.today, why))
    _short_enough(desk, by_hand.note, by_hand.why)
    shown = None if choice.ids else _chosen(ledger_to_change(desk), desk, choice)
    if shown is not None and not _confirmed(shown, choice, entry):
        note("nothing was changed")
        return
    with desk.workspace.lock():
        desk = desk.again()
        ledger = ledger_to_change(desk, choice.ids)
        agreed = None if shown is None else {row.action.id for row in shown}
        actions = [row.action for row in _chosen(ledger, desk, choice) if agreed is None or row.action.id in agreed]
        warn_of_strangers(desk, ledger, entry.owners)
        news = [a for a in actions if changes(a, by_hand)]
        after = recorded(desk, ledger, {a.id: by_hand for a in news}, f"{context.info_name} {ids_of(news)}") if news else ledger
    for action in actions:
        now = find_action(after, action.id) or action
        said = _outcome(now, by_hand, entry) if action in news else f"{entry.stands or f'is {entry.said}'} already"
        say(f"{action.id} {said}: {now.text}")


def _outcome(now: Action, by_hand: ByHand, entry: Entry) -> str:
    """What was recorded, and what counts instead if something later says otherwise."""
    if by_hand.note is not None or not changes(now, by_hand) or (by_hand.unlink and by_hand.unlink not in now.plan):
        return entry.said
    if by_hand.link or by_hand.unlink:
        return f"{entry.said} on {by_hand.on}, but something later counts, and it serves {', '.join(now.plan) or 'no commitment'}"
    stands = f"is {now.status}" if by_hand.status else f"is due {now.due or 'at no date'}" if by_hand.due else f"belongs to {', '.join(now.owners)}"
    return f"{entry.said} on {by_hand.on}, but something later counts, and it {stands}"


def ledger_to_change(desk: Desk, ids: list[str] | None = None) -> Ledger:
    """The ledger that is written to: as the minutes have it now, and all of them can be read.

    When only the actions of `ids` are asked for, others may be left out.
    """
    if ids and desk.is_current and (named := named_actions(desk, ids)) is not None:
        return named
    return desk.stored if desk.is_current and desk.stored is not None else brought(desk, strict=True).ledger


def recorded(desk: Desk, ledger: Ledger, entries: Mapping[str, ByHand], words: str) -> Ledger:
    """Write the entries into the records of their ids: into just these when the ledger is current, else by way of a carry.

    To be called within the lock, with the ledger that `ledger_to_change` gives there; `words` are what undo calls it.
    """
    days = {m.key: m.day for m in ledger.meetings}
    actions = [a for a in ledger.actions if a.id in entries]
    if desk.is_current and desk.stored_bytes is not None and all(settles(a, entries[a.id], days) for a in actions):
        data = desk.stored_bytes
        new = {a.id: record(a, entries[a.id]) for a in actions}
        try:
            for action in new.values():
                data = splice(data, action)
        except LookupError:  # not canonical: it is written anew below
            pass
        else:
            save(desk, data, words, canonical=desk.is_canonical, untyped=desk.memory.is_untyped(desk.stored_hash))
            return replace(ledger, actions=tuple(new.get(a.id, a) for a in ledger.actions))
    carried = brought(desk, strict=True, recorded=entries)
    save(desk, bytes_of(desk, carried.ledger), words, untyped=True)
    _tell_others(carried, set(entries))
    return carried.ledger


def _tell_others(carried: Carried, told: Collection[str] = ()) -> None:
    """Say what the carry that goes before every writing changed besides: what was typed into the ledger, and what new minutes say."""
    for change in carried.changes:
        if change.by_hand or change.action not in told:
            note(change.words)


def answer(desk: Desk, words: Callable[[Carried], tuple[Answer, ...]], said: str) -> Carried:
    """Write what a person says of doubtful readings and matches, and carry with it; gives what followed."""
    with desk.workspace.lock():
        desk = desk.again()
        before = desk.carried(strict=True)[1]
        # Without `reading`: what differs now follows from the answers, and nobody typed it.
        desk.stored = replace(before.ledger, answers=(*before.ledger.answers, *words(before)), reading=None)
        after = desk.carried(strict=True)[1]
        save(desk, dump_ledger(after.ledger).encode(), said)
    return after


def add_action(context: typer.Context, text: str, due: str | None, owners: tuple[str, ...], on: date | None) -> None:
    """Add an action of no minutes, read as a line of minutes would be, and say its id."""
    desk = open_desk(context)
    day = on or desk.today
    text, owners = as_typed(text), tuple(map(as_typed, owners))
    _short_enough(desk, text)
    with desk.workspace.lock():
        desk = desk.again()
        carried = brought(desk, strict=True)
        ledger = carried.ledger
        mention = desk.read_line(text, day, ledger)
        if due is None and mention.due is not None and mention.due.day is not None:
            due = mention.due.day.isoformat()
        who = owners or mention.owners
        warn_of_strangers(desk, ledger, who)
        action = added(ledger, mention.text, ByHand(day, due=due, owners=who or None, added=mention.text))
        save(desk, dump_ledger(placed(ledger, action)).encode(), f"add {action.id}")
    _tell_others(carried)
    said = f" [{', '.join(action.owners) or 'nobody'}{f', due {action.due}' if action.due else ''}]"
    say(f"{action.id} added: {action.text}{said}")


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
    say(f"undone: {patch.words}")


def ids_of(actions: Sequence[Action]) -> str:
    """The ids of some actions in a few words."""
    shown = ", ".join(a.id for a in actions[:4])
    return shown if len(actions) <= 4 else f"{shown} and {len(actions) - 4} more"


def _chosen(ledger: Ledger, desk: Desk, choice: Choice) -> tuple[Row, ...]:
    if choice.ids:
        named = [wanted(ledger, typed) for typed in choice.ids]
        return tuple(Row(action, None) for action in {a.id: a for a in named}.values())
    directory = desk.directory(ledger)
    return select(ledger, choice.asked.query(ledger, directory, desk.today), directory, desk.today)


def _confirmed(rows: tuple[Row, ...], choice: Choice, entry: Entry) -> bool:
    """Show what the filters chose, and ask; without a terminal to ask on, --yes must have said it."""
    if not rows:
        raise UsageError("the filters choose no action")
    if choice.yes:
        return True
    for row in rows:
        note(f"{row.action.id} {', '.join(row.action.owners) or 'nobody'}{' (group)' if row.via else ''}: {row.action.text}")
    if not sys.stdin.isatty():
        raise UsageError(f"{count(len(rows), 'action')} would be {entry.said}; add --yes to do it")
    return typer.confirm(clean(f"Record {count(len(rows), 'action')} as {entry.said}?"), err=True)


def _as_typed(entry: ByHand) -> ByHand:
    owners = None if entry.owners is None else tuple(map(as_typed, entry.owners))
    return replace(entry, owners=owners, note=entry.note and as_typed(entry.note), why=entry.why and as_typed(entry.why))


def _short_enough(desk: Desk, *texts: str | None) -> None:
    limit = desk.committee.limits.action_characters
    if any(len(text or "") > limit for text in texts):
        raise UsageError(f"more than {limit:,} characters, the limit; nothing was written")


def warn_of_strangers(desk: Desk, ledger: Ledger, owners: tuple[str, ...]) -> None:
    """Warn of an owner that nobody is called: most likely a slip of the finger."""
    if not owners:
        return
    directory = desk.directory(ledger)
    latest = directory.meetings[-1].key if directory.meetings else ""
    for owner in owners:
        if not directory.owner(owner, latest).known and directory.group(owner) is None:
            note(f"warning: nobody in the minutes or in committee.yaml is called {owner!r}")
