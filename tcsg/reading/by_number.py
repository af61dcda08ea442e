"""What a review tells of old actions by nothing but their numbers or owners: `1-3: done`, `Closed: #1, #3`, `AB: done; CL: pending`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen
from tcsg.reading.naming import split_owners
from tcsg.reading.status import read_status
from tcsg.reading.text import has_digit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.model import Status
    from tcsg.reading.names import Names

_NUMBER = r"(?:#|no\.? ?)?\d{1,3}"
_NUMBERS = late.compile(
    r"(?:(?:actions?|action items?|action points?|items?|points?|numbers?|nos\.?|ais?|aps?|punkte?|nr\.?) )?"
    rf"({_NUMBER}(?: ?(?:, and |,|&|\+| and | to | und | bis |–|-) ?{_NUMBER})*)\b",
    re.IGNORECASE,
)
_RANGE = late.compile(r"(\d{1,3})\s?(?:–|-| to | bis )\s?(?:#|no\.? ?)?(\d{1,3})", re.IGNORECASE)
_DIGITS = late.compile(r"\d{1,3}")
_IS = late.compile(
    r"\s{0,2}(?:\([A-Z]{2,3}\))?\s{0,2}[:–—-]?\s{0,2}"
    r"(?:(?:is|are|was|were|have been|has been|has|have|remains?|still|now|all|both|sind|ist|wurden?) )*",
    re.IGNORECASE,
)
_THEIRS = late.compile(
    r"(?P<who>[^:;,.]{2,60}?) (?:has|have)(?: now)? (?P<done>completed|done|finished|closed)"
    r" (?:all )?(?:her|his|their|the) (?P<what>(?:\w+ )?(?:actions?|tasks?|items?))$"
    r"|(?P<whose>[^:;,.]{2,60}?)['’]s? (?P<which>(?:actions?|tasks?|items?))"
    r" (?:is|are|was|were|has been|have been|remains?)(?: now| still| all)? (?P<far>[\w ]{3,40})$"
)
_THINGS = ("action", "task", "item")
"""One of these it has."""
_CLAUSE = late.compile(r"[.;]\s+")
_LIST = 3
"""Numbers in turn that are those of a list."""
_MOST = 40
"""Numbers of which a line tells."""


@frozen
class Referred:
    """Numbers or owners by which actions are called, and how far these are."""

    numbers: tuple[str, ...]
    owners: tuple[str, ...]
    status: Status
    sure: bool = True
    """Whether a number can be no count: `3 open` may be either."""
    every: bool = False
    """Whether all actions of the owners are meant."""


def read_referred(text: str, marker: str | None, names: Names) -> tuple[Referred, ...]:
    """What a line of a review tells of old actions by their numbers or owners, up to where it tells something else."""
    if marker is not None and marker.rstrip(".)").isdigit() and (status := read_status(text, names.idiom)) is not None:
        return (Referred((marker.rstrip(".)"),), (), status),)
    found: list[Referred] = []
    for clause in _CLAUSE.split(text.strip(" .")):
        parts = [_read(part, names) for part in clause.split(", ")]
        if None in parts and len(parts) > 1:  # `1, 2 and 4 are done`
            parts = [_read(clause, names)]
        if None in parts:
            break  # `Action 1 – complete. The slates came on Monday.`
        found += (part for part in parts if part is not None)
    return tuple(found) if any(one.sure for one in found) or _counts_on(found) else ()


def _counts_on(found: Sequence[Referred]) -> bool:
    """Whether single numbers follow one another as those of a list do: `1 done, 2 open, 3 done`."""
    numbers = [int(one.numbers[0]) for one in found]
    return len(numbers) >= _LIST and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _read(clause: str, names: Names) -> Referred | None:
    return _by_number(clause, names) or _by_status(clause, names) or _by_owner(clause, names)


def _by_number(clause: str, names: Names) -> Referred | None:
    """`Items 1 to 3 are complete`."""
    called = _NUMBERS.match(clause) if has_digit(clause) else None
    joint = called and _IS.match(clause, called.end())
    status = read_status(_without_owner(clause[joint.end() :], names), names.idiom) if joint else None
    if not called or not joint or status is None:
        return None
    sure = called.start(1) > 0 or not called[1].isdigit() or joint[0].strip()[:1] in (":", "(", "–", "—", "-")
    return Referred(_numbers(called[1]), (), status, sure=sure)


def _without_owner(told: str, names: Names) -> str:
    """What is told of an action behind whose it is: `Ann Bell – complete`."""
    for sign in (" – ", " - ", ": "):
        who, found, rest = told.partition(sign)
        if found and (owners := split_owners(who, names)) and all(map(names.knows, owners)):
            return rest
    return told


def _by_status(clause: str, names: Names) -> Referred | None:
    """`Closed: #1, #3`."""
    label, colon, rest = clause.partition(":")
    called = _NUMBERS.fullmatch(rest.strip()) if colon and has_digit(rest) else None
    status = read_status(label, names.idiom) if called else None
    if not called or status is None:
        return None
    return Referred(_numbers(called[1]), (), status, sure=called.start(1) > 0 or not called[1].isdigit())


def _by_owner(clause: str, names: Names) -> Referred | None:
    """`AB: done`, of somebody who is known; `Ann's action is ongoing`, `Ann and Cy have completed theirs`."""
    told = _THEIRS.match(clause) if any(map(clause.__contains__, _THINGS)) else None
    if told is not None:
        owners, status = split_owners(told["who"] or told["whose"], names), read_status(told["done"] or told["far"], names.idiom)
        every = (told["what"] or told["which"]).endswith("s")
        return Referred((), owners, status, every=every) if status is not None and owners and all(map(names.knows, owners)) else None
    for sign in (":", " – ", " — ", " - "):
        who, found, rest = clause.partition(sign)
        status = read_status(rest, names.idiom) if found else None
        owners = split_owners(who.strip(), names) if status is not None else ()
        if status is not None and owners and all(map(names.knows, owners)):
            return Referred((), owners, status)
    return None


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_each(text)))


def _each(text: str) -> Iterator[str]:
    at = 0
    for span in _RANGE.finditer(text):
        yield from _DIGITS.findall(text, at, span.start())
        if int(span[1]) < int(span[2]) <= int(span[1]) + _MOST:
            yield from map(str, range(int(span[1]), int(span[2]) + 1))
        at = span.end()
    yield from _DIGITS.findall(text, at)
