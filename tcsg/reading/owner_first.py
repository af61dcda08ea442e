"""The marks that stand behind whose the action is: `PB action: …`, `[PB] ACTION: …`, `PB has an action to …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import plain
from tcsg.reading.marks import Mark
from tcsg.reading.naming import HANDLE, INITIALS, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owned import is_past_of
from tcsg.reading.owners import find_owners
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_GIVEN = late_names(
    r"[*_]{0,2}([A-Z@][\w/&, .@-]{0,40}?)[*_]{0,2}\s+(?:(?:has|have|had|took|takes|take|gets?|was given|were given|with) )?(?:the |an? )?"
    r"(action(?: item| point)?|AI) (?:to\s+(?=[a-z])|(?:of|for) (?=[a-z]{2,15}ing ))"
)
"""`PB has an action to send the paper`, `@pat action item to send it`."""
_GIVING = tuple(f"{mark} {word}" for mark in ("ction", "item", "point", "AI") for word in ("to", "of", "for"))
"""Of these it has one."""
_TAKES_ON = late_names(
    r"[*_]{0,2}([A-Z@][\w.'’ @-]{0,30}?)(?::[*_]{0,2}|[*_]{0,2}:)\s+(?:I\s)?(?:(?:I['’]ll|[Ww]ill|[Cc]an|could|would)\s)?"
    r"(?:[Tt]ake|[Tt]ook|have|[Hh]as)s?\s(?:an?|the|that)\s(action(?: item| point)?|AI) to\s+(?=[a-z])"
)
"""Somebody who says that it is theirs: `PB: I'll take an action to send it`."""
_OWNER_FIRST = late.compile(
    r"[*_]{0,2}([A-Z@][\w/&, .@-]{0,40}?)[*_]{0,2}\s+(action|ACTION|Action|TODO|AI|AP)"
    r"(?: item| point)?[*_]{0,2}(?:\s*:\s*[*_]{0,2}|\s[–—-]{1,2}\s+(?=\S))"
)
"""The mark behind its owner and before a colon or a dash: `PB action: send it`, `PB action – send it`."""
_WORDS = ("ction", "ACTION", "AI", "AP", "TODO")
"""Of these each has one."""
_DASH = late.compile(r"ction(?: item| point)?[*_]{0,2} (?=[–—-])", re.IGNORECASE)
_DASHES = ("–", "—", "-")
_PROPOSED = frozenset("recommended suggested proposed requested desired possible".split())
"""With these words begins what is put to a body, and nobody's action: `Recommended action: approve the lease`."""
_NEAR = 60
"""Characters in which a mark before a dash stands."""
_OWNER_APART = late_names(
    r"[*_]{0,2}[\[(]?([A-Z@][\w.'’@-]{0,30}?(?:(?: & | and |, ?|/| )[A-Z@][\w.’@-]{1,30}?){0,3})(?:['’]s?\s|[\])][*_]{0,2}\s?|\s[–—-]\s|\s(?=[(\[]))"
    r"[*_\[(]{0,3}(action|ACTION|Action)(?: item| point)?(?:[\])][*_]{0,2}:?|[*_]{0,2}\s?:)[*_]{0,2}\s*(?=\S)"
)
"""The mark parted from its owner: `[PB] ACTION: send it`, `Ann's action: send it`, `Ann (action): send it`."""


def owner_first_mark(text: str) -> Mark | None:
    """`PB action: send the paper`: the mark behind its owner."""
    if not any(map(text[:160].__contains__, _WORDS)):
        return None  # what the patterns ask for
    if ":" in text[:40] and (taken := _TAKES_ON.match(text[:160])) is not None:
        return Mark(taken[2], 0, taken.end(), taken[1])
    given = _GIVEN.match(text[:160]) if any(map(text[:160].__contains__, _GIVING)) else None
    if given and (given[2] != "AI" or " " not in given[1] or text[given.end(1) : given.start(2)].strip(" *_")):
        return Mark(given[2], 0, given.end(), given[1])
    dash = _DASH.search(text, 0, _NEAR)
    before, colon, _ = (text[: dash.end()], dash[0], "") if dash is not None else text[:120].partition(":")
    ended = before.rstrip(" *_").rpartition(" ")[0].endswith(".") and not before.strip(" *_").rpartition(" ")[0].endswith(w.ABBREVIATED)
    if (
        ("ction" in text[:120] or "ACTION" in text[:120])
        and (apart := _OWNER_APART.match(text[:120])) is not None
        and apart[1].casefold() not in w.QUALIFIERS
    ):
        return Mark(apart[2], 0, apart.end(), apart[1])
    match = (
        _OWNER_FIRST.match(text[:120])
        if colon and not ended and any(map(before.__contains__, _WORDS)) and len(before.split()) > 1 and "[" not in before and "(" not in before
        else None
    )
    if match and match[1].casefold() in w.QUALIFIERS:
        return Mark(match[2], 0, match.end())  # `Immediate action: …`
    if match and match[2].isupper() and match[2] != "ACTION" and any(word[:1].islower() for word in match[1].split()):
        return None  # `One more AI: …`
    return Mark(match[2], 0, match.end(), match[1]) if match else None


def is_somebodys(owned: Mark, text: str, names: Names) -> bool:
    """Whether what stands before a mark is somebody: `Ann action: …`, `Oksana action: send it`, but not `Legal action: none was taken`."""
    owners = split_owners(owned.owners, names)
    if owned.owners.split()[-1].casefold() in _PROPOSED:
        return False
    parted = ":" in text[: owned.end] or text[: owned.end].rstrip()[-1:] in _DASHES
    if not parted or all(names.knows(o) or is_given(o.split()[0]) or is_group(o) or INITIALS.match(o) or HANDLE.match(o) for o in owners):
        return bool(owners)
    together = text[text.find(owned.owners) + len(owned.owners) :].lstrip("*_ ").startswith(owned.word)
    return together and (text.startswith("to ", owned.end) or starts_with_verb(plain(text[owned.end :])))


def is_dashed_share(text: str, mark: Mark, names: Names) -> bool:
    """Whether behind a mark with a dash stands somebody known and what that is to see to: `AP - Ann, the cheque`."""
    if text[: mark.end].rstrip()[-1:] not in ("–", "—", "-") or names.knows(mark.word):
        return False
    rest = plain(text[mark.end :])
    owned = find_owners(rest, names, marked=True)
    return owned is not None and owned.start == 0 and all(map(names.knows, owned.owners)) and not is_past_of(rest, owned)
