"""`tcsg same` and `tcsg different`: a person's word on what is one action and what is two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tcsg.cli import complete
from tcsg.cli.desk import open_desk
from tcsg.cli.terminal import say
from tcsg.cli.writing import answer
from tcsg.errors import UsageError
from tcsg.ledger.keys import split_id
from tcsg.ledger.query import find_action, wanted
from tcsg.model import Answer

if TYPE_CHECKING:
    from tcsg.ledger.carry import Carried, Link
    from tcsg.model import Action, Ledger

One = Annotated[str, typer.Argument(metavar="A", help="An id such as A8.3, a8.3 or 8.3.", autocompletion=complete.ids)]
Other = Annotated[str, typer.Argument(metavar="B", help="The id of the other.", autocompletion=complete.ids)]
Apart = Annotated[str, typer.Argument(metavar="B", help="An id it also has, or the meeting whose minutes mean another.", autocompletion=complete.ids)]


def same(context: typer.Context, one: One, other: Other) -> None:
    """Say that two actions are one.

    The older id stays; the other becomes an alias of it and is still understood everywhere. What was recorded by hand of
    either is kept. For example `tcsg same 8.3 24.1`; `tcsg different 8.3 24.1` takes it back.
    """

    def words(carried: Carried) -> tuple[Answer, ...]:
        ledger = carried.ledger
        old, new = sorted((wanted(ledger, one), wanted(ledger, other)), key=lambda action: _age(ledger, action))
        if old.id == new.id:
            raise UsageError(f"{one} and {other} are one action already, {old.id}")
        if not new.seen:
            raise UsageError(f"{new.id} stands in no minutes; close it instead: tcsg drop {new.id} --why 'the same as {old.id}'")
        return tuple(Answer(new.raised, k.mention.text, "same", old.id) for k in _mentions(carried, new, new.raised)[:1])

    after = answer(open_desk(context), words, f"same {one} {other}")
    action = wanted(after.ledger, one)
    say(f"{action.id} is also {', '.join(action.aliases)}: {action.text}")


def different(context: typer.Context, one: One, other: Apart) -> None:
    """Say that what was taken for one action is two, or that two which look alike are.

    B is another id of A (an alias that it got by a match or by `tcsg same`), the id of another action, or the number of a
    meeting whose minutes mean another action than A. For example `tcsg different 8.3 24.1`, or `tcsg different 8.3 24`.
    """

    def words(carried: Carried) -> tuple[Answer, ...]:
        ledger = carried.ledger
        action, second = wanted(ledger, one), find_action(ledger, other)
        if second is not None and second.id != action.id:
            old, new = sorted((action, second), key=lambda a: _age(ledger, a))
            return tuple(Answer(new.raised, k.mention.text, "different", old.id) for k in _mentions(carried, new, new.raised))
        key = other if second is None else _born(action, other)
        said = _mentions(carried, action, key)
        if not said or key == action.raised:
            raise UsageError(f"{action.id} is mentioned at {', '.join(action.seen)}; name the meeting after the first whose minutes mean another")
        return tuple(Answer(key, k.mention.text, "different", action.id) for k in said)

    after = answer(open_desk(context), words, f"different {one} {other}")
    for change in after.changes:
        say(change.words)


def _age(ledger: Ledger, action: Action) -> tuple[int, int]:
    """Sorts actions by the meeting and the number of their id."""
    order = {m.key: n for n, m in enumerate(ledger.meetings)}
    key, number = split_id(action.id)
    return order.get(key, -1), number


def _born(action: Action, alias: str) -> str:
    """The meeting that gave an action one of its other ids."""
    typed = next((i for i in action.aliases if i.casefold().removeprefix("a") == alias.casefold().removeprefix("a")), action.id)
    return split_id(typed)[0]


def _mentions(carried: Carried, action: Action, key: str) -> list[Link]:
    return [k for k in carried.links if k.action == action.id and k.meeting == key]
