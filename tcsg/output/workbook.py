"""A list of actions as a workbook for Excel and LibreOffice; the only file that knows XlsxWriter.

Every text is written as text, so that none can be a formula or a link; days are days, and the same actions are the same bytes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from tcsg.errors import UsageError
from tcsg.output.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from tcsg.ledger.query import Row
    from tcsg.model import Ledger


class _Column(NamedTuple):
    """A column's head, and its width in characters of the usual font."""

    head: str
    width: int


_COLUMNS = (
    _Column("Id", 9), _Column("Status", 9), _Column("Due", 12), _Column("Days late", 11), _Column("Owners", 22), _Column("Action", 80),
    _Column("Due as minuted", 20), _Column("Meeting", 10), _Column("Raised", 12), _Column("Carried", 9), _Column("Closed", 12),
    _Column("Minutes", 26),
)  # fmt: skip
_FIRST_YEAR = 1900
"""The first year whose days a workbook knows."""
_LONGEST = 32_767
"""Characters that a cell holds."""


def as_xlsx(rows: Sequence[Row], ledger: Ledger, title: str, today: date) -> bytes:
    """One sheet with a head that stays in sight and a filter on each column; `title` is in the document's properties."""
    library, out = _library(), BytesIO()
    book = library.Workbook(out, {"in_memory": True})
    book.set_properties({"title": clean(title)[:255], "created": datetime(today.year, today.month, today.day, tzinfo=UTC).replace(tzinfo=None)})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    plain = book.add_format({"valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    sheet = book.add_worksheet("Actions")
    for n, column in enumerate(_COLUMNS):
        sheet.set_column(n, n, column.width)
        sheet.write_string(0, n, column.head, head)
    for number, row in enumerate(rows, 1):
        for n, value in enumerate(_cells(row, ledger)):
            _put(sheet, (number, n), value, (words, plain, day))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _library() -> ModuleType:
    try:
        import xlsxwriter  # lazy: an extra, and only workbooks need it
    except ImportError as error:
        raise UsageError("workbooks need the library XlsxWriter; pip install 'tcsg[xlsx]'") from error
    module: ModuleType = xlsxwriter
    return module


def _cells(row: Row, ledger: Ledger) -> tuple[str | int | date | None, ...]:
    action = row.action
    meeting = next((m for m in ledger.meetings if m.key == action.raised), None)
    owners = ", ".join(action.owners) + (" (group)" if row.via is not None else "")
    first = (action.id, str(action.status), action.due, row.days_late, owners, action.text)
    return (
        *first,
        action.due_words,
        action.raised,
        meeting.day if meeting else None,
        action.times_carried,
        action.closed,
        meeting.path if meeting else None,
    )


def _put(sheet: Any, at: tuple[int, int], value: str | int | date | None, formats: tuple[object, object, object]) -> None:
    words, plain, day = formats
    if isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a day has no zone
    elif isinstance(value, int):
        sheet.write_number(*at, value, plain)
    elif value is not None:
        text = clean(str(value))
        sheet.write_string(*at, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", words)
