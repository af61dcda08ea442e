"""Somebody's share of what is handed out: `Hal: the first chapter`, and what somebody only says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg import late
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.orders import is_labelled_order, starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.spoken import is_talk
from tcsg.reading.status import find_status, read_report
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.nicknames import is_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.names import Names

_TO_BE = late.compile(r"(?:[\w.'’&/-]+ ){1,8}to be [a-z]{3,}\b")
_LONG = 200
"""Characters of a share."""
_LEAST = 2
"""Words of a task."""
_SPEECHES = 6
"""Paragraphs of talk below a title of actions, fewer may be long tasks."""


def is_speech(text: str) -> bool:
    """Whether a text tells at length what somebody said: `Hal: The log would be good to have, but …`."""
    head, colon, said = text.partition(": ")
    words = said.split()
    return bool(colon) and len(head.split()) <= 2 and len(words) >= 8 and not starts_with_verb(said) and words[0] not in ("to", "will")


def _as_told(text: str) -> str:
    """What somebody says in a log with a colon behind the name: `<AB> The mast is old` is told as `AB: The mast is old`."""
    return text[1:].replace(">", ":", 1) if text[:1] == "<" else text


def are_speeches(items: Sequence[Item]) -> bool:
    """Whether most items tell at length, as paragraphs, what somebody said, each behind a name: `**AB:** The mast is older than we thought, …`."""
    lines = [
        plain(item.text.replace("<", "").replace(">", ":", 1) if item.text[:1] == "<" else item.text) for item in items if item.shape is Shape.LINE
    ]
    return len(lines) >= _SPEECHES and 2 * sum(map(is_speech, lines)) > len(items)


def is_share_of(item: Item, names: Names) -> bool:
    """Whether an item is the share of somebody known, or called by a given name, of what is handed out above it."""
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.form != "label" or owned.start != 0:
        return False
    if not all(names.knows(o) or is_given(o.split()[0]) for o in owned.owners):
        return False
    return not is_speech(text) and tells_task(text, owned.end, names)


def is_for_all(text: str) -> bool:
    """Whether words tell all of those who were there to do something: `Both: think of a title`."""
    whom, colon, told = text.partition(": ")
    return bool(colon) and (whom.casefold() in w.EVERYBODY or whom == "Both") and starts_with_verb(told)


def begins_list(item: Item, names: Names) -> bool:
    """Whether a line right below a title is the first of a list without list marks: `Ann: ring the yard`, `Ring the yard`."""
    share = is_share_of(item, names) and not is_talk(plain(item.text).partition(": ")[2])
    return share or is_labelled_order(item) or (len(item.lines) == 1 and starts_with_verb(plain(item.text)))


def is_promised(text: str, names: Names) -> bool:
    """Whether somebody known is said to do it, behind it: `A glossary will be written by Hal`."""
    owned = find_owners(text, names, marked=True) if " be " in text and " by " in text else None
    return owned is not None and owned.form == "within" and all(map(names.knows, owned.owners))


def was_to_be(text: str, names: Names) -> bool:
    """Whether a text says what was to be done and, at its end, how that went: `The hall to be painted - DONE`."""
    return _TO_BE.match(text) is not None and find_status(text, names.idiom) is not None


def tells_task(text: str, start: int, names: Names, above: str = "") -> bool:
    """Whether what stands behind a name is a task, perhaps with how far it is: `Hal: the key. Closed`, but not `Hal: sent it. Closed`.

    What tells how it went with a task `above` is none.
    """
    said = text[start:]
    if read_report(said, names.idiom) is None and read_report(text, names.idiom) is None:
        return True
    task = without_status(said, names)
    first = task.split(None, 1)[0].casefold().strip(",.!*_") if task.strip() else ""
    if task == said or first == "" or first in _SPEAKING:
        return False
    from tcsg.reading.outcome import read_outcome  # lazy: few minutes have such a list

    return read_outcome(task, above, names.idiom) is None


def closes_told(text: str, names: Names) -> bool:
    """Whether a text of more than one word closes with how far it is: `The key. Closed.`, but not `Sent on Monday. Done.`."""
    told = find_status(text, names.idiom)
    return told is not None and told.start > 0 and names_task(text[: told.start], names)


def names_task(text: str, names: Names) -> bool:
    """Whether words beside how far it is name a task, of more than one word, and tell nothing of it: not `Sent on Monday`."""
    if len(text.replace("/", " ").split()) < _LEAST:
        return False
    task = text.partition(": ")[2] or text
    from tcsg.reading.outcome import read_outcome  # lazy: as above

    return task.split(None, 1)[0].casefold().strip(",.!*_") not in _SPEAKING and read_outcome(task, "", names.idiom) is None


def without_status(text: str, names: Names) -> str:
    """The words without the status before or behind them."""
    told = find_status(text, names.idiom)
    if told is None:
        return text
    return text[told.end :] if told.start == 0 else text[: told.start]


_SPEAKING = frozenset(
    "i i'm i’m i've i’ve we we're yes no yeah ok okay so but and well maybe it that this there they is are was what why how thanks +1".split()
)
"""With these words begins what somebody says, and no task."""


def is_labelled(item: Item | None, names: Names) -> bool:
    """Whether a paragraph has somebody's name and a colon or dash before a few words: `Yrsa: the map`."""
    if item is None or item.shape is not Shape.LINE or len(item.text) > _LONG:
        return False
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.form != "label" or owned.start != 0 or any(" " in o and not names.knows(o) for o in owned.owners):
        return False
    said = text[owned.end :].split(None, 1)
    return bool(said) and said[0].casefold().strip(",.!") not in _SPEAKING and tells_task(text, owned.end, names)
