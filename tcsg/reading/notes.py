"""Lines that say something of the action above them: `Owner: Sara`, `Due: 2 April`, `Status: done`, or how it went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Status
from tcsg.reading.dates import Calendar
from tcsg.reading.doers import NAMES, doers, is_charge, names_people
from tcsg.reading.due import find_due, may_be_due, read_due
from tcsg.reading.handovers import find_handover, read_handover
from tcsg.reading.labelled import Field, names_mark, read_field, told_apart
from tcsg.reading.markdown import plain
from tcsg.reading.naming import split_owners
from tcsg.reading.status import leading_status, read_report, read_status
from tcsg.reading.tails import without_address
from tcsg.reading.text import has_digit, late_names
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tcsg.model import Due
    from tcsg.reading.handovers import Handover
    from tcsg.reading.names import Names

_TOLD = r"(?=[A-Z][^:]{1,30}:\s|[A-Z][\w.’'-]{1,30}(?:(?:,| and| &|/)? [A-Z][\w.’'-]{0,30}){0,3} (?:to|will|[–—-]) [a-z])"
"""Somebody who is to do something, before whom a number needs no sign behind it."""
_SCOPED = r"[A-Z]{1,6}\d{1,4}[-./]\d{1,4}(?=[*_]{0,3}[:.]?\s+[A-Z]{2,4}\s+[^\W\d])"
"""A number that tells its meeting, before initials: `AB9-4 CD rota of the stewards`."""
_ID = r"(?:(?!(?:19|20)\d\d-)\d{3,8}-\d{1,3}|\d{1,4}[-.]?A[IP]?[-.]?\d{1,4}|(?![QH][1-4]\b)[A-Z]{1,6}[-./]?\d{1,4}(?:[-./]\d{1,4}){0,3})"
_BOXED = r"[\[({](?:#|[A-Z]{1,6}[-.]|A[IP]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}[\])}]|[Nn]o\.? ?\d{1,4}|\d{4}(?:-\d\d)?/\d{1,4}|\d{3,4}(?=[.:)])"
COUNTED = late_names(
    r"[*_]{0,3}(?:A[IP]?[-.]?\d{1,4}(?:[./-]\d{1,4}){0,2}[*_]{0,3}(?:\s?\([^()]{2,60}\))?(?:[:.)]|\s[–—-])[*_]{0,3}\s+(?=[^\W\d])"
    r"|[*_]{0,3}A[IP]?[-.]?\d{1,4}[*_]{0,3}\s?\([A-Z][^()\d]{1,60}\)[*_]{0,3}\s+(?=[A-Z])"
    rf"|(?:#\d{{1,5}}|{_BOXED}|{_ID})[*_]{{0,3}}[:.]?\s+{_TOLD})"
)
"""The number of an action at the head of a line: `A3. Order the rope`, `#0188 Ann: order the rope`."""
_NUMBERED = late_names(
    r"[*_]{0,3}(\d{1,4}(?:[./-]\d{1,3}){1,2}|A[IP]?[-.]?\d{1,4}(?:[./-]\d{1,4}){0,2})[*_]{0,3}(?:[:.)]|\s[–—-])[*_]{0,3}\s+(?=[^\W\d]|\[)"
    rf"|[*_]{{0,3}}(#\d{{1,5}}|{_BOXED}|{_ID})[*_]{{0,3}}[:.]?\s+{_TOLD}|[*_]{{0,3}}({_SCOPED})[*_]{{0,3}}[:.]?\s+"
    r"|[*_]{0,3}(A[IP]?[-.]?\d{1,4})[*_]{0,3}\s?(?=\([A-Z][^()\d]{1,60}\)[*_]{0,3}\s+[A-Z])"
)
"""The committee's own number before the words of an action: `4.1: …`."""
CITED = late.compile(
    r"(?:\*\*|__|\*|\[)((?:\d{1,3}/\d{4}|\d{4}[/-]\d{1,3})(?:[\s,]{1,2}(?:§|item|no\.?|nr\.?|TOP|pt\.?|point|art\.?)\s?\d{1,3}(?:\.\d{1,2})?)?"
    r"|(?:§|item|TOP|[Nn][ro]\.?)\s?\d{1,3}(?:\.\d{1,2})?(?:[\s,/]{1,2}\d{1,3}/\d{4})?)(?:\*\*|__|\*|\])[.:]?\s+(?=[*_]{0,3}[^\W\d_])"
)
"""From where a task of an earlier meeting is, set off before it: `**2/2031 § 5** Ann prepares a note`."""
_SIGNED = late.compile(r"#(\d{1,5})[:.)]?\s+(?=[^\W\d])")


@frozen
class Note:
    """What the lines that explain an action add to it."""

    owners: tuple[str, ...] = ()
    due: Due | None = None
    status: Status | None = None
    handed: Handover | None = None
    denied: str | None = None
    """Words that say that it is not done."""


_ANY_DAY = Calendar(None)
_LONGEST = 4096
_DENIED = late.compile(
    r"(?:no|nope|(?:no, |sadly |still )?not (?:yet|done|completed?|finished|started|quite|really)(?: yet)?|nothing yet|still to do"
    r"|(?:this |it )?did(?: not|n['’]t) happen(?: yet)?|(?:we |i )?did(?: not|n['’]t) do (?:it|this)(?: yet)?)[\s.!]*"
)


def time_alone(line: str, calendar: Calendar) -> Due | None:
    """The due phrase that a line is which tells nothing else: `by 6 June`, `*this month*`."""
    words = plain(line).strip(" .–—-") if len(line) <= NAMES else ""
    for said in (words, f"by {words}") if words and ":" not in words and may_be_due(words, calendar) else ():
        found = find_due(said, calendar)
        if found is not None and found.start == 0 and found.end == len(said):
            return found.due if said is words else read_due(words, calendar)
    return None


_GAP = late.compile(r"(?:\s{3,}|\t\s*)(\S(?:[^\s]|\s(?!\s)){1,58})$")
"""What stands far behind a task, as in a column of its own."""
_WHOLE = 60
"""Characters of a line that may end before the text is wide, and so goes on below only where its writer wanted to."""


def ended(lines: tuple[str, ...], text: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """The words of an item without what ends them, and that: on a line of its own how it went or who does it, or far behind who does it."""
    if len(lines) > 1 and text.endswith(last := lines[-1]):
        words = text[: -len(last)].rstrip()
        from tcsg.reading.outcome import is_said_done  # lazy: few items have several lines

        if read_status(plain(last), names.idiom) is not None or (len(lines[-2]) < _WHOLE and is_said_done(plain(last))):
            return words.rstrip(" ."), (last,)
        if len(lines[-2]) < _WHOLE and (_is_whose(last, words, names) or _tells(last, words, names)):
            return words, (last,)
    far = _GAP.search(text, max(0, len(text) - 100)) if "   " in text or "\t" in text else None
    return (text[: far.start()], (far[1],)) if far is not None and _is_whose(far[1], text[: far.start()], names) else (text, ())


def _is_whose(words: str, task: str, names: Names) -> bool:
    """Whether words behind a task say nothing but who does it, and are not those whom it is done to."""
    named = words.strip("*_([").replace("@", "A").removeprefix("by ")[:1].isupper() and words[-1:] != "."
    return bool(named and task and doers(words, names)) and _needs_none(task)


def _tells(line: str, task: str, names: Names) -> bool:
    """Whether a line behind a task says nothing but till when, or that and who does it."""
    if not task or not _needs_none(task) or len(line) > NAMES:
        return False
    dated = has_digit(line) and not line[0].islower()  # what begins with `by` is read in the sentence
    return (dated and time_alone(line, _ANY_DAY) is not None) or tells_several(line, names)


def denies(line: str) -> bool:
    """Whether a line says nothing but that something is not done: `not yet`."""
    return _DENIED.fullmatch(line.casefold()) is not None


def tells_several(line: str, names: Names) -> bool:
    """Whether a line tells nothing but who does what stands above it, and till when or how far it is: `(Ann, by 5 May)`."""
    return len(tuple(_pieces(line, names, _ANY_DAY))) > 1


def _needs_none(task: str) -> bool:
    """Whether a task is whole without the words that follow it: not `Ring`, nor `Write to the bank and`."""
    said = task.casefold().split()
    first, last = (said[0], said[-1]) if said else ("", "and")
    return first not in _DONE_TO and last not in _JOINING and task[-1:] not in ",;:&/"


_JOINING = frozenset("and or with to from for of by before until on in at since the a an und oder mit et ou avec see ask meet tell".split())
"""Behind these words a name is no owner's."""
_DONE_TO = frozenset(
    """
    ask tell ping contact remind thank invite email mail call ring meet nominate elect welcome congratulate interview appoint add inform consult
    message phone write include choose pick select announce introduce
    """.split()
)
"""Whoever is named below these verbs is whom it is done to."""


def _named_alone(lines: Iterable[str], task: str, names: Names) -> tuple[str, ...]:
    """Who alone is named by the one line below a task that names somebody: `- Ann` below `- change the posters`."""
    named = [line for line in lines if names_people(line, names)]
    first = task.split(None, 1)[0].casefold() if task else ""
    return doers(named[0], names) if len(named) == 1 and (first not in _DONE_TO or is_charge(named[0])) else ()


_FINISH = late.compile(
    r"(?:(?P<to>(?:(?:is |are |needs )?to be |(?:(?:it|this) )?(?:will|shall|must|should) be )(?:done|completed?|finished|delivered|ready|sorted)"
    r"|(?:please )?complete|finish|completion|expected"
    r"|zu erledigen|à faire)|(?:done|completed|finished|ready|delivered))(?: (?:it|this))? (?=(?:by|before|until|till|bis|avant)\s)",
    re.IGNORECASE,
)
"""Before a time: `To be done by 5 May`, `complete by 5 May`; `Done by 5 May` says when it was done where that day has been."""


def _finish(line: str, calendar: Calendar) -> Due | None:
    """The due phrase of a line that says till when the action above it is to be done."""
    told = _FINISH.match(line) if len(line) <= NAMES else None
    due = time_alone(line[told.end() :], calendar) if told is not None else None
    if told is None or due is None or told["to"]:
        return due
    return due if due.day is not None and calendar.meeting is not None and due.day > calendar.meeting else None


_PIECES = late.compile(r"\s*[/|;]\s+|,\s+|\s[–—-]\s|\s\(|\s(?=(?:by|before|until|till|bis|vor|avant)\s)")
"""What parts the things that a line tells without their names: `Ann / 5 May / open`."""


_FIELD_BEHIND = late.compile(r"(?<=[.;!])\s+(?=(?:due(?: date| by)?|deadline|assigned to|assignee|owner)\s?:\s)", re.IGNORECASE)
"""Where a field begins behind a sentence."""


def _pieces(line: str, names: Names, calendar: Calendar) -> Iterator[str]:
    """What a line tells of an action, one by one, where it tells who does it, till when, or how far it is, and nothing else."""
    if ":" in line and len(parted := _FIELD_BEHIND.split(line)) > 1:
        yield from parted  # `Tickets are made. Due date: 4 May`
        return
    told = line.strip("*_()[] ")
    pieces = [piece for piece in _PIECES.split(told) if piece] if len(line) <= NAMES and ":" not in line else []
    said = [
        bool(doers(piece, names)) + 2 * (time_alone(piece, calendar) is not None or read_status(piece, names.idiom) is not None) for piece in pieces
    ]
    yield from pieces if len(set(said)) > 1 and all(said) and said.count(1) == 1 else (line,)


_NOTHING = Note()


def read_notes(lines: Sequence[str], names: Names, calendar: Calendar, task: str, *, reviewed: bool = False) -> Note:
    """What lines below an action tell of it: of owners and due dates the first, of how it stands the last.

    `task` are its words; below one that is `reviewed` they may tell in free words how it went.
    """
    if not lines:
        return _NOTHING  # below most actions stands nothing
    from tcsg.reading.outcome import is_said_done, read_outcome
    from tcsg.reading.put_off import put_off_to
    from tcsg.reading.remarks import is_yes

    note, lines = Note(), tuple(part for line in lines for whole in told_apart(line[:_LONGEST]) for part in _pieces(whole, names, calendar))
    asked = False
    for raw in lines:
        line = plain(raw)
        asked, yes = _asks(line), asked and is_yes(line)
        if yes:
            continue  # `Will you ask them again?`, `Ann: yes`
        field = read_field(line)
        if (owned := _from_field(note, line, field, names, calendar)) is not None:
            note = owned
        elif (alone := time_alone(line, calendar) or _finish(line, calendar)) is not None:
            note = replace(note, due=note.due or alone)
        elif (handed := read_handover(line, names, task) or find_handover(line, names)) is not None:
            before = read_report(line[: handed.start], names.idiom) if handed.start else None  # `Not done. Reassigned to Bo`
            note = replace(note, handed=handed, status=before or note.status)
        elif (stamped := leading_status(raw, names.idiom)) is not None and stamped.words.isupper():
            note = replace(note, status=stamped.status)  # `**DONE** Ann is at it`
        else:
            words = without_address(field.said if field else line)
            words = _without_speaker(words, names) if reviewed and field is None else words
            told = read_outcome(words, task, names.idiom, bare=False) if reviewed else read_report(words, names.idiom)
            told = Status.DONE if told is None and (is_said_done(words) or (reviewed and _is_shown(raw, task))) else told
            told = None if told is Status.DROPPED is not note.status is Status.DONE and _is_of_the_list(words) else told
            note = replace(note, status=told or note.status, denied=words if denies(words) else note.denied)
            if told in (Status.OPEN, None) and note.due is None:
                note = replace(note, due=put_off_to(words, calendar, first=told is None))
    if lines and not note.owners and (owners := _named_alone(lines, task, names)):
        return replace(note, owners=owners)
    return note


def _is_of_the_list(words: str) -> bool:
    """Whether words tell what becomes of the list and not of the task: `to be removed from the list`, below `done`."""
    return "remov" in words.casefold() or " the list" in words.casefold()


def _without_speaker(line: str, names: Names) -> str:
    """What somebody says, without who says it: `Ann: published on Monday`, `[Ann] did it`, `Ann> done`."""
    told = _SPEAKER.match(line)
    return line[told.end() :] if told is not None and names.knows(next(filter(None, told.groups()))) else line


def _is_shown(line: str, task: str) -> bool:
    """Whether a line holds a link to what the task was to make, and nothing else."""
    if "://" not in line:
        return False
    from tcsg.reading.shown import shows  # lazy: few notes are links

    return shows(line.strip(), task)


def _asks(line: str) -> bool:
    """Whether a line asks something else than how far it is."""
    words = line.rstrip(" \"'”’")
    return words[-1:] == "?" and read_report(words[:-1]) is None


_SPEAKER = late.compile(r"(?:([^\[\]()<>:]{2,40})(?::|>| [–—-])|[\[(<]([^\[\]()<>:]{2,40})[\])>]:?)\s+(?=\S)")
_OWNING = ("assign", "owne", "action by", "action owner", "who", "respons", "person resp", "verantw", "zuständ", "wer", "qui")
"""What is called so can only hold owners, whatever they look like."""


def _from_field(note: Note, line: str, field: Field | None, names: Names, calendar: Calendar) -> Note | None:
    """A note with the owners or the due phrase that a field tells; None where it tells neither."""
    if line.startswith("tags: "):
        named = tuple(tag for tag in split_owners(line[6:], names, loose=True) if names.knows(tag) or is_given(tag))
        return replace(note, owners=note.owners or named)
    if (marked := names_mark(line)) is not None and (owners := doers(marked, names)):
        return replace(note, owners=note.owners or owners)
    if field is None or field.kind == "status":
        return None
    if field.kind == "due" and (status := read_status(field.said, names.idiom)) in (Status.DONE, Status.DROPPED):
        return replace(note, status=status)  # `Due: closed in the meeting`
    if field.kind == "due" or time_alone(field.said, calendar) is not None:
        return replace(note, due=note.due or read_due(field.said, calendar))
    return replace(note, owners=note.owners or split_owners(field.said, names, loose=field.key.startswith(_OWNING)))


def own_number(text: str, *, fielded: bool = False) -> tuple[str | None, str]:
    """The committee's own number before the words of an action, and the words: `4.1: …`, `#0188 Ann: …`; with fields below `#0188 …`."""
    head = text[:8].lstrip("*_")
    if fielded and text[:1] == "#" and (sign := _SIGNED.match(text)):
        return sign[1], text[sign.end() :]
    if text[:1] in ("*", "_", "[") and (cited := CITED.match(text)):
        return cited[1], text[cited.end() :]
    numbered = _NUMBERED.match(text) if (head[:1] in "#[({0123456789" or head[:1].isupper()) and has_digit(head) else None
    return (numbered[numbered.lastindex or 0].strip("[](){}"), text[numbered.end() :]) if numbered else (None, text)
