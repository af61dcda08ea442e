"""How far it is by degree: `nearly done`, `80 % complete`; and what goes on as another action: `merged with 3.2`."""

from __future__ import annotations

from tcsg import late
from tcsg.model import Status
from tcsg.reading.words import vocabulary as w

_HEDGES = frozenset(
    "nearly almost mostly largely mainly half part partly partially not being about virtually practically just soon substantially".split()
)
"""Before a word for what is done they leave it open."""
THERE = frozenset(("there", "ready", "started", "begun"))
"""The same before these."""
_SHORT = late.compile(r"(?:(?:now|about|around|c\.?|~|approx\.?) ?)?(\d{1,3}) ?%(?: (?:of it ))? ?(?:there|ready|(\w+))$")
"""`80 % complete`; a share alone may be what the task is about: `raise the fee - 5%`."""
_OTHER = (
    r"(?: (?:the|new|our))?(?: (?:action|item|point|task|issue|ticket|no\.?|number|ai|ap))?"
    r" ?#?[a-z]{0,3}\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]?(?: above| below)?"
)
_JOINED = late.compile(
    rf"(?:(?:now|is|was|been|to be) )?(?:(?:merged|combined|folded|absorbed|amalgamated|consolidated|subsumed|incorporated) (?:with|into)"
    rf"|(?:replaced|superseded) by|(?:a )?duplicate[sd]?(?: of)?|same as){_OTHER}(?=\s?[,.;:)(–—]|\s-|$)"
)
"""What is the work of another action from now on."""
JOINED = frozenset("merged combined folded absorbed amalgamated consolidated subsumed incorporated replaced superseded".split()) | {
    "duplicate", "duplicates", "duplicated", "same",
}  # fmt: skip
"""One of these is in whatever is the work of another action."""
_JOINING = JOINED | frozenset("now is was been to a".split())


def by_degree(key: str) -> Status | None:
    """The status that a casefolded phrase tells by degree, or by the number of the action of which it is now a part."""
    first, _, rest = key.partition(" ")
    if first in _HEDGES and (rest in w.DONE or rest in w.DONE_ALONE or rest in w.FINISHED or rest in THERE):
        return Status.OPEN
    if first in _JOINING:
        return Status.DROPPED if _JOINED.match(key) else None
    share = _SHORT.match(key) if "%" in key else None
    if share is None or (share[2] and share[2] not in w.DONE):
        return None
    return Status.DONE if share[1] == "100" else Status.OPEN
