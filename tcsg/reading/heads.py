"""People before what they are to do, where that is spelt as in titles: `ANN To row the boat`, `Ann re: the boat`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.naming import is_group, split_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_CAPITAL = late.compile(r"([^:.;()]{1,60}?) To (?=([a-z]{2,20})\b)")


def small_to(text: str, names: Names) -> str:
    """The text with a `To` behind people who are known and before a verb written small: `ANN To row the boat`."""
    found = _CAPITAL.match(text)
    owners = split_owners(found[1], names) if found is not None and found[2] in w.VERBS else ()
    return text.replace(" To ", " to ", 1) if owners and all(names.knows(o) or is_group(o) for o in owners) else text


def regarding(label: str, names: Names) -> str:
    """A label without what says that the thing follows, behind people who are known: `Ann`, of `Ann re: the boat`."""
    who = label[:-3] if label[-3:] in (" Re", " re", " RE") else ""
    owners = split_owners(who, names) if who else ()
    return who if owners and all(map(names.knows, owners)) else label
