"""Taking names out of texts: whoever the minutes or the register list, under whatever they are called there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg.reading.names import PARTICLES, TITLES
from tcsg.reading.words.nicknames import other_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tcsg.ledger.people import Directory
    from tcsg.model import Committee, Ledger

NAME = "[name]"
"""What stands where a name was."""

_ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_HANDLE = r"(?<![\w@])@\w[\w.-]*\w"


def veil(ledger: Ledger, committee: Committee, directory: Directory) -> Callable[[str], str]:
    """A function that puts `[name]` where a text names somebody who is known.

    Names and their parts, initials, short forms of given names, owners that are no groups, handles and e-mail addresses go.
    Words are compared by case, so that a person called Hunter does not take the hunter out of a text; initials of one letter
    stay. Several names in a row become one.
    """
    words = {w for w in _called(ledger, committee, directory) if len(w) > 1}
    known = "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
    one = "|".join([_ADDRESS, _HANDLE, *([rf"(?<!\w)(?:{known})(?!\w)"] if known else [])])
    pattern = re.compile(rf"(?:{one})(?:[ .]+(?:{one}))*")
    return lambda text: pattern.sub(NAME, text)


def _called(ledger: Ledger, committee: Committee, directory: Directory) -> Iterator[str]:
    """Every word that means somebody."""
    people = {(p.name, p.initials) for m in ledger.meetings for p in m.people} | {(m.name, m.initials) for m in committee.members}
    for name, initials in people:
        yield from _forms(name)
        yield from [initials] if initials else []
    yield from (also.removeprefix("@") for m in committee.members for also in m.also)
    owners = {o for a in ledger.actions for o in a.owners} | {o for a in ledger.actions for e in a.by_hand for o in e.owners or ()}
    for owner in owners:
        if directory.group(owner) is None:
            yield from _forms(owner)


def _forms(name: str) -> Iterator[str]:
    """A name, its parts, and what its given name is shortened to."""
    yield name
    parts = [p.strip(".,") for p in name.split()]
    yield from (p for p in parts if p[:1].isupper() and p.casefold() not in TITLES)
    yield from (half for p in parts if "-" in p for half in p.split("-") if half[:1].isupper())
    given = next((p for p in parts if p.casefold() not in TITLES and p.casefold() not in PARTICLES), "")
    yield from _capital(other_forms(given.casefold())) if given[:1].isupper() else ()


def _capital(words: Iterable[str]) -> Iterator[str]:
    return (w[:1].upper() + w[1:] for w in words)
