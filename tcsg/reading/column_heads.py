"""What the columns of a table hold, by their heads: actions, words, owners, due days or statuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.dates import Calendar
from tcsg.reading.idiom import NO_IDIOM
from tcsg.reading.idiom import key as idiom_key
from tcsg.reading.markdown import plain
from tcsg.reading.naming import INITIALS, is_group, split_owners
from tcsg.reading.notes import time_alone
from tcsg.reading.text import MONTH
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.language import words
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.idiom import Idiom
    from tcsg.reading.names import Names

_ANY_DAY = Calendar(None)
_ACTIONS = frozenset("action actions task tasks".split())
_AGREED = frozenset(
    "next week month sprint items agreed the new required needed to be taken for our this meeting arising ongoing outstanding"
    " current open follow-up follow up agree summary list of".split()
)
_WHAT = frozenset(("was", "quoi", "what"))
_NAMED = words(
    """
    name names username user handle member members people team volunteer volunteers officer officers councillor councillors trustee trustees
    director directors governor governors post role position portfolio contact contacts staff delegate delegates team_member persons
    """
)
"""Heads of a column that holds owners where no other does."""
_BODIES = frozenset(
    """
    institution institutions organisation organisations organization organizations institute company partner partners department body bodies
    office division agency firm site unit lab chapter institut einrichtung organisme établissement
    """.split()
)
"""Heads of a column of those who are to act where the members are bodies, and no other column tells who."""
_DATES = ("date", "dates", "datum", "end", "ende", "fin")
"""Heads of a column that tells until when behind one of those who are to act, where no other does."""
_LEADING = frozenset("lead leads leader leaders presenter presenters speaker speakers host facilitator moderator chair".split())
"""Heads of a column of those who speak of a topic more than of those who are to act."""
_PEOPLED = _NAMED | _LEADING
"""Either, which in a list of actions are those who are to act."""
_BESIDE = {
    **dict.fromkeys(("with", "mit", "avec", "on whom", "taken by", "promised by"), "owner"),
    **dict.fromkeys(
        (
            "now",
            "ok",
            "okay",
            "ready",
            "finished",
            "✓",
            "✔",
            "✅",
            "news",
            "so far",
            "how it stands",
            "where it stands",
            "what happened",
            "how it went",
            "went",
            "outcome",
            "outcomes",
            "result",
            "what came of it",
            "what became of it",
            "feedback",
            "response",
            "responses",
            "action taken",
            "actions taken",
            "compliance",
            "rückmeldung",
            "retour",
            "retours",
            "aktuell",
            "neues",
            "nouvelles",
        ),
        "status",
    ),
}
"""Heads that name a column of owners or statuses only where another column is one of tasks, or the list is."""
_TAKEN = ("action taken", "actions taken", "action was taken", "compliance")
"""Heads of a column of what has been done."""
_STATING = frozenset("current latest last date on of at to as this the y/n yes/no when".split())
"""What may stand beside the name of a column of statuses: `Current position`, `Date completed`, `Latest update`."""
_MARKS = frozenset("ai ais ap aps a/i a.i. a/p".split())
"""Marks that a column of actions is called where another tells who is to act; elsewhere they may be somebody's initials or a topic."""
_ASSIGNED = ("assign", "resp", "owner", "whose", "verantwort", "zuständig")
"""With one of these begins the head of a column that tells who is to act, and never who speaks or was there."""
_ASIDES = frozenset("note notes comment comments remark remarks bemerkung bemerkungen anmerkungen kommentar remarque remarques commentaires".split())
"""Heads of a column of what is said besides."""
_DAY = late.compile(r"\s(?:\d[\d./-]{0,9}|(?:at|on|of|as of) .{1,20}|\d{1,2}\.? [a-z]{3,9}|[a-z]{3,9} \d{1,2})$")
"""The day behind what a column is called."""
_OF_MEETING = late.compile(rf" (?:in|from|of|at|since) (?:the )?(?:last |previous )?(?:{MONTH}\.?(?: \d{{4}})?|meeting|call|session|time|agm)$")
"""When the tasks were given, behind what the column is called: `Promised in December`."""
_FOR_NEXT = late.compile(r" (?:before|by|until|till|for) (?:the )?next(?: (?:meeting|call|session|time|week|sprint|month))?$")
"""Till when, behind what the column of a team's table is called: `To do before next meeting`."""
_PLANNED = w.TABLE_ACTION | {"plan", "plans", "planned"}
_MINUTE = words(
    "minute minutes minute_no minute_no. minute_number minute_ref minute_ref. minute_reference min min_no min_ref min_ref. minute_item from_minute"
)
"""Heads of a column that tells which paragraph of the last minutes a row is about."""
_ITEM = words("item item_no item_no. item_number agenda_item agenda_item_no agenda_item_no. agenda_no resolution_no resolution_no.")
"""Those that do where another column tells what was done about it; elsewhere they are of these minutes."""
_ASIDE = late.compile(r" ?\([^()]{1,40}\)$")


_OF_ACTION = late.compile(
    r"(?:(?:action|task)(?: item| point)?|ap|ai) (?=(?:owner|identifier|id|number|no|status|due|deadline|description|details?|title)\b)"
)
"""What a header says before what its column holds: `AP owner`, `Action status`."""


def unprefixed(key: str) -> str:
    """A casefolded header without the word for an action before what the column holds of it."""
    return _OF_ACTION.sub("", key) if " " in key else key


def undated(key: str) -> str:
    """A casefolded header without the day behind it: `update 30 jan`."""
    return (key if key.isalpha() else _DAY.sub("", key)).rstrip(" ,:")


def column_kind(head: str, idiom: Idiom) -> str | None:
    """What a column holds by its header: action, text, owner, due or status."""
    key = unprefixed(" ".join(plain(head).casefold().strip(" :?*").split()))
    key = _OF_MEETING.sub("", key) if " " in key else key
    for kind, own in (("owner", idiom.owners), ("due", idiom.due), ("action", idiom.headings)):
        if idiom_key(head) in own:
            return kind
    for kind, table in (
        ("owner", w.TABLE_OWNER),
        ("due", w.TABLE_DUE),
        ("status", w.TABLE_STATUS),
        ("action", w.TABLE_ACTION),
        ("text", w.TABLE_TEXT),
    ):
        if key in table:
            return kind
    if _is_actions(key) or (" next" in key and _FOR_NEXT.sub("", key) in _PLANNED):
        return "action"
    first = re.split(r"[/:(,&]| and | or | und | oder | et | ou | - ", key, maxsplit=1)[0].strip()
    for kind, table in (("action", w.TABLE_ACTION), ("owner", w.TABLE_OWNER), ("due", w.TABLE_DUE), ("status", w.TABLE_STATUS)):
        if first in table:
            return kind
    if _is_status(key) or ((told := undated(key)) != key and told in w.TABLE_STATUS):
        return "status"
    if key.rpartition("/")[2].strip() in w.TABLE_STATUS:
        return "status"  # `Notes / Progress`
    said = [word for word in key.split() if not word.startswith(("response", "assignment"))]
    return "owner" if any(word.startswith(("respons", "repsons", "assign", "verantwort", "zuständig")) for word in said) else None


def _is_actions(key: str) -> bool:
    """Whether a header such as `agreed action` or `actions to be taken` is one of actions and nothing else."""
    said = key.split()
    return 1 < len(said) <= 5 and bool(_ACTIONS & set(said)) and key not in _TAKEN and all(t in _ACTIONS or t in _AGREED for t in said)


def _is_status(key: str) -> bool:
    """Whether a header is made of the names of a column of statuses: `progress update`, `current position`, `date completed`, but not `date`."""
    said = key.replace("(", " ").replace(")", " ").split()
    named = w.TABLE_STATUS.intersection(said)
    closed = "date" not in said or not w.CLOSED_HEADINGS.isdisjoint(named)  # `Date of update` is none
    return 1 < len(said) <= 4 and bool(named) and closed and all(t in w.TABLE_STATUS or t in _STATING for t in said)


def kinds_of(header: Sequence[str], names: Names, *, listed: bool) -> list[str | None]:
    """What each column holds; a column of names holds owners when no other does. `listed` in a list of actions."""
    kinds = [column_kind(h, names.idiom) for h in header]
    if (listed or "owner" in kinds) and "action" not in kinds:
        kinds = ["action" if k is None and plain(h).casefold().strip(" :*") in _MARKS else k for h, k in zip(header, kinds, strict=True)]
    if listed or "action" in kinds or "text" in kinds:
        kinds = [k or _besides(h, kinds) for h, k in zip(header, kinds, strict=True)]
    if "owner" in kinds or "action" not in kinds:
        return kinds
    called = [_ASIDE.sub("", plain(head)).casefold().strip(" :") for head in header]
    heads = next((heads for heads in (_NAMED, _BODIES) if not heads.isdisjoint(called)), _NAMED)
    return ["owner" if k is None and key in heads else k for key, k in zip(called, kinds, strict=True)]


_REPORTS = frozenset("report reports update updates bericht berichte rapport rapports".split())


def kinds_in(header: Sequence[str], cells: Sequence[str], names: Names, *, listed: bool) -> list[str | None]:
    """What each column holds in one row."""
    kinds = _by_whom(header, kinds_of(header, names, listed=listed), cells, names)
    kinds = _peopled(header, kinds, cells, names) if listed and "owner" not in kinds and any(header) else kinds
    return _told(header, _dated(header, kinds, listed=listed))


def _peopled(header: Sequence[str], kinds: list[str | None], cells: Sequence[str], names: Names) -> list[str | None]:
    """What each column holds where none of a list of actions is known to hold owners: the one is that is called so, or that holds only people."""
    free = [n for n, kind in enumerate(kinds) if kind is None and n < len(cells)]
    called = [n for n in free if plain(header[n]).casefold().strip(" :*?") in _PEOPLED]
    found = called or [n for n in free if (said := split_owners(plain(cells[n]), names)) and all(map(names.knows, said))]
    return ["owner" if [n] == found else kind for n, kind in enumerate(kinds)]


def _told(header: Sequence[str], kinds: list[str | None]) -> list[str | None]:
    """What each column holds where a report stands before the actions: it tells of what these arise from, `| Group | Report | Actions |`."""
    at = kinds.index("action") if "action" in kinds else 0
    return [None if n < at and k == "status" and plain(header[n]).casefold().strip(" :*") in _REPORTS else k for n, k in enumerate(kinds)]


def _dated(header: Sequence[str], kinds: list[str | None], *, listed: bool) -> list[str | None]:
    """What each column holds where `Date` stands behind who is to act, and so tells until when; before that it tells of the past."""
    at = len(kinds) - 1 - kinds[::-1].index("owner") if "due" not in kinds and (listed or "action" in kinds) and "owner" in kinds else len(kinds)
    return ["due" if n > at and k is None and plain(header[n]).casefold().strip(" :*") in _DATES else k for n, k in enumerate(kinds)]


def _by_whom(header: Sequence[str], kinds: list[str | None], cells: Sequence[str], names: Names) -> list[str | None]:
    """What each column holds in a row in which `By` is who does it and no time: `Clerk`, `AB`, and not `4 May`."""
    at = next((n for n, head in enumerate(header) if kinds[n] == "due" and plain(head).casefold().strip(" :*") == "by"), None)
    if at is None or at >= len(cells) or "owner" in kinds:
        return kinds
    owners = split_owners(_ASIDE.sub("", plain(cells[at])), names)
    if not owners or not all(names.knows(o) or is_group(o) or is_given(o.split()[0]) or _are_initials(o, names) for o in owners):
        return kinds
    return ["owner" if n == at else kind for n, kind in enumerate(kinds)]


def _are_initials(owner: str, names: Names) -> bool:
    """Whether a word can only be somebody's initials, listed or not: `FH`, and not `EOM`."""
    if not INITIALS.match(owner) or owner.casefold() in w.UNFILLED:
        return False
    return not names.full or (owner.isupper() and time_alone(owner.title(), _ANY_DAY) is None and time_alone(owner, _ANY_DAY) is None)


def _besides(head: str, kinds: Sequence[str | None]) -> str | None:
    """What a column holds that is called `With` or `News 23 May`, where no other holds it."""
    kind = _BESIDE.get(undated(plain(head).casefold().strip(" :?*.")))
    return kind if kind not in kinds else None


def assigns(header: Sequence[str], kinds: Sequence[str | None]) -> bool:
    """Whether a table hands something out, whatever that is called: it tells to whom each row is assigned, and until when."""
    assigned = any(k == "owner" and plain(h).casefold().lstrip(" *").startswith(_ASSIGNED) for h, k in zip(header, kinds, strict=True))
    return assigned and "due" in kinds


def is_head(cell: str) -> bool:
    """Whether a cell of the first row is what a column of actions, or of people, is called, and nothing that one holds."""
    return plain(cell).casefold().strip(" :*?") in _PEOPLED or column_kind(cell, NO_IDIOM) is not None


def is_aside(head: str) -> bool:
    """Whether a column holds what is said besides: `Notes`."""
    return plain(head).casefold().strip(" :*") in _ASIDES


def is_minute(head: str, header: Sequence[str] = ()) -> bool:
    """Whether a column tells from which paragraph of the last minutes a row is, with the other heads of the `header`."""
    key = plain(head).casefold().strip(" :.")
    return key in _MINUTE or (key in _ITEM and any(map(is_taken, header)))


def is_taken(head: str) -> bool:
    """Whether a column tells what has been done: `Action taken`."""
    return plain(head).casefold().strip(" :.") in _TAKEN


def is_led(head: str) -> bool:
    """Whether a column names those who speak of a topic more than those who are to act."""
    return plain(head).casefold().strip(" :") in _LEADING


def joins_owners(head: str) -> bool:
    """Whether a header names owners beside actions."""
    return any(part.strip() in w.TABLE_OWNER for part in re.split(r"[/,&+]|\band\b", plain(head).casefold())[1:])


def is_of_anything(head: str, kinds: Sequence[str | None]) -> bool:
    """Whether a column is called `Was`, which is one of actions only beside who or when."""
    return plain(head).casefold().strip(" :?") in _WHAT and {"owner", "due", "status"}.isdisjoint(kinds)
