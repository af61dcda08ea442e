"""Lines that say something of the action above them: `Owner: Sara`, `Due: 2 April`, `Status: done`, or how it went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import frozen, replace
from tcsg.model import Status
from tcsg.reading.due import find_due, read_due
from tcsg.reading.handovers import find_handover, read_handover
from tcsg.reading.markdown import plain
from tcsg.reading.naming import HANDLE, is_group, split_owners
from tcsg.reading.outcome import is_said_done, read_outcome
from tcsg.reading.status import leading_status, read_report, read_status
from tcsg.reading.tails import without_address
from tcsg.reading.text import has_digit
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tcsg.model import Due
    from tcsg.reading.dates import Calendar
    from tcsg.reading.handovers import Handover
    from tcsg.reading.names import Names

_FIELD = late.compile(
    r"(assigned(?: to)?|assignees?|owners?|owned by|action by|who|responsible|lead|verantwortlich|zuständig|responsable|wer|qui"
    r"|due(?: date| by)?|deadline|by when|when|target(?: date)?|timeline|eta|frist|termin|fällig|bis(?: wann)?|wann|échéance|délai|pour le|quand"
    r"|status|state|stand|statut|état|progress|updates?)\s*[:=]\s*(.+)$",
    re.IGNORECASE,
)
_WHO = ("assign", "owne", "action by", "who", "respons", "lead", "verantw", "zuständ", "wer", "qui")
_WHEN = (
    "due",
    "deadline",
    "by when",
    "when",
    "target",
    "timel",
    "eta",
    "frist",
    "termin",
    "fällig",
    "bis",
    "wann",
    "échéance",
    "délai",
    "pour le",
    "quand",
)

_TOLD = r"(?=[A-Z][^:]{1,30}:\s|[A-Z][\w.’'-]{1,30}(?: [A-Z][\w.’'-]{0,30}){0,2} (?:to|will) [a-z])"
"""Somebody who is to do something, before whom a number needs no sign behind it."""
_SCOPED = r"[A-Z]{1,6}\d{1,4}[-./]\d{1,4}(?=[*_]{0,3}[:.]?\s+[A-Z]{2,4}\s+[^\W\d])"
"""A number that tells its meeting, before initials: `AB9-4 CD rota of the stewards`."""
_ID = r"(?:\d{1,4}[-.]?A[IP]?[-.]?\d{1,4}|(?![QH][1-4]\b)[A-Z]{1,6}[-.]?\d{1,4}(?:[-./]\d{1,4}){0,3})"
_BOXED = r"[\[({](?:#|[A-Z]{1,6}[-.]|A[IP]?)?\d{1,4}(?:[./-]\d{1,4}){0,2}[\])}]|[Nn]o\.? ?\d{1,4}|\d{4}(?:-\d\d)?/\d{1,4}|\d{3,4}(?=[.:)])"
COUNTED = late.compile(
    r"[*_]{0,3}(?:A[IP]?[-.]?\d{1,4}(?:[./-]\d{1,4}){0,2}[*_]{0,3}(?:\s?\([^()]{2,60}\))?(?:[:.)]|\s[–—-])[*_]{0,3}\s+(?=[^\W\d])"
    rf"|(?:#\d{{1,5}}|{_BOXED}|{_ID})[*_]{{0,3}}[:.]?\s+{_TOLD})"
)
"""The number of an action at the head of a line: `A3. Order the rope`, `#0188 Ann: order the rope`."""
_NUMBERED = late.compile(
    r"[*_]{0,3}(\d{1,4}(?:[./-]\d{1,3}){1,2}|A[IP]?[-.]?\d{1,4}(?:[./-]\d{1,4}){0,2})[*_]{0,3}(?:[:.)]|\s[–—-])[*_]{0,3}\s+(?=[^\W\d]|\[)"
    rf"|[*_]{{0,3}}(#\d{{1,5}}|{_BOXED}|{_ID})[*_]{{0,3}}[:.]?\s+{_TOLD}|[*_]{{0,3}}({_SCOPED})[*_]{{0,3}}[:.]?\s+"
)
"""The committee's own number before the words of an action: `4.1: …`."""
CITED = late.compile(
    r"(?:\*\*|__|\*|\[)((?:\d{1,3}/\d{4}|\d{4}[/-]\d{1,3})(?:[\s,]{1,2}(?:§|item|no\.?|nr\.?|TOP|pt\.?|point|art\.?)\s?\d{1,3}(?:\.\d{1,2})?)?"
    r"|(?:§|item|TOP|[Nn][ro]\.?)\s?\d{1,3}(?:\.\d{1,2})?(?:[\s,/]{1,2}\d{1,3}/\d{4})?)(?:\*\*|__|\*|\])[.:]?\s+(?=[*_]{0,3}[^\W\d_])"
)
"""From where a task of an earlier meeting is, set off before it: `**2/2031 § 5** Ann prepares a note`."""
_SIGNED = late.compile(r"#(\d{1,5})[:.)]?\s+(?=[^\W\d])")
_APART = late.compile(r"(?:\s{2,}|\t|\s\|\s+)(?=[*_]{0,3}[A-Z][\w ]{1,20}:[*_]{0,3}\s)")
"""What parts one field of a line from the next: `Owner: Ann      Due: 3 May`."""


@frozen
class Note:
    """What the lines that explain an action add to it."""

    owners: tuple[str, ...] = ()
    due: Due | None = None
    status: Status | None = None
    handed: Handover | None = None
    denied: str | None = None
    """Words that say that it is not done."""


_LONGEST = 4096
_NAMES = 60
"""Characters of a line that only names people."""
_DENIED = late.compile(
    r"(?:no|nope|(?:no, |sadly |still )?not (?:yet|done|completed?|finished|started|quite|really)(?: yet)?|nothing yet|still to do"
    r"|(?:this |it )?did(?: not|n['’]t) happen(?: yet)?|(?:we |i )?did(?: not|n['’]t) do (?:it|this)(?: yet)?)[\s.!]*"
)
_TAGS = late.compile(r"\[(assignee|assigned(?: to)?|owner|who|due(?: date)?|deadline|status|tags)\]:?\s*", re.IGNORECASE)


_INLINE = late.compile(
    r"(?:^|(?<=[\s|;,.*_]))[*_]{0,3}(assigned(?: to)?|assignees?|owners?|who|responsible|lead|verantwortlich|zuständig|responsable|wer|qui"
    r"|due(?: date| by)?|deadline|by when|when|target(?: date)?|timeline|eta|frist|termin|bis(?: wann)?|wann|échéance|délai|pour le|quand"
    r"|status|task|action(?: item)?|what|description|aufgabe|was|tâche|quoi)[*_]{0,3}"
    r"(?:\s?:[*_]{0,3}(?:\s+(?=\S)|(?=\d))|(?<=ssigned)\s+(?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_WHAT = ("task", "action", "what", "descr", "aufgabe", "was", "tâche", "quoi")
_AROUND = " \t,;|–—-*_("
_EMPTY = late.compile(r"(?:status|owner|due|update)s?:$", re.IGNORECASE)
"""A field that nobody has filled."""
_WRAPPED = 2
"""Lines in which a field may go on."""


def tagged(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of an action and the fields beside them: `Finish it [assignee] Ann [due] 3 May`, `Finish it, Owner: Ann, Due: 3 May`."""
    words, *parts = _TAGS.split(text) if "[" in text else [text]
    if parts:
        return words.rstrip(), tuple(f"{tag}: {said.strip(' ,;')}" for tag, said in zip(parts[::2], parts[1::2], strict=True))
    return _inline(text) if text.count(":") > 1 or text.count(" :") or "ssigned " in text else (text, ())


def _value(said: str) -> str:
    return said.strip(_AROUND).rstrip(".")


def _inline(text: str) -> tuple[str, tuple[str, ...]]:
    """Fields in the line itself, one of which names the owner."""
    words, *parts = _INLINE.split(text[:600])
    fields = [(key.casefold(), _value(said)) for key, said in zip(parts[::2], parts[1::2], strict=True)]
    words = words.strip(_AROUND)
    tasks = [words] if words else []
    tasks += [said for key, said in fields if key.startswith(_WHAT)]
    owners = [said for key, said in fields if key.startswith(_WHO)]
    if len(fields) < 2 or len(tasks) != 1 or len(owners) != 1 or len(owners[0]) > 60 or not (owners[0][:1].isupper() or owners[0][:1] == "@"):
        return text, ()
    return tasks[0], tuple(f"{key}: {said}" for key, said in fields if not key.startswith(_WHAT))


def is_field(line: str) -> bool:
    """Whether a line is a field that belongs to the action above it."""
    return _FIELD.match(plain(line[:300])) is not None


def time_alone(line: str, calendar: Calendar) -> Due | None:
    """The due phrase that a line is which tells nothing else: `by 6 June`, `*this month*`."""
    words = plain(line).strip(" .–—-") if len(line) <= _NAMES else ""
    for said in (words, f"by {words}") if words and ":" not in words else ():
        found = find_due(said, calendar)
        if found is not None and found.start == 0 and found.end == len(said):
            return found.due if said is words else read_due(words, calendar)
    return None


def fields_below(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines at the end of an item, its first left out, that are fields such as `Owner: Sara`; a field may go on in small letters."""
    n = len(lines)
    found: list[str] = []
    ends: list[str] = []  # of the field above
    while n > 1:
        line = lines[n - 1]
        if _EMPTY.match(line) or is_field(line):
            found.insert(0, " ".join((line, *ends)))
            ends = []
        elif len(ends) < _WRAPPED and line[:1].islower():
            ends.insert(0, line)
        else:
            break
        n -= 1
    return tuple(found)


_GAP = late.compile(r"(?:\s{3,}|\t\s*)(\S(?:[^\s]|\s(?!\s)){1,58})$")
"""What stands far behind a task, as in a column of its own."""
_WHOLE = 60
"""Characters of a line that may end before the text is wide, and so goes on below only where its writer wanted to."""


def ended(lines: tuple[str, ...], text: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """The words of an item without what ends them, and that: on a line of its own how it went or who does it, or far behind who does it."""
    if len(lines) > 1 and text.endswith(last := lines[-1]):
        words = text[: -len(last)].rstrip()
        if read_status(plain(last), names.idiom) is not None or (len(lines[-2]) < _WHOLE and is_said_done(plain(last))):
            return words.rstrip(" ."), (last,)
        if len(lines[-2]) < _WHOLE and _is_whose(last, words, names):
            return words, (last,)
    far = _GAP.search(text, max(0, len(text) - 100)) if "   " in text or "\t" in text else None
    return (text[: far.start()], (far[1],)) if far is not None and _is_whose(far[1], text[: far.start()], names) else (text, ())


def _is_whose(words: str, task: str, names: Names) -> bool:
    """Whether words behind a task are nothing but people, and are not those whom it is done to."""
    named = words.strip("*_([").replace("@", "A")[:1].isupper() and words[-1:] != "."
    owners = split_owners(plain(words), names) if named and task and len(words) <= _NAMES else ()
    return bool(owners) and all(_is_called(owner, names) for owner in owners) and _needs_none(task)


def _needs_none(task: str) -> bool:
    """Whether a task is whole without the words that follow it: not `Ring`, nor `Write to the bank and`."""
    said = task.casefold().split()
    first, last = (said[0], said[-1]) if said else ("", "and")
    return first not in _DONE_TO and last not in _JOINING and task[-1:] not in ",;:&/"


_JOINING = frozenset("and or with to from for of by the a an und oder mit et ou avec see ask meet tell".split())
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
    named = [owners for line in lines if len(line) <= _NAMES and (owners := split_owners(_named(line), names))]
    first = task.split(None, 1)[0].casefold() if task else ""
    if len(named) != 1 or first in _DONE_TO or not all(_is_called(owner, names) for owner in named[0]):
        return ()
    return named[0]


def _named(line: str) -> str:
    return plain(line).lstrip("→⇒➡=>- ").rstrip("?")


def _is_called(owner: str, names: Names) -> bool:
    """Whether a line that says nothing else can only be somebody's name: one that is known, a given name, a role."""
    if names.knows(owner) or is_group(owner) or HANDLE.match(owner):
        return True
    first, *more = owner.split()
    known = names.knows(first) or is_given(first)
    return known and len(more) <= 1 and all(word.rstrip(".").isalpha() and word[0].isupper() for word in more)


_NOTHING = Note()


def read_notes(lines: Sequence[str], names: Names, calendar: Calendar, task: str, *, reviewed: bool = False) -> Note:
    """What lines below an action tell of it: of owners and due dates the first, of how it stands the last.

    `task` are its words; below one that is `reviewed` they may tell in free words how it went.
    """
    if not lines:
        return _NOTHING  # below most actions stands nothing
    note, lines = Note(), tuple(part for line in lines for part in (_APART.split(line[:_LONGEST]) if line.count(":") > 1 else (line,)))
    for raw in lines:
        line = plain(raw)
        match = _FIELD.match(line)
        key = match[1].casefold() if match else ""
        if line.startswith("tags: "):
            named = tuple(tag for tag in split_owners(line[6:], names, loose=True) if names.knows(tag) or is_given(tag))
            note = replace(note, owners=note.owners or named)
        elif match and key.startswith(_WHO):
            note = replace(note, owners=note.owners or split_owners(match[2], names, loose=True))
        elif match and key.startswith(_WHEN):
            note = replace(note, due=note.due or read_due(match[2], calendar))
        elif (alone := time_alone(line, calendar)) is not None:
            note = replace(note, due=note.due or alone)
        elif (handed := read_handover(line, names, task) or find_handover(line, names)) is not None:
            before = read_report(line[: handed.start], names.idiom) if handed.start else None  # `Not done. Reassigned to Bo`
            note = replace(note, handed=handed, status=before or note.status)
        elif (stamped := leading_status(raw, names.idiom)) is not None and stamped.words.isupper():
            note = replace(note, status=stamped.status)  # `**DONE** Ann is at it`
        else:
            words = without_address(match[2] if match else line)
            told = read_outcome(words, task, names.idiom, bare=False) if reviewed else read_report(words, names.idiom)
            told = Status.DONE if told is None and is_said_done(words) else told
            note = replace(note, status=told or note.status, denied=words if _DENIED.fullmatch(words.casefold()) else note.denied)
    if lines and not note.owners and (owners := _named_alone(lines, task, names)):
        return replace(note, owners=owners)
    return note


def own_number(text: str, *, fielded: bool = False) -> tuple[str | None, str]:
    """The committee's own number before the words of an action, and the words: `4.1: …`, `#0188 Ann: …`; with fields below `#0188 …`."""
    head = text[:8].lstrip("*_")
    if fielded and text[:1] == "#" and (sign := _SIGNED.match(text)):
        return sign[1], text[sign.end() :]
    if text[:1] in ("*", "_", "[") and (cited := CITED.match(text)):
        return cited[1], text[cited.end() :]
    numbered = _NUMBERED.match(text) if (head[:1] in "#[({0123456789" or head[:1].isupper()) and has_digit(head) else None
    return (numbered[1] or (numbered[2] or numbered[3]).strip("[](){}"), text[numbered.end() :]) if numbered else (None, text)
