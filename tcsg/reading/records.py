"""Tasks as records of labelled lines, in any order: `WHO: Ann`, and below it `WHAT: ring the bank` and `WHEN: Friday`."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.by_line import part_of
from tcsg.reading.hollow import nothing
from tcsg.reading.infinitives import orders_abroad
from tcsg.reading.labelled import is_field
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.orders import starts_with_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OWNERS = r"who|by whom|owners?|assignees?|resp\.?|responsible|wer|zuständig|qui|responsable"  # each ends with one of rows.LABELLED
_TASKS = r"what|task|action|plan|to-?do|was|aufgabe|quoi|tâche"
_DAYS = r"when|by(?: when)?|due(?: date)?|deadline|until when|bis wann|wann|bis|frist|termin|quand|pour quand|échéance|délai"
_STATES = r"status|state|stand|progress|statut|état"
_LABEL = late.compile(
    rf"(?:^|(?<=\n)|(?<=[|;,.–—]\s))[*_]{{0,3}}(?:(?P<owner>{_OWNERS})|(?P<task>{_TASKS})|(?P<due>{_DAYS})|(?P<status>{_STATES})"
    r"|(?P<aside>why|how|notes?|comments?|warum|wie|pourquoi|comment)|(?P<other>where|place|venue|time|cost|wo|ort|où|lieu)"
    r"|(?P<given>opened|raised|created|given|assigned on|date (?:opened|raised|given)|eröffnet|ouvert)|(?P<text>text|description|beschreibung))"
    r"[*_]{0,3}\s?:[*_]{0,3}(?=\s|$)",
    re.IGNORECASE,
)
_ASIDE = late.compile(
    r"(?:why|how|notes?|comments?|remarks?|details?|context|reasons?|background|priority|next|links?|refs?|references?)\s?:\s+\S", re.IGNORECASE
)
"""What is said besides of a task."""
_COLON = late.compile(r":[*_]{0,3}\s")
_HEADS = {"number": "No.", "given": "Opened", "owner": "Who", "task": "Action", "due": "Due", "status": "Status", "aside": "Notes"}
_NUMBER = late.compile(r"[*_]{0,3}(?:(?:action|task|item|ai|ap|ar|a) ?)?[#-]? ?\d{1,5}(?:[./-]\d{1,4}){0,2}[*_:.]{0,4}$", re.IGNORECASE)
"""The number of an action on a line of its own above its fields: `AI#0031`; without one `Text: …` may be of anything."""
_TITLED = late.compile(
    r"[*_]{0,3}(?:new |open )?(?:action|task|to-?do)(?: item| point)?[ :#-]{1,3}"
    r"(?P<number>(?:[a-z]{1,6}[-.]?)?\d{1,5}(?:[./-]\d{1,4}){0,2})[*_:.]{0,4}$",
    re.IGNORECASE,
)
"""The number on a line of its own above a list of its fields: `**New action HB-12**` above `- What: …`."""
_FIRST = late.compile(r"[*_]{0,3}(?:task|action|to-?do|aufgabe|tâche)\b", re.IGNORECASE)
"""A mark, which opens an action of its own accord."""
_NAMES = 80
"""Characters that name owners."""
_COLONS = 2
_PARTED = 3
"""Lines of a paragraph and the record with which it ends."""
_STEP = 2
"""Columns by which a field stands further in than its task."""
_LONGEST = 1200
"""Characters of a record."""


def with_records(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with each such record as a row of a table, where most of the tasks of the page begin with a verb."""
    items = tuple(chain.from_iterable(map(_parted, items)))
    found = dict(_records(items))
    told = [_is_told(row) for _, row in found.values() if not nothing(_task(row))]
    if 2 * sum(told) <= len(told):
        return items
    out: list[Item] = []
    n = 0
    while n < len(items):
        end, item = found.get(n, (n + 1, items[n]))
        if n in found and out and "No." not in item.header:
            item = _with_title(out.pop(), item) if _heads(out[-1], item) else item
        out.append(item)
        n = end
    return tuple(out)


def _parted(item: Item) -> tuple[Item, ...]:
    """A paragraph cut before the record with which it ends: `The rope is worn.` above `TASK: order one` and `WHO: Ann`."""
    if item.shape not in (Shape.LINE, Shape.BULLET) or len(item.lines) < _PARTED:
        return (item,)
    kinds = [label.lastgroup if (label := _LABEL.match(line)) is not None else None for line in item.lines]
    at = next((n for n in range(1, len(kinds) - 1) if kinds[n] == "task" and kinds[n + 1] == "owner" and all(kinds[n:])), None)
    return (item,) if at is None or kinds[at - 1] is not None else (part_of(item, 0, at), part_of(item, at, len(kinds)))


def with_nested(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with fields that stand in a list beside their task, `- Action: order oil` and then `- Due: May`, further in, as most write them.

    Either a mark opens the task, or the fields come again behind another task of the list.
    """
    out: list[Item] = []
    n = 0
    while n < len(items):
        fields = _beside(items, n + 1) if _may_have_beside(items[n]) else ()
        if fields and ((_is_mark(items[n]) and _tell(fields)) or _comes_again(items, n, len(fields))):
            out += [items[n], *(replace(field, indent=field.indent + _STEP) for field in fields)]
        else:
            out += [items[n], *fields]
        n += 1 + len(fields)
    return tuple(out)


def _tell(items: Sequence[Item]) -> bool:
    """Whether one of these tells whose a task is, till when, or how far."""
    return any(is_field(item.lines[0]) for item in items)


def _may_have_beside(item: Item) -> bool:
    return item.shape is Shape.BULLET and bool(item.lines) and (_is_mark(item) or not _is_field(item))


def _beside(items: Sequence[Item], n: int) -> tuple[Item, ...]:
    """The fields that stand from place `n` on in the list of what is above them; remarks alone are none but below marks."""
    end = n
    while end < len(items) and _is_field(items[end]) and items[end].indent == items[n - 1].indent and not items[end].gap:
        end += 1
    deeper = end < len(items) and items[end].shape is Shape.BULLET and items[end].indent > items[n - 1].indent  # a title of its own list
    meant = end > n and (_is_mark(items[n - 1]) or _tell(items[n:end]))
    return tuple(items[n:end]) if not deeper and meant else ()


def _is_field(item: Item) -> bool:
    if item.shape is not Shape.BULLET or item.boxed or len(item.lines) != 1:
        return False
    if is_field(item.lines[0]):
        return len(_COLON.findall(item.lines[0])) < _COLONS  # with more it holds its task
    head = item.lines[0][:_NAMES]
    return ":" in head and _ASIDE.match(plain(head)) is not None


def _comes_again(items: Sequence[Item], n: int, count: int) -> bool:
    """Whether behind the fields of a task, or before it, the same list has another task with fields."""
    ahead, back = n + 1 + count, n - 1
    while back > 0 and _is_field(items[back]):
        back -= 1
    near = [at for at in (ahead, back if back < n - 1 else -1) if 0 <= at < len(items)]
    return any(items[at].indent == items[n].indent and _may_have_beside(items[at]) and _beside(items, at + 1) != () for at in near)


def _heads(title: Item, row: Item) -> bool:
    """Whether an item is the number of the record right below it, and nothing else."""
    return title.shape is Shape.LINE and len(title.lines) == 1 and title.end + 1 == row.line and _TITLED.match(title.lines[0]) is not None


def _with_title(title: Item, row: Item) -> Item:
    """A record with the number that stands above it."""
    found = _TITLED.match(title.lines[0])
    number = found["number"] if found is not None else ""
    cells = (number, *row.cells)
    return replace(row, line=title.line, lines=(" | ".join(cells),), header=("No.", *row.header), cells=cells, gap=title.gap)


def _is_told(row: Item) -> bool:
    task = _task(row)
    return starts_with_verb(task) or orders_abroad(task)


def _task(row: Item) -> str:
    return plain(row.cells[row.header.index("Action")])


def _records(items: Sequence[Item]) -> Iterator[tuple[int, tuple[int, Item]]]:
    """Each record: the place of its first item, the place behind its last, and the row that it is."""
    n = 0
    while n < len(items):
        found = _record(items, n) if _may_begin(items[n]) else None
        if found is not None:
            yield n, found
        n = found[0] if found is not None else n + 1


def _may_begin(item: Item) -> bool:
    if item.shape not in (Shape.LINE, Shape.BULLET) or item.boxed or not item.lines:
        return False
    if len(item.lines) > _COLONS and _NUMBER.match(item.lines[0]) and _LABEL.match(item.lines[1]):
        return True
    if ":" not in item.lines[0][:24]:
        return False
    return (item.shape is Shape.BULLET or not _is_mark(item)) and _LABEL.match(item.lines[0]) is not None


def _is_mark(item: Item) -> bool:
    return _FIRST.match(item.lines[0]) is not None


def _record(items: Sequence[Item], n: int) -> tuple[int, Item] | None:
    """The record that begins at an item, in its lines or in those of the items below it, one label each.

    One that begins with a mark has its fields beside it, each a bullet of the same list; those further in belong to the mark anyway.
    """
    lines, end = items[n].lines, n + 1
    while len(items[n].lines) == 1 and end < len(items) and _goes_on(items[n], items[end], lines):
        lines, end = (*lines, *items[end].lines), end + 1
    numbered = len(lines) > _COLONS and _NUMBER.match(lines[0]) is not None
    if _is_mark(items[n]) and not numbered and (end == n + 1 or items[n + 1].indent > items[n].indent):
        return None
    number, lines = (lines[0], lines[1:]) if _NUMBER.match(lines[0]) else ("", lines)
    fields = _fields(lines, numbered=number != "")
    if fields is None:
        return None
    fields = {"number": plain(number).rstrip(".:")} | fields if number else fields
    heads = tuple(_HEADS[kind] for kind in fields)
    last = items[end - 1]
    row = replace(
        items[n], shape=Shape.ROW, end=last.end, lines=(" | ".join(fields.values()),), marker=None, header=heads, cells=tuple(fields.values())
    )
    return end, row


def _goes_on(first: Item, item: Item, lines: Sequence[str]) -> bool:
    """Whether an item is the next field of a record."""
    label = (
        _LABEL.match(item.lines[0]) if item.shape is first.shape and len(item.lines) == 1 and not item.boxed and item.indent >= first.indent else None
    )
    if label is None or (item.gap and item.shape is Shape.LINE):
        return False
    return all((told := _LABEL.match(line)) is None or told.lastgroup != label.lastgroup for line in lines)


def _fields(lines: Sequence[str], *, numbered: bool) -> dict[str, str] | None:
    """The values of a record by what they tell; None where it is none of a task, as of an event with its place."""
    text = "\n".join(lines)
    if len(text) > _LONGEST:
        return None
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    kinds = ["task" if label.lastgroup == "text" and numbered else label.lastgroup or "" for label in labels]
    told = [" ".join(text[label.end() : end].strip(" \n|;,–—").split()) for label, end in zip(labels, ends, strict=True)]
    if len({*kinds}) < len(kinds) or not {"other", "text"}.isdisjoint(kinds) or not {"owner", "task"} <= {*kinds}:
        return None
    fields = dict(zip(kinds, told, strict=True))
    return fields if fields["task"] and 0 < len(fields["owner"]) <= _NAMES else None
