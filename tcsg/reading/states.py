"""What the cell of a status tells: a word, a report, a tick, a colour, the answer to `Completed?`."""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Status
from tcsg.reading import sentences
from tcsg.reading.column_heads import is_taken, undated
from tcsg.reading.dates import Calendar
from tcsg.reading.handovers import find_handover
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import plain
from tcsg.reading.notes import time_alone
from tcsg.reading.status import find_status, leading_status, read_status
from tcsg.reading.strikes import UNDONE_SIGNS
from tcsg.reading.text import has_digit, words_in
from tcsg.reading.time_text import may_tell_time
from tcsg.reading.verbs import pasts_of, verb_of
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.language import words
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_ANY_DAY = Calendar(None)
_ASKING = w.CLOSED_HEADINGS | frozenset("ok okay ready sorted actioned achieved happened erledigt fertig abgeschlossen fait terminé ✓ ✔ ✅".split())
"""Heads of a column that tells whether an action is closed: `Completed?`, `OK?`, `Date closed`."""
_YES = late.compile(r"[\d./ -]{4,10}$|(?:[xy]|yes|ja|oui)(?=$|[\s,.;:!–—-])|[✓✔✅☑]", re.IGNORECASE)
"""What such a column holds for what is closed: a day, a tick or yes."""
_NO = late.compile(r"(?:no|not yet|nein|noch nicht|non|pas encore)(?=$|[\s,.;:!–—-])", re.IGNORECASE)
_FINE = frozenset(("ok", "okay", "o.k"))
_BUT = late.compile(r"\b(?:but|not|except|mostly|partly|partially|nearly|almost|aber|nicht|mais|pas)\b", re.IGNORECASE)
_TICKED = late.compile(r"[✓✔✅☑👍]\ufe0f?[\s.!]*$")
_TICKS = tuple("✓✔✅☑👍")
_SIGNS = late.compile(r"(?:[^\w\s(~]{1,3}\s+|(?:green|amber|yellow|red|blue|gr[ae]y)\s{0,2}[:,/–—-]\s{0,2})(?=\w)", re.IGNORECASE)
"""A colour before what it means: `🟢 Done`, `Green - complete`."""
_LIGHTS = frozenset(("rag", "brag", "rag status", "brag status", "rag rating", "brag rating"))
"""Heads of a column of traffic lights; blue is complete in all that have a blue, while green is complete to some and on track to others."""
_BLUE = frozenset(("b", "blue", "🔵"))

_CLOSED_AS = late.compile(r"(?:closed?|done|completed?)\s?[(]\s?(\w[\w'’-]{2,20})\b[^()]{0,60}[)]$", re.IGNORECASE)
"""The word that says in brackets why an action is closed: `Closed (withdrawn by the board)`."""
_LETTERED = frozenset(("st", "stat", "status", "state", "o/c", "c/o", "s"))
"""Heads of a column that may hold a letter for each status."""
_LETTERS = {"C": Status.DONE, "O": Status.OPEN, "W": Status.DROPPED, "P": Status.OPEN}
"""Closed, open, withdrawn, pending."""

_FOR_INFORMATION = words(
    """
    note noted info information fyi for_info for_information for_note for_noting to_note z.k zk z.kts zur_kenntnis zur_info zur_information
    kenntnisnahme pour_info pour_information p.i
    """
)
"""What stands in the place of owners where nobody is to do anything."""


def charges_nobody(kinds: Sequence[str | None], cells: Sequence[str], at: int, *, told: bool) -> bool:
    """Whether a row says that nobody is to do anything: `Note`, or where it tells all that was `told`, not only actions, neither who nor when.

    So does a title in capitals above other rows, in the column of the words, `at`: `| 2.0 | PROGRESS | | |`.
    """
    told = told or (kinds[at] == "text" and plain(cells[at]).isupper())
    owners = [cells[n] for n, kind in enumerate(kinds) if kind == "owner"]
    if any(plain(cell).casefold().strip(" .()") in _FOR_INFORMATION for cell in owners):
        return True
    return told and bool(owners) and all(nothing(cell) for cell, kind in zip(cells, kinds, strict=True) if kind in ("owner", "due"))


def read_state(head: str, told: str, text: str, names: Names) -> Status | None:
    """The status that the plain words of a cell tell of the action `text`, below a head."""
    if not told:
        return None
    if told[0] == "[" and told[-1] == "]" and len(told) > len("[x]"):
        told = told[1:-1].strip()
    elif told[0] in "[(" and (lead := leading_status(told, names.idiom)) is not None and lead.end < len(told):
        told = f"{lead.words}, {told[lead.end :].lstrip(' ,;:–—-')}"  # `(dropped) they see to it themselves`
    if len(told) < 3 and (status := _LETTERS.get(told.strip(" .()"))) is not None and plain(head).casefold().strip(" :.") in _LETTERED:
        return status
    if told[-1] == ")" and (gone := _CLOSED_AS.match(told)) is not None and gone[1].casefold() in w.DROPPED:
        return Status.DROPPED
    from tcsg.reading.outcome import read_outcome  # lazy: many tables have no column for it

    status = read_outcome(told, plain(text), names.idiom)
    if status is None and (sign := _SIGNS.match(told)):
        status = read_outcome(told[sign.end() :], plain(text), names.idiom)
    if status is not None:
        return status
    if told.casefold().strip(" .!") in _FINE:
        return Status.DONE
    key = plain(head).casefold().strip(" :?*.")
    if key in _LIGHTS:
        return Status.DONE if told.casefold().strip() in _BLUE else None
    return _answered(key, told)


def _answered(key: str, told: str) -> Status | None:
    """The status that a tick or the answer to a head such as `Completed?` tells."""
    asked = not _ASKING.isdisjoint(key.split()[:2])
    if asked and _NO.match(told):
        return Status.OPEN
    closed = (asked and (_YES.match(told) or _tells_day(key, told))) or _TICKED.search(told) or told[:1] in _TICKS
    return Status.DONE if closed and not _BUT.search(told) else None


def _tells_day(key: str, told: str) -> bool:
    """Whether a cell holds the day on which an action was closed: `3 May` below `Completed on`, but not below `Complete`, which may be a plan."""
    return told[:1].isalnum() and has_digit(told) and "complete" not in key.split() and time_alone(told, _ANY_DAY) is not None


def report_of(kinds: Sequence[str | None], cells: Sequence[str]) -> str:
    """How a row says that it went, by a past with which its cell begins, where that alone tells nothing: `Booked for 3 May`; "" for all else."""
    told = next((plain(cell) for kind, cell in zip(kinds, cells, strict=True) if kind == "status"), "")
    first = told.split(maxsplit=1)[0].casefold().strip(",.;") if told else ""
    return told if len(told) <= _REPORT and is_past(first) else ""


_REPORT = 80
"""Characters of a report that is short."""
_MOVED = late.compile(r"(?:→|[-=]>)\s*(?=\S)")
_FORMER = late.compile(
    r" ?\((?:was|were|originally|formerly|previously|prev\.?|(?:moved|postponed|extended|changed) from|war|ursprünglich|bisher|initialement)"
    r" [^()]{1,40}\)$",
    re.IGNORECASE,
)
_LIMIT = late.compile(r"\b(?:by|before|for|until|bis|avant|pour)\b", re.IGNORECASE)


def last_day(told: str) -> str:
    """What a cell of due days holds without the day that no longer counts: `5 May (was 3 April)`, `3 April → 5 May`."""
    if told[-1:] == ")":
        told = _FORMER.sub("", told)
    return _MOVED.split(told)[-1] if "→" in told or ">" in told else told


def instead_of_a_day(told: str, text: str, names: Names) -> Status | None:
    """The status that closes an action where its row should tell a day: `✔ counted last night`, `done`."""
    if told[:1] not in _TICKS and may_tell_time(told) and (not _begins_closed(told) or _LIMIT.search(told)):
        return None  # nearly all that stands there
    status = read_state("", told, text, names)
    return status if status is not Status.OPEN else None


_WHEN = late.compile(
    r"\b(?:(?:by|until|eta:?|due:?) (?=\S)|(?<=moved to )|(?<=postponed to )|(?<=no, )|(?<=not yet, )|(?<=date: )|(?<=deadline: )"
    r"|(?<=extended to )|(?<=extended until )|(?<=deferred to ))([^.;()]{3,40}?)(?:[.;(]|$)",
    re.IGNORECASE,
)
"""When a status says that an action will be done: `in progress, will have it by 26 May`, `moved to June`, `no, next time`."""


def time_told(kinds: Sequence[str | None], cells: Sequence[str]) -> str | None:
    """The words for a time in the cells of statuses."""
    told = (plain(cell) for kind, cell in zip(kinds, cells, strict=True) if kind == "status")
    found = next(filter(None, (_WHEN.search(words) for words in told if " " in words)), None)
    return found[0].rstrip(".;( ") if found and may_tell_time(found[1]) else None


def handed_to(kinds: Sequence[str | None], cells: Sequence[str], names: Names) -> str:
    """Who has an action now by the cell of its status: `Reassigned to Bo`; "" where it does not change hands."""
    told = (plain(cell) for kind, cell in zip(kinds, cells, strict=True) if kind == "status")
    handed = next(filter(None, (find_handover(f"x. {said}", names) for said in told if said)), None)
    return ", ".join(handed.to) if handed is not None else ""


_NOTES = frozenset(
    """
    note notes comment comments remark remarks update updates bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare
    remarque remarques commentaire commentaires
    """.split()
)
"""Heads of a column that may tell how it went among other things."""


_TICKETS = frozenset("bug bugs ticket tickets issue issues jira tracker tracking reference ref link links".split())
"""Heads of a column that tells where an action is tracked."""


_COLOURS = frozenset("🟢🟡🟠🔴⚪⚫🔵🟣🟤🟩🟨🟧🟥⬜⬛🟦○●◐◑◯◔◕")
"""Signs that tell how far something is only in a column of their own."""


def told_last(header: Sequence[str], kinds: list[str | None], cells: Sequence[str], names: Names) -> list[str | None]:
    """What the columns of a row hold where one that is called nothing tells how it went: `| What | Who | |` above `✅` or `⏳ at the bank`.

    Words do so in the last one; a sign or a colour alone does in whichever has no letter above it: `| What | Who | ⏳ | Notes |`.
    """
    last = len(kinds) - 1
    if last < 2 or "status" in kinds or "owner" not in kinds or last >= len(cells) or None not in kinds:
        return kinds
    at = next((n for n in range(last, 0, -1) if kinds[n] is None and not any(map(str.isalnum, header[n])) and _is_sign(plain(cells[n]))), None)
    if at is None and kinds[last] is None and not plain(header[last]).strip(" .:–—-"):
        told = plain(cells[last])
        at = last if told[:1] in UNDONE_SIGNS or read_state("", told, "", names) is not None else None
    return kinds if at is None else [*kinds[:at], "status", *kinds[at + 1 :]]


def _is_sign(told: str) -> bool:
    """Whether a cell holds one sign for how far something is and nothing else."""
    sign = told.strip("\ufe0f ")
    return len(sign) == 1 and (sign in _COLOURS or sign in UNDONE_SIGNS or sign in _TICKS)


def _begins_closed(told: str) -> bool:
    """Whether a word or a sign that closes an action stands first."""
    word = next(iter(told.casefold().split()), "").strip(" .,;:!()")
    return word in w.DONE or word in w.DROPPED


def of_row(header: Sequence[str], kinds: Sequence[str | None], cells: Sequence[str], text: str, names: Names) -> Status | None:
    """The status that a row tells of its action `text`: in a column of statuses, or else beside it."""
    read = {True: _acted, False: read_state}
    told = (read[is_taken(h)](h, plain(c), text, names) for h, k, c in zip(header, kinds, cells, strict=True) if k == "status")
    return next(filter(None, told), None) or _beside(header, kinds, cells, text, names) or _in_place_of_owners(kinds, cells, names)


def _acted(head: str, told: str, text: str, names: Names) -> Status | None:
    """The status that a report on what was done tells, which goes on where it says so and is over where it only says what was done."""
    from tcsg.reading.steps import is_early, is_step  # lazy: few tables have such a column
    from tcsg.reading.still import stays_open
    from tcsg.reading.struck_off import drops, is_dropped

    said = [told[begin:end] for begin, end in sentences.spans(told)]
    if drops(told) or any(one.split()[-1].strip(" .").casefold() in w.DROPPED or is_dropped(one.casefold()) for one in said):
        return Status.DROPPED
    if stays_open(told):
        return Status.OPEN
    if (status := read_state(head, told, text, names)) is not None:
        return status
    verb = verb_of(plain(text)) or "do"
    early = is_step(told, verb) or is_early(told.casefold(), verb, pasts_of(plain(text)))
    return Status.DONE if any(map(is_past, words_in(told.casefold()))) and not early else None


def _of_ticket(kind: str | None, called: str, cell: str, names: Names) -> Status | None:
    """The status in bold behind the number of a ticket, in a column of these: `| Bug |` above `551 **DONE**`."""
    if kind is not None or called not in _TICKETS or cell[-2:] != "**":
        return None
    told = find_status(cell, names.idiom)
    return told.status if told is not None else None


def _in_place_of_owners(kinds: Sequence[str | None], cells: Sequence[str], names: Names) -> Status | None:
    """The status that stands where its owners would: `Closed` below `Action by`."""
    told = next((plain(c).casefold().strip(" .!") for k, c in zip(kinds, cells, strict=True) if k == "owner"), "")
    return read_state("", told, "", names) if (told in w.DONE or told in w.DROPPED) and not names.knows(told) else None


_VERDICT = late.compile(r"(?:[.;!)]|\s[–—-]{1,2})\s+([A-Z]?[a-z]{3,12}|[A-Z]{4,12})[.!]?$")


def _verdict(told: str) -> str:
    """The word with which a remark ends that closes an action: `It is on the page since 4 May. CLOSE`; "" where none does."""
    found = _VERDICT.search(told, max(0, len(told) - 24)) if told[-1:] in ".!" or told[-4:].isalpha() else None
    word = found[1].casefold() if found is not None else ""
    return word if word in w.DONE or word in w.DROPPED or word == "close" else ""


def _beside(header: Sequence[str], kinds: Sequence[str | None], cells: Sequence[str], text: str, names: Names) -> Status | None:
    """What a column of notes, or one that is called nothing, tells of how it went, in a table that has no column of statuses."""
    if "owner" not in kinds or "status" in kinds:
        return None
    called = [undated(plain(head).casefold().strip(" .:–—-")) for head in header]
    if (tracked := next(filter(None, map(_of_ticket, kinds, called, cells, repeat(names))), None)) is not None:
        return tracked
    at = next((n for n in range(len(header) - 1, 0, -1) if kinds[n] is None and (not called[n] or called[n] in _NOTES)), None)
    told = plain(cells[at]) if at is not None else ""
    if at is not None and called[at] and not _TICKED.search(told) and not _begins_closed(told) and read_status(told, names.idiom) is None:
        told = _verdict(told)  # what is told before it is of other things
    return read_state("", told, text, names)
