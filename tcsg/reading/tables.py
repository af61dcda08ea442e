"""Actions in tables: a column of actions with its owners, due and status, in any order and under any usual name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tcsg.model import Kind, Reason
from tcsg.reading import words as w
from tcsg.reading.drafts import Draft
from tcsg.reading.markdown import plain
from tcsg.reading.status import read_report

if TYPE_CHECKING:
    from tcsg.model import Status
    from tcsg.reading.markdown import Item

_NUMBER = re.compile(r"[#\w]{0,6}[\d.)#-]{1,8}$")


@dataclass(frozen=True, slots=True)
class Row:
    """What the cells of one row say of an action."""

    text: str
    column: str
    owners: str = ""
    due: str | None = None
    status: Status | None = None


def _kind(head: str) -> str | None:
    """What a column holds by its header: action, text, owner, due or status."""
    key = " ".join(plain(head).casefold().strip(" :?*").replace("_", " ").split())
    for kind, table in (
        ("owner", w.TABLE_OWNER),
        ("due", w.TABLE_DUE),
        ("status", w.TABLE_STATUS),
        ("action", w.TABLE_ACTION),
        ("text", w.TABLE_TEXT),
    ):
        if key in table:
            return kind
    first = re.split(r"[/:(,&]| and | - ", key, maxsplit=1)[0].strip()
    for kind, table in (("action", w.TABLE_ACTION), ("owner", w.TABLE_OWNER), ("due", w.TABLE_DUE), ("status", w.TABLE_STATUS)):
        if first in table:
            return kind
    return "owner" if key.startswith(("respons", "repsons", "assign")) else None


def read_row(item: Item, *, in_block: bool, above: Row | None = None) -> Row | None:
    """The action of a table row; None for a header, an empty row, or a table that is about something else.

    An owner's cell before the action that is left empty means the owner of the row `above`.
    """
    if not item.header or item.cells == item.header:
        return None
    kinds = [_kind(h) for h in item.header]
    cells = [*item.cells, *[""] * len(kinds)][: len(kinds)]
    at = _text_column(kinds, cells, in_block=in_block)
    if at is None or not plain(cells[at]).strip(" -–—"):
        return None
    owners = next((cells[n] for n, k in enumerate(kinds) if k == "owner" and n != at), "")
    if above is not None and not owners.strip() and "owner" in kinds[:at]:
        owners = above.owners
    due = next((plain(cells[n]) for n, k in enumerate(kinds) if k == "due" and n != at), None)
    told = next((cells[n] for n, k in enumerate(kinds) if k == "status" and n != at), "")
    return Row(cells[at], plain(item.header[at]), plain(owners), due, read_report(plain(told)) if told else None)


def _text_column(kinds: list[str | None], cells: list[str], *, in_block: bool) -> int | None:
    """The column that holds the words of the action."""
    action = next((n for n, k in enumerate(kinds) if k == "action"), None)
    text = next((n for n, k in enumerate(kinds) if k == "text"), None)
    if action is not None and text is not None and (_NUMBER.match(plain(cells[action])) or not cells[action].strip()):
        return text
    if action is not None:
        return action
    owned = "owner" in kinds
    if text is not None and (in_block or (owned and ("due" in kinds or "status" in kinds))):
        return text
    free = [n for n, k in enumerate(kinds) if k is None]
    return max(free, key=lambda n: len(cells[n])) if in_block and owned and free else None


def draft(item: Item, row: Row) -> Draft:
    """The action that a row states."""
    reason = Reason("action", f"a row of a table with the column {row.column!r}", item.line)
    due = row.due is not None
    return Draft(item.line, item.end, row.text, Kind.TABLE, named=row.owners, status=row.status, due=row.due, due_column=due, reasons=(reason,))
