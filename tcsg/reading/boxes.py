"""Which boxes are tasks: not those of an agenda, of who was there, of answers and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tcsg.model import Kind
from tcsg.reading.blocks import is_elsewhere
from tcsg.reading.hollow import nothing
from tcsg.reading.markdown import Item, Shape, plain
from tcsg.reading.members import is_somebodys
from tcsg.reading.naming import HANDLE, split_owners
from tcsg.reading.notes import denies
from tcsg.reading.orders import starts_with_verb
from tcsg.reading.owners import find_owners
from tcsg.reading.reported import looks_back
from tcsg.reading.status import read_status
from tcsg.reading.text import words_in
from tcsg.reading.words import vocabulary as w
from tcsg.reading.words.pasts import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tcsg.reading.drafts import Draft
    from tcsg.reading.names import Names

_TITLE = 60
"""Characters of a title."""
_TALKED = frozenset("agenda tagesordnung tagesordnungspunkte ordre topics themen sujets points items notes notizen discussion minutes".split())
"""One of these stands in the titles of what was said."""
_ROLL = frozenset(
    """
    affiliation attendee attendees company email first full guest guests handle last member members name names observer observers organisation
    organization others participant participants role your
    """.split()
)
"""What stands in a list of people that nobody has filled in: `[ ] Member - Organisation`."""
_TOLD = 2
"""Words of what somebody is to do."""
_SENTENCE = 6
"""Words of a paragraph that is no title."""
_SEVERAL = 2
"""Boxes of people on a page whose tasks are boxes."""
_NEAR = 60
"""Items among which the points of a list are looked for."""


def ticks(item: Item) -> bool:
    """Whether a box only says how far the action above it is: `[x] done`, `[ ] not yet`, `✅`."""
    text = plain(item.text)
    return item.boxed and len(item.lines) == 1 and ((not text and bool(item.checked)) or read_status(text) is not None or denies(text))


def list_label(item: Item, heading: str, label: str) -> str:
    """The label of the boxes below a bullet of an agenda: its title where that looks back, `Carryovers from last time`; else the one above."""
    if not is_elsewhere(heading):
        return label
    title = plain(item.text[:_TITLE]).casefold().strip(" :")
    return title if looks_back(title) else ""


def is_box_of_task(item: Item, above: tuple[str, str], names: Names) -> bool:
    """Whether a box is a task: not one of an agenda or a list of people, and in notes only one that names who is to do it.

    `above` are the heading and the label above it.
    """
    if not item.text.strip() or nothing(item.text) or _names_people(item, names) or _ROLL.issuperset(words_in(item.text.casefold())):
        return False
    if any(map(_prepares, above)) and not _has_to_be_done(item, names):
        return False
    foreign = [title for title in above if is_elsewhere(title)]
    own = above[1] != "" and above[1] not in foreign  # below an agenda's heading, the list has a name of its own
    return not foreign or ((own or all(title.startswith("notes") for title in foreign)) and _is_given(item, names))


def _prepares(title: str) -> bool:
    """Whether a title heads a check-list of the meeting itself: `Before we start`, `The chair's check-list`."""
    return title in w.CHECKLISTS or not w.CHECKLISTS.isdisjoint(title.split())


def _has_to_be_done(item: Item, names: Names) -> bool:
    """Whether a box of a check-list is somebody's or an order that is still open, and not `recording on`, `Agenda sent`, `nobody objects to it`."""
    text = plain(item.text)
    given = _is_given(item, names) and text.split(maxsplit=1)[0].casefold() not in w.NOBODY
    made = text.count(" ") == 1 and is_past(text.rpartition(" ")[2])  # `tag pushed`
    return given or (not item.checked and not made and starts_with_verb(text))


def among_points(items: Sequence[Item], n: int) -> bool:
    """Whether the list in which a box stands has points without boxes, or is one below what was said: then its boxes are no points of an agenda."""
    box = items[n]
    for near in (reversed(items[max(0, n - _NEAR) : n]), items[n + 1 : n + _NEAR]):
        for item in near:
            if item.shape is not Shape.BULLET or item.quote != box.quote:
                if item.shape is Shape.LINE and item.indent > 0:
                    continue  # what is told of a point
                if _is_talk(item) and item.line < box.line and box.indent > item.indent:
                    return True
                break
            if item.indent < box.indent:
                break
            if not item.boxed and item.indent == box.indent:
                return True
    return False


def _is_talk(item: Item) -> bool:
    """Whether a paragraph tells what was said, and is no title of the list below it."""
    return item.shape is Shape.LINE and len(item.text.split()) >= _SENTENCE and item.text.rstrip("*_ ")[-1:] not in (":", "?")


def is_struck_box(item: Item, drafts: Sequence[Draft]) -> bool:
    """Whether a bullet was a box before it was struck out with the action that it stands below: others of the list are boxes still."""
    if item.text[:2] != "~~" or item.shape is not Shape.BULLET or not drafts or not drafts[-1].text.startswith("~~"):
        return False
    block = drafts[-1].block
    whole = item.text.find("~~", 2) >= len(item.text.rstrip(" .")) - 2
    return whole and any(draft.kind is Kind.CHECKBOX and draft.block == block for draft in drafts[-_NEAR:])


def is_given_box(items: Sequence[Item], n: int, above: tuple[str, str], names: Names) -> bool:
    """Whether an item is a box of somebody's among what was said, or was one before it was struck out."""
    return _is_told(items, n, above, names) if items[n].boxed else (not any(map(is_elsewhere, above)) and _is_struck(items[n], items, names))


def _is_struck(item: Item, items: Sequence[Item], names: Names) -> bool:
    """Whether a bullet outside of any list was somebody's box before it was struck out, box and all: others on the page are boxes still."""
    struck = item.text[2 : item.text.find("~~", 2)] if item.shape is Shape.BULLET and item.text[:2] == "~~" else ""
    if not struck or not _names_owner(struck, names):
        return False
    return sum(other.boxed and _names_owner(other.text, names) for other in items) >= _SEVERAL


def _names_owner(text: str, names: Names) -> bool:
    """Whether somebody known stands before the task or behind it, and not amid what is told."""
    owned = find_owners(plain(text), names, marked=True)
    if owned is None or not all(names.knows(o.removeprefix("@")) for o in owned.owners):
        return False
    return owned.form in (("to", "label", "doing", "handle") if owned.start == 0 else ("parentheses", "dash", "handle"))


def _is_told(items: Sequence[Item], n: int, above: tuple[str, str], names: Names) -> bool:
    """Whether a box tells somebody known, or by a handle, to do something, as its first words: `@ann to row`, `@ann sends the form`.

    It does so among what was said, and not among those who were there; `above` are the heading and the label above it.
    """
    item = items[n]
    if not all(_TALKED & set(title.split()) for title in above if is_elsewhere(title)):
        return False
    text = plain(item.text)
    owned = find_owners(text, names, marked=True)
    if owned is None or owned.start or nothing(item.text) or not all(names.knows(o) or HANDLE.match(o) for o in owned.owners):
        return False
    if len(text[owned.end :].split()) < _TOLD:
        return False  # `@ann volunteers!`
    return (owned.form == "to" or is_somebodys(item, names) or _is_given(item, names)) and among_points(items, n)


def _is_given(item: Item, names: Names) -> bool:
    """Whether a box names who is to do it, at its head or behind the task: `@ann uses the example`, `answer kindly (@ann)`."""
    if is_somebodys(item, names):
        return True
    text = plain(item.text)
    owned = find_owners(text, names, marked=True) if text[-1:] != "?" else None
    if owned is None or not all(map(names.knows, owned.owners)):
        return False
    if owned.start == 0:
        return owned.form in ("doing", "handle") and text[owned.end :].split(maxsplit=1)[:1] not in ([], ["is"], ["has"], ["was"])
    asked = text[: owned.start].rstrip()[-1:] == "?"
    return owned.form in ("parentheses", "handle", "dash") and len(text[: owned.start].split()) > 1 and not asked


def _names_people(item: Item, names: Names) -> bool:
    """Whether a box ticks only who somebody is: `@ann`, `Bo Kern`."""
    owners = split_owners(plain(item.text), names) if len(item.text.split()) <= 4 else ()
    return bool(owners) and all(names.knows(o) or item.text.startswith("@") for o in owners)
