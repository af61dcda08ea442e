"""What stands before `to` and a verb: people who are in no list, a thing that goes to something, or the task itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.reading.naming import NAME_WORD, is_group, is_role, split_owners
from tcsg.reading.words import vocabulary as w

if TYPE_CHECKING:
    from tcsg.reading.names import Names


def unlisted(head: str, names: Names, *, order: bool, firm: bool) -> tuple[str, ...]:
    """Owners in no list that only a marked task can have: `client teams`, `Kit man`, and `Research` before `should`."""
    words = head.split()
    if "/" in head and "." in head:
        return ()  # a file
    if head[:1].islower() and len(words) <= 5 and words[0] not in w.ORDERS and words[0] not in w.NO_NAMES:
        owners = split_owners(head, names, loose=True)
        return owners if all(" " not in o or is_group(o) or o[-1] == "s" or (len(owners) > 1 and o[0].isupper()) for o in owners) else ()
    if firm and NAME_WORD.match(head) and head.casefold() not in w.NOBODY:
        return (head,)  # no order goes on with `should`
    return (head,) if order and is_role(head) else ()


def goes_to_a_thing(head: str, rest: str, names: Names) -> bool:
    """Whether `to` goes before a thing and no verb, as in `Access to the roof`; somebody known may have left the verb out."""
    if names.knows(head.strip()) or head.split(maxsplit=1)[0].isupper():
        return False
    if head.strip().casefold() in w.GOES_TO:
        return True
    following = rest.split(maxsplit=1)[0] if rest.split() else ""
    if following.casefold().strip(".,;:") == head.rsplit(maxsplit=1)[-1].casefold():
        return True  # `Face to face`
    return following in w.ARTICLES or (following[:1].isupper() and following[1:].islower())


def is_plural(rest: str) -> bool:
    """Whether what follows `to` is a thing in the plural and no verb: `outreach to groups`."""
    following = rest.split(maxsplit=1)[0].casefold() if rest.split() else ""
    return following.endswith("s") and not following.endswith("ss") and following not in w.VERBS


def is_task(head: str, names: Names) -> bool:
    """Whether the words before `to` are themselves a task: `Continue to …`."""
    first = head.split(maxsplit=1)[0].strip(",")
    return first.casefold() in w.ORDERS and not names.knows(first) and not first.isupper() and not is_group(head)
