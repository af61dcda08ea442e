"""Whether the initials of one meeting may be somebody of another, where neither tells all of the name: `WP` and Wilf."""

from __future__ import annotations

from tcsg.reading.words.nicknames import is_given

_LONGEST = 4
"""Letters of initials: those of Ian McRae are `IMcR`."""


def may_be_one(shorts: frozenset[str], owners: frozenset[str]) -> bool:
    """Whether any of what may be initials, in small letters, may mean one of the owners."""
    found = [short for short in shorts if 1 < len(short) <= _LONGEST and short.isalpha()]
    return bool(found) and any(_may_mean(short, owner) for short in found for owner in owners)


def _may_mean(short: str, owner: str) -> bool:
    """Whether initials may be those of somebody with a given name, or with all these names: `wp` Wilf, or Wilf Pond, but not Wilf Dunn."""
    first, *others = owner.split()
    if others:
        return short in {"".join([name[0] for name in (first, *others)]), "".join([_initial(name) for name in (first, *others)])}
    return len(short) == 2 < len(first) and first[0] == short[0] and is_given(first.title())


def _initial(name: str) -> str:
    return name[:3] if name[:2] == "mc" else name[0]
