"""Lists of actions typed without list marks: people on lines of their own, and below each, a line or a paragraph, what is to be done.

`Ann:` above `Order the paint` and `Mend the sail`, then `Bo:`, right below a title of actions; the names may be titles as large as that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.by_line import SHARE, heads_lines, part_of
from tcsg.reading.by_list import is_motto
from tcsg.reading.infinitives import orders_abroad
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.subheadings import is_sure, owners_of
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tcsg.reading.names import Names

_ANYBODY = frozenset("unassigned unclaimed anyone anybody nobody someone somebody".split())
"""What stands in the place of a name above what is nobody's so far."""
_NAME = 48
"""Characters of a line that is nothing but a name."""
_WORDS = 7
_BEFORE = late.compile(r"</?[biu]>|^(?:[-=]{1,2}>|[\[(]) ?")
_BEHIND = late.compile(
    r"(?:(?: is| are)? to| will| soll| doit|['’]s (?:actions?|tasks?|action items|action points|to-?dos?)| \([A-Za-z]{2,4}\)|[\])])$",
    re.IGNORECASE,
)
"""What may stand behind a name besides: `Ann to:`, `Ann's actions`, `Ann Bell (AB)`."""

_SIGNS = late.compile(r"[\W_]+(?=\w)")
"""Signs before a task: `🔴 Order food`."""


def with_tasks_of_people(items: tuple[Item, ...], names: Names) -> tuple[Item, ...]:
    """The items with such tasks as bullets below those who are to do them."""
    out: list[Item] = []
    n = 0
    within = False
    while n < len(items):
        listed, end = _listed(items, n, names) if within and _may_name(items[n]) and _name(items[n].lines[0], names) else ([], n)
        within = heads_lines(items[n], names) or (within and (_is_share(items[n]) or is_motto(items, n)))
        out.extend(listed or items[n : n + 1])
        n = max(end, n + 1)
    return tuple(out)


def _is_share(item: Item) -> bool:
    """Whether an item is one task of somebody's, between a title and the first who have several."""
    return item.shape is Shape.LINE and len(item.lines) == 1 and SHARE.match(item.text) is not None


def _may_name(item: Item) -> bool:
    """Whether an item begins with a line as short as a name."""
    return item.shape in (Shape.LINE, Shape.HEADING) and len(item.lines[0]) <= _NAME and item.lines[0].count(" ") < _WORDS


def _name(line: str, names: Names) -> str:
    """Whom a line names that says nothing else; "" when it does not."""
    if len(line) > _NAME:
        return ""
    told = plain(_BEFORE.sub("", line)).rstrip(" :–—-")
    if ":" in told:
        return ""  # `Ann: organist!` tells what is to be done as well
    told = _BEHIND.sub("", told).rstrip(" :")
    if told.casefold() in w.ELSEWHERE_HEADINGS and not names.knows(told):
        return ""  # `**Notes**` behind the last of them
    return told if owners_of(told, names) or told.casefold() in _ANYBODY else ""


def _is_sure(name: str, names: Names) -> bool:
    owners = owners_of(name, names) if name else ()
    return bool(owners) and all(is_sure(owner, names) for owner in owners)


def _listed(items: Sequence[Item], start: int, names: Names) -> tuple[list[Item], int]:
    """The list that begins at `start` and the place behind it; nothing when it is none."""
    made: list[Item] = []
    level = items[start - 1].level + 1  # a name as large as the title, `## Ann` below `## Actions`, stands below it all the same
    tasks: list[int] = []
    """How many each of those named has."""
    named = sure = bold = 0
    titled = False
    """Whether the last name is a title."""
    n = start
    while n < len(items):
        parts = _parts(items[n], names, named=bool(tasks), titled=titled)
        if not parts:
            break
        for part in parts:
            if part.shape is Shape.BULLET:
                tasks[-1] += 1
            else:
                name = _name(part.lines[0], names)
                tasks.append(0)
                titled = part.shape is Shape.HEADING
                named += name.casefold() not in _ANYBODY
                bold += part.text[:2] == "**" and " " in name
                sure += _is_sure(name, names)
        made += (replace(part, level=max(part.level, level)) if part.shape is Shape.HEADING else part for part in parts)
        n += 1
    alike = bold == named and sure > 0  # full names, all of them bold: one that is surely somebody's tells what the others are
    several = sum(map(bool, tasks)) > 1 and (alike or 2 * sure >= named)
    return (made, n) if several or (len(tasks) == sure == 1 and tasks[0] > 1) else ([], start)


def _parts(item: Item, names: Names, *, named: bool, titled: bool) -> list[Item]:
    """The names and tasks of an item; none when it is neither, or a task that nobody is `named` above.

    What stands right below a name that is a title, `### Ann`, is told to her whatever its words: `Keys: two more`.
    """
    if item.shape is Shape.HEADING:
        return [item] if _is_sure(_name(item.text, names), names) else []
    if item.shape is Shape.BULLET and named:
        return [item]
    if item.shape is not Shape.LINE or not all(item.lines):
        return []
    said = [_name(line, names) for line in item.lines]
    if not (said[0] or titled or (named and _is_order(item.lines[0]))):
        return []
    lines = [line for line, name in zip(item.lines, said, strict=True) if not name]
    anew = all(_first(line).isupper() for line in lines)
    starts = [n for n, line in enumerate(item.lines) if n == 0 or said[n] or said[n - 1] or anew or _is_order(line)]
    return list(_cut(item, starts, said))


def _first(line: str) -> str:
    """The first letter or digit of a line, behind signs."""
    signs = _SIGNS.match(line)
    return line[signs.end() if signs else 0 :][:1]


def _is_order(line: str) -> bool:
    return starts_with_verb(line) or orders_abroad(line)


def _cut(item: Item, starts: Sequence[int], said: Sequence[str]) -> Iterator[Item]:
    for start, end in zip(starts, [*starts[1:], len(item.lines)], strict=True):
        part = part_of(item, start, end)
        if said[start]:
            yield replace(part, lines=(f"**{said[start]}:**" if part.text[:2] == "**" else f"{said[start]}:",), gap=True)
        else:
            yield replace(part, shape=Shape.BULLET, indent=item.indent, marker="-", gap=start > 0 and bool(said[start - 1]))
