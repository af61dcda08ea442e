"""Whose meeting the title of a list names: `last meeting`, `Actions from the Delft meeting`."""

from __future__ import annotations

from tcsg import late

_OF_MEETING = late.compile(
    r"(?:(?:from|of|at|since|in) )?(?:the |our )?(?:(this|today's|tonight's)|last|previous|past|prior|earlier) (?:meeting|call|session|telecon|time)$"
    r"|(?:(?:aus|von|seit) )?(?:(diese)r?|(?:die |der )?(?:letzten?|vorigen?)) (?:sitzung|treffen)$"
    r"|(?:de |depuis )?(?:(cette) (?:réunion|séance)|la (?:dernière|précédente) (?:réunion|séance)|la (?:réunion|séance) précédente)$"
)
"""The meeting whose actions stand below, within a list of them: `*last meeting*`."""
TODAYS = frozenset("this today today's tonight tonight's".split())
"""Words of a title of actions that are of this meeting."""
HELD_LAST = ("meeting", "call", "session", "telecon", "time", "sitzung", "treffen", "réunion", "séance", "précédente")
"""With one of these words what names a meeting ends."""
HELD = late.compile(
    r" (?:from|of|at|since|arising from|agreed at|taken at) (?:the |our )?(?:[^\W\d_][\w.'-]{0,20} ){1,3}"
    r"(?:meeting|call|session|telecon|workshop|f2f|sitzung|réunion)$"
    r"| (?:from|arising from|agreed at|taken at) (?:the |our )?(?!(?:now|here|today|tonight|this|these|that)\b)"
    r"(?:(?:last|previous|prior|past) )?[^\W\d_][\w.-]{2,20}(?: [^\W\d_][\w.-]{1,20})?(?: #?\d{1,4})?$"
)
"""The meeting from which the actions are by its place or its body: `Actions from the Delft meeting`."""


def names_meeting(title: str) -> bool:
    """Whether a title names nothing but this meeting or an earlier one."""
    return _OF_MEETING.match(title.casefold()) is not None


def is_of_this(key: str) -> bool:
    """Whether a casefolded title names nothing but this meeting."""
    of = _OF_MEETING.match(key)
    return of is not None and of.lastindex is not None
