"""The template of reminders: YAML with the wordings above, the message below, words in braces where something is filled in.

Only a name stands between braces, and `{{` is a brace: nothing in a template can reach more than the values it is given.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias

from tcsg.errors import MinutesError
from tcsg.frozen import frozen
from tcsg.model import Place
from tcsg.reading.fields import nearest, read_front_matter, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tcsg.reading.fields import Fields

Pattern: TypeAlias = "tuple[tuple[str, str | None], ...]"
"""A text in parts: words as they are, each with the name of the value that follows."""

LATENESS = ("long_overdue", "overdue", "due_today", "due_soon", "due_later", "in_words", "undated")
"""How late an action can be, the most urgent first; `in_words` is a due phrase that names no day."""

OF_MESSAGE = ("name", "committee", "today", "next_meeting", "sender", "count")
OF_BODY = (*OF_MESSAGE, "opening", "actions", "group_actions")
OF_WHEN = ("due", "late", "ahead", "due_words")
OF_ACTION = ("id", "owners", "when", "words", "source", "place")
KEYS = ("kind", "subject", "long_overdue_after", "opening", "when", "action", "group")


@frozen
class Template:
    """A template of reminders; `opening` and `when` have a wording for each of LATENESS."""

    subject: Pattern
    opening: tuple[tuple[str, Pattern], ...]
    when: tuple[tuple[str, Pattern], ...]
    action: Pattern
    group: Pattern
    body: Pattern
    long_overdue_after: int


def load_template(text: str, path: str, ready_made: Template | None = None) -> Template:
    """Read a template; what it leaves out is that of `ready_made`. Raises MinutesError at the line of the first thing that is wrong."""
    fields, body = read_front_matter(text, path)
    fields.only(KEYS, "a template of reminders")
    usual = ready_made
    return Template(
        subject=_pattern(fields, "subject", OF_MESSAGE, usual.subject if usual else None),
        opening=_wordings(fields, "opening", OF_MESSAGE, dict(usual.opening) if usual else {}),
        when=_wordings(fields, "when", OF_WHEN, dict(usual.when) if usual else {}),
        action=_pattern(fields, "action", OF_ACTION, usual.action if usual else None),
        group=_pattern(fields, "group", OF_MESSAGE, usual.group if usual else None),
        body=_body(body, path, usual.body if usual else None),
        long_overdue_after=_days(fields, usual.long_overdue_after if usual else None),
    )


def fill(pattern: Pattern, values: Mapping[str, str]) -> str:
    """The text with its values."""
    return "".join(words + (values[name] if name else "") for words, name in pattern)


def _pattern(fields: Fields, key: str, known: Collection[str], usual: Pattern | None) -> Pattern:
    text = fields.text(key)
    if text is None and usual is not None:
        return usual
    said = fields.need(key, "a template of reminders")
    if "\n" in said:
        raise fields.wrong(key, f"{shown(key)} is one line")
    return parse(said, known, Place(fields.path, fields.line(key)))


def _wordings(fields: Fields, key: str, known: Collection[str], usual: Mapping[str, Pattern]) -> tuple[tuple[str, Pattern], ...]:
    given = fields.mapping(key)
    given.only(LATENESS, f"`{key}`")
    return tuple((name, _pattern(given, name, known, usual.get(name))) for name in LATENESS)


def _body(text: str, path: str, usual: Pattern | None) -> Pattern:
    if not text.strip() and usual is not None:
        return usual
    found: list[tuple[str, str | None]] = []
    first = len(text) - len(text.lstrip())
    number = 1 + text[:first].count("\n")
    for line in text.strip().split("\n"):
        found += [*parse(line.rstrip(), OF_BODY, Place(path, number)), ("\n", None)]
        number += 1
    if not any(name == "actions" for _, name in found):
        raise MinutesError("the message never says {actions}: where the actions are to stand", Place(path, number - 1))
    return tuple(found)


def _days(fields: Fields, usual: int | None) -> int:
    text = fields.text("long_overdue_after")
    if text is None and usual is not None:
        return usual
    match = re.fullmatch(r"([0-9]{1,4})(?: days?)?", text or "")
    if not match:
        raise fields.wrong("long_overdue_after", f"{shown(text or '')} is no number of days; write 28 days")
    return int(match[1])


def parse(text: str, known: Collection[str], place: Place) -> Pattern:
    """The parts of a text; MinutesError for a brace that stands alone, and for a name that is none of those `known`."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise MinutesError("a brace stands alone; {name} is filled in, and a brace itself is written {{ or }}", place) from None
    found: list[tuple[str, str | None]] = []
    for words, name, form, conversion in parts:
        if name is not None and (form or conversion or name not in known):
            said = name if not form and not conversion else f"{name}!{conversion}:{form}"
            raise MinutesError(f"nothing is called {{{said}}} here; {nearest(name, known)}", place)
        found.append((words, name))
    return tuple(found)
