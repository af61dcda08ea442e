"""Sub-headings within a list of actions: whose the actions below are, or an action themselves."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.labelled import is_field
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.marks import lead_mark
from tcsg.reading.naming import HANDLE, INITIALS, is_abstract, is_group, split_owners
from tcsg.reading.numbering import unnumbered
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.marks import Mark
    from tcsg.reading.names import Names

_ENOUGH = 40
"""Items on either side of a sub-heading among which those beside it are looked for; more would be dear on a page of nothing else."""
_OWNER = late.compile(
    r"(?:owners?|lead|who|responsible|assigned to|assignees?|zuständig|verantwortlich|wer|responsable|pilote|qui)\s*:\s*", re.IGNORECASE
)
"""What may stand before whose actions they are: `Owner: Ann`."""
_BEHIND = late.compile(r"\s(?:[–—-]{1,2}\s([^()–—-]{2,40})|\(([^()]{2,40})\))$")
"""What stands behind a title, parted by a dash or in brackets."""
_CAPITALS = late.compile(r"([A-Z][A-Z.-]{1,20}(?:(?:, | and | & |/|, and )[A-Z][A-Z.-]{1,20}){0,4}) (?=[A-Z][a-z])")
"""People in capitals before what they are to do: `ANN and BO For the fair, find a band`."""
_NICK = late.compile(r"\w \s?(?:[–—]|--) ([a-z][\w.-]{1,20})$")
"""A nick behind a title and a dash, as any word may be: `Roof -- annb`."""
_FOLLOW_UP = late.compile(r"follow[ -]?up\s?:\s*", re.IGNORECASE)
_COUNTS = (list("ABCDEFGHIJKLMNOP"), "I II III IV V VI VII VIII IX X XI XII".split())
"""Letters that stand before titles in place of numbers."""
_FOR = ("for", "für", "pour")
_DASHES = frozenset("–—-")


def owners_of(title: str, names: Names) -> tuple[str, ...]:
    """The owners that a sub-heading names, when it is nothing but their names."""
    title = without_for(title, names)
    owners = split_owners(title, names) if len(title.split()) <= 5 else ()
    return owners if all(_is_somebody(o, names) for o in owners) else ()


def without_for(title: str, names: Names) -> str:
    """The title without `Owner:`, or `For` before people who are known, or a group: `For Ann`, but not `For discussion`."""
    if (label := _OWNER.match(title)) is not None:
        return title[label.end() :]
    word, _, who = title.partition(" ")
    owners = split_owners(who, names) if word.casefold() in _FOR else ()
    return who if owners and all(names.knows(o) or is_group(o) for o in owners) else title


def behind(title: str, names: Names) -> str | None:
    """Whose actions a title says that they are behind itself: `Actions – Ann`, `To do (all)`; what stands there may as well be a topic."""
    found = _BEHIND.search(title) if title[-1:] == ")" or not _DASHES.isdisjoint(title) else None
    who = found and (found[1] or found[2])
    owners = split_owners(who, names) if who else ()
    return who if owners and all(names.knows(o) or is_group(o) for o in owners) else None


def people_of(items: Sequence[Item], n: int, names: Names) -> tuple[str, ...]:
    """The owners that the sub-heading at `n` names: somebody known, or all the sub-headings beside it name somebody as well.

    `### Roof Fund` beside `### News of the month` is nobody.
    """
    places = sorted(_beside(items, n, names))
    titles = [plain(items[k].text).strip(" :") for k in places]
    titles = [*map(unnumbered, titles)] if _are_numbered(titles) else titles
    owners = owners_of(titles[places.index(n)], names)
    if not owners or all(is_sure(o, names) for o in owners):
        return owners
    beside = [owners_of(title, names) for title in titles if title.casefold() not in w.ACRONYMS]  # `### Jira` tells nothing of `### Rosa`
    among = not names.full or any(is_sure(o, names) for theirs in beside for o in theirs)  # `### Website` beside `### Roof` is nobody
    return owners if among and all(beside) else ()


def _are_numbered(titles: Sequence[str]) -> bool:
    """Whether all titles of a list bear a number, `1.1 Ann`, or letters that count from the first: `J. Bell` alone is somebody."""
    if all(title[:1].isdigit() for title in titles):
        return True
    letters = [title.partition(".")[0] for title in titles]
    return len(letters) > 1 and any(letters == first[: len(letters)] for first in _COUNTS)


def is_sure(owner: str, names: Names) -> bool:
    """Whether an owner is somebody, listed or not, and no topic."""
    return bool(names.knows(owner) or is_group(owner) or INITIALS.match(owner) or HANDLE.match(owner) or is_given(owner.split(maxsplit=1)[0]))


def _beside(items: Sequence[Item], n: int, names: Names) -> list[int]:
    """The places of the headings of the level of the one at `n` around it, itself among them."""
    level = items[n].level
    around = [*takewhile(lambda k: not _ends(items[k], level, names), range(n, max(-1, n - _ENOUGH), -1))]
    around += takewhile(lambda k: not _ends(items[k], level, names), range(n + 1, min(len(items), n + _ENOUGH)))
    return [k for k in around if items[k].shape is Shape.HEADING and items[k].level == level]


def _is_somebody(owner: str, names: Names) -> bool:
    """Whether a title is a person or a group and no topic, where the minutes list their people."""
    if names.knows(owner) or is_group(owner) or INITIALS.match(owner) or HANDLE.match(owner):
        return True
    words = owner.casefold().split()
    return (not names.full or len(words) == 1) and not any(word in w.QUALIFIERS or word in w.ACRONYMS or is_abstract(word) for word in words)


def heads_action(title: str, mark: Mark, names: Names) -> bool:
    """Whether a heading that begins with a mark states an action: `ACTION: …`, `Action item - Ann - find a hall`."""
    told = plain(title[mark.end :])
    if mark.word[:6].casefold() == "follow" and not mark.owners and find_owners(told, names) is None:
        return starts_with_verb(told)  # `Follow up: roof of the shed` is what was talked of
    if ":" in title[: mark.end] or mark.owners:
        return True
    dashed = title[: mark.end].rstrip()[-1:] in "–—-"
    owned = find_owners(told, names, marked=True) if dashed or mark.word.isupper() else None
    if owned is None or (not dashed and owned.form == "label"):
        return False
    return (owned.start == 0 and owned.form in ("to", "label")) or (not dashed and owned.form == "parentheses")  # `TODO find a hall (Ann)`


def is_task(items: Sequence[Item], n: int, names: Names) -> bool:
    """Whether the sub-heading at `n` is an action, and a paragraph or callout below tells how it went: `### Store cupboard (Ivy)`."""
    item, following = items[n], items[n + 1] if n + 1 < len(items) else None
    below = following is None or following.shape is Shape.LINE or (following.shape is Shape.BULLET and is_field(plain(following.text)))
    below = below or _is_quoted(items, n)
    if not below and not (following is not None and following.shape is Shape.HEADING and following.level <= item.level):
        return False
    text = _FOLLOW_UP.sub("", plain(item.text))
    owned = find_owners(text, names)
    told = owned is not None and owned.form in ("to", "parentheses") and (owned.strong or all(map(names.knows, owned.owners)))
    if told:
        return True
    return starts_with_verb(text) and len(text.split()) > 2


def is_one_of_tasks(items: Sequence[Item], n: int, names: Names, *, reviewed: bool) -> bool:
    """Whether the sub-heading at `n` is an action, by its words or because most of those beside it are, or tell whose they are.

    `### Re: the lease` is one beside `### Ivy to ring the yard` and `### Order the slates`, and so is `### Roof -- Ivy` beside its like.
    In a list that is `reviewed` all are where each stands above a callout, which tells how it went.
    """
    if is_task(items, n, names):
        return True
    beside = _beside(items, n, names)
    if reviewed and len(beside) > 1 and all(_is_quoted(items, k) for k in beside):
        return True
    owned = {k for k in beside if _tells_whose(plain(items[k].text), names)}
    tasks = sum(k in owned or is_task(items, k, names) for k in beside)
    listed = n + 1 < len(items) and items[n + 1].shape is Shape.BULLET and not _is_quoted(items, n)  # of that the bullets tell
    return tasks > 1 and 2 * tasks >= len(beside) and (n in owned or not listed)


def _is_quoted(items: Sequence[Item], n: int) -> bool:
    """Whether what stands right below the sub-heading at `n` is quoted."""
    return n + 1 < len(items) and items[n + 1].quote > items[n].quote


def _tells_whose(text: str, names: Names) -> bool:
    """Whether a title tells whose it is before a colon or behind a dash: `Ivy: the roof`, `Roof -- Ivy`."""
    if lead_mark(text, names.idiom) is not None:
        return False  # the mark states it: `TODO: Ivy: the roof`
    owned = find_owners(text, names, marked=True)
    if owned is not None and owned.form in ("label", "dash", "to") and all(is_sure(o, names) for o in owned.owners):
        return True
    return named_in(text, names) != ""


def _ends(item: Item, level: int, names: Names) -> bool:
    """Whether a heading ends what stands below its own level; that of the next person does not."""
    return item.shape is Shape.HEADING and item.level < level and not owners_of(plain(item.text), names)


def named_in(text: str, names: Names) -> str:
    """Who stands in capitals at the head of a sub-heading that is an action, or the nick behind a dash: `Roof -- annb`; "" where nobody does."""
    shouted = _CAPITALS.match(text)
    owners = split_owners(shouted[1], names) if shouted is not None else ()
    if shouted is not None and owners and all(names.knows(o) or is_group(o) for o in owners):
        return shouted[1]
    nick = _NICK.search(text)
    return nick[1] if nick is not None else ""


def told_below(following: Item | None, names: Names) -> str:
    """Whom the paragraph below a sub-heading tells to do it: `Sam and Ivy need to finish the plan`; "" when it tells nobody."""
    text = plain(following.text) if following is not None and following.shape is Shape.LINE else ""
    owned = find_owners(text, names, marked=True) if text else None
    return " and ".join(owned.owners) if owned is not None and owned.start == 0 and owned.form == "to" else ""
