"""The titles of parts of a list of actions: how far those below are, and of which meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.model import Status
from tcsg.reading.dates import Calendar
from tcsg.reading.due import find_due
from tcsg.reading.text import has_digit
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tcsg.reading.idiom import Idiom

_ASIDE = late.compile(r" ?\([^()]{1,60}\)$")
_MONTHS = (
    *"january february march april may june july august september october november december".split(),
    *"januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre".split(),
)
CALENDAR = frozenset(_MONTHS) | frozenset(m[:3] for m in _MONTHS) | frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SINCE = frozenset("from since at of aus vom von seit de du".split())
_MEETINGS = frozenset(
    "meeting meetings minutes call calls session sessions telecon telecons council protokoll sitzung sitzungen treffen réunion séance".split()
)
_OF_MEETING = late.compile(
    r"(?:(?:from|of|at|since|in) )?(?:the |our )?(?:(this|today's|tonight's)|last|previous|past|prior|earlier) "
    r"(?:meeting|call|session|telecon|time)$"
    r"|(?:(?:from|of|since|in) )?(?:the )?(?:last|previous|past) (?:week|fortnight|month|sprint)$"
    r"|(?:(?:aus|von|seit) )?(?:(diese)r?|(?:die |der )?(?:letzten?|vorigen?)) (?:sitzung|treffen)$"
    r"|(?:de |depuis )?(?:(cette) (?:réunion|séance)|la (?:dernière|précédente) (?:réunion|séance)|la (?:réunion|séance) précédente)$"
)
"""The meeting whose actions stand below, within a list of them: `*last meeting*`."""
TODAYS = frozenset("this today today's tonight tonight's".split())
_DENIALS = frozenset("not yet still to be been nicht noch pas encore non".split())
DENYING = ("not ", "yet ", "still ", "to be ", "nicht ", "noch ", "pas ", "non ")
"""What a title begins with that says that something is not closed: `not yet done`."""
LEFT = late.compile(
    r"(?:(?:carried|rolled|moved|pushed|put|held)(?: over| forward| back| on| off)?|deferred|postponed|delayed) (?:to|until|till|for) [\w .'-]{2,40}$"
    r"|(?:waiting|blocked|stalled|on hold|pending) (?:for|on|by|until) [\w .'-]{2,40}$|awaiting [\w .'-]{2,40}$"
)
"""What heads actions that are put off: `carried forward to May`, `waiting for the bank`."""
PUT_OFF = (
    *("carried", "rolled", "moved", "pushed", "put", "held", "deferred", "postponed", "delayed", "waiting", "awaiting", "blocked", "stalled"),
    *("on hold", "pending"),
)
"""With one of these words it begins."""
_OF_KIND = late.compile(r"((?:[^\W\d_][\w.'/-]*(?: &)? ){1,3}?)(?:action (?:items?|points?|list|log|register|tracker)|to ?do lists?)$")
"""Of what kind or about what they are: `Generic action items`, `Website action points`."""
HELD_LAST = (
    *("meeting", "call", "session", "telecon", "time", "week", "fortnight", "month", "sprint"),
    *("sitzung", "treffen", "réunion", "séance", "précédente"),
)
"""With one of these words it ends."""
_MEETING = ("meeting", "call", "session", "telecon", "workshop", "f2f", "sitzung", "réunion")
_MET = (
    *("council", "board", "committee", "subcommittee", "exec", "executive", "forum", "panel", "assembly", "congress", "agm", "egm", "conference"),
    *("retreat", "retro", "retrospective", "sprint", "workshop", "meetup", "sync", "standup", "plenary", "review", "audit", "inspection"),
    *("rat", "beirat", "vorstand", "conseil", "comité", "bureau"),
)
_HELD = late.compile(
    r" (?:from|of|at|since|arising from|agreed at|taken at) (?:the |our )?"
    r"(?:(?!(?:actions?|items?|points?|tasks?|to-?dos?) )[^\W\d_][\w.'-]{0,20} ){1,3}"
    rf"(?:{'|'.join(_MEETING)})$"
    r"| (?:from|arising from|agreed at|taken at) (?:the |our )?(?:(?:last|previous|prior|past) )?(?:[^\W\d_][\w.'-]{0,20} ){0,2}"
    rf"(?:{'|'.join(_MET)})(?: #?\d{{1,4}})?$"
    r"| (?:from|of|at) (?:the )?(?:(?:meeting|call|telecon|teleconference|session|plenary|sitzung|réunion)(?: no\.?| nr\.?)? |"
    r"(?!(?:wp|fy|pr|rc|ch|sec|fig|ver|item|part|task|step|unit|room|year|page|issue|team|phase|area|track)\W?\d)"
    r"[^\W\d_]{2,5}[ .]?)?#?(?<!\d)\d{1,3}$"
)
"""The last of these forms calls it by its number: `Actions of TB#14`, `Actions from meeting 14`."""


_BY_CONSENT = late.compile(
    r"\bactions? (?:taken |approved )?"
    r"(?:(?:by|via|through) (?:the |unanimous |written |e ?mail |electronic |mail |online ){0,4}(?:consent|vote|ballot|poll|resolution)s?"
    r"|without (?:a )?meetings?|outside (?:of )?(?:a |the )?meetings?)\b"
)
"""What a body decided between its meetings, which leaves nobody anything to do: `Actions by written consent`."""
_CONSENTING = ("by ", "via ", "through ", "without ", "outside ")
"""Of these it has one."""


def is_by_consent(key: str) -> bool:
    """Whether a title calls actions what was decided without a meeting."""
    return "action" in key and any(map(key.__contains__, _CONSENTING)) and _BY_CONSENT.search(key) is not None


_HOURS = frozenset("am pm noon midday at by on of the to next utc cet est".split())
"""What may stand beside the numbers and days of a time."""
_ABOUT_WHEN = frozenset("by before early mid late end beginning start middle week month meeting call this".split())
"""The same behind a word that tells till when."""
_LIMITS = (["due"], ["by"], ["before"], ["until"], ["till"], ["deadline"])


def held(key: str) -> re.Match[str] | None:
    """The meeting from which the actions are by its place or its body: `Actions from the Delft meeting`."""
    return _HELD.search(key) if key.endswith((*_MEETING, *_MET)) or key[-1:].isdigit() else None


def _of_meeting(key: str) -> re.Match[str] | None:
    return _OF_MEETING.match(key) if key.endswith(HELD_LAST) else None


def part_status(key: str, idiom: Idiom) -> Status | None:
    """The status that a sub-heading such as `Complete` or `Ongoing` gives the items below it."""
    key = _ASIDE.sub("", key) if key.endswith(")") else key
    if _of_meeting(key):
        return Status.OPEN
    if (own := idiom.status(key)) is not None:
        return own
    bare = key.removesuffix(" items").removesuffix(" actions") if key.count(" ") == 1 else key
    first, *rest = key.split() or [""]  # an aside alone, such as `#(AB)`, leaves nothing
    if key in w.CLOSED_HEADINGS or (first in w.CLOSED_HEADINGS and _is_when(rest)) or (bare in w.CLOSED_HEADINGS and key.endswith(" items")):
        return Status.DONE
    if key in w.DROPPED_HEADINGS or (bare != key and bare in w.DROPPED_HEADINGS):
        return Status.DROPPED
    if is_denied(key) or (key.startswith(PUT_OFF) and LEFT.match(key)):
        return Status.OPEN
    return Status.OPEN if bare in w.OPEN_HEADINGS and bare == key else None


def _is_when(rest: list[str]) -> bool:
    """Whether words behind `Done` tell since when, or in what time: `since last meeting`, `this week`, `so far`."""
    if rest[:1] in (["since"], ["from"]):
        return all(t in w.QUALIFIERS or t == "time" for t in rest)
    return rest == ["so", "far"] or (
        rest[:1] in (["this"], ["last"], ["in"]) and len(rest) > 1 and all(t in w.QUALIFIERS or t in CALENDAR for t in rest)
    )


def is_denied(key: str) -> bool:
    """Whether a title says that something is not closed, or still open: `not yet done`, `still in progress`, `to be completed`."""
    if not key.startswith(DENYING):
        return False
    said = key.split()
    while said and said[0] in _DENIALS:
        said.pop(0)
    rest = " ".join(said).removesuffix(" yet").removesuffix(" items").removesuffix(" actions")
    return rest in w.CLOSED_HEADINGS or rest in w.OPEN_HEADINGS or rest in w.DONE or rest in w.OPEN


ARISING = ("matters arising", "business arising", "matters outstanding")
"""What has old actions as well as talk about the last minutes."""
_OLD = frozenset("last previous prev previously past prior earlier old older".split())
OLD_ITEMS = ("items", "points")
"""What old actions are called together with other matters: `Previous items`, `Points from last time`."""
OLD_LISTS = ("list", "homework", "left", "leftovers")
"""What they are called by themselves: `Last time's list`, `Left from last time`."""
_HELD_WHEN = frozenset(
    "meeting meetings meeting's week weeks week's month months month's time time's call call's session session's minutes agenda".split()
)
_AROUND_ITEMS = frozenset(
    "review reviewing of on from since the our discussed raised recap update updates follow followup up any check checking going through"
    " what was".split()
)


def is_of_old(key: str, called: Sequence[str] = OLD_ITEMS) -> bool:
    """Whether a title heads what is `called` so of an earlier meeting: `Previous items`, `Last meeting's items`."""
    said = frozenset(key.split())
    if said.isdisjoint(called) or said.isdisjoint(_OLD) or not said <= _OLD | _AROUND_ITEMS | _HELD_WHEN | {*called}:
        return False
    return "last" not in said or not said.isdisjoint(_HELD_WHEN)  # `Last items` are those at the end


def of_old(key: str) -> bool | None:
    """Whether what is called so of an earlier meeting has other matters as well; None for every other title."""
    if (key.startswith(ARISING) and all(t in w.QUALIFIERS for t in key.split()[2:])) or is_of_old(key):
        return True
    return False if is_of_old(key, OLD_LISTS) else None


def tells_meeting(title: str, *, earlier: bool = False) -> bool:
    """Whether a title names nothing but this meeting or an earlier one, or only an `earlier` one."""
    of = _of_meeting(title.casefold())
    return of is not None and not (earlier and of.lastindex is not None)


def is_new(key: str) -> bool:
    """Whether the title of a part says that its actions are of this meeting: `New`, `this meeting`."""
    of = _of_meeting(key)
    return key in w.NEW_WORDS or (of is not None and of.lastindex is not None)


def left_status(key: str) -> Status | None:
    """The status of what a title heads such as `Outstanding from the last meeting`, `Done since May` or `Not done since May`; else None."""
    said = key.split()
    at = next((n for n, word in enumerate(said[:4]) if n and word in _SINCE), 0)
    first, rest = " ".join(said[:at]), said[at:]
    undone = is_denied(first)
    if len(rest) < 2 or not (undone or first in w.OPEN_HEADINGS or first in w.CLOSED_HEADINGS):
        return None
    meant = [t for t in rest[1:] if t in w.REVIEW_WORDS or t in _MEETINGS or t in CALENDAR]
    known = all(t in w.QUALIFIERS or t in _MEETINGS or t in CALENDAR or t[0].isdigit() for t in rest[1:])
    return (Status.OPEN if undone or first not in w.CLOSED_HEADINGS else Status.DONE) if meant and known else None


def without_kind(key: str) -> str:
    """A title without words that say of what kind its actions are: `generic action items`, but not `tracking action items`."""
    found = _OF_KIND.match(key)
    if found is None:
        return key
    telling = (w.PURE_VERBS, w.NO_NAMES, w.ARTICLES, w.DECISION_MARKS)
    told = any(word.endswith(("ing", "ed")) or any(word in words for words in telling) for word in found[1].split())
    return key if told else key[found.end(1) :]


BESIDES = frozenset(
    """
    adoption agenda aob approval approving blockers bugs discussion discussions ideas news problem problems progress question questions issue issues
    note notes timeline wrap wrapup closing risks topics
    """.split()
)
"""What a list is of besides actions."""
_ISSUES = frozenset("issue issues question questions problem problems".split())
_PENDING = frozenset("pending outstanding open offene offenen".split())
"""What tells issues to be such as old actions are: `Pending issues and actions of the last meeting`."""
_TURN = late.compile(r" ?[(\[]([^()\[\]]{4,40})[)\]]$")
"""When a title's turn may be: `Actions [5 min, until 1:05]`."""
_TURNING = frozenset("min mins minutes until from at to till am pm uhr bis ab um h".split())
"""What stands there beside the numbers; a bot's `(ann, 12:08:10)` is no turn."""


def without_turn(title: str) -> str:
    """A title without the time in brackets behind it, whose colon parts nothing: `Actions [5 min, until 1:05]`."""
    turn = _TURN.search(title) if title.endswith((")", "]")) and ":" in title else None
    if turn is None or ":" not in turn[1]:
        return title
    said = turn[1].casefold().replace(",", " ").replace("-", " ").replace("–", " ").split()
    timed = all(word[0].isdigit() or word.strip(".") in _TURNING for word in said)
    return title[: turn.start()] if timed else title


_AHEAD = frozenset("so right then ok okay well now finally and anyway alright also gut na dann jetzt noch bon alors donc bref et".split())
"""What somebody who talks may write before a title: `Right then, who does what`."""
_AHEAD_WORDS = 3


def without_talk(title: str) -> str:
    """A title without what is said before it as in talk: `So, to do`."""
    ahead, comma, rest = title.partition(", ")
    said = ahead.casefold().split() if comma else []
    return rest if 0 < len(said) <= _AHEAD_WORDS and _AHEAD.issuperset(said) else title


_EXCUSE = late.compile(
    r",? (?:[–—-] )?(?:(?<=, )|(?<=[–—-] ))(?:for (?:the|those|quick|easy|your|our|my)\b[^,:]{0,40}"
    r"|(?:once|yet) (?:more|again)|again|all in one (?:place|list)|at a glance|in (?:one|no|short|brief|full)\b[^,:]{0,30}"
    r"|(?:so|lest) (?:that )?(?:we|nobody|no one|everybody|everyone|you|i|it)\b[^,:]{2,40}|the (?:short|long) (?:version|list))$",
    re.IGNORECASE,
)
"""Why a list says again what stands above: `Actions, for the impatient`, `Tasks – so nobody forgets`."""


def without_excuse(title: str) -> tuple[str, bool]:
    """A title without why the list below it is there as well, and whether it tells that."""
    excuse = _EXCUSE.search(title) if ", " in title or " – " in title or " - " in title or " — " in title else None
    return (title[: excuse.start()], True) if excuse is not None else (title, False)


def has_others(said: AbstractSet[str], *, review: bool) -> bool:
    """Whether the words of a title name something besides actions; what is pending and reviewed with old actions is as they are."""
    pending = review and not said.isdisjoint(_PENDING)
    return not said.isdisjoint(BESIDES - _ISSUES if pending else BESIDES)


_RECURRING = late.compile(r"(?:the )?(?:every|each|any|next|this|that|last|previous|past) ", re.IGNORECASE)
"""Behind `for` they tell when: `Actions for every meeting`."""
_SEASONS = frozenset("spring summer autumn fall winter season term year month week quarter holidays".split())
"""Behind `of` they tell when, too: `Tasks of the summer`."""
_ANY_DAY = Calendar(None)


def is_time_of(words: str, title: str) -> bool:
    """Whether words behind a preposition in a title tell when its actions are due, and not whose they are: `to be completed by the fair`."""
    if _RECURRING.match(words) or not _SEASONS.isdisjoint(words.casefold().split()[-1:]):
        return True
    return f" by {words.casefold()}" in title.casefold() and find_due(title, _ANY_DAY) is not None


def is_clock(words: str) -> bool:
    """Whether words are nothing but a time: `10 am Monday 5 July`, `due early March`."""
    said = (_ASIDE.sub("", words) if words.endswith(")") else words).casefold().replace(",", " ").rstrip(" .").split()
    due = said[:1] in _LIMITS and len(said) > 1
    times = CALENDAR | _HOURS | _ABOUT_WHEN if due else CALENDAR | _HOURS
    return 1 < len(said) <= 6 and (due or has_digit(words)) and all(word in times or word[0].isdigit() for word in said[due:])
