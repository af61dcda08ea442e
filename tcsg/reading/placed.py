"""Where in the words of an action a time stands that is the action's, and where it is that of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading import happenings as events
from tcsg.reading import time_words as en
from tcsg.reading.time_words import Sort
from tcsg.reading.times import DATED

if TYPE_CHECKING:
    from tcsg.reading.dates import Calendar
    from tcsg.reading.periods import Time
    from tcsg.reading.time_text import Words

_DETERMINERS = en.DEFINITE | {"a", "an"}
_OPENING, _CLOSING = frozenset("([–—-,;@|→>"), frozenset(")].")
_SETTING_OFF = frozenset("–—-|@→>")
_ENDING = frozenset(("", ".", ")", "!", ";"))
_STOPPING = frozenset(("", ":", ".", ";"))
_SOUGHT = frozenset("date dates slot slots".split())
"""What is looked for in a time."""
_HALF_YEAR = 183
_LABELLING = frozenset(":–—-")


def of_event(words: Words, at: int) -> bool:
    """Whether the clause names an event before token `at` whose date this is."""
    if words[at - 1] in _SOUGHT and words[at] == "in":
        return True  # `find three dates in May`
    for noun in range(at - 1, at - 1 - events.BACK, -1):
        word = words[noun]
        if not word[:1].isalnum():
            return False
        object_follows = not words[noun - 1][:1].isalnum() and words[noun + 1] in _DETERMINERS
        if word in en.EVENTS and words[noun - 1] not in en.BEFORE_VERBS and not object_follows and not _qualifies(words, noun, at):
            return not _held(words, noun)
    return False


def _qualifies(words: Words, noun: int, at: int) -> bool:
    """Whether an event only tells of what kind the noun behind it is, and the time stands apart: `release note lines – 15 May`."""
    following = words[noun + 1]
    return words[at] in _SETTING_OFF and noun + 1 < at and following.isalpha() and following not in en.FUNCTION_WORDS and following not in en.EVENTS


def _held(words: Words, noun: int) -> bool:
    """Whether the event is what the action is to bring about, "to hold a small workshop"."""
    for at in range(noun - 1, noun - 1 - events.BACK, -1):
        if words[at] in en.HOLDING:
            return True
        if words[at] in en.FUNCTION_WORDS or words[at] in _STOPPING:
            return False
    return False


def bare_weekday(words: Words, at: int, time: Time) -> bool:
    """`Sam to send it Friday`: a weekday at the end of a clause, alone or with its date, which is no part of a name or an event before it."""
    before = words[at - 1]
    dated = time.end == at + 1 or (time.sort is Sort.DAY and time.day is not None and words[time.end] in _ENDING and not of_event(words, at))
    if words[at] not in en.WEEKDAYS or not words.capital(at) or not dated or not words.closes(time.end):
        return False
    if before in {"it", "them", "this"}:
        return True  # `Sam to send it Friday`
    return before.isalpha() and not words.capital(at - 1) and before not in en.FUNCTION_WORDS | en.EVENTS | en.DEFINITE | {"and", "every", "each"}


def labels_text(words: Words, at: int, time: Time, calendar: Calendar) -> bool:
    """Whether a day to come stands before the task, alone or behind its owner: `6 May: Sam to send it`, `Sam, 6 May: send it`."""
    if time.sort is not Sort.DAY or not time.day or not calendar.meeting or time.day <= calendar.meeting:
        return False
    if (time.day - calendar.meeting).days > _HALF_YEAR and not any(words.year(n) for n in range(at, time.end)):
        return False  # `[6 Jan] Sam: send it` in spring tells since when
    first = at == 0 or (words[at - 1] in {"[", "("} and at <= 5) or (words[at - 1] == "," and at <= 3 and words.capital(at - 2))
    end = time.end + (words[time.end] in _CLOSING)
    return first and (words[end] in _LABELLING or end > time.end)


def _is_for_meeting(words: Words, at: int, time: Time) -> bool:
    """`Sam to bring slides - next meeting`: not what is found or made for that, such as its date."""
    return time.sort is Sort.MEETING and words[at] in en.UPCOMING and words[at - 2] not in en.PLANNED | en.PART_OF_MEETING


def ends_text(words: Words, at: int, time: Time, calendar: Calendar) -> bool:
    """Whether a day to come stands by itself at the end of the text; an event's day and a day past do not count."""
    if words[at - 1] not in _OPENING:
        return False
    rest = [words[n] for n in range(time.end, time.end + 2)]
    last = words[time.end + 2] == "" and all(word == "" or word in _CLOSING for word in rest)
    ahead = time.sort in DATED and time.day and calendar.meeting and time.day > calendar.meeting
    ahead = ahead or (time.sort is Sort.PERIOD and not time.day and words[at - 1] == "(" and words[time.end] == ")")  # `(Summer 2026)`
    ahead = ahead or (time.sort is Sort.SPAN and words[at] in en.NEXT) or _is_for_meeting(words, at, time)
    return bool(last and ahead and not of_event(words, at - 1))


_ASKING = frozenset("how what where why which".split())
"""With these words begins a clause about how things are."""


def tells_past(words: Words, at: int) -> bool:
    """Whether a time stands in a clause about what was, or is so: "the keys that were handed out in May", "explain how it works today"."""
    if words[at] == "today":
        asked = any(words[n] in _ASKING for n in range(max(0, at - events.BACK), at - 1))
        return asked or words[at - 2] in {"we", "they", "you"}
    if words[at] not in {"in", "on", "at"}:
        return False
    for n in range(at - 1, max(0, at - 2 * events.BACK), -1):
        if not words[n][:1].isalpha():
            return False
        if words[n] in {"was", "were", "had"}:
            return words[n - 1] in {"that", "which", "who", "what", "we", "they"}
    return False
