"""What stands before the colons of a review: whose the actions are, or what they are about: `Cabinet: has been treated`.

Where people are listed, and fewer of a list's heads are theirs than not, the others are no people either but titles.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.frozen import replace
from tcsg.model import Kind, Section
from tcsg.reading.markdown import plain
from tcsg.reading.naming import HANDLE, INITIALS, is_group, split_owners
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names
    from tcsg.reading.owned import Owned

_HEAD = late.compile(r"([^:]{1,60}?)(?::|\s[–—-])\s+(?=\S)")

_LISTED, _SHORT = 3, 4
"""People who are all listed by their initials, and letters of these."""
_LABEL = 40
"""Characters in which a label stands."""


def with_titles(drafts: tuple[Draft, ...], names: Names) -> tuple[Draft, ...]:
    """The drafts; those of a review whose heads are titles are told."""
    if not names.full:
        return drafts
    heads = {n: head for n, d in enumerate(drafts) if _is_reviewed(d) and (head := _head(d))}
    if not heads:
        return drafts
    theirs = {n: _is_somebodys(head, names) for n, head in heads.items()}
    votes = Counter((_home(drafts[n]), known) for n, known in theirs.items())
    titled = {n for n, known in theirs.items() if not known and votes[_home(drafts[n]), False] > votes[_home(drafts[n]), True]}
    return tuple(_titled(d) if n in titled and not _orders(d) else d for n, d in enumerate(drafts)) if titled else drafts


def _is_reviewed(draft: Draft) -> bool:
    return draft.block is not None and draft.block.section is Section.REVIEW and not draft.whole


def _home(draft: Draft) -> int:
    return draft.block.line if draft.block is not None else 0


def _head(draft: Draft) -> str:
    """What stands before the colon of a draft, or in the brackets behind its number: `Action 4.2 (spring walk): …`."""
    if draft.named:
        return plain(draft.named) if draft.number else ""
    head = _HEAD.match(plain(draft.text[:200]))
    return head[1] if head else ""


def _is_somebodys(head: str, names: Names) -> bool:
    """Whether a head names somebody known, or whom nobody takes for a thing."""
    first_word = head.split(maxsplit=1)[0].strip("[](){}") if head.strip() else ""  # `Ann to ring the bank: no answer`
    owners = split_owners(head, names) or ((first_word,) if first_word else ())
    listed = len(names.full) >= _LISTED and all(len(name) <= _SHORT for name in names.full)  # then other capitals are as likely a thing
    return any(
        names.knows(o)
        or names.knows(first := o.split()[0])
        or (INITIALS.match(o) and not listed)
        or HANDLE.match(o)
        or is_group(o)
        or is_given(first)
        for o in owners
    )


def _orders(draft: Draft) -> bool:
    """Whether an order stands behind a head, as behind somebody's name: `Kovacs: ring the bank`."""
    head = _HEAD.match(plain(draft.text[:200])) if not draft.named else None
    return head is not None and starts_with_verb(plain(draft.text)[head.end() :])


def _titled(draft: Draft) -> Draft:
    if draft.named:
        return replace(draft, text=f"{draft.named}: {draft.text}", named="", titled=True)
    return replace(draft, titled=True)


def owned_in(draft: Draft, text: str, names: Names) -> Owned | None:
    """The owners that the words name: not a title, nor a place or a body in brackets, below a line that names the owner."""
    if draft.single:
        return None  # of all that is told of it only the margin or a cell says whose it is
    owned = _of_the_order(draft, find_owners(text, names, marked=True), text, names)
    if owned is None or any(map(names.knows, owned.owners)):
        return owned if owned is not None or not draft.titled else _behind_title(text, names)
    if draft.titled and owned.form in ("label", "title"):
        return _behind_title(text, names)
    elsewhere = owned.form == "parentheses" and draft.inherited and not any(map(is_group, owned.owners))
    return None if elsewhere or (owned.form == "label" and draft.inherited and _is_thing(owned, draft, names)) else owned


def _is_thing(owned: Owned, draft: Draft, names: Names) -> bool:
    """Whether a label below a line that names somebody known is what the task is about: `Keys: still to be cut`, below `**Ann**`."""
    labels = owned.owners
    return all(map(names.knows, draft.inherited)) and not any(is_group(o) or is_given(o) or o.isupper() or o[:1] == "@" for o in labels)


def _of_the_order(draft: Draft, owned: Owned | None, text: str, names: Names) -> Owned | None:
    """Whom the first sentence behind a mark and a label names, where others are in what is said of it: `Bank: Ring them. Bo will help.`."""
    if owned is None or draft.kind is not Kind.MARKER or owned.form != "to" or ". " not in text[: owned.start]:
        return owned
    head, colon, _ = text[:_LABEL].partition(": ")
    return (find_owners(text[: text.index(". ")], names, marked=True) if colon and " " not in head else None) or owned


def _behind_title(text: str, names: Names) -> Owned | None:
    """The owners that the words behind a title name."""
    head = _HEAD.match(text)
    begin = head.end() if head else 0
    owned = find_owners(text[begin:], names, marked=True)
    if owned is None or not all(names.knows(o) or is_group(o) for o in owned.owners):
        return None
    return replace(owned, start=owned.start + begin, end=owned.end + begin)
