"""Bullets of a list of actions that are people, with what each is to do below: told by those beside them, where nobody is listed."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tcsg.reading.blocks import below
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.naming import HANDLE, INITIALS, is_abstract, split_owners
from tcsg.reading.time_words import MONTHS
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

_WORDS = 4
"""Words of a bullet that may be somebody: `Ann and Bo`."""
_NEAR = 100
"""Items to either side that tell."""


def may_be_people(item: Item, following: Item | None) -> bool:
    """Whether a bullet of few words has others below it."""
    deeper = following is not None and following.shape is Shape.BULLET and following.indent > item.indent
    return deeper and item.shape is Shape.BULLET and not item.boxed and item.text.count(" ") < _WORDS and item.text[:1].isupper()


def are_people(items: Sequence[Item], n: int, names: Names) -> bool:
    """Whether the bullet at `n` names somebody: it looks so, as do all beside it with a list below, and half are called as people are."""
    beside = [_owners(items[k], names) for k in _beside(items, n) if may_be_people(items[k], items[k + 1] if k + 1 < len(items) else None)]
    return bool(_owners(items[n], names)) and all(beside) and 2 * sum(_is_sure(owners, names) for owners in beside) >= len(beside)


def stands_too_far_out(items: Sequence[Item], n: int, names: Names) -> bool:
    """Whether a bullet that names somebody only slipped outwards: the list goes on below it as deep as it stood above.

    `- Bo` at the margin, between `  - Ann` and `  - Cy` with their tasks.
    """
    item, above = items[n], next((it for it in map(items.__getitem__, range(n - 1, max(-1, n - _NEAR), -1)) if _owners(it, names)), None)
    deeper = list(takewhile(lambda it: it.shape is Shape.BULLET and it.indent > item.indent, islice(below(items, n), _NEAR)))
    back = next((it for it in deeper if it.indent < deeper[0].indent), None)
    return (
        above is not None
        and back is not None
        and back.indent == above.indent > item.indent
        and all(_owners(it, names) for it in (item, back))
        and any(_is_sure(_owners(it, names), names) for it in (item, back))
    )


def _beside(items: Sequence[Item], n: int) -> Iterator[int]:
    """The bullet at `n` and those beside it, below the same one."""
    indent = items[n].indent
    for way in (range(n, max(-1, n - _NEAR), -1), range(n + 1, min(len(items), n + _NEAR))):
        for k in way:
            if items[k].shape is not Shape.BULLET or items[k].indent < indent:
                break
            if items[k].indent == indent:
                yield k


def _owners(item: Item, names: Names) -> tuple[str, ...]:
    """Who a bullet may be, when it may be nothing else."""
    text = plain(item.text).strip(" :")
    owners = split_owners(text, names) if item.shape is Shape.BULLET and text.count(" ") < _WORDS else ()
    odd = any(o.casefold() in w.VERBS | w.ACRONYMS | MONTHS.keys() or is_abstract(o) or " " in o for o in owners if not names.knows(o))
    return () if odd else owners


def _is_sure(owners: tuple[str, ...], names: Names) -> bool:
    return any(names.knows(o) or is_given(o.split()[0]) or INITIALS.match(o) or HANDLE.match(o) for o in owners)
