"""A committee.yaml proposed from what the minutes show, each line with its counted evidence."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tcsg.ledger.quoting import flow
from tcsg.model import Status
from tcsg.output.proposed_calendar import meetings_comment
from tcsg.output.proposed_members import groups_block, members_block
from tcsg.output.proposed_words import words_block
from tcsg.output.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.model import Minutes
    from tcsg.reading.survey import Survey

_TERM = re.compile(r"\b(?:term|semester|trimester|quarter|semestre|trimestre|halbjahr)\b", re.IGNORECASE)


def proposal(minutes: Sequence[Minutes], surveys: Sequence[Survey]) -> str:
    """The text of a committee.yaml for these minutes; the same minutes give the same text, and it can always be read."""
    held = sorted(zip(minutes, surveys, strict=True), key=lambda pair: (str(pair[0].day), pair[0].path))
    told, seen = [m for m, _ in held], [s for _, s in held]
    parts = [
        _head(told, seen),
        _name(told),
        "# time_zone: Europe/London   # where `today` is\n",
        _date_order(seen),
        _default_due(told),
        _academic_terms(told),
        meetings_comment(told),
        members_block(told),
        groups_block(told),
        words_block(seen),
    ]
    return "\n".join(part for part in parts if part)


def _head(minutes: Sequence[Minutes], surveys: Sequence[Survey]) -> str:
    lines = ["# What the minutes do not say themselves. Every key is optional; see `tcsg guide committee`."]
    if not minutes:
        return lines[0] + "\n"
    languages = Counter(s.language for s in surveys if s.language)
    actions = sum(len(m.mentions) for m in minutes)
    lines.append(f"# Proposed from {count(len(minutes), 'minutes file')}, {minutes[0].day} to {minutes[-1].day}, with {count(actions, 'place')}")
    lines.append("# that state an action. Look every line over: what has a # before it is only a suggestion.")
    if languages:
        said = ", ".join(f"{name} ({n} of {len(minutes)})" for name, n in sorted(languages.items(), key=lambda pair: (-pair[1], pair[0])))
        lines.append(f"# language: {said}; English, German and French are read side by side, without a setting")
    return "\n".join(lines) + "\n"


def _name(minutes: Sequence[Minutes]) -> str:
    names = Counter(m.committee.strip() for m in minutes if m.committee and m.committee.strip())
    if not names:
        return "# name: the committee's name\n"
    name, times = min(names.items(), key=lambda pair: (-pair[1], pair[0]))
    return f"name: {flow(name)}  # in the front matter of {times} of {len(minutes)}\n"


def _date_order(surveys: Sequence[Survey]) -> str:
    day, month, either = (sum(getattr(s, name) for s in surveys) for name in ("day_first", "month_first", "either"))
    if day == month == either == 0:
        return "# date_order: dmy   # how 5/6 is read; the minutes write no such date\n"
    said = f"{count(day, 'date')} in figures can only be day and month, {month} only month and day, {either} could be either"
    if bool(day) is bool(month):
        why = "they disagree" if day else "none decides it"
        return f"# date_order: dmy   # how 5/6 is read: {said}; {why}\n"
    return f"date_order: {'dmy' if day else 'mdy'}  # {said}\n"


def _default_due(minutes: Sequence[Minutes]) -> str:
    stated = [m for held in minutes for m in held.mentions if m.status is Status.OPEN and m.restates is None]
    without = sum(m.due is None for m in stated)
    said = f"; {without} of {len(stated)} open actions are minuted without a due phrase" if stated else ""
    return f"# default_due: next-meeting   # or 28 days: for actions minuted without a date{said}\n"


def _academic_terms(minutes: Sequence[Minutes]) -> str:
    words = Counter(m.due.words for held in minutes for m in held.mentions if m.due and m.due.day is None and _TERM.search(m.due.words))
    if not words:
        return ""
    said = ", ".join(f"{clean(phrase)!r} ({n})" for phrase, n in sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))[:3])
    return f"# academic_terms: {{Summer Term: 04-28..06-27}}   # due phrases without a day: {said}\n"
