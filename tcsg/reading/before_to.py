"""What stands before `to` and a verb: people who are in no list, a thing that goes to something, or the task itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.naming import INITIALS, NAME_WORD, is_abstract, is_business, is_group, is_role, is_sure, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.text import late_names
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from tcsg.reading.names import Names

_OTHERS = frozenset("other others each every any our your their its his her my these those".split())
"""What no verb is, and begins a thing as an article does: `All references to other huts`."""
ASIDE = late.compile(r"(?<=\w) ?(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])")

_MADE = late_names(r"([A-Z][a-z]{2,})[A-Z][a-z]{2,}[A-Z\w]*$")
"""A name made of two words, as programs have: `SonarCloud`; behind a given name it is somebody's: `AnnaBerg`."""


def unlisted(head: str, names: Names, *, order: bool, firm: bool) -> tuple[str, ...]:
    """Owners in no list that only a marked task can have: `client teams`, `Kit man`, and `Research` before `should`."""
    words = head.split()
    if "/" in head and "." in head:
        return ()  # a file
    if head[:1].islower() and len(words) <= 5 and words[0] not in w.ORDERS and words[0] not in w.NO_NAMES:
        owners = split_owners(head, names, loose=True)
        return owners if all(" " not in o or is_group(o) or o[-1] == "s" or (len(owners) > 1 and o[0].isupper()) for o in owners) else ()
    if firm and NAME_WORD.match(head) and head.casefold() not in w.NOBODY | w.NO_NAMES:
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
    return following in w.ARTICLES or following in _OTHERS or (following[:1].isupper() and following[1:].islower())


def tells_task(head: str, names: Names) -> bool:
    """Whether what stands before `to` is a task of its own: `Using HackMD to take notes`, `@ann Set-up a pad to take notes`."""
    first, _, rest = head.strip().partition(" ")
    if not rest or is_group(head) or names.knows(head.strip()) or names.knows(f"{first} {rest.split()[0]}"):
        return False
    if first[:1] == "@":
        return rest.lstrip("-–— ").partition("-")[0].partition(" ")[0].casefold() in w.VERBS
    return first[-3:] == "ing" and first[0].isupper() and (first[:-3].casefold() in w.VERBS or f"{first[:-3].casefold()}e" in w.VERBS)


def is_plural(rest: str) -> bool:
    """Whether what follows `to` is a thing in the plural and no verb: `outreach to groups`."""
    following = rest.split(maxsplit=1)[0].casefold() if rest.split() else ""
    return following.endswith("s") and not following.endswith("ss") and following not in w.VERBS


def is_task(head: str, names: Names) -> bool:
    """Whether the words before `to` are themselves a task: `Continue to …`."""
    first = head.split(maxsplit=1)[0].strip(",")
    return first.casefold() in w.ORDERS and not names.knows(first) and not first.isupper() and not is_group(head)


def without_aside(head: str, names: Names) -> str:
    """The head without brackets, or who has the role that it names: `Secretary (Ann)`."""
    aside, bare = ASIDE.search(head), ASIDE.sub(" ", head)
    named = aside[0].strip(" ()[]") if aside else ""
    return named if names.knows(named) and is_group(bare) and not names.knows(bare.strip()) else bare


_SERIES = late_names(r"(?:^|[\s,])[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{1,30})?, [A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{1,30})?$")


def closes_series(text: str, at: int) -> bool:
    """Whether `, and Cy to draft it` goes on with names before the comma at `at`: `Ann to talk with Bo, Dee, and Cy to draft it`."""
    return text.startswith(", and ", at) and _SERIES.search(text[max(0, at - 80) : at]) is not None


def may_stand_within(text: str, start: int, owners: tuple[str, ...], names: Names, *, marked: bool) -> bool:
    """Whether nobody would doubt owners within a text: they are sure, or given names and groups behind a topic: `Street light – Kelly to mend it`."""
    if all(is_sure(o, names) for o in owners):
        return True
    behind = marked and text[:start].rstrip()[-1:] in (":", "–", "—", "-") and not starts_with_verb(text)
    return behind and all(is_sure(o, names) or is_given(o.split()[0]) or (is_group(o) and o[0].isupper()) for o in owners)


def are_things(owners: tuple[str, ...], behind: str, names: Names, *, known: bool) -> bool:
    """Whether unknown names before a colon are rather a topic: `Testing: …`, `Garden Plan & Shed Update: …`.

    So are capitals that nobody there has before what somebody who was there has done: `EMFF: Ann sent it in May`.
    """
    first, _, rest = behind.partition(" ")
    if names.knows(first) and not any(map(names.knows, owners)) and all(map(INITIALS.match, owners)):
        verb = rest.split(maxsplit=1)[0].casefold() if rest else ""
        return is_past(verb) or verb in {"has", "had", "is", "was", "will"}
    if known:
        return False
    if len(owners) == 1:
        made = _MADE.match(owners[0])
        return is_abstract(owners[0]) or owners[0].endswith("ing") or (made is not None and not is_given(made[1]))
    return any(map(is_business, owners))
