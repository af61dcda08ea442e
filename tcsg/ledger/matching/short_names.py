"""Whether the initials of one meeting may be somebody of another, where neither tells all of the name: `WP` and Wilf."""

from __future__ import annotations

from tcsg.reading.words.nicknames import is_given


def may_be_one(shorts: frozenset[str], owners: frozenset[str]) -> bool:
    """Whether any of what may be initials, in small letters, may mean one of the owners."""
    return any(len(short) == 2 and short.isalpha() and _may_mean(short, owner) for short in shorts for owner in owners)


def _may_mean(short: str, owner: str) -> bool:
    """Whether initials may be those of somebody with a given name, or with all these names: `wp` Wilf, or Wilf Pond, but not Wilf Dunn."""
    first, *others = owner.split()
    if others:
        return short == "".join([name[0] for name in (first, *others)])
    return first[0] == short[0] and len(first) > len(short) and is_given(first.title())
