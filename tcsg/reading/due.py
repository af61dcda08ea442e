"""Which words of an action say when it is due, and which only tell the date of what it is about."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from tcsg.frozen import frozen, replace
from tcsg.model import Due
from tcsg.reading import happenings as events
from tcsg.reading import time_words as en
from tcsg.reading.days import read_calendar_day
from tcsg.reading.periods import read_period
from tcsg.reading.placed import bare_weekday, ends_text, labels_text, of_event, tells_past
from tcsg.reading.time_text import Words, may_tell_time
from tcsg.reading.time_words import Lead, Sort
from tcsg.reading.times import begun_time, clause_end, may_begin, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tcsg.reading.dates import Calendar
    from tcsg.reading.periods import Time

_NOT, _TIME, _EVENT, _LIMIT = range(4)
"""How strongly a phrase governs the action: not at all, "in May", "before the fair", "by May"."""
_LONG_AGO = timedelta(366)
_OPENERS = en.OPENERS | en.BEGINNINGS
_CONDITIONS = frozenset(("if", "unless", "provided"))
_AT_WILL = frozenset("at possible feasible practicable needed necessary required desired by".split())
_HEADS = _OPENERS | en.TERMS | en.DEFINITE | en.NEXT | en.EDGES.keys() | events.BARE | en.FOREIGN.keys() | en.FOREIGN_PHRASES.keys()
"""With one of these words, or a number, begins what is due by itself."""
_DRAFTS = frozenset(("draft", "version"))
"""What is due first, or last: only where it stands apart."""
_OF_OTHERS = {"for": en.PLANNED, "at": frozenset(("look", "looks", "looking", "looked"))}
"""Behind these words a preposition leads what they are of, and no time: `look at the May meeting`."""


@frozen
class DuePhrase:
    """A due phrase and where it stands in the text, a label such as "Deadline:" included, so that it can be cut out."""

    due: Due
    start: int
    end: int


@frozen
class _Phrase:
    """The tokens from `start` to before `end`, the label from `label`."""

    label: int
    start: int
    end: int
    weight: int
    day: date | None = None
    readings: tuple[date, ...] = ()


@lru_cache(maxsize=256)  # the title of a block is read again for each of its actions
def find_due(text: str, calendar: Calendar) -> DuePhrase | None:
    """The due phrase that governs an action's own text: the first "by …" or "before …", else the first time that is no other thing's."""
    if not calendar.academic_terms and not may_tell_time(text):
        return None
    words = Words.of(text)
    phrase = None
    for found in _phrases(words, calendar):
        phrase = found if phrase is None or found.weight > phrase.weight else phrase
        if phrase.weight == _LIMIT:
            break  # no other weighs more, and looking is dear
    if not phrase or phrase.weight == _NOT:
        return None
    start, end = words.span(phrase.start)[0], words.span(phrase.end - 1)[1]
    return DuePhrase(Due(text[start:end], phrase.day, phrase.readings), words.span(phrase.label)[0], end)


def may_be_due(text: str, calendar: Calendar) -> bool:
    """Whether a text may be nothing but a due phrase, or one without its `by`: most lines begin as none does, and looking closer is dear."""
    first, _, more = text.partition(" ")
    told = not first.isalpha() or first.casefold() in _HEADS
    return told or more.partition(" ")[0].casefold() in en.TERMS or bool(calendar.academic_terms)


def read_due(text: str, calendar: Calendar) -> Due | None:
    """A field that is known to be a deadline: all of it is the due phrase, with or without a day; None for "TBD" and the like."""
    entry = text.strip()
    if entry.strip(" .*_?").casefold() in en.NO_DUE or not any(map(str.isalnum, entry)):
        return None
    words = Words.of(entry)
    limit = next((phrase for phrase in _phrases(words, calendar) if phrase.weight == _LIMIT), None)
    if limit:
        return Due(entry, limit.day, limit.readings)
    times = () if words[0] in en.RECURRING else tuple(_times(words, calendar))
    days = sorted({day for time in times for day in (time.day, *time.readings) if day})
    return Due(entry, days[0] if len(days) == 1 else None, tuple(days[1:] and days))


def _times(words: Words, calendar: Calendar) -> Iterator[Time]:
    """All times of a text, whatever stands before them."""
    at = 0
    while at < len(words):
        _, lead, start = _lead(words, at) or ("", Lead(()), at)
        time = read_time(words, start, calendar, lead.edge)
        if time:
            yield _unless_after(words, at, time)
        at = time.end if time else at + 1


def _unless_after(words: Words, at: int, time: Time) -> Time:
    """The time, without a day when the preposition at token `at` tells when to begin and not when to be done."""
    return replace(time, day=None, readings=()) if words[at] == "after" else time


def _phrases(words: Words, calendar: Calendar) -> Iterator[_Phrase]:
    behind = 0
    anywhere = bool(calendar.academic_terms) or not en.TERMS.isdisjoint(words.values())
    for at, word in words.items():
        if at < behind or not (word in _OPENERS or anywhere or word[0].isdigit()):
            continue  # most words begin no time, and looking closer is dear
        phrase = _labelled(words, at, calendar) or _led(words, at, calendar) if word in en.OPENERS else None
        if phrase is None and (anywhere or word not in en.OPENERS or word in en.BEGINNINGS) and may_begin(words, at, calendar):
            phrase = _standing(words, at, calendar)
        if phrase:
            yield replace(phrase, weight=_NOT) if _recurs(words, phrase) else phrase
            behind = phrase.end


def _recurs(words: Words, phrase: _Phrase) -> bool:
    """Whether a time comes again and again: "the second Wednesday of every month"."""
    return words[phrase.end] == "of" and words[phrase.end + 1] in en.RECURRING


def _labelled(words: Words, at: int, calendar: Calendar) -> _Phrase | None:
    """`Deadline: 6 May`, "due 6 May", "with a deadline of 6 May"."""
    end = words.follow_any(at, en.LABELS)
    if not end or (words[end - 1] in _DRAFTS and words[at - 1][:1].isalnum()):
        return None  # `, first draft 1 May`, but not "the first draft of 1 May"
    of = "of" if words[at - 1] == "a" else ":"
    start = words.skip(end, ":", "-", "–", "=", "is", of)
    lead = _lead(words, start)
    if lead and not lead[1].limit and words[end - 1] != "due" and start == end:
        return None  # "the deadline in May" is the deadline of something
    time = read_time(words, lead[2] if lead else start, calendar, lead[1].edge if lead else en.Edge.END)
    later = words.skip(time.end, ",", ";") if time else at
    if words[later] in {"now", "new"} and (moved := read_time(words, later := words.skip(later + 1, "date"), calendar)):
        start, time = later, moved  # `was due 5 May, now 9 June`
    if time:
        time = _unless_after(words, start, time)
        return _Phrase(at, start, time.end, _LIMIT, time.day, time.readings)
    stop = clause_end(words, start)
    known = words[end] == ":" and stop > start and words[start] not in en.NO_DUE and words[end - 1] not in _DRAFTS
    return _Phrase(at, start, stop, _LIMIT) if known else None


_UNITS = frozenset("week month quarter year term semester".split())


def _lead(words: Words, at: int) -> tuple[str, Lead, int] | None:
    """The preposition at a token, and the number of the token after it."""
    for phrase, lead in en.LEADS_FROM.get(words[at], ()):
        end = at + 1 if phrase == words[at] else words.follow(at, phrase)
        if end:
            return phrase, lead, words.follow(end, "at the latest") or end
    return None


def _led(words: Words, at: int, calendar: Calendar) -> _Phrase | None:
    """A preposition with its time or event."""
    found = _lead(words, at)
    if not found:
        return None
    name, lead, start = found
    if name == "within" and words[start] == "the" and words[start + 1] in _UNITS and words.closes(start + 2) and words[start + 2] != "of":
        this = read_time(Words.of(f"this {words[start + 1]}"), 0, calendar)  # `within the week`
        return _Phrase(at, at, start + 2, _TIME, this.day, this.readings) if this else None
    time = read_time(words, start, calendar, lead.edge)
    if time and lead.limit and time.sort is Sort.SPAN and words[start] == "the" and words[start + 1] in en.NEXT:
        time = read_period(words, start, calendar, lead.edge)  # "by the following week", but "in the next week" lasts seven days
    if time and lead.limit:
        time = _extended(words, start, time)
    part = time is not None and name == "after" and time.sort is Sort.PERIOD and not words.closes(time.end)  # `after the summer break`
    if time and name == "after" and time.sort is Sort.SPAN and words.closes(time.end) and words[time.end] not in events.HAPPENS:
        return None  # `ask again after a year`
    if not time or part or not (time.sort in lead.sorts or (time.adverb and (lead.limit or name == "at"))):
        return _event(words, at, found, calendar) if lead.event else None
    if lead.limit:
        amount = name == "by" and ("/" in words[start] or "." in words[start]) and any(words[n] in en.CHANGES for n in range(at - events.BACK, at))
        lasts = name in {"until", "till", "til"} and words[at - 1] in en.STATES
        not_ours = amount or lasts or _was_then(words, name, at) or _on_condition(words, at)
        return _Phrase(at, at, time.end, _NOT if not_ours else _LIMIT, time.day, time.readings)
    weight = _TIME if _governs(words, at, time, calendar) and _fits(words, name, start, time, calendar) else _NOT
    time = _unless_after(words, at, time)
    return _Phrase(at, at, time.end, weight, time.day, time.readings)


def _was_then(words: Words, name: str, at: int) -> bool:
    """Whether something had happened before a time, "what was agreed before Christmas"."""
    told = words[at - 1] in en.PARTICIPLES or words[at - 1].endswith("ed")
    return name != "by" and told and words[at - 2] in {"was", "were"}


def _on_condition(words: Words, at: int) -> bool:
    """Whether a time is part of a condition, "if the grant comes by May", and not of what is to be done, "if possible by May"."""
    for n in range(at - 1, max(-1, at - 2 * events.BACK), -1):
        if not words[n][:1].isalnum():
            return False
        if words[n] in _CONDITIONS:
            return words[n + 1] not in _AT_WILL
    return False


def _extended(words: Words, start: int, time: Time) -> Time | None:
    """The time with the event it dates, "before the 6 May deadline"; None when it is only part of a name, "by the 2025 team"."""
    if words.closes(time.end):
        return time
    for noun in range(time.end, time.end + events.AHEAD):
        if words[noun] in en.EVENTS and words.closes(noun + 1):
            return replace(time, end=noun + 1, day=time.day if time.sort is Sort.DAY else None)
        if words.closes(noun):
            break
    name = words[start] == "the" and time.sort is Sort.PERIOD and not time.adverb and not words.capital(time.end)
    return None if name else time


def _fits(words: Words, name: str, start: int, time: Time, calendar: Calendar) -> bool:
    """What single prepositions ask of their time and of the clause."""
    before = [words[n] for n in range(max(0, start - 1 - 2 * events.BACK), start - 1)]
    if name == "to":
        return not en.REPORTING.isdisjoint(before)
    if name in _OF_OTHERS:
        return words[start - 2] not in _OF_OTHERS[name]
    if name == "over" and time.sort is Sort.SPAN:
        return words[start] == "the"
    year = words.year(start)
    return not year or bool(calendar.meeting and year >= calendar.meeting.year)


def _governs(words: Words, at: int, time: Time, calendar: Calendar) -> bool:
    """Whether the time is that of the action, and not of a thing in it or of something past."""
    if time.day and calendar.meeting and calendar.meeting - time.day > _LONG_AGO:
        return False
    before = words[at - 1]
    if not before[:1].isalnum():
        return before != "(" or not of_event(words, at - 1)
    named = time.sort is Sort.DAY or words.month(words.skip(at, "in")) is not None
    if not named and not words.closes(time.end):
        return False
    told = before in en.PARTICIPLES or (before.endswith("ed") and before not in en.NO_PARTICIPLES)
    past = (told and words[at - 2] not in en.PASSIVES) or tells_past(words, at)
    if words[at - 2] in en.PRONOUNS and before.endswith("s"):
        return False
    return not past and (time.sort is Sort.MEETING or not of_event(words, at))


def _standing(words: Words, at: int, calendar: Calendar) -> _Phrase | None:
    """A time without a preposition: "next week", "as soon as possible", "Revisit 6 May", "(6 May)" at the end."""
    time = begun_time(words, at, calendar)
    if not time:
        return None
    before = words[at - 1]
    if (latest := words.follow(time.end, "at the latest")) and not of_event(words, at):
        return _Phrase(at, at, latest, _LIMIT, time.day, time.readings)
    adverb = (time.adverb or bare_weekday(words, at, time)) and before not in en.BINDING
    aimed = before in (en.SPEAKING if time.sort is Sort.MEETING else en.TARGETING) and time.sort is not Sort.SPAN
    aimed = aimed or (before == "now" and time.sort is Sort.DAY and not words[at - 2][:1].isalnum())  # `Ann: the form, now 9 June`
    listed = words[at - 1] == "," and words[at - 2].isdigit()  # `3, 4, 5 of June`
    placed = not listed and (ends_text(words, at, time, calendar) or labels_text(words, at, time, calendar))
    governs = (adverb or aimed or placed) and _governs(words, at, time, calendar)
    return _Phrase(at, at, time.end, _TIME if governs else _NOT, time.day, time.readings)


def _event(words: Words, at: int, found: tuple[str, Lead, int], calendar: Calendar) -> _Phrase | None:
    """Before the fair, "after her visit", "when he is back": a due phrase, with a day when the event's is written."""
    name, lead, start = found
    happens = {
        "by": events.happens_by,
        "after": events.happens_after,
        "when": events.happens_when,
        "ready for": events.happens_ready,
        "until": events.happens_until,
        "till": events.happens_until,
        "til": events.happens_until,
    }
    stop = clause_end(words, start)
    stop = events.until_main(words, start, stop) if name == "when" and not at else stop
    if words[start] == "when" and not words[start + 1].isalpha():
        return None  # `who does what until when`
    if stop == start or events.idle(words, start) or not happens.get(name, events.happens_before)(words, at, start, stop):
        return None
    weight = _EVENT if lead.limit else _TIME
    for n in range(start, stop + 1) if lead.limit else ():
        dated = read_calendar_day(words, n + 1, calendar) if words[n] in {"on", "("} else None
        if dated:
            bracket = words[n] == "(" and words[dated.end] == ")"
            return _Phrase(at, at, max(stop, dated.end + bracket), weight, dated.day, dated.readings)
    return _Phrase(at, at, stop, weight)
