"""Whose actions a list holds: the people, one by one, with what is theirs through a group; and what stands for nobody known."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tcsg.ledger.identity import folded
from tcsg.ledger.query import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tcsg.ledger.merging import Who
    from tcsg.ledger.people import Directory
    from tcsg.ledger.query import Query, Row
    from tcsg.model import Action, Ledger

_PLAIN = re.compile(r"[0-9A-Za-z-]{1,20}\Z")


def each(ledger: Ledger, query: Query, directory: Directory, today: date) -> tuple[tuple[Who, tuple[Row, ...]], ...]:
    """The people that a query asks for, by default all who own an action that answers it, each with these actions.

    The limit of the query holds for each of them. People who are asked for by name come back even with nothing to do.
    """
    rows = select(ledger, replace(query, owners=(), limit=None), directory, today)
    chosen = replace(ledger, actions=tuple(row.action for row in rows))
    people = query.owners or owning(chosen.actions, directory)
    return tuple((who, select(chosen, replace(query, owners=(who,)), directory, today)) for who in dict.fromkeys(people))


def owning(actions: Sequence[Action], directory: Directory) -> tuple[Who, ...]:
    """Everybody who owns one of these actions, alone or in a group; then the owners as minuted that mean nobody known."""
    known = [who for who in directory.everybody if any(_has(who, action, directory) for action in actions)]
    words = dict.fromkeys((who, action) for action in actions for who in directory.owners(action) if not who.known)
    others = [who for who, action in words if directory.group(who.name) is None or not any(directory.holds(who.name, w, action) for w in known)]
    return tuple(dict.fromkeys([*known, *others]))


def _has(who: Who, action: Action, directory: Directory) -> bool:
    return who in directory.owners(action) or any(directory.holds(owner, who, action) for owner in action.owners)


def file_words(people: Iterable[Who]) -> dict[Who, str]:
    """A word for each of these people that any system takes as part of a file's name, no two the same in any case."""
    found: dict[Who, str] = {}
    taken: set[str] = set()
    for who in people:
        short = who.initials or ""
        word = short if _PLAIN.match(short) else "-".join(re.findall(r"[a-z0-9]+", folded(who.name)))[:40].strip("-") or "owner"
        number = next(n for n in range(1, len(taken) + 2) if _numbered(word, n).casefold() not in taken)
        found[who] = _numbered(word, number)
        taken.add(found[who].casefold())
    return found


def _numbered(word: str, number: int) -> str:
    return word if number == 1 else f"{word}-{number}"
