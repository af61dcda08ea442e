"""Tasks below a line of their fields: `AI-12  Owner: Ann   Due: 3 May`, and on the lines below it `Ring the bank.` and `Status: open`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.reading.markdown import Shape, plain
from tcsg.reading.orders import starts_with_verb

if TYPE_CHECKING:
    from tcsg.reading.markdown import Item

_FIELD = late.compile(
    r"(?:^|(?<=[\s(|,;]))[*_]{0,3}(?:(?P<Who>owners?|who|assignees?|assigned to|responsible|wer|qui)"
    r"|(?P<Due>due(?: date)?|deadline|by|bis|frist|échéance)|(?P<Opened>opened|raised|created|given|opened on|date opened)"
    r"|(?P<Status>status|state|statut))[*_]{0,3}\s?:[*_]{0,3}\s+(?=\S)",
    re.IGNORECASE,
)
_NUMBER = late.compile(
    r"[*_(\[#]{0,4}(?:(?:action|task|item) ?)?#?(?:[A-Z]{1,3}[-.]?)?\d{1,5}(?:[./-]\d{1,4}){0,2}[*_()\].:|–—\s-]{0,6}$", re.IGNORECASE
)
"""The number of an action, before its fields."""
_AROUND = " \t|,;–—-*_()"
_OWNERS = 80
"""Characters that name owners."""
_TASK = 1200
"""Characters of a task."""


def with_fields_first(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with each such task as a row of a table, where most of those of an item begin with a verb."""
    return tuple(row for item in items for row in (_rows(item) if _may_have(item) else (item,)))


def _may_have(item: Item) -> bool:
    return item.shape in (Shape.LINE, Shape.BULLET) and not item.boxed and len(item.lines) > 1 and ":" in item.lines[0]


def _rows(item: Item) -> tuple[Item, ...]:
    """The rows that an item is; the item itself where its first line is no line of fields, or one of those has no task below."""
    heads = {n: fields for n, line in enumerate(item.lines) if (fields := _head(line, listed=item.shape is Shape.BULLET and n == 0))}
    if 0 not in heads:
        return (item,)
    rows = tuple(_row(item, fields, start, end) for (start, fields), end in zip(heads.items(), [*list(heads)[1:], len(item.lines)], strict=True))
    told = sum(starts_with_verb(plain(row.cells[row.header.index("Action")])) for row in rows if row is not None)
    return tuple(row for row in rows if row is not None) if None not in rows and 2 * told > len(rows) else (item,)


def _head(line: str, *, listed: bool) -> dict[str, str]:
    """The fields of a line that holds nothing but the number of an action and its fields; nothing for every other line.

    In a list the mark of the item is number enough.
    """
    found = list(_FIELD.finditer(line)) if ":" in line else []
    before = line[: found[0].start()].strip() if found else ""
    if not found or not (_NUMBER.match(before) if before else listed):
        return {}
    ends = [*(field.start() for field in found[1:]), len(line)]
    told = {field.lastgroup or "": line[field.end() : end].strip(_AROUND) for field, end in zip(found, ends, strict=True)}
    whose = told.get("Who", "")
    if len(told) < len(found) or not 0 < len(whose) <= _OWNERS or not all(told.values()):
        return {}
    return {"No.": before.strip(_AROUND + "#[].:"), **told} if before else told


def _row(item: Item, fields: dict[str, str], start: int, end: int) -> Item | None:
    """The row of the fields at a line and the task on those below it, up to what they tell of it; None where no task stands there."""
    task: list[str] = []
    last = ""
    for line in item.lines[start + 1 : end]:
        field = _FIELD.match(line)
        if field is not None:
            last = field.lastgroup or ""
            fields = fields | {last: line[field.end() :].strip(_AROUND)}
        elif last:
            fields = fields | {last: f"{fields[last]} {line.strip()}"}
        else:
            task.append(line.strip())
    words = " ".join(task)
    if not words or len(words) > _TASK:
        return None
    told = {**{head: said for head, said in fields.items() if head != "Status"}, "Action": words} | fields
    cells = tuple(told.values())
    return replace(
        item, shape=Shape.ROW, line=item.line + start, end=item.line + end - 1, lines=(" | ".join(cells),), marker=None,
        header=tuple(told), cells=cells, gap=item.gap and start == 0,
    )  # fmt: skip
