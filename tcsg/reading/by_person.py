"""A page that is nothing but people and what each is to do: names on lines of their own, orders below, and no title that says so."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Reason
from tcsg.reading import sentences
from tcsg.reading.doubt import UNTITLED
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import Item, Shape, links, plain
from tcsg.reading.naming import HANDLE, INITIALS, NAME_WORD, is_abstract
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_HEAD = 8
"""Items before the first name: a title, a day, who was there."""
_LEAST = 3
"""People of such a list."""
_DASH = late.compile(r"\s(?:--?|[–—])\s")


def besides(drafts: tuple[Draft, ...], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts and those others that begin on no line of theirs, in the order of the page."""
    known = {draft.line for draft in drafts} if others else set()
    return tuple(sorted([*drafts, *(draft for draft in others if draft.line not in known)], key=lambda it: it.line)) if others else drafts


def orders_by_person(items: Sequence[Item], names: Names, people_lines: frozenset[int]) -> tuple[Draft, ...]:
    """The orders of such a page; none where it holds anything else."""
    start = next((n for n, item in enumerate(islice(items, _HEAD + len(people_lines))) if _names_somebody(items, n, names, people_lines)), None)
    if start is None or any(item.shape is Shape.BULLET and item.line not in people_lines for item in items[:start]):
        return ()
    people = [n for n in range(start, len(items)) if _names_somebody(items, n, names, people_lines)]
    called = [items[n] for n in range(start, len(items)) if items[n].shape is not Shape.BULLET]
    sure = [n for n in people if _is_sure(_name(items[n]), names)]
    if not _LEAST <= len(people) == len({_name(items[n]) for n in people}) or len(called) > len(people) or 2 * len(sure) < len(people):
        return ()
    found: list[Draft] = []
    points = 0
    for n, end in zip(people, [*people[1:], len(items)], strict=True):
        outer = [item for item in items[n + 1 : end] if item.indent == items[n + 1].indent]
        points += len(outer)
        found.extend(_draft(item, _name(items[n])) for item in outer if _orders(plain(item.text)))
    return tuple(found) if 2 * len(found) >= points else ()


def _name(item: Item) -> str:
    return plain(item.text).strip(" :–—-")


def _names_somebody(items: Sequence[Item], n: int, names: Names, people_lines: frozenset[int]) -> bool:
    """Whether an item is a name above a list."""
    item = items[n]
    if item.shape is not Shape.LINE or len(item.lines) > 1 or item.line in people_lines or n + 1 == len(items):
        return False
    words = _name(item).split()
    return (
        items[n + 1].shape is Shape.BULLET
        and 0 < len(words) <= _LEAST
        and (_is_sure(_name(item), names) or all(NAME_WORD.match(word) and word.casefold() not in w.VERBS | w.NO_NAMES for word in words))
        and not any(map(is_abstract, words))
    )


def _is_sure(name: str, names: Names) -> bool:
    return bool(names.knows(name) or is_given(name.split(maxsplit=1)[0]) or HANDLE.match(name) or INITIALS.match(name))


def _orders(text: str) -> bool:
    """Whether a sentence of a text that asks nothing begins as an order does."""
    said = (_DASH.split(text[begin:end], maxsplit=1)[0] for begin, end in sentences.spans(text))
    return any(
        one[-1:] != "?" and (starts_with_verb(one) or (one.split()[0].endswith("ly") and starts_with_verb(one.partition(" ")[2]))) for one in said
    )


def _draft(item: Item, name: str) -> Draft:
    reason = Reason("action", f"an order below the name {name!r}", item.line)
    return Draft(
        item.line, item.end, item.text, Kind.BLOCK, item.indent, inherited=(name,), links=links(item.text), doubt=UNTITLED, reasons=(reason,)
    )
