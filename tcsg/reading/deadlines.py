"""When an action is due: what its column, its own words, what is told of it or the title above it say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Kind, Section, Status
from tcsg.reading.dates import find_date
from tcsg.reading.due import find_due, read_due
from tcsg.reading.markdown import plain
from tcsg.reading.text import MONTH
from tcsg.reading.time_words import BINDING
from tcsg.reading.timed_titles import read_title

if TYPE_CHECKING:
    from tcsg.model import Due
    from tcsg.reading.dates import Calendar
    from tcsg.reading.drafts import Draft
    from tcsg.reading.status import Told

_LONGEST = 40
_PICTURED = frozenset("📅📆🗓⏰")
_CALENDARS = late.compile("[📅📆🗓⏰]\ufe0f?")
"""What stands before a day in a list of tasks: `Post it 📅 2031-05-04`."""
_CALLED = late.compile(rf"(?<!\S)@(?=\d{{4}}-\d\d|\d{{1,2}} {MONTH}|{MONTH} \d)", re.IGNORECASE)
"""What a notebook sets before a day, as before a person: `Post it @May 4, 2031 → @Ann`."""
_EMPHATIC = late.compile(r"(?<!\S)\(?(\*{1,3}|_{1,3}|==)([^*_=\s][^*_=]{1,28}[^*_=\s])\1[.!)\s]*$")


def due_of(draft: Draft, text: str, calendar: Calendar) -> Due | None:
    """The due phrase of an action's column or words, `text` being those of the one task."""
    if draft.due_column and draft.due is not None:
        due = read_due(draft.due.lstrip(" @"), calendar)
        if due is not None:
            return due
    text = _CALENDARS.sub("due ", text) if not (text.isascii() or _PICTURED.isdisjoint(text)) else text
    text = _CALLED.sub("due ", text) if "@" in text else text
    found = (find_due(f"x {plain(draft.named)}", calendar) if draft.named else None) or find_due(text, calendar)
    if found is not None:
        return found.due
    dated = find_date(text, calendar.date_order) if draft.kind is Kind.CHECKBOX else None
    closing = text[dated[1] : dated[2]] if dated is not None and not text[dated[2] :].strip(" .") else _set_off(draft.text, text)
    found = find_due(f"x, {closing}", calendar) if closing else None  # as a wiki writes a box
    return found.due if found is not None else None


def _set_off(raw: str, text: str) -> str | None:
    """What emphasis sets off at the end of the words, which may be a time: `Post it ==Fri 5 Feb==`."""
    found = _EMPHATIC.search(raw, max(0, len(raw) - _LONGEST)) if raw.rstrip(" .!)")[-1:] in ("*", "_", "=") else None
    before = raw[: found.start()].rsplit(maxsplit=1)[-1:] if found is not None else []
    if found is None or (before and before[0].casefold() in BINDING):
        return None  # `the paper of **6 May**`
    return found[2] if text.rstrip(" .!)").endswith(plain(found[2])) else None


def due_told(words: str, told: Told | None, calendar: Calendar) -> Due | None:
    """The due phrase in what is told of an open action: `… - in progress, to be finished by 1 November`."""
    if told is None or told.status is not Status.OPEN or told.start == 0:
        return None
    said = plain(words[told.start :])
    if (found := find_due(said, calendar)) is not None:
        return found.due
    from tcsg.reading.put_off import put_off_to  # lazy: little is told of most open actions

    return put_off_to(said, calendar)


def due_above(draft: Draft, calendar: Calendar) -> Due | None:
    """The due phrase of the title above: `By Friday`."""
    reviewed = draft.block is not None and draft.block.section is Section.REVIEW  # `What we said in January` tells no day to come
    for title in (draft.block.part, "" if reviewed else draft.block.title) if draft.block else ():
        header = read_title(title, calendar) if title else None
        if header is not None:
            return header
    return None
